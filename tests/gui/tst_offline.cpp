// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The first start needs no network and asks for none (behaviours 2 and 5): the program itself, watched.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLong = 300'000;

} // namespace

class tst_Offline final : public QObject
{
    Q_OBJECT

private:
    /// The environment of somebody who has never started it.
    [[nodiscard]] QProcessEnvironment fresh(const QString &home) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name :
             {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME"})
            environment.insert(QString::fromLatin1(name), m_folder.filePath(home));
        environment.insert(u"SOCKETWATCH"_s, watch());
        environment.remove(u"FORESHOCK_SAMPLE"_s);
        return environment;
    }
    [[nodiscard]] QString watch() const { return m_folder.filePath(u"sockets"_s); }
    /// What it printed; empty when it did not end well.
    static QJsonObject run(QProcess &process, const QString &program, const QStringList &arguments)
    {
        process.start(program, arguments);
        if (!process.waitForFinished(kLong) || process.exitStatus() != QProcess::NormalExit ||
            process.exitCode() != 0)
            return {};
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void theWatchSeesASocket()
    {
        QProcess python;
        QProcessEnvironment environment = fresh(u"python"_s);
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(FORESHOCK_SOCKETWATCH));
        python.setProcessEnvironment(environment);
        python.start(u"python3"_s, {u"-c"_s, u"import socket; socket.socket().close()"_s});
        QVERIFY(python.waitForFinished());
        QCOMPARE(python.exitCode(), 0);
        QVERIFY(QFile::exists(watch()));
        QVERIFY(QFile::remove(watch()));
    }

    void theFirstStartMakesNoSocketThatCouldLeaveTheMachine()
    {
        QProcess process;
        QProcessEnvironment environment = fresh(u"first"_s);
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(FORESHOCK_SOCKETWATCH));
        process.setProcessEnvironment(environment);
        const QJsonObject figures =
            run(process, QStringLiteral(FORESHOCK_GUI), {u"--sample"_s, u"--benchmark-startup"_s});
        QVERIFY2(!figures.isEmpty(), process.readAllStandardError().constData());
        QVERIFY2(!QFile::exists(watch()), "a socket was made that could leave the machine");
        QVERIFY(QFile::exists(m_folder.filePath(u"first/foreshock/sample/workspace.json"_s)));
    }

    void theSampleNeedsNoNetwork()
    {
        QProcess probe;
        probe.start(u"unshare"_s, {u"-rn"_s, u"true"_s});
        if (!probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("this machine lets nobody take the network away from a program (unshare -rn)");
        QProcess process;
        process.setProcessEnvironment(fresh(u"bare"_s));
        const QJsonObject figures =
            run(process, u"unshare"_s,
                {u"-rn"_s, QStringLiteral(FORESHOCK_GUI), u"--sample"_s, u"--benchmark-startup"_s});
        QVERIFY2(!figures.isEmpty(), process.readAllStandardError().constData());
        // deleted, it is made anew
        QDir sample(m_folder.filePath(u"bare/foreshock/sample"_s));
        QVERIFY(sample.exists());
        QVERIFY(sample.removeRecursively());
        QProcess again;
        again.setProcessEnvironment(fresh(u"bare"_s));
        QVERIFY(
            !run(again, QStringLiteral(FORESHOCK_GUI), {u"--sample"_s, u"--benchmark-startup"_s}).isEmpty());
        QVERIFY(QFile::exists(m_folder.filePath(u"bare/foreshock/sample/workspace.json"_s)));
    }
};

QTEST_GUILESS_MAIN(tst_Offline)
#include "tst_offline.moc"
