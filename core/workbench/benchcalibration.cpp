// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchcalibration.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/calibration.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <thread>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using discovery::CalibrationFigure;
using discovery::CalibrationFigures;
using discovery::CalibrationOptions;
using discovery::FigureKind;

namespace {

constexpr std::uint64_t kUsual = 2000;
constexpr std::uint64_t kWhole = 4000; // what E1's rows have in the design
/// Not the seed the open strengths were set on; written down before its first run and not exchanged since.
constexpr std::uint64_t kSeed = 20261130;

struct CalibrationTable {
    const char *name;
    QString title;
    Result<CalibrationFigures> (*run)(const CalibrationOptions &);
    std::uint64_t runs; ///< the design's own replications
    int decimals;
};

std::vector<CalibrationTable> tables()
{
    using namespace discovery;
    return {
        {"E1", Tr::tr("size of tests of one event series at 5 %"), calibrateSizes, 4000, 3},
        {"E2", Tr::tr("families of up to 1,200 hypotheses"), calibrateFamilies, 800, 3},
        {"E2b", Tr::tr("the same with 15 events at least, six blocks"), calibrateBlocks, 300, 3},
        {"E3", Tr::tr("how often very small p-values come up by chance"), calibrateTails, 60000, 5},
        {"E4", Tr::tr("size of tests of a pooled panel at 5 %"), calibratePanels, 1500, 3},
        {"E5", Tr::tr("250 days of looking at the same growing data"), calibrateDays, 600, 3},
        {"E6", Tr::tr("forward evidence under GARCH with t3 shocks"), calibrateBets, 4000, 4},
    };
}

/// "inside", "safer", "outside", or empty where nothing is published.
QString verdictOf(const CalibrationFigure &figure)
{
    if (std::isnan(figure.published) || std::isnan(figure.ours))
        return {};
    const auto n = static_cast<double>(figure.publishedRuns);
    const double share = (figure.published * n + 1.0) / (n + 2.0);
    const double error = std::sqrt(figure.error * figure.error + share * (1.0 - share) / n);
    const double difference = figure.ours - figure.published;
    if (std::fabs(difference) <= 2.0 * error)
        return QStringLiteral("inside");
    return (difference < 0.0) == (figure.kind == FigureKind::Size) ? QStringLiteral("safer")
                                                                   : QStringLiteral("outside");
}

QStringList inOrder(const CalibrationFigures &figures, QString CalibrationFigure::*what)
{
    QStringList names;
    for (const CalibrationFigure &figure : figures)
        if (!names.contains(figure.*what))
            names << figure.*what;
    return names;
}

/// ".049 ± .003 (.050)", with a sign where it is not inside.
QString cell(const CalibrationFigure &figure, int decimals)
{
    const auto number = [decimals](double value) { return QString::number(value, 'f', decimals); };
    if (std::isnan(figure.ours))
        return QStringLiteral("–");
    QString text = QStringLiteral("%1 ± %2").arg(number(figure.ours), number(figure.error));
    if (!std::isnan(figure.published))
        text += QStringLiteral(" (%1)").arg(number(figure.published));
    const QString verdict = verdictOf(figure);
    if (verdict == QLatin1String("safer"))
        text += QStringLiteral(" +");
    if (verdict == QLatin1String("outside"))
        text += QStringLiteral(" !");
    return text;
}

QString line(const QStringList &cells)
{
    return QStringLiteral("| %1 |\n").arg(cells.join(QStringLiteral(" | ")));
}

/// A row is within when none of its figures is outside.
bool isWithin(const CalibrationFigures &figures, const QString &row)
{
    return std::none_of(figures.begin(), figures.end(), [&](const CalibrationFigure &figure) {
        return figure.row == row && verdictOf(figure) == QLatin1String("outside");
    });
}

QString markdown(const CalibrationTable &table, const CalibrationFigures &figures, std::uint64_t runs)
{
    const QStringList rows = inOrder(figures, &CalibrationFigure::row);
    const QStringList columns = inOrder(figures, &CalibrationFigure::column);
    QString text = QStringLiteral("### %1: %2\n\n").arg(QLatin1String(table.name), table.title);
    text += Tr::tr("%1 replications a row.").arg(runs) + QStringLiteral("\n\n");
    text += line(QStringList{QString()} + columns + QStringList{Tr::tr("within")});
    text += line(QStringList{QStringLiteral("---")} + QStringList(columns.size() + 1, QStringLiteral("---")));
    for (const QString &row : rows) {
        QStringList cells{row};
        for (const QString &column : columns) {
            const auto at =
                std::find_if(figures.begin(), figures.end(), [&](const CalibrationFigure &figure) {
                    return figure.row == row && figure.column == column;
                });
            cells << (at == figures.end() ? QString() : cell(*at, table.decimals));
        }
        cells << (isWithin(figures, row) ? Tr::tr("yes") : Tr::tr("no"));
        text += line(cells);
    }
    return text + QLatin1Char('\n');
}

QJsonObject json(const CalibrationTable &table, const CalibrationFigures &figures, std::uint64_t runs)
{
    QJsonArray cells;
    for (const CalibrationFigure &figure : figures) {
        QJsonObject one{
            {QStringLiteral("row"), figure.row},
            {QStringLiteral("column"), figure.column},
            {QStringLiteral("kind"),
             figure.kind == FigureKind::Size ? QStringLiteral("size") : QStringLiteral("power")},
            {QStringLiteral("ours"), std::isnan(figure.ours) ? QJsonValue() : QJsonValue(figure.ours)},
            {QStringLiteral("error"), std::isnan(figure.error) ? QJsonValue() : QJsonValue(figure.error)},
            {QStringLiteral("runs"), static_cast<qint64>(figure.runs)},
        };
        if (!std::isnan(figure.published)) {
            one.insert(QStringLiteral("published"), figure.published);
            one.insert(QStringLiteral("verdict"), verdictOf(figure));
        }
        cells.append(one);
    }
    const QStringList rows = inOrder(figures, &CalibrationFigure::row);
    const auto within =
        std::count_if(rows.begin(), rows.end(), [&](const QString &row) { return isWithin(figures, row); });
    return {{QStringLiteral("table"), QString::fromLatin1(table.name)},
            {QStringLiteral("replications"), static_cast<qint64>(runs)},
            {QStringLiteral("rows"), rows.size()},
            {QStringLiteral("rows_within"), static_cast<qint64>(within)},
            {QStringLiteral("figures"), cells}};
}

Result<std::vector<CalibrationTable>> chosen(const std::vector<std::string> &names)
{
    std::vector<CalibrationTable> all = tables();
    if (names.empty())
        return all;
    std::vector<CalibrationTable> some;
    for (const std::string &name : names) {
        const auto at = std::find_if(all.begin(), all.end(),
                                     [&](const CalibrationTable &table) { return table.name == name; });
        if (at == all.end())
            return Error{ErrorCode::BadInput,
                         Tr::tr("There is no table “%1”; they are E1, E2, E2b, E3, E4, E5 and E6.")
                             .arg(base::qs(name))};
        some.push_back(*at);
    }
    return some;
}

} // namespace

