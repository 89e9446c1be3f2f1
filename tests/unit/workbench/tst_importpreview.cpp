// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/importpreview.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/store/csvcopy.h"
#include "tests/support/check.h"

#include <QTemporaryDir>
#include <QtTest>

#include <zlib.h>

#include <cstdio>
#include <fstream>

using namespace core;
using base::ErrorCode;
using ingest::ImportWhat;
using workbench::ColumnMapping;
using workbench::ImportPreview;
using workbench::Workbench;

namespace {

std::filesystem::path ownProgram;

constexpr const char *kQuakeHeader =
    "time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,"
    "place,type,status\n";
constexpr const char *kQuake =
    "2011-03-11T05:46:24.120Z,38.297,142.373,29,9.1,mww,541,9.5,,1.16,official,q1,"
    "2022-01-01T00:00:00Z,\"near the east coast of Honshu, Japan\",earthquake,reviewed\n";

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

std::string fieldOf(const ImportPreview &preview, const std::string &column)
{
    for (const auto &one : preview.columns) {
        if (one.name == column)
            return one.field;
    }
    return "no such column";
}

bool noted(const ImportPreview &preview, const char *part)
{
    return std::ranges::any_of(
        preview.notes, [part](const QString &note) { return note.contains(QString::fromUtf8(part)); });
}

} // namespace

class TestImportPreview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void showsEventsAsTheyWillBe();
    void showsBarsAsTheyWillBe();
    void showsThreeBadLinesWithTheirReasons();
    void takesAWideRowWithoutItsBadCells();
    void readsOnlyTheFirstRows();
    void readsGzipAndJson();
    void readsParquetInAChildProcess();
    void showsWaitingReleases();
    void readsInAnotherZone();
    void namesOtherPresetsForTheHeader();
    void cutsLongCells();
    void failsAsTheImportWould_data();
    void failsAsTheImportWould();
    void failsWithHalfOfAGzip();
    void stopsWhenCancelled();
    void storesNothing();

    void peeksIntoAnUnknownFile();
    void mapsAnUnknownFileByHand();
    void mapsDatesThatCouldBeEither();
    void refusesAMappingThatCannotBe_data();
    void refusesAMappingThatCannotBe();
    void savesAPresetOnce();

private:
    std::filesystem::path write(const char *name, std::string_view bytes) const
    {
        const std::filesystem::path file = m_bench->folder().parent_path() / name;
        std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return file;
    }
    [[nodiscard]] base::Result<ImportPreview> preview(const char *name, std::string_view bytes,
                                                      ImportWhat what = ImportWhat::Events,
                                                      const std::string &preset = {},
                                                      const std::string &zone = {}) const
    {
        return workbench::previewImport(*m_bench, write(name, bytes), what, preset, zone, ownProgram, {});
    }

    QTemporaryDir m_folder;
    int m_count = 0;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2026) / 1 / 10))};
    std::unique_ptr<Workbench> m_bench;
};

void TestImportPreview::init()
{
    const QString name = QStringLiteral("t%1/w").arg(++m_count);
    auto bench = Workbench::create(m_folder.filePath(name).toStdString(), {}, m_clock);
    VERIFY_OK(bench);
    m_bench = std::move(*bench);
}

void TestImportPreview::showsEventsAsTheyWillBe()
{
    const auto seen = preview("quakes.csv", std::string(kQuakeHeader) + kQuake);
    VERIFY_OK(seen);
    QCOMPARE(seen->preset, std::string("usgs-earthquakes"));
    QCOMPARE(seen->kind, std::string("events"));
    QCOMPARE(seen->zone, std::string("UTC"));
    QCOMPARE(seen->knownRule, QStringLiteral("20 minutes after it happened (stated lag rule)"));
    QCOMPARE(fieldOf(*seen, "time"), std::string("timestamp"));
    QCOMPARE(fieldOf(*seen, "mag"), std::string("value"));
    QCOMPARE(fieldOf(*seen, "place"), std::string("entity, text"));
    QCOMPARE(fieldOf(*seen, "depth"), std::string("meta.depth"));
    QCOMPARE(fieldOf(*seen, "id"), std::string("id"));
    QCOMPARE(fieldOf(*seen, "nst"), std::string());
    QCOMPARE(seen->columns.front().samples, std::vector<std::string>{"2011-03-11T05:46:24.120Z"});
    QCOMPARE(seen->rows.size(), std::size_t(1));
    QCOMPARE(seen->rows.front().line, 2U);
    QCOMPARE(seen->rows.front().cells.size(), std::size_t(16));
    QVERIFY2(seen->rows.front().meaning.find("earthquake JP 9.1 magnitude near the east coast") !=
                 std::string::npos,
             seen->rows.front().meaning.c_str());
    QCOMPARE(seen->taken, 1U);
    QCOMPARE(seen->refused, 0U);
    QVERIFY(seen->notes.empty());
}

