// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Collecting against a provider that is played by the test: what is stored, what is tried again, what survives.
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/ingest/asks.h"
#include "core/ingest/collector.h"
#include "core/ingest/replay.h"
#include "core/ingest/schedule.h"
#include "core/store/sourcestates.h"
#include "tests/support/check.h"
#include "tests/support/playedprovider.h"

#include <QTemporaryDir>

#include <fstream>
#include <functional>

using core::base::CancelToken;
using core::base::Error;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::Result;
using core::base::qs;
using namespace core::ingest;
using support::answered;
using support::quakes;
namespace store = core::store;
namespace sources = core::sources;

namespace {

constexpr const char *kStart = "2026-03-02T12:00:00Z";

/// Answers what the test says.
class PlayedProvider final : public Fetcher
{
public:
    std::function<Result<Fetched>(const std::string &url)> answer;
    std::function<void(const FetchOrder &order)> seen;
    std::atomic<int> asked{0};

    Result<Fetched> fetch(const FetchOrder &order, const CancelToken &) override
    {
        ++asked;
        if (seen)
            seen(order);
        return answer(order.call.url);
    }
};

} // namespace

class tst_Collector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void storesWhatIsNewOnce();
    void lagsCountWhatIsSeenFirst();
    void triesAgainWhatMayPass();
    void givesUpAndTakesARetry();
    void anErrorThatEndsAListIsNoFault();
    void aPageOfHtmlIsNoData();
    void whatHeldNoDataIsAskedForAgain();
    void jobsOfADeadProgramAreTakenOver();
    void twoCollectorsDoNotMeet();
    void whatWasMissedIsMarkedAndAskedFor();
    void anOutageIsAskedForOnceItIsOver();
    void backfillsRunToTheirEnd();
    void aTokenIsFetchedOnceAndKeptNowhere();
    void aTokenThatEndedIsFetchedAnew();
    void whatWasSwitchedOffMeanwhileStaysOff();
    void fetchingWaitsForTransforms();
    void replayAddsNothingTwice();
    void freshnessHasSixStates();
    void plansAreTexts();
    void quotaIsSaid();

private:
    Result<CollectorReport> once(CollectorOptions options = {})
    {
        options.once = true;
        auto collector = Collector::open(*m_workspace, m_played, {}, options);
        if (!collector)
            return collector.error();
        return (*collector)->run({});
    }
    void enable(const std::string &source)
    {
        auto transaction = m_workspace->catalog().beginWrite();
        VERIFY_OK(transaction);
        store::SourceState state;
        state.source = source;
        state.enabled = true;
        VERIFY_OK(store::saveSourceState(*transaction, state));
        VERIFY_OK(transaction->commit());
    }
    store::SourceState state(const std::string &source)
    {
        auto reader = m_workspace->catalog().reader();
        return *store::sourceState(**reader, source);
    }
    std::uint64_t events()
    {
        const auto groups = m_workspace->events().count({}, "source");
        std::uint64_t total = 0;
        for (const auto &group : *groups)
            total += group.count;
        return total;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<core::base::ManualClock> m_clock;
    std::unique_ptr<store::Workspace> m_workspace;
    PlayedProvider m_played;
};

void tst_Collector::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<core::base::ManualClock>(*core::base::parseInstant(kStart));
    auto workspace = store::Workspace::create(m_folder->filePath(QStringLiteral("w")).toStdString(), {}, *m_clock);
    VERIFY_OK(workspace);
    m_workspace = std::move(*workspace);
    m_played.asked = 0;
    m_played.seen = {};
    m_played.answer = [this](const std::string &) -> Result<Fetched> {
        return answered(quakes(0, 50, m_clock->now()), m_clock->now());
    };
}

