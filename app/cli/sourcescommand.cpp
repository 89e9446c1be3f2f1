// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "app/cli/command.h"
#include "app/cli/sourcefigures.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/keys.h"
#include "core/workbench/ownsources.h"
#include "core/workbench/values.h"

#include <QJsonArray>

#include <cmath>

namespace app::cli {

using namespace core;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using workbench::SourceStatus;
using workbench::Workbench;

namespace {

QString toText(ingest::Freshness freshness)
{
    switch (freshness) {
    case ingest::Freshness::Fresh:
        return Tr::tr("fresh");
    case ingest::Freshness::Due:
        return Tr::tr("due");
    case ingest::Freshness::Fetching:
        return Tr::tr("fetching");
    case ingest::Freshness::Late:
        return Tr::tr("late");
    case ingest::Freshness::Failing:
        return Tr::tr("failing");
    case ingest::Freshness::Off:
        return Tr::tr("off");
    }
    return {};
}

QJsonArray textsOf(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(base::qs(text));
    return array;
}

QJsonObject toJson(const SourceStatus &status)
{
    return {{QStringLiteral("source"), base::qs(status.name)},
            {QStringLiteral("title"), status.title},
            {QStringLiteral("about"), status.about},
            {QStringLiteral("licence"), status.licence},
            {QStringLiteral("needs_key"), status.key == sources::KeyNeed::Needed},
            {QStringLiteral("missing_keys"), textsOf(status.missingKeys)},
            {QStringLiteral("key_url"), base::qs(status.keyUrl)},
            {QStringLiteral("starter"), status.isStarter},
            {QStringLiteral("enabled"), status.isEnabled},
            {QStringLiteral("state"), toText(status.freshness)},
            {QStringLiteral("cadence_seconds"), static_cast<qint64>(status.cadence.count() / 1'000'000)},
            {QStringLiteral("last_success"), workbench::jsonInstant(status.succeededAt)},
            {QStringLiteral("next"), workbench::jsonInstant(status.nextAt)},
            {QStringLiteral("rows_today"), static_cast<qint64>(status.rowsToday)},
            {QStringLiteral("refused_today"), static_cast<qint64>(status.refusedToday)},
            {QStringLiteral("waiting"), static_cast<qint64>(status.waiting)},
            {QStringLiteral("failed"), static_cast<qint64>(status.failed)},
            {QStringLiteral("live"), status.live},
            {QStringLiteral("fault"), status.fault},
            {QStringLiteral("remedy"), status.remedy},
            {QStringLiteral("series"), textsOf(status.series)},
            {QStringLiteral("quota"), status.quota},
            {QStringLiteral("last_30_days"), figuresOf(status)}};
}

Result<std::vector<SourceStatus>> statuses(Context &context)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Application application;
    return workbench::sourceStatuses(**bench, workbench::secretOf(workbench::desktopSecrets()));
}

Result<int> listSources(Context &context)
{
    const auto all = statuses(context);
    if (!all)
        return all.error();
    QJsonArray array;
    Table table({{Tr::tr("source")},
                 {Tr::tr("state")},
                 {Tr::tr("last success")},
                 {Tr::tr("next")},
                 {Tr::tr("rows today"), Align::Right},
                 {Tr::tr("failed"), Align::Right},
                 {Tr::tr("key")},
                 {Tr::tr("what")}});
    for (const SourceStatus &status : *all) {
        array.append(toJson(status));
        const QString key = status.key == sources::KeyNeed::None ? Tr::tr("none")
                            : status.missingKeys.empty()         ? Tr::tr("there")
                            : status.key == sources::KeyNeed::Needed ? Tr::tr("missing")
                                                                     : Tr::tr("optional");
        table.add({safe(status.name), toText(status.freshness), moment(status.succeededAt),
                   status.isEnabled ? moment(status.nextAt) : QStringLiteral("-"), grouped(status.rowsToday),
                   grouped(status.failed), key, safe(status.title)});
    }
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    QJsonArray faults;
    const sources::SourceBook book = workbench::sourcesOf(**bench);
    for (const QString &fault : book.faults()) {
        context.console.note(safe(fault));
        faults.append(fault);
    }
    context.console.object({{QStringLiteral("sources"), array}, {QStringLiteral("faults"), faults}});
    context.console.print(table.text());
    return 0;
}

Result<int> showSource(Context &context, const std::string &name)
{
    const auto all = statuses(context);
    if (!all)
        return all.error();
    for (const SourceStatus &status : *all) {
        if (status.name != name)
            continue;
        context.console.object(toJson(status));
        QString text = Tr::tr("%1 (%2): %3\n").arg(status.title, safe(status.name), status.about);
        text += Tr::tr("  state: %1; last success %2; next %3\n")
                    .arg(toText(status.freshness), moment(status.succeededAt), moment(status.nextAt));
        text += Tr::tr("  today: %1 rows, %2 refused; %3 jobs waiting, %4 failed\n")
                    .arg(grouped(status.rowsToday), grouped(status.refusedToday), grouped(status.waiting),
                         grouped(status.failed));
        text += figuresText(status);
        if (status.key != sources::KeyNeed::None)
            text += Tr::tr("  key: %1 (%2)\n")
                        .arg(status.missingKeys.empty() ? Tr::tr("there") : Tr::tr("missing"), safe(status.keyUrl));
        text += Tr::tr("  terms: %1\n").arg(status.licence);
        for (const QString &sentence : {status.live, status.fault, status.remedy, status.quota}) {
            if (!sentence.isEmpty())
                text += QStringLiteral("  ") + safe(sentence) + QLatin1Char('\n');
        }
        context.console.print(text);
        return 0;
    }
    return Error{ErrorCode::NotFound,
                 Tr::tr("There is no source “%1”; “sources list” shows those there are.").arg(safe(name))};
}

/// What is measured of the stated lags, or with `asRules` the next version of the rules.
Result<int> lags(Context &context, bool asRules)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    if (asRules) {
        const auto rules = workbench::proposedLagRules(**bench);
        if (!rules)
            return rules.error();
        context.console.print(base::qs(*rules));
        context.console.object({{QStringLiteral("rules"), base::qs(*rules)}});
        return 0;
    }
    const auto proposals = workbench::lagProposals(**bench);
    if (!proposals)
        return proposals.error();
    QJsonArray array;
    Table table({{Tr::tr("rule")},
                 {Tr::tr("stated"), Align::Right},
                 {Tr::tr("measured"), Align::Right},
                 {Tr::tr("half below"), Align::Right},
                 {Tr::tr("95 of 100 below"), Align::Right},
                 {Tr::tr("proposed"), Align::Right}});
    for (const ingest::LagProposal &one : *proposals) {
        const auto seconds = [](double value) { return std::isnan(value) ? QJsonValue() : QJsonValue(value); };
        const QString proposed = one.proposed ? base::qs(ingest::spanText(*one.proposed)) : QString();
        array.append(QJsonObject{{QStringLiteral("rule"), base::qs(one.rule)},
                                 {QStringLiteral("stated"), base::qs(ingest::spanText(one.stated))},
                                 {QStringLiteral("measured"), static_cast<qint64>(one.measured)},
                                 {QStringLiteral("median_seconds"), seconds(one.median)},
                                 {QStringLiteral("p95_seconds"), seconds(one.late)},
                                 {QStringLiteral("proposed"), proposed.isEmpty() ? QJsonValue() : QJsonValue(proposed)}});
        const auto shown = [](double value) {
            return std::isnan(value) ? QStringLiteral("-") : Tr::tr("%1 s").arg(value, 0, 'g', 6);
        };
        table.add({safe(one.rule), base::qs(ingest::spanText(one.stated)), grouped(one.measured), shown(one.median),
                   shown(one.late), proposed.isEmpty() ? QStringLiteral("-") : proposed});
    }
    context.console.object({{QStringLiteral("lags"), array}});
    context.console.print(table.text());
    return 0;
}

