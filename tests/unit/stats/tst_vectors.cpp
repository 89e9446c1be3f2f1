// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The published test vectors of the statistics design, at the tolerance each file states.
#include "core/stats/bootstrap.h"
#include "core/stats/distributions.h"
#include "core/stats/multiplicity.h"
#include "core/stats/permutation.h"
#include "core/stats/regression.h"
#include "core/stats/sum.h"
#include "core/stats/tail.h"
#include "tests/support/check.h"
#include "tests/support/vectors.h"

#include <cmath>

using namespace core::stats;
using support::Vectors;

namespace {

/// R_h[t] = Σ_{j=1..h} ar[(t+j) mod T], centred over all bars.
std::vector<double> forwardReturns(const std::vector<double> &ar, std::size_t window)
{
    const std::size_t bars = ar.size();
    std::vector<double> result(bars, 0.0);
    for (std::size_t t = 0; t < bars; ++t)
        for (std::size_t j = 1; j <= window; ++j)
            result[t] += ar[(t + j) % bars];
    const double centre = mean(result);
    for (double &r : result)
        r -= centre;
    return result;
}

std::vector<double> absolute(std::vector<double> x)
{
    for (double &value : x)
        value = std::fabs(value);
    return x;
}

/// Welch's t between the columns labelled 1 and 0.
double welch(std::span<const double> row, std::span<const int> label)
{
    std::vector<double> groups[2];
    for (std::size_t i = 0; i < row.size(); ++i)
        groups[label[i]].push_back(row[i]);
    const double spread = variance(groups[1]) / static_cast<double>(groups[1].size()) +
                          variance(groups[0]) / static_cast<double>(groups[0].size());
    return (mean(groups[1]) - mean(groups[0])) / std::sqrt(spread);
}

/// All tests of this folder, one after the other.
QByteArray testSources()
{
    QByteArray text;
    const QDir folder(QStringLiteral(FORESHOCK_SOURCE_DIR "/tests/unit/stats"));
    for (const QString &name : folder.entryList({QStringLiteral("tst_*.cpp")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            text += file.readAll();
    }
    return text;
}

void bothCases()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("a") << QStringLiteral("a");
    QTest::newRow("b") << QStringLiteral("b");
}

} // namespace

#define VECTORS(name, method)                                                                                \
    QFETCH(const QString, which);                                                                            \
    SHARED_DATA_OR_SKIP(path, QStringLiteral("vectors/" method "__%1.json").arg(which));                     \
    const Vectors name(path)

class tst_Vectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void circularShiftAll_data() { bothCases(); }
    void circularShiftAll()
    {
        VECTORS(v, "permutation__circular_shift_all");
        const auto window = static_cast<std::size_t>(v.input("h").toInt());
        const std::vector<double> returns = forwardReturns(v.inputs("ar"), window);
        VERIFY_VECTOR(v, "forward_CAR_centered", returns);
        const ShiftScan scan = core::stats::circularShiftAll(v.inputs("e"), returns);
        VERIFY_VECTOR(v, "S_all_shifts", scan.sums);
        VERIFY_VECTOR(v, "Q_all_shifts", scan.squares);
        VERIFY_VECTOR(v, "t_all_shifts", scan.t);
        VERIFY_VECTOR(v, "p_circ_mean_two_sided", shiftP(scan.sums, Side::Two));
        VERIFY_VECTOR(v, "p_circ_mean_greater", shiftP(scan.sums, Side::Greater));
        VERIFY_VECTOR(v, "p_circ_t_two_sided", shiftP(scan.t, Side::Two));
        VERIFY_VECTOR(v, "p_circ_t_shift_multiple_of_5", shiftP(scan.t, Side::Two, 5));
        // lags 0..4 are shifts of the same statistic
        const std::size_t bars = scan.t.size();
        std::vector<double> lagged;
        for (std::size_t lag = 0; lag < 5; ++lag)
            for (std::size_t s = 0; s < bars; ++s)
                lagged.push_back(scan.t[(s + lag) % bars]);
        VERIFY_VECTOR(v, "p_adj_lag", core::stats::jointShiftMaxT(lagged, bars).singleStep);
    }

