// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using tests::missingKeys;
using tests::Ran;
using tests::run;
using tests::words;

namespace {

constexpr const char *kRunKeys = "run family hypotheses snapshot result_hash elapsed_ms findings";
constexpr const char *kFindingKeys =
    "hypothesis event asset window statistic n n_bars effect base unit t t_zero ci_low ci_high p p_adjusted "
    "p_workspace "
    "tier hit_rate base_rate mde null_method family_size sample tradable known_basis look_ahead";

} // namespace

/// The sample's study from the question to the relationships, and every way a study can be wrong.
class TestCliStudy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void saysEverythingItPromises();
    void findsWhatWasPlanted();
    void givesTheSameBitsOnOneThreadAndTwo();
    void listsAndShowsRuns();
    void showsOneFindingWithItsSentence();
    void tellsPeopleWhatTheyMustKnow();
    void exportsTheReport();
    void keepsWhatItBelieves();
    void opensTheHoldOutOnce();
    void addsNothingWhenAskedAgain();
    void walksThroughThePastAndBelievesNothing();
    void refusesAWrongWalk();
    void refusesAWrongStudy_data();
    void refusesAWrongStudy();

private:
    [[nodiscard]] Ran here(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("-w"), m_sample} + arguments);
    }
    [[nodiscard]] Ran here(const char *line) const { return here(words(line)); }

    QTemporaryDir m_folder;
    QString m_sample;
    QJsonObject m_report;
    QString m_run;
};

void TestCliStudy::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_sample = m_folder.filePath(QStringLiteral("sample"));
    EXITS_WITH(run(words("workspace init --sample --seed 7") + QStringList{m_sample}), 0);
    const Ran ran = here("--json study run sample");
    EXITS_WITH(ran, 0);
    m_report = QJsonDocument::fromJson(ran.out).object();
    m_run = m_report.value(QStringLiteral("run")).toString();
    QVERIFY2(!m_run.isEmpty(), ran.said());
    QCOMPARE(ran.out.count('\n'), 1);
}

void TestCliStudy::saysEverythingItPromises()
{
    QCOMPARE(missingKeys(m_report, kRunKeys), QStringList());
    const QJsonArray findings = m_report.value(QStringLiteral("findings")).toArray();
    QVERIFY(!findings.isEmpty());
    for (const QJsonValue &finding : findings) {
        QCOMPARE(missingKeys(finding.toObject(), kFindingKeys), QStringList());
        QCOMPARE(finding[QStringLiteral("window")].toArray().size(), 2);
        const QString tier = finding[QStringLiteral("tier")].toString();
        QVERIFY(tier == QStringLiteral("significant") || tier == QStringLiteral("candidate") ||
                tier == QStringLiteral("none"));
        QCOMPARE(finding[QStringLiteral("family_size")].toInteger(),
                 m_report.value(QStringLiteral("hypotheses")).toInteger());
    }
}

void TestCliStudy::findsWhatWasPlanted()
{
    QSet<QString> significant;
    for (const QJsonValue &finding : m_report.value(QStringLiteral("findings")).toArray()) {
        if (finding[QStringLiteral("tier")].toString() == QStringLiteral("significant"))
            significant << finding[QStringLiteral("event")].toString();
    }
    QVERIFY(significant.contains(QStringLiteral("refinery_outage")));   // truth.json: stable
    QVERIFY(!significant.contains(QStringLiteral("satellite_launch"))); // a null type
}

void TestCliStudy::givesTheSameBitsOnOneThreadAndTwo()
{
    for (const char *threads : {"1", "2"}) {
        const Ran ran = here(words("--json study verify") +
                             QStringList{m_run, QStringLiteral("--threads"), QLatin1String(threads)});
        EXITS_WITH(ran, 0);
        QCOMPARE(missingKeys(ran.json(), "run same expected found elapsed_ms"), QStringList());
        QCOMPARE(ran.json().value(QStringLiteral("found")), m_report.value(QStringLiteral("result_hash")));
    }
    const Ran none = here("study verify nonsense");
    EXITS_WITH(none, 2);
    QVERIFY2(none.saysOneSentence(), none.said());
}

