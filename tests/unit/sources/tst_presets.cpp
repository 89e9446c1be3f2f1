// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/embedded.h"
#include "core/sources/lags.h"
#include "core/sources/presets.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <fstream>

using namespace core::sources;
using core::base::ErrorCode;

namespace {

constexpr const char *kPrices = R"({
  "name": "mine",
  "title": "My prices",
  "kind": "bars",
  "source": "me",
  "header": ["Sym", "Day", "Last"],
  "zone": "America/New_York",
  "date": {"column": "Day", "format": "YYYY-MM-DD"},
  "bars": {"symbol": "Sym", "close": "Last", "clock": {"session": "XNYS"}}
})";

constexpr const char *kEvents = R"({
  "name": "mine",
  "title": "My events",
  "kind": "events",
  "source": "me",
  "header": ["id", "at", "known", "basis"],
  "zone": "UTC",
  "date": {"column": "at", "format": "YYYY-MM-DD"},
  "known": {"column": "known", "basis_column": "basis"},
  "id": ["id"],
  "events": [{"event_type": {"is": "thing"}, "precision_column": "precision"}]
})";

std::string changed(std::string text, std::string_view from, std::string_view to)
{
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

class tst_Presets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetOfTheProgramIsSound();
    void lagRulesAreSound();
    void namesTheLineOfEachFault_data();
    void namesTheLineOfEachFault();
    void namesTheLineOfAFaultInEvents_data();
    void namesTheLineOfAFaultInEvents();
    void recognisesByHeader();
    void fileNameDecidesBetweenEquals();
    void saysWhichPresetsWouldDo();
    void namesTheNearestPreset();
    void pointsToTheOtherImport();
    void takesPresetsOfTheUser();
    void unknownNameListsTheNames();
};

void tst_Presets::everyPresetOfTheProgramIsSound()
{
    QVERIFY(embeddedPresets().size() > 50);
    for (const EmbeddedFile &file : embeddedPresets()) {
        auto preset = parsePreset(QString::fromUtf8(file.name.data(), qsizetype(file.name.size())),
                                  std::string(file.text));
        VERIFY_OK(preset);
        QCOMPARE(preset->name + ".json", std::string(file.name));
    }
}

void tst_Presets::lagRulesAreSound()
{
    VERIFY_OK(LagRules::parse(QStringLiteral("lags.json"), std::string(embeddedLags())));
    QCOMPARE(LagRules::builtIn().version(), 1);
    auto broken = LagRules::parse(
        QStringLiteral("lags.json"),
        "{\"version\": 1, \"lags\": {\n\"x\": {\"add\": \"3 weeks\", \"why\": \"so\"}},\n\"releases\": {}}");
    VERIFY_ERROR(broken, ErrorCode::BadInput);
    QVERIFY2(broken.error().message.contains(QLatin1String("line 2")), qPrintable(broken.error().message));
}

void tst_Presets::namesTheLineOfEachFault_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *from, const char *to, const char *place,
                        const char *word) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(place)
                            << QString::fromUtf8(word);
    };
    row("unknown key", "\"zone\"", "\"zome\"", "line 7", "zome");
    row("unknown key inside", "\"symbol\": \"Sym\"", "\"symbol\": \"Sym\", \"colour\": 1", "line 9",
        "colour");
    row("wrong type", "\"My prices\"", "7", "line 3", "title");
    row("half a point", "\"symbol\": \"Sym\"", "\"symbol\": {\"column\": \"Sym\", \"point\": \"Sym\"}",
        "line 9", "point");
    row("unknown zone", "America/New_York", "America/New_Yrok", "line 7", "New_Yrok");
    row("unknown kind", "\"bars\",", "\"bricks\",", "line 4", "bricks");
    row("unknown calendar", "XNYS", "XNIX", "line 9", "XNIX");
    row("bad pattern", "YYYY-MM-DD", "year", "line 8", "year");
    row("missing key", "\"source\": \"me\",", "", "line 1", "source");
    row("list of numbers", "[\"Sym\", \"Day\", \"Last\"]", "[\"Sym\", 2]", "line 6", "header");
    row("a key twice", "\"zone\"", "\"name\": \"yours\",\n\"zone\"", "line 7, column 3",
        "“name” stands twice");
    row("not JSON", "\"Last\"]", "\"Last\"", "line 7", "");
}

