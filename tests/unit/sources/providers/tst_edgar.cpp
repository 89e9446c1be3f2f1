// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole filings, forms of insiders, tables.
#include "tests/unit/sources/providers/edgarfixture.h"

using namespace Qt::StringLiterals;
using namespace edgarfixture;
using core::base::qs;
using core::domain::KnownBasis;
using core::domain::Precision;
using support::eventOf;
using support::happened;
using support::known;
using support::listed;
using support::metaOf;
using support::refused;

class tst_Edgar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTradeIsASignedAmountOfDollars()
    {
        const std::string text = submission(
            "4", "",
            party("REPORTING-OWNER", "Doe Jane", "0000009999") + party("ISSUER", "TEST & CO", "0000001234"),
            document("4", "<XML>\n" +
                              form4(trade("S", "1500", "66.903", "D") + trade("P", "100", "10.5", "A")) +
                              "</XML>"));
        const auto parsed = parse({text});
        QCOMPARE(parsed.records, 3u);
        QCOMPARE(listed(parsed), u"filing_4 TEST, insider_sell TEST, insider_buy TEST"_s);
        const auto *sale = eventOf(parsed, "edgar", "0000111111-24-000001/1");
        QVERIFY(sale);
        QCOMPARE(sale->value, -100354.5);
        QCOMPARE(qs(sale->unit), u"USD"_s);
        QCOMPARE(happened(*sale), u"2024-05-06T04:00:00Z"_s);
        QCOMPARE(known(*sale), u"2024-05-07T20:30:00Z"_s);
        QCOMPARE(qs(sale->text), u"Doe Jane, CFO: S 1500 Common Stock @ 66.903"_s);
        QCOMPARE(metaOf(*sale, "owner"), u"Doe Jane"_s);
        QCOMPARE(metaOf(*sale, "relation"), u"director, officer"_s);
        QCOMPARE(metaOf(*sale, "company"), u"Test & Co"_s);
        QCOMPARE(metaOf(*sale, "shares"), u"1500"_s);
        QCOMPARE(metaOf(*sale, "shares_after"), u"1000"_s);
        QCOMPARE(metaOf(*sale, "derivative"), u"false"_s);
        QCOMPARE(metaOf(*sale, "plan_10b5_1"), u""_s); // no box on this form, and no footnote says so
        QCOMPARE(eventOf(parsed, "edgar", "0000111111-24-000001/2")->value, 1050.0);
        const auto *filing = eventOf(parsed, "edgar", "0000111111-24-000001");
        QCOMPARE(metaOf(*filing, "cik"), u"0000001234"_s);
        QCOMPARE(metaOf(*filing, "parties"), u"0000001234,0000009999"_s);
    }

    void codesOfTransactions_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("side");
        QTest::addColumn<QString>("type");
        QTest::addColumn<double>("value");
        const double none = std::numeric_limits<double>::quiet_NaN();
        QTest::addRow("bought") << u"P"_s << u"2.5"_s << u"A"_s << u"insider_buy"_s << 250.0;
        QTest::addRow("vested, not bought") << u"P"_s << u"0.00"_s << u"A"_s << u"insider_other"_s << 0.0;
        QTest::addRow("price in a footnote") << u"P"_s << u""_s << u"A"_s << u"insider_buy"_s << none;
        QTest::addRow("given away for nothing") << u"S"_s << u"0"_s << u"D"_s << u"insider_other"_s << 0.0;
        QTest::addRow("award") << u"A"_s << u"0"_s << u"A"_s << u"insider_award"_s << 0.0;
        QTest::addRow("exercise") << u"M"_s << u"8.88"_s << u"A"_s << u"insider_exercise"_s << 888.0;
        QTest::addRow("gift") << u"G"_s << u"0"_s << u"D"_s << u"insider_gift"_s << 0.0;
        QTest::addRow("tax") << u"F"_s << u"2"_s << u"D"_s << u"insider_tax"_s << -200.0;
        QTest::addRow("other") << u"J"_s << u"2"_s << u"D"_s << u"insider_other"_s << -200.0;
        QTest::addRow("neither side") << u"J"_s << u"2"_s << u""_s << u"insider_other"_s << none;
    }

    void codesOfTransactions()
    {
        QFETCH(QString, code);
        QFETCH(QString, price);
        QFETCH(QString, side);
        QFETCH(QString, type);
        QFETCH(double, value);
        const std::string text =
            form4(trade(code.toStdString(), "100", price.toStdString(), side.toStdString()));
        const auto parsed = parse({text, {"ownership", {{"accession", "0000111111-24-000001"}}}});
        QCOMPARE(parsed.values.events.size(), 1u);
        QCOMPARE(qs(parsed.values.events[0].eventType), type);
        if (value == value)
            QCOMPARE(parsed.values.events[0].value, value);
        else
            QVERIFY(parsed.values.events[0].value != parsed.values.events[0].value);
        QVERIFY(!std::signbit(parsed.values.events[0].value) || value < 0);
    }

    void aPlanIsToldByTheBoxOrAFootnote_data()
    {
        QTest::addColumn<QString>("box");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("expected");
        QTest::addRow("box 1") << u"<aff10b5One>1</aff10b5One>"_s << u"F1"_s << u"true"_s;
        QTest::addRow("box true") << u"<aff10b5One>true</aff10b5One>"_s << u""_s << u"true"_s;
        QTest::addRow("box false") << u"<aff10b5One>false</aff10b5One>"_s << u"F2"_s << u"false"_s;
        QTest::addRow("footnote") << u""_s << u"F1"_s << u"true"_s;
        QTest::addRow("another's footnote") << u""_s << u"F2"_s << u""_s;
        QTest::addRow("a footnote that is nowhere") << u""_s << u"F7"_s << u""_s;
    }

    void aPlanIsToldByTheBoxOrAFootnote()
    {
        QFETCH(QString, box);
        QFETCH(QString, note);
        QFETCH(QString, expected);
        const std::string text =
            form4(trade("S", "1", "1", "D", note.toStdString()),
                  box.toStdString() +
                      "<footnotes><footnote id=\"F1\">Sold under a Rule 10b5-1 trading plan.</footnote>"
                      "<footnote id=\"F2\">A weighted average.</footnote></footnotes>");
        const auto parsed = parse({text});
        QCOMPARE(parsed.values.events.size(), 1u);
        QCOMPARE(metaOf(parsed.values.events[0], "plan_10b5_1"), expected);
    }

    void aFormWithoutItsSubmissionHasAnEstimatedTime()
    {
        const std::string trades = trade("S", "1", "1", "D");
        const std::string plain = form4(trades, "", "4/A", "nyse: brk.b");
        const auto event = parse({plain}).values.events.at(0);
        QCOMPARE(qs(event.entity), u"BRK-B"_s);
        QCOMPARE(event.knownBasis, KnownBasis::Estimated);
        QCOMPARE(known(event), u"2024-05-12T04:00:00Z"_s);
        QCOMPARE(metaOf(event, "amended"), u"true"_s);
        const std::string dated =
            form4(trades,
                  "<ownerSignature><signatureName>x</signatureName><signatureDate>2024-05-08</signatureDate>"
                  "</ownerSignature>",
                  "4", "NONE");
        const auto dated2 = parse({dated}).values.events.at(0);
        QCOMPARE(qs(dated2.entity), u"CIK:0000001234"_s);
        QCOMPARE(known(dated2), u"2024-05-10T04:00:00Z"_s);
        const auto asked = parse(
            {dated,
             {"ownership", {{"accession", "0000111111-24-000001"}, {"accepted", "2024-05-08T20:00:00Z"}}}});
        QCOMPARE(known(asked.values.events.at(0)), u"2024-05-08T20:00:00Z"_s);
        QCOMPARE(asked.values.events.at(0).knownBasis, KnownBasis::Published);
        QVERIFY(eventOf(asked, "edgar", "0000111111-24-000001/1"));
    }

    void derivativesKeepTheirFootnotesApart()
    {
        const std::string text = form4(
            "", "<derivativeTable><derivativeTransaction><securityTitle><value>Option</value></securityTitle>"
                "<conversionOrExercisePrice><footnoteId "
                "id=\"F1\"/></conversionOrExercisePrice><transactionDate><value>"
                "2024-05-06-05:00</value></transactionDate><transactionCoding><transactionCode>M</"
                "transactionCode>"
                "<footnoteId "
                "id=\"F1\"/></transactionCoding><transactionAmounts><transactionShares><value>10</value>"
                "</transactionShares><transactionPricePerShare><value>0</value></transactionPricePerShare>"
                "<transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode>"
                "</transactionAmounts><exerciseDate><footnoteId id=\"F2\"/></exerciseDate><expirationDate>"
                "<footnoteId "
                "id=\"F3\"/></expirationDate><underlyingSecurity><underlyingSecurityTitle><value>Common"
                "</value></underlyingSecurityTitle></underlyingSecurity></derivativeTransaction></"
                "derivativeTable>");
        const auto parsed = parse({text});
        QCOMPARE(listed(parsed), u"insider_exercise TEST"_s);
        QCOMPARE(metaOf(parsed.values.events[0], "derivative"), u"true"_s);
        QCOMPARE(metaOf(parsed.values.events[0], "security"), u"Option"_s);
        QCOMPARE(happened(parsed.values.events[0]), u"2024-05-06T04:00:00Z"_s);
    }

    void oneBadTradeDoesNotDropTheOthers()
    {
        const std::string text =
            form4(trade("S", "many", "1", "D") + trade("", "1", "1", "D") + trade("S", "1", "x", "D") +
                  trade("S", "1", "1", "D", "", "soon") + trade("S", "5", "2", "D"));
        const auto parsed = parse({text, {"ownership", {{"accession", "0000111111-24-000001"}}}});
        QCOMPARE(parsed.records, 5u);
        QCOMPARE(parsed.refusals.total(), 4u);
        QCOMPARE(parsed.values.events.size(), 1u);
        QVERIFY(eventOf(parsed, "edgar", "0000111111-24-000001/5")); // its place among all does not move
    }

    void armourBeforeTheHeaderIsPassedOver()
    {
        const std::string text =
            "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nOriginator-Name: x\n\n" +
            submission("10-K405", "", party("FILER", "TEST", "0000001234"), "");
        QCOMPARE(listed(parse({text})), u"filing_10k405 CIK:0000001234"_s);
    }

    void aFormOfPaperTimesIsAFilingOnly()
    {
        const std::string text = submission(
            "4", "",
            party("SUBJECT COMPANY", "TEST", "0000001234") +
                party("REPORTING-OWNER", "Doe Jane", "0000009999"),
            document("4", "FORM 4\n\n1. Name   Jane Doe\nCommon Stock  P  100 shares  A  $ 12.50\n"));
        const auto parsed = parse({text});
        QCOMPARE(parsed.records, 1u);
        QCOMPARE(listed(parsed), u"filing_4 CIK:0000001234"_s);
        QCOMPARE(refused(parsed), u""_s);
    }

    void itemsComeFromTheHeaderElseFromTheHeadings()
    {
        const std::string filer = party("FILER", "TEST", "0000001234");
        const std::string page =
            "<html><body><p>FORM 8-K</p><div>Item&nbsp;5.02. Departure</div><p>Item 2.02 of this "
            "report is incorporated.</p><table><tr><td>Item\n 9.01</td><td>Exhibits</td></tr></table>"
            "<p>ITEM 77.01</p><style>p {}</style></body></html>";
        const std::string known = "ITEM INFORMATION:\t\tOther Events\nITEM INFORMATION:\t\tStatic Pool\n";
        const auto byHeader = parse({submission("8-K", known, filer, document("8-K", page))});
        QCOMPARE(listed(byHeader),
                 u"filing_8k CIK:0000001234, 8k_item_8_01 CIK:0000001234, 8k_item_6_06 CIK:0000001234"_s);
        const std::string newTitle =
            "ITEM INFORMATION:\t\tOther Events\nITEM INFORMATION:\t\tA title of tomorrow\n";
        for (const std::string &head : {newTitle, std::string("ITEM INFORMATION:\n"), std::string()}) {
            const std::string text = submission("8-K", head, filer, document("8-K", page));
            QCOMPARE(listed(parse({text})),
                     u"filing_8k CIK:0000001234, 8k_item_5_02 CIK:0000001234, 8k_item_9_01 CIK:0000001234"_s);
        }
    }

    void aTickerIsReadFromInlineXbrl()
    {
        const std::string page =
            "<html><ix:nonNumeric contextRef=\"c\" name=\"dei:TradingSymbol\" id=\"f\"><span>tst</span>"
            "</ix:nonNumeric></html>";
        const std::string text =
            submission("10-Q", "", party("FILER", "TEST", "0000001234"), document("10-Q", page));
        QCOMPARE(listed(parse({text})), u"filing_10q TST"_s);
    }

    void headersOfTagsAreReadToo()
    {
        const std::string header =
            "<SEC-HEADER>0000111111-24-000001.hdr.sgml : 20240607\n<ACCEPTANCE-DATETIME>20240607181030\n"
            "<ACCESSION-NUMBER>0000111111-24-000001\n<TYPE>8-K\n<PERIOD>20240605\n<ITEMS>5.02\n"
            "<ITEMS>9.01\n<FILING-DATE>20240610\n<FILED-BY>\n<CIK>0000000007\n</FILED-BY>\n<FILER>\n"
            "<COMPANY-DATA>\n<CONFORMED-NAME>TEST\n<CIK>0000001234\n</COMPANY-DATA>\n</FILER>\n"
            "</SEC-HEADER>\n";
        std::string escaped = "<html><pre>";
        for (const char c : header)
            escaped += c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
        for (const std::string &text : {header, escaped + "</pre></html>"}) {
            const auto parsed = parse({text});
            QCOMPARE(listed(parsed),
                     u"filing_8k CIK:0000001234, 8k_item_5_02 CIK:0000001234, 8k_item_9_01 CIK:0000001234"_s);
            QCOMPARE(known(parsed.values.events[0]), u"2024-06-07T22:10:30Z"_s);
            QCOMPARE(metaOf(parsed.values.events[0], "filed"), u"2024-06-10"_s);
        }
    }

    void graphicsAndOtherDocumentsAreNotRead()
    {
        std::string graphic = "begin 644 x.jpg\n";
        for (int i = 0; i < 200; ++i)
            graphic += "M_]C_X``02D9)1@`!`0$`8`!@``#_<ownershipDocument>Item 5.02 dei:TradingSymbol\n";
        const std::string text = submission(
            "8-K", "ITEM INFORMATION:\t\tOther Events\n", party("FILER", "TEST", "0000001234"),
            document("8-K", "<html><p>Item 8.01 Other</p></html>") + document("GRAPHIC", graphic + "end"));
        const auto parsed = parse({text});
        QCOMPARE(parsed.records, 1u);
        QCOMPARE(listed(parsed), u"filing_8k CIK:0000001234, 8k_item_8_01 CIK:0000001234"_s);
    }

    void ofSeveralFilersTheFirstStandsForTheFiling()
    {
        const std::string text =
            submission("10-D", "<DEPOSITOR-CIK>0000000005\n",
                       party("FILER", "TRUST", "0000000001") + party("FILER", "FUNDING", "0000000002"), "");
        const auto parsed = parse({text});
        QCOMPARE(listed(parsed), u"filing_10d CIK:0000000001"_s);
        QCOMPARE(metaOf(parsed.values.events[0], "parties"), u"0000000001,0000000002"_s);
    }

    void aMainDocumentNeedsItsFiling()
    {
        const std::string page =
            "<html><p>SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 8-K</p><p>Item 7.01 FD</p></html>";
        QCOMPARE(refused(parse({page})), u"nothing tells which filing the document belongs to: 1"_s);
        const auto parsed = parse({page,
                                   {"primary",
                                    {{"cik", "1234"},
                                     {"accession", "0000111111-24-000001"},
                                     {"form", "8-K"},
                                     {"accepted", "2024-05-07T20:30:00Z"}}}});
        QCOMPARE(listed(parsed), u"filing_8k CIK:0000001234, 8k_item_7_01 CIK:0000001234"_s);
        const std::string report = "<html><p>SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 10-K</p></html>";
        const auto annual = parse({report});
        QCOMPARE(annual.records, 0u);
        QVERIFY(!annual.fault);
    }

    void numbersOfStatementsAreToldOnceUntilRestated()
    {
        const std::string text =
            R"({"cik":1234,"entityName":"TEST","facts":{"us-gaap":{"NetIncomeLoss":{"label":null,"description":null,"units":{"USD":[)"
            R"({"start":"2020-01-01","end":"2020-12-31","val":-5,"accn":"0000111111-21-000001","fy":2020,"fp":"FY","form":"10-K","filed":"2021-02-10"},)"
            R"({"start":"2020-01-01","end":"2020-12-31","val":-5,"accn":"0000111111-22-000001","fy":2021,"fp":"FY","form":"10-K","filed":"2022-02-10","frame":"CY2020"},)"
            R"({"start":"2020-01-01","end":"2020-12-31","val":-7,"accn":"0000111111-23-000001","fy":null,"fp":null,"form":"10-K/A","filed":"2023-02-10"},)"
            R"({"start":"2020-01-01","end":"2020-13-31","val":1,"accn":"0000111111-23-000001","filed":"2023-02-10"},)"
            R"({"end":"2020-12-31","val":"much","accn":"0000111111-23-000001","filed":"2023-02-10"},)"
            R"({"end":"2020-12-31","val":1,"accn":"","filed":"2023-02-10"}],"USD/shares":[)"
            R"({"start":"2020-01-01","end":"2020-12-31","val":-0.25,"accn":"0000111111-21-000001","fy":2020,"fp":"FY","form":"10-K","filed":"2021-02-10"}]}}}}})";
        const auto parsed = parse({text});
        QCOMPARE(parsed.records, 7u);
        QCOMPARE(parsed.refusals.total(), 3u);
        QCOMPARE(parsed.values.events.size(), 3u);
        const auto &first = parsed.values.events[0];
        QCOMPARE(qs(first.eventType), u"xbrl_fact"_s);
        QCOMPARE(qs(first.entity), u"CIK:0000001234"_s);
        QCOMPARE(first.value, -5.0);
        QCOMPARE(qs(first.unit), u"USD"_s);
        QCOMPARE(qs(first.text), u"NetIncomeLoss"_s);
        QCOMPARE(happened(first), u"2020-12-31T05:00:00Z"_s);
        QCOMPARE(known(first), u"2021-02-11T05:00:00Z"_s);
        QCOMPARE(metaOf(first, "concept"), u"us-gaap:NetIncomeLoss"_s);
        QCOMPARE(metaOf(first, "restated"), u"false"_s);
        const auto &restated = parsed.values.events[1];
        QVERIFY(restated.id == first.id); // a version of the same fact
        QCOMPARE(restated.value, -7.0);
        QCOMPARE(metaOf(restated, "previous"), u"-5"_s);
        QCOMPARE(known(restated), u"2023-02-11T05:00:00Z"_s);
        QCOMPARE(parsed.values.events[2].value, -0.25);
        QCOMPARE(qs(parsed.values.events[2].unit), u"USD/shares"_s);
    }

    void tickersBecomeInstruments()
    {
        const std::string text =
            R"({"0":{"cik_str":1067983,"ticker":"BRK-B","title":"BERKSHIRE"},)"
            R"("1":{"cik_str":1067983,"ticker":"BRK-A","title":"BERKSHIRE"},)"
            R"("2":{"cik_str":"x","ticker":"BAD","title":""},"3":{"cik_str":320193,"ticker":"AAPL","title":"Apple"}})";
        const auto parsed = parse({text});
        QCOMPARE(parsed.values.instruments.size(), 3u);
        QCOMPARE(qs(parsed.values.instruments[1].symbol), u"BRK-A"_s);
        QCOMPARE(qs(parsed.values.instruments[1].metadata), u"{\"cik\":\"0001067983\"}"_s);
        QCOMPARE(parsed.records, 4u);
        QCOMPARE(parsed.refusals.total(), 1u);
    }

    void aSaleAsRecorded()
    {
        SHARED_DATA_OR_SKIP(path, u"payloads/edgar"_s);
        const QByteArray bytes =
            support::recorded(u"edgar/form4_0001127602-25-001055_S_full_submission.txt"_s);
        const auto parsed = parse({support::view(bytes)});
        const auto *event = eventOf(parsed, "edgar", "0001127602-25-001055/1");
        QVERIFY(event);
        QCOMPARE(qs(event->eventType), u"insider_sell"_s);
        QCOMPARE(qs(event->entity), u"AIR"_s);
        QCOMPARE(event->value, -100354.5);
        QCOMPARE(happened(*event), u"2025-01-10T05:00:00Z"_s);
        QCOMPARE(known(*event), u"2025-01-10T21:07:30Z"_s);
        QCOMPARE(metaOf(*event, "owner"), u"Garascia Jessica A."_s);
        QCOMPARE(metaOf(*event, "title"), u"Senior VP, GC, CAO & Secretary"_s);
        QCOMPARE(metaOf(*event, "plan_10b5_1"), u"false"_s);
    }

    void aPlanAsRecorded()
    {
        SHARED_DATA_OR_SKIP(path, u"payloads/edgar"_s);
        const QByteArray bytes =
            support::recorded(u"edgar/form4_0000320193-22-000061_S_full_submission.txt"_s);
        const auto parsed = parse({support::view(bytes)});
        QCOMPARE(parsed.values.events.size(), 8u);
        const auto *event = eventOf(parsed, "edgar", "0000320193-22-000061/1");
        QVERIFY(event);
        QCOMPARE(qs(event->entity), u"AAPL"_s);
        QCOMPARE(event->value, -9136 * 159.94);
        QCOMPARE(metaOf(*event, "plan_10b5_1"), u"true"_s);
        // the same filing in the list of the filer, whose clock is New York's in spite of its Z
        const QByteArray list = support::recorded(u"edgar/submissions_CIK0000320193_apple.json"_s);
        const auto all = parse({support::view(list)});
        const auto *listedThere = eventOf(all, "edgar", "0000320193-22-000061");
        const auto *filing = eventOf(parsed, "edgar", "0000320193-22-000061");
        QVERIFY(listedThere && filing);
        QCOMPARE(known(*listedThere), u"2022-05-06T22:30:57Z"_s);
        QVERIFY(listedThere->knownAt == filing->knownAt && listedThere->timestamp == filing->timestamp);
        QCOMPARE(qs(listedThere->entity), qs(filing->entity));
        // and a filer whose clock is UTC
        const QByteArray person = support::recorded(u"edgar/submissions_CIK0001771340_person.json"_s);
        const auto his = parse({support::view(person)});
        QCOMPARE(known(*eventOf(his, "edgar", "0001104659-25-119764")), u"2025-12-10T00:00:14Z"_s);
    }

    void currentReportsAsRecorded()
    {
        SHARED_DATA_OR_SKIP(path, u"payloads/edgar"_s);
        const QByteArray nvidia = support::recorded(u"edgar/8-K_nvidia_2026-03_full_submission.txt"_s);
        const auto parsed = parse({support::view(nvidia)});
        const auto *item = eventOf(parsed, "edgar", "0001045810-26-000024/5.02");
        QVERIFY(item);
        QCOMPARE(qs(item->eventType), u"8k_item_5_02"_s);
        QCOMPARE(qs(item->entity), u"NVDA"_s);
        QCOMPARE(happened(*item), u"2026-03-02T05:00:00Z"_s);
        QCOMPARE(known(*item), u"2026-03-06T21:11:25Z"_s);
        QCOMPARE(metaOf(*item, "company"), u"NVIDIA CORP"_s);
        const QByteArray exelon = support::recorded(u"edgar/8-K_2005_plain_full_submission.txt"_s);
        const auto older = parse({support::view(exelon)});
        QCOMPARE(known(*eventOf(older, "edgar", "0000950137-05-004969/5.02")), u"2005-04-27T16:25:50Z"_s);
        const QByteArray aames = support::recorded(u"edgar/8-K_1998_privacy_enhanced_message.txt"_s);
        const auto oldest = parse({support::view(aames)});
        const auto *seven = eventOf(oldest, "edgar", "0001011438-98-000429/7");
        QVERIFY(seven);
        QCOMPARE(qs(seven->entity), u"CIK:0000913951"_s);
        QCOMPARE(known(*seven), u"1999-01-01T05:00:00Z"_s);
        QCOMPARE(seven->precision, Precision::Day);
    }
};

QTEST_GUILESS_MAIN(tst_Edgar)
#include "tst_edgar.moc"
