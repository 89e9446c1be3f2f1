// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A second window on the same workspace raises the first and ends (architecture: the workspace).
#include "app/singleinstance.h"
#include "core/base/clock.h"
#include "core/workbench/workbench.h"

#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using app::SingleInstance;

namespace {

constexpr int kLong = 60'000;

/// Whether somebody has the socket of a folder.
bool answers(const QString &folder)
{
    QLocalSocket socket;
    socket.connectToServer(SingleInstance::socketOf(folder));
    return socket.waitForConnected(1000);
}

} // namespace

class tst_SingleInstance final : public QObject
{
    Q_OBJECT

private:
    void start(QProcess &program, const QString &workspace) const
    {
        program.setProcessEnvironment(m_environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(FORESHOCK_GUI), {u"-w"_s, workspace});
        QVERIFY(program.waitForStarted());
    }
    static void end(QProcess &program)
    {
        program.kill();
        QVERIFY(program.waitForFinished());
    }

    QTemporaryDir m_folder;
    QString m_first;
    QString m_second;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();

private Q_SLOTS:
    void initTestCase()
    {
        const core::base::SystemClock clock;
        m_first = m_folder.filePath(u"first"_s);
        m_second = m_folder.filePath(u"second"_s);
        for (const QString &folder : {m_first, m_second})
            QVERIFY(core::workbench::Workbench::create(folder.toStdString(), {}, clock).ok());
        // the programs and this test look for sockets in the same place, which is theirs alone
        QVERIFY(QDir(m_folder.path()).mkdir(u"run"_s));
        const QString run = m_folder.filePath(u"run"_s);
        QVERIFY(QFile::setPermissions(run, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("XDG_RUNTIME_DIR", run.toLocal8Bit());
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, run);
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            m_environment.insert(QString::fromLatin1(name), m_folder.filePath(QString::fromLatin1(name)));
    }

    void namesAFolderOnceHoweverItIsWritten()
    {
        const QString socket = SingleInstance::socketOf(m_first);
        QCOMPARE(SingleInstance::socketOf(m_first + u'/'), socket);
        QCOMPARE(SingleInstance::socketOf(m_folder.filePath(u"second/../first"_s)), socket);
        QVERIFY(QFile::link(m_first, m_folder.filePath(u"link"_s)));
        QCOMPARE(SingleInstance::socketOf(m_folder.filePath(u"link"_s)), socket);
        QVERIFY(SingleInstance::socketOf(m_second) != socket);
        // one that is not there yet, as the sample at first
        QCOMPARE(SingleInstance::socketOf(m_folder.filePath(u"link/../new/"_s)),
                 SingleInstance::socketOf(m_folder.filePath(u"new"_s)));
        QVERIFY(socket.size() < 100); // a socket's name is short
    }

    void aSecondProgramRaisesTheFirst()
    {
        QProcess first;
        start(first, m_first);
        QTRY_VERIFY_WITH_TIMEOUT(answers(m_first), kLong);
        QProcess second;
        start(second, m_first);
        QVERIFY(second.waitForFinished(kLong));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QVERIFY2(second.exitCode() == 0, second.readAll().constData());
        QCOMPARE(first.state(), QProcess::Running);
        // another workspace has a window of its own
        QProcess other;
        start(other, m_second);
        QTRY_VERIFY_WITH_TIMEOUT(answers(m_second), kLong);
        QCOMPARE(other.state(), QProcess::Running);
        end(other);
        // and when the first was killed, its socket is in nobody's way
        end(first);
        QVERIFY(QFile::exists(SingleInstance::socketOf(m_first)));
        QProcess next;
        start(next, m_first);
        QTRY_VERIFY_WITH_TIMEOUT(answers(m_first), kLong);
        QCOMPARE(next.state(), QProcess::Running);
        end(next);
    }

    void theFirstIsToldToComeForward()
    {
        SingleInstance first;
        first.listen(m_first);
        QVERIFY(first.isListening());
        QSignalSpy raised(&first, &SingleInstance::raiseWanted);
        QProcess second;
        start(second, m_first);
        QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 1, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, kLong);
        QCOMPARE(second.exitCode(), 0);
        // nobody takes the socket of one that is there
        SingleInstance thief;
        thief.listen(m_first);
        QVERIFY(!thief.isListening());
        // it goes with the workspace
        first.listen(m_second);
        QVERIFY(!answers(m_first));
        first.listen({});
        QVERIFY(!first.isListening());
    }

    void saysWhenTheFirstDoesNotAnswer()
    {
        // connected, but nobody reads: this test's loop does not run while the program is waited for
        SingleInstance first;
        first.listen(m_first);
        QProcess second;
        start(second, m_first);
        QVERIFY(second.waitForFinished(kLong));
        QCOMPARE(second.exitCode(), 3);
        const QByteArray said = second.readAll();
        QVERIFY2(said.contains("does not answer"), said.constData());
    }
};

QTEST_MAIN(tst_SingleInstance)
#include "tst_singleinstance.moc"
