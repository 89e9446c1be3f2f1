// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's own studies through the whole study run: what truth.json promises is what the report says.
// FORESHOCK_SAMPLE_SEEDS=200 with QTEST_FUNCTION_TIMEOUT=3600000 asks as many samples as the promise was made
// for, about two seconds each; the suite takes a few.
#include "core/discovery/runner.h"
#include "core/discovery/studyrerun.h"
#include "core/sources/sample.h"
#include "core/sources/sampleevents.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

#include <QTemporaryDir>

#include <cmath>
#include <map>
#include <set>

using namespace core;
using namespace core::sources;
using discovery::Finding;
using discovery::RunReport;

namespace {

/// A sample in memory, and a ledger of its own.
class Asked final
{
public:
    explicit Asked(std::uint64_t seed)
        : m_sample(*makeSample(seed))
    {
        m_catalog = std::move(
            *store::Catalog::create(std::filesystem::path(m_dir.path().toStdString()) / "catalog", m_clock));
        m_ledger = std::make_unique<store::Ledger>(*m_catalog);
        m_events.events = m_sample.events;
        m_bars.known = m_sample.instruments;
        for (const domain::Action &action : m_sample.actions)
            m_bars.corporate[action.symbol].push_back(action);
        for (const domain::Bar &bar : m_sample.bars) {
            domain::BarSeries &series = m_bars.series[bar.symbol];
            series.symbol = bar.symbol;
            series.interval = bar.interval;
            series.ts.push_back(bar.ts);
            series.tsEnd.push_back(bar.tsEnd);
            series.open.push_back(bar.open);
            series.high.push_back(bar.high);
            series.low.push_back(bar.low);
            series.close.push_back(bar.close);
            series.adjClose.push_back(bar.adjClose);
            series.volume.push_back(bar.volume);
        }
        for (const domain::Instrument &instrument : m_sample.instruments)
            m_sectors[instrument.symbol] = instrument.sector;
    }

    base::Result<RunReport> run(std::size_t study)
    {
        const auto parsed = domain::parseStudy(m_sample.studies[study].text, m_clock.now());
        if (!parsed.ok())
            return parsed.error();
        m_clock.advance(std::chrono::seconds(1));
        return discovery::runStudy(*parsed, context());
    }

    base::Result<discovery::StudyLookAhead> lookAhead(std::size_t study)
    {
        const auto parsed = domain::parseStudy(m_sample.studies[study].text, m_clock.now());
        if (!parsed.ok())
            return parsed.error();
        return discovery::lookAheadOf(*parsed, context(), 6);
    }

    [[nodiscard]] std::string sectorOf(const std::string &symbol) const
    {
        const auto it = m_sectors.find(symbol);
        return it == m_sectors.end() ? std::string() : it->second;
    }

private:
    [[nodiscard]] discovery::RunContext context() const
    {
        discovery::RunContext out{m_events, m_bars, *m_ledger, m_clock};
        out.snapshot = 1'000'000;
        out.sealedFrom = base::Instant(m_sample.sealedFrom);
        out.threads = 2;
        return out;
    }

    SampleWorkspace m_sample;
    QTemporaryDir m_dir;
    base::ManualClock m_clock{*base::parseInstant("2025-01-02T03:04:05Z")};
    std::unique_ptr<store::Catalog> m_catalog;
    std::unique_ptr<store::Ledger> m_ledger;
    support::FakeEvents m_events;
    support::FakeBars m_bars;
    std::map<std::string, std::string> m_sectors;
};

/// The plant a significant finding belongs to; None when it is false.
SamplePlant plantOf(const Asked &asked, const Finding &finding, std::initializer_list<SamplePlant> plants)
{
    for (const SamplePlant plant : plants) {
        const SampleEventType &type = sampleEventType(plant);
        // a series is named after what is distinct in it, so its name holds the type
        if (finding.event.find(type.name) != std::string::npos &&
            asked.sectorOf(finding.asset) == type.sector)
            return plant;
    }
    return SamplePlant::None;
}

struct Outcome {
    std::set<SamplePlant> found;
    bool anyFalse = false;
};

Outcome judge(const Asked &asked, const RunReport &report, std::initializer_list<SamplePlant> plants,
              int seed)
{
    Outcome outcome;
    for (const Finding &finding : report.findings) {
        if (finding.tier != "significant")
            continue;
        const SamplePlant plant = plantOf(asked, finding, plants);
        if (plant == SamplePlant::None) {
            outcome.anyFalse = true;
            qInfo("seed %d: %s on %s [%d,%d] %s p_adjusted %.4f", seed, finding.event.c_str(),
                  finding.asset.c_str(), finding.window.first, finding.window.last,
                  finding.nullMethod.c_str(), finding.pAdjusted);
        } else {
            outcome.found.insert(plant);
        }
    }
    return outcome;
}

/// Found: the five means ascend and top minus bottom is significant. False: anything significant after the
/// day.
Outcome judgeQuintiles(const RunReport &report)
{
    std::map<std::string, double> means;
    Outcome outcome;
    bool spread = false;
    for (const Finding &finding : report.findings) {
        if (finding.window.first != 0) {
            outcome.anyFalse = outcome.anyFalse || finding.tier == "significant";
            continue;
        }
        if (finding.event.find("top minus bottom") != std::string::npos)
            spread = finding.tier == "significant";
        else
            means[finding.event] = finding.effect; // ascending by name: bin 1 of 5, bin 2 of 5, …
    }
    std::vector<double> ordered;
    for (const auto &[name, mean] : means)
        ordered.push_back(mean);
    if (spread && ordered.size() == 5 && std::is_sorted(ordered.begin(), ordered.end()))
        outcome.found.insert(SamplePlant::Quintiles);
    return outcome;
}

} // namespace

