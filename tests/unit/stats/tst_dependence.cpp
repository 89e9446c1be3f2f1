// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of dependence: the published vectors, cases by hand, and planted relationships that are found.
#include "core/stats/associations.h"
#include "core/stats/crosscorrelation.h"
#include "core/stats/distancecorrelation.h"
#include "core/stats/distributions.h"
#include "core/stats/granger.h"
#include "core/stats/hayashiyoshida.h"
#include "core/stats/leastsquares.h"
#include "core/stats/mutualinformation.h"
#include "core/stats/pcmci.h"
#include "core/stats/simulation.h"
#include "core/stats/transferentropy.h"
#include "tests/support/check.h"
#include "tests/support/vectors.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

using namespace core::stats;
using support::Vectors;

namespace {

void bothCases()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("a") << QStringLiteral("a");
    QTest::newRow("b") << QStringLiteral("b");
}

std::vector<std::int64_t> asTimes(const std::vector<double> &seconds)
{
    std::vector<std::int64_t> times;
    for (const double second : seconds)
        times.push_back(static_cast<std::int64_t>(second));
    return times;
}

std::vector<double> asNumbers(const std::vector<std::uint8_t> &codes, double first)
{
    std::vector<double> numbers;
    for (const std::uint8_t code : codes)
        numbers.push_back(code + first);
    return numbers;
}

/// Columns of rows one after the other.
std::vector<std::vector<double>> columnsOf(const std::vector<double> &rows, std::size_t width)
{
    std::vector<std::vector<double>> columns(width);
    for (std::size_t i = 0; i < rows.size(); ++i)
        columns[i % width].push_back(rows[i]);
    return columns;
}

std::vector<double> noise(std::uint64_t stream, std::size_t n)
{
    Random random(61, RandomPurpose::Test, stream);
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i)
        values.push_back(random.normal());
    return values;
}

/// The definition of Székely, Rizzo & Bakirov in n² steps.
double plainDistanceCovariance(const std::vector<double> &x, const std::vector<double> &y)
{
    const std::size_t n = x.size();
    const auto centred = [n](const std::vector<double> &v) {
        std::vector<double> d(n * n);
        std::vector<double> rows(n, 0.0);
        double all = 0;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) {
                d[i * n + j] = std::fabs(v[i] - v[j]);
                rows[i] += d[i * n + j] / static_cast<double>(n);
                all += d[i * n + j] / static_cast<double>(n * n);
            }
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                d[i * n + j] += all - rows[i] - rows[j];
        return d;
    };
    const std::vector<double> a = centred(x);
    const std::vector<double> b = centred(y);
    double total = 0;
    for (std::size_t i = 0; i < n * n; ++i)
        total += a[i] * b[i] / static_cast<double>(n * n);
    return std::sqrt(total);
}

/// Kraskov's estimator by looking at every pair.
double plainMutualInformation(const std::vector<double> &x, const std::vector<double> &y, std::size_t k)
{
    const auto digamma = [](double value) { // by recurrence and the asymptotic series
        double shift = 0;
        for (; value < 12; value += 1)
            shift -= 1 / value;
        const double inverse = 1 / (value * value);
        return shift + std::log(value) - 0.5 / value -
               inverse * (1.0 / 12 - inverse * (1.0 / 120 - inverse / 252));
    };
    const auto scaled = [](std::vector<double> v) {
        double centre = 0;
        double squares = 0;
        for (const double value : v)
            centre += value / static_cast<double>(v.size());
        for (const double value : v)
            squares += (value - centre) * (value - centre) / static_cast<double>(v.size());
        for (double &value : v)
            value /= std::sqrt(squares);
        return v;
    };
    const std::vector<double> a = scaled(x);
    const std::vector<double> b = scaled(y);
    const std::size_t n = x.size();
    double marginal = 0;
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> distances;
        for (std::size_t j = 0; j < n; ++j)
            if (j != i)
                distances.push_back(std::max(std::fabs(a[i] - a[j]), std::fabs(b[i] - b[j])));
        std::sort(distances.begin(), distances.end());
        double nearA = 0;
        double nearB = 0;
        for (std::size_t j = 0; j < n; ++j) {
            nearA += j != i && std::fabs(a[i] - a[j]) < distances[k - 1] ? 1 : 0;
            nearB += j != i && std::fabs(b[i] - b[j]) < distances[k - 1] ? 1 : 0;
        }
        marginal += (digamma(nearA + 1) + digamma(nearB + 1)) / static_cast<double>(n);
    }
    return digamma(static_cast<double>(k)) + digamma(static_cast<double>(n)) - marginal;
}

} // namespace

