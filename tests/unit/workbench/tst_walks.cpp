// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/walks.h"
#include "tests/support/check.h"

#include <limits>

using namespace core;
using workbench::NumberStyle;

namespace {

discovery::WalkReport walked()
{
    discovery::WalkReport out;
    out.found.tally.found = out.found.tally.scored = 37;
    out.found.tally.held = 21;
    out.uncorrected.tally.found = 1'950;
    out.uncorrected.tally.scored = 1'904;
    out.uncorrected.tally.held = 962;
    out.found.effects = {{"bp", 37, 20.13, 12.34, 2.05, 25.6, 0.613}};
    out.found.brier = 0.2214;
    out.found.plainBrier = 0.2391;
    return out;
}

} // namespace

class TestWalks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHeldBesideACoin()
    {
        const QStringList lines = workbench::verdictOf(walked(), NumberStyle::Ascii).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QStringLiteral("Of 37 found, 21 held (57 %, a coin gives half); of 1,904 an "
                                          "uncorrected t-test found, 962 held (51 %)."));
        QCOMPARE(lines[1],
                 QStringLiteral("In the discovered direction the next step gave +12.3 bp on average "
                                "(95 % interval +2.05 to +25.6) where +20.1 was found: 61 % of it."));
        QCOMPARE(lines[2], QStringLiteral("Brier score of the forecasts: 0.221 (a coin's is 0.25; without "
                                          "shrinkage 0.239)."));
    }

    void saysWhatCouldNotBeScored()
    {
        discovery::WalkReport report = walked();
        report.found.tally.found = 40;
        QVERIFY(workbench::verdictOf(report, NumberStyle::Ascii)
                    .contains(QStringLiteral("(51 %). 3 more had no events to be scored on.")));
        report.found.tally = {};
        report.found.effects.clear();
        QCOMPARE(
            workbench::verdictOf(report, NumberStyle::Ascii),
            QStringLiteral("Nothing was found that could be scored; of 1,904 an uncorrected t-test found, "
                           "962 held (51 %)."));
        report.uncorrected.tally = {};
        QCOMPARE(workbench::verdictOf(report, NumberStyle::Ascii),
                 QStringLiteral("Nothing was found that could be scored."));
    }

    void givesNoIntervalOfOneStep()
    {
        discovery::WalkReport report = walked();
        report.found.effects[0].low = report.found.effects[0].high = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!workbench::verdictOf(report, NumberStyle::Ascii).contains(QStringLiteral("interval")));
    }

    void takesYearsAndDates()
    {
        const auto options = workbench::walkOptions("2005", "2019-06-30", "6m");
        VERIFY_OK(options);
        QCOMPARE(base::toIso(options->from), std::string("2005-01-01T00:00:00Z"));
        QCOMPARE(base::toIso(options->to), std::string("2019-06-30T00:00:00Z"));
        QCOMPARE(discovery::toText(options->step), std::string("6m"));
        QVERIFY(!workbench::walkOptions("2005", "", "1y")->to.isValid());
        VERIFY_ERROR(workbench::walkOptions("soon", "", "1y"), base::ErrorCode::BadInput);
        VERIFY_ERROR(workbench::walkOptions("2005", "never", "1y"), base::ErrorCode::BadInput);
        VERIFY_ERROR(workbench::walkOptions("2005", "", "1"), base::ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestWalks)
#include "tst_walks.moc"
