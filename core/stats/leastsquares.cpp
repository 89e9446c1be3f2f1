// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/leastsquares.h"

#include "core/base/missing.h"
#include "core/stats/sum.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace core::stats {

using base::kMissing;

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Matrix square(const std::vector<double> &values, std::size_t k)
{
    const auto side = static_cast<Eigen::Index>(k);
    return Eigen::Map<const Matrix>(values.data(), side, side);
}

/// Coefficients and (X'X)⁻¹ by a pivoting QR decomposition; false if the columns are not independent.
bool solve(LinearFit &fit, std::span<const double> y)
{
    const auto rows = static_cast<Eigen::Index>(fit.n);
    const auto columns = static_cast<Eigen::Index>(fit.k);
    if (rows <= columns)
        return false;
    const Eigen::Map<const Matrix> design(fit.design.data(), rows, columns);
    const Eigen::ColPivHouseholderQR<Matrix> qr(design);
    if (qr.rank() < columns)
        return false;
    const Eigen::VectorXd b = qr.solve(Eigen::Map<const Eigen::VectorXd>(y.data(), rows));
    fit.coefficients.assign(b.data(), b.data() + columns);
    const Matrix root = qr.matrixR()
                            .topLeftCorner(columns, columns)
                            .template triangularView<Eigen::Upper>()
                            .solve(Matrix::Identity(columns, columns));
    const Matrix turned = qr.colsPermutation() * root;
    const Matrix inverse = turned * turned.transpose();
    fit.inverse.assign(inverse.data(), inverse.data() + columns * columns);
    return true;
}

/// Row i of u·x.
double score(const LinearFit &fit, std::size_t i, std::size_t column)
{
    return fit.residuals[i] * fit.design[i * fit.k + column];
}

} // namespace

LinearFit leastSquares(std::span<const double> y, std::span<const std::vector<double>> regressors)
{
    LinearFit fit;
    fit.n = y.size();
    fit.k = regressors.size() + 1;
    for (std::size_t i = 0; i < fit.n; ++i) {
        fit.design.push_back(1.0);
        for (const std::vector<double> &x : regressors) {
            assert(x.size() == y.size());
            fit.design.push_back(x[i]);
        }
    }
    if (!solve(fit, y)) {
        fit.coefficients.assign(fit.k, kMissing);
        fit.errors.assign(fit.k, kMissing);
        fit.inverse.assign(fit.k * fit.k, kMissing);
        fit.residuals.assign(fit.n, kMissing);
        fit.squares = kMissing;
        return fit;
    }
    for (std::size_t i = 0; i < fit.n; ++i)
        fit.residuals.push_back(y[i] -
                                dot(std::span(fit.design).subspan(i * fit.k, fit.k), fit.coefficients));
    fit.squares = dot(fit.residuals, fit.residuals);
    const double variance = fit.squares / static_cast<double>(fit.n - fit.k);
    for (std::size_t j = 0; j < fit.k; ++j)
        fit.errors.push_back(std::sqrt(variance * fit.inverse[j * fit.k + j]));
    return fit;
}

std::vector<double> hacErrors(const LinearFit &fit, std::size_t lags, SmallSample factor)
{
    Matrix middle = Matrix::Zero(static_cast<Eigen::Index>(fit.k), static_cast<Eigen::Index>(fit.k));
    for (std::size_t a = 0; a < fit.k; ++a)
        for (std::size_t b = 0; b < fit.k; ++b) {
            Sum total;
            for (std::size_t lag = 0; lag <= lags && lag < fit.n; ++lag) {
                const double weight = 1.0 - static_cast<double>(lag) / static_cast<double>(lags + 1);
                for (std::size_t i = lag; i < fit.n; ++i) {
                    const double forward = score(fit, i, a) * score(fit, i - lag, b);
                    const double backward = lag == 0 ? 0.0 : score(fit, i - lag, a) * score(fit, i, b);
                    total.add(weight * (forward + backward));
                }
            }
            middle(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) = total.value();
        }
    const Matrix inverse = square(fit.inverse, fit.k);
    const Matrix variance = inverse * middle * inverse;
    const auto n = static_cast<double>(fit.n);
    const double scale = factor == SmallSample::Factor ? n / (n - static_cast<double>(fit.k)) : 1.0;
    std::vector<double> errors;
    for (Eigen::Index j = 0; j < variance.rows(); ++j)
        errors.push_back(std::sqrt(scale * variance(j, j)));
    return errors;
}

double automaticBandwidth(const LinearFit &fit)
{
    const auto n = static_cast<double>(fit.n);
    const auto most = static_cast<std::size_t>(4.0 * std::pow(n / 100.0, 2.0 / 9.0));
    std::vector<double> h; // the scores of all regressors but the constant, added up
    for (std::size_t i = 0; i < fit.n; ++i) {
        Sum total;
        for (std::size_t j = fit.k > 1 ? 1 : 0; j < fit.k; ++j)
            total.add(score(fit, i, j));
        h.push_back(total.value());
    }
    double level = dot(h, h) / n;
    double slope = 0.0;
    for (std::size_t lag = 1; lag <= most && lag < fit.n; ++lag) {
        const double covariance = dot(std::span(h).first(fit.n - lag), std::span(h).last(fit.n - lag)) / n;
        level += 2.0 * covariance;
        slope += 2.0 * static_cast<double>(lag) * covariance;
    }
    return 1.1447 * std::cbrt(slope / level * (slope / level) * n);
}

} // namespace core::stats