void TestImportPreview::showsBarsAsTheyWillBe()
{
    const auto seen = preview("p.csv",
                              "Ticker,Date,Open,High,Low,Close,Adj Close,Volume\n"
                              "AAA,2020-01-02,1,2,0.5,1.5,1.4,100\n",
                              ImportWhat::Bars);
    VERIFY_OK(seen);
    QCOMPARE(seen->kind, std::string("bars"));
    QCOMPARE(seen->knownRule, QStringLiteral("known when the bar closes"));
    QCOMPARE(fieldOf(*seen, "Adj Close"), std::string("adj_close"));
    QCOMPARE(seen->rows.front().meaning,
             std::string("2020-01-02T14:30:00Z AAA open 1 high 2 low 0.5 close 1.5 volume 100"));
}

void TestImportPreview::showsThreeBadLinesWithTheirReasons()
{
    const auto seen = preview("mine.csv", "timestamp,event_type,entity,value\n"
                                          "2011-03-11,quake,JP,9.1\n"
                                          "11/03/2011,quake,JP,9.1\n"
                                          "2011-03-11,quake,JP,strong\n"
                                          "2011-03-11,quake\n"
                                          "2012-04-11,quake,ID,8.6\n");
    VERIFY_OK(seen);
    QCOMPARE(seen->preset, std::string("user-events"));
    QCOMPARE(seen->rows.size(), std::size_t(5));
    QCOMPARE(seen->taken, 2U);
    QCOMPARE(seen->refused, 3U);
    QCOMPARE(seen->rows[0].meaning, std::string("2011-03-11 quake JP 9.1"));
    QVERIFY(seen->rows[0].refusal.isEmpty());
    QCOMPARE(seen->rows[1].refusal,
             QStringLiteral("timestamp is not a date of the form this preset reads: “11/03/2011”"));
    QCOMPARE(seen->rows[2].refusal, QStringLiteral("value is not a number: “strong”"));
    QVERIFY(seen->rows[3].refusal.startsWith(QStringLiteral("the row has not as many columns")));
    QVERIFY(seen->rows[3].meaning.empty());
    QCOMPARE(seen->rows[4].meaning, std::string("2012-04-11 quake ID 8.6"));
}

void TestImportPreview::takesAWideRowWithoutItsBadCells()
{
    const auto seen = preview(
        "ff.csv", "Date,Mkt-RF,SMB,HML,RF\n20200102,0.86,-0.97,-0.34,0.006\n20200103,-0.67,x,0.01,0.006\n",
        ImportWhat::Bars);
    VERIFY_OK(seen);
    QCOMPARE(seen->taken, 2U);
    QCOMPARE(fieldOf(*seen, "SMB"), std::string("close"));
    QVERIFY2(seen->rows[0].meaning.ends_with("; and 1 more"), seen->rows[0].meaning.c_str());
    QVERIFY(noted(*seen, "Line 3 is taken without 1 of its cells (SMB is not a number: “x”)"));
}

void TestImportPreview::readsOnlyTheFirstRows()
{
    std::string text = "timestamp,event_type,entity,value\n";
    for (int i = 0; i < 300; ++i)
        text += "2011-03-11,quake,JP," + std::to_string(i) + "\n";
    const auto seen = preview("long.csv", text + "bad,bad,bad,bad\n");
    VERIFY_OK(seen);
    QCOMPARE(seen->rows.size(), std::size_t(200));
    QCOMPARE(seen->taken, 200U);
    QCOMPARE(seen->columns.front().samples.size(), std::size_t(3));
    QVERIFY(noted(*seen, "the file has more"));
}