void tst_Presets::namesTheLineOfEachFault()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, place);
    QFETCH(QString, word);
    VERIFY_OK(parsePreset(QStringLiteral("mine.json"), kPrices));
    const auto preset =
        parsePreset(QStringLiteral("mine.json"), changed(kPrices, from.toStdString(), to.toStdString()));
    VERIFY_ERROR(preset, ErrorCode::BadInput);
    const QString message = preset.error().message;
    QVERIFY2(message.startsWith(QLatin1String("mine.json")), qPrintable(message));
    QVERIFY2(message.contains(place), qPrintable(message));
    QVERIFY2(message.contains(word), qPrintable(message));
}

void tst_Presets::namesTheLineOfAFaultInEvents_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *from, const char *to, const char *fault) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(fault);
    };
    const char *const known = R"("known": {"column": "known", "basis_column": "basis"})";
    row("no basis", known, R"("known": {"column": "known"})",
        "line 9, column 12: the key “basis” is missing");
    row("unknown basis", known, R"("known": {"column": "known", "basis": "felt"})",
        "line 9, column 41: “felt” is not a known basis; use published, observed, scheduled or estimated.");
    row("a column and a lag", known, R"("known": {"column": "known", "basis": "published", "lag": "x"})",
        "line 9, column 61: unknown key “lag”");
    row("a pattern that is none", known,
        R"("known": {"column": "known", "basis_column": "basis", "format": "year"})", "line 9, column 67");
    row("a claim out of nothing", known,
        R"("known": {"column": "known", "basis_column": "basis", "without": "published"})",
        "line 9, column 68: where the file does not say");
    row("two kinds of metadata", R"("precision_column")",
        R"("meta": {}, "metadata": "m", "precision_column")",
        "line 11, column 70: “meta” and “metadata” exclude each other");
    row("exact of two columns", R"({"is": "thing"})", R"({"column": ["a", "b"], "exact": true})", "line 11");
    row("a UUID in two columns", R"("id": ["id"],)", R"("id": ["id", "at"], "id_is_uuid": true,)",
        "line 10, column 37: an id that is a UUID");
}

void tst_Presets::namesTheLineOfAFaultInEvents()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, fault);
    VERIFY_OK(parsePreset(QStringLiteral("mine.json"), kEvents));
    const auto preset =
        parsePreset(QStringLiteral("mine.json"), changed(kEvents, from.toStdString(), to.toStdString()));
    VERIFY_ERROR(preset, ErrorCode::BadInput);
    QVERIFY2(preset.error().message.contains(fault), qPrintable(preset.error().message));
}

void tst_Presets::recognisesByHeader()
{
    auto list = PresetList::load();
    VERIFY_OK(list);
    const auto name = [&](std::vector<std::string> header, ImportWhat what, const std::string &file) {
        auto preset = list->recognise(header, file, what);
        return preset ? (*preset)->name : preset.error().message.toStdString();
    };
    QCOMPARE(name({"Ticker", "Date", "Open", "High", "Low", "Close", "Adj Close", "Volume"}, ImportWhat::Bars,
                  "x.csv"),
             std::string("yahoo-daily"));
    QCOMPARE(name({"date", "value"}, ImportWhat::Bars, "DGS10.csv"), std::string("fred-daily-value"));
    QCOMPARE(name({"DATE", "GVZCLS"}, ImportWhat::Bars, "x.csv"), std::string("fred-daily"));
    QCOMPARE(name({"observation_date", "DGS10"}, ImportWhat::Events, "x.csv"),
             std::string("fred-observations"));
    QCOMPARE(name({"Date", "Mom"}, ImportWhat::Bars, "x.csv"), std::string("french-momentum"));
    // the keys of a JSON object come in no order
    QCOMPARE(name({"value", "text", "entity", "event_type", "timestamp", "id"}, ImportWhat::Events, "x.json"),
             std::string("user-events-with-id"));
    QCOMPARE(name({"timestamp", "event_type", "entity", "value"}, ImportWhat::Events, "x.csv"),
             std::string("user-events"));
    QVERIFY(name({"Mom", "Date"}, ImportWhat::Bars, "x.csv") != std::string("french-momentum"));
}

