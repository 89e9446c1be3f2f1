// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sources that a person describes: what is refused and where, what is asked, what comes of it.
#include "core/base/text.h"
#include "core/workbench/ownsources.h"
#include "tests/support/check.h"

#include <QFile>
#include <QTemporaryDir>

using core::base::CancelToken;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::qs;
using core::base::Result;
using namespace core::workbench;
namespace ingest = core::ingest;
namespace sources = core::sources;

namespace {

constexpr const char *kStrikes =
    R"({"name": "strikes", "title": "Strikes at ports", "cadence": "6h", "preset": "user-events", )"
    R"("url": "https://example.org/{series}.csv?from={from}&to={to}&key={api_key}", )"
    R"("headers": {"X-Key": "{api_key}"}, "secrets": ["api_key"]})";
constexpr const char *kPages =
    R"({"name": "pages", "url": "https://example.org/list?p={page}", "preset": "user-events"})";
constexpr const char *kPrices =
    R"({"name": "prices", "url": "https://example.org/prices", "preset": "daily-adjusted"})";

constexpr const char *kTable = "timestamp,event_type,entity,value\n2026-02-01T10:00:00Z,strike,DE,3\n"
                               "2026-02-02T10:00:00Z,strike,FR,much\n2026-02-03T10:00:00Z,strike,NL,5\n";

class Played final : public ingest::Fetcher
{
public:
    std::function<ingest::Fetched(const sources::Call &)> answer;
    std::vector<sources::Call> calls;

    Result<ingest::Fetched> fetch(const ingest::FetchOrder &order, const CancelToken &) override
    {
        const std::lock_guard lock(m_mutex);
        calls.push_back(order.call);
        return answer(order.call);
    }

private:
    std::mutex m_mutex;
};

} // namespace

class tst_OwnSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void collectsFromATable();
    void collectsFromJson();
    void turnsPagesUntilOneIsEmpty();
    void bringsBars();
    void asksForThePast();
    void triesWithoutStoring();
    void aBrokenFileLeavesTheOthers();
    void refusesWhatIsNoFile();

private:
    [[nodiscard]] std::filesystem::path write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName().toStdString();
    }
    void add(const char *text)
    {
        const auto added = addSource(*m_bench, write(QStringLiteral("new.json"), text));
        VERIFY_OK(added);
    }
    ingest::CollectorReport collectOnce()
    {
        const auto report = collect(*m_bench, job(), {});
        return report ? *report : ingest::CollectorReport{.failed = 1000};
    }
    CollectJob job()
    {
        CollectJob what;
        what.once = true;
        what.fetcher = m_played;
        what.secretOf = [](const std::string &source, const std::string &name) {
            return source + name == "strikesapi_key" ? std::string("s3cret/key") : std::string();
        };
        return what;
    }
    void plays(const std::string &bytes)
    {
        m_played->answer = [this, bytes](const sources::Call &call) { return answered(call, bytes); };
    }
    [[nodiscard]] ingest::Fetched answered(const sources::Call &call, const std::string &bytes) const
    {
        ingest::Fetched fetched;
        fetched.bytes = bytes;
        fetched.origin = call.url.substr(0, call.url.find('?'));
        fetched.fetchedAt = m_clock->now();
        return fetched;
    }
    std::vector<core::domain::Event> events() const
    {
        std::vector<core::domain::Event> list;
        const auto read = m_bench->events().read({}, [&list](const core::domain::Event &event) {
            list.push_back(event);
            return true;
        });
        return read ? list : std::vector<core::domain::Event>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<core::base::ManualClock> m_clock;
    std::unique_ptr<Workbench> m_bench;
    std::shared_ptr<Played> m_played;
};

void tst_OwnSources::init()
{
    m_bench.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<core::base::ManualClock>(*core::base::parseInstant("2026-03-02T12:00:00Z"));
    auto bench = Workbench::create(m_folder->filePath(QStringLiteral("w")).toStdString(), {}, *m_clock);
    VERIFY_OK(bench);
    m_bench = std::move(*bench);
    m_played = std::make_shared<Played>();
    plays(kTable);
}

