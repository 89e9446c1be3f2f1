// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The screen against tests/data/scan, which tests/support/make_scan_vectors.py computed from the definitions.
#include "core/discovery/scan.h"
#include "tests/support/check.h"
#include "tests/support/vectors.h"

using namespace core::discovery;
using support::Vectors;

namespace {

std::vector<double> reals(const QJsonValue &value)
{
    std::vector<double> all;
    for (const QJsonValue &item : value.toArray())
        all.push_back(item.toDouble());
    return all;
}

/// Empty if all are within a relative 3e-5, else where they differ.
QString apart(const char *what, const std::vector<double> &got, const std::vector<double> &want)
{
    if (got.size() != want.size())
        return QStringLiteral("%1: %2 values, not %3")
            .arg(QLatin1String(what))
            .arg(got.size())
            .arg(want.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        if (!(std::fabs(got[i] - want[i]) <= 3e-5 * std::max(1.0, std::fabs(want[i]))))
            return QStringLiteral("%1[%2]: %3, not %4")
                .arg(QLatin1String(what))
                .arg(i)
                .arg(got[i])
                .arg(want[i]);
    return {};
}

struct Case {
    std::vector<std::vector<std::vector<double>>> returns; // centred, 0 where missing
    std::vector<std::size_t> present;
    ScanFamily family;
};

void load(const Vectors &vectors, Case &out)
{
    ScanFamily &family = out.family;
    family.bars = static_cast<std::size_t>(vectors.input("bars").toInt());
    family.group = static_cast<std::size_t>(vectors.input("group").toInt());
    const QJsonArray present = vectors.input("present").toArray();
    for (const QJsonValue &asset : vectors.input("returns").toArray()) {
        const std::vector<double> flags = reals(present[static_cast<qsizetype>(out.returns.size())]);
        out.present.push_back(static_cast<std::size_t>(std::count(flags.begin(), flags.end(), 1.0)));
        out.returns.emplace_back();
        for (const QJsonValue &length : asset.toArray()) {
            std::vector<double> r = reals(length);
            double total = 0;
            for (std::size_t t = 0; t < r.size(); ++t)
                total += flags[t] * r[t];
            for (std::size_t t = 0; t < r.size(); ++t)
                r[t] = flags[t] * (r[t] - total / static_cast<double>(out.present.back()));
            out.returns.back().push_back(r);
        }
    }
    for (const QJsonValue &length : vectors.input("lengths").toArray()) {
        family.lengths.emplace_back();
        for (const double lag : reals(length[QLatin1String("lags")]))
            family.lengths.back().lags.push_back(static_cast<std::int32_t>(lag));
    }
    for (const QJsonValue &series : vectors.input("series").toArray()) {
        family.weights.emplace_back();
        for (const double bar : reals(series[QLatin1String("bars")]))
            family.weights.back().bars.push_back(static_cast<std::uint32_t>(bar));
        if (!series[QLatin1String("presence")].toBool())
            family.weights.back().weights = reals(series[QLatin1String("weights")]);
    }
    family.assets = static_cast<std::uint32_t>(out.returns.size());
    for (std::uint32_t e = 0; e < family.weights.size(); ++e)
        for (std::uint32_t a = 0; a < family.assets; ++a)
            for (std::uint32_t length = 0; length < family.lengths.size(); ++length) {
                family.units.push_back({length, static_cast<std::uint32_t>(family.terms.size()), 1});
                family.terms.push_back({e, a});
            }
    family.returns = [&out](std::uint32_t asset, std::uint32_t length, std::span<double> to) {
        std::copy(out.returns[asset][length].begin(), out.returns[asset][length].end(), to.begin());
        return out.present[asset];
    };
}

} // namespace

class tst_ScanVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scaleJointNullAndChanceCounts_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"all_shifts", "weeks", "padded"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void scaleJointNullAndChanceCounts()
    {
        QFETCH(const QString, file);
        const Vectors vectors(QStringLiteral(FORESHOCK_SOURCE_DIR "/tests/data/scan/%1.json").arg(file));
        Case one;
        load(vectors, one);
        const auto result = scan(one.family, {});
        VERIFY_OK(result);
        const auto null = nullDistribution(result->maxima);
        std::vector<double> y;
        std::vector<double> p;
        for (std::uint64_t i = 0; i < result->hypotheses(); ++i) {
            y.push_back(result->y(i));
            p.push_back(adjustedP(null, y.back()));
        }
        std::vector<double> thresholds;
        std::vector<double> chance;
        std::vector<double> observed;
        const std::vector<double> chance95 = vectors.expected("chance95");
        for (std::size_t i = 0; i < chance95.size(); ++i) {
            const ScanCount &count = result->counts[i];
            thresholds.push_back(count.threshold);
            chance.push_back(count.chance);
            observed.push_back(static_cast<double>(count.observed));
            if (count.chance <= 0.5 * std::max(1.0, observed.back()))
                QCOMPARE(count.chance95, chance95[i]);
        }
        for (const QString &difference :
             {apart("y", y, vectors.expected("y")), apart("p", p, vectors.expected("p_adjusted")),
              apart("sigma", std::vector<double>(result->sigmas.begin(), result->sigmas.end()),
                    vectors.expected("sigma")),
              apart("maxima", std::vector<double>(result->maxima.begin(), result->maxima.end()),
                    vectors.expected("maxima")),
              apart("thresholds", thresholds, vectors.expected("thresholds")),
              apart("chance", chance, vectors.expected("chance")),
              apart("observed", observed, vectors.expected("observed"))})
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        const ScanCount &candidate = candidateThreshold(result->counts, 0.05);
        QVERIFY(std::fabs(candidate.threshold - vectors.expectedValue("candidate_threshold")) < 1e-6);
        QCOMPARE(static_cast<double>(candidate.observed), vectors.expectedValue("candidates"));
        QVERIFY(std::fabs(candidate.chance - vectors.expectedValue("chance_at_threshold")) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(tst_ScanVectors)
#include "tst_scanvectors.moc"
