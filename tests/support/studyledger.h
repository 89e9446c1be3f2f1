// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Studies on events and bars in memory, with a ledger in a folder that vanishes.
#pragma once

#include "core/discovery/runner.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "tests/support/fakereaders.h"

#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <string>

namespace support {

class StudyLedger final
{
public:
    FakeEvents events;
    FakeBars bars;
    core::base::ManualClock clock{*core::base::parseInstant("2024-01-02T03:04:05Z")};

    StudyLedger()
        : m_catalog(std::move(*core::store::Catalog::create(
              std::filesystem::path(m_dir.path().toStdString()) / "catalog", clock)))
        , m_ledger(std::make_unique<core::store::Ledger>(*m_catalog))
    {}

    [[nodiscard]] core::store::Ledger &ledger() const { return *m_ledger; }

    [[nodiscard]] core::discovery::RunContext context(unsigned threads = 1) const
    {
        core::discovery::RunContext out{events, bars, *m_ledger, clock};
        out.snapshot = 1'000'000;
        out.threads = threads;
        return out;
    }

    /// The study of a JSON text with ' for ".
    [[nodiscard]] core::base::Result<core::domain::Study> study(std::string text) const
    {
        std::replace(text.begin(), text.end(), '\'', '"');
        return core::domain::parseStudy(text, clock.now());
    }

    core::base::Result<core::discovery::RunReport> run(const std::string &text,
                                                       core::base::Instant sealed = {})
    {
        const auto parsed = study(text);
        if (!parsed.ok())
            return parsed.error();
        clock.advance(std::chrono::seconds(1));
        core::discovery::RunContext all = context();
        all.sealedFrom = sealed;
        return core::discovery::runStudy(*parsed, all);
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<core::store::Catalog> m_catalog;
    std::unique_ptr<core::store::Ledger> m_ledger;
};

/// Three assets over `count` working days; forty of “shock” move A by 3 % on the day after and A by .1 % for
/// each unit of their value (0 … 39), “noise” moves nothing; “own” carry the asset's name and move nothing.
inline void plant(StudyLedger &bench, std::size_t count = 1'200)
{
    const std::vector<Date> days = workdays(Date(std::chrono::year(2015) / 1 / 5), count);
    std::vector<double> a = normalReturns(count, 0.01, 1);
    std::mt19937 random(5);
    for (int i = 0; i < 40; ++i) {
        const std::size_t t = 30 + random() % (count - 60);
        bench.events.add("shock", Instant(days[t]) + std::chrono::hours(15), i, i % 2 == 0 ? "US" : "JP");
        a[t + 1] += 0.03 + 0.001 * i;
        bench.events.add("noise", Instant(days[30 + random() % (count - 60)]) + std::chrono::hours(15));
    }
    for (std::size_t i = 0; i < 60; ++i)
        bench.events.add("own", Instant(days[40 + random() % (count - 80)]) + std::chrono::hours(15),
                         core::domain::kMissing, i % 2 == 0 ? "A" : "B");
    addPrices(bench.bars, "A", days, a);
    addPrices(bench.bars, "B", days, normalReturns(count, 0.01, 2));
    addPrices(bench.bars, "SPY", days, normalReturns(count, 0.01, 3));
}

} // namespace support
