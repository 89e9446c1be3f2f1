// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/bench.h"

#include <memory>

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;

namespace {

struct BenchArguments {
    std::string name;
    workbench::BenchOptions options;
    std::string folder;
};

QString figure(const QJsonValue &value)
{
    if (!value.isDouble())
        return value.isBool() ? (value.toBool() ? Tr::tr("yes") : Tr::tr("no")) : safe(value.toString());
    const double number = value.toDouble();
    if (number >= 1000)
        return grouped(static_cast<std::uint64_t>(number));
    return QString::number(number, 'g', 4);
}

/// One row per figure; lists of figures are numbered.
void addFigures(Table &table, const QString &prefix, const QJsonObject &figures)
{
    for (auto it = figures.begin(); it != figures.end(); ++it) {
        const QString name = prefix + safe(it.key());
        if (it->isObject())
            addFigures(table, name + QLatin1Char(' '), it->toObject());
        if (it->isArray()) {
            const QJsonArray parts = it->toArray();
            for (int i = 0; i < parts.size(); ++i)
                addFigures(table, QStringLiteral("%1 %2 ").arg(name).arg(i + 1), parts[i].toObject());
        }
        if (!it->isObject() && !it->isArray())
            table.add({name, figure(it.value())});
    }
}

Result<int> runBenchmark(Context &context, BenchArguments &arguments)
{
    arguments.options.folder = arguments.folder;
    arguments.options.cancel = context.cancel;
    arguments.options.progress = context.console.progress();
    const Result<QJsonObject> figures = workbench::runBench(arguments.name, arguments.options);
    if (!figures)
        return figures.error();
    context.console.object(*figures);
    if (const QString text = figures->value(QLatin1String("text")).toString(); !text.isEmpty()) {
        context.console.print(text); // its own tables
        return 0;
    }
    Table table({{Tr::tr("figure"), Align::Left}, {Tr::tr("value"), Align::Right}});
    addFigures(table, {}, *figures);
    context.console.print(table.text());
    return 0;
}

} // namespace

void addBench(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<BenchArguments>();
    CLI::App *bench = addCommand(app, context, "bench", "Measure one path of the engine",
                                 [&context, arguments] { return runBenchmark(context, *arguments); });
    std::string names;
    for (const workbench::Bench &b : workbench::benches())
        names += "\n  " + std::string(b.name) + ": " + base::utf8(b.does);
    bench->add_option("name", arguments->name, "Which:" + names)->required();
    bench->add_option("arguments", arguments->options.arguments,
                      "Further words for the benchmark, such as files");
    bench->add_option("--size", arguments->options.size, "How much of it");
    bench->add_option("--threads", arguments->options.threads, "Threads [one per processor]");
    bench->add_option("--folder", arguments->folder,
                      "Where scratch data may be written [a temporary folder]");
}

} // namespace app::cli
