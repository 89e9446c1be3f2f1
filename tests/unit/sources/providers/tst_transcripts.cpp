// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Transcripts of calls by hand-written texts in their layout.
#include "tests/support/answered.h"

using namespace answered;
using core::domain::KnownBasis;
using core::sources::FaultKind;

namespace {

const std::string kDouble(80, '=');
const std::string kSingle(80, '-');

std::string call()
{
    return "\r\n\r\nSome StreetEvents Event Transcript\r\nE D I T E D   V E R S I O N\r\n\r\nQ4 2017 Example "
           "Inc Earnings Call\r\n"
           "NOVEMBER 02, 2017 / 9:00PM GMT\r\n\r\n" +
           kDouble + "\r\nCorporate Participants\r\n" + kDouble +
           "\r\n\r\n * Jane Doe\r\n   Example Inc. - CEO\r\n * John Roe\r\n   Example Inc. - CFO\r\n\r\n" +
           kDouble + "\r\nConference Call Participiants\r\n" + kDouble +
           "\r\n\r\n * Ann Analyst\r\n   A Bank - Analyst\r\n\r\n" + kDouble + "\r\nPresentation\r\n" +
           kDouble + "\r\n" + kSingle + "\r\nOperator    [1]\r\n" + kSingle +
           "\r\nGood day, everyone.\r\n\r\n" + kSingle + "\r\nJane Doe,  Example Inc. - CEO   [2]\r\n" +
           kSingle + "\r\nThank you. We did well [see slide 3].\r\n" + kSingle +
           "\r\nJane Doe,  Example Inc. - CEO   [3]\r\n" + kSingle + "\r\nMore.\r\n" + kSingle +
           "\r\nDefinitions\r\n" + kSingle + "\r\nPRELIMINARY TRANSCRIPT: words of law   [9]\r\n";
}

} // namespace

class tst_Transcripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheText();
    void filesItUnderTheTicker();
    void readsASummary();
    void readsJson();
    void somethingElseIsAFault();
    void asksAndCalls();
    void survivesCuts();
};

void tst_Transcripts::readsTheText()
{
    QCOMPARE(recognised("transcripts", call()), "text");
    const Parsed parsed = answered::parsed("transcripts", "", call(), {{"symbol", "EXM"}});
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.values.events.size(), 1U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "transcript");
    QCOMPARE(event.entity, "EXM");
    QCOMPARE(event.text, "Q4 2017 Example Inc Earnings Call");
    QVERIFY(event.timestamp == at("2017-11-02T21:00:00Z"));
    QVERIFY(event.knownAt == at("2017-11-03T21:00:00Z"));
    QCOMPARE(event.knownBasis, KnownBasis::Estimated);
    const std::string expected = R"({"company_participants":2,"guests":1,"speakers":2,"turns":3,"words":12})";
    QCOMPARE(event.metadata, expected);
}

void tst_Transcripts::filesItUnderTheTicker()
{
    const std::string text = call();
    core::sources::Payload payload;
    payload.bytes = text;
    payload.ask.endpoint = "text";
    payload.origin = "2017-Nov-02-EXM.txt";
    const auto *source = core::sources::findProvider("transcripts");
    QCOMPARE(source->parse(payload).values.events.at(0).entity, "EXM");
    payload.origin = "https://example.org/calls/17.txt";
    QCOMPARE(source->parse(payload).values.events.at(0).entity, "Q4 2017 Example Inc Earnings Call");
}

void tst_Transcripts::readsASummary()
{
    std::string text = call();
    text.resize(text.find("Presentation"));
    const Parsed parsed = answered::parsed("transcripts", "", text, {{"symbol", "EXM"}});
    QCOMPARE(parsed.records, 1U);
    const std::string expected = R"({"company_participants":2,"guests":1,"speakers":0,"turns":0,"words":0})";
    QCOMPARE(parsed.values.events.at(0).metadata, expected);
}

void tst_Transcripts::readsJson()
{
    const std::string text =
        R"({"symbol":"EXM","date":"2024-04-24 21:00:00","transcript":[{"speaker":"Jane Doe","content":"Good  morning"},
        {"name":"John Roe","text":"Hello all of you"},{"speaker":"Jane Doe","content":""},5]})";
    QCOMPARE(recognised("transcripts", text), "json");
    const Parsed parsed = answered::parsed("transcripts", "", text, {{"symbol", "EXM"}, {"url", "u"}});
    QCOMPARE(parsed.records, 4U);
    const std::string expected =
        R"({"company_participants":0,"guests":0,"speakers":2,"turns":2,"url":"u","words":6})";
    QCOMPARE(parsed.values.events.at(0).metadata, expected);
    QVERIFY(parsed.values.events.at(0).timestamp == at("2024-04-24T21:00:00Z"));
    QCOMPARE(
        refusals(parsed),
        QStringLiteral("nothing was said in this turn: 1, the record has another form than the others: 1"));
}

void tst_Transcripts::somethingElseIsAFault()
{
    QCOMPARE(faultOf(answered::parsed("transcripts", "text", "just a text")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("transcripts", "text", "<!DOCTYPE html><html>")),
             int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("transcripts", "json", R"({"transcript":[]})")),
             int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("transcripts", "text", "x", {}, 404)), int(FaultKind::NotFound));
}

void tst_Transcripts::asksAndCalls()
{
    const auto *source = core::sources::findProvider("transcripts");
    core::sources::SourceSettings settings;
    QVERIFY(!source->asks(settings, {}).ok());
    settings.series = {"EXM=https://example.org/a.txt?x=1", "https://example.org/b?y=2", "no address"};
    const auto asks = source->asks(settings, {});
    QCOMPARE(asks->at(0).with.at("symbol"), "EXM");
    QCOMPARE(source->call(asks->at(0), settings)->url, "https://example.org/a.txt?x=1");
    QCOMPARE(source->call(asks->at(1), settings)->url, "https://example.org/b?y=2");
    QVERIFY(!source->call(asks->at(2), settings).ok());
}

void tst_Transcripts::survivesCuts()
{
    QCOMPARE(cutOff("transcripts", "text", call(), {{"symbol", "EXM"}}).values.events.size(), 1U);
}

QTEST_GUILESS_MAIN(tst_Transcripts)
#include "tst_transcripts.moc"
