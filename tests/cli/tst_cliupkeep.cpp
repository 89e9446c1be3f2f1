// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/store/lease.h"
#include "core/store/workspace.h"
#include "tests/cli/program.h"
#include "tests/support/check.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using tests::Ran;
using tests::run;
using tests::words;

namespace {

/// The first file below a folder whose name ends so.
QString firstFile(const QString &folder, const QString &ending)
{
    QDirIterator it(folder, {QLatin1Char('*') + ending}, QDir::Files, QDirIterator::Subdirectories);
    return it.hasNext() ? it.next() : QString();
}

void flipABit(const QString &name)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 middle = file.size() / 2;
    QVERIFY(file.seek(middle));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(middle));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 0x10)));
}

} // namespace

/// Verify, compact, backup and restore on the sample workspace.
class TestCliUpkeep final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void findsAWholeWorkspaceClean();
    void changesNothingByCompacting();
    void bringsBackWhatWasBackedUp();
    void refusesWhatIsNoBackup();
    void saysWhatRetentionTookOut();
    void namesTheHolderOfALease();
    void namesADamagedFileAndGoesOn();

private:
    [[nodiscard]] Ran in(const QString &workspace, const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("-w"), workspace} + arguments);
    }
    [[nodiscard]] Ran here(const QStringList &arguments) const { return in(m_sample, arguments); }
    [[nodiscard]] Ran here(const char *line) const { return here(words(line)); }

    QTemporaryDir m_folder;
    QString m_sample;
    QString m_run;
};

void TestCliUpkeep::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_sample = m_folder.filePath(QStringLiteral("sample"));
    EXITS_WITH(run(words("workspace init --sample --seed 3") + QStringList{m_sample}), 0);
    const Ran ran = here("--json study run sample");
    EXITS_WITH(ran, 0);
    m_run = ran.json().value(QStringLiteral("run")).toString();
}

void TestCliUpkeep::findsAWholeWorkspaceClean()
{
    const Ran ran = here("--json workspace verify");
    EXITS_WITH(ran, 0);
    for (const char *key : {"clean", "files", "bytes", "damaged", "foreign"})
        QVERIFY2(ran.json().contains(QLatin1String(key)), key);
    QVERIFY(ran.json().value(QStringLiteral("clean")).toBool());
    QVERIFY(ran.json().value(QStringLiteral("files")).toInt() > 2);
    QVERIFY(ran.json().value(QStringLiteral("foreign")).toArray().isEmpty());
    const Ran none = in(m_folder.filePath(QStringLiteral("nowhere")), words("workspace verify"));
    EXITS_WITH(none, 2);
    QVERIFY2(none.saysOneSentence(), none.said());
}

void TestCliUpkeep::changesNothingByCompacting()
{
    const Ran before = here("--json events query");
    const Ran snapshot = here("--json workspace info");
    const Ran ran = here("--json workspace compact --hot 0");
    EXITS_WITH(ran, 0);
    for (const char *key : {"sealed_rows", "merged_files", "written_files", "removed_files"})
        QVERIFY2(ran.json().contains(QLatin1String(key)), key);
    QCOMPARE(here("--json events query").out, before.out);
    QCOMPARE(here("--json workspace info").json().value(QStringLiteral("snapshot")),
             snapshot.json().value(QStringLiteral("snapshot")));
    EXITS_WITH(here(words("study verify") + QStringList{m_run}), 0);
    EXITS_WITH(here("workspace verify"), 0);
}

void TestCliUpkeep::bringsBackWhatWasBackedUp()
{
    const QString file = m_folder.filePath(QStringLiteral("backup.zip"));
    const Ran saved = here(words("--json workspace backup") + QStringList{file});
    EXITS_WITH(saved, 0);
    for (const char *key : {"snapshot", "files", "bytes", "left_out"})
        QVERIFY2(saved.json().contains(QLatin1String(key)), key);
    const Ran twice = here(words("workspace backup") + QStringList{file});
    EXITS_WITH(twice, 2);
    QVERIFY2(twice.saysOneSentence(), twice.said());

    const QString back = m_folder.filePath(QStringLiteral("back"));
    EXITS_WITH(in(back, words("workspace restore") + QStringList{file}), 0);
    QCOMPARE(in(back, words("--json events query")).out, here("--json events query").out);
    EXITS_WITH(in(back, words("study verify") + QStringList{m_run}), 0);
    EXITS_WITH(in(back, words("workspace verify")), 0);
    const Ran onto = in(back, words("workspace restore") + QStringList{file});
    EXITS_WITH(onto, 2);
    QVERIFY2(onto.saysOneSentence(), onto.said());
}

