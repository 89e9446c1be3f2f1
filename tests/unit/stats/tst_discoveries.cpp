// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// False discovery rates, at once and over the years: the published vectors, what each promises, what each
// finds.
#include "core/stats/distributions.h"
#include "core/stats/evalues.h"
#include "core/stats/falsediscovery.h"
#include "core/stats/onlinediscovery.h"
#include "core/stats/random.h"
#include "tests/support/check.h"
#include "tests/support/vectors.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

using namespace core::stats;
using support::Vectors;

namespace {

std::vector<double> asNumbers(const std::vector<std::uint8_t> &flags)
{
    return {flags.begin(), flags.end()};
}

void bothCases()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("a") << QStringLiteral("a");
    QTest::newRow("b") << QStringLiteral("b");
}

using Procedure = std::function<std::vector<std::uint8_t>(std::span<const double>)>;

struct Rates {
    double falseDiscovery = 0;
    double power = 0;
    double any = 0; ///< share of the runs with a false finding
};

/// 400 runs of 200 one-sided normal tests, a share of them with an effect of `size` deviations.
Rates simulate(const Procedure &procedure, double share, double size)
{
    constexpr int kRuns = 400;
    constexpr std::size_t kTests = 200;
    Rates rates;
    for (int run = 0; run < kRuns; ++run) {
        Random random(31, RandomPurpose::Test, static_cast<std::uint64_t>(run));
        std::vector<double> p;
        std::vector<std::uint8_t> real;
        for (std::size_t i = 0; i < kTests; ++i) {
            real.push_back(random.uniform() < share ? 1 : 0);
            p.push_back(1 - normalCdf(random.normal() + (real.back() != 0 ? size : 0)));
        }
        double found = 0;
        double hits = 0;
        const std::vector<std::uint8_t> reported = procedure(p);
        for (std::size_t i = 0; i < kTests; ++i) {
            found += reported[i];
            hits += reported[i] != 0 && real[i] != 0 ? 1 : 0;
        }
        const double all = std::accumulate(real.begin(), real.end(), 0.0);
        rates.falseDiscovery += found > 0 ? (found - hits) / found / kRuns : 0;
        rates.power += all > 0 ? hits / all / kRuns : 0;
        rates.any += found > hits ? 1.0 / kRuns : 0;
    }
    return rates;
}

std::vector<std::uint8_t> below(const std::vector<double> &values, double bound)
{
    std::vector<std::uint8_t> flags;
    for (const double value : values)
        flags.push_back(value <= bound ? 1 : 0);
    return flags;
}

Procedure inBatches(BatchRule rule)
{
    return [rule](std::span<const double> p) {
        BatchDiscovery batches(rule, 0.05);
        std::vector<std::uint8_t> all;
        for (std::size_t i = 0; i < p.size(); i += 20) {
            const auto found = batches.next(p.subspan(i, 20));
            all.insert(all.end(), found.begin(), found.end());
        }
        return all;
    };
}

Procedure stream(OnlineRule rule)
{
    return [rule](std::span<const double> p) { return onlineDiscovery(rule, 0.05, p); };
}

struct Named {
    const char *name;
    Procedure procedure;
    double leastPower; ///< with a fifth of effects of 4 deviations
};

const std::vector<Named> kProcedures{
    {"storey", [](std::span<const double> p) { return below(qValues(p, nullShare(p)), 0.05); }, 0.8},
    {"storey bootstrap",
     [](std::span<const double> p) { return below(qValues(p, nullShareBootstrap(p)), 0.05); }, 0.8},
    {"hierarchical",
     [](std::span<const double> p) {
         std::vector<std::size_t> family;
         for (std::size_t i = 0; i < p.size(); ++i)
             family.push_back(i / 20);
         return hierarchicalDiscovery(p, family, 10, 0.05).rejected;
     },
     0.8},
    {"e-BH of calibrated p",
     [](std::span<const double> p) {
         std::vector<double> e;
         for (const double value : p)
             e.push_back(integratedCalibrator(value));
         return eBenjaminiHochberg(e, 0.05);
     },
     0.3},
    {"LORD++", stream(OnlineRule::Lord), 0.5},
    {"SAFFRON", stream(OnlineRule::Saffron), 0.6},
    {"ADDIS", stream(OnlineRule::Addis), 0.6},
    {"LOND", stream(OnlineRule::Lond), 0.4},
    {"LOND for any dependence", stream(OnlineRule::LondDependent), 0.3},
    {"spending", stream(OnlineRule::Spending), 0.2},
    {"BatchBH", inBatches(BatchRule::BenjaminiHochberg), 0.5},
    {"BatchPRDS", inBatches(BatchRule::Positive), 0.5},
};