void tst_Collector::storesWhatIsNewOnce()
{
    enable("usgs");
    auto first = once();
    VERIFY_OK(first);
    QCOMPARE(first->fetched, 1U);
    QCOMPARE(first->stored, 50U);
    QCOMPARE(events(), 50U);
    QVERIFY(state("usgs").succeededAt == m_clock->now());
    QVERIFY(state("usgs").nextAt > m_clock->now());

    const std::string same = quakes(0, 50, m_clock->now());
    m_clock->advance(std::chrono::minutes(2));
    m_played.answer = [&](const std::string &) -> Result<Fetched> { return answered(same, m_clock->now()); };
    const auto second = once();
    VERIFY_OK(second);
    QCOMPARE(second->unchanged, 1U);
    QCOMPARE(events(), 50U);

    m_clock->advance(std::chrono::minutes(2));
    const Instant start = *core::base::parseInstant(kStart);
    m_played.answer = [&](const std::string &) -> Result<Fetched> {
        return answered(quakes(40, 20, start), m_clock->now());
    };
    const auto third = once();
    VERIFY_OK(third);
    QCOMPARE(third->stored, 10U);
    QCOMPARE(third->duplicate, 10U);
    QCOMPARE(events(), 60U);
    const auto days = store::sourceDays(**m_workspace->catalog().reader(), "usgs", {});
    VERIFY_OK(days);
    QCOMPARE(days->size(), std::size_t(1));
    QCOMPARE(days->front().requests, 3U);
    QCOMPARE(days->front().stored, 60U);
    QCOMPARE(days->front().duplicates, 10U);
}

void tst_Collector::lagsCountWhatIsSeenFirst()
{
    enable("usgs");
    const Instant start = m_clock->now();
    VERIFY_OK(once()); // the first look: how old these are says nothing of the provider
    const auto reader = m_workspace->catalog().reader();
    QVERIFY(store::seenLags(**reader, {})->empty());
    for (int round = 0; round < 3; ++round) {
        m_clock->advance(std::chrono::minutes(2));
        m_played.answer = [&](const std::string &) -> Result<Fetched> { // what was there, and ten more
            return answered(quakes(0, 60 + 10 * round, start + std::chrono::minutes(1)), m_clock->now());
        };
        VERIFY_OK(once());
    }
    const auto days = store::sourceDays(**reader, "usgs", {});
    VERIFY_OK(days);
    std::uint64_t counted = 0;
    for (const std::uint64_t count : days->front().lags)
        counted += count;
    QCOMPARE(counted, std::uint64_t(80)); // each once, however often it came
    const auto seen = store::seenLags(**reader, {});
    VERIFY_OK(seen);
    QCOMPARE(seen->size(), std::size_t(1));
    QCOMPARE(seen->front().eventType, std::string("earthquake"));
    std::uint64_t measured = 0;
    for (const std::uint64_t count : seen->front().counts)
        measured += count;
    QCOMPARE(measured, std::uint64_t(30));
    QCOMPARE(store::lagQuantile(seen->front().counts, 0.95), 512.0); // six minutes

    m_clock->advance(std::chrono::hours(30)); // after a pause it is the pause that would be measured
    m_played.answer = [&](const std::string &) -> Result<Fetched> {
        return answered(quakes(200, 10, start + std::chrono::hours(20)), m_clock->now());
    };
    VERIFY_OK(once());
    std::uint64_t after = 0;
    const auto seenAfter = store::seenLags(**reader, {});
    VERIFY_OK(seenAfter);
    for (const std::uint64_t count : seenAfter->front().counts)
        after += count;
    QCOMPARE(after, measured);
}

void tst_Collector::triesAgainWhatMayPass()
{
    enable("usgs");
    m_played.answer = [this](const std::string &) -> Result<Fetched> {
        return answered("busy", m_clock->now(), 503);
    };
    auto report = once();
    VERIFY_OK(report);
    QCOMPARE(report->faults, 1U);
    QCOMPARE(events(), 0U);
    QCOMPARE(state("usgs").failures, 1U);
    QVERIFY2(state("usgs").fault.find("503") != std::string::npos, state("usgs").fault.c_str());

    m_clock->advance(std::chrono::minutes(5));
    m_played.answer = [this](const std::string &) -> Result<Fetched> {
        return answered(quakes(0, 5, m_clock->now()), m_clock->now());
    };
    report = once();
    VERIFY_OK(report);
    QCOMPARE(events(), 5U);
    QCOMPARE(state("usgs").failures, 0U);
    QVERIFY(state("usgs").fault.empty());
}

