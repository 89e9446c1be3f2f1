// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a relationship after its discovery, on events and bars that are stored day after day.
#include "core/discovery/forward.h"
#include "core/discovery/sinceevents.h"
#include "core/stats/descriptive.h"
#include "tests/support/check.h"
#include "tests/support/studyledger.h"

#include <QJsonObject>

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using namespace core::store;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kKnown = 900; // bars at the discovery
constexpr std::size_t kDays = 1'800;
constexpr const char *kStudy =
    "{'events': [{'name': 'shock', 'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,1]]}";

/// Two assets whose days are stored one after the other; “shock” every tenth day moves A on the day after.
class Days
{
public:
    support::StudyLedger bench;
    std::vector<Date> days = support::workdays(Date(std::chrono::year(2012) / 1 / 2), kDays);

    /// `effect(day)`: what the event of that day adds to the response of the next.
    template <typename Effect>
    void plant(Effect effect, unsigned seed = 1)
    {
        std::vector<double> a = support::normalReturns(kDays, 0.01, seed);
        for (std::size_t day = 10; day + 10 < kDays; day += 10) {
            addEvent("shock", day, static_cast<double>(day % 100 == 0));
            a[day + 1] += effect(day);
        }
        support::addPrices(bench.bars, "A", days, a);
        support::addPrices(bench.bars, "SPY", days, support::normalReturns(kDays, 0.01, seed + 1));
        for (std::size_t day = 0; day < kDays; ++day)
            bench.bars.heldAt[snapshotOf(day)] = closeOf(day);
    }

    Event &addEvent(const char *type, std::size_t day, double value = kMissing)
    {
        Event &event = bench.events.add(type, Instant(days[day]) + std::chrono::hours(15), value);
        event.seq = snapshotOf(day) - 1;
        event.ingestedAt = event.knownAt;
        return event;
    }

    [[nodiscard]] Instant closeOf(std::size_t day) const
    {
        return Instant(days[day]) + std::chrono::hours(21);
    }
    /// Everything up to the evening of a day.
    [[nodiscard]] static std::uint64_t snapshotOf(std::size_t day) { return 10 * (day + 1); }
    [[nodiscard]] RunContext at(std::size_t day)
    {
        bench.clock.set(closeOf(day) + std::chrono::hours(3));
        RunContext context = bench.context();
        context.snapshot = snapshotOf(day);
        return context;
    }

    Result<RunReport> discover(const char *study = kStudy, Instant sealed = {})
    {
        RunContext context = at(kKnown);
        context.sealedFrom = sealed;
        const auto parsed = bench.study(study);
        if (!parsed.ok())
            return parsed.error();
        return runStudy(*parsed, context);
    }

    Result<std::vector<ForwardCheck>> check(std::size_t day)
    {
        const auto all = bench.ledger().relationships();
        if (!all.ok())
            return all.error();
        return checkForward(*all, at(day));
    }

    [[nodiscard]] RelationshipRecord first() const { return bench.ledger().relationships()->front(); }
    [[nodiscard]] std::vector<ForwardStep> steps() const
    {
        return *bench.ledger().lives().stepsOf(first().hypothesis);
    }
};

double always(std::size_t)
{
    return 0.02;
}
double before(std::size_t day)
{
    return day <= kKnown ? 0.02 : 0.0;
}

/// Everything but when it was recorded.
QString textOf(const ForwardStep &step)
{
    return u"%1 %2 %3 %4 %5 %6 %7"_s.arg(step.number)
        .arg(QString::fromStdString(toIso(step.eventAt)), QString::fromStdString(toIso(step.lastAt)))
        .arg(step.response, 0, 'g', 17)
        .arg(step.bet, 0, 'g', 17)
        .arg(step.e, 0, 'g', 17)
        .arg(QString::fromStdString(step.state));
}

} // namespace

