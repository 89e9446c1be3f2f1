// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The right to do something only one program at a time may do: "ingest", "bulk", "compact", "restore",
// "migrate".
#pragma once

#include "core/store/catalog.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace core::store {

inline constexpr base::Duration kLeaseHeartbeat = std::chrono::seconds(5);
inline constexpr base::Duration kLeaseStaleAfter = std::chrono::seconds(30);

struct LeaseHolder {
    std::string name;
    std::string purpose; ///< what it is doing, for people
    std::string host;
    std::int64_t pid = 0;
    base::Instant takenAt;
};

/// Held from take() to the destructor; a thread of its own renews it every 5 seconds. A lease whose holder
/// has died or has been silent for 30 seconds may be taken over; what a late holder then tries to publish is
/// refused.
class Lease final
{
public:
    /// Fails with LeaseHeld and one sentence that names the holder. Any thread. The catalog must outlive it.
    static base::Result<std::unique_ptr<Lease>> take(Catalog &catalog, std::string_view name,
                                                     std::string_view purpose);

    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;
    ~Lease();

    /// The first of `count` numbers of the commit counter for rows that are written to lake files before they
    /// are committed; until publish() no snapshot reaches them, so that a snapshot never grows.
    base::Result<std::uint64_t> reserveSeq(std::uint64_t count);
    /// Call inside the transaction that makes the reserved rows visible; fails with LeaseHeld when the lease
    /// was lost.
    base::Result<void> publish(WriteTransaction &transaction);
    /// Another has taken it over while this holder was silent (a suspended machine). Any thread.
    [[nodiscard]] bool isLost() const { return m_isLost; }

private:
    Lease(Catalog &catalog, std::string name, std::string token);
    void renew();
    /// Notes that the holder lives, and the SQL expression as its reserved_seq (?5 is `seq`). False: the
    /// lease is lost.
    base::Result<bool> beat(Database &database, std::string_view reserved,
                            std::optional<std::uint64_t> seq = {});

    Catalog &m_catalog;
    std::string m_name;
    std::string m_token;
    std::atomic<bool> m_isLost = false;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_heartbeat;
};

/// Every lease whose holder is alive, ascending by name.
base::Result<std::vector<LeaseHolder>> liveLeases(const Catalog &catalog);

/// The sentence of the loser.
base::Error leaseHeldError(const LeaseHolder &holder);

} // namespace core::store