void tst_Collector::givesUpAndTakesARetry()
{
    enable("usgs");
    m_played.answer = [this](const std::string &) -> Result<Fetched> { return answered("no", m_clock->now(), 404); };
    auto report = once();
    VERIFY_OK(report);
    QCOMPARE(report->failed, 1U);
    const auto failed = store::failedJobs(**m_workspace->catalog().reader(), 10);
    VERIFY_OK(failed);
    QCOMPARE(failed->size(), std::size_t(1));
    QVERIFY(failed->front().reason.find("404") != std::string::npos);

    m_played.answer = [this](const std::string &) -> Result<Fetched> {
        return answered(quakes(0, 7, m_clock->now()), m_clock->now());
    };
    store::IngestQueue queue(m_workspace->catalog(), "test");
    const auto retried = queue.retry("usgs");
    VERIFY_OK(retried);
    QCOMPARE(*retried, 1U);
    report = once();
    VERIFY_OK(report);
    QCOMPARE(events(), 7U);
    QVERIFY(store::failedJobs(**m_workspace->catalog().reader(), 10)->empty());
}

void tst_Collector::anErrorThatEndsAListIsNoFault()
{
    const auto *edgar = sources::findProvider("edgar");
    {
        auto transaction = m_workspace->catalog().beginWrite();
        VERIFY_OK(transaction);
        const store::NewIngestJob job{"edgar", store::IngestStage::Fetch,
                                      toText(sources::Ask{"getcurrent", {{"start", "100"}}}), m_clock->now()};
        store::IngestQueue queue(m_workspace->catalog(), "test");
        VERIFY_OK(queue.add(*transaction, std::span(&job, 1)));
        store::SourceState failing;
        failing.source = edgar->info().name;
        failing.failures = 1;
        failing.fault = "EDGAR is not available now";
        VERIFY_OK(store::saveSourceState(*transaction, failing));
        VERIFY_OK(transaction->commit());
    }
    m_played.answer = [this](const std::string &) -> Result<Fetched> {
        return answered("<!DOCTYPE html><html><head><title>SEC.gov | File Unavailable</title></head></html>",
                        m_clock->now(), 503);
    };
    CollectorOptions options;
    options.contact = "Jane Doe jane@example.org";
    const auto report = once(options);
    VERIFY_OK(report);
    QCOMPARE(m_played.asked.load(), 1);
    QCOMPARE(report->faults, 0U);
    QCOMPARE(report->fetched, 1U);
    QCOMPARE(report->transformed, 0U);
    QVERIFY2(state("edgar").fault.empty(), state("edgar").fault.c_str());
    QCOMPARE(state("edgar").failures, 0U);
    QVERIFY(state("edgar").succeededAt == m_clock->now());
    // and it is not asked for again
    m_clock->advance(std::chrono::hours(2));
    VERIFY_OK(once(options));
    QCOMPARE(m_played.asked.load(), 1);
}

void tst_Collector::aPageOfHtmlIsNoData()
{
    enable("usgs");
    m_played.answer = [this](const std::string &) -> Result<Fetched> {
        return answered("<!DOCTYPE html><html><body>Please log in</body></html>", m_clock->now());
    };
    const auto report = once();
    VERIFY_OK(report);
    QCOMPARE(report->stored, 0U);
    QCOMPARE(report->faults, 1U);
    QVERIFY(state("usgs").failures == 1);
    QVERIFY2(state("usgs").fault.find("web page") != std::string::npos, state("usgs").fault.c_str());
}

