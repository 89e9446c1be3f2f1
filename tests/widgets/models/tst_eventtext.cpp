// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/filter.h"
#include "tests/support/fakeeventrows.h"
#include "widgets/common/filterterm.h"
#include "widgets/models/eventselection.h"
#include "widgets/models/eventtext.h"

#include <QtTest>

#include <cmath>

using namespace widgets;
using core::base::Instant;
using core::domain::Event;
using core::domain::Filter;
using test::FakeEventRows;

class TestEventText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesFiltersThatTheirOwnEventPasses();
    void makesNoFilterOfWhatIsMissing();
    void joinsWithParenthesesWhereNeeded();
    void readsValuesForPeopleAndMachines();
    void selectsInStretches();
};

void TestEventText::makesFiltersThatTheirOwnEventPasses()
{
    Event event = FakeEventRows::make(12);
    event.text = "He said \"no\\yes\"\n\tand left";
    event.entity = "a b:c";
    event.value = -0.1;
    for (int i = 0; i < kEventColumns; ++i) {
        const auto column = static_cast<EventColumn>(i);
        for (const bool equal : {true, false}) {
            const std::string text = core::base::utf8(
                joined({}, core::base::qs(eventField(column)), cellLiteral(event, column),
                       equal ? Joining::Is : Joining::IsNot));
            const auto filter = Filter::parse(text, Instant(0));
            QVERIFY2(filter.ok(), text.c_str());
            QVERIFY2(filter->matches(event) == equal, text.c_str());
        }
    }
    const std::string some = idFilter({event, FakeEventRows::make(3)});
    QVERIFY(Filter::parse(some, Instant(0))->matches(event));
    QVERIFY(!Filter::parse(some, Instant(0))->matches(FakeEventRows::make(4)));
}

void TestEventText::makesNoFilterOfWhatIsMissing()
{
    Event event = FakeEventRows::make(1);
    event.entity.clear();
    event.value = std::nan("");
    QVERIFY(cellLiteral(event, EventColumn::Entity).isEmpty());
    QVERIFY(cellLiteral(event, EventColumn::Value).isEmpty());
    event.text = std::string(1 << 20, 'x');
    QVERIFY(cellLiteral(event, EventColumn::Text).isEmpty());
}

void TestEventText::joinsWithParenthesesWhereNeeded()
{
    QCOMPARE(bothFilters("a or b", "c"), std::string("(a or b) and c"));
    QCOMPARE(bothFilters("a and b", "c"), std::string("a and b and c"));
    QCOMPARE(bothFilters("  ", "c"), std::string("c"));
    QCOMPARE(bothFilters("c", ""), std::string("c"));
    const std::string span = spanFilter(Instant(0), Instant(86'400'000'000));
    QCOMPARE(span, std::string("timestamp >= 1970-01-01T00:00:00Z and timestamp < 1970-01-02T00:00:00Z"));
}

void TestEventText::readsValuesForPeopleAndMachines()
{
    Event event = FakeEventRows::make(1);
    event.value = -1234.5;
    QVERIFY(eventCell(event, EventColumn::Value, {}).startsWith(QChar(0x2212)));
    QCOMPARE(eventDatum(event, EventColumn::Value), std::string("-1234.5"));
    QVERIFY(eventDatum(event, EventColumn::Time).ends_with("Z"));
    event.precision = core::domain::Precision::Day;
    event.timestamp = Instant(0);
    QCOMPARE(eventCell(event, EventColumn::Time, {}), QStringLiteral("1970-01-01"));
}

void TestEventText::selectsInStretches()
{
    const auto some = EventSelection::of({{5, 7}, {1, 2}, {3, 3}, {6, 9}});
    QCOMPARE(some.stretches(100).size(), std::size_t{2});
    QCOMPARE(some.count(100), std::uint64_t{8});
    QCOMPARE(some.count(7), std::uint64_t{5});
    QVERIFY(some.contains(9) && !some.contains(4) && !some.contains(10));
    QCOMPARE(EventSelection::everything().count(10'000'000), std::uint64_t{10'000'000});
    QVERIFY(EventSelection().isEmpty() && !EventSelection::everything().isEmpty());
    QVERIFY(EventSelection::everything().stretches(0).empty());
}

QTEST_APPLESS_MAIN(TestEventText)
#include "tst_eventtext.moc"