Result<int> addSource(Context &context, const std::string &file)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto name = workbench::addSource(**bench, file);
    if (!name)
        return name.error();
    context.console.print(Tr::tr("%1 is a source now; “sources test %1” looks at its answer, “sources enable %1” collects from it.\n")
                              .arg(safe(*name)));
    context.console.object({{QStringLiteral("source"), base::qs(*name)}});
    return 0;
}

Result<int> test(Context &context, const std::string &name)
{
    const Application application;
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    workbench::CollectJob asked;
    asked.secretOf = workbench::secretOf(workbench::desktopSecrets());
    const auto trial = workbench::trySource(**bench, name, asked, {context.cancel, {}});
    if (!trial)
        return trial.error();
    QString text = trial->fault.isEmpty()
                       ? Tr::tr("%1 bytes from %2: %3 records, %4 events, %5 bars, %6 refused\n")
                             .arg(grouped(trial->bytes), safe(trial->origin), grouped(trial->records), grouped(trial->events),
                                  grouped(trial->bars), grouped(trial->refused))
                       : Tr::tr("No data: %1\n").arg(safe(trial->fault));
    for (const sources::Refusal &refusal : trial->refusals)
        text += Tr::tr("  refused %1: %2\n").arg(grouped(refusal.count), safe(refusal.reason));
    QJsonArray first;
    for (const domain::Event &event : trial->first) {
        first.append(workbench::toJson(event));
        text += Tr::tr("  %1 %2 %3 %4\n").arg(moment(event.timestamp), safe(event.eventType), safe(event.entity), shortest(event.value));
    }
    context.console.print(text);
    context.console.object({{QStringLiteral("source"), base::qs(name)},
                            {QStringLiteral("origin"), base::qs(trial->origin)},
                            {QStringLiteral("bytes"), static_cast<qint64>(trial->bytes)},
                            {QStringLiteral("records"), static_cast<qint64>(trial->records)},
                            {QStringLiteral("events"), static_cast<qint64>(trial->events)},
                            {QStringLiteral("bars"), static_cast<qint64>(trial->bars)},
                            {QStringLiteral("refused"), static_cast<qint64>(trial->refused)},
                            {QStringLiteral("first"), first},
                            {QStringLiteral("fault"), trial->fault.isEmpty() ? QJsonValue() : QJsonValue(trial->fault)}});
    return trial->fault.isEmpty() ? 0 : 4;
}

