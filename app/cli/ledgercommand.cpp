// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/tr.h"
#include "core/workbench/workbench.h"

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

Result<int> summary(Context &context)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const store::Ledger &ledger = (*bench)->ledger();
    const Result<void> chain = ledger.check();
    if (!chain)
        return chain.error();
    const Result<store::LedgerSummary> summary = ledger.summary();
    if (!summary)
        return summary.error();
    context.console.object({{QStringLiteral("families"), static_cast<qint64>(summary->families)},
                            {QStringLiteral("questions"), static_cast<qint64>(summary->questions)},
                            {QStringLiteral("runs"), static_cast<qint64>(summary->runs)},
                            {QStringLiteral("significant"), static_cast<qint64>(summary->significant)},
                            {QStringLiteral("candidates"), static_cast<qint64>(summary->candidates)},
                            {QStringLiteral("expected_false"), summary->expectedFalse},
                            {QStringLiteral("opened"), static_cast<qint64>(summary->opened)},
                            {QStringLiteral("walks"), static_cast<qint64>(summary->walks)},
                            {QStringLiteral("walked"), static_cast<qint64>(summary->walked)},
                            {QStringLiteral("chain"), QStringLiteral("intact")}});
    Table table({{Tr::tr("asked so far")}, {Tr::tr("count"), Align::Right}});
    table.add({Tr::tr("families of hypotheses"), grouped(summary->families)});
    table.add({Tr::tr("distinct hypotheses"), grouped(summary->questions)});
    table.add({Tr::tr("runs"), grouped(summary->runs)});
    table.add({Tr::tr("significant"), grouped(summary->significant)});
    table.add({Tr::tr("of them expected by chance"), fixed(summary->expectedFalse, 2)});
    table.add({Tr::tr("candidates"), grouped(summary->candidates)});
    table.add({Tr::tr("opened hold-outs"), grouped(summary->opened)});
    table.add({Tr::tr("walks"), grouped(summary->walks)});
    table.add({Tr::tr("hypotheses in them, believed by none"), grouped(summary->walked)});
    context.console.print(table.text());
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
