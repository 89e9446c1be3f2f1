// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recurrence.h"
#include "tests/support/check.h"

#include <QJsonObject>

using namespace core::base;
using namespace core::domain;
using namespace Qt::StringLiterals;

class tst_Recurrence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTimes_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QByteArray>("latest");
        QTest::addColumn<QByteArray>("next");
        const auto row = [](const char *name, const char *rule, const char *now, const char *latest,
                            const char *next) {
            QTest::newRow(name) << QString::fromUtf8(rule) << QByteArray(now) << QByteArray(latest)
                                << QByteArray(next);
        };
        row("before", "daily 02:00", "2024-03-05T01:59:59Z", "2024-03-04T02:00:00Z", "2024-03-05T02:00:00Z");
        row("at", "daily 02:00", "2024-03-05T02:00:00Z", "2024-03-05T02:00:00Z", "2024-03-06T02:00:00Z");
        row("in a zone", "daily 02:00 America/New_York", "2024-01-05T06:30:00Z", "2024-01-04T07:00:00Z",
            "2024-01-05T07:00:00Z");
        row("after the clocks went forward", "daily 02:30 America/New_York", "2024-03-10T12:00:00Z",
            "2024-03-10T07:30:00Z", "2024-03-11T06:30:00Z");
        row("the hour that comes twice", "daily 01:30 America/New_York", "2024-11-03T06:45:00Z",
            "2024-11-03T05:30:00Z", "2024-11-04T06:30:00Z");
        row("hourly", "hourly", "2024-03-05T01:59:59Z", "2024-03-05T01:00:00Z", "2024-03-05T02:00:00Z");
        row("weekly", "weekly monday 02:00", "2024-03-07T00:00:00Z", "2024-03-04T02:00:00Z",
            "2024-03-11T02:00:00Z");
        row("on its day", "Weekly Thursday 02:00 Europe/Berlin", "2024-03-07T00:30:00Z",
            "2024-02-29T01:00:00Z", "2024-03-07T01:00:00Z");
    }

    void tellsTheTimes()
    {
        QFETCH(const QString, rule);
        QFETCH(const QByteArray, now);
        QFETCH(const QByteArray, latest);
        QFETCH(const QByteArray, next);
        const auto parsed = Recurrence::parse(rule);
        VERIFY_OK(parsed);
        const Instant at = *parseInstant(now.toStdString());
        QCOMPARE(toIso(parsed->latest(at)), latest.toStdString());
        QCOMPARE(toIso(parsed->next(at)), next.toStdString());
    }

    void goesByASource()
    {
        const auto parsed = Recurrence::parse(QJsonObject{{u"after"_s, u"fred"_s}});
        VERIFY_OK(parsed);
        QCOMPARE(parsed->after(), std::string("fred"));
        QVERIFY(!parsed->next(Instant(0)).isValid() && !parsed->latest(Instant(0)).isValid());
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("rule");
        for (const char *rule :
             {"", "daily", "daily 25:00", "daily 2am", "daily 02:00 Mars/Olympus", "weekly 02:00",
              "weekly someday 02:00", "hourly 02:00", "daily 02:00 UTC now", "sometimes"})
            QTest::newRow(rule) << QString::fromUtf8(rule);
    }
    void refusesWhatIsNone()
    {
        QFETCH(const QString, rule);
        VERIFY_ERROR(Recurrence::parse(rule), ErrorCode::BadInput);
    }

    void refusesAnObjectWithoutASource()
    {
        VERIFY_ERROR(Recurrence::parse(QJsonObject{}), ErrorCode::BadInput);
        VERIFY_ERROR(Recurrence::parse(QJsonValue()), ErrorCode::BadInput);
    }
};

QTEST_APPLESS_MAIN(tst_Recurrence)
#include "tst_recurrence.moc"