void tst_Collector::whatHeldNoDataIsAskedForAgain()
{
    enable("eonet"); // asked once a day
    const std::string portal = "<!DOCTYPE html><html><body>Please log in</body></html>";
    m_played.answer = [&](const std::string &) -> Result<Fetched> {
        Fetched page = answered(portal, m_clock->now());
        page.validators.etag = "\"login\"";
        return page;
    };
    VERIFY_OK(once());
    QCOMPARE(m_played.asked.load(), 1);
    QVERIFY(!state("eonet").fault.empty());
    // a minute later, not a day: the page itself is not read over and over
    m_played.answer = [&](const std::string &) -> Result<Fetched> {
        return answered(R"({"title":"EONET Events","description":"","link":"","events":[]})", m_clock->now());
    };
    std::string asked = "nothing";
    m_played.seen = [&asked](const FetchOrder &order) { asked = order.validators.etag; };
    m_clock->advance(std::chrono::minutes(1));
    VERIFY_OK(once());
    m_played.seen = {};
    QCOMPARE(m_played.asked.load(), 2);
    QCOMPARE(asked, std::string()); // "unchanged" of a portal's page would pass for success
    QVERIFY2(state("eonet").fault.empty(), state("eonet").fault.c_str());
    QVERIFY(state("eonet").succeededAt == m_clock->now());
}

void tst_Collector::jobsOfADeadProgramAreTakenOver()
{
    enable("usgs");
    {
        store::IngestQueue dead(m_workspace->catalog(), "a program that was killed");
        auto transaction = m_workspace->catalog().beginWrite();
        VERIFY_OK(transaction);
        const store::NewIngestJob job{"usgs", store::IngestStage::Fetch, toText(sources::Ask{"feed", {}}),
                                      m_clock->now(), 0};
        VERIFY_OK(dead.add(*transaction, std::span(&job, 1)));
        VERIFY_OK(transaction->commit());
        const auto taken = dead.take(store::IngestStage::Fetch);
        VERIFY_OK(taken);
        QVERIFY(taken->has_value());
    }
    const auto report = once();
    VERIFY_OK(report);
    QCOMPARE(m_played.asked.load(), 1); // the same job, not a second one
    QCOMPARE(events(), 50U);
}

void tst_Collector::twoCollectorsDoNotMeet()
{
    const auto first = Collector::open(*m_workspace, m_played, {}, {});
    VERIFY_OK(first);
    const auto second = Collector::open(*m_workspace, m_played, {}, {});
    VERIFY_ERROR(second, ErrorCode::LeaseHeld);
    QVERIFY2(second.error().message.contains(QStringLiteral("collecting")), qPrintable(second.error().message));
}

void tst_Collector::whatWasMissedIsMarkedAndAskedFor()
{
    enable("usgs");
    VERIFY_OK(once());
    m_clock->advance(std::chrono::hours(12)); // the computer slept
    QStringList urls;
    std::mutex mutex;
    m_played.answer = [&](const std::string &url) -> Result<Fetched> {
        const std::lock_guard lock(mutex);
        urls.append(qs(url));
        return answered(quakes(100 + 10 * int(urls.size()), 10, m_clock->now()), m_clock->now());
    };
    VERIFY_OK(once());
    QCOMPARE(urls.size(), 2);
    QVERIFY(urls.filter(QStringLiteral("starttime=2026-03-02T11:50:00Z")).size() == 1);
    const auto gaps = store::gaps(**m_workspace->catalog().reader());
    VERIFY_OK(gaps);
    QCOMPARE(gaps->size(), std::size_t(1));
    QVERIFY(gaps->front().isFilled);
    QCOMPARE(events(), 70U);
}

