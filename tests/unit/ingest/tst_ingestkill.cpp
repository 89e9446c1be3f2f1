// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A collector is killed in the midst of it, again and again (FORESHOCK_KILLS says how often): what it said it
// has stored is there, nothing is there twice, and the next one goes on by itself. A second one beside it
// says who is at work.
#include "core/base/clock.h"
#include "core/ingest/collector.h"
#include "core/store/sourcestates.h"
#include "core/store/verify.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <random>
#include <set>

using core::base::CancelToken;
using core::base::Date;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::ManualClock;
using core::base::Result;
using namespace core::ingest;
namespace fs = std::filesystem;
namespace sources = core::sources;
namespace store = core::store;
using std::chrono::days;

namespace {

constexpr int kQuakes = 40;                         ///< in each answer
constexpr const char *kSymbol = "DGS10";            ///< the bars that come beside them
constexpr int kDays = 180;                          ///< of one backfill
constexpr int kFirstDay = -39'000;                  ///< 1863, and from there half a year for each collector
constexpr int kBars = 2'000'000;                    ///< an answer of bars is named by this and its first day
constexpr int kLive = 1'000'000;                    ///< one of the feed by this and the minute it is of
constexpr auto kBetween = std::chrono::minutes(20); ///< so much later the next collector begins

Instant beginning(int number)
{
    return *core::base::parseInstant("2026-03-02T12:00:00Z") + number * kBetween;
}

Date firstDay(int number)
{
    return Date(days(kFirstDay + number * kDays));
}

int numberOf(Date day)
{
    return int(day.time_since_epoch().count());
}

/// What stands behind a name in an address, up to the next "&".
std::string parameter(const std::string &url, const std::string &name)
{
    const std::size_t at = url.find(name);
    const std::size_t from = at == std::string::npos ? url.size() : at + name.size();
    return url.substr(from, url.find('&', from) - from);
}

/// The name of the answer to an address: the same address, the same answer.
int answerOf(const std::string &url, Instant now)
{
    const auto minutes = [](Instant at) { return int((at - beginning(0)) / std::chrono::minutes(1)); };
    if (url.find("fredgraph") != std::string::npos)
        return kBars + numberOf(*core::base::parseDate(parameter(url, "cosd=")));
    const std::string from = parameter(url, "starttime=");
    if (from.empty())
        return kLive + minutes(now);
    const Instant at = *core::base::parseInstant(from);
    return at < Instant(Date(days(0))) ? numberOf(at.utcDay()) : kLive + 500'000 + minutes(at);
}

std::string quakeId(int answer, int quake)
{
    return "us" + std::to_string(answer) + '_' + std::to_string(quake);
}

std::string bytesOf(int answer, Instant now)
{
    std::string text;
    if (answer >= kBars - 100'000 && answer < kBars) { // days before 1970
        text = std::string("observation_date,") + kSymbol + '\n';
        for (int day = answer - kBars; day < answer - kBars + kDays; ++day)
            text += core::base::toIso(Date(days(day))) + ',' + std::to_string(2 + day % 7) + ".5\n";
        return text;
    }
    const Instant at = answer < 0 ? Instant(Date(days(answer))) : now - std::chrono::hours(1);
    text = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < kQuakes; ++i)
        text += std::string(i == 0 ? "" : ",") + R"({"type":"Feature","properties":{"mag":4.)" +
                std::to_string(i % 10) + R"(,"place":"10 km N of Sendai, Japan","time":)" +
                std::to_string(at.micros() / 1000 + i) + R"(,"type":"earthquake"},"id":")" +
                quakeId(answer, i) + R"("})";
    return text + "]}";
}

class PlayedProvider final : public Fetcher
{
public:
    explicit PlayedProvider(const core::base::Clock &clock)
        : m_clock(clock)
    {}
    Result<Fetched> fetch(const FetchOrder &order, const CancelToken &) override
    {
        Fetched fetched;
        fetched.fetchedAt = m_clock.now();
        const int answer = answerOf(order.call.url, m_clock.now());
        fetched.origin = std::to_string(answer); // another collector may transform it
        fetched.bytes = bytesOf(answer, m_clock.now());
        return fetched;
    }

private:
    const core::base::Clock &m_clock;
};

bool say(int what)
{
    return ::write(STDOUT_FILENO, &what, sizeof what) == sizeof what; // so short a write is never cut
}

Result<void> switchOn(store::Workspace &workspace, const std::string &source, const std::string &settings)
{
    auto transaction = workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    auto state = store::sourceState(transaction->database(), source);
    if (!state)
        return state.error();
    state->enabled = true;
    state->settings = settings;
    if (auto saved = store::saveSourceState(*transaction, *state); !saved)
        return saved;
    return transaction->commit();
}

