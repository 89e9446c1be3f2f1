// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/pastedevents.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/domain/study.h"
#include "core/workbench/upkeep.h"
#include "tests/support/check.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace core;
using base::ErrorCode;
using base::qs;
using workbench::PastedDates;
using workbench::readPastedDates;
using workbench::Workbench;

namespace {

/// "2011-03-11 | 9.1 | Tohoku" for a whole day, with T and Z for an instant; "refused" for one refused line.
QString told(const PastedDates &dates)
{
    QStringList lines;
    for (const auto &event : dates.events) {
        const std::string at = base::toIso(event.at);
        lines.append(QStringLiteral("%1 | %2 | %3")
                         .arg(qs(event.wholeDay ? at.substr(0, 10) : at),
                              std::isnan(event.value) ? QString() : QString::number(event.value, 'g', 15),
                              qs(event.text)));
    }
    for (const auto &[line, reason] : dates.refused)
        lines.append(reason.isEmpty() ? QStringLiteral("no reason") : QStringLiteral("refused"));
    return lines.join(QLatin1Char('\n'));
}

bool noted(const PastedDates &dates, const char *part)
{
    return std::ranges::any_of(
        dates.notes, [part](const QString &note) { return note.contains(QString::fromUtf8(part)); });
}

} // namespace

class TestPastedEvents final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void readsALine_data();
    void readsALine();
    void refusesALine_data();
    void refusesALine();
    void decidesDayAndMonthFromTheColumn_data();
    void decidesDayAndMonthFromTheColumn();
    void decidesTheCommaFromTheColumn_data();
    void decidesTheCommaFromTheColumn();
    void skipsAHeader();
    void countsDuplicatesOnce();
    void readsLocalTimesInTheZone();
    void saysWhenTheZoneIsUnknown();
    void survivesHostileText();
    void readsAHundredThousandLinesInTime();

    void storesAndSelects();
    void addsNothingWhenPastedAgain();
    void takesACorrectedValueAsANewVersion();
    void refusesWhatCannotBeStored();
    void writesAStudyThatIsSound();

private:
    [[nodiscard]] std::vector<domain::Event> select(const std::string &filter) const;

    QTemporaryDir m_folder;
    int m_count = 0;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2026) / 1 / 10))};
    std::unique_ptr<Workbench> m_bench;
};

void TestPastedEvents::init()
{
    const QString name = QStringLiteral("w%1").arg(++m_count);
    auto bench = Workbench::create(m_folder.filePath(name).toStdString(), {}, m_clock);
    VERIFY_OK(bench);
    m_bench = std::move(*bench);
}

std::vector<domain::Event> TestPastedEvents::select(const std::string &filter) const
{
    const auto parsed = domain::Filter::parse(filter, m_clock.now());
    if (!parsed)
        return {};
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(*parsed);
    std::vector<domain::Event> found;
    const auto read = m_bench->events().read(query, [&found](const domain::Event &event) {
        found.push_back(event);
        return true;
    });
    return read ? found : std::vector<domain::Event>();
}