void tst_Collector::anOutageIsAskedForOnceItIsOver()
{
    enable("usgs");
    VERIFY_OK(once());
    QCOMPARE(events(), 50U);
    m_played.answer = [this](const std::string &) -> Result<Fetched> { return answered("busy", m_clock->now(), 503); };
    for (int hour = 0; hour < 12; ++hour) { // half a day, and the collector runs all the time
        m_clock->advance(hour == 0 ? std::chrono::minutes(2) : std::chrono::minutes(60));
        VERIFY_OK(once());
    }
    QVERIFY(state("usgs").failures > 0);
    QCOMPARE(store::gaps(**m_workspace->catalog().reader())->size(), std::size_t(0));

    QStringList urls;
    std::mutex mutex;
    m_played.answer = [&](const std::string &url) -> Result<Fetched> {
        const std::lock_guard lock(mutex);
        urls.append(qs(url));
        return answered(quakes(100 + 10 * int(urls.size()), 10, m_clock->now()), m_clock->now());
    };
    for (int round = 0; round < 2; ++round) { // the first is well again, the second asks for what was missed
        m_clock->advance(std::chrono::hours(7));
        VERIFY_OK(once());
    }
    const auto gaps = store::gaps(**m_workspace->catalog().reader());
    VERIFY_OK(gaps);
    QCOMPARE(gaps->size(), std::size_t(1));
    QVERIFY(gaps->front().from <= *core::base::parseInstant("2026-03-02T13:00:00Z"));
    QVERIFY(gaps->front().to >= *core::base::parseInstant("2026-03-03T00:00:00Z"));
    QVERIFY2(urls.filter(QStringLiteral("starttime=2026-03-02")).size() == 1, qPrintable(urls.join(u' ')));
    QVERIFY(store::failedJobs(**m_workspace->catalog().reader(), 10)->empty());
}

