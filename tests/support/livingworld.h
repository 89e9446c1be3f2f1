// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A real workspace whose bars and events are stored day after day: “shock” every tenth day moves A on the day
// after.
#pragma once

#include "core/store/lease.h"
#include "core/workbench/workbench.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

#include <QTemporaryDir>

#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace support {

class LivingWorld final
{
public:
    core::base::ManualClock clock{*core::base::parseInstant("2020-01-01")};
    std::vector<Date> days = workdays(Date(std::chrono::year(2012) / 1 / 2), 1'600);
    std::function<double(std::size_t)> effect = [](std::size_t) { return 0.02; };

    /// An empty workspace without a seal.
    void begin()
    {
        clock.set(closeOf(0));
        core::store::WorkspaceOptions options;
        options.seal = core::store::WorkspaceOptions::Seal::None;
        auto made = core::workbench::Workbench::create(path("workspace"), options, clock);
        VERIFY_OK(made);
        m_bench = std::move(*made);
        m_a = normalReturns(days.size(), 0.01, 1);
        m_spy = normalReturns(days.size(), 0.01, 2);
        m_next = 0;
    }

    /// Stores everything up to the evening of a day, which becomes the present.
    void growTo(std::size_t day)
    {
        using namespace core;
        clock.set(closeOf(day) + std::chrono::hours(3));
        std::vector<domain::Event> events;
        {
            const auto lease = store::Lease::take(m_bench->workspace().catalog(), "bulk", "growing");
            VERIFY_OK(lease);
            auto import = m_bench->workspace().bars().beginImport(**lease, "1d");
            VERIFY_OK(import);
            for (std::size_t t = m_next; t <= day; ++t) {
                if (t > 0 && (t - 1) % 10 == 0)
                    m_a[t] += effect(t - 1);
                m_priceA *= std::exp(m_a[t]);
                m_priceSpy *= std::exp(m_spy[t]);
                VERIFY_OK(import->add(bar("A", t, m_priceA)));
                VERIFY_OK(import->add(bar("SPY", t, m_priceSpy)));
                if (t % 10 == 0)
                    events.push_back(event("shock", t));
            }
            VERIFY_OK(import->finish());
        }
        if (!events.empty())
            VERIFY_OK(m_bench->workspace().events().insert(events));
        m_next = day + 1;
    }

    [[nodiscard]] const core::workbench::Workbench &bench() const { return *m_bench; }
    void close() { m_bench.reset(); }
    [[nodiscard]] std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] core::base::Instant closeOf(std::size_t day) const
    {
        return core::base::Instant(days[day]) + std::chrono::hours(21);
    }

    core::domain::Event event(const char *type, std::size_t day) const
    {
        core::domain::Event out;
        out.source = "diary";
        out.eventType = type;
        out.entity = "US";
        out.timestamp = out.knownAt = core::base::Instant(days[day]) + std::chrono::hours(15);
        out.ingestedAt = clock.now();
        out.id = core::base::eventId(out.source, type + std::to_string(day));
        return out;
    }

private:
    [[nodiscard]] core::domain::Bar bar(const char *symbol, std::size_t day, double price) const
    {
        core::domain::Bar out;
        out.symbol = symbol;
        out.interval = "1d";
        out.tsEnd = out.knownAt = closeOf(day);
        out.ts = out.tsEnd - std::chrono::minutes(390);
        out.open = out.high = out.low = out.close = price;
        out.volume = 1000;
        out.source = "diary";
        return out;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<core::workbench::Workbench> m_bench;
    std::vector<double> m_a, m_spy;
    double m_priceA = 100, m_priceSpy = 100;
    std::size_t m_next = 0;
};

} // namespace support