    void jointShiftMaxT_data() { bothCases(); }
    void jointShiftMaxT()
    {
        VECTORS(v, "permutation__joint_shift_maxT");
        const auto window = static_cast<std::size_t>(v.input("h").toInt());
        const std::vector<double> assets = v.inputs("ar_rows_assets");
        const std::vector<double> events = v.inputs("e_rows_event_types");
        const auto assetCount = static_cast<std::size_t>(v.input("ar_rows_assets").toArray().size());
        const std::size_t bars = assets.size() / assetCount;
        std::vector<double> all;
        std::vector<double> observed;
        std::vector<double> raw;
        for (std::size_t k = 0; k < events.size(); k += bars)
            for (std::size_t j = 0; j < assets.size(); j += bars) {
                const auto from = assets.begin() + static_cast<std::ptrdiff_t>(j);
                const ShiftScan scan = core::stats::circularShiftAll(
                    std::span(events).subspan(k, bars),
                    forwardReturns(std::vector<double>(from, from + static_cast<std::ptrdiff_t>(bars)),
                                   window));
                observed.push_back(std::fabs(scan.t[0]));
                raw.push_back(shiftP(scan.t, Side::Two));
                all.insert(all.end(), scan.t.begin(), scan.t.end());
            }
        VERIFY_VECTOR(v, "abs_t_observed", observed);
        VERIFY_VECTOR(v, "p_raw", raw);
        const StepP p = core::stats::jointShiftMaxT(all, bars);
        VERIFY_VECTOR(v, "p_maxT_single_step", p.singleStep);
        VERIFY_VECTOR(v, "p_maxT_step_down", p.stepDown);
    }

    void linearShift_data() { bothCases(); }
    void linearShift()
    {
        VECTORS(v, "permutation__linear_shift_harris");
        const auto most = static_cast<std::size_t>(v.input("N").toInt());
        const LinearShift result = core::stats::linearShift(v.inputs("x"), v.inputs("y"), most);
        VERIFY_VECTOR(v, "corr_by_shift_-N_to_N", result.correlation);
        VERIFY_VECTOR(v, "m_count_including_zero", static_cast<double>(result.reached));
        VERIFY_VECTOR(v, "p_conservative", result.p);
    }

    void blockShift_data() { bothCases(); }
    void blockShift()
    {
        VECTORS(v, "permutation__block_stratified_shift_exact");
        const auto length = static_cast<std::size_t>(v.input("block_len").toInt());
        const BlockShift result = blockShiftExact(v.inputs("e"), v.inputs("x"), length);
        VERIFY_VECTOR(v, "block_S", result.blockSums);
        VERIFY_VECTOR(v, "S_observed", result.observed);
        VERIFY_VECTOR(v, "null_size", static_cast<double>(result.size));
        VERIFY_VECTOR(v, "p_greater_exact", result.pGreater);
        VERIFY_VECTOR(v, "p_two_sided_about_null_mean_exact", result.pTwoSided);
        VERIFY_VECTOR(v, "null_mean", result.mean);
        VERIFY_VECTOR(v, "null_var", result.variance);
    }

    void labelPermutation_data() { bothCases(); }
    void labelPermutation()
    {
        VECTORS(v, "permutation__exact_label_permutation_two_sample");
        const LabelPermutation result = core::stats::labelPermutation(v.inputs("x"), v.inputs("y"));
        VERIFY_VECTOR(v, "mean_diff", result.difference);
        VERIFY_VECTOR(v, "p_greater", result.pGreater);
        VERIFY_VECTOR(v, "p_two_sided_scipy_2x_min_tail", result.pTwoSided);
        VERIFY_VECTOR(v, "n_perm", static_cast<double>(result.size));
    }