/// Half a year of the past of both sources goes into the queue.
Result<void> askForThePast(store::Workspace &workspace, int number)
{
    const sources::Window window{Instant(firstDay(number)), Instant(firstDay(number + 1)), true};
    for (const char *source : {"usgs", "fred"}) {
        sources::SourceSettings settings;
        if (std::string_view(source) == "fred")
            settings.series = {kSymbol};
        const auto jobs = startBackfill(workspace, *sources::findProvider(source), settings, window);
        if (!jobs)
            return jobs.error();
    }
    return {};
}

/// The process that is killed: puts its half-year into the queue and says so, then collects and says of each
/// answer when what is in it is stored.
int collectUntilKilled(const char *folder, int number)
{
    const ManualClock clock(beginning(number));
    const auto workspace = store::Workspace::open(folder, clock);
    if (!workspace)
        return 2;
    PlayedProvider played(clock);
    const auto collector = Collector::open(**workspace, played, {}, {});
    if (!collector)
        return 3;
    if (!switchOn(**workspace, "usgs", "{}") || !askForThePast(**workspace, number) || !say(number))
        return 4;
    std::atomic<bool> isHeard = true;
    const auto report = (*collector)->run({}, [&](const TransformReport &stored) {
        isHeard = isHeard && !stored.fault && say(std::stoi(stored.origin));
    });
    return report && isHeard ? 0 : 5;
}

/// A collector in a process of its own.
class Child final
{
public:
    Child(const fs::path &folder, int number)
    {
        int pipes[2];
        if (::pipe2(pipes, O_CLOEXEC) != 0)
            return;
        const std::string program = QCoreApplication::applicationFilePath().toStdString();
        const std::string name = std::to_string(number);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(pipes[1], STDOUT_FILENO);
            ::execl(program.c_str(), program.c_str(), "--collect", folder.c_str(), name.c_str(), nullptr);
            ::_exit(9);
        }
        ::close(pipes[1]);
        m_heard = pipes[0];
    }
    ~Child()
    {
        kill();
        ::close(m_heard);
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// The next thing it says; nothing when it has ended.
    std::optional<int> hear()
    {
        int what = 0;
        return ::read(m_heard, &what, sizeof what) == sizeof what ? std::optional(what) : std::nullopt;
    }
    void kill()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        m_pid = -1;
    }

private:
    pid_t m_pid = -1;
    int m_heard = -1;
};

/// What children said they have stored.
struct Acknowledged {
    std::set<int> pasts; ///< collectors whose half-year is in the queue
    std::set<int> answers;
};

/// Lets one say some things, kills it at a random moment. How many answers it had stored.
std::size_t killOnce(const fs::path &folder, int number, std::mt19937_64 &random, Acknowledged &acknowledged)
{
    Child child(folder, number);
    const std::size_t enough = 1 + random() % 5;
    std::size_t stored = 0;
    std::optional<int> first = child.hear();
    if (!first)
        return 0;
    acknowledged.pasts.insert(*first);
    const auto note = [&](int answer) {
        acknowledged.answers.insert(answer);
        ++stored;
    };
    while (stored < enough) {
        const auto answer = child.hear();
        if (!answer)
            return 0;
        note(*answer);
    }
    ::usleep(static_cast<useconds_t>(random() % 15'000));
    child.kill();
    while (const auto answer = child.hear())
        note(*answer);
    return stored;
}

} // namespace

class tst_IngestKill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedCollectorsLoseNothingAndGoOn();
    void theSecondSaysWhoCollects();

private:
    QTemporaryDir m_dir;

    fs::path make(const char *name)
    {
        const fs::path folder = fs::path(m_dir.path().toStdString()) / name;
        const ManualClock clock(beginning(0));
        const auto made = store::Workspace::create(folder, {}, clock);
        return made ? folder : fs::path();
    }

    /// Everything that was acknowledged is there, and nothing that is there is there twice.
    static void check(const store::Workspace &workspace, const Acknowledged &acknowledged)
    {
        std::set<core::base::Uuid> ids;
        std::uint64_t rows = 0;
        const auto read = workspace.events().read({}, [&](const core::domain::Event &event) {
            ids.insert(event.id);
            rows += event.revision == 0 ? 1 : 2; // a second version would be a duplicate, too
            return true;
        });
        VERIFY_OK(read);
        QCOMPARE(rows, std::uint64_t(ids.size()));
        core::domain::BarQuery wanted;
        wanted.symbol = kSymbol;
        const auto bars = workspace.bars().read(wanted);
        VERIFY_OK(bars);
        std::set<Date> dates;
        for (const Instant close : bars->tsEnd)
            QVERIFY2(dates.insert(close.utcDay()).second, "a bar is there twice");
        for (const int answer : acknowledged.answers) {
            if (answer >= kBars - 100'000) {
                for (int day = answer - kBars; day < answer - kBars + kDays; ++day)
                    QVERIFY2(dates.contains(Date(days(day))), core::base::toIso(Date(days(day))).c_str());
                continue;
            }
            for (int i = 0; i < kQuakes; ++i)
                QVERIFY2(ids.contains(core::base::eventId("usgs", quakeId(answer, i))),
                         quakeId(answer, i).c_str());
        }
    }
};

