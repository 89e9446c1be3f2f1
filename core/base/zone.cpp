// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

namespace core::base {

/// offsets[i] holds from starts[i] (microseconds UTC) until starts[i+1]; starts[0] is the beginning of time.
struct Zone::Table {
    std::string name;
    std::vector<std::int64_t> starts;
    std::vector<std::int64_t> offsets;

    [[nodiscard]] std::int64_t offset(std::int64_t utc) const
    {
        const auto after = std::upper_bound(starts.begin(), starts.end(), utc);
        return offsets[static_cast<std::size_t>(after - starts.begin()) - 1];
    }
};

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();

} // namespace

Zone::Zone()
{
    static const auto utc = std::make_shared<const Table>(Table{"UTC", {kFirst}, {0}});
    m_table = utc;
}

const std::string &Zone::name() const
{
    return m_table->name;
}

Result<Zone> Zone::find(std::string_view name)
{
    static std::mutex mutex; // guards known
    static std::map<std::string, std::shared_ptr<const Table>, std::less<>> known;
    Zone zone;
    if (name == "UTC")
        return zone;
    const std::lock_guard lock(mutex);
    if (const auto it = known.find(name); it != known.end()) {
        zone.m_table = it->second;
        return zone;
    }
    const QTimeZone qt(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
    if (name.empty() || !qt.isValid()) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a time zone this system knows; write it as America/New_York or UTC.")
                         .arg(qs(name))};
    }
    auto table = std::make_shared<Table>();
    table->name = name;
    const auto offsetAt = [&qt](std::int64_t second) {
        return qt.offsetFromUtc(QDateTime::fromSecsSinceEpoch(second, Qt::UTC));
    };
    const QDateTime from(QDate(1800, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime to(QDate(2150, 1, 1), QTime(0, 0), Qt::UTC);
    const auto add = [&table](std::int64_t second, int offset) {
        table->starts.push_back(second * kSecond);
        table->offsets.push_back(offset * kSecond);
    };
    table->starts.push_back(kFirst);
    table->offsets.push_back(qt.offsetFromUtc(from) * kSecond);
    std::int64_t last = from.toSecsSinceEpoch();
    for (const QTimeZone::OffsetData &change : qt.transitions(from, to)) {
        last = change.atUtc.toSecsSinceEpoch();
        add(last, change.offsetFromUtc);
    }
    // Qt 6.4 lists only the transitions written out in the tzdata file (to 2037); the rule that follows is
    // probed.
    constexpr std::int64_t kStep = 20 * 86'400;
    for (std::int64_t second = last + 1; second < to.toSecsSinceEpoch(); second += kStep) {
        const int before = offsetAt(second);
        const int after = offsetAt(second + kStep);
        if (before == after)
            continue;
        std::int64_t low = second; // still the old offset
        std::int64_t high = second + kStep;
        while (high - low > 1) {
            const std::int64_t middle = low + (high - low) / 2;
            (offsetAt(middle) == before ? low : high) = middle;
        }
        add(high, after);
    }
    known.emplace(table->name, table);
    zone.m_table = std::move(table);
    return zone;
}

Duration Zone::offsetAt(Instant at) const
{
    return Duration(m_table->offset(at.micros()));
}

Instant Zone::toUtc(Date day, Duration timeOfDay) const
{
    const std::int64_t local = Instant(day).micros() + timeOfDay.count();
    // The offsets in force a day before and after bracket every change; when both readings are consistent the
    // earlier instant (the larger offset) is the first occurrence.
    const std::int64_t before = m_table->offset(local - 86'400 * kSecond);
    const std::int64_t after = m_table->offset(local + 86'400 * kSecond);
    const bool beforeFits = m_table->offset(local - before) == before;
    const bool afterFits = m_table->offset(local - after) == after;
    if (beforeFits && afterFits)
        return Instant(local - std::max(before, after));
    if (afterFits)
        return Instant(local - after);
    return Instant(local - before);
}

Date Zone::localDay(Instant at) const
{
    return (at + offsetAt(at)).utcDay();
}

Duration Zone::localTime(Instant at) const
{
    const Instant local = at + offsetAt(at);
    return local - Instant(local.utcDay());
}

} // namespace core::base