void tst_OwnSources::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *text, const char *said) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(said);
    };
    row("no JSON", "{", "new.json");
    row("no name", R"({"url": "https://example.org/", "preset": "user-events"})", "name");
    row("a name with a path", R"({"name": "../x", "url": "https://example.org/", "preset": "user-events"})",
        "line 1");
    row("a name of the program",
        "{\n\"name\": \"usgs\", \"url\": \"https://example.org/\", \"preset\": \"user-events\"}", "line 2");
    row("no address", R"({"name": "a", "preset": "user-events"})", "url");
    row("without TLS", R"({"name": "a", "url": "http://example.org/", "preset": "user-events"})", "https://");
    row("a file", R"({"name": "a", "url": "file:///etc/passwd", "preset": "user-events"})", "https://");
    row("a host to be filled in", R"({"name": "a", "url": "https://{series}/", "preset": "user-events"})",
        "host");
    row("an unknown place",
        "{\"name\": \"a\",\n\n\"url\": \"https://example.org/{day}\", \"preset\": \"user-events\"}",
        "line 3");
    row("an unknown key in a header",
        R"({"name": "a", "url": "https://example.org/", "headers": {"A": "{k}"}, "preset": "user-events"})",
        "{k}");
    row("no such preset", R"({"name": "a", "url": "https://example.org/", "preset": "nothing"})", "nothing");
    row("a preset of ticks", R"({"name": "a", "url": "https://example.org/", "preset": "lean-tick-trades"})",
        "ticks");
    row("too often",
        R"({"name": "a", "url": "https://example.org/", "preset": "user-events", "cadence": "1s"})",
        "ten seconds");
    row("no span",
        R"({"name": "a", "url": "https://example.org/", "preset": "user-events", "cadence": "often"})",
        "often");
    row("an unknown key",
        R"({"name": "a", "url": "https://example.org/", "preset": "user-events", "colour": "red"})",
        "colour");
    row("a key twice",
        R"({"name": "a", "name": "b", "url": "https://example.org/", "preset": "user-events"})", "name");
}

void tst_OwnSources::saysWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, said);
    const auto added = addSource(*m_bench, write(QStringLiteral("new.json"), text));
    VERIFY_ERROR(added, ErrorCode::BadInput);
    QVERIFY2(added.error().message.contains(said), qPrintable(added.error().message));
    QVERIFY(!std::filesystem::exists(sourceFolderOf(*m_bench)));
}

void tst_OwnSources::collectsFromATable()
{
    add(kStrikes);
    VERIFY_ERROR(setSource(*m_bench, "strikes", true), ErrorCode::BadInput); // what is it to follow?
    VERIFY_OK(setSource(*m_bench, "strikes", true, std::vector<std::string>{"ports of europe"}));
    const auto report = collectOnce();
    QCOMPARE(report.stored, std::uint64_t(2));
    QCOMPARE(report.refused, std::uint64_t(1));
    QCOMPARE(m_played->calls.size(), std::size_t(1));
    const sources::Call &call = m_played->calls.front();
    QCOMPARE(
        qs(call.url),
        QStringLiteral(
            "https://example.org/ports%20of%20europe.csv?from=2026-03-02&to=2026-03-02&key=s3cret%2Fkey"));
    QCOMPARE(call.headers.front().second, std::string("s3cret/key"));
    for (const auto &event : events()) {
        QCOMPARE(event.source, std::string("strikes"));
        QCOMPARE(event.eventType, std::string("strike"));
    }
    const auto statuses = sourceStatuses(*m_bench, job().secretOf);
    VERIFY_OK(statuses);
    const auto own = std::ranges::find(*statuses, "strikes", &SourceStatus::name);
    QVERIFY(own != statuses->end() && own->isEnabled && own->missingKeys.empty());
    QCOMPARE(own->title, QStringLiteral("Strikes at ports"));
    QCOMPARE(own->freshness, ingest::Freshness::Fresh);
    // the same table again is nothing new
    m_clock->advance(std::chrono::hours(7));
    plays(std::string(kTable) + "2026-03-02T11:00:00Z,strike,PL,9\n");
    QCOMPARE(collectOnce().stored, std::uint64_t(1));
    QCOMPARE(events().size(), std::size_t(3));
}

void tst_OwnSources::collectsFromJson()
{
    add(R"({"name": "objects", "url": "https://example.org/o.json", "preset": "user-events", "cadence": "1h"})");
    plays(R"({"items": [{"timestamp": "2026-02-01", "event_type": "strike", "entity": "DE", "value": 3},
                        {"timestamp": "2026-02-04", "event_type": "strike", "entity": "FR", "value": 4}]})");
    VERIFY_OK(setSource(*m_bench, "objects", true));
    QCOMPARE(collectOnce().stored, std::uint64_t(2));
    // a page that is none of that is a fault, and no data
    m_clock->advance(std::chrono::hours(2));
    plays("<html>please log in</html>");
    const auto report = collectOnce();
    QCOMPARE(report.stored, std::uint64_t(0));
    QVERIFY(report.faults > 0);
}

void tst_OwnSources::turnsPagesUntilOneIsEmpty()
{
    add(kPages);
    m_played->answer = [this](const sources::Call &call) {
        const int page = QString::fromStdString(call.url).section(u'=', 1).toInt();
        std::string table = "timestamp,event_type,entity,value\n";
        for (int row = 0; row < 10 && page <= 3; ++row)
            table +=
                "2026-02-0" + std::to_string(page) + "T10:00:0" + std::to_string(row) + "Z,strike,DE,1\n";
        return answered(call, table);
    };
    VERIFY_OK(setSource(*m_bench, "pages", true));
    QCOMPARE(collectOnce().stored, std::uint64_t(30));
    QCOMPARE(m_played->calls.size(), std::size_t(4));
    QCOMPARE(m_played->calls.back().url, std::string("https://example.org/list?p=4"));
}

void tst_OwnSources::bringsBars()
{
    add(kPrices);
    plays("Ticker,Date,Open,High,Low,Close,Adj "
          "Close,Volume\nABC,2026-02-02,10,11,9,10.5,10.5,1000\nABC,2026-02-03,10,11,9,10.7,10.7,900\n");
    VERIFY_OK(setSource(*m_bench, "prices", true));
    QCOMPARE(collectOnce().stored, std::uint64_t(2));
    core::domain::BarQuery wanted;
    wanted.symbol = "ABC";
    const auto bars = m_bench->bars().read(wanted);
    VERIFY_OK(bars);
    QCOMPARE(bars->size(), std::size_t(2));
}

void tst_OwnSources::asksForThePast()
{
    add(kStrikes);
    VERIFY_OK(setSource(*m_bench, "strikes", false, std::vector<std::string>{"a", "b"}));
    const auto jobs = startBackfill(*m_bench, "strikes", *core::base::parseDate("2025-01-01"),
                                    *core::base::parseDate("2025-12-31"));
    VERIFY_OK(jobs);
    QCOMPARE(*jobs, std::uint64_t(2));
    QCOMPARE(collectOnce().fetched, std::uint64_t(2));
    QVERIFY(m_played->calls.front().url.find("from=2025-01-01") != std::string::npos);
    add(kPages);
    VERIFY_ERROR(startBackfill(*m_bench, "pages", *core::base::parseDate("2025-01-01"),
                               *core::base::parseDate("2025-12-31")),
                 ErrorCode::BadInput);
}

void tst_OwnSources::triesWithoutStoring()
{
    add(kStrikes);
    VERIFY_OK(setSource(*m_bench, "strikes", false, std::vector<std::string>{"a"}));
    const auto trial = trySource(*m_bench, "strikes", job(), {});
    VERIFY_OK(trial);
    QCOMPARE(trial->records, std::uint64_t(3));
    QCOMPARE(trial->events, std::uint64_t(2));
    QCOMPARE(trial->refused, std::uint64_t(1));
    QCOMPARE(trial->first.size(), std::size_t(2));
    QVERIFY(trial->fault.isEmpty());
    QVERIFY(events().empty());
    QVERIFY(core::store::allArtifacts(**m_bench->workspace().catalog().reader())->empty());
    auto keyless = job();
    keyless.secretOf = {};
    VERIFY_ERROR(trySource(*m_bench, "strikes", keyless, {}), ErrorCode::BadInput);
    plays("<html></html>");
    QVERIFY(!trySource(*m_bench, "strikes", job(), {})->fault.isEmpty());
    VERIFY_ERROR(trySource(*m_bench, "atlantis", job(), {}), ErrorCode::NotFound);
}

void tst_OwnSources::aBrokenFileLeavesTheOthers()
{
    add(kPages);
    QFile broken(QString::fromStdString((sourceFolderOf(*m_bench) / "broken.json").string()));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\"name\": \"broken\",\n\"url\": 7}");
    broken.close();
    QFile::copy(QString::fromStdString((sourceFolderOf(*m_bench) / "pages.json").string()),
                QString::fromStdString((sourceFolderOf(*m_bench) / "other.json").string()));
    const auto book = sourcesOf(*m_bench);
    QCOMPARE(book.faults().size(), std::size_t(2)); // the broken one, and the one that is called otherwise
    QVERIFY2(book.faults().front().contains(QStringLiteral("broken.json, line 2")),
             qPrintable(book.faults().front()));
    QVERIFY(book.find("pages") && book.find("usgs") && !book.find("broken") && !book.find("other"));
    QCOMPARE(book.all().size(), sources::providers().size() + 1);
    VERIFY_OK(setSource(*m_bench, "pages", true));
}

void tst_OwnSources::refusesWhatIsNoFile()
{
    VERIFY_ERROR(addSource(*m_bench, "/not/there.json"), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_OwnSources)
#include "tst_ownsources.moc"