void TestCliUpkeep::saysWhatRetentionTookOut()
{
    const QString other = m_folder.filePath(QStringLiteral("kept briefly"));
    EXITS_WITH(run(words("workspace init --sample --seed 4") + QStringList{other}), 0);
    const auto write = [this](const char *name, const QByteArray &bytes) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    QByteArray trials("timestamp,event_type,entity,value\n");
    for (int i = 0; i < 40; ++i) // 14 of 2010, the others later
        trials += QStringLiteral("%1-%2-%3T15:00:00Z,trial,US,1\n")
                      .arg(i % 3 == 0 ? 2010 : 2017)
                      .arg(1 + i % 12, 2, 10, QLatin1Char('0'))
                      .arg(2 + i % 26, 2, 10, QLatin1Char('0'))
                      .toLatin1();
    EXITS_WITH(in(other, words("import events") + QStringList{write("trials.csv", trials)}), 0);
    const QString asked =
        write("trials.json", R"({"name": "Trials", "events": [{"filter": "event_type == trial"}],
        "assets": ["SIM-INDEX"], "windows": [[0, 0]], "returns": {"model": "raw"}})");
    const Ran study = in(other, words("--json study run") + QStringList{asked});
    EXITS_WITH(study, 0);
    const QStringList verifyRun =
        words("study verify") + QStringList{study.json().value(QStringLiteral("run")).toString()};
    const auto events = [&] {
        return in(other, words("--json events count")).json().value(QStringLiteral("total")).toInteger();
    };
    const qint64 before = events();

    EXITS_WITH(in(other, words("workspace retain")), 0); // no rule yet
    const Ran half = in(other, words("workspace retain user"));
    EXITS_WITH(half, 2);
    QVERIFY2(half.saysOneSentence(), half.said());
    EXITS_WITH(in(other, words("workspace retain nothing --years 3")), 0);
    EXITS_WITH(in(other, words("workspace retain nothing --forever")), 0);
    const QString archive = m_folder.filePath(QStringLiteral("archive"));
    const int years = QDate::currentDate().year() - 2016; // 2017 is the oldest that stays
    EXITS_WITH(in(other, words("workspace retain user --archive") +
                             QStringList{archive, QStringLiteral("--years"), QString::number(years)}),
               0);
    QCOMPARE(events(), before); // a rule alone takes nothing
    EXITS_WITH(in(other, verifyRun), 0);

    const Ran compacted = in(other, words("--json workspace compact"));
    EXITS_WITH(compacted, 0);
    const QJsonArray removals = compacted.json().value(QStringLiteral("removals")).toArray();
    QCOMPARE(removals.size(), 1);
    QCOMPARE(removals.at(0).toObject().value(QStringLiteral("rows")).toInt(), 14);
    QCOMPARE(events(), before - 14);
    QVERIFY(!firstFile(archive, QStringLiteral(".parquet")).isEmpty());

    const Ran again = in(other, verifyRun);
    EXITS_WITH(again, 2);
    QVERIFY2(QByteArray(again.said()).contains("14 events of user before 2017 were archived on"),
             again.said());
    EXITS_WITH(in(other, words("workspace verify")), 0);
}

void TestCliUpkeep::refusesWhatIsNoBackup()
{
    const QString target = m_folder.filePath(QStringLiteral("target"));
    const Ran none = in(target, words("workspace restore /nonexistent.zip"));
    EXITS_WITH(none, 2);
    QVERIFY2(none.saysOneSentence(), none.said());
    const Ran wrong =
        in(target, words("workspace restore") + QStringList{m_sample + QStringLiteral("/truth.json")});
    EXITS_WITH(wrong, 2);
    QVERIFY2(wrong.saysOneSentence(), wrong.said());
    QVERIFY(!QFileInfo::exists(target));
    const QString damaged = m_folder.filePath(QStringLiteral("damaged.zip"));
    QVERIFY(QFile::copy(m_folder.filePath(QStringLiteral("backup.zip")), damaged));
    flipABit(damaged);
    const Ran broken = in(target, words("workspace restore") + QStringList{damaged});
    QVERIFY2(broken.code == 2 || broken.code == 3, broken.said());
    QVERIFY2(broken.saysOneSentence(), broken.said());
    QVERIFY(!QFileInfo::exists(target));
}

void TestCliUpkeep::namesTheHolderOfALease()
{
    const core::base::SystemClock clock;
    const auto workspace = core::store::Workspace::open(m_sample.toStdString(), clock);
    VERIFY_OK(workspace);
    const auto lease = core::store::Lease::take((*workspace)->catalog(), "compact", "holding on for a test");
    VERIFY_OK(lease);
    const Ran ran = here("workspace compact");
    EXITS_WITH(ran, 3);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QVERIFY2(ran.err.contains("holding on for a test"), ran.said());
    QVERIFY2(ran.err.contains(QByteArray::number(QCoreApplication::applicationPid())), ran.said());
    EXITS_WITH(here("events count"), 0); // reading needs no lease
}

void TestCliUpkeep::namesADamagedFileAndGoesOn()
{
    const QString bars = firstFile(m_sample + QStringLiteral("/lake/bars"), QStringLiteral(".parquet"));
    QVERIFY(!bars.isEmpty());
    flipABit(bars);
    const Ran ran = here("--json workspace verify");
    EXITS_WITH(ran, 1);
    const QJsonArray damaged = ran.json().value(QStringLiteral("damaged")).toArray();
    QCOMPARE(damaged.size(), 1);
    QVERIFY(bars.endsWith(damaged[0][QStringLiteral("file")].toString()));
    QVERIFY(damaged[0][QStringLiteral("quarantined")].toBool());
    EXITS_WITH(here("events count"), 0);
    const Ran study = here(words("study verify") + QStringList{m_run});
    EXITS_WITH(study, 3);
    const Ran again = here(words("study verify") + QStringList{m_run}); // not just the first time
    EXITS_WITH(again, 3);
    QVERIFY2(again.err.contains("--accept-loss"), again.said());
    const Ran info = here("--json workspace info");
    QCOMPARE(info.json().value(QStringLiteral("damaged")).toArray().size(), 1);
    EXITS_WITH(here("workspace verify --accept-loss"), 0);
    const Ran without = here(words("study verify") + QStringList{m_run}); // runs, and is another result
    QVERIFY2(!without.err.contains("--accept-loss"), without.said());
    QVERIFY2(without.code != 0, without.said());
}

QTEST_GUILESS_MAIN(TestCliUpkeep)
#include "tst_cliupkeep.moc"
