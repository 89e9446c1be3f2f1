// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "widgets/discovery/evidencemodel.h"
#include "widgets/discovery/findingdetail.h"
#include "widgets/discovery/findingsmodel.h"
#include "widgets/discovery/responsesmodel.h"
#include "widgets/discovery/runhistory.h"
#include "widgets/studycharts/studycharts.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace core;
using namespace widgets;
using discovery::Finding;
using discovery::RunReport;
using namespace Qt::StringLiterals;

namespace {

Finding whole(const char *event, double effect, const char *tier)
{
    Finding finding;
    finding.hypothesis[0] = static_cast<unsigned char>(std::lround(std::abs(effect)));
    finding.event = event;
    finding.asset = "SIM-A";
    finding.window = {1, 5};
    finding.n = 40;
    finding.nBars = 3000;
    finding.effect = effect;
    finding.base = 1.5;
    finding.unit = "bp";
    finding.t = finding.tZero = 4.2;
    finding.ciLow = effect - 10;
    finding.ciHigh = effect + 10;
    finding.p = 0.0003;
    finding.pAdjusted = finding.pWorkspace = 0.012;
    finding.tier = finding.computedTier = tier;
    finding.hitRate = 0.7;
    finding.baseRate = 0.5;
    finding.mde = 62;
    finding.nullMethod = "circular_shift";
    finding.familySize = 900;
    finding.tradable = true;
    finding.knownBasis = "published";
    finding.y = 6;
    return finding;
}

std::shared_ptr<RunReport> report(std::vector<Finding> findings)
{
    auto out = std::make_shared<RunReport>();
    out->run = "r1";
    out->hypotheses = 900;
    out->findings = std::move(findings);
    return out;
}

} // namespace

class TestDiscoveryModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.use(u"dark"_s); }

    void behaveAsModels();
    void showNumbersAsPeopleReadThem();
    void sortMissingNumbersLast();
    void withholdTheVerdictWhenSomethingIsMissing();
    void showHostileNamesAsText();
    void copyPlainNumbers();
    void warnOfTheWholeWorkspace();
    void sayThatAFindingLooksAhead();
    void drawTheNullOfTheFamily();
    void partAlphaAmongNulls();
    void knowTheThresholdOfTheNull();

private:
    Theme m_theme;
};