void TestPastedEvents::readsALine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const char *const rows[][2] = {
        // a date alone
        {"2011-03-11", "2011-03-11 |  | "},
        {"2011-3-1", "2011-03-01 |  | "},
        {"2011/03/11", "2011-03-11 |  | "},
        {"2011.03.11", "2011-03-11 |  | "},
        {"20110311", "2011-03-11 |  | "},
        {"2011-Mar-11", "2011-03-11 |  | "},
        {"2011 March 11", "2011-03-11 |  | "},
        {"3/25/2011", "2011-03-25 |  | "},
        {"25/3/2011", "2011-03-25 |  | "},
        {"25.3.2011", "2011-03-25 |  | "},
        {"25-03-2011", "2011-03-25 |  | "},
        {"25.03.11", "2011-03-25 |  | "},
        {"03/25/11", "2011-03-25 |  | "},
        {"25/03/98", "1998-03-25 |  | "},
        {"3 March 2011", "2011-03-03 |  | "},
        {"3rd March 2011", "2011-03-03 |  | "},
        {"1st of March 2011", "2011-03-01 |  | "},
        {"22nd Mar 2011", "2011-03-22 |  | "},
        {"3 Mar. 2011", "2011-03-03 |  | "},
        {"3. March 2011", "2011-03-03 |  | "},
        {"3-Mar-2011", "2011-03-03 |  | "},
        {"03-MAR-11", "2011-03-03 |  | "},
        {"3/Mar/2011", "2011-03-03 |  | "},
        {"03MAR2011", "2011-03-03 |  | "},
        {"March 3, 2011", "2011-03-03 |  | "},
        {"March 3rd, 2011", "2011-03-03 |  | "},
        {"mar 3 2011", "2011-03-03 |  | "},
        {"Sept. 11, 2001", "2001-09-11 |  | "},
        {"Mar-03-2011", "2011-03-03 |  | "},
        {"Friday, 11 March 2011", "2011-03-11 |  | "},
        {"Fri 11 Mar 2011", "2011-03-11 |  | "},
        {"Fri, March 11, 2011", "2011-03-11 |  | "},
        {"29 February 2012", "2012-02-29 |  | "},
        {"  2011-03-11  ", "2011-03-11 |  | "},
        {"\"2011-03-11\"", "2011-03-11 |  | "},
        {"\"March 3, 2011\"", "2011-03-03 |  | "},
        {"1800-01-01", "1800-01-01 |  | "},
        {"2199-12-31", "2199-12-31 |  | "},
        // with a time
        {"2011-03-11T05:46:24Z", "2011-03-11T05:46:24Z |  | "},
        {"2011-03-11 05:46:24", "2011-03-11T05:46:24Z |  | "},
        {"2011-03-11 5:46", "2011-03-11T05:46:00Z |  | "},
        {"2011-03-11T14:46:24+09:00", "2011-03-11T05:46:24Z |  | "},
        {"2011-03-11 14:46:24.250 +0900", "2011-03-11T05:46:24.250000Z |  | "},
        {"2011-03-11 05:46 UTC", "2011-03-11T05:46:00Z |  | "},
        {"2011-03-11 00:46 -05", "2011-03-11T05:46:00Z |  | "},
        {"20110311T054624Z", "2011-03-11T05:46:24Z |  | "},
        {"3/25/2011 5:46 PM", "2011-03-25T17:46:00Z |  | "},
        {"3/25/2011 5:46:10 p.m.", "2011-03-25T17:46:10Z |  | "},
        {"March 3, 2011 12:00 AM", "2011-03-03T00:00:00Z |  | "},
        {"3 March 2011, 17:46", "2011-03-03T17:46:00Z |  | "},
        {"3 March 2011 5pm", "2011-03-03T17:00:00Z |  | "},
        {"25.03.2011 17:46:24", "2011-03-25T17:46:24Z |  | "},
        // with a value and a text
        {"2011-03-11 9.1", "2011-03-11 | 9.1 | "},
        {"2011-03-11\t9.1", "2011-03-11 | 9.1 | "},
        {"2011-03-11,9.1", "2011-03-11 | 9.1 | "},
        {"2011-03-11;9,1", "2011-03-11 | 9.1 | "},
        {"2011-03-11 | 9.1 | Tohoku", "2011-03-11 | 9.1 | Tohoku"},
        {"2011-03-11,9.1,Tohoku, Japan", "2011-03-11 | 9.1 | Tohoku Japan"},
        {"2011-03-11,9.1,\"Tohoku, Japan\"", "2011-03-11 | 9.1 | Tohoku, Japan"},
        {"2011-03-11,Tohoku,9.1", "2011-03-11 | 9.1 | Tohoku"},
        {"2011-03-11\tTohoku", "2011-03-11 |  | Tohoku"},
        {"2011-03-11\t\tTohoku", "2011-03-11 |  | Tohoku"},
        {"2011-03-11\t\t9.1", "2011-03-11 | 9.1 | "},
        {"2011-03-11,NA,Tohoku", "2011-03-11 |  | Tohoku"},
        {"2011-03-11 9.1 Tohoku earthquake", "2011-03-11 | 9.1 | Tohoku earthquake"},
        {"2011-03-11: Tohoku earthquake", "2011-03-11 |  | Tohoku earthquake"},
        {"2011-03-11 – Tohoku", "2011-03-11 |  | Tohoku"},
        {"2011-03-11: Version 5", "2011-03-11 |  | Version 5"},
        {"2011-03-11\t05:46\t9.1", "2011-03-11T05:46:00Z | 9.1 | "},
        {"2011-03-11 05:46 -12.5", "2011-03-11T05:46:00Z | -12.5 | "},
        {"2011-03-11 05:46 -12", "2011-03-11T05:46:00Z | -12 | "},
        {"March 3, 2011, 5.2, text", "2011-03-03 | 5.2 | text"},
        {"\"March 3, 2011\",\"5.2\",\"a \"\"b\"\"\"", "2011-03-03 | 5.2 | a \"b\""},
        {"2011-03-11\t1,234.5", "2011-03-11 | 1234.5 | "},
        {"2011-03-11\t-5%", "2011-03-11 | -5 | "},
        {"2011-03-11\t$3.50", "2011-03-11 | 3.5 | "},
        {"2011-03-11\t\xE2\x88\x92"
         "2.5",
         "2011-03-11 | -2.5 | "},
        {"2011-03-11\t1e3", "2011-03-11 | 1000 | "},
        {"2011\xE2\x80\x8B-03-11\xC2\xA0"
         "9.1",
         "2011-03-11 | 9.1 | "},
        {"2011-03-11\t=cmd()", "2011-03-11 |  | =cmd()"},
        {"2011-03-11\t2011-04-07", "2011-03-11 |  | 2011-04-07"},
    };
    for (const auto &row : rows)
        QTest::newRow(row[0]) << QString::fromUtf8(row[0]) << QString::fromUtf8(row[1]);
    QTest::newRow("byte order mark") << QString::fromUtf8("\xEF\xBB\xBF"
                                                          "2011-03-11")
                                     << QStringLiteral("2011-03-11 |  | ");
}

