// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using tests::missingKeys;
using tests::Ran;
using tests::run;
using tests::words;

/// What becomes of relationships, scheduled studies and the brief, on the sample.
class TestCliLife final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void checksRelationships();
    void retiresForGood();
    void tellsWhatWasAsked();
    void runsScheduledStudies();
    void namesWhatIsWrongWithASchedule_data();
    void namesWhatIsWrongWithASchedule();
    void briefs();
#ifdef FORESHOCK_HAS_PDF
    void printsTheBrief();
#endif
    void aRestoredCopySaysWhereItComesFrom();

private:
    [[nodiscard]] Ran here(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("-w"), m_sample} + arguments);
    }
    [[nodiscard]] Ran here(const char *arguments) const
    {
        return here(words(arguments));
    }
    [[nodiscard]] QJsonArray relationships() const
    {
        return here("--json relationships list").json().value(QStringLiteral("relationships")).toArray();
    }
    /// The sample's study with another schedule, as a file.
    QString studyWith(const QJsonValue &schedule);

    QTemporaryDir m_folder;
    QString m_sample;
};

QString TestCliLife::studyWith(const QJsonValue &schedule)
{
    QFile sample(m_sample + QStringLiteral("/studies/sample.json"));
    if (!sample.open(QIODevice::ReadOnly))
        return {};
    QJsonObject study = QJsonDocument::fromJson(sample.readAll()).object();
    study.insert(QStringLiteral("name"), QStringLiteral("by itself"));
    study.insert(QStringLiteral("schedule"), schedule);
    QFile file(m_folder.filePath(QStringLiteral("study.json")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QJsonDocument(study).toJson());
    return file.fileName();
}

void TestCliLife::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_sample = m_folder.filePath(QStringLiteral("sample"));
    EXITS_WITH(run(words("workspace init --sample --seed 7") + QStringList{m_sample}), 0);
    EXITS_WITH(here("study run sample --quiet"), 0);
}

void TestCliLife::checksRelationships()
{
    const Ran ran = here("--json relationships check");
    EXITS_WITH(ran, 0);
    const QJsonArray checked = ran.json().value(QStringLiteral("relationships")).toArray();
    QCOMPARE(checked.size(), relationships().size());
    for (const QJsonValue &one : checked) {
        QCOMPARE(missingKeys(one.toObject(),
                             "hypothesis_id event asset status added forward_n e_value e_decay changes note"),
                 QStringList());
        QCOMPARE(one[QStringLiteral("note")], QJsonValue(QJsonValue::Null)); // each can be asked again
        QCOMPARE(one[QStringLiteral("added")].toInt(), 0); // the sealed data are no forward data
    }
    for (const QJsonValue &one : relationships()) {
        QCOMPARE(missingKeys(one.toObject(), "forward_n e_value e_decay forward history"), QStringList());
        QCOMPARE(one[QStringLiteral("forward_n")].toInt(-1), 0);
        QVERIFY(one[QStringLiteral("forward")][QStringLiteral("from")].isString());
        QCOMPARE(one[QStringLiteral("history")][0][QStringLiteral("to")], one[QStringLiteral("tier")]);
    }
    const Ran again = here("relationships check");
    EXITS_WITH(again, 0);
    QVERIFY(again.out.contains("0 new events"));
    EXITS_WITH(here("relationships check ffffffffffff"), 2);
}

void TestCliLife::retiresForGood()
{
    const QString id = relationships().last()[QStringLiteral("hypothesis_id")].toString();
    EXITS_WITH(here(words("relationships retire") + QStringList{id}), 2); // no reason
    const QStringList retire =
        words("relationships retire") +
        QStringList{id, QStringLiteral("--reason"), QStringLiteral("a test of patience")};
    const Ran ran = here(retire);
    EXITS_WITH(ran, 0);
    EXITS_WITH(here(retire), 2);
    const Ran shown = here(words("--json relationships show") + QStringList{id});
    EXITS_WITH(shown, 0);
    QCOMPARE(shown.json().value(QStringLiteral("status")).toString(), QStringLiteral("retired"));
    const QJsonArray history = shown.json().value(QStringLiteral("history")).toArray();
    QCOMPARE(history.last()[QStringLiteral("reason")].toString(), QStringLiteral("a test of patience"));
    QVERIFY(here(words("relationships show") + QStringList{id}).out.contains("a test of patience"));
    EXITS_WITH(here("study run sample --quiet"), 0); // asked again it stays what it is
    QCOMPARE(
        here(words("--json relationships show") + QStringList{id}).json().value(QStringLiteral("status")),
        shown.json().value(QStringLiteral("status")));
}

