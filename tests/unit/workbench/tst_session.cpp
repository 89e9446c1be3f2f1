// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace ends on a thread of its own, and ends whole.
#include "core/base/text.h"
#include "core/workbench/session.h"
#include "tests/support/check.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace core;
using workbench::Session;
using workbench::Workbench;

class tst_Session final : public QObject
{
    Q_OBJECT

    static constexpr int kLong = 60'000;

    [[nodiscard]] std::filesystem::path path(const QString &name) const
    {
        return base::utf8(m_dir.filePath(name));
    }
    /// Whether this process has a file of the workspace open.
    [[nodiscard]] bool isOpen(const QString &name) const
    {
        const QString below = m_dir.filePath(name) + QLatin1Char('/');
        const QDir held(QStringLiteral("/proc/self/fd"));
        const QStringList all = held.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
        return std::any_of(all.begin(), all.end(), [&](const QString &fd) {
            return QFile::symLinkTarget(held.filePath(fd)).startsWith(below);
        });
    }
    static void create(Session &session, const std::filesystem::path &folder)
    {
        QSignalSpy opened(&session, &Session::opened);
        session.create(folder, {});
        QVERIFY(opened.count() > 0 || opened.wait(kLong));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral("/proc/self/fd")))
            QSKIP("this system does not list the files that a process has open");
    }

    void theLastHoldClosesIt()
    {
        Session session(m_clock, {});
        create(session, path(QStringLiteral("a")));
        std::shared_ptr<const Workbench> held = session.bench();
        QVERIFY(isOpen(QStringLiteral("a")));
        session.close();
        QVERIFY(!session.bench());
        QTest::qWait(50);
        QVERIFY(isOpen(QStringLiteral("a"))); // a job may still read it
        held.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!isOpen(QStringLiteral("a")), kLong);
    }

    void theEndOfTheSessionWaits()
    {
        {
            Session session(m_clock, {});
            create(session, path(QStringLiteral("b")));
            QVERIFY(isOpen(QStringLiteral("b")));
        }
        QVERIFY(!isOpen(QStringLiteral("b")));
    }

    void oneMayOutliveTheSession()
    {
        std::shared_ptr<const Workbench> held;
        {
            Session session(m_clock, {});
            create(session, path(QStringLiteral("c")));
            held = session.bench();
        }
        QVERIFY(isOpen(QStringLiteral("c")));
        held.reset();
        QVERIFY(!isOpen(QStringLiteral("c"))); // with no session left there is none to wait for it later
    }

    void theSameFolderOpensWhileItCloses()
    {
        Session session(m_clock, {});
        create(session, path(QStringLiteral("d")));
        for (int i = 0; i < 5; ++i) {
            QSignalSpy opened(&session, &Session::opened);
            session.close();
            session.open(path(QStringLiteral("d")));
            QVERIFY(opened.count() > 0 || opened.wait(kLong));
            QVERIFY(session.bench());
        }
    }

private:
    base::SystemClock m_clock;
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"
