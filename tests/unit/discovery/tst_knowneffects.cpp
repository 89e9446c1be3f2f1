// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Published effects, found again in real histories: from the files through import and stores to the verdict.
#include "core/discovery/eventseries.h"
#include "core/discovery/runner.h"
#include "core/domain/filter.h"
#include "core/ingest/import/importer.h"
#include "core/sources/calendars.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <set>

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using namespace Qt::StringLiterals;
using core::sources::ImportWhat;

namespace {

std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

bool within(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance;
}

} // namespace

class tst_KnownEffects : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;                        ///< the workspace with the histories
    std::unique_ptr<QTemporaryDir> m_ledgerDir; ///< a ledger of its own for every test
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<core::store::Workspace> m_workspace;
    std::unique_ptr<core::store::Catalog> m_catalog;
    std::unique_ptr<core::store::Ledger> m_ledger;

    Result<RunReport> run(const std::string &text)
    {
        m_clock.advance(std::chrono::seconds(1));
        const auto study = parseStudy(json(text), m_clock.now());
        if (!study.ok())
            return study.error();
        const auto snapshot = m_workspace->catalog().snapshot();
        if (!snapshot.ok())
            return snapshot.error();
        RunContext context{m_workspace->events(), m_workspace->bars(), *m_ledger, m_clock};
        context.snapshot = *snapshot;
        context.threads = 2;
        auto report = runStudy(*study, context);
        if (report.ok() && qEnvironmentVariableIsSet("FORESHOCK_SHOW")) {
            for (const QString &note : report->notes)
                qDebug("    %s", qPrintable(note));
            for (const Finding &f : report->findings)
                qDebug("%s x %s [%d,%d] %s n %zu effect %.4g %s base %.3g t %.2f t_zero %.2f p %.4g adj %.4g "
                       "%s (%s) mde %.3g ci %.3g..%.3g slope %.3g",
                       f.event.c_str(), f.asset.c_str(), f.window.first, f.window.last,
                       std::string(toText(f.statistic)).c_str(), f.n, f.effect, f.unit.c_str(), f.base, f.t,
                       f.tZero, f.p, f.pAdjusted, f.tier.c_str(), f.nullMethod.c_str(), f.mde, f.ciLow,
                       f.ciHigh, f.slope);
        }
        return report;
    }

    /// Moons and the like from the calendar source, and Fridays the 13th.
    void addComputed()
    {
        const Date first = std::chrono::year(1993) / 1 / 1, last = std::chrono::year(2021) / 12 / 31;
        auto computed = core::sources::calendarEvents(first, last);
        VERIFY_OK(computed);
        for (Date day = first; day <= last; day += std::chrono::days(1)) {
            const std::chrono::year_month_day date(day);
            if (date.day() != std::chrono::day(13) || std::chrono::weekday(day) != std::chrono::Friday)
                continue;
            Event event;
            event.source = "test";
            event.eventType = "friday_13";
            event.id = eventId(event.source, toIso(day));
            event.timestamp = Instant(day) + std::chrono::hours(15);
            event.knownAt = event.timestamp - std::chrono::hours(24 * 365);
            event.knownBasis = KnownBasis::Scheduled;
            computed->push_back(event);
        }
        VERIFY_OK(m_workspace->events().insert(*computed));
    }