void TestPastedEvents::readsALine()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(told(readPastedDates(line.toStdString(), "UTC")), expected);
}

void TestPastedEvents::refusesALine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("reason");
    const char *const rows[][2] = {
        {"2011-02-30", "calendar"},
        {"29 February 2011", "not a date"},
        {"32/13/2011", "calendar"},
        {"2011-03", "no day"},
        {"March 2011", "no day"},
        {"2011", "no day"},
        {"40613", "number"},
        {"0201-03-11", "mistyped"},
        {"11 March 0201", "mistyped"},
        {"2200-01-01", "mistyped"},
        {"2011-03-111", "calendar"},
        {"2011-03-11x", "calendar"},
        {"Monday, 11 March 2011", "another day of the week"},
        {"2011-03-11 25:00", "time"},
        {"2011-03-11 05:61", "time"},
        {"11 Mär 2011", "not a date"},
        {"２０１１-03-11", "not a date"},
        {"yesterday 5", "not a date"},
        {"2011-03-11\t1e999", "number"},
        {"\"2011-03-11 and more\"", "more than a date"},
        {"2011-03-11\xFF", "UTF-8"},
        {"2011-03-11\x01", "control"},
    };
    for (const auto &row : rows)
        QTest::newRow(row[0]) << QByteArray(row[0]) << QString::fromUtf8(row[1]);
    QTest::newRow("1 MB line") << QByteArray("2011-03-11 ") + QByteArray(1'000'000, 'x')
                               << QStringLiteral("10,000");
    QTest::newRow("zero byte") << QByteArray("2011-03-11\0 5", 13) << QStringLiteral("control");
}

void TestPastedEvents::refusesALine()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, reason);
    const PastedDates dates = readPastedDates("2001-01-01\n" + line.toStdString() + "\n2002-02-02", "UTC");
    QCOMPARE(dates.events.size(), std::size_t(2));
    QCOMPARE(dates.refused.size(), std::size_t(1));
    QCOMPARE(dates.refused.front().first, 2U);
    QVERIFY2(dates.refused.front().second.contains(reason), qPrintable(dates.refused.front().second));
}

