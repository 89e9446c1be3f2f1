// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recurrence.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <QJsonObject>
#include <QStringList>
#include <QTime>

#include <algorithm>
#include <array>

namespace core::domain {

using base::Date;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 7> kWeekdays{u"sunday",   u"monday", u"tuesday", u"wednesday",
                                               u"thursday", u"friday", u"saturday"};
constexpr std::chrono::hours kHour{1};

Error notOne(const QString &what)
{
    return {
        ErrorCode::BadInput,
        Tr::tr("“%1” is no schedule: write “hourly”, “daily 02:00 America/New_York”, “weekly monday 02:00 "
               "America/New_York”, or {\"after\": \"fred\"}.")
            .arg(what.left(100))};
}

} // namespace

Result<Recurrence> Recurrence::parse(const QJsonValue &schedule)
{
    Recurrence out;
    if (schedule.isObject()) {
        const QJsonObject object = schedule.toObject();
        out.m_after = base::utf8(object.value("after"_L1).toString());
        if (out.m_after.empty() || object.size() != 1)
            return notOne(u"{…}"_s);
        return out;
    }
    const QString text = schedule.toString().simplified();
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const QString every = words.isEmpty() ? QString() : words.takeFirst().toLower();
    if (every == "hourly"_L1 && words.isEmpty()) {
        out.m_every = Every::Hour;
        return out;
    }
    if (every == "weekly"_L1 && !words.isEmpty()) {
        out.m_every = Every::Week;
        const QString name = words.takeFirst().toLower();
        const auto day = std::ranges::find(kWeekdays, QStringView(name));
        if (day == kWeekdays.end())
            return notOne(text);
        out.m_weekday = std::chrono::weekday(static_cast<unsigned>(day - kWeekdays.begin()));
    } else if (every != "daily"_L1) {
        return notOne(text);
    }
    const QTime time = words.isEmpty() ? QTime() : QTime::fromString(words.takeFirst(), u"HH:mm"_s);
    if (!time.isValid() || words.size() > 1)
        return notOne(text);
    out.m_time = std::chrono::milliseconds(time.msecsSinceStartOfDay());
    if (!words.isEmpty()) {
        auto zone = base::Zone::find(base::utf8(words.front()));
        if (!zone.ok())
            return zone.error();
        out.m_zone = std::move(*zone);
    }
    return out;
}

Instant Recurrence::on(Date day) const
{
    return m_zone.toUtc(day, m_time);
}

/// The day itself, or the one of its week that is meant, at or before it.
Date Recurrence::startOf(Date day) const
{
    return m_every == Every::Week ? day - (std::chrono::weekday(day) - m_weekday) : day;
}

Instant Recurrence::latest(Instant now) const
{
    if (!m_after.empty())
        return {};
    if (m_every == Every::Hour)
        return Instant(std::chrono::floor<std::chrono::hours>(base::Duration(now.micros())).count() *
                       base::Duration(kHour).count());
    const std::chrono::days step(m_every == Every::Week ? 7 : 1);
    Date day = startOf(m_zone.localDay(now));
    while (on(day) > now) // a clock that is set back may make it a second time
        day -= step;
    return on(day);
}

Instant Recurrence::next(Instant now) const
{
    if (!m_after.empty())
        return {};
    if (m_every == Every::Hour)
        return latest(now) + kHour;
    const std::chrono::days step(m_every == Every::Week ? 7 : 1);
    Date day = startOf(m_zone.localDay(now));
    while (on(day) <= now)
        day += step;
    return on(day);
}

} // namespace core::domain
