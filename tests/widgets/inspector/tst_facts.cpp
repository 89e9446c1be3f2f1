// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/filter.h"
#include "tests/support/check.h"
#include "widgets/common/filterterm.h"
#include "widgets/inspector/facts.h"
#include "widgets/inspector/rawview.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;

namespace {

domain::Event quake()
{
    domain::Event event;
    event.id = base::eventId("usgs", "x1");
    event.seq = 42;
    event.timestamp = *base::parseInstant("2011-03-11T05:46:24Z");
    event.knownAt = event.timestamp + std::chrono::minutes(20);
    event.knownBasis = domain::KnownBasis::Estimated;
    event.source = "usgs";
    event.eventType = "earthquake";
    event.entity = "JP";
    event.value = 9.1;
    event.unit = "Mw";
    event.text = "M 9.1 - \"Great\" Tohoku \\ Japan";
    event.metadata =
        R"({"depth": 29, "net": {"code": "us", "two words": true}, "list": [1, 2], "nil": null})";
    event.parser = "usgs";
    event.parserVersion = 3;
    event.ingestedAt = *base::parseInstant("2026-01-10T00:00:00Z");
    return event;
}

const Fact *find(const Facts &facts, const QString &name)
{
    const auto found = std::ranges::find(facts, name, &Fact::name);
    return found == facts.end() ? nullptr : &*found;
}

} // namespace

class TestFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whatever a field holds, the filter made of it finds the event, and its opposite does not.
    void everyFieldMakesAFilterThatFindsTheEvent()
    {
        const domain::Event event = quake();
        int filters = 0;
        for (const Fact &fact : factsOf(event, *base::Zone::find("Europe/Berlin"))) {
            if (fact.literal.isEmpty())
                continue;
            ++filters;
            const auto is = domain::Filter::parse(
                base::utf8(joined({}, fact.name, fact.literal, Joining::Is)), event.ingestedAt);
            QVERIFY2(is.ok(), qPrintable(fact.name + u": "_s + (is ? QString() : is.error().message)));
            QVERIFY2(is->matches(event), qPrintable(fact.name + u" "_s + fact.literal));
            const auto isNot = domain::Filter::parse(
                base::utf8(joined({}, fact.name, fact.literal, Joining::IsNot)), event.ingestedAt);
            VERIFY_OK(isNot);
            QVERIFY2(!isNot->matches(event), qPrintable(fact.name));
        }
        QVERIFY2(filters >= 20, qPrintable(QString::number(filters)));
    }

    void joinsToWhatIsShown_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("joining");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &shown, Joining joining,
                            const QString &expected) {
            QTest::newRow(name) << shown << static_cast<int>(joining) << expected;
        };
        row("is", u"value > 6"_s, Joining::Is, u"source == usgs"_s);
        row("is not", u"value > 6"_s, Joining::IsNot, u"source != usgs"_s);
        row("and", u"value > 6"_s, Joining::AndIs, u"value > 6 and source == usgs"_s);
        row("and not", u"value > 6"_s, Joining::AndIsNot, u"value > 6 and source != usgs"_s);
        row("or", u"value > 6"_s, Joining::OrIs, u"value > 6 or source == usgs"_s);
        row("and behind or", u"a or b"_s, Joining::AndIs, u"(a or b) and source == usgs"_s);
        row("and behind nothing", u"  "_s, Joining::AndIs, u"source == usgs"_s);
    }
    void joinsToWhatIsShown()
    {
        QFETCH(QString, shown);
        QFETCH(int, joining);
        QFETCH(QString, expected);
        const QString filter = joined(shown, u"source"_s, u"usgs"_s, static_cast<Joining>(joining));
        QCOMPARE(filter, expected);
        VERIFY_OK(domain::Filter::parse(base::utf8(filter), {}));
    }

    void namesTheZoneAndFlattensTheMetadata()
    {
        const Facts facts = factsOf(quake(), *base::Zone::find("Asia/Tokyo"));
        QCOMPARE(find(facts, u"timestamp"_s)->value, u"2011-03-11 14:46:24 (Asia/Tokyo)"_s);
        QCOMPARE(find(facts, u"timestamp"_s)->literal, u"2011-03-11T05:46:24Z"_s);
        QCOMPARE(find(facts, u"meta.depth"_s)->value, u"29"_s);
        QCOMPARE(find(facts, u"meta.net.code"_s)->value, u"us"_s);
        QCOMPARE(find(facts, u"meta.net.\"two words\""_s)->literal, u"true"_s);
        QCOMPARE(find(facts, u"meta.list"_s)->value, u"[1,2]"_s);
        QVERIFY(find(facts, u"meta.list"_s)->literal.isEmpty());
    }

    void showsHostileTextAsText()
    {
        domain::Event event = quake();
        const std::string bad = "<img src=file:///etc/hostname>\u202e<script>";
        event.source = event.eventType = event.entity = event.unit = event.parser = bad;
        event.text = bad + std::string(1'000'000, 'x');
        event.metadata = "{\"<b>\u202e\": \"<img src=file:///etc/hostname>\u202e\"}";
        QElapsedTimer timer;
        timer.start();
        const Facts facts = factsOf(event, {});
        QVERIFY(timer.elapsed() < 200);
        for (const Fact &fact : facts) {
            QVERIFY(!fact.name.contains(QChar(0x202e)));
            QVERIFY(!fact.value.contains(QChar(0x202e)));
            QVERIFY(fact.value.size() < 1000);
        }
        Theme theme;
        FactsModel model(theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFacts(facts);
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.index(row, 1).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }

    void readsMetadataThatIsNoJson()
    {
        domain::Event event = quake();
        event.metadata = "{broken";
        QCOMPARE(find(factsOf(event, {}), u"metadata"_s)->value, u"{broken"_s);
    }

    void showsBytesAsTextOrHex()
    {
        const ShownBytes text = shownBytes("{\"a\": 1}\r\nzwei\u202e");
        QVERIFY(text.isText);
        QCOMPARE(text.text, u"{\"a\": 1}\nzwei\\u202e"_s);
        const ShownBytes hex = shownBytes(std::string("PAR1\0\xff", 6));
        QVERIFY(!hex.isText);
        QCOMPARE(hex.text, u"000000  50 41 52 31 00 ff                                PAR1..\n"_s);
        QElapsedTimer timer;
        timer.start();
        const ShownBytes large = shownBytes(std::string(1'000'000, 'x'));
        QVERIFY(large.isText && large.isCut);
        for (const QString &line : large.text.split(u'\n'))
            QVERIFY(line.size() <= 2000);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(TestFacts)

#include "tst_facts.moc"