private Q_SLOTS:
    void initTestCase()
    {
        SHARED_DATA_OR_SKIP(folder, u"history"_s);
        core::store::WorkspaceOptions options;
        options.seal = core::store::WorkspaceOptions::Seal::None;
        auto made = core::store::Workspace::create(
            std::filesystem::path(m_dir.path().toStdString()) / "workspace", options, m_clock);
        VERIFY_OK(made);
        m_workspace = std::move(*made);
        const auto importer = core::ingest::Importer::open(*m_workspace, {});
        VERIFY_OK(importer);
        const auto load = [&](const std::string &file, ImportWhat what) {
            VERIFY_OK(
                (*importer)->import(std::filesystem::path(folder.toStdString()) / file, {what, {}, {}, {}}));
        };
        for (const char *file :
             {"etf_index_fx_crypto_daily", "etf_daily_extra_to2017", "stocks_daily_core_A-C",
              "stocks_daily_core_D-H", "stocks_daily_core_I-N", "stocks_daily_core_O-Z"})
            load("prices/" + std::string(file) + ".csv.gz", ImportWhat::Bars);
        for (const char *series : {"DEXUSEU", "DCOILWTICO"})
            load("macro/fred/" + std::string(series) + ".csv", ImportWhat::Bars);
        for (const char *file :
             {"macro/fomc_surprises_30min_jk.csv", "macro/eia_weekly_petroleum_status.csv.gz",
              "events/opec_announcement_surprises_kaenzig.csv", "events/usgs_earthquakes_m6_1960-2019.csv.gz",
              "events/gvp_volcanic_eruptions.csv.gz", "events/earnings_announcements_eps_surprise.csv.gz"})
            load(file, ImportWhat::Events);
        addComputed();
    }

    void init()
    {
        m_ledger.reset();
        m_catalog.reset();
        m_ledgerDir = std::make_unique<QTemporaryDir>();
        auto made = core::store::Catalog::create(
            std::filesystem::path(m_ledgerDir->path().toStdString()) / "catalog", m_clock);
        VERIFY_OK(made);
        m_catalog = std::move(*made);
        m_ledger = std::make_unique<core::store::Ledger>(*m_catalog);
    }

    void fomcDaysMovedStocksAndFaded()
    {
        const std::string study =
            "{'events': [{'name': 'fomc', 'filter': 'event_type == fomc_decision and meta.scheduled == "
            "true'}], "
            "'assets': ['SPY'], 'windows': [[0,0]], 'returns': {'kind': 'simple'}, 'sample': {'from': '";
        const auto early = run(study + "1994-09-01', 'to': '2011-03-31'}}");
        VERIFY_OK(early);
        QCOMPARE(early->findings[0].n, std::size_t{133});
        QVERIFY(within(early->findings[0].effect, 35, 1));
        QVERIFY(within(early->findings[0].base, 3, 1.5));
        QVERIFY(within(early->findings[0].tZero, 3.5, 0.1));
        QCOMPARE(early->findings[0].tier, std::string("significant"));
        const auto late = run(study + "2011-04-01', 'to': '2021-12-31'}}");
        VERIFY_OK(late);
        QCOMPARE(late->findings[0].n, std::size_t{86});
        QVERIFY(within(late->findings[0].effect, 14, 1));
        QVERIFY(within(late->findings[0].tZero, 1.1, 0.1));
        QCOMPARE(late->findings[0].tier, std::string("none"));
    }

    void fomcDaysMoveTheDollarBecauseBarsHaveClockTimes()
    {
        // decisions come after the noon fixing: the bar they move is the next day's
        const auto report = run("{'events': [{'name': 'fomc', 'filter': 'event_type == fomc_decision and "
                                "meta.scheduled == true'}], "
                                "'assets': ['DEXUSEU'], 'windows': [[-1,-1],[0,0]], 'response': "
                                "'abs_return', 'sample': {'from': '1999-01-05'}}");
        VERIFY_OK(report);
        const Finding &moved = report->findings[0];
        QVERIFY((moved.window == Window{0, 0}));
        QVERIFY(moved.effect > 1.4 * moved.base);
        QVERIFY(within(moved.t, 5, 0.3));
        QCOMPARE(moved.tier, std::string("significant"));
        QVERIFY(report->findings[1].effect <
                moved.base); // the fixing before the decision is calmer than usual
    }

    void opecSurprisesMoveOil()
    {
        // against the same day's price; 18 announcements on days without one enter the next (0.79), without
        // them it is 0.81
        const auto report = run("{'events': [{'name': 'opec', 'filter': 'event_type == opec_announcement', "
                                "'weight': 'value'}], 'assets': "
                                "['DCOILWTICO'], 'windows': [[0,0]], 'returns': {'kind': 'simple', "
                                "'benchmark': 'DCOILWTICO'}, 'trim': false}");
        VERIFY_OK(report);
        const Finding &finding = report->findings[0];
        QCOMPARE(finding.n, std::size_t{129});
        QCOMPARE(finding.unit, std::string("r"));
        QVERIFY(within(finding.effect, 0.7869, 0.001));
        QCOMPARE(finding.tier, std::string("significant"));
    }

    void opecSurprisesOnDaysWithAPriceMoveOilAsPublished()
    {
        BarQuery query;
        query.symbol = "DCOILWTICO";
        const auto oil = m_workspace->bars().read(query);
        VERIFY_OK(oil);
        std::set<Date> priced;
        for (const Instant close : oil->tsEnd)
            priced.insert(close.utcDay());
        EventQuery opec;
        opec.filter =
            std::make_shared<const Filter>(*Filter::parse("event_type == opec_announcement", {}));
        std::string days;
        VERIFY_OK(m_workspace->events().read(opec, [&](const Event &event) {
            if (priced.contains((event.timestamp + std::chrono::hours(12)).utcDay()))
                days += (days.empty() ? "" : ", ") + toIso(event.timestamp);
            return true;
        }));
        const auto report = run("{'events': [{'name': 'opec', 'filter': 'event_type == opec_announcement and "
                                "timestamp in {" +
                                days +
                                "}', 'weight': 'value'}], 'assets': ['DCOILWTICO'], 'windows': [[0,0]], "
                                "'returns': {'kind': 'simple', 'benchmark': 'DCOILWTICO'}, 'trim': false}");
        VERIFY_OK(report);
        QCOMPARE(report->findings[0].n, std::size_t{111});
        QVERIFY(within(report->findings[0].effect, 0.81, 0.005));
    }

    void earningsSurprisesSortStocks()
    {
        const auto report = run(
            "{'events': [{'name': 'earnings', 'filter': 'event_type == earnings_announcement'}], 'assets': "
            "{'filter': 'kind == stock'}, "
            "'pair': 'entity', 'pool': 'assets', 'quantile': {'of': 'value', 'bins': 5, 'breaks': 'sample'}, "
            "'returns': {'kind': 'simple', 'model': 'market_adjusted', 'benchmark': 'SPY'}, 'windows': "
            "[[0,1]]}");
        VERIFY_OK(report);
        const double expected[] = {-250, -49, 57, 123, 221};
        double before = -1e9;
        for (int bin = 1; bin <= 5; ++bin) {
            const auto found =
                std::find_if(report->findings.begin(), report->findings.end(), [bin](const Finding &finding) {
                    return finding.event == "earnings · bin " + std::to_string(bin) + " of 5";
                });
            QVERIFY(found != report->findings.end());
            QVERIFY2(within(found->effect, expected[bin - 1], 0.1 * std::abs(expected[bin - 1])),
                     found->event.c_str());
            QVERIFY(found->effect > before);
            QVERIFY(!found->tradable); // the breaks are of the whole sample
            before = found->effect;
        }
    }

    void tohokuEntersNewYorkOnItsDay()
    {
        BarQuery one;
        one.symbol = "SPY";
        const auto spy = m_workspace->bars().read(one);
        one.symbol = "EWJ";
        const auto ewj = m_workspace->bars().read(one);
        VERIFY_OK(spy);
        VERIFY_OK(ewj);
        EventQuery query;
        query.filter =
            std::make_shared<const Filter>(*Filter::parse("event_type == earthquake and value >= 9", {}));
        std::vector<Event> quakes;
        VERIFY_OK(m_workspace->events().read(query, [&quakes](const Event &event) {
            if (toIso(event.timestamp).starts_with("2011-03-11T05:46"))
                quakes.push_back(event);
            return true;
        }));
        QCOMPARE(quakes.size(), std::size_t{1});
        AskedEvent asked;
        asked.at = quakes[0].knownAt;
        const auto closes = closeTimes(*ewj, {spy->tsEnd, 1, 0});
        QCOMPARE(toIso(closes[eventBar(asked, closes)]), std::string("2011-03-11T21:00:00Z"));
    }

    void crudeStocksMoveOilByTheirChangeAndSurprise()
    {
        const auto correlation = [this](const std::string &weight) {
            const auto report =
                run("{'events': [{'name': 'eia', 'filter': 'event_type == wcestus1_release', " + weight +
                    "}], 'assets': ['USO'], 'windows': [[0,0]]}");
            return report.ok() ? report->findings[0].effect : kMissing;
        };
        QVERIFY(within(correlation("'weight': 'value'"), 0, 0.05));
        QVERIFY(within(correlation("'weight': 'change'"), -0.12, 0.01));
        QVERIFY(within(correlation("'weight': 'surprise'"), -0.16, 0.02));
        QVERIFY(within(correlation("'min_events': 15"), -0.16, 0.02)); // a release means its surprise
    }

    void volcanoesMoonsAndFridaysMoveNothing()
    {
        const auto report =
            run("{'events': [{'name': 'volcano', 'filter': 'event_type == volcanic_eruption'}, {'name': "
                "'full moon', 'filter': 'event_type == full_moon'}, "
                "{'name': 'new moon', 'filter': 'event_type == new_moon'}, {'name': 'Friday 13th', 'filter': "
                "'event_type == friday_13'}], "
                "'assets': ['SPY', 'QQQ', 'GLD', 'TLT', 'USO', 'EEM', 'XLE', 'IWM']}");
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{160});
        QCOMPARE(report->significant, std::uint64_t{0});
        QCOMPARE(report->candidates, std::uint64_t{0});
    }
};

QTEST_APPLESS_MAIN(tst_KnownEffects)
#include "tst_knowneffects.moc"