class tst_Forward : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealEffectIsValidated()
    {
        Days world;
        world.plant(always);
        VERIFY_OK(world.discover());
        QCOMPARE(world.first().status, std::string("significant"));
        const auto checked = world.check(kDays - 1);
        VERIFY_OK(checked);
        QCOMPARE(checked->size(), std::size_t{1});
        const ForwardCheck &one = checked->front();
        QCOMPARE(one.note, QString());
        QCOMPARE(one.status, std::string("validated"));
        QVERIFY(one.tally.e >= kEnoughEvidence);
        QVERIFY(one.tally.decay < kEnoughEvidence);
        QCOMPARE(one.added, std::uint64_t{88}); // every event after the discovery
        const RelationshipRecord now = world.first();
        QCOMPARE(now.status, std::string("validated"));
        QVERIFY(now.validatedAt == world.bench.clock.now());
        const auto life = world.bench.ledger().lives().changesOf(now.hypothesis);
        VERIFY_OK(life);
        QCOMPARE(life->size(), std::size_t{1});
        QCOMPARE(life->front().from, std::string("significant"));
        QCOMPARE(life->front().to, std::string("validated"));
        QVERIFY(life->front().reason.find("event ") != std::string::npos);
        VERIFY_OK(world.bench.ledger().check());
    }

    /// First Fridays rise more than other days and less than other Fridays: matched days find a fall.
    void whatMatchedDaysFoundIsBetOnAgainstItsWeekday()
    {
        for (const bool lasts : {true, false}) {
            Days days;
            std::vector<double> a = support::normalReturns(kDays, 0.004, 6);
            for (std::size_t day = 0; day < kDays; ++day) {
                if (std::chrono::weekday(days.days[day]) != std::chrono::Friday)
                    continue;
                const bool first =
                    static_cast<unsigned>(std::chrono::year_month_day(days.days[day]).day()) <= 7;
                if (first)
                    days.addEvent("first_friday", day);
                a[day] += first && (lasts || day <= kKnown) ? 0.004 : 0.01;
            }
            support::addPrices(days.bench.bars, "A", days.days, a);
            support::addPrices(days.bench.bars, "SPY", days.days, support::normalReturns(kDays, 0.01, 7));
            for (std::size_t day = 0; day < kDays; ++day)
                days.bench.bars.heldAt[Days::snapshotOf(day)] = days.closeOf(day);
            const auto report =
                days.discover("{'events': [{'name': 'friday', 'filter': 'event_type == first_friday'}], "
                              "'assets': ['A'], 'windows': [[0,0]]}");
            VERIFY_OK(report);
            QCOMPARE(report->findings.front().nullMethod, std::string("matched_days"));
            QCOMPARE(report->findings.front().tier, std::string("significant"));
            QVERIFY(report->findings.front().t < 0);
            const auto checks = days.check(kDays - 1);
            VERIFY_OK(checks);
            QCOMPARE(checks->front().status, std::string(lasts ? "validated" : "decayed"));
            QVERIFY(lasts ? checks->front().tally.n >= 40 : checks->front().tally.highest < 5);
        }
    }

    void nothingBeforeTheDiscoveryIsUsed()
    {
        Days world;
        world.plant(before);
        VERIFY_OK(world.discover());
        const auto checked = world.check(kDays - 1);
        VERIFY_OK(checked);
        QVERIFY(checked->front().tally.highest < kEnoughEvidence);
        const auto start = world.bench.ledger().lives().startOf(world.first().hypothesis);
        VERIFY_OK(start);
        QVERIFY((*start)->from == world.closeOf(kKnown));
        QVERIFY((*start)->registered > 0.015 && (*start)->registered < 0.025);
        for (const ForwardStep &step : world.steps())
            QVERIFY(step.firstAt > world.closeOf(kKnown) && step.eventAt > world.closeOf(kKnown));
        QVERIFY(!world.first().validatedAt.isValid());
    }

    void theHoldOutIsNotForwardData()
    {
        Days world;
        world.plant(before); // the effect is in the hold-out too
        VERIFY_OK(world.discover(kStudy, world.closeOf(600)));
        VERIFY_OK(world.check(kDays - 1));
        QVERIFY(!world.steps().empty());
        for (const ForwardStep &step : world.steps())
            QVERIFY(step.firstAt > world.closeOf(kKnown));
        QVERIFY(!world.first().validatedAt.isValid());
    }

    void checksInStepsOrAtOnceGiveTheSameBets()
    {
        Days daily, once;
        for (Days *world : {&daily, &once}) {
            world->plant([](std::size_t day) { return day < 1'400 ? 0.01 : 0.0; });
            VERIFY_OK(world->discover());
        }
        std::uint64_t added = 0;
        for (std::size_t day = kKnown + 1; day < kDays; day += day % 11 + 3) {
            const auto checked = daily.check(day);
            VERIFY_OK(checked);
            added += checked->empty() ? 0 : checked->front().added;
        }
        VERIFY_OK(daily.check(kDays - 1));
        VERIFY_OK(once.check(kDays - 1));
        const auto many = daily.steps(), few = once.steps();
        QVERIFY(many.size() > 30 && added >= many.size() - 1);
        QCOMPARE(many.size(), few.size());
        for (std::size_t i = 0; i < many.size(); ++i)
            QCOMPARE(textOf(many[i]), textOf(few[i]));
        QCOMPARE(daily.first().status, once.first().status);
        const auto again = daily.check(kDays - 1);
        VERIFY_OK(again);
        QVERIFY(again->empty() || again->front().added == 0);
    }

    void anEffectThatDiesDecays()
    {
        Days world;
        world.plant([](std::size_t day) { return day < 1'150 ? 0.03 : 0.0; });
        VERIFY_OK(world.discover());
        const auto checked = world.check(kDays - 1);
        VERIFY_OK(checked);
        QCOMPARE(checked->front().status, std::string("decayed"));
        const auto life = *world.bench.ledger().lives().changesOf(world.first().hypothesis);
        QCOMPARE(life.size(), std::size_t{2});
        QCOMPARE(life[0].to, std::string("validated"));
        QCOMPARE(life[1].from, std::string("validated"));
        QVERIFY(life[1].reason.find("half") != std::string::npos);
        QVERIFY(world.first().validatedAt.isValid()); // it was, once
        QVERIFY(world.steps().back().lastAt > world.closeOf(1'150));
        // it is left alone from now on
        QVERIFY(world.check(kDays - 1)->empty());
        const auto trailing = trailingEffects(world.steps());
        QVERIFY(trailing.front().mean > 0.02);
        QVERIFY(trailing.back().ciLow < 0.005 && trailing.back().n == kTrailingEvents);
    }

    void anEffectThatStaysIsNotTakenForDecay()
    {
        for (unsigned seed = 1; seed < 6; ++seed) {
            Days world;
            world.plant(always, 10 * seed);
            VERIFY_OK(world.discover());
            const auto checked = world.check(kDays - 1);
            VERIFY_OK(checked);
            QCOMPARE(checked->front().status, std::string("validated"));
        }
    }

    void anEventThatComesTooLateIsLeftOut()
    {
        Days world;
        world.plant(always);
        VERIFY_OK(world.discover());
        VERIFY_OK(world.check(1'001));
        const auto before = world.steps();
        Event &late = world.addEvent("shock", 985); // between two that were bet on
        late.seq = Days::snapshotOf(1'002) - 1;
        VERIFY_OK(world.check(1'005));
        QCOMPARE(world.steps().size(), before.size());
        VERIFY_OK(world.check(1'050));
        QVERIFY(world.steps().size() > before.size());
        for (const ForwardStep &step : world.steps())
            QVERIFY(step.eventAt != world.closeOf(985));
    }

    void aNewVersionOfAnOldEventIsNoNewEvent()
    {
        Days world;
        world.plant(always);
        VERIFY_OK(world.discover());
        // an event of the sample is revised: it is known anew after the discovery
        Event revised = world.bench.events.events[40];
        revised.revision = 1;
        revised.seq = Days::snapshotOf(915) - 1;
        revised.timestamp = revised.knownAt = world.closeOf(915) - std::chrono::hours(5);
        world.bench.events.events.push_back(revised);
        // and so is one that came after it: it stays a new one
        Event fresh = world.bench.events.events[95];
        fresh.revision = 1;
        fresh.seq = Days::snapshotOf(965) - 1;
        const std::size_t day = 960;
        QVERIFY(fresh.timestamp == Instant(world.days[day]) + std::chrono::hours(15));
        world.bench.events.events[95] = fresh;
        VERIFY_OK(world.check(1'000));
        QStringList bars;
        for (const ForwardStep &step : world.steps())
            bars.append(QString::fromStdString(toIso(step.eventAt.utcDay())));
        QVERIFY(!bars.contains(QString::fromStdString(toIso(world.days[915]))));
        QVERIFY(bars.contains(QString::fromStdString(toIso(world.days[day]))));
    }

    void aScheduledEventCountsByItsInstant()
    {
        Days world;
        world.plant(always);
        for (Event &event : world.bench.events.events) { // the whole calendar is known from the beginning
            event.knownBasis = KnownBasis::Scheduled;
            event.knownAt = world.closeOf(0);
            event.seq = 1;
        }
        VERIFY_OK(world.discover());
        const auto checked = world.check(kDays - 1);
        VERIFY_OK(checked);
        QCOMPARE(checked->front().status, std::string("validated"));
        for (const ForwardStep &step : world.steps())
            QVERIFY(step.eventAt > world.closeOf(kKnown));
    }

    void windowsThatOverlapAreBetOnOnce()
    {
        Days world;
        world.plant(always);
        for (std::size_t day = kKnown + 1; day + 10 < kDays; ++day)
            world.addEvent("shock", day);
        VERIFY_OK(world.discover("{'events': [{'name': 'shock', 'filter': 'event_type == shock'}], 'assets': "
                                 "['A'], 'windows': [[1,5]]}"));
        VERIFY_OK(world.check(kDays - 1));
        const auto steps = world.steps();
        QVERIFY(steps.size() > 30); // until it decays: nine of ten of the added ones move nothing
        for (std::size_t i = 1; i < steps.size(); ++i)
            QVERIFY(steps[i].firstAt > steps[i - 1].lastAt);
    }

    void aSlopeIsBetOnBothSides()
    {
        Days world;
        std::vector<double> a = support::normalReturns(kDays, 0.01, 5);
        for (std::size_t day = 10; day + 10 < kDays; day += 10) {
            const double value = static_cast<double>((day / 10 * 7) % 11) - 5;
            world.addEvent("shock", day, value);
            a[day + 1] -= 0.004 * value;
        }
        support::addPrices(world.bench.bars, "A", world.days, a);
        support::addPrices(world.bench.bars, "SPY", world.days, support::normalReturns(kDays, 0.01, 6));
        for (std::size_t day = 0; day < kDays; ++day)
            world.bench.bars.heldAt[Days::snapshotOf(day)] = world.closeOf(day);
        VERIFY_OK(world.discover("{'events': [{'name': 'shock', 'filter': 'event_type == shock', 'weight': "
                                 "'value'}], 'assets': ['A'], 'windows': [[1,1]]}"));
        QCOMPARE(world.first().statistic, std::string("slope"));
        QVERIFY(world.first().t < 0);
        const auto checked = world.check(kDays - 1);
        VERIFY_OK(checked);
        QCOMPARE(checked->front().status, std::string("validated"));
        int up = 0, down = 0;
        for (const ForwardStep &step : world.steps())
            ++(step.side > 0 ? up : down);
        QVERIFY(up > 20 && down > 20);
    }

    void aPoolIsOneWealthOverItsAssets()
    {
        Days world;
        for (const char *asset : {"A", "B", "C"}) {
            std::vector<double> returns =
                support::normalReturns(kDays, 0.01, static_cast<unsigned>(asset[0]));
            for (std::size_t day = 10 + static_cast<std::size_t>(asset[0] % 3); day + 10 < kDays; day += 30) {
                world.addEvent("own", day).entity = asset;
                returns[day + 1] += 0.02;
            }
            world.addEvent("own", 1'200).entity = asset; // one day that all of them share
            support::addPrices(world.bench.bars, asset, world.days, returns);
        }
        for (std::size_t day = 0; day < kDays; ++day)
            world.bench.bars.heldAt[Days::snapshotOf(day)] = world.closeOf(day);
        VERIFY_OK(
            world.discover("{'events': [{'name': 'own', 'filter': 'event_type == own'}], 'assets': ['A', "
                           "'B', 'C'], 'pair': 'entity', 'pool': 'assets', 'windows': [[1,1]]}"));
        const auto checked = world.check(kDays - 1);
        VERIFY_OK(checked);
        QCOMPARE(checked->front().note, QString());
        QCOMPARE(checked->front().status, std::string("validated"));
        std::map<std::string, int> bets;
        int shared = 0;
        for (const ForwardStep &step : world.steps()) {
            ++bets[step.asset];
            shared += step.eventAt == world.closeOf(1'200) ? 1 : 0;
        }
        QCOMPARE(bets.size(), std::size_t{3});
        QCOMPARE(shared, 1);
    }

    void eachEntityHasItsOwnEvidence()
    {
        Days world;
        for (const char *asset : {"A", "B"}) {
            std::vector<double> returns =
                support::normalReturns(kDays, 0.01, static_cast<unsigned>(asset[0]));
            for (std::size_t day = 10 + static_cast<std::size_t>(asset[0] % 5); day + 10 < kDays; day += 20) {
                world.addEvent("own", day).entity = asset;
                returns[day + 1] += asset[0] == 'A' || day <= kKnown ? 0.02 : 0.0;
            }
            support::addPrices(world.bench.bars, asset, world.days, returns);
        }
        for (std::size_t day = 0; day < kDays; ++day)
            world.bench.bars.heldAt[Days::snapshotOf(day)] = world.closeOf(day);
        VERIFY_OK(
            world.discover("{'events': [{'name': 'own', 'filter': 'event_type == own'}], 'assets': ['A', "
                           "'B'], 'pair': 'entity', 'windows': [[1,1]]}"));
        const auto checked = world.check(kDays - 1);
        VERIFY_OK(checked);
        QCOMPARE(checked->size(), std::size_t{2});
        for (const ForwardCheck &one : *checked) {
            QCOMPARE(one.note, QString());
            QVERIFY(one.added > 10);
            QCOMPARE(one.status == "validated", one.asset == "A");
        }
    }

    void silenceRetires()
    {
        Days world;
        world.plant(always);
        std::erase_if(world.bench.events.events,
                      [&](const Event &event) { return event.knownAt > world.closeOf(kKnown + 50); });
        VERIFY_OK(world.discover());
        VERIFY_OK(world.check(kKnown + 500));
        QVERIFY(world.first().status != "retired");
        const auto checked = world.check(kKnown + 600);
        VERIFY_OK(checked);
        QCOMPARE(checked->front().status, std::string("retired"));
        const auto life = *world.bench.ledger().lives().changesOf(world.first().hypothesis);
        QVERIFY(life.back().reason.find("no event") != std::string::npos);
        QVERIFY(world.check(kDays - 1)->empty());
    }

    void whatIsOverIsNotFoundAgainSilently()
    {
        Days world;
        world.plant(always);
        VERIFY_OK(world.discover());
        const RelationshipRecord one = world.first();
        const LifeChange over{one.hypothesis, world.bench.clock.now(), one.status, "retired",
                              "the person's wish"};
        const auto retired = world.bench.ledger().lives().add(one.hypothesis, {}, std::span(&over, 1));
        VERIFY_OK(retired);
        QVERIFY(*retired);
        QVERIFY(world.check(kDays - 1)->empty());
        const auto later = world.bench.study(
            ("{'events': [{'name': 'shock', 'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': "
             "[[1,1]], 'sample': {'from': '" +
             toIso(world.days[kKnown + 1]) + "'}}"));
        VERIFY_OK(later);
        const auto report = runStudy(*later, world.at(kDays - 1));
        VERIFY_OK(report);
        QCOMPARE(report->findings.front().tier, std::string("significant"));
        QCOMPARE(world.first().status, std::string("retired"));
        const bool isTold = std::ranges::any_of(
            report->notes, [](const QString &note) { return note.contains(u"the person's wish"); });
        QVERIFY2(isTold, qPrintable(report->notes.back()));
    }

    void weightsOfTheWholeSampleAreNotFollowed()
    {
        Days world;
        std::vector<double> a = support::normalReturns(kDays, 0.01, 5);
        for (std::size_t day = 10; day + 10 < kDays; day += 10) {
            world.addEvent("shock", day, static_cast<double>(day % 70));
            a[day + 1] += 0.0005 * static_cast<double>(day % 70);
        }
        support::addPrices(world.bench.bars, "A", world.days, a);
        for (std::size_t day = 0; day < kDays; ++day)
            world.bench.bars.heldAt[Days::snapshotOf(day)] = world.closeOf(day);
        VERIFY_OK(world.discover("{'events': [{'name': 'shock', 'filter': 'event_type == shock', 'weight': "
                                 "'rank'}], 'assets': ['A'], 'windows': [[1,1]]}"));
        const auto checked = world.check(kDays - 1);
        VERIFY_OK(checked);
        QVERIFY(checked->front().note.contains(u"rank"));
        QCOMPARE(checked->front().added, std::uint64_t{0});
    }
};

QTEST_APPLESS_MAIN(tst_Forward)
#include "tst_forward.moc"