void TestImportPreview::readsGzipAndJson()
{
    const auto packed = preview("quakes.csv.gz", gzipped(std::string(kQuakeHeader) + kQuake));
    VERIFY_OK(packed);
    QCOMPARE(packed->taken, 1U);
    const auto json = preview("mine.json", R"([{"timestamp": "2011-03-11T05:46:24Z", "event_type": "quake",
        "entity": "JP", "value": 9.1, "metadata": {"depth": 29}}, {"timestamp": "x", "event_type": "quake",
        "entity": "JP", "value": 9.1, "metadata": null}])");
    VERIFY_OK(json);
    QCOMPARE(json->preset, std::string("user-events"));
    QCOMPARE(json->rows[0].meaning, std::string("2011-03-11T05:46:24Z quake JP 9.1"));
    QCOMPARE(fieldOf(*json, "metadata"), std::string("metadata"));
    QCOMPARE(json->refused, 1U);
    QCOMPARE(json->knownRule, QStringLiteral("known when the column “known_at” says; where it says nothing, "
                                             "known when it was over (an estimate)"));
}

void TestImportPreview::readsParquetInAChildProcess()
{
    const auto csv = write("p.csv", "timestamp,event_type,entity,value\n2011-03-11T05:46:24Z,quake,JP,9.1\n");
    const auto parquet = m_bench->folder().parent_path() / "p.parquet";
    VERIFY_OK(store::copyCsvToParquet({csv}, parquet, 1));
    const auto seen = workbench::previewImport(*m_bench, parquet, ImportWhat::Events, {}, {}, ownProgram, {});
    VERIFY_OK(seen);
    QCOMPARE(seen->rows.size(), std::size_t(1));
    QVERIFY2(seen->taken == 1, qPrintable(seen->rows.front().refusal));
    const auto alone = workbench::previewImport(*m_bench, parquet, ImportWhat::Events, {}, {}, {}, {});
    VERIFY_ERROR(alone, ErrorCode::BadInput);
}

void TestImportPreview::showsWaitingReleases()
{
    const auto seen =
        preview("gas.csv", ",period,value,diff\n0,2020-01-10,3039,1\n1,nothing,1,1\n2,2020-01-03,3148,1\n");
    VERIFY_OK(seen);
    QCOMPARE(seen->preset, std::string("eia-natural-gas-storage"));
    QVERIFY2(seen->knownRule.startsWith(QStringLiteral("known at its scheduled release (")),
             qPrintable(seen->knownRule));
    QVERIFY2(seen->rows[0].meaning.find("3039 Bcf") != std::string::npos, seen->rows[0].meaning.c_str());
    QVERIFY(!seen->rows[1].refusal.isEmpty());
    QVERIFY2(seen->rows[2].meaning.find("3148 Bcf") != std::string::npos, seen->rows[2].meaning.c_str());
}

void TestImportPreview::readsInAnotherZone()
{
    const char *text =
        "timestamp,event_type,entity,value\n2011-03-11,quake,JP,9.1\n2011-03-11 14:46,quake,JP,9.1\n";
    const auto seen = preview("mine.csv", text, ImportWhat::Events, {}, "Asia/Tokyo");
    VERIFY_OK(seen);
    QCOMPARE(seen->zone, std::string("Asia/Tokyo"));
    QCOMPARE(seen->rows[0].meaning, std::string("2011-03-11 quake JP 9.1"));
    QCOMPARE(seen->rows[1].meaning, std::string("2011-03-11T05:46:00Z quake JP 9.1"));
    VERIFY_ERROR(preview("mine.csv", text, ImportWhat::Events, {}, "Mars/Olympus"), ErrorCode::BadInput);
}

void TestImportPreview::namesOtherPresetsForTheHeader()
{
    const auto seen =
        preview("mine.csv", "id,timestamp,event_type,entity,value\n7,2011-03-11,quake,JP,9.1\n");
    VERIFY_OK(seen);
    QCOMPARE(seen->preset, std::string("user-events-with-id"));
    QCOMPARE(seen->otherPresets, std::vector<std::string>{"user-events"});
    const auto other =
        preview("mine.csv", "id,timestamp,event_type,entity,value\n7,2011-03-11,quake,JP,9.1\n",
                ImportWhat::Events, "user-events");
    VERIFY_OK(other);
    QCOMPARE(other->preset, std::string("user-events"));
    QCOMPARE(fieldOf(*other, "id"), std::string());
}

