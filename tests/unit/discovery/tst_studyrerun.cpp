// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The look-ahead test of whole studies: silent on clean ones of every shape, loud with its reason on those
// that use what was not known.
#include "core/discovery/studyrerun.h"
#include "tests/support/check.h"
#include "tests/support/studyledger.h"

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr std::size_t kDays = 900;
constexpr std::size_t kInstants = 16;

/// Prices with everything that happens to prices, and events of every kind.
class World final
{
public:
    support::StudyLedger bench;
    std::vector<Date> days = support::workdays(Date(std::chrono::year(2015) / 1 / 5), kDays);

    World()
    {
        addBars();
        addEvents();
    }

    [[nodiscard]] Result<StudyLookAhead> test(const QByteArray &text, Instant sealed = {}) const
    {
        const auto study = bench.study(text.toStdString());
        if (!study.ok())
            return study.error();
        RunContext context = bench.context();
        context.sealedFrom = sealed;
        return lookAheadOf(*study, context, kInstants);
    }

private:
    void addBars()
    {
        unsigned seed = 1;
        for (const char *symbol : {"SPY", "A", "B", "LATE", "GONE", "GAPS", "SPLIT", "LONDON"}) {
            const std::string name = symbol;
            const auto returns = support::normalReturns(kDays, 0.01, ++seed);
            const auto close = name == "LONDON" ? minutes(990) : minutes(1260);
            double price = 100;
            for (std::size_t t = 0; t < kDays; ++t) {
                price *= std::exp(returns[t]);
                const bool isGap = name == "GAPS" && (t % 97 < 2 || (t > 500 && t < 520));
                if ((name == "LATE" && t < 420) || (name == "GONE" && t > 700) || isGap)
                    continue;
                const double shown = name == "SPLIT" && t >= 450 ? price / 2 : price;
                bench.bars.add(name, Instant(days[t]) + close, shown);
                auto &bars = bench.bars.series[name];
                bars.high.back() = shown * (1 + 0.02 * std::abs(returns[t] * 100));
                bars.volume.back() = (1000 + 10 * static_cast<double>(t % 31)) * (shown < price ? 2 : 1);
            }
        }
        Action split;
        split.symbol = "SPLIT";
        split.effective = Instant(days[450]) + hours(13);
        split.knownAt = split.effective - hours(24 * 21);
        split.factor = 0.5;
        bench.bars.corporate["SPLIT"].push_back(split);
        Action delisting;
        delisting.symbol = "GONE";
        delisting.kind = ActionKind::Delisting;
        delisting.effective = Instant(days[701]);
        delisting.knownAt = Instant(days[680]);
        bench.bars.corporate["GONE"].push_back(delisting);
        double price = 50; // bars of five minutes, the first forty days
        const auto fast = support::normalReturns(40 * 78, 0.001, 77);
        for (std::size_t t = 0; t < fast.size(); ++t) {
            price *= std::exp(fast[t]);
            bench.bars.add("FAST", Instant(days[t / 78]) + minutes(875 + 5 * (t % 78)), price);
            bench.bars.series["FAST"].interval = "5m";
        }
    }

    void addEvents()
    {
        std::mt19937 random(7);
        const auto anyDay = [&] { return Instant(days[5 + random() % (kDays - 10)]); };
        const auto any = [&] { return anyDay() + minutes(random() % 1440); };
        const auto below = [&](unsigned n) { return static_cast<double>(random() % n); };
        const char *symbols[] = {"A", "B", "LATE", "GONE", "GAPS", "SPLIT"};
        for (int i = 0; i < 160; ++i) {
            bench.events.add("news", any(), below(100));
            bench.events.add("own", any(), below(1000), symbols[i % 6]);
            Event &date = bench.events.add("dated", anyDay(), below(10));
            date.precision = Precision::Day;
            date.knownAt = date.timestamp + hours(24);
            Event &minute =
                bench.events.add("early", Instant(days[random() % 40]) + minutes(random() % 1440));
            minute.knownAt = minute.timestamp + minutes(20);
        }
        for (std::size_t t = 10; t + 5 < kDays; t += 21) {
            Event &release = bench.events.add("jobs_release", Instant(days[t]) + minutes(750), below(500));
            release.knownBasis = KnownBasis::Published;
            release.metadata =
                R"({"surprise": )" + std::to_string(static_cast<int>(random() % 50) - 25) + "}";
            Event &meeting = bench.events.add("meeting", Instant(days[t + 3]) + minutes(1140));
            meeting.knownBasis = KnownBasis::Scheduled;
            meeting.knownAt = meeting.timestamp - hours(24 * 60);
            Event &series = bench.events.add("level", Instant(days[t - 8]), below(90));
            series.precision = Precision::Day; // of a period, told ten days later
            series.knownAt = Instant(days[t]) + hours(24);
        }
    }
};

