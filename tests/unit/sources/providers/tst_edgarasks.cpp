// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What EDGAR is asked for, its errors, and answers that break off.
#include "tests/unit/sources/providers/edgarfixture.h"

using namespace Qt::StringLiterals;
using namespace edgarfixture;
using core::base::qs;
using core::sources::Ask;
using core::sources::FaultKind;
using core::sources::SourceSettings;
using core::sources::Window;
using support::listed;

class tst_EdgarAsks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsAreFaults_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<FaultKind>("kind");
        const QString storage =
            u"<?xml version=\"1.0\"?>\n<Error><Code>%1</Code><Message>m</Message></Error>"_s;
        const QString page =
            u"<!DOCTYPE html PUBLIC \"x\"><html><head><title>SEC.gov | %1</title></head></html>"_s;
        QTest::addRow("no such filer")
            << u"submissions"_s << 404 << storage.arg(u"NoSuchKey"_s) << FaultKind::NotFound;
        QTest::addRow("no index that day")
            << u"index"_s << 403 << storage.arg(u"AccessDenied"_s) << FaultKind::NotFound;
        QTest::addRow("too often") << u"getcurrent"_s << 403 << page.arg(u"Request Rate Threshold Exceeded"_s)
                                   << FaultKind::TooMany;
        QTest::addRow("who asks") << u"submissions"_s << 403
                                  << page.arg(u"Your Request Originates from an Undeclared Automated Tool"_s)
                                  << FaultKind::NoAccess;
        QTest::addRow("a portal") << u"submissions"_s << 200 << u"<html><body>Sign in</body></html>"_s
                                  << FaultKind::NotData;
        QTest::addRow("a portal for facts")
            << u"facts"_s << 200 << u"<!doctype html><p>Sign in"_s << FaultKind::NotData;
        QTest::addRow("empty") << u"submission"_s << 200 << u" \n"_s << FaultKind::NotData;
        QTest::addRow("limit") << u"facts"_s << 429 << u"{}"_s << FaultKind::TooMany;
        QTest::addRow("down") << u"tickers"_s << 500 << u"oops"_s << FaultKind::Unavailable;
        QTest::addRow("other json") << u"submissions"_s << 200 << u"{\"a\":1}"_s << FaultKind::NotData;
        QTest::addRow("no json") << u"facts"_s << 200 << u"[1,2]"_s << FaultKind::NotData;
        QTest::addRow("no xml") << u"getcurrent"_s << 200 << u"nothing"_s << FaultKind::NotData;
        QTest::addRow("no filing") << u"submission"_s << 200 << u"Hello\n"_s << FaultKind::NotData;
    }

    void errorsAreFaults()
    {
        QFETCH(QString, endpoint);
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(FaultKind, kind);
        const std::string text = body.toStdString();
        const auto parsed = parse({text, {endpoint.toStdString(), {}}, status});
        QVERIFY(parsed.fault);
        QVERIFY2(parsed.fault->kind == kind, qPrintable(parsed.fault->sentence));
        QVERIFY(!parsed.fault->sentence.isEmpty());
        QVERIFY(parsed.values.events.empty());
    }

    void aContactIsDemanded()
    {
        const Ask ask{"tickers", {}};
        VERIFY_ERROR(edgar().call(ask, {}), core::base::ErrorCode::BadInput);
        SourceSettings settings;
        settings.contact = "Jane Doe";
        VERIFY_ERROR(edgar().call(ask, settings), core::base::ErrorCode::BadInput);
        settings.contact = "jane@example.org\r\nX-Other: 1";
        VERIFY_ERROR(edgar().call(ask, settings), core::base::ErrorCode::BadInput);
        const auto call = edgar().call(ask, contact());
        VERIFY_OK(call);
        QCOMPARE(call->headers.size(), 1u);
        QCOMPARE(qs(call->headers[0].first), u"User-Agent"_s);
        QCOMPARE(qs(call->headers[0].second), u"Foreshock Jane Doe jane@example.org"_s);
        QVERIFY(edgar().info().requests <= 8 && edgar().info().per >= std::chrono::seconds(1));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("url");
        const QString site = u"https://www.sec.gov/"_s;
        const QString index = site + u"Archives/edgar/daily-index/"_s;
        QTest::addRow("all")
            << u"getcurrent"_s << u""_s
            << site + u"cgi-bin/browse-edgar?action=getcurrent&type=&company=&dateb=&owner=include&start=0"
                      u"&count=100&output=atom"_s;
        QTest::addRow("a form")
            << u"getcurrent"_s << u"type=SC 13D&start=200"_s
            << site + u"cgi-bin/browse-edgar?action=getcurrent&type=SC%2013D&company=&dateb=&owner=include"
                      u"&start=200&count=100&output=atom"_s;
        QTest::addRow("ticker")
            << u"filer"_s << u"ticker=brk.b&start=100"_s
            << site + u"cgi-bin/browse-edgar?action=getcompany&CIK=BRK-B&type=&dateb=&owner=include"
                      u"&start=100&count=100&output=atom"_s;
        QTest::addRow("no ticker") << u"filer"_s << u"ticker=none"_s << QString();
        QTest::addRow("filer") << u"submissions"_s << u"cik=320193"_s
                               << u"https://data.sec.gov/submissions/CIK0000320193.json"_s;
        QTest::addRow("facts") << u"facts"_s << u"cik=320193"_s
                               << u"https://data.sec.gov/api/xbrl/companyfacts/CIK0000320193.json"_s;
        QTest::addRow("tickers") << u"tickers"_s << u""_s << site + u"files/company_tickers.json"_s;
        QTest::addRow("index") << u"index"_s << u"day=2020-03-18"_s
                               << index + u"2020/QTR1/form.20200318.idx"_s;
        QTest::addRow("index of 1998")
            << u"index"_s << u"day=1998-03-30"_s << index + u"1998/QTR1/form.980330.idx"_s;
        QTest::addRow("index of 1994")
            << u"index"_s << u"day=1994-12-30"_s << index + u"1994/QTR4/form.123094.idx"_s;
        QTest::addRow("rendered form")
            << u"ownership"_s << u"cik=1234&accession=0000111111-24-000001&document=xslF345X05/wk form4.xml"_s
            << site + u"Archives/edgar/data/1234/000011111124000001/wk%20form4.xml"_s;
        QTest::addRow("page")
            << u"filing_page"_s << u"cik=1234&accession=0000111111-24-000001"_s
            << site + u"Archives/edgar/data/1234/000011111124000001/0000111111-24-000001-index.htm"_s;
        QTest::addRow("out of the folder")
            << u"primary"_s << u"cik=1234&accession=0000111111-24-000001&document=../../x"_s << QString();
        QTest::addRow("no number") << u"submissions"_s << u"cik=abc"_s << QString();
        QTest::addRow("no accession") << u"submission"_s << u"cik=1&accession=../"_s << QString();
        QTest::addRow("another page") << u"submissions_page"_s << u"name=../x"_s << QString();
        QTest::addRow("no day") << u"index"_s << u"day=yesterday"_s << QString();
        QTest::addRow("nothing") << u"elsewhere"_s << u"cik=1&accession=0000111111-24-000001"_s << QString();
    }

    void addresses()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, with);
        QFETCH(QString, url);
        Ask ask{endpoint.toStdString(), {}};
        for (const QString &pair : with.split(u'&', Qt::SkipEmptyParts))
            ask.with[pair.section(u'=', 0, 0).toStdString()] = pair.section(u'=', 1).toStdString();
        const auto call = edgar().call(ask, contact());
        QCOMPARE(call.ok(), !url.isEmpty());
        if (call)
            QCOMPARE(qs(call->url), url);
    }

    void whatIsAskedFor()
    {
        SourceSettings settings = contact();
        Window live{at("2026-03-02T10:00:00Z"), at("2026-03-02T10:15:00Z"), false};
        auto asks = edgar().asks(settings, live);
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 1u);
        QCOMPARE(qs(asks->at(0).endpoint), u"getcurrent"_s);
        QCOMPARE(qs(asks->at(0).with.at("documents")), u"yes"_s);
        settings.options["forms"] = "8-K, 10-K";
        asks = edgar().asks(settings, live);
        QCOMPARE(asks->size(), 2u);
        QCOMPARE(qs(asks->at(1).with.at("type")), u"10-K"_s);
        // Friday to Tuesday over Martin Luther King's day
        const Window past{at("2024-01-12T12:00:00Z"), at("2024-01-16T12:00:00Z"), true};
        asks = edgar().asks(settings, past);
        QCOMPARE(asks->size(), 2u);
        QCOMPARE(qs(asks->at(0).with.at("day")), u"2024-01-12"_s);
        QCOMPARE(qs(asks->at(1).with.at("day")), u"2024-01-16"_s);
        QVERIFY(!asks->at(0).with.contains("documents"));
        settings.series = {"brk.b", "CIK0000320193", "789019"};
        settings.options["facts"] = "yes";
        asks = edgar().asks(settings, past);
        QCOMPARE(asks->size(), 5u);
        QCOMPARE(qs(asks->at(0).endpoint + asks->at(0).with.at("ticker")), u"filerBRK-B"_s);
        QCOMPARE(qs(asks->at(0).with.at("since")), u"2024-01-12T12:00:00Z"_s);
        QCOMPARE(qs(asks->at(1).endpoint + asks->at(1).with.at("cik")), u"submissions0000320193"_s);
        QCOMPARE(qs(asks->at(2).endpoint), u"facts"_s);
        settings.options["tickers"] = "yes";
        asks = edgar().asks(settings, live);
        QCOMPARE(asks->size(), 4u);
        QCOMPARE(qs(asks->at(3).endpoint), u"tickers"_s);
        for (const Ask &ask : *asks) {
            for (const auto &[key, value] : ask.with)
                QVERIFY(value.find("jane") == std::string::npos);
        }
        settings.series = {"§"};
        VERIFY_ERROR(edgar().asks(settings, live), core::base::ErrorCode::BadInput);
    }

    void aDayWithoutIndexYetIsAskedForByItsNewestFilings()
    {
        SourceSettings settings = contact();
        // Friday evening to Monday noon in New York
        Window gap{at("2024-01-05T23:00:00Z"), at("2024-01-08T17:00:00Z"), true, at("2024-01-08T17:00:00Z")};
        auto asks = edgar().asks(settings, gap);
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 2u);
        QCOMPARE(qs(asks->at(0).with.at("day")), u"2024-01-05"_s);
        QCOMPARE(qs(asks->at(1).endpoint), u"getcurrent"_s);
        QCOMPARE(qs(asks->at(1).with.at("since")), u"2024-01-08T05:00:00Z"_s);
        QCOMPARE(qs(asks->at(1).with.at("documents")), u"yes"_s);
        // an hour of today
        gap.from = at("2024-01-08T16:00:00Z");
        settings.options["forms"] = "8-K, 4";
        asks = edgar().asks(settings, gap);
        QCOMPARE(asks->size(), 2u);
        QCOMPARE(qs(asks->at(1).with.at("type")), u"4"_s);
        QCOMPARE(qs(asks->at(1).with.at("since")), u"2024-01-08T16:00:00Z"_s);
        // the index of a day is made in the night: at three in the morning it may not be there
        gap.to = gap.now = at("2024-01-09T08:00:00Z");
        asks = edgar().asks(settings, gap);
        QCOMPARE(asks->size(), 2u);
        QCOMPARE(qs(asks->at(0).endpoint), u"getcurrent"_s);
        QCOMPARE(qs(asks->at(0).with.at("since")), u"2024-01-08T16:00:00Z"_s);
        // long past
        gap.now = at("2024-02-01T00:00:00Z");
        asks = edgar().asks(settings, gap);
        QCOMPARE(asks->size(), 2u);
        QCOMPARE(qs(asks->at(1).with.at("day")), u"2024-01-09"_s);
    }

    void halfAnAnswerKeepsItsGoodRecords()
    {
        std::string trades;
        std::string entries;
        std::string rows;
        for (int i = 100; i < 140; ++i) {
            trades += trade("S", "1", "1", "D");
            entries += entry("D", "A", "0000000001", "Filer", "0000111111-26-000" + std::to_string(i),
                             "2026-03-02T16:30:05-05:00");
            rows +=
                QStringLiteral(
                    "%1{'start':'2020-01-01','end':'2020-12-%2','val':-123456,'accn':'0000111111-21-000001',"
                    "'fy':2020,'fp':'FY','form':'10-K','filed':'2021-02-10'}")
                    .arg(i > 100 ? u","_s : u""_s)
                    .arg(i % 28 + 1, 2, 10, QLatin1Char('0'))
                    .replace(u'\'', u'"')
                    .toStdString();
        }
        const std::string form = form4(trades);
        const std::string atom = feed(entries);
        const std::string facts =
            R"({"cik":1234,"entityName":"T","facts":{"us-gaap":{"A":{"label":"L","units":{"USD":[)" + rows +
            "]}}}}}";
        const std::string whole = submission("4", "", party("ISSUER", "T", "0000001234"),
                                             document("4", "<XML>\n" + form + "</XML>"));
        for (const std::string &text : {form, atom, facts, whole}) {
            const auto half = parse({std::string_view(text).substr(0, text.size() / 2)});
            QVERIFY(!half.fault);
            QVERIFY2(half.values.events.size() >= 10, qPrintable(listed(half)));
            // of a fact that was cut two things are said: what it lacks, and that the answer ends
            QCOMPARE(half.refusals.total(), text == facts ? 2u : 1u);
            for (const auto &event : half.values.events) {
                if (event.eventType == "xbrl_fact")
                    QCOMPARE(event.value, -123456.0); // no number lost its last digits
            }
        }
        for (const std::string &text :
             {form, atom, facts, whole, submissions("2024-05-02T07:30:00.000Z", "2024-05-02")}) {
            for (std::size_t length = 0; length < text.size(); length += 61) {
                const auto cut = parse({std::string_view(text).substr(0, length)});
                for (const auto &event : cut.values.events)
                    QVERIFY(event.timestamp.isValid() && event.knownAt.isValid());
            }
        }
    }

    void oneWrongByteDoesNoHarm()
    {
        const std::string facts =
            R"({"cik":1234,"entityName":"T","facts":{"us-gaap":{"A":{"label":"L","units":{"USD":[{"end":"2020-12-31",)"
            R"("val":-5,"accn":"0000111111-21-000001","fy":null,"fp":"FY","form":"10-K","filed":"2021-02-10"}]}}}}})";
        const std::string tickers =
            R"({"0":{"cik_str":1067983,"ticker":"BRK-B","title":"B"},"1":{"cik_str":7,"ticker":"C"}})";
        const std::string list = submissions("2024-05-02T07:30:00.000Z", "2024-05-02");
        const std::pair<std::string, std::string> all[] = {
            {"facts", facts}, {"tickers", tickers}, {"submissions", list}};
        for (const auto &[endpoint, text] : all) {
            for (std::size_t at = 0; at < text.size(); ++at) {
                for (const char c : {'"', '}', '[', '\\', '7'}) {
                    std::string wrong = text;
                    wrong[at] = c;
                    const auto parsed = parse({wrong, {endpoint, {}}});
                    QVERIFY(!parsed.fault || parsed.values.size() == 0);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_EdgarAsks)
#include "tst_edgarasks.moc"