struct Settings {
    std::string name;
    std::vector<std::string> series;
    std::vector<std::string> options;
};

Result<int> set(Context &context, const Settings &given, bool isEnabled)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    std::optional<std::map<std::string, std::string>> options;
    for (const std::string &option : given.options) {
        const std::size_t equals = option.find('=');
        if (equals == std::string::npos)
            return Error{ErrorCode::BadInput, Tr::tr("“%1” is not of the form NAME=VALUE.").arg(safe(option))};
        if (!options)
            options.emplace();
        (*options)[option.substr(0, equals)] = option.substr(equals + 1);
    }
    std::optional<std::vector<std::string>> series;
    if (!given.series.empty())
        series = given.series;
    const auto done = workbench::setSource(**bench, given.name, isEnabled, series, options);
    if (!done)
        return done.error();
    context.console.print(isEnabled
                              ? Tr::tr("%1 is switched on; “ingest run” collects from it.\n").arg(safe(given.name))
                              : Tr::tr("%1 is switched off; what it brought stays.\n").arg(safe(given.name)));
    context.console.object({{QStringLiteral("source"), base::qs(given.name)}, {QStringLiteral("enabled"), isEnabled}});
    return 0;
}

} // namespace

void addSources(CLI::App &app, Context &context)
{
    CLI::App *group = addGroup(app, "sources", "Where data come from");
    addCommand(*group, context, "list", "Every source and how it fares",
               [&context] { return listSources(context); });
    auto name = std::make_shared<std::string>();
    CLI::App *one = addCommand(*group, context, "show", "One source: state, key, terms, what to do",
                               [&context, name] { return showSource(context, *name); });
    one->add_option("source", *name, "Its name")->required();
    auto file = std::make_shared<std::string>();
    CLI::App *own = addCommand(*group, context, "add", "Add a source of your own from a JSON file",
                               [&context, file] { return addSource(context, *file); });
    own->add_option("file", *file, "Its description: name, url, preset, cadence")->required();
    auto tried = std::make_shared<std::string>();
    CLI::App *trial = addCommand(*group, context, "test", "Ask a source once and show what comes; nothing is stored",
                                 [&context, tried] { return test(context, *tried); });
    trial->add_option("source", *tried, "Its name")->required();
    auto asRules = std::make_shared<bool>(false);
    CLI::App *measured = addCommand(*group, context, "lags", "Measured lags beside the stated ones",
                                    [&context, asRules] { return lags(context, *asRules); });
    measured->add_flag("--propose", *asRules, "Print the next version of the lag rules with what was measured; nothing is changed");
    addKeys(*group, context);
    for (const bool isEnabled : {true, false}) {
        auto given = std::make_shared<Settings>();
        CLI::App *command = addCommand(*group, context, isEnabled ? "enable" : "disable",
                                       isEnabled ? "Collect from a source" : "Stop collecting from a source",
                                       [&context, given, isEnabled] { return set(context, *given, isEnabled); });
        command->add_option("source", given->name, "Its name")->required();
        if (!isEnabled)
            continue;
        command->add_option("--series", given->series, "What to follow: symbols, series, markets, addresses");
        command->add_option("--option", given->options,
                            "NAME=VALUE, such as min_magnitude=4.5, or live=trades for a live stream");
    }
}

} // namespace app::cli
