// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/doctor.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;

namespace {

QString word(workbench::Health health)
{
    switch (health) {
    case workbench::Health::Good:
        return QStringLiteral("ok");
    case workbench::Health::Doubtful:
        return QStringLiteral("doubtful");
    case workbench::Health::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

Result<int> runDoctor(Context &context)
{
    const std::vector<workbench::Diagnosis> all = workbench::examine(context.workspaceFolder, context.clock);
    bool good = true;
    QJsonArray checks;
    Table table({{Tr::tr("part")}, {Tr::tr("state")}, {Tr::tr("found")}, {Tr::tr("what to do")}});
    for (const workbench::Diagnosis &diagnosis : all) {
        good = good && diagnosis.health != workbench::Health::Bad;
        table.add(
            {safe(diagnosis.part), word(diagnosis.health), safe(diagnosis.found), safe(diagnosis.remedy)});
        checks.append(QJsonObject{{QStringLiteral("part"), diagnosis.part},
                                  {QStringLiteral("state"), word(diagnosis.health)},
                                  {QStringLiteral("found"), diagnosis.found},
                                  {QStringLiteral("remedy"), diagnosis.remedy}});
    }
    context.console.object({{QStringLiteral("healthy"), good}, {QStringLiteral("checks"), checks}});
    context.console.print(table.text());
    return good ? 0 : 1;
}

} // namespace

void addDoctor(CLI::App &app, Context &context)
{
    addCommand(app, context, "doctor", "What is installed, what is missing and how to mend it",
               [&context] { return runDoctor(context); });
}

} // namespace app::cli
