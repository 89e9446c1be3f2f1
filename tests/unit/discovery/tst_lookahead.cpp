// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Leaks planted in simulated worlds, each beside the same computation without it: the leak is caught in every
// world, the other one never accused.
#include "core/discovery/lookahead.h"
#include "core/stats/descriptive.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

#include <map>

using namespace core::base;
using namespace core::discovery;
using core::domain::kMissing;
using Series = std::vector<DecisionSeries>;

namespace {

constexpr std::size_t kDays = 700;
constexpr unsigned kWorlds = 10;
constexpr std::size_t kAssets = 6;

struct Fact {
    Instant period;  ///< what it tells of
    Instant known;   ///< first told
    Instant revised; ///< told anew
    double first = 0;
    double second = 0;
};

/// Six assets that close at 21:00 (some leave the market), a benchmark, one that closes at 07:00 far in the
/// east, and monthly figures that are revised.
struct World {
    std::vector<Instant> open, close, eastern;
    std::map<std::string, std::vector<double>> returns;
    std::vector<std::size_t> lives; ///< bars of each asset before it leaves
    std::vector<Fact> facts;
    std::vector<Instant> news;

    explicit World(unsigned seed)
    {
        for (const Date day : support::workdays(Date(std::chrono::year(2015) / 1 / 5), kDays)) {
            open.push_back(Instant(day) + std::chrono::minutes(870));
            close.push_back(Instant(day) + std::chrono::hours(21));
            eastern.push_back(Instant(day) + std::chrono::hours(7));
        }
        std::mt19937 random(seed);
        for (std::size_t a = 0; a < kAssets; ++a) {
            returns["A" + std::to_string(a)] =
                support::normalReturns(kDays, 0.01, seed * 100 + static_cast<unsigned>(a));
            lives.push_back(a < 3 ? kDays : 300 + random() % 300);
        }
        returns["M"] = support::normalReturns(kDays, 0.008, seed * 100 + 50);
        returns["EAST"] = support::normalReturns(kDays, 0.01, seed * 100 + 51);
        for (std::size_t t = 20; t + 40 < kDays; t += 21) {
            Fact fact;
            fact.period = close[t - 15];
            fact.known = open[t] - std::chrono::hours(1);
            fact.revised = fact.known + std::chrono::hours(24 * 30);
            fact.first = static_cast<double>(random() % 1000) / 100;
            fact.second = fact.first + static_cast<double>(1 + random() % 100) / 100;
            facts.push_back(fact);
        }
        for (std::size_t i = 0; i < 120; ++i)
            news.push_back(open[10] + std::chrono::minutes(random() % ((kDays - 60) * 2000)));
        std::sort(news.begin(), news.end());
    }
};

/// A world as of an instant (missing: all of it).
struct View {
    const World &world;
    Instant asOf;

    [[nodiscard]] bool isKnown(Instant at) const { return !asOf.isValid() || at <= asOf; }
    /// How many bars have closed.
    [[nodiscard]] std::size_t bars() const
    {
        return static_cast<std::size_t>(std::count_if(world.close.begin(), world.close.end(),
                                                      [this](Instant at) { return isKnown(at); }));
    }
    [[nodiscard]] std::vector<double> returns(const std::string &symbol) const
    {
        const auto &all = world.returns.at(symbol);
        return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(bars())};
    }
    [[nodiscard]] DecisionSeries atCloses(const std::vector<double> &values) const
    {
        DecisionSeries out;
        out.name = "x";
        out.what = QStringLiteral("the value");
        for (std::size_t t = 0; t < values.size(); ++t)
            out.add(world.close[t], world.close[t], values[t]);
        return out;
    }
};

double meanOf(const std::vector<double> &x, std::size_t from, std::size_t to)
{
    return core::stats::mean(std::span(x).subspan(from, to - from));
}

Series zScore(const View &view, bool leaky)
{
    const auto x = view.returns("A0");
    std::vector<double> z(x.size(), kMissing);
    for (std::size_t t = 20; t < x.size(); ++t) {
        const std::vector<double> past(x.begin(),
                                       leaky ? x.end() : x.begin() + static_cast<std::ptrdiff_t>(t));
        z[t] = (x[t] - core::stats::mean(past)) / core::stats::standardDeviation(past);
    }
    return {view.atCloses(z)};
}