void TestCliStudy::listsAndShowsRuns()
{
    const Ran list = here("--json study list");
    EXITS_WITH(list, 0);
    const QJsonArray runs = list.json().value(QStringLiteral("runs")).toArray();
    QVERIFY(!runs.isEmpty());
    QCOMPARE(missingKeys(runs[0].toObject(), "run study family started_at status hypotheses significant "
                                             "candidates expected_false snapshot result_hash elapsed_ms"),
             QStringList());
    const Ran shown = here(words("--json study show") + QStringList{m_run});
    EXITS_WITH(shown, 0);
    QCOMPARE(shown.json().value(QStringLiteral("result_hash")),
             m_report.value(QStringLiteral("result_hash")));
    QCOMPARE(shown.json().value(QStringLiteral("findings")), m_report.value(QStringLiteral("findings")));
    const Ran all = here(words("--json study show --all") + QStringList{m_run});
    EXITS_WITH(all, 0);
    QCOMPARE(all.json().value(QStringLiteral("findings")).toArray().size(),
             m_report.value(QStringLiteral("hypotheses")).toInteger());
}

void TestCliStudy::showsOneFindingWithItsSentence()
{
    // one that was kept without being reported: asked by its hypothesis, it still says how sure it is
    const Ran all = here(words("--json study show --all") + QStringList{m_run});
    EXITS_WITH(all, 0);
    QJsonObject weakest;
    for (const QJsonValue &finding : all.json().value(QStringLiteral("findings")).toArray()) {
        if (weakest.isEmpty()
            || finding[QStringLiteral("p_adjusted")].toDouble() > weakest[QStringLiteral("p_adjusted")].toDouble())
            weakest = finding.toObject();
    }
    const QString hypothesis = weakest[QStringLiteral("hypothesis")].toString();
    const Ran one = here(words("--json study show") + QStringList{m_run, QStringLiteral("--finding"), hypothesis});
    EXITS_WITH(one, 0);
    const QJsonArray findings = one.json().value(QStringLiteral("findings")).toArray();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0][QStringLiteral("hypothesis")].toString(), hypothesis);
    QCOMPARE(findings[0][QStringLiteral("p_adjusted")], weakest[QStringLiteral("p_adjusted")]);
    QVERIFY2(one.json().value(QStringLiteral("sentence")).toString().contains(QStringLiteral("asked alone")),
             qPrintable(one.json().value(QStringLiteral("sentence")).toString()));
    QVERIFY(!one.json().value(QStringLiteral("checks")).toArray().isEmpty());
    const Ran text = here(words("study show") + QStringList{m_run, QStringLiteral("--finding"), hypothesis});
    EXITS_WITH(text, 0);
    QVERIFY(text.out.contains("asked alone"));
}

void TestCliStudy::tellsPeopleWhatTheyMustKnow()
{
    const Ran shown = here(words("study show") + QStringList{m_run});
    EXITS_WITH(shown, 0);
    for (const char *word : {"SIMULATED", "chance alone", "95 % interval", "p adjusted", "family", "tradable",
                             "look-ahead", "sealed"})
        QVERIFY2(shown.out.contains(word), word);
}

