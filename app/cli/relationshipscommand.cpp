// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/relationships.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::RelationshipView;
using workbench::Workbench;

namespace {

QString interval(const RelationshipView &view)
{
    return Tr::tr("%1 to %2").arg(fixed(view.ciLow, 2), fixed(view.ciHigh, 2));
}

QString window(const RelationshipView &view)
{
    return QStringLiteral("[%1,%2]").arg(view.record.first).arg(view.record.last);
}

Result<int> list(Context &context)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<std::vector<RelationshipView>> views = workbench::relationshipsOf(**bench);
    if (!views)
        return views.error();
    QJsonArray all;
    Table table({{Tr::tr("id")},
                 {Tr::tr("status")},
                 {Tr::tr("event")},
                 {Tr::tr("asset")},
                 {Tr::tr("bars")},
                 {Tr::tr("n"), Align::Right},
                 {Tr::tr("effect"), Align::Right},
                 {Tr::tr("95 % interval"), Align::Right},
                 {Tr::tr("unit")},
                 {Tr::tr("p adjusted"), Align::Right},
                 {Tr::tr("family"), Align::Right},
                 {Tr::tr("hold-out")}});
    for (const RelationshipView &view : *views) {
        const store::RelationshipRecord &record = view.record;
        const QString holdout =
            !view.opened ? Tr::tr("sealed")
                         : (view.opened->confirmed ? Tr::tr("confirmed") : Tr::tr("not confirmed"));
        table.add({base::qs(base::toHex(record.hypothesis).substr(0, 12)), safe(record.status),
                   safe(record.event), safe(record.asset), window(view), grouped(record.n),
                   fixed(record.effect, 2), interval(view), safe(record.unit), probability(record.pAdjusted),
                   grouped(view.familySize), holdout});
        all.append(workbench::toJson(view));
    }
    context.console.object({{QStringLiteral("relationships"), all}});
    context.console.print(
        table.isEmpty()
            ? Tr::tr("Nothing is believed yet; “study run FILE” asks, and what it finds appears here.\n")
            : table.text());
    return 0;
}

Result<int> show(Context &context, const std::string &id)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<RelationshipView> view = workbench::relationshipOf(**bench, id);
    if (!view)
        return view.error();
    const store::RelationshipRecord &record = view->record;
    context.console.object(workbench::toJson(*view));
    Table table({{Tr::tr("relationship")}, {base::qs(base::toHex(record.hypothesis))}});
    table.add({Tr::tr("event"), safe(record.event)});
    table.add({Tr::tr("asset"), safe(record.asset)});
    table.add({Tr::tr("bars after the event"), window(*view)});
    table.add({Tr::tr("status"), safe(record.status)});
    table.add({Tr::tr("effect"), Tr::tr("%1 %2 (95 % interval %3), n %4, t %5")
                                     .arg(fixed(record.effect, 2), safe(record.unit), interval(*view),
                                          grouped(record.n), fixed(record.t, 2))});
    table.add({Tr::tr("by chance"), Tr::tr("p %1, adjusted %2 in a family of %3")
                                        .arg(probability(record.pValue), probability(record.pAdjusted),
                                             grouped(view->familySize))});
    table.add(
        {Tr::tr("hit rate"),
         Tr::tr("%1 against a base rate of %2").arg(fixed(record.hitRate, 3), fixed(record.baseRate, 3))});
    table.add({Tr::tr("edge"), Tr::tr("%1 bp, gross").arg(fixed(record.edge, 1))});
    table.add({Tr::tr("run"), safe(record.run)});
    table.add({Tr::tr("discovered (UTC)"), moment(record.discoveredAt)});
    table.add({Tr::tr("validated (UTC)"), moment(record.validatedAt)});
    table.add({Tr::tr("hold-out"),
               view->opened
                   ? Tr::tr("opened %1: effect %2, n %3, p %4 (Holm %5), %6")
                         .arg(moment(view->opened->openedAt), fixed(view->opened->effect, 2),
                              grouped(view->opened->n), probability(view->opened->p),
                              probability(view->opened->pHolm),
                              view->opened->confirmed ? Tr::tr("confirmed") : Tr::tr("not confirmed"))
                   : Tr::tr("sealed")});
    context.console.print(table.text());
    return 0;
}

Result<int> unseal(Context &context, const std::string &id)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<discovery::HoldOutReport> report =
        workbench::unseal(**bench, id, 0, {context.cancel, context.console.progress()});
    if (!report)
        return report.error();
    const Result<RelationshipView> view =
        workbench::relationshipOf(**bench, base::toHex(report->act.hypothesis));
    if (!view)
        return view.error();
    QJsonObject object = workbench::toJson(*view);
    object.insert(QStringLiteral("finding"), discovery::toJson(report->finding));
    context.console.object(object);
    const discovery::Finding &finding = report->finding;
    context.console.print(
        Tr::tr(
            "%1 on %2 in the hold-out: %3 %4 (95 % interval %5 to %6), n %7; one-sided p %8, after Holm %9: ")
            .arg(safe(finding.event), safe(finding.asset), fixed(finding.effect, 2), safe(finding.unit),
                 fixed(finding.ciLow, 2), fixed(finding.ciHigh, 2), grouped(finding.n),
                 probability(report->act.p), probability(report->act.pHolm)) +
        (report->act.confirmed ? Tr::tr("confirmed.\n") : Tr::tr("not confirmed.\n")));
    return 0;
}

} // namespace

void addRelationships(CLI::App &app, Context &context)
{
    auto id = std::make_shared<std::string>();
    CLI::App *group = addGroup(app, "relationships", "What is believed, and how it holds");
    addCommand(*group, context, "list", "All, strongest first", [&context] { return list(context); });
    CLI::App *one = addCommand(*group, context, "show", "One with its evidence",
                               [&context, id] { return show(context, *id); });
    one->add_option("id", *id, "Its id, or a unique beginning of it")->required();
    CLI::App *open = addCommand(*group, context, "unseal", "Test it on the sealed data: once, and for good",
                                [&context, id] { return unseal(context, *id); });
    open->add_option("id", *id, "Its id, or a unique beginning of it")->required();
}

} // namespace app::cli
