// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/study.h"
#include "core/market/adjust.h"
#include "core/market/dayrules.h"
#include "core/market/gaps.h"
#include "core/sources/sample.h"
#include "core/sources/sampleevents.h"
#include "tests/support/check.h"

#include <QJsonArray>

#include <cmath>
#include <map>
#include <set>

using namespace core;
using namespace core::sources;
using domain::Bar;
using domain::BarSeries;
using domain::Event;
using market::date;

namespace {

const SampleWorkspace &sample()
{
    static const SampleWorkspace workspace = *makeSample(7);
    return workspace;
}

BarSeries seriesOf(const SampleWorkspace &workspace, std::string_view symbol)
{
    BarSeries series;
    series.symbol = symbol;
    series.interval = "1d";
    for (const Bar &bar : workspace.bars) {
        if (bar.symbol != symbol)
            continue;
        series.ts.push_back(bar.ts);
        series.tsEnd.push_back(bar.tsEnd);
        series.open.push_back(bar.open);
        series.high.push_back(bar.high);
        series.low.push_back(bar.low);
        series.close.push_back(bar.close);
        series.adjClose.push_back(bar.adjClose);
        series.volume.push_back(bar.volume);
    }
    return series;
}

} // namespace

class tst_Sample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEverywhereThatItIsSimulated()
    {
        for (const auto &instrument : sample().instruments) {
            QCOMPARE(instrument.kind, std::string("simulated"));
            QVERIFY(instrument.name.starts_with("Simulated"));
        }
        for (const Event &event : sample().events)
            QCOMPARE(event.source, std::string("simulated"));
        for (const Bar &bar : sample().bars)
            QCOMPARE(bar.source, std::string("simulated"));
        QCOMPARE(sample().truth.value(QStringLiteral("simulated")).toBool(), true);
    }

    void hasSixtyCompaniesOverFifteenYears()
    {
        QCOMPARE(sample().instruments.size(), std::size_t(61)); // one company has two names
        const BarSeries index = seriesOf(sample(), "SIM-INDEX");
        const auto sessions =
            market::TradingCalendar::find("XNYS")->sessions(date(2010, 1, 1), date(2024, 12, 31));
        QCOMPARE(index.size(), sessions->size());
        QCOMPARE(index.ts.front(), sessions->front().open);
        QCOMPARE(index.tsEnd.back(), sessions->back().close);
        for (const Bar &bar : sample().bars) {
            QVERIFY(bar.low > 0 && bar.low <= std::min(bar.open, bar.close) &&
                    bar.high >= std::max(bar.open, bar.close));
            QVERIFY(bar.knownAt >= bar.tsEnd);
        }
    }

    void sameSeedSameBytesOtherSeedOtherBytes()
    {
        const SampleWorkspace again = *makeSample(7);
        QCOMPARE(again.bars.size(), sample().bars.size());
        for (std::size_t i = 0; i < again.bars.size(); i += 97)
            QCOMPARE(again.bars[i].close, sample().bars[i].close);
        QCOMPARE(again.events.size(), sample().events.size());
        for (std::size_t i = 0; i < again.events.size(); ++i)
            QCOMPARE(domain::contentHash(again.events[i]), domain::contentHash(sample().events[i]));
        QVERIFY(makeSample(8)->bars.back().close != sample().bars.back().close);
    }

    void eventsAreOfManyTypesAndKnownInOrder()
    {
        std::map<std::string, int> counts;
        std::set<base::Uuid> ids;
        for (std::size_t i = 0; i < sample().events.size(); ++i) {
            const Event &event = sample().events[i];
            ++counts[event.eventType];
            ids.insert(event.id);
            QVERIFY(i == 0 || sample().events[i - 1].timestamp <= event.timestamp);
            QCOMPARE(event.knownAt < event.timestamp, event.knownBasis == domain::KnownBasis::Scheduled);
        }
        QCOMPARE(ids.size(), sample().events.size());
        QCOMPARE(counts.size(), sampleEventTypes().size());
        QCOMPARE(counts["comet_sighting"], 8);
        QCOMPARE(counts["midweek_briefing"], 180);
        QVERIFY(counts["refinery_outage"] > 120 && counts["refinery_outage"] < 240);
        QVERIFY(counts["earnings_report"] > 3300);
    }

    void faultsOfRealDataAreThere()
    {
        const market::TradingCalendar ny = *market::TradingCalendar::find("XNYS");
        const BarSeries split = seriesOf(sample(), "SIM-TE03");
        std::vector<domain::Action> actions;
        for (const domain::Action &action : sample().actions) {
            if (action.symbol == "SIM-TE03")
                actions.push_back(action);
        }
        QCOMPARE(actions.size(), std::size_t(1));
        const auto adjusted = market::adjusted(split, actions, {}, market::Adjustment::Known);
        VERIFY_OK(adjusted);
        double largest = 0;
        double largestAdjusted = 0;
        for (std::size_t i = 1; i < split.size(); ++i) {
            largest = std::max(largest, std::abs(std::log(split.close[i] / split.close[i - 1])));
            largestAdjusted =
                std::max(largestAdjusted, std::abs(std::log(adjusted->close[i] / adjusted->close[i - 1])));
        }
        QVERIFY(largest > 0.55);
        QVERIFY(largestAdjusted < 0.35);

        const BarSeries before = seriesOf(sample(), "SIM-HE04");
        const BarSeries after = seriesOf(sample(), "SIM-HX04");
        QVERIFY(before.tsEnd.back() < after.ts.front());
        QCOMPARE(before.size() + after.size(), seriesOf(sample(), "SIM-HE05").size());
        QVERIFY(seriesOf(sample(), "SIM-IN07").tsEnd.back().utcDay() < date(2018, 10, 1));
        QCOMPARE(seriesOf(sample(), "SIM-TE09").ts.front().utcDay(), date(2015, 5, 4));
        QVERIFY(market::gaps(seriesOf(sample(), "SIM-HE05"), ny)->empty());
        QVERIFY(market::gaps(seriesOf(sample(), "SIM-MA05"), ny)->size() >= 8);
        const BarSeries stale = seriesOf(sample(), "SIM-UT06");
        int repeated = 0;
        for (std::size_t i = 1; i < stale.size(); ++i)
            repeated += stale.close[i] == stale.close[i - 1] && stale.volume[i] == 0;
        QCOMPARE(repeated, 30);
        // nobody reports for a company that is not listed
        for (const Event &event : sample().events) {
            QVERIFY(!(event.entity == "SIM-IN07" && event.timestamp.utcDay() > date(2018, 9, 28)));
            QVERIFY(!(event.entity == "SIM-HE04" && event.timestamp.utcDay() > date(2017, 3, 1)));
        }
    }

    void theTrapIsKnownOnlyAfterTheMove()
    {
        const market::TradingCalendar ny = *market::TradingCalendar::find("XNYS");
        for (const Event &event : sample().events) {
            if (event.eventType != sampleEventType(SamplePlant::AfterTheFact).name)
                continue;
            const auto stamped = ny.closingAtOrAfter(event.timestamp);
            const auto moved = ny.next(stamped->day);
            QVERIFY(event.knownAt > moved->close);
            QCOMPARE(ny.closingAtOrAfter(event.knownAt)->day, ny.next(moved->day)->day);
        }
    }

    void studiesAndTruthNameWhatExists()
    {
        QCOMPARE(sample().studies.size(), std::size_t(3));
        std::set<QString> files;
        for (const SampleStudy &study : sample().studies) {
            const auto parsed = domain::parseStudy(study.text, base::Instant(date(2025, 1, 1)));
            VERIFY_OK(parsed);
            QCOMPARE(parsed->returns.benchmark, std::string("SIM-INDEX"));
            QVERIFY(parsed->to <= base::Instant(sample().sealedFrom) + std::chrono::days(1));
            files.insert(base::qs(study.fileName));
        }
        std::set<std::string> types;
        for (const SampleEventType &type : sampleEventTypes())
            types.insert(std::string(type.name));
        for (const char *list : {"effects", "traps", "nulls"}) {
            for (const QJsonValue &each : sample().truth.value(QLatin1String(list)).toArray()) {
                QVERIFY(types.erase(base::utf8(each[QStringLiteral("event_type")].toString())) == 1);
                const QString file = each[QStringLiteral("study")].toString();
                QVERIFY(file.isEmpty() || files.contains(file));
            }
        }
        QVERIFY(types.empty()); // each is told once
        QCOMPARE(sample().truth.value(QStringLiteral("data_faults")).toArray().size(), 6);
    }
};

QTEST_APPLESS_MAIN(tst_Sample)
#include "tst_sample.moc"