Result<QJsonObject> benchCalibration(const BenchOptions &options)
{
    const auto wanted = chosen(options.arguments);
    if (!wanted.ok())
        return wanted.error();
    const std::uint64_t size = options.size == 0 ? kUsual : std::min<std::uint64_t>(options.size, 1'000'000);
    CalibrationOptions each;
    each.seed = kSeed;
    each.threads = options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.threads;
    each.cancel = options.cancel;
    each.progress = options.progress;
    QJsonArray results;
    QString text;
    for (const CalibrationTable &table : *wanted) {
        each.runs = std::max<std::uint64_t>(1, table.runs * size / kWhole);
        const auto figures = table.run(each);
        if (!figures.ok())
            return figures.error();
        results.append(json(table, *figures, each.runs));
        text += markdown(table, *figures, each.runs);
    }
    text += Tr::tr("Each cell: our share ± its Monte-Carlo standard error (the design's figure). + differs "
                   "to the safe "
                   "side by more than two standard errors of the difference, ! to the other side.") +
            QLatin1Char('\n');
    return QJsonObject{
        {QStringLiteral("size"), static_cast<qint64>(size)},
        {QStringLiteral("threads"), static_cast<qint64>(each.threads)},
        {QStringLiteral("seed"), static_cast<qint64>(each.seed)},
        {QStringLiteral("tables"), results},
        {QStringLiteral("text"), text},
    };
}

} // namespace core::workbench