void tst_Presets::fileNameDecidesBetweenEquals()
{
    auto list = PresetList::load();
    VERIFY_OK(list);
    const std::vector<std::string> header{"Ticker", "Date", "Open", "High", "Low", "Close", "Volume"};
    auto raw = list->recognise(header, "lean_equity_daily_unadjusted.csv.gz", ImportWhat::Bars);
    VERIFY_OK(raw);
    QCOMPARE((*raw)->name, std::string("lean-daily-raw"));
    auto adjusted = list->recognise(header, "etf_index_fx_crypto_daily.csv.gz", ImportWhat::Bars);
    VERIFY_OK(adjusted);
    QCOMPARE((*adjusted)->name, std::string("daily-adjusted"));
}

void tst_Presets::saysWhichPresetsWouldDo()
{
    auto list = PresetList::load();
    VERIFY_OK(list);
    const std::vector<std::string> header{"Ticker", "Date", "Open", "High", "Low", "Close", "Volume"};
    auto either = list->recognise(header, "prices.csv", ImportWhat::Bars);
    VERIFY_ERROR(either, ErrorCode::BadInput);
    QVERIFY(either.error().message.contains(QLatin1String("lean-daily-raw")));
    QVERIFY(either.error().message.contains(QLatin1String("daily-adjusted")));
    QVERIFY(either.error().message.contains(QLatin1String("--preset")));
    auto none = list->recognise(std::vector<std::string>{"foo", "bar"}, "prices.csv", ImportWhat::Bars);
    VERIFY_ERROR(none, ErrorCode::BadInput);
    QVERIFY(none.error().message.contains(QLatin1String("foo, bar")));
}

void tst_Presets::namesTheNearestPreset()
{
    auto list = PresetList::load();
    VERIFY_OK(list);
    const auto sentence = [&](const std::vector<std::string> &header, ImportWhat what) {
        auto none = list->recognise(header, "x.csv", what);
        return none ? QString() : none.error().message;
    };
    const QString lacking = sentence({"timestamp", "entity", "value", "text"}, ImportWhat::Events);
    QVERIFY2(lacking.contains(QLatin1String("the nearest, user-events, also needs event_type;")),
             qPrintable(lacking));
    const QString further = sentence(
        {"Ticker", "Date", "Open", "High", "Low", "Close", "Adj Close", "Volume", "Mood"}, ImportWhat::Bars);
    QVERIFY2(further.contains(QLatin1String("the nearest, yahoo-daily, has no Mood;")), qPrintable(further));
    const QString order = sentence({"Mom", "Date"}, ImportWhat::Bars);
    QVERIFY2(order.contains(QLatin1String("french-momentum, has its columns in another order;")),
             qPrintable(order));
    QVERIFY(!sentence({"foo", "bar"}, ImportWhat::Events).contains(QLatin1String("nearest")));
}

void tst_Presets::pointsToTheOtherImport()
{
    auto list = PresetList::load();
    VERIFY_OK(list);
    auto wrong = list->recognise(std::vector<std::string>{"ticker", "created_at_utc", "text"}, "t.csv",
                                 ImportWhat::Bars);
    VERIFY_ERROR(wrong, ErrorCode::BadInput);
    QVERIFY2(wrong.error().message.contains(QLatin1String("import events")),
             qPrintable(wrong.error().message));
}

void tst_Presets::takesPresetsOfTheUser()
{
    QTemporaryDir folder;
    const std::filesystem::path path(folder.path().toStdString());
    std::ofstream(path / "mine.json") << kPrices;
    auto list = PresetList::load(path);
    VERIFY_OK(list);
    auto mine = list->recognise(std::vector<std::string>{"Sym", "Day", "Last"}, "t.csv", ImportWhat::Bars);
    VERIFY_OK(mine);
    QCOMPARE((*mine)->name, std::string("mine"));
    std::ofstream(path / "broken.json") << changed(kPrices, "\"zone\"", "\"zome\"");
    auto broken = PresetList::load(path);
    VERIFY_ERROR(broken, ErrorCode::BadInput);
    QVERIFY(broken.error().message.contains(QLatin1String("broken.json, line 7")));
}

void tst_Presets::unknownNameListsTheNames()
{
    auto list = PresetList::load();
    VERIFY_OK(list);
    auto unknown = list->find("nothing", ImportWhat::Ticks);
    VERIFY_ERROR(unknown, ErrorCode::BadInput);
    QVERIFY2(unknown.error().message.contains(QLatin1String("lean-tick-trades")),
             qPrintable(unknown.error().message));
    VERIFY_ERROR(list->find("usgs-earthquakes", ImportWhat::Bars), ErrorCode::BadInput);
}

QTEST_APPLESS_MAIN(tst_Presets)
#include "tst_presets.moc"