Series movingMean(const View &view, bool leaky)
{
    const auto x = view.returns("A0");
    std::vector<double> mean(x.size(), kMissing);
    for (std::size_t t = 4; t < x.size(); ++t)
        mean[t] = leaky ? meanOf(x, t - 2, std::min(x.size(), t + 3)) : meanOf(x, t - 4, t + 1);
    return {view.atCloses(mean)};
}

Series vintages(const View &view, bool leaky)
{
    DecisionSeries out;
    out.name = "x";
    for (const Fact &fact : view.world.facts) {
        if (view.isKnown(fact.known))
            out.add(fact.period, fact.known, leaky && view.isKnown(fact.revised) ? fact.second : fact.first);
    }
    return {out};
}

Series periodDates(const View &view, bool leaky)
{
    DecisionSeries out;
    out.name = "x";
    for (const Fact &fact : view.world.facts) {
        if (view.isKnown(fact.known))
            out.add(fact.period, leaky ? fact.period : fact.known, fact.first);
    }
    return {out};
}

/// News on the bar whose close is nearest, or on the first that closes after it.
Series alignment(const View &view, bool leaky)
{
    std::vector<double> counts(view.bars(), kMissing); // only bars with news
    const auto &closes = view.world.close;
    for (const Instant at : view.world.news) {
        const auto after = std::lower_bound(closes.begin(), closes.end(), at) - closes.begin();
        auto bar = static_cast<std::size_t>(after);
        if (leaky && bar > 0 && at - closes[bar - 1] < closes[bar] - at)
            --bar;
        if (view.isKnown(at) && bar < counts.size())
            counts[bar] = std::isnan(counts[bar]) ? 1 : counts[bar] + 1;
    }
    return {view.atCloses(counts)};
}

/// The sign of a bar, acted on at its open or at its close.
Series fills(const View &view, bool leaky)
{
    const auto x = view.returns("A0");
    DecisionSeries out;
    out.name = "x";
    for (std::size_t t = 0; t < x.size(); ++t)
        out.add(view.world.close[t], leaky ? view.world.open[t] : view.world.close[t], x[t] > 0 ? 1 : -1);
    return {out};
}

/// The mean of the market's members: of those that are still there at the end, or that were there then.
Series universe(const View &view, bool leaky)
{
    std::vector<double> mean(view.bars(), kMissing);
    for (std::size_t t = 0; t < mean.size(); ++t) {
        double sum = 0, count = 0;
        for (std::size_t a = 0; a < kAssets; ++a) {
            if (view.world.lives[a] <= (leaky ? mean.size() - 1 : t))
                continue;
            sum += view.world.returns.at("A" + std::to_string(a))[t];
            ++count;
        }
        mean[t] = sum / count;
    }
    return {view.atCloses(mean)};
}

/// The last value of each week on all of its days, or on those of the next one.
Series forwardFill(const View &view, bool leaky)
{
    const auto x = view.returns("A0");
    std::vector<double> filled(x.size(), kMissing);
    for (std::size_t t = 5; t < x.size(); ++t) {
        const std::size_t week = t / 5;
        filled[t] = x[leaky ? std::min(x.size() - 1, week * 5 + 4) : week * 5 - 1];
    }
    return {view.atCloses(filled)};
}

/// An eastern asset less its benchmark: that of the same date, which closes fourteen hours later, or the one
/// before.
Series benchmark(const View &view, bool leaky)
{
    DecisionSeries out;
    out.name = "x";
    const World &world = view.world;
    for (std::size_t t = 1; t < kDays && view.isKnown(world.eastern[t]); ++t) {
        const std::size_t other = leaky ? t : t - 1;
        if (view.isKnown(world.close[other]))
            out.add(world.eastern[t], world.eastern[t],
                    world.returns.at("EAST")[t] - world.returns.at("M")[other]);
    }
    return {out};
}

