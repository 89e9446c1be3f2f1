// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/links.h"
#include "core/workbench/values.h"

#include <QJsonArray>

#include <algorithm>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using sources::Link;
using workbench::Workbench;

namespace {

struct LinksQuestion {
    std::string entity;
    std::string source;
};

struct ListedLink {
    std::string entity;
    Link link;
    bool hasBars = false;
};

/// As the Inspector shows them: a company by its CIK has the links of its tickers, and symbols are spelled as
/// the workspace's bars are.
Result<std::vector<ListedLink>> linksOfOne(const Workbench &bench, const std::string &source,
                                           const std::string &entity)
{
    auto touched = workbench::touchedBy(bench, source, entity);
    if (!touched)
        return touched.error();
    std::vector<ListedLink> out;
    for (workbench::Touched &one : *touched)
        out.push_back({entity, std::move(one.link), one.hasBars});
    return out;
}

Result<std::vector<ListedLink>> allLinks(const Workbench &bench, const sources::Links &links,
                                         const std::string &source)
{
    const auto withBars = bench.bars().symbols("1d");
    if (!withBars)
        return withBars.error();
    std::vector<ListedLink> out;
    for (const std::string &entity : links.entities()) {
        for (Link &link : links.of(source, entity)) {
            const bool hasBars = std::ranges::binary_search(*withBars, link.symbol);
            out.push_back({entity, std::move(link), hasBars});
        }
    }
    return out;
}

/// Every entity that is named, or the one asked for. A file that is wrong is told of, and makes the exit code
/// 1.
Result<int> listLinks(Context &context, const LinksQuestion &asked)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto book = workbench::linksOf(**bench);
    if (!book)
        return book.error();
    const auto links = asked.entity.empty() ? allLinks(**bench, book->links, asked.source)
                                            : linksOfOne(**bench, asked.source, asked.entity);
    if (!links)
        return links.error();
    QJsonArray array;
    Table table(
        {{Tr::tr("entity")}, {Tr::tr("symbol")}, {Tr::tr("what")}, {Tr::tr("by")}, {Tr::tr("prices")}});
    for (const auto &[entity, link, hasBars] : *links) {
        array.append(QJsonObject{{QStringLiteral("entity"), base::qs(entity)},
                                 {QStringLiteral("symbol"), base::qs(link.symbol)},
                                 {QStringLiteral("relation"), base::qs(link.relation)},
                                 {QStringLiteral("by"), workbench::jsonText(link.by)},
                                 {QStringLiteral("name"), workbench::jsonText(link.name)},
                                 {QStringLiteral("has_bars"), hasBars}});
        table.add({safe(entity), safe(link.symbol), safe(link.relation),
                   link.by.empty() ? QStringLiteral("-") : safe(link.by + ' ' + link.name),
                   hasBars ? Tr::tr("yes") : Tr::tr("no")});
    }
    QJsonArray faults;
    for (const QString &fault : book->faults) {
        context.console.note(safe(fault));
        faults.append(fault);
    }
    context.console.object({{QStringLiteral("links"), array},
                            {QStringLiteral("sha256"), base::qs(book->links.hash())},
                            {QStringLiteral("faults"), faults}});
    context.console.print(table.isEmpty()
                              ? Tr::tr("“%1” is linked to nothing; links/*.json in the workspace can link "
                                       "it.\n")
                                    .arg(safe(asked.entity))
                              : table.text());
    return book->faults.empty() ? 0 : 1;
}

} // namespace

void addLinks(CLI::App &app, Context &context)
{
    CLI::App *group = addGroup(app, "links", "Which instruments events touch");
    auto asked = std::make_shared<LinksQuestion>();
    CLI::App *all = addCommand(*group, context, "list", "What entities are linked to",
                               [&context, asked] { return listLinks(context, *asked); });
    all->add_option("--entity", asked->entity, "One entity: a country's code, a symbol, a name");
    all->add_option("--source", asked->source,
                    "As events of this source mean it: DE is Germany for gdelt and Deere for edgar");
}

} // namespace app::cli
