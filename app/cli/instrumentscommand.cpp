// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/companynames.h"
#include "core/workbench/values.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using domain::HeldName;
using domain::NameBasis;
using domain::NameKind;
using store::Meaning;
using workbench::NamedCompany;
using workbench::Workbench;

namespace {

struct InstrumentQuestion {
    std::string name;
    std::string asOf;
};

QString wordOf(NameKind kind)
{
    return kind == NameKind::Ticker ? QStringLiteral("ticker")
           : kind == NameKind::Name ? QStringLiteral("name")
                                    : QStringLiteral("sic");
}

QString wordOf(NameBasis basis)
{
    return basis == NameBasis::Filed    ? QStringLiteral("filed")
           : basis == NameBasis::Listed ? QStringLiteral("listed")
                                        : QStringLiteral("stated");
}

QString wordOf(Meaning::How how)
{
    switch (how) {
    case Meaning::How::Cik:
        return QStringLiteral("cik");
    case Meaning::How::Ticker:
        return QStringLiteral("ticker");
    case Meaning::How::Name:
        return QStringLiteral("name");
    case Meaning::How::FormerTicker:
        return QStringLiteral("former_ticker");
    case Meaning::How::FormerName:
        return QStringLiteral("former_name");
    }
    return {};
}

QJsonObject toJson(const HeldName &name)
{
    return {{QStringLiteral("kind"), wordOf(name.kind)},
            {QStringLiteral("value"), base::qs(name.value)},
            {QStringLiteral("from"), workbench::jsonInstant(name.from)},
            {QStringLiteral("until"), workbench::jsonInstant(name.until)},
            {QStringLiteral("seen"), workbench::jsonInstant(name.seen)},
            {QStringLiteral("basis"), wordOf(name.basis)},
            {QStringLiteral("by_rename"), name.byRename},
            {QStringLiteral("source"), base::qs(name.source)}};
}

QJsonObject toJson(const NamedCompany &company)
{
    QJsonArray tickers, names;
    for (const HeldName &name : company.names) {
        names.append(toJson(name));
        if (name.kind == NameKind::Ticker && name.isHeld())
            tickers.append(base::qs(name.value));
    }
    const auto inForce = [&company](NameKind kind) {
        const HeldName *name = store::nameInForce(company.names, kind);
        return name == nullptr ? QJsonValue(QJsonValue::Null) : QJsonValue(base::qs(name->value));
    };
    return {{QStringLiteral("cik"), base::qs(company.meaning.company)},
            {QStringLiteral("by"), wordOf(company.meaning.how)},
            {QStringLiteral("name"), inForce(NameKind::Name)},
            {QStringLiteral("tickers"), tickers},
            {QStringLiteral("sic"), inForce(NameKind::Sic)},
            {QStringLiteral("names"), names}};
}

QString headOf(const NamedCompany &company)
{
    const HeldName *name = store::nameInForce(company.names, NameKind::Name);
    QStringList tickers;
    for (const HeldName &one : company.names) {
        if (one.kind == NameKind::Ticker && one.isHeld())
            tickers.append(safe(one.value));
    }
    return Tr::tr("CIK %1  %2  %3\n")
        .arg(safe(company.meaning.company), name == nullptr ? QStringLiteral("-") : safe(name->value),
             tickers.isEmpty() ? QStringLiteral("-") : tickers.join(QStringLiteral(", ")));
}

Result<int> showInstrument(Context &context, const InstrumentQuestion &asked)
{
    const Result<base::Instant> at =
        asked.asOf.empty() ? Result<base::Instant>(base::Instant()) : base::parseInstant(asked.asOf);
    if (!at)
        return at.error();
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto companies = workbench::companiesCalled(**bench, asked.name, *at);
    if (!companies)
        return companies.error();
    QJsonArray array;
    for (const NamedCompany &company : *companies) {
        array.append(toJson(company));
        Table table({{Tr::tr("what")},
                     {Tr::tr("value")},
                     {Tr::tr("from (UTC)")},
                     {Tr::tr("until (UTC)")},
                     {Tr::tr("by")}});
        for (const HeldName &name : company.names)
            table.add({wordOf(name.kind), safe(name.value), moment(name.from), moment(name.until),
                       safe(name.source) + QLatin1Char(' ') +
                           (name.byRename ? QStringLiteral("rename") : wordOf(name.basis))});
        context.console.print(headOf(company) + table.text());
    }
    context.console.object({{QStringLiteral("asked"), base::qs(asked.name)},
                            {QStringLiteral("as_of"), workbench::jsonInstant(*at)},
                            {QStringLiteral("ambiguous"), companies->size() > 1},
                            {QStringLiteral("companies"), array}});
    if (companies->size() > 1)
        context.console.note(Tr::tr("“%1” is ambiguous: it can be any of these %2 companies.")
                                 .arg(safe(asked.name))
                                 .arg(companies->size()));
    return 0;
}

} // namespace

void addInstruments(CLI::App &app, Context &context)
{
    CLI::App *group = addGroup(app, "instruments", "What companies are and were called");
    auto asked = std::make_shared<InstrumentQuestion>();
    CLI::App *one =
        addCommand(*group, context, "show", "The company that a name means, and its names over time",
                   [&context, asked] { return showInstrument(context, *asked); });
    one->add_option("name", asked->name, "A ticker in any spelling (BRK.B), a CIK, or a name of a company")
        ->required();
    one->add_option("--as-of", asked->asOf, "What it meant at this date or time, as far as was known then");
}

} // namespace app::cli
