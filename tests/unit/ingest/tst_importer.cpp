// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/ingest/import/importer.h"
#include "core/ingest/import/parquetworker.h"
#include "core/store/csvcopy.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <zlib.h>

#include <cstdio>
#include <fstream>

using core::base::ErrorCode;
using core::base::Instant;
using core::base::qs;
using core::ingest::Importer;
using core::ingest::ImporterOptions;
using core::ingest::ImportReport;
using core::ingest::ImportRequest;
using core::ingest::ImportWhat;

namespace {

constexpr const char *kPrices = "Ticker,Date,Open,High,Low,Close,Adj Close,Volume\n"
                                "AAA,2020-01-02,1,2,0.5,1.5,1.4,100\n"
                                "AAA,2020-01-03,1.5,2,1,1.8,1.7,200\n";

std::string gzipped(const std::string &text)
{
    z_stream zlib{};
    deflateInit2(&zlib, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&zlib, text.size()) + 32, '\0');
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    zlib.avail_in = static_cast<uInt>(text.size());
    zlib.next_out = reinterpret_cast<Bytef *>(packed.data());
    zlib.avail_out = static_cast<uInt>(packed.size());
    deflate(&zlib, Z_FINISH);
    packed.resize(zlib.total_out);
    deflateEnd(&zlib);
    return packed;
}

std::filesystem::path ownProgram;

} // namespace

class tst_Importer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void storesRowsAndCountsThem();
    void importingAgainStoresNothing();
    void aCorrectionIsKnownFromItsImportOn();
    void countsRowsThatSayTheSameOnce();
    void refusesBadRowsByReasonWithTheirLines();
    void keepsTheGoodRowsOfAWildFile();
    void readsGzipInSeveralMembers();
    void readsJson();
    void readsParquetInAChildProcess();
    void saysWhenParquetIsNone();
    void overridesZoneAndInterval();
    void importsWithAPresetOfTheUser();
    void leavesNothingBehindWhenItFails_data();
    void leavesNothingBehindWhenItFails();
    void refusesAFileThatUnpacksToAThousandTimesItsSize();
    void stopsWhenCancelled();
    void losesToAnotherImport();
    void noticesWhatAMissingColumnIs();

private:
    std::filesystem::path write(const char *name, std::string_view bytes) const;
    core::base::Result<ImportReport> import(const char *name, std::string_view bytes,
                                            ImportRequest request = {},
                                            const ImporterOptions &options = {}) const;
    [[nodiscard]] std::uint64_t eventCount() const;
    [[nodiscard]] core::domain::BarSeries bars(const char *symbol, const char *interval = "1d") const;

    std::unique_ptr<QTemporaryDir> m_folder;
    core::base::ManualClock m_clock{Instant(1'700'000'000'000'000)};
    std::unique_ptr<core::store::Workspace> m_workspace;
};

void tst_Importer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto made =
        core::store::Workspace::create((m_folder->path() + QStringLiteral("/w")).toStdString(), {}, m_clock);
    VERIFY_OK(made);
    m_workspace = std::move(*made);
}

void tst_Importer::cleanup()
{
    m_workspace.reset();
    m_folder.reset();
}

