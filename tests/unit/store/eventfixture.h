// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the event store share: a workspace folder, plain events, and a model of the versions that
// is too slow and too simple to be wrong.
#pragma once

#include "core/store/catalog.h"
#include "core/store/eventstore.h"

#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <tuple>

namespace fixture {

using core::base::Instant;
using core::domain::Event;

/// A catalog in a temporary folder and a store on it.
struct Store {
    QTemporaryDir dir;
    core::base::ManualClock clock{*core::base::parseInstant("2024-06-01T12:00:00Z")};
    std::unique_ptr<core::store::Catalog> catalog;
    std::unique_ptr<core::store::EventStore> events;

    Store()
    {
        catalog = *core::store::Catalog::create(path() / "catalog.sqlite", clock);
        events = std::make_unique<core::store::EventStore>(path(), *catalog);
    }
    [[nodiscard]] std::filesystem::path path() const { return dir.path().toStdString(); }
    /// As another program, or this one after a restart, would see it.
    void reopen()
    {
        events.reset();
        events = std::make_unique<core::store::EventStore>(path(), *catalog);
    }
};

/// Event `n` of a source, on 2010-01-01 plus n days, known an hour later.
inline Event plainEvent(int n, const std::string &source = "usgs")
{
    Event event;
    event.id = core::base::eventId(source, std::to_string(n));
    event.timestamp = Instant(std::int64_t{1262304000000000} + n * std::int64_t{86400000000});
    event.knownAt = event.timestamp + std::chrono::hours(1);
    event.source = source;
    event.eventType = n % 3 == 0 ? "earthquake" : "eruption";
    event.entity = n % 2 == 0 ? "JP" : "TW";
    event.value = n / 2.0;
    event.unit = "Mw";
    event.text = "Event number " + std::to_string(n);
    event.parser = "test";
    event.parserVersion = 1;
    event.ingestedAt = Instant(std::int64_t{1700000000000000} + n);
    return event;
}

inline std::vector<Event> readAll(const core::store::EventStore &store,
                                  const core::domain::EventQuery &query = {})
{
    std::vector<Event> rows;
    const auto done = store.read(query, [&rows](const Event &event) {
        rows.push_back(event);
        return true;
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return rows;
}

/// The same from every version, told apart here.
inline std::vector<Event> readPast(const core::store::EventStore &store,
                                   const core::domain::EventQuery &query = {})
{
    std::vector<Event> rows;
    const Instant asOf = query.asOf;
    const auto done = store.readVersions(query, [&](const Event &event, Instant until) {
        const bool isKnown = !asOf.isValid() || event.knownAt <= asOf;
        if (isKnown && (!until.isValid() || (asOf.isValid() && asOf < until)))
            rows.push_back(event);
        return true;
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return rows;
}

/// What tells two rows apart, for comparing with the model.
inline std::string key(const Event &e)
{
    return core::base::toText(e.id) + '/' + std::to_string(e.revision) + '/' + std::to_string(e.seq) + '/' +
           std::to_string(e.knownAt.micros()) + '/' + std::to_string(e.timestamp.micros()) + '/' + e.source +
           '/' + e.eventType + '/' + e.entity + '/' + std::to_string(e.value) + '/' + e.text + '/' +
           e.metadata;
}

inline std::vector<std::string> keys(const std::vector<Event> &events)
{
    std::vector<std::string> all;
    for (const Event &event : events)
        all.push_back(key(event));
    return all;
}

/// Every version ever stored, searched from one end to the other for every question.
class Model
{
public:
    void insert(const Event &given, std::uint64_t seq)
    {
        Event event = given;
        event.seq = seq;
        event.revision = 0;
        for (const Event &other : m_all) {
            if (other.id == event.id)
                event.revision = std::max(event.revision, other.revision + 1);
        }
        const Event *before = nullptr;
        for (const Event &other : m_all) {
            if (other.id == event.id && order(other) < order(event) &&
                (before == nullptr || order(*before) < order(other)))
                before = &other;
        }
        if (before == nullptr || contentHash(*before) != contentHash(event))
            m_all.push_back(event);
    }

    /// What a reader at T with snapshot n sees, in the order of the store.
    [[nodiscard]] std::vector<Event> inForce(Instant asOf, std::uint64_t snapshot) const
    {
        std::map<core::base::Uuid, Event> latest;
        for (const Event &event : m_all) {
            if (event.seq > snapshot || (asOf.isValid() && event.knownAt > asOf))
                continue;
            const auto [at, isNew] = latest.try_emplace(event.id, event);
            if (!isNew && order(at->second) < order(event))
                at->second = event;
        }
        std::vector<Event> rows;
        for (const auto &[id, event] : latest)
            rows.push_back(event);
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Event &a, const Event &b) { return a.timestamp < b.timestamp; });
        return rows;
    }
    [[nodiscard]] std::size_t size() const { return m_all.size(); }

private:
    static std::tuple<Instant, std::uint64_t, std::int32_t> order(const Event &event)
    {
        return {event.knownAt, event.seq, event.revision};
    }

    std::vector<Event> m_all;
};

/// A random row of one of few ids with one of few contents, known at one of few times: collisions are the
/// point.
inline Event randomVersion(std::mt19937_64 &random)
{
    const auto below = [&random](int n) {
        return static_cast<int>(random() % static_cast<std::uint64_t>(n));
    };
    Event event = plainEvent(below(25) * 40, below(2) == 0 ? "usgs" : "noaa/é");
    event.knownAt = Instant(std::int64_t{1600000000000000} + below(12));
    event.value = below(3);
    if (below(4) == 0)
        event.timestamp = event.timestamp + std::chrono::days(400); // a revision may move to another year
    return event;
}

} // namespace fixture