void TestImportPreview::cutsLongCells()
{
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += "日本";
    const auto seen =
        preview("mine.csv", "timestamp,event_type,entity,value,text\n2011-03-11,quake,JP,9.1," + text + "\n");
    VERIFY_OK(seen);
    QVERIFY(seen->rows[0].cells[4].size() < 410);
    QVERIFY(!base::qs(seen->rows[0].cells[4]).contains(QChar::ReplacementCharacter));
    QVERIFY(seen->rows[0].meaning.size() < 400);
}

void TestImportPreview::failsAsTheImportWould_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("preset");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("unknown header") << QByteArray("when,how much\n2011-03-11,9.1\n") << QString();
    QTest::newRow("unknown preset") << QByteArray("timestamp,event_type,entity,value\n")
                                    << QStringLiteral("none");
    QTest::newRow("a preset of another file")
        << QByteArray("a,b\n1,2\n") << QStringLiteral("usgs-earthquakes");
    QTest::newRow("not UTF-8") << QByteArray("timestamp,event_type,entity,value\n2011-03-11,\xFF,JP,1\n")
                               << QString();
    QTest::newRow("broken JSON") << QByteArray("[{\"timestamp\": ") << QString();
    QTest::newRow("bars") << QByteArray("Ticker,Date,Open,High,Low,Close,Adj Close,Volume\n") << QString();
}

void TestImportPreview::failsAsTheImportWould()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, preset);
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    const auto seen = preview("bad.csv", text, ImportWhat::Events, preset.toStdString());
    VERIFY_ERROR(seen, ErrorCode::BadInput);
    workbench::ImportJob job;
    job.files = {write("bad.csv", text)};
    job.request.what = ImportWhat::Events;
    if (!preset.isEmpty())
        job.request.preset = preset.toStdString();
    const auto imported = workbench::importFiles(*m_bench, job, ownProgram, {});
    VERIFY_OK(imported);
    QVERIFY(!imported->front().ok());
    QCOMPARE(seen.error().message, imported->front().error().message);
}

void TestImportPreview::failsWithHalfOfAGzip()
{
    const std::string packed = gzipped(std::string(kQuakeHeader) + kQuake);
    const auto seen = preview("half.csv.gz", std::string_view(packed).substr(0, packed.size() / 2));
    VERIFY_ERROR(seen, ErrorCode::BadInput);
    QVERIFY2(seen.error().message.contains(QStringLiteral("cut off")), qPrintable(seen.error().message));
    VERIFY_ERROR(
        workbench::previewImport(*m_bench, "/nowhere/at/all.csv", ImportWhat::Events, {}, {}, {}, {}),
        ErrorCode::NotFound);
}

void TestImportPreview::stopsWhenCancelled()
{
    workbench::Job job;
    job.cancel.cancel();
    const auto file = write("quakes.csv", std::string(kQuakeHeader) + kQuake);
    VERIFY_ERROR(workbench::previewImport(*m_bench, file, ImportWhat::Events, {}, {}, {}, job),
                 ErrorCode::Cancelled);
}

void TestImportPreview::storesNothing()
{
    const auto before = m_bench->workspace().catalog().snapshot();
    VERIFY_OK(preview("quakes.csv", std::string(kQuakeHeader) + kQuake));
    const auto after = m_bench->workspace().catalog().snapshot();
    VERIFY_OK(after);
    QCOMPARE(*after, *before);
    const auto groups = m_bench->events().count({}, "source");
    VERIFY_OK(groups);
    QVERIFY(groups->empty());
    QVERIFY(std::filesystem::is_empty(m_bench->folder() / "raw"));
}

void TestImportPreview::peeksIntoAnUnknownFile()
{
    const auto file =
        write("mine.csv", "Tag;Land;Wert;Bemerkung\n25.03.2011;JP;9,1;stark\n26.03.2011;ID;8,6;\nkurz\n");
    const auto peek = workbench::peekFile(file, {}, {});
    VERIFY_OK(peek);
    QCOMPARE(peek->delimiter, ';');
    QCOMPARE(peek->columns.size(), std::size_t(4));
    QCOMPARE(peek->columns[3].samples, std::vector<std::string>{"stark"});
    QCOMPARE(peek->rows.size(), std::size_t(3));
    QVERIFY(!peek->rows[2].refusal.isEmpty());
    QString note;
    const ColumnMapping mapping = workbench::suggestMapping(*peek, note);
    QCOMPARE(mapping.date, std::string("Tag"));
    QCOMPARE(mapping.dateFormats, std::vector<std::string>{"D.M.YYYY"});
    QCOMPARE(mapping.value, std::string("Wert"));
    QVERIFY(mapping.decimalComma);
    QVERIFY(note.isEmpty());
}