    void paretoTail_data() { bothCases(); }
    void paretoTail() // the notes: log-likelihood at least as high − 1e-4, p within 2 %
    {
        VECTORS(v, "permutation__gpd_tail_pvalue_knijnenburg");
        const auto count = static_cast<std::size_t>(v.input("n_exceed").toInt());
        const ParetoTail tail =
            core::stats::paretoTail(v.inputs("null_sample"), count, v.input("x0").toDouble());
        VERIFY_VECTOR(v, "threshold", tail.threshold);
        VERIFY_VECTOR(v, "p_empirical_plus1", tail.empirical);
        QVERIFY(tail.logLikelihood >= v.expectedValue("loglik") - 1e-4);
        QVERIFY(std::fabs(tail.p / v.expectedValue("p_gpd") - 1.0) < 0.02);
        QVERIFY(std::fabs(tail.shape - v.expectedValue("shape_c")) < 2e-3);
        QVERIFY(std::fabs(tail.scale / v.expectedValue("scale") - 1.0) < 2e-3);
    }

    void blockLength_data() { bothCases(); }
    void blockLength()
    {
        VECTORS(v, "permutation__optimal_block_length_politis_white");
        const BlockLength length = optimalBlockLength(v.inputs("x"));
        VERIFY_VECTOR(v, "b_stationary", length.stationary);
        VERIFY_VECTOR(v, "b_circular", length.circular);
    }

    void stationaryIndices_data() { bothCases(); }
    void stationaryIndices()
    {
        VECTORS(v, "permutation__stationary_bootstrap_indices");
        std::vector<std::size_t> starts;
        for (const double start : v.inputs("start_indices"))
            starts.push_back(static_cast<std::size_t>(start));
        std::vector<double> got;
        for (const std::size_t index :
             stationaryBootstrapIndices(starts, v.inputs("u"), v.input("p_new_block").toDouble()))
            got.push_back(static_cast<double>(index));
        VERIFY_VECTOR(v, "indices", got);
    }

    void adjustedPValues_data() { bothCases(); }
    void adjustedPValues()
    {
        VECTORS(v, "multiple_testing__adjusted_pvalues");
        const std::vector<double> p = v.inputs("p");
        using core::stats::adjustedPValues;
        VERIFY_VECTOR(v, "bonferroni", adjustedPValues(p, Correction::Bonferroni));
        VERIFY_VECTOR(v, "sidak_ss", adjustedPValues(p, Correction::Sidak));
        VERIFY_VECTOR(v, "sidak_sd", adjustedPValues(p, Correction::SidakStepDown));
        VERIFY_VECTOR(v, "holm", adjustedPValues(p, Correction::Holm));
        VERIFY_VECTOR(v, "hochberg", adjustedPValues(p, Correction::Hochberg));
        VERIFY_VECTOR(v, "hommel", adjustedPValues(p, Correction::Hommel));
        VERIFY_VECTOR(v, "BH", adjustedPValues(p, Correction::BenjaminiHochberg));
        VERIFY_VECTOR(v, "BY", adjustedPValues(p, Correction::BenjaminiYekutieli));
        VERIFY_VECTOR(v, "TSBH_0.05", twoStageBenjaminiHochberg(p, 0.05));
    }

    void twoStagesKeepTheirPWhereAllAreRejected()
    {
        const std::vector<double> p{0.001, 0.002, 0.004, 0.01};
        QCOMPARE(twoStageBenjaminiHochberg(p, 0.05),
                 core::stats::adjustedPValues(p, Correction::BenjaminiHochberg));
    }

