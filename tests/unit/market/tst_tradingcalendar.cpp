// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/market/dayrules.h"
#include "core/market/tradingcalendar.h"
#include "tests/support/check.h"

#include <QFile>

using namespace core;
using namespace core::market;
using base::Date;
using base::Instant;

namespace {

Instant at(const char *iso)
{
    return *base::parseInstant(iso);
}

TradingCalendar calendar(const char *name)
{
    return *TradingCalendar::find(name);
}

} // namespace

class tst_TradingCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsSessionsWorkedByHand_data()
    {
        QTest::addColumn<QString>("exchange");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("open"); // empty: closed
        QTest::addColumn<QString>("close");
        const auto row = [](const char *exchange, const char *day, const char *open, const char *close) {
            QTest::addRow("%s %s", exchange, day) << QString::fromLatin1(exchange) << QString::fromLatin1(day)
                                                  << QString::fromLatin1(open) << QString::fromLatin1(close);
        };
        row("XNYS", "2011-03-11", "2011-03-11T14:30:00Z",
            "2011-03-11T21:00:00Z"); // winter time, two days before the change
        row("XNYS", "2011-03-14", "2011-03-14T13:30:00Z", "2011-03-14T20:00:00Z");
        row("XNYS", "2013-12-18", "2013-12-18T14:30:00Z", "2013-12-18T21:00:00Z");
        row("XNYS", "2013-12-24", "2013-12-24T14:30:00Z", "2013-12-24T18:00:00Z");
        row("XNYS", "2024-07-03", "2024-07-03T13:30:00Z", "2024-07-03T17:00:00Z");
        row("XNYS", "2025-01-09", "", "");
        row("XNYS", "2001-09-12", "", "");
        row("XNYS", "2012-10-30", "", "");
        row("XNYS", "2021-06-18", "2021-06-18T13:30:00Z", "2021-06-18T20:00:00Z"); // Juneteenth not yet
        row("XNYS", "2027-06-18", "", "");                                         // Juneteenth on a Saturday
        row("XNYS", "2021-12-31", "2021-12-31T14:30:00Z",
            "2021-12-31T21:00:00Z"); // Saturday New Year is not made up
        row("XNYS", "1997-01-20", "1997-01-20T14:30:00Z",
            "1997-01-20T21:00:00Z"); // Martin Luther King not yet
        row("XNYS", "1963-11-22", "1963-11-22T15:00:00Z", "1963-11-22T19:07:00Z");
        row("XNYS", "1968-06-12", "", "");
        row("XNYS", "1974-10-01", "1974-10-01T14:00:00Z", "1974-10-01T20:00:00Z"); // first close at 16:00
        row("XNYS", "1980-11-04", "", "");                                         // election day
        row("XNYS", "1987-10-19", "1987-10-19T13:30:00Z", "1987-10-19T20:00:00Z");
        row("XNYS", "2100-12-24", "", ""); // Christmas on a Saturday
        row("XLON", "2022-09-19", "", "");
        row("XLON", "2024-12-24", "2024-12-24T08:00:00Z", "2024-12-24T12:30:00Z");
        row("XETR", "2025-12-30", "2025-12-30T08:00:00Z", "2025-12-30T13:00:00Z");
        row("XTKS", "2025-05-06", "", ""); // substitute for a Sunday of the Golden Week
        row("XTKS", "2008-12-30", "2008-12-30T00:00:00Z", "2008-12-30T02:00:00Z");
        row("XHKG", "2023-09-08", "", ""); // black rainstorm
        row("XHKG", "2024-02-09", "2024-02-09T01:30:00Z", "2024-02-09T04:00:00Z");
        row("24/7", "2021-12-25", "2021-12-25T00:00:00Z", "2021-12-26T00:00:00Z");
    }

    void knowsSessionsWorkedByHand()
    {
        QFETCH(QString, exchange);
        QFETCH(QString, day);
        QFETCH(QString, open);
        QFETCH(QString, close);
        const auto found = TradingCalendar::find(base::utf8(exchange));
        VERIFY_OK(found);
        const std::optional<Session> session = found->session(*base::parseDate(base::utf8(day)));
        QCOMPARE(session.has_value(), !open.isEmpty());
        if (session) {
            QCOMPARE(base::toIso(session->open), base::utf8(open));
            QCOMPARE(base::toIso(session->close), base::utf8(close));
        }
    }

    void agreesWithReferenceTables_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("better"); // days on which the reference leaves out what is known
        QTest::newRow("XNYS") << QStringLiteral("xnys.csv")
                              << QStringList{QStringLiteral("1994-02-11"), QStringLiteral("1996-01-08"),
                                             QStringLiteral("1997-10-27"), QStringLiteral("2005-06-01")};
        QTest::newRow("XLON") << QStringLiteral("xlon.csv") << QStringList();
        QTest::newRow("XETR") << QStringLiteral("xetr.csv") << QStringList();
        QStringList halfDays;
        for (int year = 2000; year <= 2009; ++year) {
            // the first and last sessions of these years ended with the morning
            for (const char *day : {"01-04", "01-05", "01-06", "12-29", "12-30", "12-28"})
                halfDays << QStringLiteral("%1-%2").arg(year).arg(QLatin1String(day));
        }
        QTest::newRow("XTKS") << QStringLiteral("xtks.csv") << halfDays;
        QTest::newRow("XHKG") << QStringLiteral("xhkg.csv")
                              << QStringList{QStringLiteral("2023-09-01"), QStringLiteral("2023-09-08")};
        QTest::newRow("24/7") << QStringLiteral("24-7.csv") << QStringList();
    }

    void agreesWithReferenceTables()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, better);
        SHARED_DATA_OR_SKIP(path, QStringLiteral("reference/exchange-calendars/") + file);
        const TradingCalendar known = calendar(QTest::currentDataTag());
        QFile reference(path);
        QVERIFY(reference.open(QIODevice::ReadOnly));
        reference.readLine();
        Date previous = known.firstDay() - std::chrono::days(1);
        int compared = 0;
        QStringList wrong;
        while (!reference.atEnd()) {
            const QList<QByteArray> cells = reference.readLine().trimmed().split(',');
            const Date day = *base::parseDate(cells[0].left(10).toStdString());
            if (!known.covers(day))
                continue;
            if (compared > 0) {
                for (Date between = previous + std::chrono::days(1); between < day;
                     between += std::chrono::days(1)) {
                    if (known.session(between))
                        wrong << base::qs(base::toIso(between)) + QStringLiteral(" should be closed");
                }
            }
            previous = day;
            ++compared;
            if (better.contains(base::qs(base::toIso(day))))
                continue;
            const std::optional<Session> session = known.session(day);
            if (!session || session->open != at(cells[1].constData()) ||
                session->close != at(cells[2].constData()))
                wrong << base::qs(base::toIso(day)) + QStringLiteral(" differs");
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
        QVERIFY(compared > 300);
    }

    void walksForwardAndBackOverClosedDays()
    {
        const TradingCalendar ny = calendar("XNYS");
        const Date tuesday = date(2001, 9, 11);
        QCOMPARE(ny.next(date(2001, 9, 10))->day, date(2001, 9, 17));
        QCOMPARE(ny.previous(tuesday)->day, date(2001, 9, 10));
        QCOMPARE(ny.closingAtOrAfter(at("2011-03-11T05:46:24Z"))->day, date(2011, 3, 11));
        QCOMPARE(ny.closingAtOrAfter(at("2011-03-11T21:00:00Z"))->day, date(2011, 3, 11));
        QCOMPARE(ny.closingAtOrAfter(at("2011-03-11T21:00:01Z"))->day, date(2011, 3, 14));
        const auto year = ny.sessions(date(2013, 1, 1), date(2013, 12, 31));
        VERIFY_OK(year);
        QCOMPARE(year->size(), std::size_t(252));
    }

    void tellsHolidaysFromIncidents()
    {
        const TradingCalendar ny = calendar("XNYS");
        QVERIFY(ny.isHoliday(date(2024, 3, 29)));  // Good Friday
        QVERIFY(!ny.isHoliday(date(2001, 9, 11))); // nobody knew before
        QVERIFY(!ny.isHoliday(date(2024, 3, 30))); // a Saturday
        QVERIFY(!ny.isHoliday(date(2024, 3, 28)));
        QVERIFY(!calendar("XHKG").isHoliday(date(2023, 7, 17))); // typhoon
        QVERIFY(!calendar("XHKG").isHoliday(date(2011, 9, 29))); // typhoon Nesat
        QVERIFY(calendar("XHKG").isHoliday(date(2023, 10, 23)));
    }

    void refusesWhatItDoesNotKnow()
    {
        VERIFY_ERROR(TradingCalendar::find("XXXX"), base::ErrorCode::NotFound);
        const TradingCalendar hongKong = calendar("XHKG");
        VERIFY_ERROR(hongKong.sessions(date(1999, 1, 1), date(1999, 12, 31)), base::ErrorCode::BadInput);
        QVERIFY(!hongKong.session(date(1999, 3, 3)));
        QVERIFY(!hongKong.next(date(1999, 3, 3)));
        QVERIFY(!hongKong.previous(date(2200, 3, 3)));
        QVERIFY(!hongKong.closingAtOrAfter(at("1999-03-03T00:00:00Z")));
    }

    void everyKnownNameIsFound()
    {
        for (const std::string &name : TradingCalendar::names()) {
            const auto found = TradingCalendar::find(name);
            VERIFY_OK(found);
            const auto all = found->sessions(found->firstDay(), found->lastDay());
            VERIFY_OK(all);
            for (std::size_t i = 0; i < all->size(); ++i) {
                QVERIFY((*all)[i].open < (*all)[i].close);
                QVERIFY(i == 0 || (*all)[i - 1].close <= (*all)[i].open);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_TradingCalendar)
#include "tst_tradingcalendar.moc"
