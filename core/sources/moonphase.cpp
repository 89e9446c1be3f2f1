// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/moonphase.h"

#include <cmath>
#include <numbers>

namespace core::sources {

namespace {

constexpr double kDegree = std::numbers::pi / 180;

/// A periodic term: coefficients for new and full moon (days), the power of E, and the multiples of M, M', F.
struct Term {
    double newMoon;
    double fullMoon;
    int e;
    int m;
    int mPrime;
    int f;
};

constexpr Term kTerms[] = {
    {-0.40720, -0.40614, 0, 0, 1, 0},   {0.17241, 0.17302, 1, 1, 0, 0},    {0.01608, 0.01614, 0, 0, 2, 0},
    {0.01039, 0.01043, 0, 0, 0, 2},     {0.00739, 0.00734, 1, -1, 1, 0},   {-0.00514, -0.00515, 1, 1, 1, 0},
    {0.00208, 0.00209, 2, 2, 0, 0},     {-0.00111, -0.00111, 0, 0, 1, -2}, {-0.00057, -0.00057, 0, 0, 1, 2},
    {0.00056, 0.00056, 1, 1, 2, 0},     {-0.00042, -0.00042, 0, 0, 3, 0},  {0.00042, 0.00042, 1, 1, 0, 2},
    {0.00038, 0.00038, 1, 1, 0, -2},    {-0.00024, -0.00024, 1, -1, 2, 0}, {-0.00007, -0.00007, 0, 2, 1, 0},
    {0.00004, 0.00004, 0, 0, 2, -2},    {0.00004, 0.00004, 0, 3, 0, 0},    {0.00003, 0.00003, 0, 1, 1, -2},
    {0.00003, 0.00003, 0, 0, 2, 2},     {-0.00003, -0.00003, 0, 1, 1, 2},  {0.00003, 0.00003, 0, -1, 1, 2},
    {-0.00002, -0.00002, 0, -1, 1, -2}, {-0.00002, -0.00002, 0, 1, 3, 0},  {0.00002, 0.00002, 0, 0, 4, 0},
};

/// A planetary term: its argument at k = 0, its motion per lunation (degrees) and its size (days).
struct Planetary {
    double argument;
    double motion;
    double size;
};

constexpr Planetary kPlanetary[] = {
    {299.77, 0.107408, 0.000325},  {251.88, 0.016321, 0.000165}, {251.83, 26.651886, 0.000164},
    {349.42, 36.412478, 0.000126}, {84.66, 18.206239, 0.000110}, {141.74, 53.303771, 0.000062},
    {207.14, 2.453732, 0.000060},  {154.84, 7.306860, 0.000056}, {34.52, 27.261239, 0.000047},
    {207.19, 0.121824, 0.000042},  {291.34, 1.844379, 0.000040}, {161.72, 24.198154, 0.000037},
    {239.56, 25.513099, 0.000035}, {331.55, 3.592518, 0.000023},
};

/// Terrestrial Time minus UTC in seconds (Espenak and Meeus, Five Millennium Canon of Solar Eclipses, 2006).
double deltaT(double year)
{
    if (year < 1961) {
        const double t = year - 1950;
        return 29.07 + 0.407 * t - t * t / 233 + t * t * t / 2547;
    }
    if (year < 1986) {
        const double t = year - 1975;
        return 45.45 + 1.067 * t - t * t / 260 - t * t * t / 718;
    }
    if (year < 2005) {
        const double t = year - 2000;
        return 63.86 +
               t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
    }
    if (year < 2050) {
        const double t = year - 2000;
        return 62.92 + 0.32217 * t + 0.005589 * t * t;
    }
    const double u = (year - 1820) / 100;
    return -20 + 32 * u * u - 0.5628 * (2150 - year);
}

} // namespace

base::Instant moonPhase(int lunation, MoonPhase phase)
{
    const double k = lunation + (phase == MoonPhase::Full ? 0.5 : 0.0);
    const double t = k / 1236.85;
    double jde =
        2451550.09766 + 29.530588861 * k + t * t * (0.00015437 + t * (-0.000000150 + t * 0.00000000073));
    const double e = 1 - t * (0.002516 + t * 0.0000074);
    const double m = (2.5534 + 29.10535670 * k - t * t * (0.0000014 + t * 0.00000011)) * kDegree;
    const double mPrime =
        (201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058))) * kDegree;
    const double f =
        (160.7108 + 390.67050284 * k - t * t * (0.0016118 + t * (0.00000227 - t * 0.000000011))) * kDegree;
    const double omega = (124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215)) * kDegree;
    for (const Term &term : kTerms) {
        const double size = phase == MoonPhase::New ? term.newMoon : term.fullMoon;
        jde += size * std::pow(e, term.e) * std::sin(term.m * m + term.mPrime * mPrime + term.f * f);
    }
    jde -= 0.00017 * std::sin(omega);
    for (const Planetary &term : kPlanetary) {
        const double bend = &term == kPlanetary ? -0.009173 * t * t : 0.0;
        jde += term.size * std::sin((term.argument + term.motion * k + bend) * kDegree);
    }
    const double year = 2000 + k / 12.3685;
    constexpr double kUnixEpoch = 2440587.5; // Julian day of 1970-01-01T00:00
    const double seconds = (jde - kUnixEpoch) * 86'400 - deltaT(year);
    return base::Instant(static_cast<std::int64_t>(std::llround(seconds)) * 1'000'000);
}

int lunationNear(base::Date day)
{
    const double since =
        static_cast<double>(day.time_since_epoch().count()) - 10'962.6; // since the new moon of January 2000
    return static_cast<int>(std::floor(since / 29.530588861));
}

} // namespace core::sources