const char *kNews = "'events': [{'name': 'news', 'filter': 'event_type == news'}]";
const char *kOwn = "'events': [{'name': 'own', 'filter': 'event_type == own'}], 'assets': ['A', 'B', 'LATE', "
                   "'GONE', 'GAPS', 'SPLIT']";

} // namespace

class tst_StudyRerun : public QObject
{
    Q_OBJECT

private:
    const World m_world;

private Q_SLOTS:
    void cleanStudiesRaiseNoAlarm_data()
    {
        QTest::addColumn<QByteArray>("study");
        QTest::addColumn<Instant>("sealed");
        const QByteArray news = kNews, own = kOwn;
        const auto row = [](const char *name, const QByteArray &study, Instant sealed = {}) {
            QTest::newRow(name) << QByteArray("{" + study + "}") << sealed;
        };
        row("presence", news + ", 'assets': ['A', 'B'], 'windows': [[0,0],[1,1],[1,5],[-3,-1]]");
        row("market model", news + ", 'assets': ['A', 'SPY'], 'returns': {'model': 'market_model', 'window': "
                                   "100}");
        row("mean-adjusted",
            news + ", 'assets': ['SPY'], 'returns': {'model': 'mean_adjusted', 'window': 60}");
        row("market-adjusted", news + ", 'assets': ['A', 'LONDON'], 'returns': {'model': 'market_adjusted'}");
        row("factors", news + ", 'assets': ['A', 'B'], 'returns': {'model': 'factors', 'window': 100, "
                              "'factors': ['SPY', 'LONDON']}");
        row("late, gone, gaps, split",
            news + ", 'assets': ['LATE', 'GONE', 'GAPS', 'SPLIT'], 'returns': {'model': 'market_model', "
                   "'window': 60}");
        row("value", "'events': [{'filter': 'event_type == news', 'weight': 'value'}], 'assets': ['A']");
        row("count", "'events': [{'filter': 'event_type == news', 'weight': 'count'}], 'assets': ['A']");
        row("sign", "'events': [{'filter': 'event_type == level', 'weight': 'sign'}], 'assets': ['A']");
        row("change", "'events': [{'filter': 'event_type == jobs_release', 'weight': 'change'}], 'assets': "
                      "['A', 'B']");
        row("surprise", "'events': [{'filter': 'event_type == jobs_release'}], 'assets': ['A', 'B']");
        row("past breaks", news + ", 'assets': ['A'], 'quantile': {'bins': 3, 'breaks': 'past'}");
        row("past breaks of surprises",
            "'events': [{'filter': 'event_type == jobs_release', 'min_events': 5}], 'assets': ['A'], "
            "'quantile': {'of': 'surprise', 'bins': 2, 'breaks': 'past'}");
        row("pair entity", own + ", 'pair': 'entity', 'windows': [[0,0],[1,1]]");
        row("pair entity by value",
            "'events': [{'filter': 'event_type == own', 'weight': 'value'}], 'assets': ['A', 'B', 'LATE'], "
            "'pair': 'entity'");
        row("pool of quantiles",
            own + ", 'pair': 'entity', 'pool': 'assets', 'quantile': {'bins': 3, 'breaks': 'past'}");
        row("whole days", "'events': [{'filter': 'event_type == dated', 'weight': 'value'}], 'assets': ['A', "
                          "'LONDON'], 'windows': [[0,0],[1,1],[2,2]]");
        row("scheduled", "'events': [{'filter': 'event_type == meeting'}], 'assets': ['A'], 'windows': "
                         "[[0,0],[-2,-1]]");
        row("periods told later", "'events': [{'filter': 'event_type == level', 'weight': 'value'}], "
                                  "'assets': ['A', 'B']");
        row("clusters", "'events': [{'filter': 'event_type == news', 'cluster': {'count': 2, 'within': "
                        "'5d'}, 'first_in': '3d', 'min_events': 5}], 'assets': ['A']");
        row("each type", "'events': [{'each': ['event_type'], 'filter': 'source == fake'}], 'assets': ['A']");
        row("absolute returns", news + ", 'assets': ['A'], 'response': 'abs_return'");
        row("range", news + ", 'assets': ['A', 'SPLIT'], 'response': 'range'");
        row("volume", news + ", 'assets': ['A', 'SPLIT'], 'response': 'volume'");
        row("simple returns", news + ", 'assets': ['SPLIT'], 'returns': {'kind': 'simple'}");
        row("differences", news + ", 'assets': ['A'], 'returns': {'kind': 'diff'}");
        row("weekday grid", news + ", 'assets': ['A'], 'null': {'restrict': 'weekday'}");
        row("sealed and cut", news + ", 'assets': ['A', 'B'], 'sample': {'from': '2015-06-01'}",
            Instant(m_world.days[700]));
        row("bars of five minutes",
            "'interval': '5m', 'events': [{'filter': 'event_type == early'}], 'assets': ['FAST'], 'returns': "
            "{'benchmark': 'FAST'}, 'windows': [[0,0],[1,6]]");
    }

