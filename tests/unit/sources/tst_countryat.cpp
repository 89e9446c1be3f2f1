// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The country of a point: borders, islands, enclaves, the antimeridian, poles, the sea.
#include "core/base/text.h"
#include "core/sources/countries.h"
#include "core/sources/countryat.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace core::sources;
using core::base::qs;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestCountryAt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoseLandItIs_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, double latitude, double longitude, const char *code) {
            QTest::newRow(name) << latitude << longitude << QString::fromLatin1(code);
        };
        row("Tokyo", 35.68, 139.76, "JP");
        row("Fairbanks", 64.84, -147.72, "US");
        row("Nairobi", -1.29, 36.82, "KE");
        row("Brasília", -15.79, -47.88, "BR");
        row("Kaliningrad, an exclave", 54.71, 20.51, "RU");
        row("Cabinda, an exclave", -5.2, 12.3, "AO");
        row("Maseru, an enclave", -29.31, 27.55, "LS");
        row("San Marino, an enclave", 43.94, 12.45, "SM");
        row("Pristina, without a number", 42.66, 21.16, "XK");
        row("Hargeisa, without a number", 9.56, 44.06, "SO");
        // borders
        row("El Paso", 31.80, -106.45, "US");
        row("Ciudad Juárez", 31.65, -106.42, "MX");
        row("Aachen", 50.776, 6.084, "DE");
        row("Maastricht", 50.85, 5.69, "NL");
        row("Eupen", 50.63, 6.03, "BE");
        row("just north of the 49th parallel", 49.02, -110, "CA");
        row("just south of it", 48.98, -110, "US");
        row("on it", 49.0, -100.5, "CA|US");
        // islands
        row("Hawaii", 19.6, -155.5, "US");
        row("Iceland", 64.9, -18.6, "IS");
        row("Malta", 35.89, 14.43, "MT");
        row("Nauru", -0.53, 166.935, "NR");
        row("Réunion", -21.1, 55.5, "RE");
        row("Guadeloupe", 16.2, -61.65, "GP");
        row("French Guiana, no island", 4.0, -53.0, "GF");
        row("Corsica", 42.2, 9.1, "FR");
        row("Svalbard", 78.9, 18.0, "SJ");
        row("Tromsø, the mainland", 69.3, 19.9, "NO");
        row("Christmas Island", -10.48, 105.63, "CX");
        row("Puerto Rico", 18.2, -66.4, "PR");
        row("Hong Kong", 22.4, 114.15, "HK");
        // the antimeridian
        row("Suva", -17.8, 178.0, "FJ");
        row("Taveuni, on both sides", -16.85, -179.97, "FJ");
        row("Chukotka, west", 66.5, 178.0, "RU");
        row("Chukotka, on it", 67.5, 180.0, "RU");
        row("Chukotka, on it by its other name", 67.5, -180.0, "RU");
        row("Chukotka, east", 66.5, -175.0, "RU");
        row("Wrangel Island, west", 71.2, 179.6, "RU");
        row("Wrangel Island, east", 71.2, -179.4, "RU");
        row("another turn", 19.6, 204.5, "US");
        row("and another one", 35.68, 139.76 - 360, "JP");
        // poles
        row("the South Pole", -90, 0, "AQ");
        row("the South Pole, from the antimeridian", -90, 180, "AQ");
        row("near it", -89.5, 45, "AQ");
        row("Vostok", -78.46, 106.84, "AQ");
        row("Antarctica on the antimeridian", -84.5, -180, "AQ");
        row("the North Pole", 90, 0, "");
        row("Greenland", 75, -40, "GL");
        // the sea
        row("off Sendai", 38.3, 142.4, "");
        row("the mid-Atlantic", 0, -30, "");
        row("the Pacific on the antimeridian", 0, 180, "");
        row("the North Sea", 56, 3, "");
        row("no island of no one", 0, 0, "");
        row("a lake", 43.5, -86.9, "US");
        // no points
        row("no latitude", kNaN, 10, "");
        row("no longitude", 50, kNaN, "");
        row("no end", 50, std::numeric_limits<double>::infinity(), "");
        row("beyond a pole", 90.0001, 10, "");
        row("far beyond a pole", -1e300, 10, "");
    }

    void knowsWhoseLandItIs()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(QString, code);
        const QString found = qs(countryAt(latitude, longitude));
        QVERIFY2(code.split(u'|').contains(found), qPrintable(u"found “%1”"_s.arg(found)));
    }

    /// Every answer is a country of ISO (or Kosovo), about 29 % of the Earth is land, and no country is torn:
    /// a turn of 360 degrees changes nothing.
    void isOneAnswerEverywhere()
    {
        std::mt19937 random(7);
        const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
        constexpr int kPoints = 40'000;
        int land = 0;
        for (int i = 0; i < kPoints; ++i) {
            const double latitude =
                std::asin(2 * uniform() - 1) * 180 / std::acos(-1.0); // even over the sphere
            const double longitude = 360 * uniform() - 180;
            const std::string_view code = countryAt(latitude, longitude);
            land += code.empty() ? 0 : 1;
            QVERIFY2(code.empty() || countryByCode(code) != nullptr, qPrintable(qs(code)));
            QCOMPARE(qs(countryAt(latitude, longitude + 360)), qs(code));
        }
        const double share = static_cast<double>(land) / kPoints;
        QVERIFY2(share > 0.28 && share < 0.305, qPrintable(QString::number(share)));
    }
};

QTEST_GUILESS_MAIN(TestCountryAt)
#include "tst_countryat.moc"
