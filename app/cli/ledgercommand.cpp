// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/ledgerwords.h"
#include "core/workbench/values.h"
#include "core/workbench/workbench.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using store::LedgerSummary;
using workbench::Workbench;

namespace {

/// The questions that were asked before a restored workspace became one of its own.
struct Origin {
    store::WorkspaceOrigin workspace;
    std::uint64_t questions = 0;
};

Result<std::optional<Origin>> originOf(const Workbench &bench, const LedgerSummary &all)
{
    const std::optional<store::WorkspaceOrigin> &from = bench.identity().origin;
    if (!from)
        return std::optional<Origin>();
    const Result<LedgerSummary> since = bench.ledger().summary(from->backupAt);
    if (!since)
        return since.error();
    return std::optional(Origin{*from, from->backupAt.isValid() ? all.questions - since->questions : 0});
}

QString originText(const Origin &origin)
{
    return Tr::tr("This workspace was restored from a backup of “%1” (made %2 UTC) of %3 UTC: %4 of its "
                  "questions were "
                  "asked there, and asked again here they are asked before.\n")
        .arg(safe(origin.workspace.name), moment(origin.workspace.created), moment(origin.workspace.backupAt),
             grouped(origin.questions));
}

QJsonValue toJson(const std::optional<Origin> &origin)
{
    if (!origin)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject{{QStringLiteral("name"), base::qs(origin->workspace.name)},
                       {QStringLiteral("created"), workbench::jsonInstant(origin->workspace.created)},
                       {QStringLiteral("backup_at"), workbench::jsonInstant(origin->workspace.backupAt)},
                       {QStringLiteral("questions"), static_cast<qint64>(origin->questions)}};
}

Table table(const LedgerSummary &all, const std::vector<store::StudyQuestions> &studies)
{
    Table out({{Tr::tr("research question")},
               {Tr::tr("families"), Align::Right},
               {Tr::tr("questions"), Align::Right},
               {Tr::tr("asked before"), Align::Right},
               {Tr::tr("runs"), Align::Right},
               {Tr::tr("significant"), Align::Right},
               {Tr::tr("by chance"), Align::Right},
               {Tr::tr("candidates"), Align::Right},
               {Tr::tr("opened"), Align::Right}});
    const auto add = [&out](const QString &name, const LedgerSummary &counts) {
        out.add({name, grouped(counts.families), grouped(counts.questions), grouped(counts.askedBefore()),
                 grouped(counts.runs), grouped(counts.significant), fixed(counts.expectedFalse, 2),
                 grouped(counts.candidates), grouped(counts.opened)});
    };
    for (const store::StudyQuestions &one : studies)
        add(one.study.empty() ? Tr::tr("(without a name)") : safe(one.study), one.counts);
    add(Tr::tr("in all"), all);
    return out;
}

Result<int> summary(Context &context)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const store::Ledger &ledger = (*bench)->ledger();
    const Result<void> chain = ledger.check();
    if (!chain)
        return chain.error();
    const Result<LedgerSummary> all = ledger.summary();
    if (!all)
        return all.error();
    const Result<std::vector<store::StudyQuestions>> studies = ledger.questionsByStudy();
    if (!studies)
        return studies.error();
    const Result<std::optional<Origin>> origin = originOf(**bench, *all);
    if (!origin)
        return origin.error();
    const QString sentence = workbench::ledgerSentence(*all, kPlainNumbers);
    QJsonArray byStudy;
    for (const store::StudyQuestions &one : *studies) {
        QJsonObject counts = workbench::toJson(one.counts);
        counts.insert(QStringLiteral("study"), base::qs(one.study));
        byStudy.append(counts);
    }
    QJsonObject object = workbench::toJson(*all);
    object.insert(QStringLiteral("sentence"), sentence);
    object.insert(QStringLiteral("workspace"), base::qs((*bench)->identity().name));
    object.insert(QStringLiteral("restored_from"), toJson(*origin));
    object.insert(QStringLiteral("studies"), byStudy);
    object.insert(QStringLiteral("chain"), QStringLiteral("intact"));
    context.console.object(object);
    context.console.print(sentence + QLatin1Char('\n'));
    if (*origin)
        context.console.print(originText(**origin));
    context.console.print(QLatin1Char('\n') + table(*all, *studies).text());
    if (all->walks > 0)
        context.console.print(Tr::tr("Walks through the past: %1, with %2 questions that are believed by none.\n")
                                  .arg(grouped(all->walks), grouped(all->walked)));
    context.console.print(Tr::tr("The chain of hashes over all entries is intact.\n"));
    return 0;
}

} // namespace

void addLedger(CLI::App &app, Context &context)
{
    CLI::App *group = addGroup(app, "ledger", "What was ever asked");
    addCommand(*group, context, "summary", "How many questions, and what chance alone would give",
               [&context] { return summary(context); });
}

} // namespace app::cli