void TestCliLife::tellsWhatWasAsked()
{
    const Ran ran = here("--json ledger summary");
    EXITS_WITH(ran, 0);
    QCOMPARE(missingKeys(ran.json(), "sentence asked asked_before workspace restored_from studies"),
             QStringList());
    const QRegularExpression sentence(QStringLiteral(
        "^Asked [\\d,]+ questions in 1 family: \\d+ significant, of them \\d+\\.\\d expected by "
        "chance; no hold-out opened\\.$"));
    const QString said = ran.json().value(QStringLiteral("sentence")).toString();
    QVERIFY2(sentence.match(said).hasMatch(), qPrintable(said));
    QCOMPARE(ran.json().value(QStringLiteral("studies")).toArray().size(), 1);
    QVERIFY(here("ledger summary").out.startsWith(said.toUtf8()));
}

void TestCliLife::runsScheduledStudies()
{
    QVERIFY(here("study schedule list").out.contains("No study is scheduled"));
    EXITS_WITH(
        here(words("study schedule add") + QStringList{studyWith(QStringLiteral("weekly monday 02:00 UTC"))}),
        0);
    EXITS_WITH(here(words("study schedule add") +
                    QStringList{studyWith(QStringLiteral("daily 02:00 Europe/Berlin"))}),
               0); // takes its place
    const Ran listed = here("--json study schedule list");
    EXITS_WITH(listed, 0);
    const QJsonArray schedules = listed.json().value(QStringLiteral("schedules")).toArray();
    QCOMPARE(schedules.size(), 1);
    QCOMPARE(missingKeys(schedules[0].toObject(), "name schedule added_at next_at due last fault"),
             QStringList());
    QCOMPARE(schedules[0][QStringLiteral("schedule")].toString(),
             QStringLiteral("daily 02:00 Europe/Berlin"));
    const Ran due = here("--json study schedule run --due");
    EXITS_WITH(due, 0); // at most the daily look at the relationships
    for (const QJsonValue &turn : due.json().value(QStringLiteral("turns")).toArray())
        QCOMPARE(turn[QStringLiteral("what")].toString(), QStringLiteral("relationships"));
    const Ran all = here("--json study schedule run");
    EXITS_WITH(all, 0);
    const QJsonArray turns = all.json().value(QStringLiteral("turns")).toArray();
    QCOMPARE(turns.size(), 2);
    QCOMPARE(turns[0][QStringLiteral("outcome")].toString(), QStringLiteral("done"));
    QVERIFY(!turns[0][QStringLiteral("run")].toString().isEmpty());
    const Ran again = here("study schedule run");
    EXITS_WITH(again, 0);
    QVERIFY2(again.out.contains("nothing newer"), again.said());
    EXITS_WITH(here(words("study schedule remove") + QStringList{QStringLiteral("by itself")}), 0);
    EXITS_WITH(here(words("study schedule remove") + QStringList{QStringLiteral("by itself")}), 2);
}

void TestCliLife::namesWhatIsWrongWithASchedule_data()
{
    QTest::addColumn<QJsonValue>("schedule");
    QTest::newRow("none") << QJsonValue(QJsonValue::Null);
    QTest::newRow("no time") << QJsonValue(QStringLiteral("daily"));
    QTest::newRow("no zone of this earth") << QJsonValue(QStringLiteral("daily 02:00 Mars/Olympus"));
    QTest::newRow("no source") << QJsonValue(
        QJsonObject{{QStringLiteral("after"), QStringLiteral("nobody")}});
}