void TestPastedEvents::decidesDayAndMonthFromTheColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("note");
    QTest::newRow("slashes alone are American") << "03/04/2012"
                                                << "2012-03-04 |  | "
                                                << "“03/04/2012” was read as month/day; nothing";
    QTest::newRow("points alone are European") << "03.04.2012"
                                               << "2012-04-03 |  | "
                                               << "nothing in the column";
    QTest::newRow("hyphens alone are European") << "03-04-2012"
                                                << "2012-04-03 |  | "
                                                << "nothing in the column";
    QTest::newRow("a day above 12 in front") << "03/04/2012\n13/04/2012"
                                             << "2012-04-03 |  | \n2012-04-13 |  | "
                                             << "was read as day/month, as other";
    QTest::newRow("a day above 12 behind") << "3-4-2012\n4-13-2012"
                                           << "2012-03-04 |  | \n2012-04-13 |  | "
                                           << "was read as month, day, as other";
    QTest::newRow("the same either way") << "03/03/2012"
                                         << "2012-03-03 |  | "
                                         << "";
    QTest::newRow("both orders") << "13/04/2012\n04/13/2012\n03/04/2012\n05/05/2012"
                                 << "2012-04-13 |  | \n2012-04-13 |  | second\nrefused"
                                 << "Some dates";
    QString many = QStringLiteral("04/05/2012\n");
    for (int day = 13; day <= 27; ++day)
        many += QStringLiteral("03/%1/2012\n05/%1/2012\n").arg(day);
    QTest::newRow("one slip among many") << many + QStringLiteral("13/04/2012") << "slip"
                                         << "as month/day, as";
}

void TestPastedEvents::decidesDayAndMonthFromTheColumn()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(QString, note);
    const PastedDates dates = readPastedDates(text.toStdString(), "UTC");
    QVERIFY2(note.isEmpty() ? dates.notes.empty() : noted(dates, note.toUtf8().constData()),
             dates.notes.empty() ? "no note" : qPrintable(dates.notes.front()));
    if (expected == u"slip") { // thirty dates can only be month/day
        QCOMPARE(dates.events.size(), std::size_t(31));
        QCOMPARE(dates.refused.size(), std::size_t(1));
        QCOMPARE(dates.refused.front().first, 32U);
        return;
    }
    if (expected.contains(u"second")) { // the two that can be read, and 05/05
        QCOMPARE(dates.events.size(), std::size_t(2));
        QCOMPARE(dates.refused.size(), std::size_t(1));
        return;
    }
    QCOMPARE(told(dates), expected);
}

void TestPastedEvents::decidesTheCommaFromTheColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("decimal") << "2011-03-11\t3,5\n2011-03-12\t1,234"
                             << "2011-03-11 | 3.5 | \n2011-03-12 | 1.234 | ";
    QTest::newRow("thousands") << "2011-03-11\t1,234\n2011-03-12\t2.5"
                               << "2011-03-11 | 1234 | \n2011-03-12 | 2.5 | ";
    QTest::newRow("points between thousands") << "2011-03-11\t1.234,5\n2011-03-12\t7"
                                              << "2011-03-11 | 1234.5 | \n2011-03-12 | 7 | ";
    QTest::newRow("by blanks") << "11.03.2011 0,5 %\n12.03.2011 7"
                               << "2011-03-11 | 0.5 | %\n2011-03-12 | 7 | ";
    QTest::newRow("both") << "2011-03-11\t3,5\n2011-03-12\t2.75"
                          << "2011-03-12 | 2.75 | \nrefused";
}

void TestPastedEvents::decidesTheCommaFromTheColumn()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(told(readPastedDates(text.toStdString(), "UTC")), expected);
}

void TestPastedEvents::skipsAHeader()
{
    const PastedDates dates =
        readPastedDates("Date\tValue\r\n\r\n2011-03-11\t9.1\r\n2012-04-11\t8.6\r\n", "UTC");
    QCOMPARE(told(dates), QStringLiteral("2011-03-11 | 9.1 | \n2012-04-11 | 8.6 | "));
    QCOMPARE(dates.events.front().line, 3U);
    QCOMPARE(dates.pattern, std::string("year-month-day"));
    QVERIFY(dates.hasValues);
    QVERIFY(noted(dates, "header"));
    QVERIFY(readPastedDates("date (2010=100)\n2011-03-11", "UTC").refused.empty());
    QCOMPARE(readPastedDates("5 of these\n2011-03-11", "UTC").refused.size(), std::size_t(1));
    QCOMPARE(readPastedDates("2011-03-11\rDate\r2012-03-11", "UTC").refused.size(), std::size_t(1));
}

