// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A whole desktop for a test: settings in a folder of their own, its session, desk and window.
#pragma once

#include "app/mainwindow.h"
#include "app/startup.h"
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/workbench/session.h"
#include "widgets/common/desk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace tests {

/// The sample of this test program: made by the first who asks for it.
inline QString sampleFolder()
{
    static const QTemporaryDir folder;
    return folder.filePath(QStringLiteral("sample"));
}

class Desktop final
{
public:
    explicit Desktop(const QString &settingsFile = {})
        : settings(settingsFile.isEmpty() ? dir.filePath(QStringLiteral("foreshock.conf")) : settingsFile)
        , session(clock, std::filesystem::path())
        , desk(session, theme, settings)
    {
        app::keepFewArenas();
        theme.use(settings.text(widgets::Setting::Theme));
        window = std::make_unique<app::MainWindow>(desk, sampleFolder());
        window->restore(false);
    }
    ~Desktop() { window.reset(); }

    void show()
    {
        window->resize(1366, 768);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    /// Shows the window with the sample open and every panel made and settled.
    void openSample()
    {
        show();
        window->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(session.bench() != nullptr, 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(window->docks().made().size(), static_cast<qsizetype>(app::panels().size()),
                                  60'000);
        QTRY_VERIFY_WITH_TIMEOUT(window->isSettled(), 60'000);
    }

    QTemporaryDir dir;
    core::base::SystemClock clock;
    widgets::Settings settings;
    widgets::Theme theme;
    core::workbench::Session session;
    widgets::Desk desk;
    std::unique_ptr<app::MainWindow> window;
};

} // namespace tests