void tst_IngestKill::killedCollectorsLoseNothingAndGoOn()
{
    const fs::path folder = make("killed");
    QVERIFY(!folder.empty());
    std::mt19937_64 random(4);
    Acknowledged acknowledged;
    const int kills = countFromEnvironment("FORESHOCK_KILLS", 12);
    for (int kill = 0; kill < kills; ++kill) {
        QVERIFY2(killOnce(folder, kill, random, acknowledged) > 0,
                 qPrintable(QStringLiteral("kill %1: the collector did not get anywhere").arg(kill)));
        if (kill >= 12 && kill % 20 != 0)
            continue; // what is lost stays lost
        const ManualClock clock(beginning(kill));
        const auto workspace = store::Workspace::open(folder, clock);
        VERIFY_OK(workspace);
        check(**workspace, acknowledged);
        if (QTest::currentTestFailed())
            return;
    }

    // one that nobody kills brings to an end what all the others began
    const ManualClock clock(beginning(kills));
    const auto workspace = store::Workspace::open(folder, clock);
    VERIFY_OK(workspace);
    PlayedProvider played(clock);
    {
        const auto collector = Collector::open(**workspace, played, {}, {.once = true});
        VERIFY_OK(collector);
        VERIFY_OK((*collector)->run({}));
    }
    const auto reader = (*workspace)->catalog().reader();
    VERIFY_OK(reader);
    QVERIFY(store::ingestCounts(**reader)->empty());
    const auto pasts = store::backfills(**reader);
    VERIFY_OK(pasts);
    QVERIFY(pasts->size() >= 2 * acknowledged.pasts.size());
    for (const store::Backfill &past : *pasts) {
        QCOMPARE(past.open, std::uint64_t(0));
        QCOMPARE(past.failed, std::uint64_t(0));
    }
    QCOMPARE(acknowledged.pasts.size(), std::size_t(kills));
    for (const int past : acknowledged.pasts) {
        for (Date from = firstDay(past); from < firstDay(past + 1); from += days(30))
            acknowledged.answers.insert(numberOf(from));
        acknowledged.answers.insert(kBars + numberOf(firstDay(past)));
    }
    check(**workspace, acknowledged);
    if (QTest::currentTestFailed())
        return;
    const auto report = store::verifyWorkspace(folder, clock);
    VERIFY_OK(report);
    QVERIFY2(report->isClean(),
             qPrintable(report->damaged.empty() ? QString() : report->damaged.front().what));
}

void tst_IngestKill::theSecondSaysWhoCollects()
{
    const fs::path folder = make("shared");
    QVERIFY(!folder.empty());
    Child first(folder, 0);
    QVERIFY(first.hear() && first.hear()); // it collects
    const ManualClock clock(beginning(0));
    const auto workspace = store::Workspace::open(folder, clock);
    VERIFY_OK(workspace);
    PlayedProvider played(clock);
    const auto second = Collector::open(**workspace, played, {}, {.once = true});
    VERIFY_ERROR(second, ErrorCode::LeaseHeld);
    const QString sentence = second.error().message;
    QVERIFY2(sentence.contains(QStringLiteral("process %1 ").arg(first.pid())), qPrintable(sentence));
    first.kill();
    const core::base::Stopwatch waiting;
    VERIFY_OK(Collector::open(**workspace, played, {}, {.once = true})); // the dead do not hold it
    QVERIFY2(waiting.seconds() < 5, "taking over took more than 5 seconds");
}

int main(int argc, char **argv)
{
    if (argc == 4 && std::strcmp(argv[1], "--collect") == 0)
        return collectUntilKilled(argv[2], std::stoi(argv[3]));
    QCoreApplication app(argc, argv);
    tst_IngestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ingestkill.moc"
