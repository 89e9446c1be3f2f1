// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/tr.h"
#include "core/workbench/fooling.h"

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using discovery::FoolingOptions;
using discovery::FoolingPower;
using discovery::FoolingResult;
using workbench::FoolingDesk;
using workbench::Workbench;

namespace {

constexpr std::size_t kPlants = 200;
constexpr double kEffects[] = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.5};

QString share(std::size_t found, std::size_t of)
{
    return fixed(100.0 * static_cast<double>(found) / static_cast<double>(of), 1) + QStringLiteral(" %");
}

void print(Context &context, const FoolingResult &result, const std::vector<FoolingPower> &power)
{
    context.console.print(workbench::foolingSentence(result, kPlainNumbers) + QLatin1Char('\n'));
    Table ways({{Tr::tr("way to count discoveries among random dates")}, {Tr::tr("found"), Align::Right}});
    ways.add({Tr::tr("a t-test on each, uncorrected"), grouped(result.naive)});
    ways.add({Tr::tr("a t-test, divided by the questions (Bonferroni)"), grouped(result.bonferroni)});
    ways.add({Tr::tr("Foreshock: significant"), grouped(result.significant)});
    ways.add({Tr::tr("Foreshock: candidates"), grouped(result.candidates)});
    context.console.print(ways.text());
    context.console.print(Tr::tr("%1 million tests a second, %2 seconds.\n")
                              .arg(fixed(result.testsPerSecond / 1e6, 0), fixed(result.seconds, 1)));
    Table curve({{Tr::tr("planted effect, sd"), Align::Right},
                 {Tr::tr("significant"), Align::Right},
                 {Tr::tr("candidate or better"), Align::Right},
                 {Tr::tr("uncorrected t-test"), Align::Right}});
    for (const FoolingPower &point : power)
        curve.add({fixed(point.effect, 1), share(point.significant, point.planted),
                   share(point.candidate, point.planted), share(point.naive, point.planted)});
    context.console.print(curve.text());
}

Result<int> fool(Context &context, const FoolingOptions &options)
{
    Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const workbench::Job job = jobOf(context);
    const Result<FoolingDesk> desk = FoolingDesk::open(std::move(*bench), options, job);
    if (!desk)
        return desk.error();
    std::vector<FoolingPower> power;
    for (const double effect : kEffects) {
        const Result<FoolingPower> point = desk->plant(effect, 0, kPlants, job);
        if (!point)
            return point.error();
        power.push_back(*point);
    }
    context.console.object(workbench::toJson(desk->result(), power));
    print(context, desk->result(), power);
    return 0;
}

} // namespace

void addFool(CLI::App &group, Context &context)
{
    auto options = std::make_shared<FoolingOptions>();
    CLI::App *command = addCommand(group, context, "fool", "Try to fool it: random dates on your prices",
                                   [&context, options] { return fool(context, *options); });
    command->add_option("--series", options->series, "Series of random dates [500]")
        ->check(CLI::Range(1, 5'000));
    command->add_option("--seed", options->seed, "Other random dates [1]");
}

} // namespace app::cli
