// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace core::stats {

namespace {

namespace policies = boost::math::policies;
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>>;
using Normal = boost::math::normal_distribution<double, Quiet>;
using Student = boost::math::students_t_distribution<double, Quiet>;
using Fisher = boost::math::fisher_f_distribution<double, Quiet>;
using ChiSquared = boost::math::chi_squared_distribution<double, Quiet>;

} // namespace

double normalCdf(double z)
{
    return boost::math::cdf(Normal(), z);
}

double normalQuantile(double p)
{
    return boost::math::quantile(Normal(), p);
}

double studentCdf(double t, double degrees)
{
    return boost::math::cdf(Student(degrees), t);
}

double studentQuantile(double p, double degrees)
{
    return boost::math::quantile(Student(degrees), p);
}

double studentTwoSided(double t, double degrees)
{
    return 2.0 * boost::math::cdf(Student(degrees), -std::fabs(t));
}

double normalTwoSided(double z)
{
    return 2.0 * boost::math::cdf(Normal(), -std::fabs(z));
}

double fisherUpper(double f, double numerator, double denominator)
{
    return boost::math::cdf(boost::math::complement(Fisher(numerator, denominator), f));
}

double chiSquaredUpper(double x, double degrees)
{
    return boost::math::cdf(boost::math::complement(ChiSquared(degrees), x));
}

} // namespace core::stats
