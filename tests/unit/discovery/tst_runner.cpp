// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/holdout.h"
#include "core/discovery/runner.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <numeric>
#include <set>

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kDays = 1'200;

std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace

class tst_Runner : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<core::store::Catalog> m_catalog;
    std::unique_ptr<core::store::Ledger> m_ledger;
    support::FakeEvents m_events;
    support::FakeBars m_bars;
    std::vector<Date> m_days;

    RunContext context(unsigned threads = 1)
    {
        RunContext out{m_events, m_bars, *m_ledger, m_clock};
        out.snapshot = 1'000'000;
        out.threads = threads;
        return out;
    }

    Study study(const std::string &text)
    {
        const auto parsed = parseStudy(json(text), m_clock.now());
        if (!parsed.ok())
            qFatal("%s", qPrintable(parsed.error().message));
        return *parsed;
    }

    Result<RunReport> run(const std::string &text, unsigned threads = 1)
    {
        m_clock.advance(std::chrono::seconds(1));
        return runStudy(study(text), context(threads));
    }

private Q_SLOTS:
    /// Three assets; “shock” moves A by 3 % the day after, “noise” moves nothing.
    void init()
    {
        m_ledger.reset();
        m_catalog.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        auto made = core::store::Catalog::create(
            std::filesystem::path(m_dir->path().toStdString()) / "catalog", m_clock);
        VERIFY_OK(made);
        m_catalog = std::move(*made);
        m_ledger = std::make_unique<core::store::Ledger>(*m_catalog);
        m_events = {};
        m_bars = {};
        m_days = support::workdays(Date(std::chrono::year(2015) / 1 / 5), kDays);
        auto a = support::normalReturns(kDays, 0.01, 1);
        const auto b = support::normalReturns(kDays, 0.01, 2);
        const auto c = support::normalReturns(kDays, 0.01, 3);
        std::mt19937 random(5);
        for (int i = 0; i < 40; ++i) {
            const std::size_t t = 30 + random() % (kDays - 60);
            m_events.add("shock", Instant(m_days[t]) + std::chrono::hours(15), static_cast<double>(i));
            a[t + 1] += 0.03;
            m_events.add("noise", Instant(m_days[30 + random() % (kDays - 60)]) + std::chrono::hours(15));
        }
        support::addPrices(m_bars, "A", m_days, a);
        support::addPrices(m_bars, "B", m_days, b);
        support::addPrices(m_bars, "SPY", m_days, c);
    }

    void findsThePlantedEffectAndNothingElse()
    {
        const auto report = run(
            "{'events': [{'name': 'shock', 'filter': 'event_type == shock'}, {'name': 'noise', 'filter': "
            "'event_type == noise'}], 'assets': ['A', 'B', 'SPY'], 'windows': [[0,0],[1,1],[1,5],[-5,-1]]}");
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{24});
        QCOMPARE(report->newHypotheses, std::uint64_t{24});
        QCOMPARE(report->findings.size(), std::size_t{24});
        const Finding &best = report->findings.front();
        QCOMPARE(best.event, std::string("shock"));
        QCOMPARE(best.asset, std::string("A"));
        QVERIFY((best.window == Window{1, 1}));
        QCOMPARE(best.tier, std::string("significant"));
        QVERIFY(best.effect > 250 && best.effect < 350);
        QVERIFY(best.ciLow < best.effect && best.effect < best.ciHigh);
        QVERIFY(best.pAdjusted <= 0.05 && best.p <= best.pAdjusted);
        QVERIFY(best.tradable);
        QCOMPARE(best.nullMethod, std::string("circular_shift"));
        for (const Finding &finding : report->findings) {
            if (finding.tier == "significant") {
                QCOMPARE(finding.event, std::string("shock"));
                QCOMPARE(finding.asset, std::string("A"));
            }
            if (finding.window == Window{0, 0})
                QVERIFY(!finding.tradable);
        }
        const auto relationships = m_ledger->relationships();
        VERIFY_OK(relationships);
        QVERIFY(!relationships->empty());
        QCOMPARE(relationships->front().asset, std::string("A"));
        VERIFY_OK(m_ledger->check());
    }

    void theResultIsTheSameOnOneAndTwoThreads()
    {
        const char *text = "{'events': [{'filter': 'event_type == shock'}, {'filter': 'event_type == "
                           "noise'}], 'assets': ['A', 'B', 'SPY'], "
                           "'returns': {'model': 'market_model'}}";
        const auto one = run(text, 1);
        VERIFY_OK(one);
        for (const unsigned threads : {1u, 2u}) {
            const auto verified = verifyRun(one->run, context(threads));
            VERIFY_OK(verified);
            QVERIFY2(verified->same(), verified->found.c_str());
        }
        m_bars.series["B"].close[600] *= 1.0000001; // the stored past was changed: the result is another
        const auto changed = verifyRun(one->run, context());
        VERIFY_OK(changed);
        QVERIFY(!changed->same());
    }

    void anIdenticalRunAsksNothingNew()
    {
        const char *text =
            "{'events': [{'filter': 'event_type == shock'}], 'assets': ['A', 'B'], 'windows': [[1,1]]}";
        const auto one = run(text);
        VERIFY_OK(one);
        const auto two = run(text);
        VERIFY_OK(two);
        QCOMPARE(two->resultHash, one->resultHash);
        QCOMPARE(two->findings.front().tier, one->findings.front().tier);
        QCOMPARE(m_ledger->summary()->questions, std::uint64_t{2});
        QCOMPARE(m_ledger->summary()->families, std::uint64_t{1});
        VERIFY_OK(m_ledger->check());
    }

    void aQuestionAskedBeforeKeepsItsFirstVerdict()
    {
        // first asked among so many others that nothing can be significant: alpha far below 1/T
        const auto first =
            run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,1]], "
                "'correction': {'alpha': 0.00001, 'candidate': 'none'}}");
        VERIFY_OK(first);
        QCOMPARE(first->findings.front().tier, std::string("none"));
        const auto second =
            run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A', 'B'], 'windows': [[1,1]]}");
        VERIFY_OK(second);
        QCOMPARE(second->hypotheses, std::uint64_t{2});
        QCOMPARE(second->newHypotheses, std::uint64_t{1});
        const Finding &again = second->findings.front();
        QCOMPARE(again.asset, std::string("A"));
        QVERIFY(again.askedBefore);
        QCOMPARE(again.computedTier, std::string("significant"));
        QCOMPARE(again.tier, std::string("none"));
        QVERIFY(m_ledger->relationships()->empty());
    }

    void theFirstOfTwoVerdictsStands()
    {
        // nothing in the first half, 4 % in the second; no sample of the two overlaps the other
        auto b = support::normalReturns(kDays, 0.01, 2);
        for (std::size_t t = 20; t < kDays - 20; t += 11 + t % 17) {
            m_events.add("late", Instant(m_days[t]) + std::chrono::hours(15));
            b[t + 1] += t > kDays / 2 ? 0.04 : 0.0;
        }
        m_bars.series.erase("B");
        support::addPrices(m_bars, "B", m_days, b);
        const auto half = [this](const std::string &sample) {
            return run("{'events': [{'filter': 'event_type == late'}], 'assets': ['B'], 'windows': [[1,1]], "
                       "'sample': {" +
                       sample + "}}");
        };
        const std::string middle = toIso(m_days[kDays / 2]);
        const auto first = half("'to': '" + middle + "'");
        VERIFY_OK(first);
        QCOMPARE(first->findings.front().tier, std::string("none"));
        const auto second = half("'from': '" + toIso(m_days[kDays / 2 + 1]) + "'");
        VERIFY_OK(second);
        QVERIFY(!second->findings.front().askedBefore);
        QCOMPARE(second->findings.front().tier, std::string("significant"));
        const auto both = half("");
        VERIFY_OK(both);
        QVERIFY(both->findings.front().askedBefore);
        QCOMPARE(both->findings.front().computedTier, std::string("significant"));
        QCOMPARE(both->findings.front().tier, std::string("none"));
    }

    void theMinimumCountsEventsWithAReturnInTheWindow()
    {
        auto b = support::normalReturns(kDays, 0.01, 2);
        std::vector<std::size_t> gaps;
        for (std::size_t i = 0; i < 18; ++i) {
            const std::size_t t = 30 + 60 * i + i * 37 % 53;
            m_events.add("edge", Instant(m_days[t]) + std::chrono::hours(15));
            b[t] += 0.05;
            if (i % 4 == 0)
                gaps.push_back(t); // no close on the day itself: its return spans into the next
        }
        m_bars.series.erase("B");
        double price = 100;
        for (std::size_t t = 0; t < kDays; ++t) {
            price *= std::exp(b[t]);
            if (std::find(gaps.begin(), gaps.end(), t) == gaps.end())
                m_bars.add("B", Instant(m_days[t]) + std::chrono::hours(21), price);
        }
        const auto report =
            run("{'events': [{'filter': 'event_type == edge'}], 'assets': ['B'], 'windows': [[0,0],[0,1]]}");
        VERIFY_OK(report);
        for (const Finding &finding : report->findings) {
            const bool whole = finding.window.last == 1;
            QCOMPARE(finding.n, std::size_t(whole ? 18 : 13));
            QCOMPARE(finding.tier, std::string(whole ? "significant" : "none"));
        }
    }

    void anAssetsOwnEventsAreAnotherQuestionThanAllEvents()
    {
        for (std::size_t i = 0; i < 60; ++i)
            m_events.add("own", Instant(m_days[30 + 18 * i + i * i % 11]) + std::chrono::hours(15), kMissing,
                         i % 2 == 0 ? "A" : "B");
        const auto ask = [this](const std::string &pair) {
            return run("{'events': [{'filter': 'event_type == own'}], 'assets': ['A', 'B'], 'windows': "
                       "[[1,1]], 'pair': '" +
                       pair + "'}");
        };
        const auto all = ask("all");
        VERIFY_OK(all);
        const auto own = ask("entity");
        VERIFY_OK(own);
        QCOMPARE(own->newHypotheses, std::uint64_t{2});
        QVERIFY(own->findings[0].n < all->findings[0].n);
        QVERIFY(!own->findings[0].askedBefore);
    }

    void anotherWindowIsANewQuestion()
    {
        VERIFY_OK(
            run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,1]]}"));
        const auto second =
            run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,2]]}");
        VERIFY_OK(second);
        QCOMPARE(second->newHypotheses, std::uint64_t{1});
        QVERIFY(!second->findings.front().askedBefore);
    }

    void theSealHidesWhatComesAfterIt()
    {
        const char *text = "{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': "
                           "[[1,1]], 'trim': false}";
        const auto open = run(text);
        VERIFY_OK(open);
        RunContext sealed = context();
        sealed.sealedFrom = Instant(m_days[kDays / 2]);
        m_clock.advance(std::chrono::seconds(1));
        const auto report = runStudy(study(text), sealed);
        VERIFY_OK(report);
        QVERIFY(report->findings.front().nBars < kDays / 2 + 1);
        QVERIFY(report->findings.front().n < open->findings.front().n);
    }

    void aVersionThatBecameKnownBehindTheSealIsNotSeen()
    {
        const Instant seal(m_days[801]); // a Tuesday
        const auto ask = [&] {
            RunContext searching = context();
            searching.sealedFrom = seal;
            return runStudy(study("{'events': [{'name': 'fomc', 'filter': 'event_type == fomc', 'weight': "
                                  "'value'}], 'assets': ['A', 'B'], 'windows': [[0,0]]}"),
                            searching);
        };
        for (int i = 0; i < 30; ++i)
            m_events.add("fomc", Instant(m_days[static_cast<std::size_t>(20 + 25 * i)]), i % 7).knownBasis =
                KnownBasis::Scheduled;
        const auto before = ask();
        VERIFY_OK(before);
        // Monday's row, whose day ended an hour behind the seal where it came from
        Event &late = m_events.add("fomc", Instant(m_days[800]), 50);
        late.precision = Precision::Day;
        late.knownAt = seal + std::chrono::hours(1);
        const auto after = ask();
        VERIFY_OK(after);
        QCOMPARE(after->resultHash, before->resultHash);
        QCOMPARE(m_bars.lastAsOf, seal);
    }

    void theHoldOutIsOpenedOnceInTheDirectionFound()
    {
        RunContext sealed = context();
        sealed.sealedFrom = Instant(m_days[kDays / 2]);
        const auto report = runStudy(study("{'events': [{'filter': 'event_type == shock', 'min_events': "
                                           "10}], 'assets': ['A'], 'windows': [[1,1]]}"),
                                     sealed);
        VERIFY_OK(report);
        QCOMPARE(report->findings.front().tier, std::string("significant"));
        const std::string id = toHex(report->findings.front().hypothesis);
        const auto opened = openHoldOut(id, sealed);
        VERIFY_OK(opened);
        QCOMPARE(opened->finding.sample, std::string("holdout"));
        QVERIFY(opened->act.confirmed);
        QVERIFY(opened->finding.effect > 200);
        QVERIFY(opened->finding.n + report->findings.front().n <= 40);
        QVERIFY(opened->act.p <= 0.01);
        VERIFY_ERROR(openHoldOut(id, sealed), ErrorCode::BadInput);
        QCOMPARE(m_ledger->unseals()->size(), std::size_t{1});
        VERIFY_OK(m_ledger->check());
    }

    void whatWasNotSealedCannotBeOpened()
    {
        const auto report =
            run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,1]]}");
        VERIFY_OK(report);
        VERIFY_ERROR(openHoldOut(toHex(report->findings.front().hypothesis), context()), ErrorCode::BadInput);
        VERIFY_ERROR(openHoldOut("feedbeef", context()), ErrorCode::NotFound);
    }

    void datesBoundToTheCalendarAreMatchedWithTheirLikes()
    {
        // the second Friday of every month moves B; shifts by whole weeks would mostly hit other such Fridays
        m_events = {};
        auto b = support::normalReturns(kDays, 0.01, 2);
        for (std::size_t t = 0; t < kDays; ++t) {
            const std::chrono::year_month_day date(m_days[t]);
            const auto dayOfMonth = static_cast<unsigned>(date.day());
            if (std::chrono::weekday(m_days[t]) == std::chrono::Friday && dayOfMonth > 7 &&
                dayOfMonth <= 14) {
                m_events.add("second_friday", Instant(m_days[t]) + std::chrono::hours(14)).knownBasis =
                    KnownBasis::Scheduled;
                b[t] += 0.01;
            }
        }
        m_bars.series.erase("B");
        support::addPrices(m_bars, "B", m_days, b);
        const auto report = run("{'events': [{'name': 'friday', 'filter': 'event_type == second_friday'}], "
                                "'assets': ['A', 'B', 'SPY'], 'windows': [[0,0]]}");
        VERIFY_OK(report);
        const Finding &best = report->findings.front();
        QCOMPARE(best.asset, std::string("B"));
        QCOMPARE(best.nullMethod, std::string("matched_days"));
        QCOMPARE(best.tier, std::string("significant"));
        QCOMPARE(report->findings[1].tier, std::string("none"));
        QVERIFY(verifyRun(report->run, context(2))->same());
    }

    /// Fridays rise by 1 %, the first of a month by .3 %: more than other days, less than other Fridays.
    /// Returns how far the first ones lie from the mean of their month's Fridays, in basis points.
    double plantFirstFridays()
    {
        m_events = {};
        auto b = support::normalReturns(kDays, 0.004, 2);
        std::vector<std::vector<double>> months; // the Fridays of those whose first Friday is there
        for (std::size_t t = 0; t < kDays; ++t) {
            if (std::chrono::weekday(m_days[t]) != std::chrono::Friday)
                continue;
            const bool first = static_cast<unsigned>(std::chrono::year_month_day(m_days[t]).day()) <= 7;
            b[t] += first ? 0.003 : 0.01;
            if (first) {
                months.emplace_back();
                m_events.add("first_friday", Instant(m_days[t]) + std::chrono::hours(14)).knownBasis =
                    KnownBasis::Scheduled;
            }
            if (!months.empty())
                months.back().push_back(b[t]);
        }
        m_bars.series.erase("B");
        support::addPrices(m_bars, "B", m_days, b);
        double apart = 0;
        for (const auto &fridays : months)
            apart += fridays.front() - std::accumulate(fridays.begin(), fridays.end(), 0.0) /
                                           static_cast<double>(fridays.size());
        return 1e4 * apart / static_cast<double>(months.size());
    }

    void whatMatchedDaysFindIsToldAgainstItsStratum()
    {
        const double apart = plantFirstFridays();
        QVERIFY(apart < -40);
        const auto report = run("{'events': [{'name': 'friday', 'filter': 'event_type == first_friday'}], "
                                "'assets': ['B'], 'windows': [[0,0]], 'trim': false}");
        VERIFY_OK(report);
        const Finding &finding = report->findings.front();
        QCOMPARE(finding.nullMethod, std::string("matched_days"));
        QCOMPARE(finding.tier, std::string("significant"));
        QVERIFY(finding.effect > 15); // more than all bars give
        QVERIFY2(std::abs(finding.effect - finding.base - apart) < 1e-6,
                 qPrintable(QString::number(finding.effect - finding.base - apart)));
        QVERIFY(finding.t < -4);
        QVERIFY(finding.baseRate < 0.5); // most bars of the strata lie above, few below 0
        QVERIFY(m_ledger->relationships()->front().t < -4);
    }

    void theHoldOutOfMatchedDaysGoesTheirWay()
    {
        plantFirstFridays();
        RunContext sealed = context();
        sealed.sealedFrom = Instant(m_days[800]);
        const auto report =
            runStudy(study("{'events': [{'name': 'friday', 'filter': 'event_type == first_friday', "
                           "'min_events': 10}], 'assets': ['B'], 'windows': [[0,0]]}"),
                     sealed);
        VERIFY_OK(report);
        QCOMPARE(report->findings.front().tier, std::string("significant"));
        const auto opened = openHoldOut(toHex(report->findings.front().hypothesis), sealed);
        VERIFY_OK(opened);
        QVERIFY(opened->finding.t < 0 && opened->finding.effect < opened->finding.base);
        QVERIFY(opened->act.confirmed);
        QVERIFY(opened->act.p <= 0.01);
    }

    void whatIsStillClosedMakesTheHoldOutStricter()
    {
        RunContext sealed = context();
        sealed.sealedFrom = Instant(m_days[900]);
        const auto report = runStudy(study("{'events': [{'name': 'shock', 'filter': 'event_type == shock', "
                                           "'min_events': 10}], 'assets': ['A'], 'windows': [[1,1],[1,2]]}"),
                                     sealed);
        VERIFY_OK(report);
        const auto relationships = m_ledger->relationships();
        QCOMPARE(relationships->size(), std::size_t{2});
        const auto first = openHoldOut(toHex((*relationships)[0].hypothesis), sealed);
        VERIFY_OK(first);
        QCOMPARE(first->act.pHolm, std::min(1.0, 2 * first->act.p));
        QCOMPARE(first->finding.familySize, std::uint64_t{2});
        const auto second = openHoldOut(toHex((*relationships)[1].hypothesis), sealed);
        VERIFY_OK(second);
        const double smaller = std::min(first->act.p, second->act.p);
        QCOMPARE(second->act.pHolm,
                 second->act.p > smaller ? std::max(2 * smaller, second->act.p) : 2 * second->act.p);
    }

    void daysThatAreNoControlsAreListed()
    {
        plantFirstFridays();
        for (const std::size_t week : {40, 80, 83})
            m_events.add("fomc_meeting", Instant(m_days[5 * week + 4]) + std::chrono::hours(18)).knownBasis =
                KnownBasis::Scheduled;
        const auto isFirst = [&](std::size_t day) {
            return static_cast<unsigned>(std::chrono::year_month_day(m_days[day]).day()) <= 7;
        };
        QVERIFY(!isFirst(204) && !isFirst(404) && !isFirst(419));
        const std::string text = "{'events': [{'name': 'friday', 'filter': 'event_type == first_friday'}], "
                                 "'assets': ['B'], 'windows': [[0,0]]}";
        const auto report = run(text);
        VERIFY_OK(report);
        const QString days = QString::fromStdString(toIso(m_days[204]) + ", " + toIso(m_days[404]) + ", " +
                                                    toIso(m_days[419]));
        const auto lists = [&days](const QString &note) {
            return note.contains(u": 3 "_s) && note.endsWith(days);
        };
        QCOMPARE(std::ranges::count_if(report->notes, lists), 1);
    }

    /// The second Friday of every month, on P1 in all years and on P2 in the last two.
    void plantPool()
    {
        m_events = {};
        for (std::size_t t = 0; t < kDays; ++t) {
            const auto dayOfMonth = static_cast<unsigned>(std::chrono::year_month_day(m_days[t]).day());
            if (std::chrono::weekday(m_days[t]) != std::chrono::Friday || dayOfMonth <= 7 || dayOfMonth > 14)
                continue;
            m_events.add("expiry", Instant(m_days[t]) + std::chrono::hours(14), kMissing, "P1");
            if (t > kDays - 500)
                m_events.add("expiry", Instant(m_days[t]) + std::chrono::hours(14), kMissing, "P2");
        }
        support::addPrices(m_bars, "P1", m_days, support::normalReturns(kDays, 0.01, 31));
        support::addPrices(m_bars, "P2", m_days, support::normalReturns(kDays, 0.01, 32));
    }

    void aPoolOnCalendarDaysIsMatchedToo()
    {
        plantPool();
        const auto report =
            run("{'events': [{'name': 'expiry', 'filter': 'event_type == expiry'}], 'assets': ['P1', 'P2'], "
                "'pair': 'entity', 'pool': 'assets', 'windows': [[0,0]]}");
        VERIFY_OK(report);
        QCOMPARE(report->findings.size(), std::size_t{1});
        QCOMPARE(report->findings.front().nullMethod, std::string("matched_days"));
        QVERIFY(report->findings.front().n > 60);
        QVERIFY(std::ranges::any_of(report->notes, [](const QString &note) {
            return note.contains(u"same weekday of the same month"_s);
        }));
    }

    /// P1 only rises, P2 only falls, and three of four events are of P1.
    void theBaseRateOfAPoolWeighsAssetsByTheirEvents()
    {
        m_events = {};
        auto up = support::normalReturns(kDays, 0.01, 31), down = support::normalReturns(kDays, 0.01, 32);
        std::ranges::transform(up, up.begin(), [](double r) { return std::abs(r) + 1e-6; });
        std::ranges::transform(down, down.begin(), [](double r) { return -std::abs(r) - 1e-6; });
        std::mt19937 random(5);
        std::set<std::size_t> days;
        while (days.size() < 40)
            days.insert(30 + random() % (kDays - 60));
        std::size_t i = 0;
        for (const std::size_t day : days)
            m_events.add("news", Instant(m_days[day]) + std::chrono::hours(15), kMissing,
                         i++ % 4 == 0 ? "P2" : "P1");
        support::addPrices(m_bars, "P1", m_days, up);
        support::addPrices(m_bars, "P2", m_days, down);
        const auto report =
            run("{'events': [{'name': 'news', 'filter': 'event_type == news'}], 'assets': ['P1', 'P2'], "
                "'pair': 'entity', 'pool': 'assets', 'windows': [[0,0]]}");
        VERIFY_OK(report);
        const Finding &finding = report->findings.front();
        QCOMPARE(finding.n, std::size_t{40});
        const double rising = finding.effect >= finding.base ? 0.75 : 0.25;
        QCOMPARE(finding.hitRate, rising);
        QCOMPARE(finding.baseRate, rising);
    }

    void volumeIsShiftedWithinYears()
    {
        const std::string text =
            "{'events': [{'name': 'noise', 'filter': 'event_type == noise'}], 'assets': ['A'], "
            "'windows': [[0,0]], 'response': 'volume'";
        const auto grown = support::normalReturns(kDays, 0.1, 8);
        for (std::size_t t = 0; t < kDays; ++t)
            m_bars.series["A"].volume[t] = 1e6 * std::exp(0.001 * static_cast<double>(t) + grown[t]);
        const auto report = run(text + "}");
        VERIFY_OK(report);
        QCOMPARE(report->findings.front().nullMethod, std::string("block_shift"));
        QCOMPARE(report->findings.front().tier, std::string("none"));
        const auto shorter = run(text + ", 'sample': {'from': '" + toIso(m_days[600]) + "'}}");
        VERIFY_OK(shorter);
        QCOMPARE(shorter->findings.front().nullMethod, std::string("circular_shift"));
        QVERIFY(std::ranges::any_of(shorter->notes,
                                    [](const QString &note) { return note.contains(u"block_shift"_s); }));
        const auto adjusted = run(text + ", 'returns': {'model': 'mean_adjusted'}}");
        VERIFY_OK(adjusted);
        QCOMPARE(adjusted->findings.front().nullMethod, std::string("circular_shift"));
    }

    void aPoolSumsOverItsAssets()
    {
        std::mt19937 random(9);
        std::map<std::string, std::vector<double>> moves;
        for (const char *symbol : {"P1", "P2", "P3", "P4"}) {
            auto &r = moves[symbol] =
                support::normalReturns(kDays, 0.01, static_cast<unsigned>(moves.size()) + 20);
            for (int i = 0; i < 8; ++i) {
                const std::size_t t = 30 + random() % (kDays - 60);
                const double value = i % 2 == 0 ? 1 : -1;
                m_events.add("news", Instant(m_days[t]) + std::chrono::hours(15), value + 0.01 * i, symbol);
                r[t] += 0.02 * value;
            }
            support::addPrices(m_bars, symbol, m_days, r);
        }
        const auto report =
            run("{'events': [{'name': 'news', 'filter': 'event_type == news'}], 'assets': ['P1', 'P2', 'P3', "
                "'P4'], 'pair': 'entity', "
                "'pool': 'assets', 'quantile': {'bins': 2, 'breaks': 'sample'}, 'windows': [[0,0]]}");
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{3}); // two bins and their spread
        const auto spread =
            std::find_if(report->findings.begin(), report->findings.end(), [](const Finding &finding) {
                return finding.statistic == Statistic::QuantileSpread;
            });
        QVERIFY(spread != report->findings.end());
        QCOMPARE(spread->n, std::size_t{32});
        QVERIFY(spread->effect > 300 && spread->effect < 500);
        QCOMPARE(spread->tier, std::string("significant"));
        const auto single = run("{'events': [{'name': 'news', 'filter': 'event_type == news', 'weight': "
                                "'value', 'min_events': 5}], "
                                "'assets': ['P1', 'P2', 'P3', 'P4'], 'pair': 'entity', 'windows': [[0,0]]}");
        VERIFY_OK(single);
        QCOMPARE(single->hypotheses, std::uint64_t{4});
        QCOMPARE(single->findings.front().n, std::size_t{8});
    }

    void aCancelledRunIsNotShown()
    {
        RunContext cancelled = context();
        const CancelToken token;
        cancelled.cancel = token;
        cancelled.progress = [token](const Progress &) { token.cancel(); };
        const auto report = runStudy(
            study("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A', 'B', 'SPY']}"), cancelled);
        VERIFY_ERROR(report, ErrorCode::Cancelled);
        const auto runs = m_ledger->runs();
        VERIFY_OK(runs);
        QCOMPARE(runs->size(), std::size_t{1});
        QCOMPARE(runs->front().status, std::string("cancelled"));
        QCOMPARE(m_ledger->trials(runs->front().run)->front().tier, std::string("not shown"));
        const auto shown = showRun(runs->front().run, *m_ledger, false);
        VERIFY_OK(shown);
        QCOMPARE(shown->notes.front(), u"This run was cancelled: nothing was shown."_s);
        const auto verified = verifyRun(runs->front().run, context());
        VERIFY_ERROR(verified, ErrorCode::BadInput);
        QVERIFY2(verified.error().message.contains(u"was cancelled and has no result"_s),
                 qPrintable(verified.error().message));
    }

    void valuesAreTestedByTheirSlope()
    {
        const auto report = run("{'events': [{'filter': 'event_type == shock', 'weight': 'value'}], "
                                "'assets': ['B'], 'windows': [[0,0]]}");
        VERIFY_OK(report);
        const Finding &finding = report->findings.front();
        QVERIFY(finding.statistic == Statistic::Slope);
        QCOMPARE(finding.unit, std::string("r"));
        QVERIFY(std::abs(finding.effect) < 0.5);
        QCOMPARE(finding.base, 0.0);
    }

    void whatIsFoundIsBuiltAgainFromThePast()
    {
        const auto report = run("{'events': [{'name': 'shock', 'filter': 'event_type == shock'}], 'assets': "
                                "['A', 'B'], 'windows': [[0,0],[1,1]]}");
        VERIFY_OK(report);
        for (const Finding &finding : report->findings)
            QCOMPARE(finding.lookAhead, std::string(finding.tier == "significant" ? "passed" : "not tested"));
        QVERIFY(std::any_of(report->notes.begin(), report->notes.end(), [](const QString &note) {
            return note.startsWith(u"Look-ahead test: built again from what was known at 4 past instants"_s);
        }));
        QCOMPARE(showRun(report->run, *m_ledger, false)->findings.front().lookAhead, std::string("passed"));
    }

    void aFindingThatLooksAheadStaysAndSaysSo()
    {
        // the larger the value, the more B moves: its standard score is known only when all values are
        auto b = support::normalReturns(kDays, 0.01, 2);
        for (std::size_t i = 0; i < 60; ++i) {
            const std::size_t t = 30 + 19 * i + i * i % 7;
            const double value = static_cast<double>(i * 37 % 60);
            m_events.add("score", Instant(m_days[t]) + std::chrono::hours(15), value);
            b[t] += 0.001 * (value - 30);
        }
        m_bars.series.erase("B");
        support::addPrices(m_bars, "B", m_days, b);
        const auto report = run("{'events': [{'name': 'score', 'filter': 'event_type == score', 'weight': "
                                "'zscore'}], 'assets': ['A', 'B'], 'windows': [[0,0]]}");
        VERIFY_OK(report);
        const Finding &best = report->findings.front();
        QCOMPARE(best.asset, std::string("B"));
        QCOMPARE(best.tier, std::string("significant"));
        QCOMPARE(best.lookAhead, std::string("failed"));
        QVERIFY(!best.tradable);
        QVERIFY(std::any_of(report->notes.begin(), report->notes.end(), [](const QString &note) {
            return note.startsWith(u"The weight of “score” on "_s) &&
                   note.endsWith(u"Ranks and standard scores are taken over the whole sample."_s);
        }));
        QVERIFY(verifyRun(report->run, context())->same());
    }

    void mistakesGetOnePlainSentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        const QByteArray events = "'events': [{'filter': 'event_type == shock'}]";
        QTest::newRow("unknown asset") << "{" + events + ", 'assets': ['NOPE']}" << u"“NOPE”"_s;
        QTest::newRow("wrong case") << "{" + events + ", 'assets': ['spy']}" << u"did you mean “SPY”"_s;
        QTest::newRow("unknown benchmark")
            << "{" + events + ", 'assets': ['A'], 'returns': {'benchmark': 'QQQ'}}" << u"“QQQ”"_s;
        QTest::newRow("impossible window")
            << "{" + events + ", 'assets': ['A'], 'windows': [[0, 900]]}" << u"reaches further"_s;
        QTest::newRow("no events")
            << QByteArray("{'events': [{'filter': 'event_type == eclipse'}], 'assets': ['A']}")
            << u"nothing to test"_s;
        QTest::newRow("empty sample") << "{" + events + ", 'assets': ['A'], 'sample': {'from': '2030-01-01'}}"
                                      << u"bars in the sample"_s;
        QTest::newRow("no watchlist")
            << "{" + events + ", 'assets': {'watchlist': 'energy'}}" << u"“energy”"_s;
        QTest::newRow("no instrument")
            << "{" + events + ", 'assets': {'filter': 'kind == etf'}}" << u"kind == etf"_s;
    }

    void mistakesGetOnePlainSentence()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const auto report = run(text.toStdString());
        QVERIFY(!report.ok());
        QVERIFY2(report.error().message.contains(words), qPrintable(report.error().message));
        QVERIFY(m_ledger->runs()->empty());
    }

    void jsonHasTheNamesOfTheContract()
    {
        const auto report =
            run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,1]]}");
        VERIFY_OK(report);
        const QJsonObject object = toJson(*report);
        QStringList keys = object.keys();
        keys.sort();
        QCOMPARE(keys, (QStringList{u"elapsed_ms"_s, u"family"_s, u"findings"_s, u"hypotheses"_s,
                                    u"result_hash"_s, u"run"_s, u"snapshot"_s}));
        QStringList names = object.value("findings"_L1).toArray().at(0).toObject().keys();
        QStringList expected =
            u"hypothesis event asset window statistic n n_bars effect base unit t t_zero ci_low ci_high p "
            u"p_adjusted "
            "p_workspace tier hit_rate base_rate mde null_method family_size sample tradable known_basis look_ahead"_s
                .split(u' ');
        names.sort();
        expected.sort();
        QCOMPARE(names, expected);
        const auto shown = showRun(report->run, *m_ledger, true);
        VERIFY_OK(shown);
        QCOMPARE(toJson(*shown), object);
    }
};

QTEST_APPLESS_MAIN(tst_Runner)
#include "tst_runner.moc"
