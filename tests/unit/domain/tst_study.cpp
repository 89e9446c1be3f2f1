// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/domain/study.h"
#include "tests/support/check.h"
#include "tests/support/examplestudy.h"

using namespace core::base;
using namespace core::domain;
using namespace Qt::StringLiterals;

namespace {

const Instant kNow = *parseInstant("2020-06-01T00:00:00Z");

/// JSON with ' for ", which moc reads better than raw strings.
std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace

class tst_Study : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfTheArchitecture()
    {
        const auto study = parseStudy(kExample, kNow);
        VERIFY_OK(study);
        QCOMPARE(study->events.size(), std::size_t{3});
        QCOMPARE(study->events[2].each, (std::vector<std::string>{"source", "event_type"}));
        QCOMPARE(study->events[2].cluster->count, 3);
        QVERIFY(study->events[2].firstIn == std::chrono::hours(240));
        QVERIFY(study->events[1].weight == Weight::Value);
        QVERIFY(study->returns.model == ReturnModel::MarketModel);
        QVERIFY((study->windows.front() == Window{-5, -1}));
        QCOMPARE(study->windows.size(), std::size_t{5});
        QCOMPARE(study->seed, std::uint64_t{7});
        QCOMPARE(toIso(study->from), std::string("1994-01-01T00:00:00Z"));
        QCOMPARE(toIso(study->to), std::string("2012-01-01T00:00:00Z")); // the whole last day
    }

    void everyKeyButTwoHasADefault()
    {
        const auto study =
            parseStudy(json("{'events': [{'filter': 'source == usgs'}], 'assets': ['EWJ']}"), kNow);
        VERIFY_OK(study);
        QCOMPARE(study->name, std::string("source == \"usgs\""));
        QVERIFY(study->returns.kind == ReturnKind::Log);
        QVERIFY(study->returns.model == ReturnModel::Raw);
        QCOMPARE(study->alpha, 0.05);
        QVERIFY(study->trim);
        QCOMPARE(study->windows.size(), std::size_t{5});
        VERIFY_ERROR(parseStudy(json("{'assets': ['EWJ']}"), kNow), ErrorCode::BadInput);
        VERIFY_ERROR(parseStudy(json("{'events': [{'filter': 'source == usgs'}]}"), kNow),
                     ErrorCode::BadInput);
    }

    void writesWhatItReads()
    {
        const auto study = parseStudy(kExample, kNow);
        VERIFY_OK(study);
        const std::string text = canonicalJson(toJson(*study));
        const auto again = parseStudy(text, kNow);
        VERIFY_OK(again);
        QCOMPARE(canonicalJson(toJson(*again)), text);
    }

    void relativeTimesAreFixed()
    {
        const std::string text =
            json("{'events': [{'filter': 'timestamp >= -7d'}], 'assets': ['A'], 'sample': {'from': '-2w'}}");
        const auto one = parseStudy(text, kNow);
        const auto other = parseStudy(text, kNow + std::chrono::hours(24));
        VERIFY_OK(one);
        VERIFY_OK(other);
        QCOMPARE(toIso(one->from), std::string("2020-05-18T00:00:00Z"));
        QVERIFY(one->events[0].filter != other->events[0].filter);
        const auto later = parseStudy(canonicalJson(toJson(*one)), kNow + std::chrono::hours(24));
        VERIFY_OK(later);
        QCOMPARE(later->events[0].filter, one->events[0].filter);
    }

    void mistakesAreNamedWithTheirLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("words");
        const auto with = [](const char *more) {
            return u"{\n \"events\": [{\"filter\": \"source == usgs\"}],\n \"assets\": [\"A\"],\n "_s +
                   QString::fromUtf8(more) + u"\n}"_s;
        };
        QTest::newRow("unknown key") << with("\"widnows\": [[0,0]]") << u"line 4"_s
                                     << u"did you mean “windows”"_s;
        QTest::newRow("unknown word")
            << with("\"pair\": \"entitiy\"") << u"line 4"_s << u"did you mean “entity”"_s;
        QTest::newRow("window backwards")
            << with("\"windows\": [[5,1]]") << u"line 4"_s << u"ends before it begins"_s;
        QTest::newRow("window too far")
            << with("\"windows\": [[0,90000]]") << u"line 4"_s << u"from -2000 to 2000"_s;
        QTest::newRow("window of three")
            << with("\"windows\": [[0,1,2]]") << u"line 4"_s << u"a pair [first, last]"_s;
        QTest::newRow("alpha") << with("\"correction\": {\"alpha\": 5}") << u"line 4"_s << u"a number from"_s;
        QTest::newRow("sample order")
            << with("\"sample\": {\"from\": \"2011-01-01\", \"to\": \"2010-01-01\"}") << u"line 4"_s
            << u"ends before it begins"_s;
        QTest::newRow("no such day") << with("\"sample\": {\"from\": \"2011-02-30\"}") << u"line 4"_s
                                     << u"not a time"_s;
        QTest::newRow("nested key") << with("\"returns\": {\n  \"modle\": \"raw\"}") << u"line 5"_s
                                    << u"did you mean “model”"_s;
        QTest::newRow("filter syntax")
            << u"{\"assets\": [\"A\"],\n\"events\": [\n{\"filter\": \"source ==\"}]}"_s << u"line 3"_s
            << u""_s;
        QTest::newRow("pool without pairs") << with("\"pool\": \"assets\"") << u"line 4"_s << u"“pair”"_s;
        QTest::newRow("spread without quantile")
            << with("\"statistic\": \"quantile_spread\"") << u"line 4"_s << u"“quantile”"_s;
        QTest::newRow("not JSON") << u"{\n\"events\": oops}"_s << u"line 2"_s << u"not valid JSON"_s;
        QTest::newRow("asset twice") << u"{\"events\": [{\"filter\": \"a\"}],\n\"assets\": [\"A\", \"A\"]}"_s
                                     << u"line 2"_s << u"twice"_s;
    }

    void mistakesAreNamedWithTheirLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        QFETCH(QString, words);
        const auto study = parseStudy(text.toStdString(), kNow);
        VERIFY_ERROR(study, ErrorCode::BadInput);
        QVERIFY2(study.error().message.contains(place), qPrintable(study.error().message));
        QVERIFY2(study.error().message.contains(words), qPrintable(study.error().message));
    }

    void lengthsAndLagsAreEveryPair()
    {
        const auto study = parseStudy(json("{'events': [{'filter': 'a'}], 'assets': ['A'], 'windows': "
                                           "{'lengths': [1, 5], 'lags': [1, -5]}}"),
                                      kNow);
        VERIFY_OK(study);
        QCOMPARE(study->windows, (std::vector<Window>{{-5, -5}, {-5, -1}, {1, 1}, {1, 5}}));
    }

    void twoAscendingLagsAreTheEnds()
    {
        const auto study = parseStudy(json("{'events': [{'filter': 'a'}], 'assets': ['A'], 'windows': "
                                           "{'lengths': [1, 5, 21], 'lags': [1, 21]}}"),
                                      kNow);
        VERIFY_OK(study);
        QCOMPARE(study->windows.size(), std::size_t{63});
        QVERIFY((study->windows[1] == Window{1, 5}));
        QVERIFY((study->windows.back() == Window{21, 41}));
    }

    void namesAndMinimumAreNoPartOfTheQuestion()
    {
        const auto study =
            parseStudy(json("{'events': [{'name': 'x', 'filter': 'source == usgs and value > 6'},"
                            "{'name': 'y', 'filter': 'value > 6.0 and source == usgs', 'min_events': 30},"
                            "{'name': 'z', 'filter': 'value > 7 and source == usgs'}], 'assets': ['A']}"),
                       kNow);
        VERIFY_OK(study);
        const std::string model = canonicalJson(modelJson(*study, "SPY"));
        const auto id = [&](std::size_t i, Window window) {
            const EventDefinition &definition = study->events[i];
            const std::string event =
                canonicalJson(eventJson(definition, definition.filter, Weight::Presence));
            return hypothesisId(event, "\"A\"", window, Statistic::Mean, model);
        };
        const auto whole = parseJson(
            "{\"window\":[0,0],\"statistic\":\"mean\",\"asset\":\"A\",\"model\":" + model + ",\"event\":" +
            canonicalJson(eventJson(study->events[0], study->events[0].filter, Weight::Presence)) + "}");
        QVERIFY(id(0, {0, 0}) == sha256(canonicalJson(*whole)));
        QVERIFY(id(0, {0, 0}) == id(1, {0, 0}));
        QVERIFY(id(0, {0, 0}) != id(2, {0, 0}));
        QVERIFY(id(0, {0, 0}) != id(0, {0, 1}));
    }

    void durationsAreShortTexts()
    {
        QCOMPARE(durationText(*parseDuration("14d")), std::string("2w"));
        QCOMPARE(durationText(*parseDuration("36h")), std::string("36h"));
        VERIFY_ERROR(parseDuration("5"), ErrorCode::BadInput);
        VERIFY_ERROR(parseDuration("-5d"), ErrorCode::BadInput);
        VERIFY_ERROR(parseDuration("five days"), ErrorCode::BadInput);
    }
};

QTEST_APPLESS_MAIN(tst_Study)
#include "tst_study.moc"
