// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A desk with a session, settings and theme of its own in a temporary folder, and what every panel's test
// asks.
#pragma once

#include "core/base/text.h"
#include "widgets/common/desk.h"

#include <QAccessible>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPixmap>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace support {

using namespace Qt::StringLiterals;

inline constexpr int kLong = 120'000;

class DeskFixture
{
public:
    DeskFixture()
    {
        QStandardPaths::setTestModeEnabled(true);
        theme.use(u"dark"_s);
        settings = std::make_unique<widgets::Settings>(folder.filePath(u"foreshock.conf"_s));
        settings->set(widgets::Setting::Zone, u"UTC"_s);
        session = std::make_unique<core::workbench::Session>(clock, std::filesystem::path());
        desk = std::make_unique<widgets::Desk>(*session, theme, *settings);
    }

    [[nodiscard]] bool openSample()
    {
        return opened([this] { session->openSample(path(u"sample"_s)); });
    }
    [[nodiscard]] bool makeWorkspace(const QString &name)
    {
        return opened([this, name] { session->create(path(name), {}); });
    }
    [[nodiscard]] std::filesystem::path path(const QString &name) const
    {
        return core::base::utf8(folder.filePath(name));
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    QTemporaryDir folder;
    core::base::ManualClock clock{core::base::Instant(core::base::Date(std::chrono::year(2026) / 1 / 10))};
    widgets::Theme theme;
    std::unique_ptr<widgets::Settings> settings;
    std::unique_ptr<core::workbench::Session> session;
    std::unique_ptr<widgets::Desk> desk;

private:
    template <typename How>
    bool opened(How how)
    {
        QSignalSpy spy(session.get(), &core::workbench::Session::opened);
        how();
        return spy.count() > 0 || spy.wait(kLong);
    }
};

/// Drags something over a widget and drops it there.
inline void drop(QWidget *target, const QMimeData &data)
{
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &drop);
}

/// Names the first widget below `top` that can have the keyboard and has no accessible name; empty: none.
inline QString unnamed(const QWidget *top)
{
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        const QString name = widget->objectName();
        // inner parts of Qt's own widgets speak through their owner
        if (!(widget->focusPolicy() & Qt::TabFocus) || name.startsWith(u"qt_"_s) ||
            name == u"emptyAction"_s || widget->parentWidget()->inherits("QComboBoxPrivateContainer"))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty()) {
            return u"%1 %2 in %3"_s.arg(
                QString::fromLatin1(widget->metaObject()->className()), name,
                QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
        }
    }
    return {};
}

/// Names the first label below `top` that would take its text for HTML; empty: none.
inline QString richLabel(const QWidget *top)
{
    for (const QLabel *label : top->findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text()))
            return u"%1: %2"_s.arg(label->objectName(), label->text().left(80));
    }
    return {};
}

/// Pictures for people, when FORESHOCK_PICTURES names a folder: at 100 % and 200 %.
inline void picture(widgets::Theme &theme, QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("FORESHOCK_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(60);
    for (const int scale : {1, 2}) {
        QPixmap pixmap(widget->size() * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(theme.color(widgets::Role::Window));
        widget->render(&pixmap);
        QVERIFY(pixmap.save(u"%1/%2%3.png"_s.arg(folder, name, scale == 2 ? u"@2x"_s : QString())));
    }
}

} // namespace support