void TestDiscoveryModels::behaveAsModels()
{
    FindingsModel findings(m_theme);
    const QAbstractItemModelTester first(&findings, QAbstractItemModelTester::FailureReportingMode::Fatal);
    findings.setReport(report({whole("a", 12, "significant"), whole("b", -3, "none")}));
    FindingsOrder order;
    const QAbstractItemModelTester second(&order, QAbstractItemModelTester::FailureReportingMode::Fatal);
    order.setSourceModel(&findings);
    for (int column = 0; column < FindingsModel::Columns; ++column)
        order.sort(column, Qt::DescendingOrder);
    findings.setReport(nullptr);
    QCOMPARE(order.rowCount(), 0);

    EvidenceModel evidence(m_theme);
    const QAbstractItemModelTester third(&evidence, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ShownRun run;
    run.report = report({whole("a", 12, "significant")});
    evidence.setFinding(run, run.report->findings.front());
    QVERIFY(evidence.rowCount() > 15);
    evidence.clear();

    ResponsesModel responses;
    const QAbstractItemModelTester fourth(&responses, QAbstractItemModelTester::FailureReportingMode::Fatal);
    discovery::EventResponse response;
    response.at = base::Instant(0);
    response.response = 12.5;
    response.label = "JP";
    responses.setResponses({response}, "bp");
    QCOMPARE(responses.index(0, ResponsesModel::Response).data().toString(), u"+12.5 bp"_s);

    RunsModel runs;
    const QAbstractItemModelTester fifth(&runs, QAbstractItemModelTester::FailureReportingMode::Fatal);
    store::RunRecord record;
    record.run = "r1";
    record.study = R"({"name":"one"})";
    record.status = "done";
    runs.setRuns({record, record});
    QCOMPARE(runs.index(1, RunsModel::Study).data().toString(), u"one"_s);
    runs.setRuns({});
}

void TestDiscoveryModels::showNumbersAsPeopleReadThem()
{
    FindingsModel model(m_theme);
    model.setReport(report({whole("a", -12.34, "candidate")}));
    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(FindingsModel::Tier), u"candidate"_s);
    QVERIFY(!model.index(0, FindingsModel::Tier).data(Qt::DecorationRole).isNull());
    QCOMPARE(cell(FindingsModel::Effect), u"\u221212.3 bp"_s);
    QCOMPARE(cell(FindingsModel::Interval), u"\u221222.3 to \u22122.34"_s);
    QCOMPARE(cell(FindingsModel::PAdjusted), u"0.0120"_s);
    QCOMPARE(cell(FindingsModel::Family), u"900"_s);
    QVERIFY(model.index(0, FindingsModel::Effect).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(!tierIcon(whole("a", 1, "significant")).isEmpty());
    QVERIFY(tierIcon(whole("a", 1, "significant")) != tierIcon(whole("a", 1, "candidate")));
}

void TestDiscoveryModels::sortMissingNumbersLast()
{
    Finding missing = whole("missing", 0, "none");
    missing.t = domain::kMissing;
    FindingsModel model(m_theme);
    Finding weak = whole("weak", 1, "none");
    weak.t = 1;
    model.setReport(report({missing, whole("strong", 2, "none"), weak}));
    FindingsOrder order;
    order.setSourceModel(&model);
    const auto first = [&order](int row) { return order.index(row, FindingsModel::Event).data().toString(); };
    order.sort(FindingsModel::T, Qt::AscendingOrder);
    QCOMPARE((QStringList{first(0), first(1), first(2)}),
             (QStringList{u"weak"_s, u"strong"_s, u"missing"_s}));
    order.sort(FindingsModel::T, Qt::DescendingOrder);
    QCOMPARE((QStringList{first(0), first(1), first(2)}),
             (QStringList{u"strong"_s, u"weak"_s, u"missing"_s}));
}

void TestDiscoveryModels::withholdTheVerdictWhenSomethingIsMissing()
{
    Finding finding = whole("a", 12, "significant");
    finding.ciLow = domain::kMissing;
    FindingsModel model(m_theme);
    model.setReport(report({finding}));
    QCOMPARE(model.index(0, FindingsModel::Tier).data().toString(), u"withheld"_s);
    QVERIFY(model.index(0, FindingsModel::Tier).data(Qt::ToolTipRole).toString().contains(u"interval"_s));

    const QTemporaryDir folder;
    const base::SystemClock clock;
    workbench::Session session(clock, {});
    Settings settings(folder.filePath(u"s.conf"_s));
    Desk desk(session, m_theme, settings);
    FindingDetail detail(desk);
    ShownRun run;
    run.report = report({finding});
    detail.setFinding(run, finding);
    QVERIFY2(!detail.sentence().contains(u"Significant"_s), qPrintable(detail.sentence()));
    const auto *withheld = detail.findChild<QLabel *>(u"findingWithheld"_s);
    QVERIFY(withheld->isVisibleTo(&detail));
    QVERIFY2(withheld->text().contains(u"interval"_s), qPrintable(withheld->text()));
    QCOMPARE(detail.evidence()->valueOf(u"tier"_s), u"withheld"_s);
}

void TestDiscoveryModels::showHostileNamesAsText()
{
    const char *name = "<b>bold</b>\n<img src=x>\u202Eevil";
    FindingsModel model(m_theme);
    model.setReport(report({whole(name, 12, "significant")}));
    const QString shown = model.index(0, FindingsModel::Event).data().toString();
    QVERIFY(shown.contains(u"<b>bold</b>"_s)); // a delegate paints it as it stands
    QVERIFY(!shown.contains(u'\n'));
    QVERIFY(!shown.contains(QChar(0x202E)));
    QVERIFY(!model.index(0, FindingsModel::Event).data(Qt::ToolTipRole).toString().contains(u"<b>bold"_s));

    const QTemporaryDir folder;
    const base::SystemClock clock;
    workbench::Session session(clock, {});
    Settings settings(folder.filePath(u"s.conf"_s));
    Desk desk(session, m_theme, settings);
    FindingDetail detail(desk);
    ShownRun run;
    run.report = report({whole(name, 12, "significant")});
    detail.setFinding(run, run.report->findings.front());
    const auto *sentence = detail.findChild<QLabel *>(u"findingSentence"_s);
    QCOMPARE(sentence->textFormat(), Qt::PlainText);
    QVERIFY(!sentence->text().contains(QChar(0x202E)));
    for (const QLabel *label : detail.findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
}

void TestDiscoveryModels::copyPlainNumbers()
{
    FindingsModel model(m_theme);
    model.setReport(report({whole("a\tb", -12.5, "significant")}));
    const QStringList lines = model.copied({0}).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    QVERIFY(lines[1].contains(u"\t-12.5\t"_s));
}

void TestDiscoveryModels::warnOfTheWholeWorkspace()
{
    Finding finding = whole("a", 12, "significant");
    finding.pWorkspace = 0.2;
    ShownRun run;
    run.report = report({finding});
    EvidenceModel model(m_theme);
    model.setFinding(run, finding);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == u"p workspace"_s)
            QCOMPARE(model.index(row, 1).data(Qt::ForegroundRole).value<QColor>(), m_theme.color(Role::Warn));
    }
    QCOMPARE(model.valueOf(u"p workspace"_s), u"0.2000"_s);
}

