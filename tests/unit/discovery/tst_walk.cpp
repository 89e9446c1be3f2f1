// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walks through made-up pasts: an effect that lasts holds as often as was forecast, nothing is found where
// nothing is, and the ledger believes none of it.
#include "core/discovery/walk.h"
#include "core/discovery/walkreport.h"
#include "tests/support/check.h"
#include "tests/support/studyledger.h"

#include <QJsonArray>

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using namespace Qt::StringLiterals;
using std::chrono::hours;

namespace {

constexpr std::size_t kDays = 2'600; // ten years
constexpr const char *kStudy = "{'events': [{'each': ['event_type'], 'filter': 'source == fake'}], 'assets': "
                               "['A', 'B', 'C', 'D'], 'windows': [[0,0],[1,1],[1,5]]}";

/// Four assets and six event types, some twenty a year each; “shock” moves A and B on the day after by
/// `effect`, from `turnsAt` on the other way.
struct World {
    support::StudyLedger bench;
    std::vector<Date> days = support::workdays(Date(std::chrono::year(2000) / 1 / 3), kDays);

    explicit World(unsigned seed, double effect, std::size_t turnsAt = kDays)
    {
        std::map<std::string, std::vector<double>> returns;
        for (const char *symbol : {"A", "B", "C", "D", "SPY"})
            returns[symbol] =
                support::normalReturns(kDays, 0.01, seed * 10 + static_cast<unsigned>(returns.size()));
        std::mt19937 random(seed);
        for (const char *type : {"shock", "one", "two", "three", "four", "five"}) {
            for (std::size_t i = 0; i < 200; ++i) {
                const std::size_t t = 5 + random() % (kDays - 10);
                bench.events.add(type, Instant(days[t]) + hours(15));
                if (std::string_view(type) != "shock")
                    continue;
                for (const char *moved : {"A", "B"})
                    returns[moved][t + 1] += t < turnsAt ? effect : -effect;
            }
        }
        for (const auto &[symbol, values] : returns)
            support::addPrices(bench.bars, symbol, days, values);
    }

    [[nodiscard]] Result<WalkReport> walk(RunContext context, const char *text = kStudy,
                                          const char *step = "1y") const
    {
        const auto study = bench.study(text);
        if (!study.ok())
            return study.error();
        WalkOptions options;
        options.from = *parseInstant("2003-01-01");
        options.step = *parseStepLength(step);
        return walkStudy(*study, context, options);
    }
    [[nodiscard]] Result<WalkReport> walk() const { return walk(bench.context()); }
};

double shareHeld(const WalkTally &tally)
{
    return static_cast<double>(tally.held) / static_cast<double>(tally.scored);
}

} // namespace

