// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/instant.h"
#include "core/base/zone.h"
#include "tests/support/check.h"

using namespace core::base;
using namespace std::chrono_literals;

class tst_Instant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesIso_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("date") << QByteArray("2011-03-11") << QByteArray("2011-03-11T00:00:00Z");
        QTest::newRow("blank") << QByteArray("2011-03-11 05:46") << QByteArray("2011-03-11T05:46:00Z");
        QTest::newRow("fraction") << QByteArray("2011-03-11T05:46:24.12Z")
                                  << QByteArray("2011-03-11T05:46:24.120000Z");
        QTest::newRow("nanoseconds") << QByteArray("2011-03-11T05:46:24.123456789Z")
                                     << QByteArray("2011-03-11T05:46:24.123456Z");
        QTest::newRow("offset") << QByteArray("2011-03-11T05:46:24-05:00")
                                << QByteArray("2011-03-11T10:46:24Z");
        QTest::newRow("short offset")
            << QByteArray("2011-03-11T05:46:24+09") << QByteArray("2011-03-10T20:46:24Z");
        QTest::newRow("before 1970") << QByteArray("1960-10-30T23:59:59.5Z")
                                     << QByteArray("1960-10-30T23:59:59.500000Z");
    }

    void readsAndWritesIso()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        const auto at = parseInstant(text.toStdString());
        VERIFY_OK(at);
        QCOMPARE(QByteArray::fromStdString(toIso(*at)), written);
        QCOMPARE(*parseInstant(toIso(*at)), *at);
    }

    void refusesWhatIsNotADate_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "2011", "2011-13-01", "2011-02-29", "0000-01-01", "11-03-2011", "2011-03-11T",
              "2011-03-11T24:00", "2011-03-11T05:60", "2011-03-11T05:46:24.", "2011-03-11T05:46:24Zx",
              "2011-03-11T05:46:24+25:00"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatIsNotADate()
    {
        QFETCH(QByteArray, text);
        VERIFY_ERROR(parseInstant(text.toStdString()), ErrorCode::BadInput);
    }

    void zonesFollowDaylightSaving()
    {
        const auto newYork = Zone::find("America/New_York");
        VERIFY_OK(newYork);
        const auto iso = [&](const char *day, Duration time) {
            return toIso(newYork->toUtc(*parseDate(day), time));
        };
        QCOMPARE(iso("2011-03-11", 16h), std::string("2011-03-11T21:00:00Z"));
        QCOMPARE(iso("2011-03-14", 16h), std::string("2011-03-14T20:00:00Z"));
        QCOMPARE(iso("2011-03-13", 2h + 30min),
                 std::string("2011-03-13T07:30:00Z")); // skipped: the same time later
        QCOMPARE(iso("2011-11-06", 1h + 30min), std::string("2011-11-06T05:30:00Z")); // twice: the first
        QCOMPARE(iso("2090-07-01", 12h), std::string("2090-07-01T16:00:00Z"));
        QCOMPARE(toIso(newYork->localDay(*parseInstant("2011-03-11T04:59:59Z"))), std::string("2011-03-10"));
        QCOMPARE(newYork->localTime(*parseInstant("2011-07-01T16:30:00Z")), Duration(12h + 30min));
    }

    void unknownZoneIsRefused() { VERIFY_ERROR(Zone::find("America/Gotham"), ErrorCode::BadInput); }
};

QTEST_APPLESS_MAIN(tst_Instant)
#include "tst_instant.moc"
