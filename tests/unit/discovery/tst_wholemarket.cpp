// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Real histories whole: every event file against every price file in one family, and twenty series of random
// dates among them. Then the same with every series moved in time by itself, as often as FORESHOCK_SHIFTS
// says, where nothing may be found.
#include "core/base/json.h"
#include "core/discovery/evidence.h"
#include "core/discovery/keptreaders.h"
#include "core/discovery/runner.h"
#include "core/domain/filter.h"
#include "core/ingest/import/importer.h"
#include "core/sources/calendars.h"
#include "core/stats/random.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cmath>
#include <mutex>

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using core::sources::ImportWhat;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kPlacebos = 20;
constexpr int kFewRuns = 4; // of moved series, unless FORESHOCK_SHIFTS says how many

std::string studyText(const char *name)
{
    QFile file(QStringLiteral(FORESHOCK_SOURCE_DIR "/resources/studies/%1.json").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// Events of another reader, those of every asked series moved around the years of the sample by a number of
/// weeks of its own: what is among them stays, also the day of the week, what is between them and prices
/// goes.
class ShiftedEvents final : public EventReader
{
public:
    ShiftedEvents(const EventReader &behind, std::uint64_t seed)
        : m_behind(behind)
        , m_seed(seed)
    {}

    Result<void> read(const EventQuery &query, const std::function<bool(const Event &)> &row,
                      const CancelToken &cancel) const override
    {
        std::vector<Event> moved;
        const auto done = m_behind.read(
            query,
            [&](const Event &event) {
                moved.push_back(event);
                move(moved.back(), query);
                return true;
            },
            cancel);
        if (!done.ok())
            return done;
        std::stable_sort(moved.begin(), moved.end(),
                         [](const Event &a, const Event &b) { return a.timestamp < b.timestamp; });
        for (const Event &event : moved) {
            if (!row(event))
                break;
        }
        return {};
    }
    Result<std::vector<EventGroup>> count(const EventQuery &query, std::string_view by) const override
    {
        return m_behind.count(query, by);
    }

private:
    void move(Event &event, const EventQuery &query) const
    {
        if (event.timestamp < kBegin || event.timestamp >= kBegin + kWeek * kWeeks)
            return;
        const std::string key = (query.filter ? query.filter->normalForm() : std::string()) + '\n' +
                                event.source + '\n' + event.eventType;
        const std::lock_guard lock(m_drawing);
        const auto known = m_weeks.find(key);
        const int weeks = known != m_weeks.end() ? known->second : drawn(key);
        const Duration since = (event.timestamp - kBegin + kWeek * weeks) % (kWeek * kWeeks);
        const Duration by = kBegin + since - event.timestamp;
        event.timestamp = event.timestamp + by;
        event.knownAt = event.knownAt + by;
    }
    int drawn(const std::string &key) const
    {
        const std::uint64_t stream = sha256(key)[0] * 256U + sha256(key)[1];
        core::stats::Random random(m_seed, core::stats::RandomPurpose::Test, stream);
        return m_weeks[key] = 1 + static_cast<int>(random.below(kWeeks - 1));
    }

    static constexpr int kWeeks = 1'509; // from SPY's first bar to the end of 2021
    static constexpr Duration kWeek = std::chrono::hours(24 * 7);
    inline static const Instant kBegin = Instant(Date(std::chrono::year(1993) / 1 / 29));
    const EventReader &m_behind;
    std::uint64_t m_seed;
    mutable std::mutex m_drawing; // guards m_weeks
    mutable std::map<std::string, int> m_weeks;
};

bool isOil(const std::string &asset)
{
    for (const char *part :
         {"WTI", "BRENT", "DIESEL", "GASOLINE", "HEATING", "DBC", "USO", "XLE", "XOP", "OIH"}) {
        if (asset.find(part) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

class tst_WholeMarket : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<core::store::Workspace> m_workspace;
    std::unique_ptr<core::store::Catalog> m_catalog;
    std::unique_ptr<core::store::Ledger> m_ledger;
    RunReport m_report;

    RunContext context()
    {
        RunContext out{m_workspace->events(), m_workspace->bars(), *m_ledger, m_clock};
        out.snapshot = *m_workspace->catalog().snapshot();
        out.threads = 2;
        return out;
    }

    Result<RunReport> run(const std::string &text)
    {
        m_clock.advance(std::chrono::seconds(1));
        const auto study = parseStudy(text, m_clock.now());
        return study.ok() ? runStudy(*study, context()) : Result<RunReport>(study.error());
    }

    /// Dates without a meaning, a few months to several thousand days apart.
    void addPlacebos()
    {
        std::vector<Event> events;
        for (unsigned k = 0; k < kPlacebos; ++k) {
            core::stats::Random random(77, core::stats::RandomPurpose::Test, k);
            const std::uint64_t count = 30 + random.below(200);
            for (std::uint64_t i = 0; i < count; ++i) {
                Event event;
                event.source = "placebo";
                event.eventType = "placebo_" + std::to_string(k);
                event.id = eventId(event.source, std::to_string(k) + "-" + std::to_string(i));
                event.timestamp = event.knownAt =
                    Instant(Date(std::chrono::year(1994) / 1 / 1) + std::chrono::days(random.below(10'000))) +
                    std::chrono::hours(15);
                event.knownBasis = KnownBasis::Published;
                events.push_back(event);
            }
        }
        VERIFY_OK(m_workspace->events().insert(events));
    }

private Q_SLOTS:
    void initTestCase()
    {
        SHARED_DATA_OR_SKIP(folder, u"history"_s);
        const fs::path history = folder.toStdString();
        core::store::WorkspaceOptions options;
        options.seal = core::store::WorkspaceOptions::Seal::None;
        const fs::path place = m_dir.path().toStdString();
        auto made = core::store::Workspace::create(place / "workspace", options, m_clock);
        VERIFY_OK(made);
        m_workspace = std::move(*made);
        const auto importer = core::ingest::Importer::open(*m_workspace, {});
        VERIFY_OK(importer);
        const auto load = [&](const fs::path &file, ImportWhat what) {
            VERIFY_OK((*importer)->import(history / file, {what, {}, {}, {}}));
        };
        for (const char *file : {"stocks_daily_core_A-C", "stocks_daily_core_D-H", "stocks_daily_core_I-N",
                                 "stocks_daily_core_O-Z", "stocks_daily_core_ipo_after_2009",
                                 "etf_index_fx_crypto_daily", "commodity_futures_close_daily"})
            load("prices/" + std::string(file) + ".csv.gz", ImportWhat::Bars);
        for (const char *series : {"DCOILWTICO", "DEXUSEU", "DEXJPUS"})
            load("macro/fred/" + std::string(series) + ".csv", ImportWhat::Bars);
        for (const char *file : {"events/covid19_key_countries_daily.csv",
                                 "events/covid19_worldwide_daily.csv",
                                 "events/earnings_announcements_eps_surprise.csv.gz",
                                 "events/gvp_volcanic_eruptions.csv.gz",
                                 "events/hurdat2_atlantic_tracks.csv.gz",
                                 "events/opec_announcement_surprises_kaenzig.csv",
                                 "events/polymarket_prices_2022-2024.csv.gz",
                                 "events/sp500_changes_since_2019.csv",
                                 "events/sp500_membership_intervals_asof2021.csv",
                                 "events/tsa_checkpoint_throughput_2020.csv",
                                 "events/ucdp_ged_ukraine_2014-2019.csv.gz",
                                 "events/us_billion_dollar_disasters.csv",
                                 "events/us_senate_trades_2012-2020.csv.gz",
                                 "events/usgs_earthquakes_m6_1960-2019.csv.gz",
                                 "macro/eia_natgas_storage_weekly.csv",
                                 "macro/eia_weekly_petroleum_status.csv.gz",
                                 "macro/fomc_shocks_jk.csv",
                                 "macro/fomc_surprises_30min_jk.csv",
                                 "macro/fred_md_monthly_vintage2026-02.csv.gz",
                                 "macro/geopolitical_risk_daily_gpr.csv.gz",
                                 "macro/oil_supply_news_shocks_monthly_kaenzig.csv",
                                 "macro/us_economic_calendar_high_impact.csv",
                                 "news/fomc_statements_text.csv.gz",
                                 "news/gdelt_theme_tone_volume_daily.csv"})
            load(file, ImportWhat::Events);
        auto computed =
            core::sources::calendarEvents(std::chrono::year(1993) / 1 / 1, std::chrono::year(2021) / 12 / 31);
        VERIFY_OK(computed);
        VERIFY_OK(m_workspace->events().insert(*computed));
        addPlacebos();
        auto catalog = core::store::Catalog::create(place / "catalog", m_clock);
        VERIFY_OK(catalog);
        m_catalog = std::move(*catalog);
        m_ledger = std::make_unique<core::store::Ledger>(*m_catalog);
        const auto report = run(studyText("whole-market"));
        VERIFY_OK(report);
        m_report = *report;
        if (qEnvironmentVariableIsSet("FORESHOCK_SHOW")) {
            qDebug(
                "%llu hypotheses in %lld ms, %llu significant (chance %.2f), %llu candidates (chance %.2f)",
                static_cast<unsigned long long>(report->hypotheses),
                static_cast<long long>(report->elapsedMs),
                static_cast<unsigned long long>(report->significant), report->expectedSignificant,
                static_cast<unsigned long long>(report->candidates), report->expectedCandidates);
            for (const Finding &f : report->findings)
                if (f.tier != "none")
                    qDebug("%s %s x %s [%d,%d] n %zu effect %.3g t %.2f adj %.4g", f.tier.c_str(),
                           f.event.c_str(), f.asset.c_str(), f.window.first, f.window.last, f.n, f.effect,
                           f.t, f.pAdjusted);
        }
    }

    void oilMovesOnTheSurpriseOfOpecAndNothingElseIsSignificant()
    {
        if (m_report.run.empty())
            QSKIP("The histories are not there.");
        QVERIFY(m_report.hypotheses > 400'000);
        bool isWti = false;
        for (const Finding &finding : m_report.findings) {
            if (finding.tier != "significant")
                continue;
            QCOMPARE(finding.event, std::string("opec"));
            QVERIFY2(isOil(finding.asset), finding.asset.c_str());
            QVERIFY(finding.effect > 0.6);
            isWti = isWti || finding.asset == "DCOILWTICO" || finding.asset == "WTI CRUDE";
        }
        QVERIFY(isWti);
    }

    void volcanoesMoonsAndRandomDatesMoveNothing()
    {
        if (m_report.run.empty())
            QSKIP("The histories are not there.");
        for (const Finding &finding : m_report.findings) {
            if (finding.tier == "none")
                continue;
            for (const char *silent : {"volcan", "moon", "placebo", "friday_13"})
                QVERIFY2(finding.event.find(silent) == std::string::npos, finding.event.c_str());
        }
    }

    /// What an analyst asks alone and believes, and what it is worth among half a million questions.
    void fomcDaysAreSignificantAloneAndNotAmongAll()
    {
        if (m_report.run.empty())
            QSKIP("The histories are not there.");
        const auto all = showRun(m_report.run, *m_ledger, true);
        VERIFY_OK(all);
        const auto among = std::find_if(all->findings.begin(), all->findings.end(), [](const Finding &f) {
            return f.event == "fomc" && f.asset == "SPY" && f.window == Window{0, 0};
        });
        QVERIFY(among != all->findings.end());
        QCOMPARE(among->tier, std::string("none"));
        QVERIFY(among->pAdjusted > 0.5);
        const auto evidence = evidenceOf(m_report.run, among->hypothesis, context());
        VERIFY_OK(evidence);
        QVERIFY2(evidence->finding.p <= 0.01, qPrintable(QString::number(evidence->finding.p)));
        const auto alone = run(studyText("fomc-spy"));
        VERIFY_OK(alone);
        const Finding &again = alone->findings.front();
        QCOMPARE(again.computedTier, std::string("significant"));
        QVERIFY(again.pAdjusted < 0.005);
        // but it was asked among all before: to ask it alone now does not make it significant
        QVERIFY(again.askedBefore);
        QCOMPARE(again.tier, std::string("none"));
    }

    /// One tenth of the assets each time, and nothing is known of what was asked before.
    void seriesMovedInTimeFindNothing()
    {
        if (m_report.run.empty())
            QSKIP("The histories are not there.");
        const int runs = std::max(1, qEnvironmentVariableIsSet("FORESHOCK_SHIFTS")
                                         ? qEnvironmentVariableIntValue("FORESHOCK_SHIFTS")
                                         : kFewRuns);
        const KeptEvents events(m_workspace->events());
        const KeptBars bars(m_workspace->bars());
        const auto symbols = m_workspace->bars().symbols("1d");
        VERIFY_OK(symbols);
        int significant = 0, candidate = 0;
        std::uint64_t asked = 0;
        const int first = qEnvironmentVariableIntValue("FORESHOCK_SHIFTS_FROM"); // to go on where one ended
        for (int i = first; i < first + runs; ++i) {
            QJsonObject text = parseJson(studyText("whole-market"))->toObject();
            QJsonArray assets;
            for (std::size_t at = static_cast<std::size_t>(i % 10); at < symbols->size(); at += 10) {
                if (const std::string &name = (*symbols)[at];
                    name != "DGS10" && name != "DGS2" && name != "VIXCLS")
                    assets.append(QString::fromStdString(name));
            }
            text.insert(u"assets"_s, assets);
            const auto study = parseStudy(canonicalJson(text), m_clock.now());
            VERIFY_OK(study);
            const QTemporaryDir place;
            const auto catalog =
                core::store::Catalog::create(fs::path(place.path().toStdString()) / "catalog", m_clock);
            VERIFY_OK(catalog);
            core::store::Ledger ledger(**catalog);
            const ShiftedEvents moved(events, static_cast<std::uint64_t>(i));
            RunContext own{moved, bars, ledger, m_clock};
            own.snapshot = *m_workspace->catalog().snapshot();
            own.threads = 2;
            const auto report = runStudy(*study, own);
            VERIFY_OK(report);
            asked += report->hypotheses;
            significant += report->significant > 0 ? 1 : 0;
            candidate += report->significant + report->candidates > 0 ? 1 : 0;
            for (const Finding &f : report->findings) {
                if (f.tier != "none" || &f == &report->findings.front())
                    qInfo("run %d: %s, %s x %s [%d,%d], %s, n %zu, y %.2f, p %.3g, p adjusted %.4g", i,
                          f.tier.c_str(), f.event.c_str(), f.asset.c_str(), f.window.first, f.window.last,
                          f.nullMethod.c_str(), f.n, f.y, f.p, f.pAdjusted);
            }
        }
        const double limit = 0.05 + 2 * std::sqrt(0.05 * 0.95 / runs);
        qInfo("%d runs of %.0f questions each: %d with anything significant, %d with anything at all; limit "
              "%.3f",
              runs, static_cast<double>(asked) / runs, significant, candidate, limit);
        QVERIFY(asked > static_cast<std::uint64_t>(runs) * 20'000);
        QVERIFY2(significant <= limit * runs, qPrintable(QString::number(significant)));
        QVERIFY2(candidate <= limit * runs, qPrintable(QString::number(candidate)));
    }

    void earningsSurprisesAreSignificantPooled()
    {
        if (m_report.run.empty())
            QSKIP("The histories are not there.");
        const auto report = run(studyText("earnings-quintiles"));
        VERIFY_OK(report);
        for (const char *name : {"earnings · bin 1 of 5", "earnings · bin 5 of 5"}) {
            const auto found = std::find_if(report->findings.begin(), report->findings.end(),
                                            [name](const Finding &f) { return f.event == name; });
            QVERIFY(found != report->findings.end());
            QCOMPARE(found->tier, std::string("significant"));
        }
    }
};

QTEST_GUILESS_MAIN(tst_WholeMarket)
#include "tst_wholemarket.moc"