    void cleanStudiesRaiseNoAlarm()
    {
        QFETCH(QByteArray, study);
        QFETCH(Instant, sealed);
        const auto looked = m_world.test(study, sealed);
        VERIFY_OK(looked);
        QVERIFY(looked->report.instants.size() > kInstants / 2);
        QVERIFY(looked->report.compared > 1'000);
        QVERIFY2(looked->sentences.empty(),
                 looked->sentences.empty() ? "" : qPrintable(looked->sentences.front()));
    }

    void whatUsesTheWholeSampleRaisesItsAlarm_data()
    {
        QTest::addColumn<QByteArray>("study");
        QTest::addColumn<QString>("words");
        const QByteArray news = kNews;
        QTest::newRow("rank") << QByteArray(
                                     "{'events': [{'name': 'news', 'filter': 'event_type == news', 'weight': "
                                     "'rank'}], 'assets': ['A']}")
                              << u"Ranks and standard scores are taken over the whole sample."_s;
        QTest::newRow("zscore") << QByteArray("{'events': [{'name': 'news', 'filter': 'event_type == news', "
                                              "'weight': 'zscore'}], 'assets': ['A']}")
                                << u"Ranks and standard scores are taken over the whole sample."_s;
        QTest::newRow("sample breaks")
            << QByteArray("{" + news + ", 'assets': ['A'], 'quantile': {'bins': 3, 'breaks': 'sample'}}")
            << u"The breaks between the bins are those of the whole sample."_s;
    }

    void whatUsesTheWholeSampleRaisesItsAlarm()
    {
        QFETCH(QByteArray, study);
        QFETCH(QString, words);
        const auto looked = m_world.test(study);
        VERIFY_OK(looked);
        QVERIFY(!looked->sentences.empty());
        for (const QString &sentence : looked->sentences) {
            QVERIFY2(sentence.startsWith(u"The weight of “news"_s), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(words), qPrintable(sentence));
        }
    }

    void aRevisedVintageRaisesItsAlarm()
    {
        World world;
        std::vector<Event> releases;
        std::copy_if(world.bench.events.events.begin(), world.bench.events.events.end(),
                     std::back_inserter(releases),
                     [](const Event &event) { return event.eventType == "jobs_release"; });
        // three of forty are revised, two weeks later
        for (const std::size_t i : {9U, 20U, 31U})
            world.bench.events.revise(releases[i], releases[i].knownAt + hours(24 * 14)).value += 7;
        const QByteArray study = "{'events': [{'name': 'jobs', 'filter': 'event_type == jobs_release', "
                                 "'weight': 'value'}], 'assets': ['A']}";
        const auto looked = world.test(study);
        VERIFY_OK(looked);
        QCOMPARE(looked->sentences.size(), std::size_t{1});
        QVERIFY2(looked->sentences[0].contains(u"An event was changed afterwards"_s),
                 qPrintable(looked->sentences[0]));
        QVERIFY(m_world.test(study)->sentences.empty());
    }

    void eventsStampedLateRaiseTheirAlarm()
    {
        World world;
        std::mt19937 random(3);
        for (int i = 0; i < 60; ++i) {
            const std::size_t t = 10 + random() % (kDays - 20);
            world.bench.events.add("leak", Instant(world.days[t]) + hours(19)).knownAt =
                Instant(world.days[t + 1]) + hours(23);
        }
        const auto looked = world.test("{'events': [{'each': ['event_type'], 'filter': 'source == fake'}], "
                                       "'assets': ['A', 'B'], 'windows': [[0,0],[1,1]]}");
        VERIFY_OK(looked);
        QCOMPARE(looked->sentences.size(), std::size_t{1});
        QVERIFY2(looked->sentences[0].startsWith(u"The events that “leak” dates"_s),
                 qPrintable(looked->sentences[0]));
        QVERIFY(looked->sentences[0].contains(u"stamped before anybody knew them"_s));
    }

    void aPriceChangedLaterRaisesItsAlarm()
    {
        // a split that is told only forty days after it happened
        World world;
        world.bench.bars.corporate["SPLIT"][0].knownAt = Instant(world.days[490]);
        const auto looked = world.test(QByteArray("{") + kNews + ", 'assets': ['SPLIT', 'A']}");
        VERIFY_OK(looked);
        QCOMPARE(looked->sentences.size(), std::size_t{1});
        QVERIFY2(looked->sentences[0].startsWith(u"The response of SPLIT on"_s),
                 qPrintable(looked->sentences[0]));
        QVERIFY(looked->sentences[0].contains(u"a corporate action was changed afterwards"_s));
    }
};

QTEST_APPLESS_MAIN(tst_StudyRerun)
#include "tst_studyrerun.moc"
