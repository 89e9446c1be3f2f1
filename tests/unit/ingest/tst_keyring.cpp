// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys in a real keyring: a session bus and gnome-keyring of the test's own.
#include "core/base/text.h"
#include "core/ingest/secrets.h"
#include "tests/support/check.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace core::ingest;
using core::net::Keyring;

namespace {

constexpr const char *kKey = "CANARY-7f3a91c2";

/// A bus that starts no programs: else whoever asks before our keyring is there gets a locked one.
constexpr const char *kBus = R"(<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>)";

} // namespace

/// One keyring object for all: QtKeychain has one queue in a process.
class tst_Keyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void keepsReadsAndForgets();
    void whatIsKeptOutlivesTheProgram();
    void aKeyForTheSessionIsNotKept();
    void nothingIsWrittenInTheClear();

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_daemon;
    std::unique_ptr<Secrets> m_secrets;
};

void tst_Keyring::initTestCase()
{
    for (const char *program : {"dbus-daemon", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 is not installed; packaging/dependencies.sh does it")
                                 .arg(QString::fromLatin1(program))));
    }
    QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(kBus);
    config.close();
    m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + config.fileName(),
                                                QStringLiteral("--print-address"), QStringLiteral("--nofork")});
    QVERIFY(m_bus.waitForStarted() && m_bus.waitForReadyRead());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
    m_daemon.start(QStringLiteral("gnome-keyring-daemon"),
                   {QStringLiteral("--unlock"), QStringLiteral("--foreground"), QStringLiteral("--components=secrets")});
    QVERIFY(m_daemon.waitForStarted());
    m_daemon.write("a password\n");
    m_daemon.closeWriteChannel();
    m_secrets = std::make_unique<Secrets>(std::make_unique<Keyring>("Foreshock test", std::chrono::seconds(30)));
    QVERIFY(m_secrets->hasKeyring());
    // it does not say when it is unlocked
    const bool isReady = QTest::qWaitFor(
        [this] {
            return m_daemon.state() == QProcess::NotRunning || m_secrets->set("test", "ready", "yes").ok();
        },
        60'000);
    if (m_daemon.state() == QProcess::NotRunning)
        QSKIP("gnome-keyring does not run on this machine");
    QVERIFY(isReady);
}

void tst_Keyring::cleanupTestCase()
{
    m_secrets.reset();
    for (QProcess *process : {&m_daemon, &m_bus}) {
        if (process->state() == QProcess::NotRunning)
            continue;
        process->terminate();
        process->waitForFinished();
    }
}

void tst_Keyring::keepsReadsAndForgets()
{
    QVERIFY(m_secrets->value("fred", "api_key").empty());
    const auto kept = m_secrets->set("fred", "api_key", kKey);
    VERIFY_OK(kept);
    QCOMPARE(*kept, SecretHome::Keyring);
    QCOMPARE(m_secrets->value("fred", "api_key"), std::string(kKey));
    QCOMPARE(m_secrets->home("fred", "api_key"), SecretHome::Keyring);
    QVERIFY(m_secrets->value("eia", "api_key").empty());
    VERIFY_OK(m_secrets->set("fred", "api_key", {}));
    VERIFY_OK(m_secrets->set("fred", "api_key", {})); // forgetting twice is fine
    QCOMPARE(m_secrets->home("fred", "api_key"), SecretHome::None);
}

void tst_Keyring::whatIsKeptOutlivesTheProgram()
{
    VERIFY_OK(m_secrets->set("acled", "password", "ümläut “quoted”"));
    // another program: nothing of this one's memory
    QProcess reader;
    reader.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--read"), QStringLiteral("acled/password")});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.readAllStandardOutput(), QByteArray("ümläut “quoted”"));
    QCOMPARE(reader.exitCode(), 0);
}

void tst_Keyring::aKeyForTheSessionIsNotKept()
{
    const auto kept = m_secrets->set("newsapi", "api_key", kKey, true);
    VERIFY_OK(kept);
    QCOMPARE(*kept, SecretHome::Session);
    QProcess reader;
    reader.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--read"), QStringLiteral("newsapi/api_key")});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.readAllStandardOutput(), QByteArray());
}

void tst_Keyring::nothingIsWrittenInTheClear()
{
    VERIFY_OK(m_secrets->set("eia", "api_key", kKey));
    int files = 0;
    QDirIterator all(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(kKey) && !bytes.contains(QByteArray(kKey).toBase64()), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0); // the keyring's own file, encrypted
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--read") {
        Keyring keyring("Foreshock test", std::chrono::seconds(30));
        const auto secret = keyring.read(argv[2]);
        if (!secret)
            return 1;
        std::fputs(secret->c_str(), stdout);
        return 0;
    }
    tst_Keyring test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyring.moc"