Series beta(const View &view, bool leaky)
{
    const auto x = view.returns("M"), y = view.returns("A0");
    std::vector<double> rest(x.size(), kMissing);
    for (std::size_t t = 60; t < x.size(); ++t) {
        double xy = 0, xx = 0;
        for (std::size_t i = leaky ? 0 : t - 60; i < (leaky ? x.size() : t); ++i) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
        }
        rest[t] = y[t] - xy / xx * x[t];
    }
    return {view.atCloses(rest)};
}

/// The quintile of a figure among all, or among those before it.
Series quintiles(const View &view, bool leaky)
{
    std::vector<double> told;
    for (const Fact &fact : view.world.facts) {
        if (view.isKnown(fact.known))
            told.push_back(fact.first);
    }
    DecisionSeries out;
    out.name = "x";
    for (std::size_t i = 5; i < told.size(); ++i) {
        const auto end = leaky ? told.end() : told.begin() + static_cast<std::ptrdiff_t>(i);
        const auto below = std::count_if(told.begin(), end, [&](double other) { return other < told[i]; });
        out.add(view.world.facts[i].known, view.world.facts[i].known,
                std::floor(5 * static_cast<double>(below) / static_cast<double>(end - told.begin())));
    }
    return {out};
}

/// Whether the price is below 120: of prices on the basis of a later split, or of those of the day.
Series splitLevels(const View &view, bool leaky)
{
    const auto x = view.returns("A0");
    const std::size_t splitAt = 400;
    std::vector<double> low(x.size());
    double price = 130;
    for (std::size_t t = 0; t < x.size(); ++t) {
        price *= std::exp(x[t]);
        const bool isRebased = leaky && x.size() > splitAt && t < splitAt;
        low[t] = (isRebased ? price / 2 : price) < 120 ? 1 : 0;
    }
    return {view.atCloses(low)};
}

using Computation = Series (*)(const View &, bool);
const std::map<std::string, Computation> kComputations{
    {"full-sample z", zScore},       {"centred mean", movingMean},      {"revised vintage", vintages},
    {"period date", periodDates},    {"nearest date", alignment},       {"same-bar fill", fills},
    {"survivor universe", universe}, {"forward fill", forwardFill},     {"future benchmark", benchmark},
    {"full-sample beta", beta},      {"full-sample breaks", quintiles}, {"later split", splitLevels}};

Result<LookAheadReport> tested(Computation computation, unsigned seed, bool leaky, LookAheadOptions options)
{
    const World world(seed);
    options.seed = seed;
    options.from = world.close[100];
    options.to = world.close.back();
    return testLookAhead(
        [&](Instant asOf) -> Result<Series> {
            return computation({world, asOf}, leaky);
        },
        options);
}

} // namespace