void TestPastedEvents::countsDuplicatesOnce()
{
    const PastedDates dates =
        readPastedDates("2011-03-11 9.1\n11 March 2011 9.1\n2011-03-11 8.0\n2011-03-11 9.1 x", "UTC");
    QCOMPARE(dates.events.size(), std::size_t(3));
    QVERIFY(noted(dates, "1 line says the same"));
    QCOMPARE(dates.pattern, std::string("year-month-day and day month name year"));
}

void TestPastedEvents::readsLocalTimesInTheZone()
{
    const PastedDates dates =
        readPastedDates("2011-03-11\n2011-07-11\n2011-03-11 14:46\n2011-03-11T14:46Z", "Asia/Tokyo");
    QCOMPARE(dates.events.size(), std::size_t(4));
    QCOMPARE(base::toIso(dates.events[0].at), std::string("2011-03-10T15:00:00Z"));
    QVERIFY(dates.events[0].wholeDay);
    QCOMPARE(base::toIso(dates.events[2].at), std::string("2011-03-11T05:46:00Z"));
    QCOMPARE(base::toIso(dates.events[3].at), std::string("2011-03-11T14:46:00Z"));
    QVERIFY(noted(dates, "2 of 4 lines"));
}

void TestPastedEvents::saysWhenTheZoneIsUnknown()
{
    const PastedDates dates = readPastedDates("2011-03-11", "Mars/Olympus");
    QCOMPARE(dates.zone, std::string("UTC"));
    QCOMPARE(dates.notes.size(), std::size_t(1));
}

void TestPastedEvents::survivesHostileText()
{
    const PastedDates turned = readPastedDates("2011-03-11\t5\t\xE2\x80\xAEtxt.exe\xE2\x81\xA6", "UTC");
    QCOMPARE(told(turned), QStringLiteral("2011-03-11 | 5 | txt.exe"));
    QVERIFY(noted(turned, "Invisible"));
    for (const std::string &text :
         {std::string(), std::string("\n\n\r\r"), std::string("\""), std::string("\"2011-03-11"),
          std::string(1'000'000, '"'), std::string(2'000'000, '\n'), std::string("\0\0\0", 3),
          std::string("\xED\xA0\x80"), std::string(100'000, ','),
          std::string("2011-03-11") + std::string(9'000, ','), std::string("-"), std::string("/"),
          std::string("99999999999999999999")})
        QVERIFY(readPastedDates(text, "UTC").events.size() <= 1);
    QVERIFY(readPastedDates("\n \n", "UTC").refused.empty());
}

void TestPastedEvents::readsAHundredThousandLinesInTime()
{
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(1 + i % 28) + " March " + std::to_string(1900 + i % 200) + "\t" +
                std::to_string(i) + "\n";
    const base::Stopwatch watch;
    QCOMPARE(readPastedDates(text, "UTC").events.size(), std::size_t(100'000));
    QVERIFY2(watch.seconds() < 30, qPrintable(QString::number(watch.seconds())));
}

void TestPastedEvents::storesAndSelects()
{
    const std::string text =
        "3/11/2011\t9.1\tTohoku, Japan\n4/11/2012 08:38\t8.6\t=\"x\"\n2/30/2012\t1\n5/13/2012\n";
    const PastedDates dates = readPastedDates(text, "Asia/Tokyo");
    const auto filter = workbench::storePastedDates(*m_bench, "My dates!", dates, text, {});
    VERIFY_OK(filter);
    QCOMPARE(*filter, std::string("event_type == my_dates and source == pasted"));
    const auto events = select(*filter);
    QCOMPARE(events.size(), std::size_t(3));
    const domain::Event &day = events.front();
    QCOMPARE(base::toIso(day.timestamp), std::string("2011-03-10T15:00:00Z"));
    QCOMPARE(base::toIso(day.knownAt), std::string("2011-03-11T15:00:00Z"));
    QVERIFY(day.precision == domain::Precision::Day);
    QVERIFY(day.knownBasis == domain::KnownBasis::Estimated);
    QCOMPARE(day.value, 9.1);
    QCOMPARE(day.text, std::string("Tohoku, Japan"));
    QCOMPARE(day.entity, std::string());
    const domain::Event &instant = events[1];
    QCOMPARE(base::toIso(instant.timestamp), std::string("2012-04-10T23:38:00Z"));
    QCOMPARE(instant.knownAt, instant.timestamp);
    QCOMPARE(instant.text, std::string("=\"x\""));
    QVERIFY(m_bench->workspace().vault().find(base::sha256(text))->has_value());
    QVERIFY(m_bench->workspace().vault().find(day.rawSha256)->has_value());
    const auto verified = workbench::verifyWorkspace(m_bench->folder(), m_clock, {}, store::Loss::Kept);
    VERIFY_OK(verified);
    QVERIFY(verified->isClean());
}

void TestPastedEvents::addsNothingWhenPastedAgain()
{
    const std::string text = "2011-03-11\t9.1\n2012-04-11\t8.6\n";
    const PastedDates dates = readPastedDates(text, "UTC");
    const auto filter = workbench::storePastedDates(*m_bench, "quakes", dates, text, {});
    VERIFY_OK(filter);
    const auto before = select(*filter);
    const auto snapshot = m_bench->workspace().catalog().snapshot();
    VERIFY_OK(workbench::storePastedDates(*m_bench, "quakes", dates, text, {}));
    // the same events in other lines of another form
    const std::string more = "date;value\n\n12 April 2013;7\n11 April 2012;8.6\n11 March 2011;9.1\n";
    VERIFY_OK(workbench::storePastedDates(*m_bench, "quakes", readPastedDates(more, "UTC"), more, {}));
    const auto after = select(*filter);
    QCOMPARE(before.size(), std::size_t(2));
    QCOMPARE(after.size(), std::size_t(3));
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].id, before[i].id);
        QCOMPARE(after[i].revision, before[i].revision);
    }
}

void TestPastedEvents::takesACorrectedValueAsANewVersion()
{
    for (const std::string text : {"2011-03-11\t8.9", "2011-03-11\t9.1"})
        VERIFY_OK(workbench::storePastedDates(*m_bench, "quakes", readPastedDates(text, "UTC"), text, {}));
    const auto events = select("event_type == quakes and source == pasted");
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events.front().value, 9.1);
    QCOMPARE(events.front().revision, 1);
}

