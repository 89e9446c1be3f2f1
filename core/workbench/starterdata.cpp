// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/starterdata.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/collecting.h"

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr double kBytesPerSecond = 1e6; ///< of a modest line

base::Date yearsBefore(base::Instant now, int years)
{
    const std::chrono::year_month_day day(now.utcDay());
    const std::chrono::year_month_day then = day - std::chrono::years(years);
    // the 29th of February is no day of most years
    return then.ok() ? base::Date(then) : base::Date(then.year() / then.month() / std::chrono::last);
}

StarterOffer offerOf(const sources::Provider &provider, base::Instant now)
{
    const sources::ProviderInfo &info = provider.info();
    StarterOffer offer{.name = info.name,
                       .title = info.title,
                       .about = info.about,
                       .licence = info.licence,
                       .years = info.starter->years,
                       .problem = {}};
    sources::SourceSettings settings;
    settings.options = info.starter->options;
    const auto asks =
        provider.asks(settings, {base::Instant(yearsBefore(now, info.starter->years)), now, true});
    if (!asks) {
        offer.problem = asks.error().message;
        return offer;
    }
    offer.requests = asks->size();
    offer.bytes = offer.requests * info.starter->answerBytes;
    const double each = static_cast<double>(info.per.count()) / 1e6 / std::max(1, info.requests);
    offer.seconds =
        static_cast<double>(offer.requests) * each + static_cast<double>(offer.bytes) / kBytesPerSecond;
    return offer;
}

} // namespace

std::vector<StarterOffer> starterOffers(base::Instant now)
{
    std::vector<StarterOffer> offers;
    for (const auto &provider : sources::providers()) {
        if (provider->info().starter)
            offers.push_back(offerOf(*provider, now));
    }
    return offers;
}

Result<std::uint64_t> startStarterData(const Workbench &bench, const std::vector<std::string> &names)
{
    const base::Instant now = bench.clock().now();
    std::uint64_t jobs = 0;
    for (const std::string &name : names) {
        const sources::Provider *provider = sources::findProvider(name);
        if (!provider || !provider->info().starter)
            return Error{ErrorCode::NotFound,
                         Tr::tr("“%1” is no part of the starter data.").arg(base::qs(name))};
        const sources::StarterPlan &plan = *provider->info().starter;
        const auto options =
            plan.options.empty() ? std::optional<std::map<std::string, std::string>>() : plan.options;
        if (auto set = setSource(bench, name, true, {}, options); !set)
            return set.error();
        auto added = startBackfill(bench, name, yearsBefore(now, plan.years), now.utcDay());
        if (!added)
            return added.error();
        jobs += *added;
    }
    return jobs;
}

} // namespace core::workbench
