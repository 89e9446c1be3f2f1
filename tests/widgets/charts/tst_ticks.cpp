// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <QtTest>

#include <cmath>
#include <random>

using namespace widgets;
using core::base::Instant;
using core::base::Zone;

namespace {

double at(const char *text)
{
    return static_cast<double>(core::base::parseInstant(text)->micros());
}

QStringList labels(const std::vector<Tick> &ticks)
{
    QStringList out;
    for (const Tick &tick : ticks)
        out.append(tick.label);
    return out;
}

} // namespace

class TestTicks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void numbersAreRound();
    void numbersTellNeighboursApart();
    void logarithms();
    void turnsOfTheCalendar();
    void clocksOfTheZone();
    void neverTooMany();
};

void TestTicks::numbersAreRound()
{
    QCOMPARE(labels(numberTicks(-1.2, 1.1, 5)),
             QStringList({QStringLiteral("−1.0"), QStringLiteral("−0.5"), QStringLiteral("0.0"),
                          QStringLiteral("0.5"), QStringLiteral("1.0")}));
    QCOMPARE(labels(numberTicks(0, 100, 5)),
             QStringList({QStringLiteral("0"), QStringLiteral("20"), QStringLiteral("40"),
                          QStringLiteral("60"), QStringLiteral("80"), QStringLiteral("100")}));
    QVERIFY(numberTicks(1, 1, 5).empty());
    QVERIFY(numberTicks(std::nan(""), 1, 5).empty());
}

void TestTicks::numbersTellNeighboursApart()
{
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> unit(0, 1);
    for (int i = 0; i < 2000; ++i) {
        const double size = std::pow(10, unit(random) * 24 - 8);
        const double from = (unit(random) - 0.5) * size;
        const QStringList found = labels(numberTicks(from, from + size * unit(random), 6));
        QStringList once = found;
        once.removeDuplicates();
        QCOMPARE(once, found);
    }
}

void TestTicks::logarithms()
{
    QCOMPARE(labels(logTicks(0.5, 2000, 8)), QStringList({QStringLiteral("1"), QStringLiteral("10"),
                                                          QStringLiteral("100"), QStringLiteral("1000")}));
    QVERIFY(logTicks(-1, 5, 8).empty());
}

void TestTicks::turnsOfTheCalendar()
{
    const Zone utc;
    const std::vector<Tick> years = calendarTicks(at("2009-06-01"), at("2020-06-01"), 12, utc);
    QCOMPARE(labels(years).first(), QStringLiteral("2010"));
    QCOMPARE(labels(years).size(), qsizetype(11));
    const std::vector<Tick> months = calendarTicks(at("2019-11-10"), at("2020-03-20"), 8, utc);
    QCOMPARE(labels(months), QStringList({QStringLiteral("Dec"), QStringLiteral("Jan"), QStringLiteral("Feb"),
                                          QStringLiteral("Mar")}));
    QCOMPARE(months[0].context, QStringLiteral("2019"));
    QCOMPARE(months[1].context, QStringLiteral("2020"));
    // weeks begin on Monday
    const std::vector<Tick> weeks = calendarTicks(at("2024-01-01"), at("2024-02-15"), 8, utc);
    QCOMPARE(labels(weeks).first(), QStringLiteral("1 Jan"));
    QCOMPARE(labels(weeks).at(1), QStringLiteral("8 Jan"));
}

void TestTicks::clocksOfTheZone()
{
    const auto zone = Zone::find("America/New_York");
    QVERIFY(zone.ok());
    // the night the clocks skip an hour: marks stay on the full hours of the wall clock
    const std::vector<Tick> ticks = calendarTicks(at("2024-03-10T03:00Z"), at("2024-03-10T15:00Z"), 6, *zone);
    for (const Tick &tick : ticks) {
        const auto time = zone->localTime(Instant(static_cast<std::int64_t>(tick.at)));
        QCOMPARE(time.count() % 3'600'000'000, 0);
    }
    QVERIFY(ticks.size() >= 4);
    QCOMPARE(ticks.back().context, QStringLiteral("10 Mar 2024"));
}

void TestTicks::neverTooMany()
{
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> unit(0, 1);
    const Zone utc;
    for (int i = 0; i < 3000; ++i) {
        const double size = std::pow(10, unit(random) * 19);
        const double from = (unit(random) - 0.5) * 1e17;
        const std::vector<Tick> ticks = calendarTicks(from, from + size, 8, utc);
        QVERIFY2(ticks.size() <= 24, qPrintable(QString::number(ticks.size())));
        for (std::size_t k = 1; k < ticks.size(); ++k)
            QVERIFY(ticks[k].at > ticks[k - 1].at);
    }
}

QTEST_GUILESS_MAIN(TestTicks)
#include "tst_ticks.moc"