void TestPastedEvents::refusesWhatCannotBeStored()
{
    const PastedDates good = readPastedDates("2011-03-11", "UTC");
    for (const std::string &name :
         {std::string(), std::string("日本"), std::string("!!"), std::string(90, 'x')})
        VERIFY_ERROR(workbench::storePastedDates(*m_bench, name, good, "2011-03-11", {}),
                     ErrorCode::BadInput);
    VERIFY_ERROR(workbench::storePastedDates(*m_bench, "none", {}, "", {}), ErrorCode::BadInput);
    for (const char *name : {"2011 dates", "and", "not", "In"}) {
        const auto filter = workbench::storePastedDates(*m_bench, name, good, "2011-03-11", {});
        VERIFY_OK(filter);
        QCOMPARE(select(*filter).size(), std::size_t(1));
    }
    workbench::Job job;
    job.cancel.cancel();
    VERIFY_ERROR(workbench::storePastedDates(*m_bench, "late", good, "2011-03-11", job),
                 ErrorCode::Cancelled);
    QVERIFY(select("event_type == late").empty());
}

void TestPastedEvents::writesAStudyThatIsSound()
{
    const std::string json =
        workbench::studyFor("My \"dates\"", "event_type == my_dates and source == pasted", {"SPY", "TLT"});
    const auto study = domain::parseStudy(json, m_clock.now());
    VERIFY_OK(study);
    QCOMPARE(study->name, std::string("My \"dates\""));
    QCOMPARE(study->events.front().name, std::string("my_dates"));
    QCOMPARE(study->assets.symbols, (std::vector<std::string>{"SPY", "TLT"}));
    QCOMPARE(study->windows.size(), std::size_t(5));
    QCOMPARE(study->windows.front().first, -5);
}

QTEST_GUILESS_MAIN(TestPastedEvents)
#include "tst_pastedevents.moc"