void TestCliStudy::exportsTheReport()
{
    const QString folder = m_folder.filePath(QStringLiteral("report"));
    EXITS_WITH(here(words("study run sample -o") + QStringList{folder}), 0);
    QFile json(folder + QStringLiteral("/report.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(missingKeys(QJsonDocument::fromJson(json.readAll()).object(), kRunKeys), QStringList());
    QFile csv(folder + QStringLiteral("/findings.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), m_report.value(QStringLiteral("findings")).toArray().size() + 1);
}

void TestCliStudy::keepsWhatItBelieves()
{
    const Ran list = here("--json relationships list");
    EXITS_WITH(list, 0);
    const QJsonArray relationships = list.json().value(QStringLiteral("relationships")).toArray();
    QVERIFY(!relationships.isEmpty());
    const char *keys = "hypothesis_id family family_size run event asset window statistic tier n effect "
                       "ci_low ci_high unit t p_value "
                       "p_adjusted hit_rate base_rate edge status discovered_at validated_at holdout";
    for (const QJsonValue &relationship : relationships) {
        QCOMPARE(missingKeys(relationship.toObject(), keys), QStringList());
        QVERIFY(relationship[QStringLiteral("ci_low")].isDouble());
        QVERIFY(relationship[QStringLiteral("family_size")].toInt() > 0);
    }
    const QString id = relationships[0][QStringLiteral("hypothesis_id")].toString();
    const Ran one = here(words("--json relationships show") + QStringList{id.left(12)});
    EXITS_WITH(one, 0);
    QCOMPARE(QJsonValue(one.json()), relationships[0]);
    const Ran human = here(words("relationships show") + QStringList{id});
    EXITS_WITH(human, 0);
    QVERIFY(human.out.contains("by chance"));
    const Ran none = here("relationships show ffffffffffff");
    EXITS_WITH(none, 2);
    QVERIFY2(none.saysOneSentence(), none.said());
}

void TestCliStudy::opensTheHoldOutOnce()
{
    const Ran list = here("--json relationships list");
    const QString id =
        list.json().value(QStringLiteral("relationships"))[0][QStringLiteral("hypothesis_id")].toString();
    const Ran ran = here(words("--json relationships unseal") + QStringList{id});
    EXITS_WITH(ran, 0);
    const QJsonObject holdout = ran.json().value(QStringLiteral("holdout")).toObject();
    QCOMPARE(missingKeys(holdout, "opened_at n effect t p p_holm confirmed"), QStringList());
    const QJsonObject finding = ran.json().value(QStringLiteral("finding")).toObject();
    QCOMPARE(missingKeys(finding, kFindingKeys), QStringList());
    QCOMPARE(finding.value(QStringLiteral("sample")).toString(), QStringLiteral("holdout"));
    const Ran again = here(words("relationships unseal") + QStringList{id});
    EXITS_WITH(again, 2);
    QVERIFY2(again.saysOneSentence(), again.said());
    QCOMPARE(here("--json ledger summary").json().value(QStringLiteral("opened")).toInt(), 1);
    QVERIFY(here("relationships list").out.contains("confirmed"));
}

void TestCliStudy::addsNothingWhenAskedAgain()
{
    const Ran before = here("--json ledger summary");
    EXITS_WITH(here("study run sample --quiet"), 0);
    const Ran after = here("--json ledger summary");
    QCOMPARE(after.json().value(QStringLiteral("families")), before.json().value(QStringLiteral("families")));
    QCOMPARE(after.json().value(QStringLiteral("questions")),
             before.json().value(QStringLiteral("questions")));
}

void TestCliStudy::walksThroughThePastAndBelievesNothing()
{
    const QJsonObject before = here("--json ledger summary").json();
    const Ran ran = here("--json study walk sample-surprise --from 2015 --to 2020-12-31 --step 2y");
    EXITS_WITH(ran, 0);
    const QJsonObject report = ran.json();
    QCOMPARE(
        missingKeys(report,
                    "walk study snapshot from to step questions steps found uncorrected notes elapsed_ms"),
        QStringList());
    const QJsonArray steps = report.value(QStringLiteral("steps")).toArray();
    QCOMPARE(steps.size(), 3);
    double questions = 0;
    for (const QJsonValue &step : steps) {
        QCOMPARE(missingKeys(step.toObject(), "at until asked found scored held uncorrected findings"),
                 QStringList());
        questions += step[QStringLiteral("asked")].toDouble();
        for (const QJsonValue &finding : step[QStringLiteral("findings")].toArray())
            QCOMPARE(missingKeys(finding.toObject(),
                                 "event asset window tier n effect t n_next next held forecast"),
                     QStringList());
    }
    QCOMPARE(report.value(QStringLiteral("questions")).toDouble(), questions);
    const QJsonObject found = report.value(QStringLiteral("found")).toObject();
    QCOMPARE(missingKeys(found, "found scored held share_held ci_low ci_high effects reliability brier"),
             QStringList());
    QVERIFY(found.value(QStringLiteral("held")).toInt() >= 10); // the quintiles are planted, and last
    QCOMPARE(found.value(QStringLiteral("held")), found.value(QStringLiteral("scored")));
    const QJsonObject after = here("--json ledger summary").json();
    for (const char *same : {"families", "questions", "runs", "significant"})
        QCOMPARE(after.value(QLatin1String(same)), before.value(QLatin1String(same)));
    QCOMPARE(after.value(QStringLiteral("walks")).toInt(), before.value(QStringLiteral("walks")).toInt() + 1);
    QCOMPARE(after.value(QStringLiteral("walked")).toDouble(),
             before.value(QStringLiteral("walked")).toDouble() + questions);
    const Ran human = here("study walk sample-surprise --from 2017-06-01 --to 2019 --step 1y");
    EXITS_WITH(human, 0);
    for (const char *word :
         {"SIMULATED", "a coin gives half", "discovered at", "uncorrected t-test", "Brier"})
        QVERIFY2(human.out.contains(word), word);
    QVERIFY(here("ledger summary").out.contains("Walks through the past"));
}

void TestCliStudy::refusesAWrongWalk()
{
    for (const char *wrong :
         {"study walk sample --from soon", "study walk sample --from 2015 --step 1h",
          "study walk nothing --from 2015", "study walk sample --from 2030", "study walk sample"}) {
        const Ran ran = here(wrong);
        EXITS_WITH(ran, 2);
        QVERIFY2(ran.saysOneSentence(), ran.said());
    }
}

void TestCliStudy::refusesAWrongStudy_data()
{
    QTest::addColumn<QByteArray>("study");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *study, const char *says) {
        QTest::newRow(name) << QByteArray(study) << QByteArray(says);
    };
    row("not JSON", R"({"events": [)", "line");
    row("unknown key",
        "{\"events\": [{\"filter\": \"storm\"}],\n \"assets\": [\"SIM-INDEX\"], \"windoes\": [[0,0]]}",
        "windows");
    row("no events", R"({"assets": ["SIM-INDEX"]})", "events");
    row("unknown asset", R"({"events": [{"filter": "event_type == storm_warning"}], "assets": ["NOPE"]})",
        "NOPE");
    row("impossible window",
        R"({"events": [{"filter": "event_type == storm_warning"}], "assets": ["SIM-EN01"], "windows": [[5,1]]})",
        "window");
    row("endless window",
        R"({"events": [{"filter": "event_type == storm_warning"}], "assets": ["SIM-EN01"], "windows": [[0,100000]]})",
        "2000");
    row("filter fault", R"({"events": [{"filter": "event_type = storm"}], "assets": ["SIM-EN01"]})",
        "column 12");
    row("nothing happens", R"({"events": [{"filter": "event_type == nothing"}], "assets": ["SIM-EN01"]})",
        "event");
    row("impossible sample",
        R"({"events": [{"filter": "event_type == storm_warning"}], "assets": ["SIM-EN01"], "sample": {"from": "2020-01-01", "to": "2010-01-01"}})",
        "sample");
}

void TestCliStudy::refusesAWrongStudy()
{
    QFETCH(QByteArray, study);
    QFETCH(QByteArray, says);
    const Ran before = here("--json ledger summary");
    const QString file = m_folder.filePath(QStringLiteral("wrong.json"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(study);
    out.close();
    const Ran ran = here(words("study run") + QStringList{file});
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QVERIFY2(ran.err.contains(says), ran.said());
    QCOMPARE(here("--json ledger summary").json(), before.json()); // nothing half done
}

QTEST_GUILESS_MAIN(TestCliStudy)
#include "tst_clistudy.moc"
