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

Result<int> listRelationships(Context &context)
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
                 {Tr::tr("hold-out")},
                 {Tr::tr("forward n"), Align::Right},
                 {Tr::tr("E"), Align::Right}});
    for (const RelationshipView &view : *views) {
        const store::RelationshipRecord &record = view.record;
        const QString holdout =
            !view.opened ? Tr::tr("sealed")
                         : (view.opened->confirmed ? Tr::tr("confirmed") : Tr::tr("not confirmed"));
        table.add({base::qs(base::toHex(record.hypothesis).substr(0, 12)), safe(record.status),
                   safe(record.event), safe(record.asset), window(view), grouped(record.n),
                   fixed(record.effect, 2), interval(view), safe(record.unit), probability(record.pAdjusted),
                   grouped(view.familySize), holdout, grouped(view.steps.size()),
                   fixed(view.steps.empty() ? 1 : view.steps.back().e, 2)});
        all.append(workbench::toJson(view));
    }
    context.console.object({{QStringLiteral("relationships"), all}});
    context.console.print(
        table.isEmpty()
            ? Tr::tr("Nothing is believed yet; “study run FILE” asks, and what it finds appears here.\n")
            : table.text());
    return 0;
}

/// The evidence of what came after the discovery.
void addForward(Table &table, const RelationshipView &view)
{
    if (!view.start) {
        table.add({Tr::tr("forward evidence"), Tr::tr("not looked at yet; “relationships check” does")});
        return;
    }
    const bool isAny = !view.steps.empty();
    table.add({Tr::tr("forward evidence"),
               Tr::tr("E %1 (validated at %2) from %3 events after %4")
                   .arg(fixed(isAny ? view.steps.back().e : 1, 2), fixed(store::kEnoughEvidence, 0),
                        grouped(view.steps.size()), moment(view.start->from))});
    table.add({Tr::tr("evidence of decay"),
               Tr::tr("E %1 (decayed at %2)")
                   .arg(fixed(isAny ? view.steps.back().decay : 1, 2), fixed(store::kEnoughEvidence, 0))});
    const discovery::TrailingEffect trailing = discovery::trailingEffect(view.steps);
    if (trailing.n == 0)
        return;
    const double scale = view.forwardScale;
    table.add({Tr::tr("the latest events"),
               Tr::tr("%1 %2 (95 % interval %3 to %4), n %5; registered: %6")
                   .arg(fixed(trailing.mean * scale, 2), safe(view.forwardUnit),
                        fixed(trailing.ciLow * scale, 2), fixed(trailing.ciHigh * scale, 2),
                        grouped(trailing.n), fixed(view.start->registered * scale, 2))});
}

QString historyText(const RelationshipView &view)
{
    QString text = Tr::tr("%1  found as %2 by run %3\n")
                       .arg(moment(view.record.discoveredAt), workbench::statusText(view.record.tier),
                            safe(view.record.run));
    for (const store::LifeChange &change : view.history)
        text += Tr::tr("%1  %2 -> %3: %4\n")
                    .arg(moment(change.at), workbench::statusText(change.from),
                         workbench::statusText(change.to), safe(change.reason));
    return text;
}

Result<int> showRelationship(Context &context, const std::string &id)
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
    addForward(table, *view);
    context.console.print(table.text());
    context.console.print(historyText(*view));
    return 0;
}

QString lineOf(const discovery::ForwardCheck &check)
{
    QString line = Tr::tr("%1 on %2 (%3): %4 new events, n %5, E %6, decay %7\n")
                       .arg(safe(check.event), safe(check.asset), workbench::statusText(check.status),
                            grouped(check.added), grouped(check.tally.n), fixed(check.tally.e, 2),
                            fixed(check.tally.decay, 2));
    for (const store::LifeChange &change : check.changes)
        line += Tr::tr("  %1 -> %2: %3\n")
                    .arg(workbench::statusText(change.from), workbench::statusText(change.to),
                         safe(change.reason));
    if (!check.note.isEmpty())
        line += Tr::tr("  not followed: %1\n").arg(safe(check.note));
    return line;
}

Result<int> check(Context &context, const std::string &id)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto checks = workbench::checkRelationships(**bench, id, 0, jobOf(context));
    if (!checks)
        return checks.error();
    QJsonArray all;
    QString text;
    std::uint64_t added = 0;
    std::size_t changed = 0;
    for (const discovery::ForwardCheck &one : *checks) {
        all.append(workbench::toJson(one));
        text += lineOf(one);
        added += one.added;
        changed += one.changes.empty() ? 0 : 1;
    }
    context.console.object({{QStringLiteral("checked"), static_cast<qint64>(checks->size())},
                            {QStringLiteral("added"), static_cast<qint64>(added)},
                            {QStringLiteral("changed"), static_cast<qint64>(changed)},
                            {QStringLiteral("relationships"), all}});
    context.console.print(checks->empty()
                              ? Tr::tr("There is nothing to follow: no relationship is candidate, "
                                       "significant or validated.\n")
                              : text);
    return 0;
}

Result<int> retire(Context &context, const std::string &id, const std::string &reason)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<RelationshipView> view = workbench::retireRelationship(**bench, id, base::qs(reason));
    if (!view)
        return view.error();
    context.console.object(workbench::toJson(*view));
    context.console.print(Tr::tr("%1 on %2 is retired; it stays in the list with its reason.\n")
                              .arg(safe(view->record.event), safe(view->record.asset)));
    return 0;
}

Result<int> unseal(Context &context, const std::string &id)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<discovery::HoldOutReport> report = workbench::unseal(**bench, id, 0, jobOf(context));
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
    addCommand(*group, context, "list", "All, strongest first",
               [&context] { return listRelationships(context); });
    CLI::App *one = addCommand(*group, context, "show", "One with its evidence",
                               [&context, id] { return showRelationship(context, *id); });
    one->add_option("id", *id, "Its id, or a unique beginning of it")->required();
    CLI::App *follow = addCommand(*group, context, "check", "Bring the evidence of later events up to date",
                                  [&context, id] { return check(context, *id); });
    follow->add_option("id", *id, "Its id, or a unique beginning of it [all]");
    auto reason = std::make_shared<std::string>();
    CLI::App *end = addCommand(*group, context, "retire", "End one by your own decision, for good",
                               [&context, id, reason] { return retire(context, *id, *reason); });
    end->add_option("id", *id, "Its id, or a unique beginning of it")->required();
    end->add_option("--reason", *reason, "Why; it stays in its history")->required();
    CLI::App *open = addCommand(*group, context, "unseal", "Test it on the sealed data: once, and for good",
                                [&context, id] { return unseal(context, *id); });
    open->add_option("id", *id, "Its id, or a unique beginning of it")->required();
}

} // namespace app::cli
