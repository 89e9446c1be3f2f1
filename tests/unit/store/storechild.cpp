// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A program that stores events until it is killed: `storechild FOLDER FIRST SEED`. Each batch is events n …
// n+k−1; once it is committed, a line "n k" goes to stdout. Between batches it compacts.
#include "core/store/bulkevents.h"
#include "core/store/eventcompact.h"
#include "tests/unit/store/eventfixture.h"

#include <cstdio>
#include <cstdlib>

using namespace core::store;

namespace {

int fail(const core::base::Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return 1;
}

core::base::Result<void> storeBatch(EventStore &store, const std::vector<core::domain::Event> &batch,
                                    bool inBulk)
{
    if (!inBulk) {
        const auto stored = store.insert(batch);
        return stored ? core::base::Result<void>() : core::base::Result<void>(stored.error());
    }
    auto lease = Lease::take(store.catalog(), "bulk", "a test");
    if (!lease)
        return lease.error();
    auto writer = BulkEventWriter::begin(store, **lease);
    if (!writer)
        return writer.error();
    for (const core::domain::Event &event : batch) {
        const auto appended = (*writer)->append(event);
        if (!appended)
            return appended;
    }
    const auto stored = (*writer)->finish();
    return stored ? core::base::Result<void>() : core::base::Result<void>(stored.error());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const std::filesystem::path folder = argv[1];
    int next = std::atoi(argv[2]);
    std::mt19937_64 random(static_cast<std::uint64_t>(std::atoll(argv[3])));
    const core::base::SystemClock clock;
    const auto catalog = Catalog::open(folder / "catalog.sqlite", clock);
    if (!catalog)
        return fail(catalog.error());
    EventStore store(folder, **catalog);
    for (;;) {
        std::vector<core::domain::Event> batch;
        for (std::uint64_t n = 1 + random() % 40; n > 0; --n)
            batch.push_back(fixture::plainEvent(next++));
        const auto stored = storeBatch(store, batch, random() % 4 == 0);
        if (!stored)
            return fail(stored.error());
        std::printf("%d %d\n", next - static_cast<int>(batch.size()), static_cast<int>(batch.size()));
        std::fflush(stdout);
        if (random() % 3 != 0)
            continue;
        auto lease = Lease::take(**catalog, "compact", "a test");
        if (!lease)
            return fail(lease.error());
        CompactOptions options;
        options.mergeFrom = 2;
        options.sealRows = 50;
        const auto compacted = compactEvents(store, **lease, options);
        if (!compacted)
            return fail(compacted.error());
    }
}