std::filesystem::path tst_Importer::write(const char *name, std::string_view bytes) const
{
    const std::filesystem::path path = std::filesystem::path(m_folder->path().toStdString()) / name;
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

core::base::Result<ImportReport> tst_Importer::import(const char *name, std::string_view bytes,
                                                      ImportRequest request,
                                                      const ImporterOptions &options) const
{
    auto importer = Importer::open(*m_workspace, options);
    if (!importer)
        return importer.error();
    return (*importer)->import(write(name, bytes), request);
}

std::uint64_t tst_Importer::eventCount() const
{
    auto groups = m_workspace->events().count({}, "");
    return groups && !groups->empty() ? groups->front().count : 0;
}

core::domain::BarSeries tst_Importer::bars(const char *symbol, const char *interval) const
{
    core::domain::BarQuery query;
    query.symbol = symbol;
    query.interval = interval;
    auto series = m_workspace->bars().read(query);
    return series ? *series : core::domain::BarSeries();
}

void tst_Importer::storesRowsAndCountsThem()
{
    auto report = import("p.csv", kPrices);
    VERIFY_OK(report);
    QCOMPARE(report->preset, std::string("yahoo-daily"));
    QCOMPARE(report->kind, std::string("bars"));
    QCOMPARE(report->rows, std::uint64_t(2));
    QCOMPARE(report->stored, std::uint64_t(2));
    QCOMPARE(report->refused, std::uint64_t(0));
    const auto series = bars("AAA");
    QCOMPARE(series.size(), std::size_t(2));
    QCOMPARE(toIso(series.ts[0]), std::string("2020-01-02T14:30:00Z"));
    QCOMPARE(toIso(series.tsEnd[0]), std::string("2020-01-02T21:00:00Z"));
    QCOMPARE(series.close[1], 1.8);
    QCOMPARE(series.adjClose[1], 1.7);
    auto raw = m_workspace->vault().find(report->rawSha256);
    VERIFY_OK(raw);
    QVERIFY(raw->has_value());
    QCOMPARE((*raw)->parser, std::string("yahoo-daily"));
    VERIFY_OK(m_workspace->vault().get(report->rawSha256));
    QCOMPARE(*m_workspace->vault().get(report->rawSha256), std::string(kPrices));
    auto instrument = m_workspace->bars().instrument("AAA");
    VERIFY_OK(instrument);
    QVERIFY(instrument->has_value());
    QCOMPARE((*instrument)->kind, std::string("stock"));
}

void tst_Importer::importingAgainStoresNothing()
{
    VERIFY_OK(import("p.csv", kPrices));
    auto again = import("q.csv", kPrices);
    VERIFY_OK(again);
    QCOMPARE(again->stored, std::uint64_t(0));
    QCOMPARE(again->duplicate, std::uint64_t(2));
    auto packed = import("q.csv.gz", gzipped(kPrices));
    VERIFY_OK(packed);
    QCOMPARE(packed->duplicate, std::uint64_t(2));
    QVERIFY(packed->rawSha256 == again->rawSha256); // of the decoded bytes
}

void tst_Importer::aCorrectionIsKnownFromItsImportOn()
{
    VERIFY_OK(import("p.csv", kPrices));
    m_clock.advance(std::chrono::days(30));
    std::string corrected = kPrices;
    corrected.replace(corrected.find("1.8"), 3, "1.9");
    const auto report = import("p.csv", corrected);
    VERIFY_OK(report);
    QCOMPARE(report->stored, 1U);
    core::domain::BarQuery query;
    query.symbol = "AAA";
    const auto closes = [&] { return m_workspace->bars().read(query)->close; };
    QCOMPARE(closes(), (std::vector<double>{1.5, 1.9}));
    query.asOf = m_clock.now() - std::chrono::days(1);
    QCOMPARE(closes(), (std::vector<double>{1.5, 1.8}));
    query.asOf = m_clock.now();
    QCOMPARE(closes(), (std::vector<double>{1.5, 1.9}));
}

void tst_Importer::countsRowsThatSayTheSameOnce()
{
    auto report =
        import("t.csv",
               "ticker,created_at_utc,text\nAAPL,2014-01-01T01:02:03Z,hi\nAAPL,2014-01-01T01:02:03Z,hi\n"
               "AAPL,2014-01-01T01:02:03Z,ho\n",
               {.what = ImportWhat::Events, .preset = {}, .interval = {}, .zone = {}});
    VERIFY_OK(report);
    QCOMPARE(report->rows, std::uint64_t(3));
    QCOMPARE(report->stored, std::uint64_t(2));
    QCOMPARE(report->duplicate, std::uint64_t(1));
    QCOMPARE(eventCount(), std::uint64_t(2));
}

void tst_Importer::refusesBadRowsByReasonWithTheirLines()
{
    auto report = import("p.csv", "Ticker,Date,Open,High,Low,Close,Adj Close,Volume\n"
                                  "AAA,2020-01-02,1,2,0.5,1.5,1.4,100\n"
                                  "AAA,02.01.2020,1,2,0.5,1.5,1.4,100\n"
                                  "AAA,0201-04-27,1,2,0.5,1.5,1.4,100\n"
                                  "AAA,2020-01-03,1,2,0.5,\"1,045.60\",1.4,100\n"
                                  "AAA,2020-01-06,1,2,0.5,1e999,1.4,100\n"
                                  "AAA,2020-01-07,1,2,0.5,,1.4,100\n"
                                  ",2020-01-08,1,2,0.5,1.5,1.4,100\n"
                                  "AAA,2020-01-09,1,2\n"
                                  "AAA,2020-01-10,1,2,0.5,1.5,1.4,100,9\n");
    VERIFY_OK(report);
    QCOMPARE(report->rows, std::uint64_t(9));
    QCOMPARE(report->stored, std::uint64_t(1));
    QCOMPARE(report->refused, std::uint64_t(8));
    QStringList found;
    for (const auto &refusal : report->refusals) {
        for (const auto &line : refusal.first)
            found << QString::number(line.line) + QLatin1Char(' ') + refusal.reason;
    }
    found.sort();
    const QStringList expected{QStringLiteral("10 the row has not as many columns as the header"),
                               QStringLiteral("3 Date is not a date of the form this preset reads"),
                               QStringLiteral("4 Date is before 1800 or after 2199, so probably mistyped"),
                               QStringLiteral("5 Close is not a number"),
                               QStringLiteral("6 Close is a number too large to hold"),
                               QStringLiteral("7 Close is empty or marked missing"),
                               QStringLiteral("8 Ticker is empty or marked missing"),
                               QStringLiteral("9 the row has not as many columns as the header")};
    QCOMPARE(found, expected);
}

void tst_Importer::keepsTheGoodRowsOfAWildFile()
{
    const std::string wild = std::string("ticker,created_at_utc,text\n") + "AAA,2014-01-01T00:00:00Z,good\n" +
                             "AAA,2014-01-01T00:00:01Z," + std::string(10'000'000, 'x') + "\n" +
                             std::string(1'000'000, ',') + "\n" + "AAA,2014-01-01T00:00:02Z,zero" + '\0' +
                             "\n" + "AAA,2014-01-01T00:00:03Z,good too\n" +
                             "AAA,2014-01-01T00:00:04Z,\"open\n" + "AAA,2014-01-01T00:00:05Z,good as well";
    auto report =
        import("t.csv", wild, {.what = ImportWhat::Events, .preset = {}, .interval = {}, .zone = {}});
    VERIFY_OK(report);
    QCOMPARE(report->stored, std::uint64_t(3));
    QCOMPARE(report->rows, std::uint64_t(7));
    QCOMPARE(report->refused, std::uint64_t(4));
    QCOMPARE(report->refusals.size(), std::size_t(4));
}

void tst_Importer::readsGzipInSeveralMembers()
{
    const std::string text(kPrices);
    auto report = import("p.csv.gz", gzipped(text.substr(0, 60)) + gzipped(text.substr(60)));
    VERIFY_OK(report);
    QCOMPARE(report->stored, std::uint64_t(2));
}

void tst_Importer::readsJson()
{
    const ImportRequest events{.what = ImportWhat::Events, .preset = {}, .interval = {}, .zone = {}};
    auto list = import("t.json", R"([
  {"ticker": "AAPL", "created_at_utc": "2014-01-01T01:02:03Z", "text": "one \"two\""},
  {"ticker": "AAPL", "created_at_utc": "never", "text": null}
])",
                       events);
    VERIFY_OK(list);
    QCOMPARE(list->stored, std::uint64_t(1));
    QCOMPARE(list->refusals.size(), std::size_t(1));
    QCOMPARE(list->refusals[0].first[0].line, std::uint64_t(3));
    auto inner = import("u.json",
                        "{\"count\": 1, \"data\": [{\"ticker\": \"A\", \"created_at_utc\": "
                        "\"2015-01-01T01:02:03Z\", \"text\": 7.5}]}",
                        events);
    VERIFY_OK(inner);
    QCOMPARE(inner->stored, std::uint64_t(1));
    auto lines =
        import("v.json",
               "{\"ticker\": \"B\", \"created_at_utc\": \"2015-01-01T01:02:03Z\", \"text\": \"x\"}\n"
               "{\"ticker\": \"B\", \"created_at_utc\": \"2015-01-02T01:02:03Z\", \"text\": \"y\"}\n",
               events);
    VERIFY_OK(lines);
    QCOMPARE(lines->stored, std::uint64_t(2));
    auto broken = import("w.json", "[\n{\"ticker\": \"B\"},\n{\"ticker\": }]", events);
    VERIFY_ERROR(broken, ErrorCode::BadInput);
    QVERIFY2(broken.error().message.contains(QLatin1String("w.json")), qPrintable(broken.error().message));
    VERIFY_ERROR(import("x.json", "[1, 2]", events), ErrorCode::BadInput);
}

