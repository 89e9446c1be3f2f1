// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sources in every state, with figures of a month, gaps, failed jobs and a backfill: written into a
// workspace, so that nothing needs to be asked.
#pragma once

#include "core/store/ingestqueue.h"
#include "core/store/sourcestates.h"
#include "core/workbench/workbench.h"
#include "tests/support/check.h"

#include <cmath>
#include <string>
#include <vector>

namespace support {

/// usgs fresh, ecb due, kraken fetching, treasury late, eonet failing, polygon waiting for a key; the rest
/// off.
inline void fillSources(const core::workbench::Workbench &bench)
{
    using namespace core;
    using namespace std::chrono_literals;
    store::Catalog &catalog = bench.workspace().catalog();
    const base::Instant now = bench.clock().now();
    store::IngestQueue queue(catalog, "fill");
    std::int64_t batch = 0;
    {
        auto transaction = catalog.beginWrite();
        VERIFY_OK(transaction);
        const auto save = [&](const std::string &name, base::Instant succeeded, base::Instant next,
                              std::uint32_t failures = 0, const std::string &fault = {}) {
            store::SourceState state;
            state.source = name;
            state.enabled = true;
            state.succeededAt = succeeded;
            state.triedAt = now;
            state.nextAt = next;
            state.failures = failures;
            state.fault = fault;
            VERIFY_OK(store::saveSourceState(*transaction, state));
        };
        save("usgs", now - 20s, now + 10min);
        save("ecb", {}, now);
        save("kraken", now - 50min, now + 10min);
        save("treasury", now - 24h * 9, now - 24h * 8);
        save("eonet", now - 24h * 2, now + 17min, 4,
             "“eonet.gsfc.nasa.gov” has a fault of its own (status 503): try again later.");
        save("polygon", {}, now);
        const auto month = [&](const std::string &name, double base, double swing, int lagBucket) {
            for (int ago = 29; ago >= 0; --ago) {
                store::SourceDay day;
                day.day = now.utcDay() - std::chrono::days(ago);
                day.stored = static_cast<std::uint64_t>(std::max(0.0, base + swing * std::sin(ago * 0.7)));
                day.requests = 24;
                day.refused = ago % 9 == 0 && name == "eonet" ? 3 : 0;
                day.lags[static_cast<std::size_t>(lagBucket)] = day.stored * 9;
                day.lags[static_cast<std::size_t>(lagBucket) + 3] = day.stored;
                VERIFY_OK(store::addSourceDay(*transaction, name, day));
            }
        };
        month("usgs", 240, 90, 7);
        month("kraken", 2, 1, 11);
        month("eonet", 30, 45, 16);
        month("treasury", 6, 6, 15);
        VERIFY_OK(
            store::noteGap(*transaction, {"usgs", now - 60h, now - 52h, "nothing was collected", true}));
        VERIFY_OK(
            store::noteGap(*transaction, {"kraken", now - 60h, now - 52h, "nothing was collected", false}));
        const auto added = queue.addBackfill(*transaction, "usgs", now - 24h * 3650, now);
        VERIFY_OK(added);
        batch = *added;
        std::vector<store::NewIngestJob> jobs{
            {"kraken", store::IngestStage::Fetch,
             R"({"endpoint":"ohlc","with":{"interval":"1d","symbol":"XBTUSD"}})", now, 0},
            {"eonet", store::IngestStage::Fetch,
             R"({"endpoint":"events","with":{"from":"2025-01-01","to":"2025-06-29"}})", now, 0}};
        for (int i = 0; i < 6; ++i)
            jobs.push_back(
                {"usgs", store::IngestStage::Fetch,
                 R"({"endpoint":"query","with":{"from":"20)" + std::to_string(16 + i) + R"(-01-01"}})",
                 now + 1h, batch});
        VERIFY_OK(queue.add(*transaction, jobs));
        VERIFY_OK(transaction->commit());
    }
    for (int i = 0; i < 2; ++i) {
        auto job = queue.take(store::IngestStage::Fetch);
        VERIFY_OK(job);
        QVERIFY(job->has_value());
        if ((*job)->source == "eonet")
            VERIFY_OK(queue.fail(**job,
                                 "“eonet.gsfc.nasa.gov” has nothing at this address (status 404): check the "
                                 "address of the source."));
    }
}

} // namespace support