void TestImportPreview::mapsAnUnknownFileByHand()
{
    const std::vector<std::string> header{"Tag", "Land|Region", "Wert", "Bemerkung"};
    ColumnMapping mapping;
    mapping.date = "Tag";
    mapping.entity = "Land|Region";
    mapping.value = "Wert";
    mapping.text = "Bemerkung";
    mapping.unit = "Mw";
    mapping.zone = "Asia/Tokyo";
    mapping.lag = "45d";
    mapping.delimiter = ';';
    mapping.decimalComma = true;
    const auto json = workbench::presetFor("Meine Beben", header, mapping);
    VERIFY_OK(json);
    VERIFY_OK(workbench::savePreset(*m_bench, "Meine Beben", *json, false));

    const char *text = "Tag;Land|Region;Wert;Bemerkung\n11.03.2011 14:46;JP;9,1;stark\n1.4.2011;;1.234,5;\n";
    const auto seen = preview("mine.csv", text);
    VERIFY_OK(seen);
    QCOMPARE(seen->preset, std::string("Meine Beben"));
    QCOMPARE(seen->knownRule, QStringLiteral("45 days after it happened (the preset's own lag)"));
    QVERIFY2(seen->refused == 0, qPrintable(seen->rows.front().refusal));
    QCOMPARE(seen->rows[0].meaning, std::string("2011-03-11T05:46:00Z meine_beben JP 9.1 Mw stark"));
    QCOMPARE(seen->rows[1].meaning, std::string("2011-04-01 meine_beben 1234.5 Mw"));
    QVERIFY(noted(*seen, "semicolons"));

    workbench::ImportJob job;
    job.files = {write("mine.csv", text)};
    job.request.what = ImportWhat::Events;
    const auto imported = workbench::importFiles(*m_bench, job, {}, {});
    VERIFY_OK(imported);
    VERIFY_OK(imported->front());
    QCOMPARE(imported->front()->stored, 2U);
    std::vector<domain::Event> events;
    VERIFY_OK(m_bench->events().read({}, [&events](const domain::Event &event) {
        events.push_back(event);
        return true;
    }));
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(events[0].source, std::string("meine_beben"));
    QCOMPARE(base::toIso(events[0].knownAt), std::string("2011-04-25T05:46:00Z"));
    QVERIFY(events[0].knownBasis == domain::KnownBasis::Estimated);
    QCOMPARE(base::toIso(events[1].knownAt),
             std::string("2011-05-16T15:00:00Z")); // the end of the day, and 45 more
}

void TestImportPreview::mapsDatesThatCouldBeEither()
{
    const std::vector<std::string> header{"day", "x"};
    ColumnMapping mapping;
    mapping.date = "day";
    const auto careful = workbench::presetFor("careful", header, mapping);
    VERIFY_OK(careful);
    VERIFY_OK(workbench::savePreset(*m_bench, "careful", *careful, false));
    const char *text = "day,x\n03/04/2012,1\n13/04/2012,1\n5 April 2012,1\n";
    auto seen = preview("mine.csv", text);
    VERIFY_OK(seen);
    QCOMPARE(seen->refused, 2U);
    const auto peek = workbench::peekFile(write("mine.csv", text), {}, {});
    VERIFY_OK(peek);
    QString note;
    mapping = workbench::suggestMapping(*peek, note);
    QVERIFY2(note.contains(QStringLiteral("day/month")), qPrintable(note));
    const auto told = workbench::presetFor("careful", header, mapping);
    VERIFY_OK(told);
    VERIFY_OK(workbench::savePreset(*m_bench, "careful", *told, true));
    seen = preview("mine.csv", text);
    VERIFY_OK(seen);
    QCOMPARE(seen->refused, 0U);
    QCOMPARE(seen->rows[0].meaning, std::string("2012-04-03 careful 1"));
}