class tst_SampleStudies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSamplesOwnStudiesFindWhatIsPlantedAndNothingElse()
    {
        const int asked = qEnvironmentVariableIntValue("FORESHOCK_SAMPLE_SEEDS");
        const int seeds = asked > 0 ? asked : 8;
        std::map<SamplePlant, int> found;
        std::map<std::string, int> anyFalse;
        std::int64_t elapsedMs = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            Asked sample(static_cast<std::uint64_t>(seed));
            const auto returns = sample.run(0);
            VERIFY_OK(returns);
            const auto volatility = sample.run(1);
            VERIFY_OK(volatility);
            const auto surprise = sample.run(2);
            VERIFY_OK(surprise);
            elapsedMs += returns->elapsedMs + volatility->elapsedMs + surprise->elapsedMs;
            const Outcome outcomes[] = {
                judge(sample, *returns, {SamplePlant::Stable, SamplePlant::Fading}, seed),
                judge(sample, *volatility, {SamplePlant::Volatility}, seed), judgeQuintiles(*surprise)};
            const char *names[] = {"returns", "volatility", "surprise"};
            for (std::size_t study = 0; study < std::size(outcomes); ++study) {
                for (const SamplePlant plant : outcomes[study].found)
                    ++found[plant];
                anyFalse[names[study]] += outcomes[study].anyFalse;
            }
        }
        qInfo("of %d samples: stable %d, fading %d, volatility %d, quintiles %d; any false finding: returns "
              "%d, volatility %d, "
              "surprise %d; %lld ms for the three studies",
              seeds, found[SamplePlant::Stable], found[SamplePlant::Fading], found[SamplePlant::Volatility],
              found[SamplePlant::Quintiles], anyFalse["returns"], anyFalse["volatility"],
              anyFalse["surprise"], static_cast<long long>(elapsedMs / seeds));
        for (const SamplePlant plant :
             {SamplePlant::Stable, SamplePlant::Fading, SamplePlant::Volatility, SamplePlant::Quintiles})
            QVERIFY(found[plant] >= 0.9 * seeds);
        for (const auto &[study, count] : anyFalse)
            QVERIFY(count <= seeds * (0.05 + 2 * std::sqrt(0.05 * 0.95 / seeds)));
    }

    void theStableEffectCanBeTraded()
    {
        Asked sample(1);
        const auto returns = sample.run(0);
        VERIFY_OK(returns);
        const auto stable =
            std::find_if(returns->findings.begin(), returns->findings.end(), [&](const Finding &finding) {
                return finding.tier == "significant" &&
                       plantOf(sample, finding, {SamplePlant::Stable}) == SamplePlant::Stable;
            });
        QVERIFY(stable != returns->findings.end());
        QVERIFY((stable->window == domain::Window{1, 1}));
        QVERIFY(stable->tradable);
    }

    void theLookAheadTestNamesWhatIsStampedAfterTheFactAndNothingElse()
    {
        Asked sample(1);
        const auto returns = sample.lookAhead(0);
        VERIFY_OK(returns);
        QCOMPARE(returns->sentences.size(), std::size_t{1});
        const QString name = QString::fromUtf8(sampleEventType(SamplePlant::AfterTheFact).name.data());
        QVERIFY2(returns->sentences[0].contains(name), qPrintable(returns->sentences[0]));
        QVERIFY(returns->sentences[0].contains(QStringLiteral("stamped before anybody knew")));
        for (const std::size_t study : {1U, 2U}) {
            const auto looked = sample.lookAhead(study);
            VERIFY_OK(looked);
            QVERIFY(looked->report.compared > 1'000);
            QVERIFY2(looked->sentences.empty(),
                     looked->sentences.empty() ? "" : qPrintable(looked->sentences[0]));
        }
    }

    void theWeekdayTrapIsComparedWithItsWeekday()
    {
        Asked sample(1);
        const auto returns = sample.run(0);
        VERIFY_OK(returns);
        int seen = 0;
        for (const Finding &finding : returns->findings) {
            if (finding.event.find(sampleEventType(SamplePlant::Weekday).name) == std::string::npos)
                continue;
            ++seen;
            QCOMPARE(finding.nullMethod, std::string("matched_days"));
            QCOMPARE(finding.tier, std::string("none"));
        }
        QVERIFY(seen > 0);
    }
};

QTEST_APPLESS_MAIN(tst_SampleStudies)
#include "tst_samplestudies.moc"
