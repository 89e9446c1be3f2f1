// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of filings: the newest, those of a filer, those of a day.
#include "tests/unit/sources/providers/edgarfixture.h"

using namespace Qt::StringLiterals;
using namespace edgarfixture;
using core::base::qs;
using core::domain::KnownBasis;
using core::domain::Precision;
using core::sources::FaultKind;
using support::Answer;
using support::eventOf;
using support::happened;
using support::known;
using support::listed;
using support::metaOf;
using support::refused;

class tst_EdgarLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFilingThatStandsTwiceIsOneOfItsIssuer()
    {
        const std::string text = feed(entry("4", "DOE JANE", "0000009999", "Reporting",
                                            "0000111111-26-000001", "2026-03-02T16:30:05-05:00") +
                                      entry("4", "TEST CO.", "0000001234", "Issuer", "0000111111-26-000001",
                                            "2026-03-02T16:30:05-05:00"));
        const auto parsed = parse({text});
        QVERIFY(!parsed.fault);
        QCOMPARE(parsed.records, 2u);
        QCOMPARE(listed(parsed), u"filing_4 CIK:0000001234"_s);
        const auto *event = eventOf(parsed, "edgar", "0000111111-26-000001");
        QVERIFY(event);
        QCOMPARE(known(*event), u"2026-03-02T21:30:05Z"_s);
        QCOMPARE(event->knownBasis, KnownBasis::Published);
        QCOMPARE(qs(event->text), u"TEST CO.: 4"_s);
        QCOMPARE(metaOf(*event, "parties"), u"0000001234,0000009999"_s);
        QCOMPARE(metaOf(*event, "filed"), u"2026-03-02"_s);
        QVERIFY(event->value != event->value);
    }

    void theListIsLatin1AsItSays()
    {
        const std::string text = feed(entry("10-K", "M\xDCLLER AG", "0000001234", "Filer",
                                            "0000111111-26-000001", "2026-03-02T16:30:05-05:00"));
        QCOMPARE(qs(parse({text}).values.events.at(0).text), u"MÜLLER AG: 10-K"_s);
    }

    void itemsOfACurrentReportAreEventsOfTheirOwn()
    {
        const std::string more =
            "\n&lt;br&gt;Item 2.02: Results of Operations\n&lt;br&gt;Item 9.01: Exhibits";
        const std::string text =
            feed(entry("8-K/A", "Q (R) Inc.", "0000001234", "Filer", "0000111111-26-000001",
                       "2026-07-02T16:30:05-04:00", more) +
                 entry("D", "FUND", "0000005678", "Filer", "0000111111-26-000002",
                       "2026-07-02T16:30:04-04:00", "\n&lt;br&gt;Item 3C: Investment Company Act"));
        const auto parsed = parse({text});
        QCOMPARE(listed(parsed),
                 u"filing_8k CIK:0000001234, 8k_item_2_02 CIK:0000001234, 8k_item_9_01 CIK:0000001234, "
                 u"filing_d CIK:0000005678"_s);
        const auto *item = eventOf(parsed, "edgar", "0000111111-26-000001/2.02");
        QVERIFY(item);
        QCOMPARE(known(*item), u"2026-07-02T20:30:05Z"_s);
        QCOMPARE(metaOf(*item, "amended"), u"true"_s);
        QCOMPARE(qs(item->text), u"Q (R) Inc.: 8-K/A, Results of Operations and Financial Condition"_s);
    }

    void aFormIsNotTheBeginningOfAnother()
    {
        const std::string when = "2026-03-02T16:30:05-05:00";
        const std::string text =
            feed(entry("4", "A", "0000000001", "Issuer", "0000111111-26-000001", when) +
                 entry("424B2", "B", "0000000002", "Filer", "0000111111-26-000002", when) +
                 entry("4/A", "C", "0000000003", "Issuer", "0000111111-26-000003", when) +
                 entry("485BPOS", "D", "0000000004", "Filer", "0000111111-26-000004", when));
        const auto parsed = parse({text, {"getcurrent", {{"type", "4"}}}});
        QCOMPARE(parsed.records, 4u);
        QCOMPARE(listed(parsed), u"filing_4 CIK:0000000001, filing_4 CIK:0000000003"_s);
        QCOMPARE(refused(parsed), u""_s);
    }

    void theListOfOneFilerNamesItOnce()
    {
        const std::string company =
            "<company-info><cik>0000001234</cik><conformed-name>TEST &amp; CO</conformed-name>"
            "<state>CA</state></company-info>";
        const auto one = [](const std::string &form, const std::string &accession, const std::string &more) {
            return "<entry><category label=\"form type\" term=\"" + form +
                   "\"/><content type=\"text/xml\"><accession-number>" + accession +
                   "</accession-number><filing-date>"
                   "2026-03-02</filing-date><filing-type>" +
                   form + "</filing-type>" + more + "</content><title>" + form +
                   "  - Current report</title><updated>2026-03-02T16:30:05-05:00</updated>"
                   "</entry>";
        };
        const std::string text =
            feed(company +
                 one("8-K", "0000111111-26-000001", "<items-desc>items 1.01, 8.01and 9.01</items-desc>") +
                 one("4", "0000111111-26-000002", ""));
        const auto parsed = parse({text, {"filer", {{"ticker", "TST"}, {"documents", "yes"}}}});
        QCOMPARE(listed(parsed),
                 u"filing_8k TST, 8k_item_1_01 TST, 8k_item_8_01 TST, 8k_item_9_01 TST, filing_4 TST"_s);
        const auto *event = eventOf(parsed, "edgar", "0000111111-26-000001/8.01");
        QVERIFY(event);
        QCOMPARE(known(*event), u"2026-03-02T21:30:05Z"_s);
        QCOMPARE(metaOf(*event, "company"), u"TEST & CO"_s);
        QCOMPARE(metaOf(*event, "cik"), u"0000001234"_s);
        QCOMPARE(metaOf(*event, "filed"), u"2026-03-02"_s);
        QCOMPARE(parsed.next.size(), 1u); // the text of the Form 4
        QCOMPARE(listed(parse({text})).left(24), u"filing_8k CIK:0000001234"_s);
    }

    void textsOfInsidersAreAskedForOnce()
    {
        const std::string when = "2026-03-02T16:30:05-05:00";
        const std::string text =
            feed(entry("4", "OWNER", "0000009999", "Reporting", "0000111111-26-000001", when) +
                 entry("4", "A", "0000000001", "Issuer", "0000111111-26-000001", when) +
                 entry("8-K", "B", "0000000002", "Filer", "0000111111-26-000002", when,
                       "\n&lt;br&gt;Item 7.01: Regulation FD Disclosure") +
                 entry("10-K", "C", "0000000003", "Filer", "0000111111-26-000003", when));
        const auto parsed = parse({text, {"getcurrent", {{"documents", "yes"}}}});
        QCOMPARE(parsed.next.size(), 1u);
        QCOMPARE(qs(parsed.next[0].endpoint), u"submission"_s);
        QCOMPARE(qs(parsed.next[0].with.at("accession")), u"0000111111-26-000001"_s);
        QVERIFY(parse({text, {"getcurrent", {}}}).next.empty());
    }

    void aFullPageAsksForTheNextWhileItIsNew()
    {
        std::string entries;
        for (int i = 100; i < 200; ++i)
            entries += entry("D", "A", "0000000001", "Filer", "0000111111-26-000" + std::to_string(i),
                             "2026-03-02T16:30:05-05:00");
        const std::string text = feed(entries);
        Answer answer{text, {"getcurrent", {{"start", "100"}, {"type", "D"}}}};
        answer.fetchedAt = at("2026-03-02T21:40:00Z");
        const auto parsed = parse(answer);
        QCOMPARE(parsed.next.size(), 1u);
        QCOMPARE(qs(parsed.next[0].with.at("start")), u"200"_s);
        QCOMPARE(qs(parsed.next[0].with.at("type")), u"D"_s);
        answer.fetchedAt = at("2026-03-02T23:40:00Z");
        QVERIFY(parse(answer).next.empty()); // two hours old: nothing new follows
        answer.ask.with["since"] = "2026-03-02T20:00:00Z";
        QCOMPARE(parse(answer).next.size(), 1u);
        answer.ask.with["start"] = "5000";
        QVERIFY(parse(answer).next.empty());
    }

    void pastTheLastPageIsTheEnd()
    {
        const std::string page =
            "<!DOCTYPE html>\n<html><head><title>SEC.gov | File Unavailable</title></head></html>";
        const auto end = parse({page, {"getcurrent", {{"start", "5100"}}}, 503});
        QVERIFY(!end.fault);
        QVERIFY(end.values.events.empty());
        const auto first = parse({page, {"getcurrent", {}}, 503});
        QVERIFY(first.fault);
        QCOMPARE(first.fault->kind, FaultKind::Unavailable);
    }

    void anEntryWithoutNumberIsRefusedAlone()
    {
        std::string bad =
            entry("10-K", "A", "0000000001", "Filer", "0000111111-26-000001", "2026-03-02T16:30:05-05:00");
        bad.replace(bad.find("accession-number=") + 17, 20, "lost");
        const std::string text = feed(bad + entry("10-K", "B", "0000000002", "Filer", "0000111111-26-000002",
                                                  "2026-03-02T16:30:05-05:00"));
        const auto parsed = parse({text});
        QCOMPARE(listed(parsed), u"filing_10k CIK:0000000002"_s);
        QCOMPARE(refused(parsed), u"the filing has no accession number: 1"_s);
    }

    void timesOfAFilerAreNewYorksUnlessTheirHoursSayOtherwise_data()
    {
        QTest::addColumn<QString>("accepted");
        QTest::addColumn<QString>("filed");
        QTest::addColumn<QString>("expected");
        // at 18:03 New York it counts as filed on the next day; 18:03 UTC would be 14:03 there, the same day
        QTest::addRow("after hours") << u"2024-05-02T18:03:34.000Z"_s << u"2024-05-03"_s
                                     << u"2024-05-02T22:03:34Z"_s;
        // 7:30 UTC would be in the night, when EDGAR is closed
        QTest::addRow("morning") << u"2024-05-02T07:30:00.000Z"_s << u"2024-05-02"_s
                                 << u"2024-05-02T11:30:00Z"_s;
        // after midnight, but filed the day before: that clock is UTC
        QTest::addRow("utc") << u"2024-05-03T00:12:54.000Z"_s << u"2024-05-02"_s << u"2024-05-03T00:12:54Z"_s;
        // nothing tells: rather too late than too early
        QTest::addRow("unclear") << u"2024-05-02T16:30:00.000Z"_s << u"2024-05-02"_s
                                 << u"2024-05-02T20:30:00Z"_s;
    }

    void timesOfAFilerAreNewYorksUnlessTheirHoursSayOtherwise()
    {
        QFETCH(QString, accepted);
        QFETCH(QString, filed);
        QFETCH(QString, expected);
        const std::string text = submissions(accepted.toStdString(), filed.toStdString());
        const auto parsed = parse({text});
        QCOMPARE(listed(parsed), u"filing_10q BRK-B"_s);
        QCOMPARE(known(parsed.values.events[0]), expected);
        QCOMPARE(happened(parsed.values.events[0]), u"2024-03-31T04:00:00Z"_s);
        QCOMPARE(parsed.values.events[0].precision, Precision::Instant);
    }

    void oldFilingsHaveOnlyADay()
    {
        const std::string text = submissions("1996-06-03T00:00:00.000Z", "1996-06-03", "10-K405", "", "");
        const auto parsed = parse({text});
        QCOMPARE(listed(parsed), u"filing_10k405 BRK-B"_s);
        const auto &event = parsed.values.events[0];
        QCOMPARE(event.precision, Precision::Day);
        QCOMPARE(happened(event), u"1996-06-03T04:00:00Z"_s);
        QCOMPARE(known(event), u"1996-06-04T04:00:00Z"_s);
        QCOMPARE(metaOf(event, "cik"), u"0000001234"_s); // padded, though it is not in older answers
        QCOMPARE(metaOf(event, "document"), u""_s);
    }

    void aMeetingToComeHasNotHappened()
    {
        const std::string text =
            submissions("2024-03-08T07:00:00.000Z", "2024-03-08", "DEF 14A", "", "2024-05-04");
        const auto event = parse({text}).values.events.at(0);
        QCOMPARE(qs(event.eventType), u"filing_def_14a"_s);
        QCOMPARE(happened(event), known(event));
        QCOMPARE(metaOf(event, "period"), u"2024-05-04"_s);
    }

    void itemsBeforeAugust2004AreOthers()
    {
        const std::string text = submissions("2003-05-02T07:30:00.000Z", "2003-05-02", "8-K", "12,7", "");
        QCOMPARE(listed(parse({text})), u"filing_8k BRK-B, 8k_item_12 BRK-B, 8k_item_7 BRK-B"_s);
        const std::string effect = submissions("2020-05-20T00:15:13.000Z", "2020-05-19", "EFFECT",
                                               "POS AM,0001564590-20-025861,2020-05-19", "");
        QCOMPARE(listed(parse({effect})), u"filing_effect BRK-B"_s); // what it calls items are none
    }

    void olderPagesComeWithoutWrapper()
    {
        const std::string page =
            R"({"accessionNumber":["0000111111-02-000002","bad"],"filingDate":["2002-02-01","2002-02-01"],)"
            R"("reportDate":["",""],"acceptanceDateTime":["2002-02-01T08:00:00.000Z",""],)"
            R"("form":["10-K","10-K"],"items":["",""]})";
        Answer answer{page};
        answer.origin = "submissions_CIK0000001234-submissions-001.json";
        const auto parsed = parse(answer);
        QCOMPARE(listed(parsed), u"filing_10k CIK:0000001234"_s);
        QCOMPARE(refused(parsed), u"the filing has no accession number: 1"_s);
        const auto asked = parse({page, {"submissions_page", {{"cik", "1234"}, {"ticker", "TEST"}}}});
        QCOMPARE(listed(asked), u"filing_10k TEST"_s);
        const auto unknown = parse({page, {"submissions_page", {}}});
        QVERIFY(unknown.fault);
    }

    void aBackfillAsksForTheOlderPagesItReaches()
    {
        const std::string text = submissions("2024-05-02T07:30:00.000Z", "2024-05-02");
        QVERIFY(parse({text, {"submissions", {{"cik", "1234"}}}}).next.empty());
        QVERIFY(parse({text, {"submissions", {{"from", "2016-01-01T00:00:00Z"}}}}).next.empty());
        const auto parsed = parse({text, {"submissions", {{"from", "2015-01-01T00:00:00Z"}}}});
        QCOMPARE(parsed.next.size(), 1u);
        QCOMPARE(qs(parsed.next[0].endpoint), u"submissions_page"_s);
        QCOMPARE(qs(parsed.next[0].with.at("name")), u"CIK0000001234-submissions-001.json"_s);
        QCOMPARE(qs(parsed.next[0].with.at("ticker")), u"BRK-B"_s);
        const auto call = edgar().call(parsed.next[0], contact());
        VERIFY_OK(call);
        QCOMPARE(qs(call->url), u"https://data.sec.gov/submissions/CIK0000001234-submissions-001.json"_s);
    }

    void newFormsOfInsidersAreAskedFor()
    {
        const std::string text = submissions("2024-05-02T07:30:00.000Z", "2024-05-02", "4");
        const std::map<std::string, std::string> with{{"documents", "yes"},
                                                      {"since", "2024-05-02T00:00:00Z"}};
        const auto parsed = parse({text, {"submissions", with}});
        QCOMPARE(parsed.next.size(), 1u);
        const auto call = edgar().call(parsed.next[0], contact());
        VERIFY_OK(call);
        QCOMPARE(
            qs(call->url),
            u"https://www.sec.gov/Archives/edgar/data/1234/000011111124000002/0000111111-24-000002.txt"_s);
        const auto later =
            parse({text, {"submissions", {{"documents", "yes"}, {"since", "2024-05-03T00:00:00Z"}}}});
        QVERIFY(later.next.empty());
    }

    void indexesHaveTheirDatesInBothForms()
    {
        const std::string head =
            "Description:           Daily Index of EDGAR Dissemination Feed by Form Type\n"
            "Last Data Received:    Mar 18, 2020\n \n \n";
        const std::string rule = std::string(120, '-') + "\n";
        const std::string form =
            head + "Form Type   Company Name                          CIK         Date Filed  File Name\n" +
            rule +
            "10-K/A      TEST & CO                             1234        20200318    "
            "edgar/data/1234/0000111111-20-000001.txt   \n"
            "SC 13D/A    SOMEBODY WITH A LONG NAME, L.P.       5678        2020-03-18  "
            "edgar/data/5678/0000111111-20-000002.txt\n"
            "SC 13D/A    TEST & CO                             1234        2020-03-18  "
            "edgar/data/1234/0000111111-20-000002.txt\n"
            "SCHEDULE 13GNARROW COLUMN INC                     7           20200318    "
            "edgar/data/7/0000111111-20-000003.txt\n"
            "SCHEDULE 13G/ANARROW COLUMN INC                   7           20200318    "
            "edgar/data/7/0000111111-20-000004.txt\n"
            "no filing here\n"
            "4           CUT                                   8           20200318    edgar/data/8/00001111";
        const auto parsed = parse({form});
        QCOMPARE(parsed.records, 7u);
        QCOMPARE(listed(parsed),
                 u"filing_10k CIK:0000001234, filing_sc_13d CIK:0000005678, filing_schedule_13g "
                 u"CIK:0000000007, filing_schedule_13g CIK:0000000007"_s);
        QCOMPARE(refused(parsed), u"the line is not a filing: 2"_s);
        const auto &first = parsed.values.events[0];
        QCOMPARE(first.precision, Precision::Day);
        QCOMPARE(happened(first), u"2020-03-18T04:00:00Z"_s);
        QCOMPARE(known(first), u"2020-03-19T04:00:00Z"_s);
        QCOMPARE(metaOf(first, "amended"), u"true"_s);
        QCOMPARE(metaOf(first, "company"), u"TEST & CO"_s);
        QCOMPARE(metaOf(parsed.values.events[1], "parties"), u"0000005678,0000001234"_s);
    }

    void aHeaderMayBreakAnywhere_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addRow("after CIK")
            << u"Company Name                  Form Type   CIK\n      Date Filed  File Name\n"_s;
        QTest::addRow("after the name")
            << u"Company Name       \n           Form Type   CIK Date Filed  File Name\n"_s;
    }

    void aHeaderMayBreakAnywhere()
    {
        QFETCH(QString, header);
        const std::string text = "Description:  Daily Index of EDGAR Dissemination Feed by Company Name\n\n" +
                                 header.toStdString() + "-----------------------------\n" +
                                 "M\xDCLLER AG                     1-A POS     17          20221003    "
                                 "edgar/data/17/0000111111-22-105357.txt         \n";
        const auto parsed = parse({text});
        QCOMPARE(listed(parsed), u"filing_1a_pos CIK:0000000017"_s);
        QCOMPARE(metaOf(parsed.values.events[0], "company"), u"MÜLLER AG"_s);
    }

    void indexesMayBeEmptyOrHavePipes()
    {
        const std::string empty =
            "Description:  Master Index of EDGAR Dissemination Feed by Form Type\n\nForm Type   Company "
            "Name    CIK   Date Filed  File Name\n----------------\n";
        const auto none = parse({empty});
        QVERIFY(!none.fault);
        QCOMPARE(none.records, 0u);
        const std::string pipes =
            "Description:  Daily Index of EDGAR Dissemination Feed\n \nCIK|Company Name|Form Type|Date "
            "Filed|File Name\n-------------\n"
            "1234|TEST|8-K|20181231|edgar/data/1234/0000111111-18-066755.txt\n"
            "9999|DOE JANE|4|20181231|edgar/data/9999/0000111111-18-066756.txt";
        const auto parsed = parse({pipes, {"index", {{"documents", "yes"}}}});
        QCOMPARE(listed(parsed), u"filing_8k CIK:0000001234, filing_4 CIK:0000009999"_s);
        QCOMPARE(parsed.next.size(), 2u); // the items and the trades are in the texts
        const std::string other = "a,b\n1,2\n";
        const auto fault = parse({other, {"index", {}}});
        QVERIFY(fault.fault);
        QCOMPARE(fault.fault->kind, FaultKind::NotData);
    }

    void listsAsRecorded()
    {
        SHARED_DATA_OR_SKIP(path, u"payloads/edgar"_s);
        const QByteArray newest = support::recorded(u"edgar/getcurrent_all_count40_start0.atom.xml"_s);
        const auto parsed = parse({support::view(newest)});
        const auto *event = eventOf(parsed, "edgar", "0001700545-25-000020");
        QVERIFY(event);
        QCOMPARE(qs(event->entity), u"CIK:0001690820"_s);
        QCOMPARE(qs(event->text), u"CARVANA CO.: 4"_s);
        QCOMPARE(known(*event), u"2025-12-12T23:02:10Z"_s);
        const QByteArray index = support::recorded(u"edgar/daily-index_company.20221003.idx"_s);
        const auto rows = parse({support::view(index)});
        const auto *row = eventOf(rows, "edgar", "0001104659-22-104841");
        QVERIFY(row);
        QCOMPARE(qs(row->eventType), u"filing_sc_13d"_s);
        QCOMPARE(metaOf(*row, "company"), u"36Kr Holdings Inc."_s);
        QCOMPARE(metaOf(*row, "amended"), u"true"_s);
        QCOMPARE(known(*row), u"2022-10-04T04:00:00Z"_s);
        const QByteArray facts = support::recorded(u"edgar/companyfacts_CIK0001835632_marvell.json"_s);
        const auto numbers = parse({support::view(facts)});
        const auto &first = numbers.values.events.at(0);
        QCOMPARE(first.value, 819500000.0);
        QCOMPARE(qs(first.unit), u"shares"_s);
        QCOMPARE(metaOf(first, "concept"), u"dei:EntityCommonStockSharesOutstanding"_s);
        QCOMPARE(known(first), u"2021-06-10T04:00:00Z"_s);
        QCOMPARE(happened(first), u"2021-06-02T04:00:00Z"_s);
    }
};

QTEST_GUILESS_MAIN(tst_EdgarLists)
#include "tst_edgarlists.moc"