class tst_LookAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void catchesEveryLeakAndAccusesNoTwin_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const auto &[name, computation] : kComputations)
            QTest::newRow(name.c_str()) << QByteArray::fromStdString(name);
    }

    void catchesEveryLeakAndAccusesNoTwin()
    {
        QFETCH(QByteArray, name);
        const Computation computation = kComputations.at(name.toStdString());
        LookAheadOptions options;
        options.instants = 12;
        int caught = 0;
        for (unsigned seed = 1; seed <= kWorlds; ++seed) {
            const auto leak = tested(computation, seed, true, options);
            VERIFY_OK(leak);
            caught += leak->passed() ? 0 : 1;
            const auto clean = tested(computation, seed, false, options);
            VERIFY_OK(clean);
            QVERIFY(clean->compared > 100 || !clean->instants.empty());
            QVERIFY2(clean->passed(),
                     clean->first.empty() ? "" : qPrintable(sentenceOf(clean->first.front())));
        }
        QCOMPARE(caught, static_cast<int>(kWorlds));
    }

    void tellsWhatWhenThenAndNow()
    {
        const World world(1);
        const auto build = [&world](Instant asOf) -> Result<Series> {
            DecisionSeries out;
            out.name = "x";
            out.what = QStringLiteral("the value");
            out.add(world.close[3], world.close[3], asOf.isValid() ? 1.25 : 2.5);
            out.add(world.close[9], world.close[9], asOf.isValid() ? kMissing : 7);
            return Series{out};
        };
        LookAheadOptions options;
        options.instants = 8;
        const auto report = testLookAhead(build, options);
        VERIFY_OK(report);
        QVERIFY(!report->passed());
        QCOMPARE(report->first.size(), std::size_t{1});
        QVERIFY(report->first[0].about == world.close[3]); // the earliest of the series
        QCOMPARE(sentenceOf(report->first[0]),
                 QStringLiteral("The value on 2015-01-08 21:00: 1.25 by what was known on 2015-01-08 21:00, "
                                "but 2.5 now."));
        LookAheadDifference gone = report->first[0];
        gone.now = kMissing;
        QVERIFY(sentenceOf(gone).endsWith(QStringLiteral("but nothing now.")));
    }

    void roundingIsNoDifference()
    {
        const World world(1);
        const auto differs = [&world](double by) {
            return testLookAhead(
                [&world, by](Instant asOf) -> Result<Series> {
                    DecisionSeries out;
                    out.name = "x";
                    for (std::size_t t = 0; t < 50; ++t)
                        out.add(world.close[t], world.close[t],
                                world.returns.at("A0")[t] + (asOf.isValid() ? by : 0));
                    return Series{out};
                },
                {});
        };
        QVERIFY(differs(1e-13)->passed());
        QVERIFY(!differs(1e-9)->passed());
    }

    void aSuspectedInstantIsLookedAt()
    {
        // one figure of forty is changed an hour after it was told: hardly ever met by chance
        const World world(1);
        const auto &facts = world.facts;
        const auto build = [&facts](Instant asOf) -> Result<Series> {
            DecisionSeries out;
            out.name = "x";
            for (std::size_t i = 0; i < facts.size(); ++i) {
                const Instant changed = facts[i].known + std::chrono::hours(1);
                if (!asOf.isValid() || facts[i].known <= asOf)
                    out.add(facts[i].known, facts[i].known,
                            i == 17 && (!asOf.isValid() || changed <= asOf) ? 9 : 1);
            }
            return Series{out};
        };
        LookAheadOptions options;
        options.instants = 2;
        options.suspects = [&facts] {
            return std::vector<Instant>{facts[17].known + std::chrono::minutes(30)};
        };
        const auto report = testLookAhead(build, options);
        VERIFY_OK(report);
        QVERIFY(!report->passed());
    }

    void whatIsDecidedLaterIsNotAskedFor()
    {
        // a value about a bar, but decided two days on, may still change until then
        const World world(1);
        const auto report = testLookAhead(
            [&world](Instant asOf) -> Result<Series> {
                DecisionSeries out;
                out.name = "x";
                for (std::size_t t = 0; t + 2 < kDays; ++t) {
                    if (!asOf.isValid() || world.close[t] <= asOf)
                        out.add(world.close[t], world.close[t + 2],
                                !asOf.isValid() || world.close[t + 2] <= asOf ? 1 : 5);
                }
                return Series{out};
            },
            {});
        VERIFY_OK(report);
        QVERIFY(report->passed());
        QVERIFY(report->compared > 0);
    }

    void nothingDecidedIsNothingTested()
    {
        const auto report = testLookAhead([](Instant) -> Result<Series> { return Series(); }, {});
        VERIFY_OK(report);
        QVERIFY(report->instants.empty());
    }

    void theSameSeedTestsTheSameInstants()
    {
        const auto one = tested(movingMean, 3, true, {});
        const auto two = tested(movingMean, 3, true, {});
        VERIFY_OK(one);
        VERIFY_OK(two);
        QVERIFY(one->instants == two->instants);
        QCOMPARE(one->different, two->different);
    }

    void stopsWhenCancelled()
    {
        LookAheadOptions options;
        const CancelToken token;
        options.cancel = token;
        options.progress = [token](const Progress &) { token.cancel(); };
        VERIFY_ERROR(tested(movingMean, 1, false, options), ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_LookAhead)
#include "tst_lookahead.moc"