void everyProcedure()
{
    QTest::addColumn<int>("procedure");
    for (std::size_t i = 0; i < kProcedures.size(); ++i)
        QTest::newRow(kProcedures[i].name) << static_cast<int>(i);
}

constexpr double kMost = 0.05 + 3 * 0.0109; // three standard errors of 400 runs

} // namespace

#define VECTORS(name, method)                                                                                \
    QFETCH(const QString, which);                                                                            \
    SHARED_DATA_OR_SKIP(path, QStringLiteral("vectors/multiple_testing__" method "__%1.json").arg(which));   \
    const Vectors name(path)

class tst_Discoveries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storeyVectors_data() { bothCases(); }
    void storeyVectors()
    {
        VECTORS(v, "storey_qvalue");
        const std::vector<double> p = v.inputs("p");
        VERIFY_VECTOR(v, "pi0_lambda0.5", nullShare(p, 0.5));
        VERIFY_VECTOR(v, "q_lambda0.5", qValues(p, nullShare(p, 0.5)));
        VERIFY_VECTOR(v, "pi0_bootstrap", nullShareBootstrap(p));
        VERIFY_VECTOR(v, "q_bootstrap", qValues(p, nullShareBootstrap(p)));
    }

    void hierarchicalVectors_data() { bothCases(); }
    void hierarchicalVectors()
    {
        VECTORS(v, "hierarchical_benjamini_bogomolov");
        std::vector<std::size_t> family;
        for (const double group : v.inputs("group"))
            family.push_back(static_cast<std::size_t>(group));
        const std::size_t families = *std::max_element(family.begin(), family.end()) + 1;
        const auto result = hierarchicalDiscovery(v.inputs("p"), family, families, v.input("q").toDouble());
        VERIFY_VECTOR(v, "simes_p", result.familyP);
        VERIFY_VECTOR(v, "selected_groups", asNumbers(result.selected));
        VERIFY_VECTOR(v, "within_level", result.level);
        VERIFY_VECTOR(v, "reject", asNumbers(result.rejected));
    }

    void eValueVectors_data() { bothCases(); }
    void eValueVectors()
    {
        VECTORS(v, "ebh_and_calibrators");
        const auto found = eBenjaminiHochberg(v.inputs("e"), v.input("alpha").toDouble());
        VERIFY_VECTOR(v, "ebh_reject", asNumbers(found));
        VERIFY_VECTOR(v, "ebh_k", std::accumulate(found.begin(), found.end(), 0.0));
        std::vector<double> power;
        std::vector<double> integrated;
        for (const double p : v.inputs("p_for_calibration")) {
            power.push_back(powerCalibrator(p, 0.5));
            integrated.push_back(integratedCalibrator(p));
        }
        VERIFY_VECTOR(v, "p2e_kappa_0.5", power);
        VERIFY_VECTOR(v, "p2e_integrated", integrated);
    }

    void knockoffVectors_data() { bothCases(); }
    void knockoffVectors()
    {
        VECTORS(v, "knockoff_plus_threshold");
        const std::vector<double> w = v.inputs("W");
        const double threshold = knockoffThreshold(w, v.input("q").toDouble());
        VERIFY_VECTOR(v, "threshold", threshold);
        std::vector<double> selected;
        for (std::size_t i = 0; i < w.size(); ++i)
            if (w[i] >= threshold)
                selected.push_back(static_cast<double>(i));
        VERIFY_VECTOR(v, "selected", selected);
    }

    void onlineVectors_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("rule");
        const std::vector<std::pair<const char *, OnlineRule>> rules{{"LORDpp", OnlineRule::Lord},
                                                                     {"SAFFRON", OnlineRule::Saffron},
                                                                     {"ADDIS", OnlineRule::Addis},
                                                                     {"LOND", OnlineRule::Lond},
                                                                     {"LOND_dep", OnlineRule::LondDependent},
                                                                     {"AlphaSpending", OnlineRule::Spending}};
        for (const char *which : {"a", "b"})
            for (const auto &[key, rule] : rules)
                QTest::addRow("%s %s", which, key)
                    << QString::fromLatin1(which) << QString::fromLatin1(key) << static_cast<int>(rule);
    }
    void onlineVectors()
    {
        QFETCH(const QString, key);
        QFETCH(const int, rule);
        VECTORS(v, "online_fdr");
        OnlineDiscovery online(static_cast<OnlineRule>(rule), v.input("alpha").toDouble());
        std::vector<double> levels;
        std::vector<double> found;
        for (const double p : v.inputs("p_in_arrival_order")) {
            levels.push_back(online.level());
            found.push_back(online.next(p) ? 1 : 0);
        }
        VERIFY_VECTOR(v, qPrintable(key + QStringLiteral("/alphai")), levels);
        VERIFY_VECTOR(v, qPrintable(key + QStringLiteral("/R")), found);
    }

    void batchVectors_data() { bothCases(); }
    void batchVectors()
    {
        VECTORS(v, "online_fdr");
        const std::vector<double> p = v.inputs("p_in_arrival_order");
        const std::vector<double> label = v.inputs("batch_labels");
        for (const auto &[key, rule] : {std::pair{"BatchBH", BatchRule::BenjaminiHochberg},
                                        std::pair{"BatchPRDS", BatchRule::Positive}}) {
            BatchDiscovery batches(rule, v.input("alpha").toDouble());
            std::vector<double> levels;
            std::vector<double> found;
            for (std::size_t first = 0; first < p.size();) {
                std::size_t end = first;
                while (end < p.size() && label[end] == label[first])
                    ++end;
                levels.insert(levels.end(), end - first, batches.level(end - first));
                for (const std::uint8_t flag : batches.next(std::span(p).subspan(first, end - first)))
                    found.push_back(flag);
                first = end;
            }
            VERIFY_VECTOR(v, qPrintable(QStringLiteral("%1/alphai").arg(QLatin1String(key))), levels);
            VERIFY_VECTOR(v, qPrintable(QStringLiteral("%1/R").arg(QLatin1String(key))), found);
        }
    }

    void nothingAskedIsNothingFound()
    {
        QCOMPARE(nullShare({}), 1.0);
        QCOMPARE(nullShareBootstrap({}), 1.0);
        QVERIFY(qValues({}, 1).empty());
        QVERIFY(eBenjaminiHochberg({}, 0.05).empty());
        QVERIFY(std::isinf(knockoffThreshold({}, 0.1)));
        QVERIFY(hierarchicalDiscovery({}, {}, 2, 0.05).rejected.empty());
        BatchDiscovery batches(BatchRule::BenjaminiHochberg, 0.05);
        QVERIFY(batches.next({}).empty());
        QVERIFY(batches.state().empty());
    }

    void calibratorsHoldTheirEnds()
    {
        QVERIFY(std::isinf(integratedCalibrator(0)));
        QVERIFY(std::isinf(powerCalibrator(0, 0.5)));
        QVERIFY(std::fabs(integratedCalibrator(1) - 0.5) < 1e-12);
        QVERIFY(std::fabs(integratedCalibrator(0.9999) - integratedCalibrator(0.99991)) < 1e-5);
        const std::vector<double> e{std::numeric_limits<double>::infinity(), 0.1};
        QCOMPARE(eBenjaminiHochberg(e, 0.05), (std::vector<std::uint8_t>{1, 0}));
    }

    void calibratedPValuesAreOneOnAverage() // ∫ over p, by the midpoint rule on a scale that stretches the
                                            // small ones
    {
        double power = 0;
        double integrated = 0;
        constexpr int kSteps = 200000;
        for (int i = 0; i < kSteps; ++i) {
            const double u = (i + 0.5) / kSteps;
            const double p = std::pow(u, 8); // dp = 8u⁷ du
            power += powerCalibrator(p, 0.5) * 8 * std::pow(u, 7) / kSteps;
            integrated += integratedCalibrator(p) * 8 * std::pow(u, 7) / kSteps;
        }
        QVERIFY(std::fabs(power - 1) < 1e-3);
        QVERIFY2(integrated <= 1,
                 qPrintable(QString::number(integrated))); // 1/ln(1/p) of it lies below any p
        QVERIFY(integrated > 0.98);
    }

    void aKeptStreamGoesOnAsIfItHadNeverStopped()
    {
        for (const OnlineRule rule : {OnlineRule::Lord, OnlineRule::Saffron, OnlineRule::Addis,
                                      OnlineRule::Lond, OnlineRule::LondDependent, OnlineRule::Spending}) {
            OnlineDiscovery whole(rule, 0.05);
            OnlineDiscovery part(rule, 0.05);
            Random random(7, RandomPurpose::Test, 0);
            for (int i = 0; i < 200; ++i) {
                const double p = std::pow(random.uniform(), i % 5 == 0 ? 12 : 1);
                QCOMPARE(part.level(), whole.level());
                whole.next(p);
                part.next(p);
                part = OnlineDiscovery(rule, 0.05, part.state());
            }
            QVERIFY(!whole.state().findings.empty());
        }
    }

    void keptBatchesGoOnAsIfTheyHadNeverStopped()
    {
        BatchDiscovery whole(BatchRule::BenjaminiHochberg, 0.05);
        BatchDiscovery part(BatchRule::BenjaminiHochberg, 0.05);
        Random random(8, RandomPurpose::Test, 0);
        for (int i = 0; i < 30; ++i) {
            std::vector<double> p;
            for (int j = 0; j < 10; ++j)
                p.push_back(std::pow(random.uniform(), j == 0 ? 12 : 1));
            QCOMPARE(part.next(p), whole.next(p));
            part = BatchDiscovery(BatchRule::BenjaminiHochberg, 0.05, part.state());
        }
    }

    void nullsAreRarelyFound_data() { everyProcedure(); }
    void nullsAreRarelyFound()
    {
        QFETCH(const int, procedure);
        const Rates rates = simulate(kProcedures[static_cast<std::size_t>(procedure)].procedure, 0, 0);
        QVERIFY2(rates.any <= kMost, qPrintable(QString::number(rates.any)));
    }

    void effectsAreFoundAndFewOfThemFalse_data() { everyProcedure(); }
    void effectsAreFoundAndFewOfThemFalse()
    {
        QFETCH(const int, procedure);
        const Named &named = kProcedures[static_cast<std::size_t>(procedure)];
        const Rates rates = simulate(named.procedure, 0.2, 4);
        QVERIFY2(rates.falseDiscovery <= kMost, qPrintable(QString::number(rates.falseDiscovery)));
        QVERIFY2(rates.power >= named.leastPower, qPrintable(QString::number(rates.power)));
    }

    void knockoffsOfFairCoinsAreRarelyFalse()
    {
        double rate = 0;
        double power = 0;
        for (int run = 0; run < 400; ++run) {
            Random random(41, RandomPurpose::Test, static_cast<std::uint64_t>(run));
            std::vector<double> w;
            for (int i = 0; i < 100; ++i)
                w.push_back(i < 30 ? 3 + random.normal() : random.normal());
            const double threshold = knockoffThreshold(w, 0.2);
            double found = 0;
            double hits = 0;
            for (std::size_t i = 0; i < w.size(); ++i) {
                found += w[i] >= threshold ? 1 : 0;
                hits += w[i] >= threshold && i < 30 ? 1 : 0;
            }
            rate += found > 0 ? (found - hits) / found / 400 : 0;
            power += hits / 30 / 400;
        }
        QVERIFY2(rate <= 0.2, qPrintable(QString::number(rate)));
        QVERIFY2(power > 0.8, qPrintable(QString::number(power)));
    }
};

QTEST_APPLESS_MAIN(tst_Discoveries)
#include "tst_discoveries.moc"
