// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/tradingcalendar.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/zone.h"
#include "core/market/dayrules.h"
#include "core/market/exchangerules.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace core::market {

using base::Date;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;

struct TradingCalendar::Table {
    std::string name;
    base::Zone zone;
    Date first;
    Date last;
    std::vector<Session> sessions;
    std::span<const int> incidents;
};

namespace {

constexpr const ExchangeRules *kExchanges[] = {&kAlways, &kFrankfurt, &kHongKong,
                                               &kLondon, &kNewYork,   &kTokyo};

template <typename Sessions>
auto firstOnOrAfter(Sessions &sessions, Date day)
{
    return std::lower_bound(sessions.begin(), sessions.end(), day,
                            [](const Session &session, Date value) { return session.day < value; });
}

} // namespace

TradingCalendar::TradingCalendar(std::shared_ptr<const Table> table)
    : m_table(std::move(table))
{}

Result<TradingCalendar> TradingCalendar::find(std::string_view name)
{
    static std::mutex mutex; // guards tables
    static std::map<std::string, std::shared_ptr<const Table>, std::less<>> tables;
    const std::lock_guard lock(mutex);
    if (const auto it = tables.find(name); it != tables.end())
        return TradingCalendar(it->second);
    for (const ExchangeRules *rules : kExchanges) {
        if (rules->name != name)
            continue;
        Result<base::Zone> zone = base::Zone::find(rules->zone);
        if (!zone.ok())
            return zone.error();
        auto table = std::make_shared<Table>();
        table->name = rules->name;
        table->zone = *zone;
        table->first = rules->first;
        table->last = rules->last;
        table->incidents = rules->incidents;
        for (Date day = rules->first; day <= rules->last; day += std::chrono::days(1)) {
            if (const std::optional<Hours> hours = rules->hours(day))
                table->sessions.push_back(
                    {day, table->zone.toUtc(day, hours->open), table->zone.toUtc(day, hours->close)});
        }
        tables.emplace(table->name, table);
        return TradingCalendar(std::move(table));
    }
    QStringList known;
    for (const std::string &each : names())
        known << base::qs(each);
    return Error{ErrorCode::NotFound, Tr::tr("There is no trading calendar “%1”; known are %2.")
                                          .arg(base::qs(name), known.join(QStringLiteral(", ")))};
}

std::vector<std::string> TradingCalendar::names()
{
    std::vector<std::string> all;
    for (const ExchangeRules *rules : kExchanges)
        all.emplace_back(rules->name);
    return all;
}

const std::string &TradingCalendar::name() const
{
    return m_table->name;
}

const base::Zone &TradingCalendar::zone() const
{
    return m_table->zone;
}

Date TradingCalendar::firstDay() const
{
    return m_table->first;
}

Date TradingCalendar::lastDay() const
{
    return m_table->last;
}

bool TradingCalendar::covers(Date day) const
{
    return day >= m_table->first && day <= m_table->last;
}

std::optional<Session> TradingCalendar::session(Date day) const
{
    const auto it = firstOnOrAfter(m_table->sessions, day);
    if (it == m_table->sessions.end() || it->day != day)
        return std::nullopt;
    return *it;
}

bool TradingCalendar::isHoliday(Date day) const
{
    return covers(day) && !isWeekend(day) && !session(day) && !contains(m_table->incidents, day);
}

std::optional<Session> TradingCalendar::next(Date day) const
{
    const auto it = firstOnOrAfter(m_table->sessions, day + std::chrono::days(1));
    if (it == m_table->sessions.end() || day + std::chrono::days(1) < m_table->first)
        return std::nullopt;
    return *it;
}

std::optional<Session> TradingCalendar::previous(Date day) const
{
    const auto it = firstOnOrAfter(m_table->sessions, day);
    if (it == m_table->sessions.begin() || day - std::chrono::days(1) > m_table->last)
        return std::nullopt;
    return *(it - 1);
}

std::optional<Session> TradingCalendar::closingAtOrAfter(Instant at) const
{
    if (m_table->zone.localDay(at) < m_table->first)
        return std::nullopt;
    const auto &sessions = m_table->sessions;
    const auto it =
        std::lower_bound(sessions.begin(), sessions.end(), at,
                         [](const Session &session, Instant value) { return session.close < value; });
    if (it == sessions.end())
        return std::nullopt;
    return *it;
}

Result<std::span<const Session>> TradingCalendar::sessions(Date from, Date to) const
{
    if (!covers(from) || !covers(to)) {
        return Error{
            ErrorCode::BadInput,
            Tr::tr(
                "The trading calendar %1 knows the days from %2 to %3, not %4 to %5; ask within that range.")
                .arg(base::qs(m_table->name), base::qs(base::toIso(m_table->first)),
                     base::qs(base::toIso(m_table->last)), base::qs(base::toIso(from)),
                     base::qs(base::toIso(to)))};
    }
    if (to < from)
        return std::span<const Session>();
    const auto begin = firstOnOrAfter(m_table->sessions, from);
    const auto end = firstOnOrAfter(m_table->sessions, to + std::chrono::days(1));
    return std::span<const Session>(begin, end);
}

} // namespace core::market