void TestCliLife::namesWhatIsWrongWithASchedule()
{
    QFETCH(const QJsonValue, schedule);
    const Ran ran = here(words("study schedule add") + QStringList{studyWith(schedule)});
    EXITS_WITH(ran, 2);
    QCOMPARE(ran.err.count('\n'), 1);
}

void TestCliLife::briefs()
{
    const Ran first = here("--json brief");
    EXITS_WITH(first, 0);
    QCOMPARE(missingKeys(first.json(),
                         "workspace simulated snapshot since made_at headline found validated decayed "
                         "retired fired sources turns asked_since asked"),
             QStringList());
    QVERIFY(!first.json().value(QStringLiteral("found")).toArray().isEmpty());
    QVERIFY(!first.json().value(QStringLiteral("retired")).toArray().isEmpty());
    const Ran second = here("--json brief"); // begins where the first ended
    EXITS_WITH(second, 0);
    QCOMPARE(second.json().value(QStringLiteral("since")), first.json().value(QStringLiteral("made_at")));
    QVERIFY(second.json().value(QStringLiteral("found")).toArray().isEmpty());
    const Ran whole = here("brief --since 2000-01-01");
    EXITS_WITH(whole, 0);
    for (const char *word :
         {"SIMULATED", "Found", "95 % interval", "adjusted p", "family of", "In all: Asked"})
        QVERIFY2(whole.out.contains(word), whole.said());
    EXITS_WITH(here("brief --since yesterday"), 2);
}

#ifdef FORESHOCK_HAS_PDF
void TestCliLife::printsTheBrief()
{
    const QString file = m_folder.filePath(QStringLiteral("brief.pdf"));
    const Ran ran = here(words("--json --quiet brief --since 2000-01-01 --pdf") + QStringList{file});
    EXITS_WITH(ran, 0);
    QVERIFY2(ran.err.isEmpty(), ran.said());
    QCOMPARE(ran.json().value(QStringLiteral("pdf")).toString(), file);
    QFile printed(file);
    QVERIFY(printed.open(QIODevice::ReadOnly));
    QVERIFY(printed.size() > 10'000);
    QVERIFY(printed.read(5) == "%PDF-");
    EXITS_WITH(here(words("brief --pdf /no/such/folder/brief.pdf")), 2);
}
#endif

void TestCliLife::aRestoredCopySaysWhereItComesFrom()
{
    const QString backup = m_folder.filePath(QStringLiteral("copy.zip"));
    const QString copy = m_folder.filePath(QStringLiteral("copy"));
    EXITS_WITH(here(words("--quiet workspace backup") + QStringList{backup}), 0);
    EXITS_WITH(run(QStringList{QStringLiteral("-w"), copy} + words("--quiet workspace restore") +
                   QStringList{backup}),
               0);
    const Ran summary = run(QStringList{QStringLiteral("-w"), copy} + words("--json ledger summary"));
    EXITS_WITH(summary, 0);
    const QJsonObject origin = summary.json().value(QStringLiteral("restored_from")).toObject();
    QCOMPARE(origin.value(QStringLiteral("questions")), summary.json().value(QStringLiteral("questions")));
    QCOMPARE(origin.value(QStringLiteral("name")).toString(), QStringLiteral("sample"));
    const Ran asked = run(QStringList{QStringLiteral("-w"), copy} + words("--json --quiet study run sample"));
    EXITS_WITH(asked, 0);
    const Ran after = run(QStringList{QStringLiteral("-w"), copy} + words("--json ledger summary"));
    QCOMPARE(after.json().value(QStringLiteral("questions")),
             summary.json().value(QStringLiteral("questions")));
    QVERIFY(run(QStringList{QStringLiteral("-w"), copy} + words("ledger summary"))
                .out.contains("restored from a backup"));
}

QTEST_GUILESS_MAIN(TestCliLife)
#include "tst_clilife.moc"