void TestDiscoveryModels::sayThatAFindingLooksAhead()
{
    Finding finding = whole("a", 12, "significant");
    finding.lookAhead = "failed";
    ShownRun run;
    run.report = report({finding, whole("b", 12, "significant")});
    FindingsModel findings(m_theme);
    findings.setReport(run.report);
    QCOMPARE(findings.index(0, FindingsModel::LookAhead).data().toString(), u"failed"_s);
    QCOMPARE(findings.index(1, FindingsModel::LookAhead).data().toString(), u"not tested"_s);
    EvidenceModel model(m_theme);
    model.setFinding(run, finding);
    QCOMPARE(model.valueOf(u"look-ahead"_s), u"failed"_s);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == u"look-ahead"_s)
            QCOMPARE(model.index(row, 1).data(Qt::ForegroundRole).value<QColor>(), m_theme.color(Role::Warn));
    }
}

void TestDiscoveryModels::drawTheNullOfTheFamily()
{
    const auto run = report({whole("a", 12, "significant")});
    run->maxima = {6, 1, 2, 3, 4, 2, 3, 2, 1, 2, 3, 2, 2, 3, 2, 1, 2, 3, 2, 4};
    const ChartSpec spec = nullDistributionChart(*run, run->findings.front(),
                                                 jointNullOf(*run, run->findings.front(), {}), {}, 0.05, {});
    QCOMPARE(spec.series.size(), std::size_t{1});
    double drawn = 0;
    for (const double count : *spec.series.front().y)
        drawn += count;
    QCOMPARE(drawn, 19.0); // every shift but the observed one
    QVERIFY2(spec.summary.contains(u"of 19 shifts"_s), qPrintable(spec.summary));
    QVERIFY(std::any_of(spec.rules.begin(), spec.rules.end(),
                        [](const ChartRule &rule) { return rule.at == 6; }));
    run->maxima.clear();
    QVERIFY(nullDistributionChart(*run, run->findings.front(), jointNullOf(*run, run->findings.front(), {}),
                                  {}, 0.05, {})
                .series.empty());
}

void TestDiscoveryModels::partAlphaAmongNulls()
{
    Finding finding = whole("a", 12, "significant");
    finding.y = 6;
    finding.pAdjusted = 0.1; // twice the 1/20 of the shifts: half of the hypotheses were tested by them
    const auto run = report({finding});
    const std::vector<float> maxima{6, 1, 2, 3, 4, 2, 3, 2, 1, 2, 3, 2, 2, 3, 2, 1, 2, 3, 2, 4};
    const JointNull joint = jointNullOf(*run, finding, maxima);
    QCOMPARE(joint.maxima, maxima);
    QCOMPARE(joint.share, 0.5);
    Finding matched = finding;
    matched.nullMethod = "matched_days";
    QVERIFY(jointNullOf(*run, matched, maxima).maxima.empty());
}

void TestDiscoveryModels::knowTheThresholdOfTheNull()
{
    std::vector<float> maxima{99};
    for (int i = 1; i < 100; ++i)
        maxima.push_back(static_cast<float>(i));
    // alpha 5 of 100: four others may reach it, so the value must exceed the fifth largest, 95
    QCOMPARE(nullThreshold(maxima, 0.05), 95.0);
    QVERIFY(std::isnan(nullThreshold({1, 2, 3}, 0.05)));
}

QTEST_MAIN(TestDiscoveryModels)

#include "tst_discoverymodels.moc"