void tst_Collector::backfillsRunToTheirEnd()
{
    m_played.answer = [&](const std::string &url) -> Result<Fetched> {
        const int first = int(std::hash<std::string>()(url) % 100'000) * 10;
        return answered(quakes(first, 10, *core::base::parseInstant("2025-01-01")), m_clock->now());
    };
    const auto *usgs = sources::findProvider("usgs");
    const sources::Window days{*core::base::parseInstant("2024-01-01"), *core::base::parseInstant("2025-01-01"), true};
    const auto jobs = startBackfill(*m_workspace, *usgs, {}, days);
    VERIFY_OK(jobs);
    QCOMPARE(*jobs, 13U);
    const auto report = once();
    VERIFY_OK(report);
    QCOMPARE(report->fetched, 13U);
    const auto list = store::backfills(**m_workspace->catalog().reader());
    VERIFY_OK(list);
    QCOMPARE(list->front().open, 0U);
    QCOMPARE(list->front().done, 26U); // fetched and transformed
    QCOMPARE(events(), 130U);
    // facts of long ago are not "observed now"
    core::domain::EventQuery query;
    VERIFY_OK(m_workspace->events().read(query, [&](const core::domain::Event &event) {
        return event.knownBasis == core::domain::KnownBasis::Estimated && event.knownAt < m_clock->now();
    }));
}

namespace {

constexpr const char *kToken = R"({"token_type":"Bearer","expires_in":86400,"access_token":"t0ken-of-a-day"})";
constexpr const char *kNoBattles = R"({"status":200,"success":true,"count":0,"data":[]})";

std::string acledSecret(const std::string &source, const std::string &name)
{
    return source == "acled" ? "CANARY-" + name : std::string();
}

} // namespace

void tst_Collector::aTokenIsFetchedOnceAndKeptNowhere()
{
    std::atomic<int> tokens{0};
    std::atomic<int> bearers{0};
    m_played.seen = [&](const FetchOrder &order) {
        tokens += order.answerIsSecret ? 1 : 0;
        for (const auto &[name, value] : order.call.headers)
            bearers += value == "Bearer t0ken-of-a-day" ? 1 : 0;
        const bool isHidden = std::ranges::find(order.secrets, "t0ken-of-a-day") != order.secrets.end();
        QVERIFY(isHidden || order.answerIsSecret);
    };
    m_played.answer = [this](const std::string &url) -> Result<Fetched> {
        return answered(url.find("oauth/token") != std::string::npos ? kToken : kNoBattles, m_clock->now());
    };
    sources::SourceSettings settings;
    settings.series = {"Ukraine", "Sudan", "Mali"};
    const sources::Window year{*core::base::parseInstant("2024-01-01"), *core::base::parseInstant("2025-01-01"), true};
    VERIFY_OK(startBackfill(*m_workspace, *sources::findProvider("acled"), settings, year));
    auto collector = Collector::open(*m_workspace, m_played, acledSecret, {.once = true});
    VERIFY_OK(collector);
    const auto report = (*collector)->run({});
    VERIFY_OK(report);
    QCOMPARE(report->fetched, std::uint64_t(3));
    QCOMPARE(report->faults, std::uint64_t(0));
    QCOMPARE(tokens.load(), 1);
    QCOMPARE(bearers.load(), 3);
    const auto artifacts = store::allArtifacts(**m_workspace->catalog().reader());
    VERIFY_OK(artifacts);
    QCOMPARE(artifacts->size(), std::size_t(1)); // three times the same answer, and no token
    QCOMPARE(artifacts->front().bytes, std::uint64_t(std::string_view(kNoBattles).size()));
}

void tst_Collector::aTokenThatEndedIsFetchedAnew()
{
    std::atomic<int> tokens{0};
    m_played.answer = [&](const std::string &url) -> Result<Fetched> {
        if (url.find("oauth/token") != std::string::npos)
            return answered(tokens++ < 3 ? kToken : R"({"error":"invalid_grant"})", m_clock->now());
        return answered(kNoBattles, m_clock->now(), tokens == 1 ? 401 : 200);
    };
    enable("acled");
    auto collector = Collector::open(*m_workspace, m_played, acledSecret, {.once = true});
    VERIFY_OK(collector);
    const auto report = (*collector)->run({});
    VERIFY_OK(report);
    QCOMPARE(tokens.load(), 2);
    QCOMPARE(report->fetched, std::uint64_t(1));
    QCOMPARE(state("acled").failures, 0U);

    // an answer without a token is a fault, and says what to look at
    tokens = 3;
    m_clock->advance(std::chrono::hours(24 * 8));
    const auto later = (*collector)->run({});
    VERIFY_OK(later);
    QVERIFY(later->faults > 0);
    QVERIFY2(state("acled").fault.find("token") != std::string::npos, state("acled").fault.c_str());
}

void tst_Collector::whatWasSwitchedOffMeanwhileStaysOff()
{
    enable("opensky");
    bool isAsked = false;
    const SecretOf keyring = [this, &isAsked](const std::string &, const std::string &) -> std::string {
        // a person switches it off while the keyring takes its time
        isAsked = true;
        auto transaction = m_workspace->catalog().beginWrite();
        store::SourceState off;
        off.source = "opensky";
        if (transaction && store::saveSourceState(*transaction, off))
            static_cast<void>(transaction->commit());
        return "secret";
    };
    auto collector = Collector::open(*m_workspace, m_played, keyring, {.once = true});
    VERIFY_OK(collector);
    VERIFY_OK((*collector)->run({}));
    QVERIFY(isAsked);
    QVERIFY(!state("opensky").enabled);
    QCOMPARE(m_played.asked.load(), 0);
}

void tst_Collector::fetchingWaitsForTransforms()
{
    const auto *usgs = sources::findProvider("usgs");
    const sources::Window days{*core::base::parseInstant("2010-01-01"), *core::base::parseInstant("2020-01-01"), true};
    VERIFY_OK(startBackfill(*m_workspace, *usgs, {}, days));
    CollectorOptions options;
    options.mostWaiting = 3;
    options.fetchers = 4;
    std::atomic<int> most{0};
    m_played.answer = [&](const std::string &url) -> Result<Fetched> {
        const auto counts = store::ingestCounts(**m_workspace->catalog().reader());
        for (const auto &count : *counts) {
            if (count.stage == store::IngestStage::Transform)
                most = std::max(most.load(), int(count.waiting));
        }
        return answered(quakes(int(std::hash<std::string>()(url) % 100'000) * 10, 10, m_clock->now()),
                        m_clock->now());
    };
    const auto report = once(options);
    VERIFY_OK(report);
    QCOMPARE(report->fetched, report->transformed);
    QVERIFY2(most <= 3 + 4, qPrintable(QString::number(most))); // each fetcher may have been under way
}

void tst_Collector::replayAddsNothingTwice()
{
    QDir(m_folder->path()).mkpath(QStringLiteral("recorded"));
    const auto write = [this](const char *name, const std::string &bytes) {
        std::ofstream(m_folder->filePath(QStringLiteral("recorded/") + QLatin1String(name)).toStdString()) << bytes;
    };
    write("a.json", quakes(0, 30, m_clock->now()));
    write("b.json", quakes(20, 30, m_clock->now()));
    write("notes.txt", "not an answer");
    write("half.json", quakes(100, 10, m_clock->now()).substr(0, 900));
    const auto folder = m_folder->filePath(QStringLiteral("recorded")).toStdString();
    const auto *usgs = sources::findProvider("usgs");
    const auto first = replay(*m_workspace, *usgs, folder);
    VERIFY_OK(first);
    QCOMPARE(first->size(), std::size_t(4));
    QVERIFY(!first->back().isRecognised);
    QCOMPARE((*first)[1].report.duplicate, 10U);
    QCOMPARE((*first)[2].report.refused, 1U); // the record in which the answer breaks off
    const std::uint64_t stored = events();
    QVERIFY(stored > 50);
    const auto second = replay(*m_workspace, *usgs, folder);
    VERIFY_OK(second);
    QVERIFY(second->front().isKnown);
    QCOMPARE(events(), stored);
}

void tst_Collector::freshnessHasSixStates()
{
    const auto &info = sources::findProvider("usgs")->info();
    store::SourceState state;
    const Instant now = m_clock->now();
    QCOMPARE(freshnessOf(info, state, false, true, now), Freshness::Off);
    state.enabled = true;
    QCOMPARE(freshnessOf(info, state, false, true, now), Freshness::Due);
    QCOMPARE(freshnessOf(info, state, true, true, now), Freshness::Fetching);
    state.succeededAt = now - std::chrono::seconds(30);
    state.nextAt = now + std::chrono::seconds(30);
    QCOMPARE(freshnessOf(info, state, false, true, now), Freshness::Fresh);
    QCOMPARE(freshnessOf(info, state, false, true, now + std::chrono::hours(1)), Freshness::Late);
    state.failures = 2;
    QCOMPARE(freshnessOf(info, state, false, true, now), Freshness::Failing);
    auto withKey = info;
    withKey.key = sources::KeyNeed::Needed;
    QCOMPARE(freshnessOf(withKey, state, false, false, now), Freshness::Off);
}

void tst_Collector::plansAreTexts()
{
    const sources::Ask ask{"query", {{"from", "2020-01-01"}, {"to", "x\"y"}}};
    const auto back = parseAsk(toText(ask));
    VERIFY_OK(back);
    QVERIFY(*back == ask);
    VERIFY_ERROR(parseAsk("{}"), ErrorCode::BadInput);
    sources::SourceSettings settings;
    settings.series = {"DGS10", "DEXUSEU"};
    settings.options = {{"a", "b"}};
    settings.secrets = {{"api_key", "CANARY"}};
    const std::string text = toText(settings);
    QVERIFY(text.find("CANARY") == std::string::npos);
    QCOMPARE(parseSettings(text)->series.size(), std::size_t(2));
    // the same words, the same jitter; failures wait longer, and never past six hours
    const auto &info = sources::findProvider("usgs")->info();
    QVERIFY(nextFetch(info, m_clock->now(), 0, 1) == nextFetch(info, m_clock->now(), 0, 1));
    for (std::uint32_t failures = 1; failures < 40; ++failures) {
        const auto wait = nextFetch(info, m_clock->now(), failures, failures) - m_clock->now();
        QVERIFY(wait > std::chrono::seconds(29) && wait <= std::chrono::hours(6));
    }
    QVERIFY(retryDelay(1, std::chrono::minutes(7), 1) == std::chrono::minutes(7));
}

void tst_Collector::quotaIsSaid()
{
    sources::ProviderInfo info;
    info.title = QStringLiteral("A provider");
    info.cadence = std::chrono::minutes(1);
    info.requests = 5;
    info.per = std::chrono::minutes(1);
    QVERIFY(quotaNote(info, 5).isEmpty());
    const QString note = quotaNote(info, 100);
    QVERIFY2(note.contains(QStringLiteral("5 requests")) && note.contains(QStringLiteral("20 minutes")),
             qPrintable(note));
}

QTEST_GUILESS_MAIN(tst_Collector)
#include "tst_collector.moc"