class tst_Walk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEffectThatLastsHoldsAsOftenAsForecast()
    {
        WalkTally all;
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const World world(seed, 0.006);
            const auto report = world.walk();
            VERIFY_OK(report);
            QCOMPARE(report->steps.size(), std::size_t{7});
            all.add(report->found.tally);
            for (const WalkStep &step : report->steps) {
                QCOMPARE(step.asked, std::uint64_t{72});
                for (const WalkFinding &finding : step.findings)
                    QVERIFY(finding.nNext == 0 || (finding.forecast >= 0.5 && finding.forecast <= 1));
            }
            const WalkEffect &effect = report->found.effects.front();
            QCOMPARE(effect.unit, std::string("bp"));
            QVERIFY(effect.low > 0 && effect.low <= effect.scored && effect.scored <= effect.high);
        }
        QVERIFY2(all.scored > 60, qPrintable(QString::number(all.scored)));
        QVERIFY(shareHeld(all) > 0.8);
        double forecasts = 0;
        for (const ForecastBin &bin : all.bins)
            forecasts += bin.forecasts;
        QVERIFY2(std::abs(forecasts / static_cast<double>(all.scored) - shareHeld(all)) < 0.1,
                 qPrintable(QString::number(forecasts / static_cast<double>(all.scored)) + u" "_s +
                            QString::number(shareHeld(all))));
        const UnitSum &sum = all.units.at("bp");
        QVERIFY(sum.scored > 0.5 * sum.discovered && sum.scored < 1.1 * sum.discovered);
        QVERIFY(all.squaredErrors < 0.2 * static_cast<double>(all.scored)); // a coin's is .25
    }

    void whereNothingIsNothingMuchIsFoundAndATestThatCorrectsNothingFindsACoin()
    {
        WalkTally found, uncorrected;
        std::uint64_t questions = 0;
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const World world(seed + 100, 0);
            const auto report = world.walk();
            VERIFY_OK(report);
            found.add(report->found.tally);
            uncorrected.add(report->uncorrected.tally);
            questions += report->questions;
        }
        QCOMPARE(questions, std::uint64_t{6 * 7 * 72});
        QVERIFY2(found.found <= 15,
                 qPrintable(QString::number(found.found))); // of 42 steps, many the same again
        QVERIFY(uncorrected.found > 60 && uncorrected.found < questions / 10);
        QVERIFY2(shareHeld(uncorrected) > 0.3 && shareHeld(uncorrected) < 0.65,
                 qPrintable(QString::number(shareHeld(uncorrected))));
    }

    void anEffectThatTurnsDoesNotHold()
    {
        const World world(3, 0.008, 2'000);
        const auto report = world.walk();
        VERIFY_OK(report);
        std::uint64_t before = 0, heldBefore = 0, after = 0, heldAfter = 0;
        for (const WalkStep &step : report->steps) {
            const bool turned = step.at >= Instant(world.days[2'000]);
            (turned ? after : before) += step.found.scored;
            (turned ? heldAfter : heldBefore) += step.found.held;
        }
        QVERIFY(before >= 8 && heldBefore >= before - 1);
        QVERIFY(after > 0 && heldAfter <= after / 3);
    }

    void theLedgerRemembersTheWalkAndBelievesNothing()
    {
        World world(1, 0.006);
        const auto report = world.walk();
        VERIFY_OK(report);
        QVERIFY(report->found.tally.found > 0);
        core::store::Ledger &ledger = world.bench.ledger();
        auto summary = ledger.summary();
        VERIFY_OK(summary);
        QCOMPARE(summary->families, std::uint64_t{0});
        QCOMPARE(summary->runs, std::uint64_t{0});
        QCOMPARE(summary->questions, std::uint64_t{0});
        QCOMPARE(summary->walks, std::uint64_t{1});
        QCOMPARE(summary->walked, report->questions);
        QVERIFY(ledger.relationships()->empty());
        const auto walks = ledger.walks();
        VERIFY_OK(walks);
        QCOMPARE(walks->front().walk, report->walk);
        QCOMPARE(walks->front().held, report->found.tally.held);
        QVERIFY(walks->front().to == report->to);
        VERIFY_OK(ledger.check());
        const auto run = world.bench.run(kStudy);
        VERIFY_OK(run);
        QCOMPARE(run->newHypotheses, run->hypotheses);
        for (const Finding &finding : run->findings)
            QVERIFY(!finding.askedBefore);
    }

    void theLedgerGivesTheReportBack()
    {
        World world(1, 0.006);
        const auto report = world.walk();
        VERIFY_OK(report);
        const QJsonObject kept = toJson(*report, false);
        auto read = walkFromJson(kept);
        VERIFY_OK(read);
        read->snapshot = report->snapshot; // the ledger has it beside the result
        QCOMPARE(toJson(*read, false), kept);
        QCOMPARE(read->found.tally.held, report->found.tally.held);
        QCOMPARE(read->steps.size(), report->steps.size());
        QVERIFY(read->steps[2].until == report->steps[2].until);
        QCOMPARE(read->notes.size(), report->notes.size());
        for (const QString &key : kept.keys()) {
            if (key == u"snapshot"_s)
                continue;
            QJsonObject broken = kept;
            broken.insert(key, true);
            VERIFY_ERROR(walkFromJson(broken), ErrorCode::Corrupt);
            broken.remove(key);
            VERIFY_ERROR(walkFromJson(broken), ErrorCode::Corrupt);
        }
        QJsonObject more = kept; // more held than found
        QJsonObject found = more.value(u"found"_s).toObject();
        found.insert(u"held"_s, found.value(u"found"_s).toInt() + 1);
        more.insert(u"found"_s, found);
        VERIFY_ERROR(walkFromJson(more), ErrorCode::Corrupt);
    }

    void theResultIsTheSameOnOneAndThreeThreads()
    {
        const World world(2, 0.006);
        QJsonObject results[2];
        for (const unsigned threads : {1U, 3U}) {
            const auto report = world.walk(world.bench.context(threads));
            VERIFY_OK(report);
            QJsonObject &result = results[threads == 1 ? 0 : 1];
            result = toJson(*report);
            result.remove(u"elapsed_ms"_s);
            result.remove(u"walk"_s);
        }
        QCOMPARE(results[0], results[1]);
        QVERIFY(!results[0].value(u"steps"_s).toArray().isEmpty());
    }

    void theSealEndsWhatIsScored()
    {
        const World world(1, 0.006);
        RunContext context = world.bench.context();
        context.sealedFrom = *parseInstant("2006-07-01");
        const auto report = world.walk(context);
        VERIFY_OK(report);
        QCOMPARE(report->steps.size(), std::size_t{4});
        QVERIFY(report->to <= context.sealedFrom);
        QCOMPARE(toIso(report->steps.back().at), std::string("2006-01-01T00:00:00Z"));
        QVERIFY(report->steps.back().until <= context.sealedFrom);
        context.sealedFrom = *parseInstant("2002-07-01");
        const auto none = world.walk(context);
        VERIFY_ERROR(none, ErrorCode::BadInput);
        QVERIFY2(none.error().message.contains(u"nothing to score after 2003-01-01"_s),
                 qPrintable(none.error().message));
    }

    void whatComesLaterChangesNoEarlierStep()
    {
        // the same world, with every price and event after 2006 another
        const World world(4, 0.006);
        World other(4, 0.006);
        const Instant turn = *parseInstant("2006-01-01");
        const auto noise = support::normalReturns(kDays, 0.02, 99);
        for (auto &[symbol, bars] : other.bench.bars.series) {
            double price = 100;
            for (std::size_t t = 0; t < bars.size(); ++t) {
                price = bars.tsEnd[t] < turn ? bars.close[t] : price * std::exp(noise[t]);
                bars.close[t] = price;
            }
        }
        std::erase_if(other.bench.events.events, [&](const Event &event) {
            return event.knownAt >= turn && event.eventType == "one" && event.knownAt.micros() % 2 == 0;
        });
        const auto one = world.walk();
        const auto two = other.walk();
        VERIFY_OK(one);
        VERIFY_OK(two);
        for (std::size_t i = 0; i < 3; ++i) { // discovered and scored before the turn
            QCOMPARE(one->steps[i].found.found, two->steps[i].found.found);
            QCOMPARE(one->steps[i].found.held, two->steps[i].found.held);
            for (std::size_t f = 0; f < one->steps[i].findings.size(); ++f) {
                QCOMPARE(one->steps[i].findings[f].effect, two->steps[i].findings[f].effect);
                QCOMPARE(one->steps[i].findings[f].next, two->steps[i].findings[f].next);
                QCOMPARE(one->steps[i].findings[f].forecast, two->steps[i].findings[f].forecast);
            }
        }
        QVERIFY(toJson(*one).value(u"found"_s) != toJson(*two).value(u"found"_s));
    }

    void anAssetNotYetListedIsAskedLater()
    {
        World world(1, 0.006);
        auto &late = world.bench.bars.series["D"];
        const auto cut = [](auto &column) { column.erase(column.begin(), column.begin() + 1'300); };
        cut(late.ts);
        cut(late.tsEnd);
        for (auto *column : {&late.open, &late.high, &late.low, &late.close, &late.adjClose, &late.volume})
            cut(*column);
        const auto report = world.walk();
        VERIFY_OK(report);
        QCOMPARE(report->steps.front().asked, std::uint64_t{54});
        QCOMPARE(report->steps.back().asked, std::uint64_t{72});
    }

    void aStepWithoutEventsSaysWhyAndGoesOn()
    {
        World world(1, 0.006);
        std::erase_if(world.bench.events.events,
                      [](const Event &event) { return event.knownAt < *parseInstant("2004-01-01"); });
        const auto report = world.walk();
        VERIFY_OK(report);
        QVERIFY2(report->steps[0].note.contains(u"nothing to test"_s), qPrintable(report->steps[0].note));
        QCOMPARE(report->steps[0].asked, std::uint64_t{0});
        QVERIFY(report->steps[3].asked > 0 && report->steps[3].note.isEmpty());
    }

    void aCancelledWalkIsNotRecorded()
    {
        const World world(1, 0.006);
        RunContext context = world.bench.context();
        const CancelToken token;
        context.cancel = token;
        context.progress = [token](const Progress &progress) {
            if (progress.done > 0)
                token.cancel();
        };
        const auto report = world.walk(context);
        VERIFY_ERROR(report, ErrorCode::Cancelled);
        QVERIFY(world.bench.ledger().walks()->empty());
    }

    void valuesAndSpreadsAreScoredByTheirOwnMeasure()
    {
        World world(1, 0);
        // the larger the value the more A moves on the day; bins from the past
        std::mt19937 random(8);
        auto &bars = world.bench.bars.series["A"];
        std::vector<double> extra(kDays, 0.0);
        for (std::size_t i = 0; i < 400; ++i) {
            const std::size_t t = 5 + random() % (kDays - 10);
            const double value = static_cast<double>(random() % 100);
            world.bench.events.add("sized", Instant(world.days[t]) + hours(15), value);
            extra[t] += 0.0004 * (value - 50);
        }
        double shift = 0;
        for (std::size_t t = 0; t < kDays; ++t) {
            shift += extra[t];
            bars.close[t] *= std::exp(shift);
        }
        const auto slopes = world.walk(world.bench.context(),
                                       "{'events': [{'filter': 'event_type == sized', 'weight': 'value'}], "
                                       "'assets': ['A', 'B'], 'windows': [[0,0]]}");
        VERIFY_OK(slopes);
        QVERIFY(slopes->found.tally.scored >= 6);
        QCOMPARE(slopes->found.effects.front().unit, std::string("r"));
        QVERIFY(slopes->found.tally.held >= slopes->found.tally.scored - 1);
        const auto spreads = world.walk(
            world.bench.context(),
            "{'events': [{'name': 'sized', 'filter': 'event_type == sized', 'min_events': 10}], 'assets': "
            "['A'], "
            "'quantile': {'bins': 3, 'breaks': 'past', 'report': ['top_minus_bottom']}, 'windows': [[0,0]]}");
        VERIFY_OK(spreads);
        QVERIFY(spreads->found.tally.scored >= 6);
        QCOMPARE(spreads->found.effects.front().unit, std::string("bp"));
        QVERIFY(spreads->found.tally.held >= spreads->found.tally.scored - 1);
    }

    void stepsAreOfTheCalendar()
    {
        const Instant from = *parseInstant("2004-02-29T06:00:00Z");
        const auto after = [&from](const char *text, int steps) {
            return toIso(stepsAfter(from, *parseStepLength(text), steps));
        };
        QCOMPARE(after("1y", 0), std::string("2004-02-29T06:00:00Z"));
        QCOMPARE(after("1y", 1), std::string("2005-02-28T06:00:00Z"));
        QCOMPARE(after("1y", 4), std::string("2008-02-29T06:00:00Z"));
        QCOMPARE(after("6m", 3), std::string("2005-08-29T06:00:00Z"));
        QCOMPARE(after("2w", 1), std::string("2004-03-14T06:00:00Z"));
        for (const char *text : {"1y", "18m", "13w", "90d"})
            QCOMPARE(toText(*parseStepLength(text)), std::string(text));
        QCOMPARE(toText(*parseStepLength("24m")), std::string("2y"));
        for (const char *wrong : {"", "y", "1", "0y", "-1y", "1h", "1y2", "99999y"})
            VERIFY_ERROR(parseStepLength(wrong), ErrorCode::BadInput);
    }

    void forecastsFollowTheirFormula()
    {
        // δ/√(se² + s²/m) with se = s/√n and δ = k t se
        const double s = 0.02, t = 3, n = 80, m = 20, k = 0.7;
        const double se = s / std::sqrt(n);
        const double z = k * t * se / std::sqrt(se * se + s * s / m);
        QVERIFY(std::abs(forecastOf(t, 80, 20, k) - 0.5 * std::erfc(-z / std::sqrt(2.0))) < 1e-12);
        QCOMPARE(forecastOf(-t, 80, 20, k), forecastOf(t, 80, 20, k));
        QCOMPARE(forecastOf(t, 80, 20, 0), 0.5);
    }
};

QTEST_APPLESS_MAIN(tst_Walk)
#include "tst_walk.moc"
