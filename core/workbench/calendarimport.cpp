// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/calendarimport.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/sources/calendars.h"

#include <QJsonObject>

namespace core::workbench {

using base::Result;

Result<store::InsertSummary> importCalendar(const Workbench &bench, base::Date from, base::Date to)
{
    Result<std::vector<domain::Event>> events = sources::calendarEvents(from, to);
    if (!events)
        return events.error();
    const std::string parser(sources::kCalendarSource);
    const QJsonObject origin{{QStringLiteral("computed"), base::qs(parser)},
                             {QStringLiteral("version"), sources::kCalendarParserVersion},
                             {QStringLiteral("from"), base::qs(base::toIso(from))},
                             {QStringLiteral("to"), base::qs(base::toIso(to))}};
    const store::Workspace &workspace = bench.workspace();
    const Result<store::Artifact> artifact =
        workspace.vault().put(parser, "computed from rules", base::canonicalJson(origin));
    if (!artifact)
        return artifact.error();
    const base::Instant now = bench.clock().now();
    for (domain::Event &event : *events) {
        event.rawSha256 = artifact->sha256;
        event.ingestedAt = now;
    }
    return workspace.events().insert(*events, [&](store::WriteTransaction &transaction, const store::InsertSummary &) {
        return store::Vault::markTransformed(transaction.database(), artifact->sha256, parser,
                                             sources::kCalendarParserVersion);
    });
}

std::pair<base::Date, base::Date> usualCalendar(const base::Clock &clock)
{
    using namespace std::chrono;
    const year_month_day today(clock.now().utcDay());
    return {sys_days(year(1960) / January / 1), sys_days((today.year() + years(2)) / December / 31)};
}

} // namespace core::workbench