void tst_Importer::readsParquetInAChildProcess()
{
    const auto csv =
        write("p.csv", "ticker,created_at_utc,text\nAAPL,2014-01-01T01:02:03Z,\"a, \"\"b\"\"\nc\"\n"
                       "MSFT,2014-01-01T01:02:03Z,plain\n");
    const auto parquet = write("p.parquet", "");
    VERIFY_OK(core::store::copyCsvToParquet({csv}, parquet, 1));
    const ImportRequest request{
        .what = ImportWhat::Events, .preset = std::string("parquet-tweets"), .interval = {}, .zone = {}};
    const auto presets = std::filesystem::path(m_folder->path().toStdString()) / "presets";
    std::filesystem::create_directory(presets);
    std::ofstream(presets / "parquet-tweets.json")
        << R"({"name": "parquet-tweets", "title": "Tweets", "kind": "events",
  "source": "mine", "header": ["ticker", "created_at_utc", "text"], "zone": "UTC",
  "date": {"column": "created_at_utc", "format": "YYYY-MM-DD hh:mm:ss.fZ"}, "id": ["*"],
  "events": [{"event_type": {"is": "tweet"}, "entity": "ticker", "text": "text"}]})";
    auto again = Importer::open(*m_workspace, {.presetFolder = presets, .workerProgram = ownProgram});
    VERIFY_OK(again);
    auto report = (*again)->import(parquet, request);
    VERIFY_OK(report);
    QCOMPARE(report->stored, std::uint64_t(2));
    QStringList texts;
    VERIFY_OK(m_workspace->events().read({}, [&](const core::domain::Event &event) {
        texts << qs(event.text);
        return true;
    }));
    texts.sort();
    const QStringList expected{QStringLiteral("a, \"b\"\nc"), QStringLiteral("plain")};
    QCOMPARE(texts, expected);
}