void TestImportPreview::refusesAMappingThatCannotBe_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no date") << "date="
                             << "date";
    QTest::newRow("no such column") << "value=none"
                                    << "no column “none”";
    QTest::newRow("two of a name") << "text=twice"
                                   << "2 columns “twice”";
    QTest::newRow("two event types") << "both"
                                     << "event type";
    QTest::newRow("observed") << "observed"
                              << "observed";
    QTest::newRow("lag of the published") << "published lag"
                                          << "estimate";
    QTest::newRow("no lag") << "lag=soon"
                            << "soon";
    QTest::newRow("no zone") << "zone=Mars/Olympus"
                             << "Mars/Olympus";
    QTest::newRow("no pattern") << "format=tomorrow"
                                << "tomorrow";
    QTest::newRow("no name") << "name="
                             << "name";
    QTest::newRow("a path") << "name=../x"
                            << "../x";
    QTest::newRow("no letter") << "name=日本"
                               << "letter";
    QTest::newRow("no header") << "header"
                               << "header";
}

void TestImportPreview::refusesAMappingThatCannotBe()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    std::vector<std::string> header{"day", "x", "twice", "twice"};
    std::string name = "mine";
    ColumnMapping mapping;
    mapping.date = "day";
    const std::string to = what.section(QLatin1Char('='), 1).toStdString();
    if (what.startsWith(u"date="))
        mapping.date = to;
    else if (what.startsWith(u"value="))
        mapping.value = to;
    else if (what.startsWith(u"text="))
        mapping.text = to;
    else if (what.startsWith(u"lag="))
        mapping.lag = to;
    else if (what.startsWith(u"zone="))
        mapping.zone = to;
    else if (what.startsWith(u"format="))
        mapping.dateFormats = {to};
    else if (what.startsWith(u"name="))
        name = to;
    else if (what == u"both")
        mapping.eventType = mapping.eventTypeConstant = "x";
    else if (what == u"observed")
        mapping.basis = domain::KnownBasis::Observed;
    else if (what == u"published lag")
        mapping.basis = domain::KnownBasis::Published, mapping.lag = "1d";
    else if (what == u"header")
        header.clear();
    const auto made = workbench::presetFor(name, header, mapping);
    VERIFY_ERROR(made, ErrorCode::BadInput);
    QVERIFY2(made.error().message.contains(reason), qPrintable(made.error().message));
}

void TestImportPreview::savesAPresetOnce()
{
    ColumnMapping mapping;
    mapping.date = "day";
    const std::vector<std::string> header{"day", "weight"};
    const auto json = workbench::presetFor("mine", header, mapping);
    VERIFY_OK(json);
    VERIFY_ERROR(workbench::savePreset(*m_bench, "other", *json, false), ErrorCode::BadInput);
    VERIFY_ERROR(workbench::savePreset(*m_bench, "../mine", *json, false), ErrorCode::BadInput);
    VERIFY_ERROR(workbench::savePreset(*m_bench, "mine", "{}", false), ErrorCode::BadInput);
    const auto saved = workbench::savePreset(*m_bench, "mine", *json, false);
    VERIFY_OK(saved);
    QCOMPARE(*saved, m_bench->folder() / "presets" / "mine.json");
    VERIFY_ERROR(workbench::savePreset(*m_bench, "mine", *json, false), ErrorCode::BadInput);
    VERIFY_OK(workbench::savePreset(*m_bench, "mine", *json, true));
    const auto built = workbench::presetFor("usgs-earthquakes", header, mapping);
    VERIFY_OK(built);
    VERIFY_ERROR(workbench::savePreset(*m_bench, "usgs-earthquakes", *built, false), ErrorCode::BadInput);
}

/// Called as a child by readsParquetInAChildProcess it is the worker, else the test.
int main(int argc, char **argv)
{
    if (argc == 4 && std::string_view(argv[1]) == "worker") {
        const auto done = workbench::readParquetForParent(argv[3]);
        if (!done)
            std::fprintf(stderr, "%s\n", qPrintable(done.error().message));
        return done ? 0 : 2;
    }
    ownProgram = std::filesystem::absolute(argv[0]);
    QCoreApplication application(argc, argv);
    TestImportPreview test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_importpreview.moc"