    void westfallYoung_data() { bothCases(); }
    void westfallYoung() // complete enumeration of the labels
    {
        VECTORS(v, "multiple_testing__westfall_young_complete_enumeration");
        std::vector<int> observedLabel;
        for (const double label : v.inputs("classlabel"))
            observedLabel.push_back(static_cast<int>(label));
        const std::vector<double> x = v.inputs("X_rows_hypotheses");
        const std::size_t columns = observedLabel.size();
        std::vector<double> observed;
        for (std::size_t i = 0; i < x.size(); i += columns)
            observed.push_back(welch(std::span(x).subspan(i, columns), observedLabel));
        VERIFY_VECTOR(v, "teststat", observed);
        std::vector<std::vector<int>> labels;
        std::vector<int> label = observedLabel;
        std::sort(label.begin(), label.end());
        do
            labels.push_back(label);
        while (std::next_permutation(label.begin(), label.end()));
        std::vector<double> null;
        for (std::size_t i = 0; i < x.size(); i += columns)
            for (const auto &one : labels)
                null.push_back(std::fabs(welch(std::span(x).subspan(i, columns), one)));
        const JointNull joint{null, labels.size()};
        VERIFY_VECTOR(v, "rawp", resamplingP(absolute(observed), joint, Identity::Included));
        VERIFY_VECTOR(v, "adjp_maxT", maxT(absolute(observed), joint, Identity::Included).stepDown);
        VERIFY_VECTOR(v, "adjp_minP", minP(absolute(observed), joint));
    }

    void romanoWolf_data() { bothCases(); }
    void romanoWolf()
    {
        VECTORS(v, "multiple_testing__romano_wolf_stepdown_from_null_matrix");
        const std::vector<double> observed = absolute(v.inputs("obs"));
        const std::vector<double> null = absolute(v.inputs("null_rows_hypotheses"));
        const StepP p = maxT(observed, {null, null.size() / observed.size()}, Identity::AddOne);
        VERIFY_VECTOR(v, "p_single_step_plus1", p.singleStep);
        VERIFY_VECTOR(v, "p_step_down_plus1", p.stepDown);
    }

    void neweyWest_data() { bothCases(); }
    void neweyWest()
    {
        VECTORS(v, "dependence__ols_hac");
        const std::vector<double> y = v.inputs("y");
        const std::vector<double> x = v.inputs("x");
        const Line line = fitLine(y, x);
        VERIFY_VECTOR(v, "beta", (std::vector<double>{line.alpha, line.beta}));
        VERIFY_VECTOR(v, "se_ols", (std::vector<double>{line.alphaError, line.betaError}));
        const LineErrors errors =
            core::stats::neweyWest(y, x, line, static_cast<std::size_t>(v.input("maxlags").toInt()));
        VERIFY_VECTOR(v, "se_hac5_bartlett", (std::vector<double>{errors.alpha, errors.beta}));
        VERIFY_VECTOR(v, "p_hac5_normal",
                      (std::vector<double>{normalTwoSided(line.alpha / errors.alpha),
                                           normalTwoSided(line.beta / errors.beta)}));
    }

    void everyFileOfTheseAreasHasATest() // a test reads the cases a and b of a method it names in a string
    {
        SHARED_DATA_OR_SKIP(path, QStringLiteral("vectors"));
        const QByteArray sources = testSources();
        QStringList unclaimed;
        int seen = 0;
        for (const char *area : {"event_study", "permutation", "multiple_testing", "dependence"}) {
            const QString pattern = QStringLiteral("%1__*.json").arg(QLatin1String(area));
            for (const QString &file : QDir(path).entryList({pattern}, QDir::Files)) {
                const QStringList parts = file.chopped(5).split(QStringLiteral("__"));
                const QByteArray name = parts.value(1).toUtf8();
                const bool named = sources.contains('"' + name + '"') ||
                                   sources.contains("__" + name + '"') ||
                                   sources.contains("__" + name + "__");
                const bool usualCase =
                    parts.value(2) == QLatin1String("a") || parts.value(2) == QLatin1String("b");
                if (!named || !usualCase)
                    unclaimed << file;
                ++seen;
            }
        }
        QVERIFY(seen >= 50);
        QVERIFY2(unclaimed.isEmpty(), qPrintable(unclaimed.join(QStringLiteral(", "))));
    }
};

QTEST_APPLESS_MAIN(tst_Vectors)
#include "tst_vectors.moc"