void tst_Importer::saysWhenParquetIsNone()
{
    const ImporterOptions options{.presetFolder = {}, .workerProgram = ownProgram};
    auto broken = import("p.parquet", "PAR1 but nothing else PAR1", {}, options);
    VERIFY_ERROR(broken, ErrorCode::BadInput);
    QVERIFY2(broken.error().message.contains(QLatin1String("p.parquet")), qPrintable(broken.error().message));
    const ImporterOptions nobody{.presetFolder = {}, .workerProgram = "/nowhere/foreshock-cli"};
    QVERIFY(!import("p.parquet", "PAR1 but nothing else PAR1", {}, nobody).ok());
    VERIFY_ERROR(import("p.parquet", "PAR1 but nothing else PAR1"), ErrorCode::BadInput);
}

void tst_Importer::overridesZoneAndInterval()
{
    ImportRequest request;
    request.interval = "15m";
    request.zone = "Europe/London";
    auto report = import(
        "b.csv", "Datetime,Open,High,Low,Close,Volume,Ticker\n2025-07-01 09:30:00,1,1,1,1,5,X\n", request);
    VERIFY_OK(report);
    const auto series = bars("X", "15m");
    QCOMPARE(series.size(), std::size_t(1));
    QCOMPARE(toIso(series.ts[0]), std::string("2025-07-01T08:30:00Z"));
    QCOMPARE(toIso(series.tsEnd[0]), std::string("2025-07-01T08:45:00Z"));
    request.zone = "Europe/Lodnon";
    VERIFY_ERROR(import("c.csv", kPrices, request), ErrorCode::BadInput);
    request.zone.reset();
    request.interval = "often";
    VERIFY_ERROR(import("c.csv", kPrices, request), ErrorCode::BadInput);
}

void tst_Importer::importsWithAPresetOfTheUser()
{
    const auto presets = std::filesystem::path(m_folder->path().toStdString()) / "presets";
    std::filesystem::create_directory(presets);
    std::ofstream(presets / "mine.json")
        << R"({"name": "mine", "title": "Mine", "kind": "bars", "source": "me", "delimiter": ";",
  "header": ["Sym", "Day", "Last"], "zone": "UTC", "thousands": true, "date": {"column": "Day", "format": "DD.MM.YYYY"},
  "bars": {"symbol": "Sym", "close": "Last", "clock": {"fixing": "12:00", "zone": "America/New_York"}}})";
    auto report = import("p.csv", "Sym;Day;Last\nX;31.01.2020;1,234.5\n", {},
                         {.presetFolder = presets, .workerProgram = {}});
    VERIFY_OK(report);
    QCOMPARE(bars("X").close[0], 1234.5);
    QCOMPARE(toIso(bars("X").tsEnd[0]), std::string("2020-01-31T17:00:00Z"));
}

void tst_Importer::leavesNothingBehindWhenItFails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const std::string &bytes, const char *preset, const char *word) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromUtf8(preset)
                            << QString::fromUtf8(word);
    };
    const std::string text(kPrices);
    const std::string packed = gzipped(text);
    std::string flipped = packed;
    flipped[packed.size() - 6] = static_cast<char>(flipped[packed.size() - 6] ^ 0x10);
    row("empty", "", "", "empty");
    row("empty gzip", gzipped(""), "", "no rows");
    row("half a gzip", packed.substr(0, packed.size() / 2), "", "cut off");
    row("damaged gzip", flipped, "", "damaged");
    row("not UTF-8", text + "AAA,2020-01-06,1,2,1,1.8,1.7,\xFF\xFE\n", "", "line 4");
    row("UTF-16", std::string("\xFF\xFET\0i\0", 6), "", "line 1");
    row("unknown preset", text, "nothing", "nothing");
    row("unknown header", "a,b\n1,2\n", "", "a, b");
    row("missing column", "Ticker,Date,Open\nA,2020-01-02,1\n", "yahoo-daily", "High");
    row("a million columns", std::string(1'000'000, ',') + "\n", "", "header");
    row("binary", std::string("\x7F\x45LF\x02\x01\x01\0\0\0", 10), "", "header");
}

