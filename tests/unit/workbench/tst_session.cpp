// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace ends on a thread of its own, and ends whole.
#include "core/base/text.h"
#include "core/workbench/session.h"
#include "tests/support/check.h"

#include <QSignalSpy>
#include <QTemporaryDir>

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
    /// The catalog writes its log back and takes it away when it is closed.
    [[nodiscard]] bool isOpen(const QString &name) const
    {
        return std::filesystem::exists(path(name) / "catalog.sqlite-wal");
    }
    static void create(Session &session, const std::filesystem::path &folder)
    {
        QSignalSpy opened(&session, &Session::opened);
        session.create(folder, {});
        QVERIFY(opened.count() > 0 || opened.wait(kLong));
    }

private Q_SLOTS:
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