#define VECTORS(name, method)                                                                                \
    QFETCH(const QString, which);                                                                            \
    SHARED_DATA_OR_SKIP(path, QStringLiteral("vectors/dependence__" method "__%1.json").arg(which));         \
    const Vectors name(path)

class tst_Dependence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crossCorrelationVectors_data() { bothCases(); }
    void crossCorrelationVectors()
    {
        VECTORS(v, "cross_correlation");
        const CrossCorrelation got = core::stats::crossCorrelation(v.inputs("x"), v.inputs("y"), 10, 30);
        QCOMPARE(std::vector<double>(got.lags.begin(), got.lags.end()), v.inputs("lags"));
        VERIFY_VECTOR(v, "ccf_x_leads_y_positive_lag", got.correlation);
        VERIFY_VECTOR(v, "se_white", got.whiteError);
        VERIFY_VECTOR(v, "se_bartlett_products_30_lags", got.error);
    }

    void leastSquaresVectors_data() { bothCases(); }
    void leastSquaresVectors()
    {
        VECTORS(v, "ols_hac");
        const std::vector<std::vector<double>> x{v.inputs("x")};
        const LinearFit fit = leastSquares(v.inputs("y"), x);
        const auto lags = static_cast<std::size_t>(v.input("maxlags").toInt());
        VERIFY_VECTOR(v, "beta", fit.coefficients);
        VERIFY_VECTOR(v, "se_ols", fit.errors);
        VERIFY_VECTOR(v, "se_hc1", hacErrors(fit, 0, SmallSample::Factor));
        const std::vector<double> errors = hacErrors(fit, lags, SmallSample::None);
        VERIFY_VECTOR(v, "se_hac5_bartlett", errors);
        VERIFY_VECTOR(v, "se_hac5_bartlett_small_sample", hacErrors(fit, lags, SmallSample::Factor));
        const std::vector<double> t{fit.coefficients[0] / errors[0], fit.coefficients[1] / errors[1]};
        VERIFY_VECTOR(v, "t_hac5", t);
        VERIFY_VECTOR(v, "p_hac5_normal", (std::vector<double>{normalTwoSided(t[0]), normalTwoSided(t[1])}));
        const double bandwidth = automaticBandwidth(fit);
        VERIFY_VECTOR(v, "bw_newey_west_1994_auto", bandwidth);
        VERIFY_VECTOR(v, "se_nw_auto_bandwidth",
                      hacErrors(fit, static_cast<std::size_t>(bandwidth), SmallSample::None));
    }

    void grangerVectors_data() { bothCases(); }
    void grangerVectors()
    {
        VECTORS(v, "granger_x_to_y");
        for (const std::size_t lags : {1U, 2U, 3U}) {
            const Granger got = grangerCausality(v.inputs("x"), v.inputs("y"), lags);
            const auto key = [lags](const char *name) {
                return QStringLiteral("lag%1/%2").arg(lags).arg(QLatin1String(name)).toLatin1();
            };
            VERIFY_VECTOR(v, key("ssr_ftest").constData(),
                          (std::vector<double>{got.f, got.fP, got.denominatorDegrees, got.numeratorDegrees}));
            VERIFY_VECTOR(v, key("ssr_chi2test").constData(),
                          (std::vector<double>{got.chiSquared, got.chiSquaredP, got.numeratorDegrees}));
            VERIFY_VECTOR(
                v, key("lrtest").constData(),
                (std::vector<double>{got.likelihoodRatio, got.likelihoodRatioP, got.numeratorDegrees}));
        }
    }

    void transferEntropyVectors_data() { bothCases(); }
    void transferEntropyVectors()
    {
        VECTORS(v, "transfer_entropy_discrete");
        const std::vector<double> tails{0.05, 0.95};
        const std::vector<double> thirds{1.0 / 3, 2.0 / 3};
        for (const auto &[name, cuts] : {std::pair{"q5_95", tails}, std::pair{"terciles", thirds}}) {
            const auto x = quantileCodes(v.inputs("x"), cuts);
            const auto y = quantileCodes(v.inputs("y"), cuts);
            const auto key = [suffix = QLatin1String(name)](const char *begin) {
                return QStringLiteral("%1_%2").arg(QLatin1String(begin), suffix).toLatin1();
            };
            QCOMPARE(asNumbers(x, 1), v.inputs(key("x_code").constData()));
            QCOMPARE(asNumbers(y, 1), v.inputs(key("y_code").constData()));
            VERIFY_VECTOR(v, key("te_x_to_y_bits").constData(), transferEntropy(x, y, 3));
            VERIFY_VECTOR(v, key("te_y_to_x_bits").constData(), transferEntropy(y, x, 3));
        }
    }

    void mutualInformationVectors_data() { bothCases(); }
    void mutualInformationVectors()
    {
        VECTORS(v, "mutual_information_ksg1");
        const auto k = static_cast<std::size_t>(v.input("k").toInt());
        VERIFY_VECTOR(v, "mi_nats", mutualInformation(v.inputs("x"), v.inputs("y"), k));
    }

    void distanceCorrelationVectors_data() { bothCases(); }
    void distanceCorrelationVectors()
    {
        VECTORS(v, "distance_correlation");
        const DistanceCorrelation got = core::stats::distanceCorrelation(v.inputs("x"), v.inputs("y"));
        VERIFY_VECTOR(v, "dcov_V_stat_sqrt", got.covariance);
        VERIFY_VECTOR(v, "dcor", got.correlation);
        VERIFY_VECTOR(v, "bias_corrected_dcor_squared", got.biasCorrected);
        VERIFY_VECTOR(v, "dcovU", got.unbiased);
    }

    void pcmciVectors_data() { bothCases(); }
    void pcmciVectors()
    {
        VECTORS(v, "pcmci_parcorr");
        const auto columns = columnsOf(v.inputs("data_rows_time"), 4);
        const CausalLinks links = causalLinks(columns, {static_cast<std::size_t>(v.input("tau_min").toInt()),
                                                        static_cast<std::size_t>(v.input("tau_max").toInt()),
                                                        v.input("pc_alpha").toDouble()});
        VERIFY_VECTOR(v, "val_matrix_i_j_tau", links.correlation);
        VERIFY_VECTOR(v, "p_matrix_i_j_tau", links.p);
        VERIFY_VECTOR(v, "q_matrix_fdr_bh", links.q);
        for (std::size_t to = 0; to < 4; ++to) {
            std::vector<double> flat;
            for (const LaggedNode parent : links.parents[to]) {
                flat.push_back(static_cast<double>(parent.series));
                flat.push_back(-static_cast<double>(parent.lag));
            }
            VERIFY_VECTOR(v, qPrintable(QStringLiteral("pc1_parents/%1").arg(to)), flat);
        }
    }

    void hayashiYoshidaVectors_data() { bothCases(); }
    void hayashiYoshidaVectors()
    {
        VECTORS(v, "hayashi_yoshida");
        const auto times1 = asTimes(v.inputs("t1_seconds"));
        const auto times2 = asTimes(v.inputs("t2_seconds"));
        const auto prices1 = v.inputs("price1");
        const auto prices2 = v.inputs("price2");
        const Ticks a{times1, prices1};
        const Ticks b{times2, prices2};
        const HayashiYoshida got = core::stats::hayashiYoshida(a, b);
        VERIFY_VECTOR(v, "hy_cov", got.covariance);
        VERIFY_VECTOR(v, "hy_corr", got.correlation);
        VERIFY_VECTOR(v, "rv1", core::stats::hayashiYoshida(a, a).covariance);
        VERIFY_VECTOR(v, "rv2", core::stats::hayashiYoshida(b, b).covariance);
        const LeadLag curve = leadLag(a, b, asTimes(v.inputs("lags_added_to_t1")));
        VERIFY_VECTOR(v, "hy_cov_by_lag", curve.covariance);
    }

    void rankCorrelationVectors_data() { bothCases(); }
    void rankCorrelationVectors()
    {
        VECTORS(v, "rank_correlations");
        const std::vector<double> x = v.inputs("x");
        const std::vector<double> y = v.inputs("y");
        VERIFY_VECTOR(v, "pearson_r", pearson(x, y).value);
        VERIFY_VECTOR(v, "pearson_p", pearson(x, y).p);
        VERIFY_VECTOR(v, "spearman_rho", spearman(x, y).value);
        VERIFY_VECTOR(v, "spearman_p", spearman(x, y).p);
        VERIFY_VECTOR(v, "kendall_tau_b", kendall(x, y).value);
        VERIFY_VECTOR(v, "kendall_p", kendall(x, y).p);
    }

    void severalRegressorsWorkedByHand() // y = 1 + 2a − 3b without error
    {
        const std::vector<std::vector<double>> x{{1, 2, 3, 4, 6}, {2, 1, 5, 3, 3}};
        std::vector<double> y;
        for (std::size_t i = 0; i < 5; ++i)
            y.push_back(1 + 2 * x[0][i] - 3 * x[1][i]);
        const LinearFit fit = leastSquares(y, x);
        QVERIFY(std::fabs(fit.coefficients[0] - 1) < 1e-12);
        QVERIFY(std::fabs(fit.coefficients[1] - 2) < 1e-12);
        QVERIFY(std::fabs(fit.coefficients[2] + 3) < 1e-12);
        QVERIFY(fit.squares < 1e-20);
    }

    void collinearRegressorsHaveNoCoefficients()
    {
        const std::vector<std::vector<double>> x{{1, 2, 3, 4, 5}, {2, 4, 6, 8, 10}};
        QVERIFY(std::isnan(leastSquares(std::vector<double>{1, 3, 2, 5, 4}, x).coefficients[1]));
        QVERIFY(std::isnan(
            hacErrors(leastSquares(std::vector<double>{1, 3, 2, 5, 4}, x), 1, SmallSample::None)[1]));
        const std::vector<std::vector<double>> more{{1, 2}, {2, 1}};
        QVERIFY(std::isnan(leastSquares(std::vector<double>{1, 3}, more).squares));
        QVERIFY(std::isnan(grangerCausality(x[0], x[1], 1).f));
    }

    void
    kendallIsExactForFewPairs() // 3 values: tau = 1 has p = 2/6; 4 values with one wrong pair 2·(1 + 3)/24
    {
        QVERIFY(std::fabs(kendall(std::vector<double>{1, 2, 3}, std::vector<double>{1, 2, 3}).p - 2.0 / 6) <
                1e-12);
        const Association one = kendall(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 2, 4, 3});
        QVERIFY(std::fabs(one.value - 4.0 / 6) < 1e-12);
        QVERIFY(std::fabs(one.p - 8.0 / 24) < 1e-12);
    }

    void kendallSharesTies() // (1,1) (1,2) (2,2): one concordant pair, one tie each; scale √(2·2)
    {
        QVERIFY(std::fabs(kendall(std::vector<double>{1, 1, 2}, std::vector<double>{1, 2, 2}).value - 0.5) <
                1e-12);
        QVERIFY(std::isnan(kendall(std::vector<double>{1, 1, 1}, std::vector<double>{1, 2, 3}).value));
    }

    void perfectCorrelationIsCertain()
    {
        const std::vector<double> x{1, 2, 3, 4, 5};
        QCOMPARE(pearson(x, x).p, 0.0);
        QCOMPARE(spearman(x, std::vector<double>{1, 4, 9, 16, 25}).value, 1.0);
        QVERIFY(std::isnan(pearson(x, std::vector<double>(5, 1.0)).value));
    }

    void fastDistanceCovarianceIsThatOfTheDefinition()
    {
        std::vector<double> x = noise(0, 80);
        std::vector<double> y = noise(1, 80);
        for (std::size_t i = 0; i < 80; ++i)
            y[i] += x[i] * x[i];
        x[3] = x[7]; // ties too
        y[3] = y[9];
        const double got = core::stats::distanceCorrelation(x, y).covariance;
        QVERIFY(std::fabs(got - plainDistanceCovariance(x, y)) < 1e-12);
    }

    void distanceCorrelationSeesAParabola()
    {
        const std::vector<double> x = noise(2, 400);
        std::vector<double> y;
        for (const double value : x)
            y.push_back(value * value);
        QVERIFY(std::fabs(pearson(x, y).value) < 0.25);
        QVERIFY(core::stats::distanceCorrelation(x, y).biasCorrected > 0.15);
        QVERIFY(std::fabs(core::stats::distanceCorrelation(x, noise(3, 400)).biasCorrected) < 0.03);
        QVERIFY(std::isnan(core::stats::distanceCorrelation(x, std::vector<double>(400, 2.0)).correlation));
    }

    void sortedSearchFindsTheSameNeighbours()
    {
        std::vector<double> x = noise(4, 150);
        std::vector<double> y = noise(5, 150);
        for (std::size_t i = 0; i < 150; ++i)
            y[i] += 0.8 * x[i];
        for (const std::size_t k : {1U, 3U, 10U})
            QVERIFY(std::fabs(mutualInformation(x, y, k) - plainMutualInformation(x, y, k)) < 1e-9);
    }

    void mutualInformationOfNormalPairsIsKnown() // −½ ln(1 − r²)
    {
        const std::vector<double> x = noise(6, 10000);
        const std::vector<double> other = noise(7, 10000);
        std::vector<double> y;
        for (std::size_t i = 0; i < x.size(); ++i)
            y.push_back(0.8 * x[i] + 0.6 * other[i]);
        QVERIFY(std::fabs(mutualInformation(x, y) + 0.5 * std::log(1 - 0.64)) < 0.03);
        QVERIFY(std::fabs(mutualInformation(x, other)) < 0.02);
        QVERIFY(std::isnan(mutualInformation(std::vector<double>(10, 1.0), noise(8, 10))));
    }

    void equalPointsDoNotBreakMutualInformation()
    {
        std::vector<double> x(40, 1.0);
        std::vector<double> y(40, 2.0);
        x[0] = 0;
        y[1] = 0;
        QVERIFY(std::isfinite(mutualInformation(x, y)));
    }

    void shufflesTakeTheBiasOfTransferEntropy()
    {
        const std::vector<double> cuts{1.0 / 3, 2.0 / 3};
        double plain = 0;
        double effective = 0;
        for (std::uint64_t i = 0; i < 20; ++i) {
            const auto x = quantileCodes(noise(100 + 2 * i, 300), cuts);
            const auto y = quantileCodes(noise(101 + 2 * i, 300), cuts);
            plain += transferEntropy(x, y, 3) / 20;
            effective += effectiveTransferEntropy(x, y, 3, 20, 1) / 20;
        }
        QVERIFY(plain > 0.02);
        QVERIFY2(std::fabs(effective) < 0.005, qPrintable(QString::number(effective)));
        QVERIFY(std::isnan(transferEntropy({}, {}, 3)));
    }

    void transferEntropyOfAPureDelayIsTheEntropyOfX() // y copies x one bar later: a fair coin tells 1 bit
    {
        Random random(9, RandomPurpose::Test, 0);
        std::vector<std::uint8_t> x;
        std::vector<std::uint8_t> y{0};
        for (int i = 0; i < 4000; ++i)
            x.push_back(random.uniform() < 0.5 ? 1 : 0);
        y.insert(y.end(), x.begin(), x.end() - 1);
        QVERIFY(std::fabs(transferEntropy(x, y, 2) - 1) < 0.01);
        QVERIFY(transferEntropy(y, x, 2) < 0.01);
    }

    void prewhiteningTakesTheMemoryOfBoth()
    {
        Random random(10, RandomPurpose::Test, 0);
        const std::vector<double> x = simulateReturns(random, 2000, {0.8, 0, 0, 0}).returns;
        const std::vector<double> y = simulateReturns(random, 2000, {0.8, 0, 0, 0}).returns;
        const std::vector<double> a = fitAutoregression(x, 10);
        QVERIFY(!a.empty() && std::fabs(a[0] - 0.8) < 0.06);
        const CrossCorrelation plain = core::stats::crossCorrelation(x, y, 20);
        const CrossCorrelation white = prewhitenedCorrelation(x, y, 20);
        const auto outside = [](const CrossCorrelation &c) {
            int count = 0;
            for (std::size_t i = 0; i < c.lags.size(); ++i)
                count += std::fabs(c.correlation[i]) > 2 * c.whiteError[i] ? 1 : 0;
            return count;
        };
        QVERIFY(outside(plain) > 8); // 41 lags, two in forty by chance
        QVERIFY(outside(white) <= 6);
        QVERIFY(plain.error[20] > 1.5 * plain.whiteError[20]); // Bartlett knows it
    }

    void whiteNoiseNeedsNoAutoregression()
    {
        int orders = 0;
        for (std::uint64_t i = 0; i < 10; ++i)
            orders += static_cast<int>(fitAutoregression(noise(30 + i, 500), 20).size());
        QVERIFY(orders < 30);
        QVERIFY(fitAutoregression(std::vector<double>(50, 1.0), 5).empty());
    }

    void pcmciTellsADriverFromACompanion() // 0 drives 1 a bar later and 2 two bars later
    {
        std::vector<std::vector<double>> columns{noise(50, 600), noise(51, 600), noise(52, 600)};
        for (std::size_t t = 2; t < 600; ++t) {
            columns[0][t] += 0.7 * columns[0][t - 1];
            columns[1][t] += 0.6 * columns[0][t - 1];
            columns[2][t] += 0.6 * columns[0][t - 2];
        }
        QVERIFY(grangerCausality(columns[1], columns[2], 2).fP < 0.01); // one pair at a time is misled
        const CausalLinks links = causalLinks(columns, {1, 3, 0.2});
        QVERIFY(links.q[links.at(0, 1, 1)] < 1e-6);
        QVERIFY(links.q[links.at(0, 2, 2)] < 1e-6);
        QVERIFY(links.q[links.at(1, 2, 1)] > 0.05);
        QVERIFY(links.q[links.at(2, 1, 1)] > 0.05);
        QCOMPARE(links.p[links.at(0, 1, 0)], 1.0);
    }

    void pcmciKeepsItsLevel() // 3 autocorrelated series, links between different ones
    {
        int small = 0;
        int tested = 0;
        for (std::uint64_t run = 0; run < 60; ++run) {
            Random random(71, RandomPurpose::Test, run);
            std::vector<std::vector<double>> columns;
            for (int i = 0; i < 3; ++i)
                columns.push_back(simulateReturns(random, 300, {0.6, 0, 0, 0}).returns);
            const CausalLinks links = causalLinks(columns, {1, 2, 0.2});
            for (std::size_t from = 0; from < 3; ++from)
                for (std::size_t to = 0; to < 3; ++to)
                    for (std::size_t lag = 1; lag <= 2; ++lag)
                        if (from != to) {
                            ++tested;
                            small += links.p[links.at(from, to, lag)] <= 0.05 ? 1 : 0;
                        }
        }
        QVERIFY2(small <= tested * 0.075, qPrintable(QStringLiteral("%1 of %2").arg(small).arg(tested)));
        QVERIFY(small > 0);
    }

    void tooShortForItsLagsIsUntested()
    {
        const std::vector<std::vector<double>> columns{noise(80, 5), noise(81, 5)};
        const CausalLinks links = causalLinks(columns, {1, 3, 0.2});
        QVERIFY(std::all_of(links.p.begin(), links.p.end(), [](double p) { return p == 1.0; }));
    }

    void hayashiYoshidaFindsTheLagOfASlowerMarket()
    {
        // a random walk by the second; a sees it at once, b 30 seconds late, each at moments of its own
        Random random(91, RandomPurpose::Test, 0);
        std::vector<double> walk{0};
        for (int i = 0; i < 20000; ++i)
            walk.push_back(walk.back() + 1e-4 * random.normal());
        std::vector<std::int64_t> times[2];
        std::vector<double> prices[2];
        for (const int side : {0, 1})
            for (std::int64_t t = 40; t < 20000; t += 1 + static_cast<std::int64_t>(random.below(20))) {
                times[side].push_back(t);
                prices[side].push_back(100 * std::exp(walk[static_cast<std::size_t>(t - 30 * side)]));
            }
        std::vector<std::int64_t> lags;
        for (std::int64_t lag = -60; lag <= 60; lag += 10)
            lags.push_back(lag);
        const Ticks a{times[0], prices[0]};
        const Ticks b{times[1], prices[1]};
        const LeadLag curve = leadLag(a, b, lags);
        QCOMPARE(lags[curve.best], std::int64_t{30});
        QVERIFY(curve.correlation[curve.best] > 0.8);
        QVERIFY(std::fabs(curve.correlation[0]) < 0.1);
    }
};

QTEST_APPLESS_MAIN(tst_Dependence)
#include "tst_dependence.moc"