void tst_Importer::leavesNothingBehindWhenItFails()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, preset);
    QFETCH(QString, word);
    ImportRequest request;
    if (!preset.isEmpty())
        request.preset = preset.toStdString();
    auto report = import("bad.csv.gz", bytes.toStdString(), request);
    VERIFY_ERROR(report, ErrorCode::BadInput);
    QVERIFY2(report.error().message.contains(word), qPrintable(report.error().message));
    QVERIFY2(report.error().message.endsWith(QLatin1Char('.')) &&
                 !report.error().message.endsWith(QLatin1String("..")),
             qPrintable(report.error().message));
    auto info = m_workspace->info();
    VERIFY_OK(info);
    for (const auto &[kind, rows] : info->rows)
        QVERIFY2(rows == 0, kind.c_str());
    QCOMPARE(bars("AAA").size(), std::size_t(0));
    // and the same workspace takes the good file afterwards
    VERIFY_OK(import("good.csv", kPrices));
}

void tst_Importer::refusesAFileThatUnpacksToAThousandTimesItsSize()
{
    // 1 GB of the same row from about 1 MB, written in pieces so that the test needs no memory for it.
    const auto path = std::filesystem::path(m_folder->path().toStdString()) / "bomb.csv.gz";
    gzFile file = gzopen(path.c_str(), "wb9");
    const std::string header = "Ticker,Date,Open,High,Low,Close,Adj Close,Volume\n";
    gzwrite(file, header.data(), static_cast<unsigned>(header.size()));
    const std::string piece(1 << 20, '1');
    for (int i = 0; i < 1024; ++i)
        gzwrite(file, piece.data(), static_cast<unsigned>(piece.size()));
    gzclose(file);
    QVERIFY(std::filesystem::file_size(path) < (2U << 20));
    auto importer = Importer::open(*m_workspace, {});
    VERIFY_OK(importer);
    auto report = (*importer)->import(path, {});
    VERIFY_ERROR(report, ErrorCode::BadInput);
    QVERIFY2(report.error().message.contains(QLatin1String("unpacks to more than")),
             qPrintable(report.error().message));
}

void tst_Importer::stopsWhenCancelled()
{
    auto importer = Importer::open(*m_workspace, {});
    VERIFY_OK(importer);
    const core::base::CancelToken cancel;
    cancel.cancel();
    VERIFY_ERROR((*importer)->import(write("p.csv", kPrices), {}, cancel), ErrorCode::Cancelled);
    QCOMPARE(bars("AAA").size(), std::size_t(0));
}

void tst_Importer::losesToAnotherImport()
{
    auto first = Importer::open(*m_workspace, {});
    VERIFY_OK(first);
    VERIFY_ERROR(Importer::open(*m_workspace, {}), ErrorCode::LeaseHeld);
}

void tst_Importer::noticesWhatAMissingColumnIs()
{
    ImportRequest request;
    request.preset = "yahoo-daily";
    auto report = import(
        "p.csv", "Ticker,Date,Open,High,Low,Last,Adj Close,Volume\nA,2020-01-02,1,1,1,1,1,1\n", request);
    VERIFY_ERROR(report, ErrorCode::BadInput);
    QVERIFY2(report.error().message.contains(QStringLiteral("“Close” is missing")),
             qPrintable(report.error().message));
    QVERIFY2(report.error().message.contains(QLatin1String("Last")), qPrintable(report.error().message));
    VERIFY_ERROR(import("nothing/at/all.csv", ""), ErrorCode::NotFound);
}

/// Called as a child by readsParquetInAChildProcess it is the worker, else the test.
int main(int argc, char **argv)
{
    if (argc == 4 && std::string_view(argv[1]) == "worker") {
        auto done = core::ingest::runParquetWorker(argv[3]);
        if (!done)
            std::fprintf(stderr, "%s\n", qPrintable(done.error().message));
        return done ? 0 : 2;
    }
    ownProgram = std::filesystem::absolute(argv[0]);
    QCoreApplication application(argc, argv);
    tst_Importer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_importer.moc"
