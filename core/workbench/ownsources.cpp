// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/ownsources.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/asks.h"
#include "core/ingest/tokens.h"
#include "core/sources/ownsource.h"
#include "core/store/files.h"
#include "core/workbench/webaccess.h"

#include <fstream>
#include <sstream>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using sources::Provider;

namespace {

constexpr std::size_t kFirstEvents = 10;

Result<sources::SourceSettings> settingsOf(const Workbench &bench, const Provider &provider,
                                           const CollectJob &what)
{
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto state = store::sourceState(**reader, provider.info().name);
    if (!state)
        return state.error();
    auto settings = ingest::parseSettings(state->settings);
    if (!settings)
        return settings;
    settings->contact = what.contact;
    for (const std::string &name : provider.info().secrets) {
        std::string secret = what.secretOf ? what.secretOf(provider.info().name, name) : std::string();
        if (!secret.empty())
            settings->secrets.emplace(name, std::move(secret));
    }
    return settings;
}

SourceTrial trialOf(const Provider &provider, const sources::Ask &ask, const ingest::Fetched &answer)
{
    const sources::Payload payload{.bytes = answer.bytes,
                                   .ask = ask,
                                   .origin = answer.origin,
                                   .status = answer.status,
                                   .fetchedAt = answer.fetchedAt};
    sources::Parsed parsed = provider.parse(payload);
    SourceTrial trial;
    trial.origin = answer.origin;
    trial.bytes = answer.bytes.size();
    trial.records = parsed.records;
    trial.refused = parsed.refusals.total();
    trial.refusals = parsed.refusals.list();
    trial.events = parsed.values.events.size();
    trial.bars = parsed.values.bars.size();
    if (parsed.fault)
        trial.fault = parsed.fault->sentence;
    else if (answer.status >= 400)
        trial.fault = Tr::tr("%1 answered %2").arg(provider.info().title).arg(answer.status);
    trial.first = std::move(parsed.values.events);
    if (trial.first.size() > kFirstEvents)
        trial.first.resize(kFirstEvents);
    return trial;
}

Result<SourceTrial> tryWith(ingest::Fetcher &fetcher, const base::Clock &clock, const Provider &provider,
                            sources::SourceSettings settings, const Job &job)
{
    const base::Instant now = clock.now();
    const auto asks = provider.asks(settings, ingest::planLive(provider.info(), {}, now).live);
    if (!asks)
        return asks.error();
    if (asks->empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 has nothing to ask with these settings.").arg(provider.info().title)};
    ingest::Tokens tokens(fetcher, clock);
    const auto noToken = tokens.give(provider, settings, job.cancel);
    if (!noToken)
        return noToken.error();
    SourceTrial refused;
    if (*noToken) {
        refused.fault = (*noToken)->sentence;
        return refused;
    }
    const auto call = provider.call(asks->front(), settings);
    if (!call)
        return call.error();
    ingest::FetchOrder order{.info = provider.info(), .call = *call, .secrets = {}, .validators = {}};
    for (const auto &[key, secret] : settings.secrets)
        order.secrets.push_back(secret);
    const auto answer = fetcher.fetch(order, job.cancel);
    if (!answer)
        return answer.error();
    return trialOf(provider, asks->front(), *answer);
}

} // namespace

Result<std::string> addSource(const Workbench &bench, const std::filesystem::path &file)
{
    const QString name = qs(file.filename().string());
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf()))
        return Error{ErrorCode::NotFound, Tr::tr("%1 cannot be read.").arg(qs(file.string()))};
    const auto presets = sources::PresetList::load(bench.folder() / "presets");
    if (!presets)
        return presets.error();
    const auto source = sources::parseOwnSource(name, text.str(), *presets);
    if (!source)
        return source.error();
    const std::string &called = (*source)->info().name;
    const std::filesystem::path folder = sourceFolderOf(bench);
    if (auto made = store::makeFolder(folder); !made)
        return made.error();
    if (auto written = store::writeSmallFile(folder / (called + ".json"), text.str()); !written)
        return written.error();
    return called;
}

Result<SourceTrial> trySource(const Workbench &bench, const std::string &name, const CollectJob &what,
                              const Job &job)
{
    const sources::SourceBook book = sourcesOf(bench);
    const Provider *provider = book.find(name);
    if (!provider)
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no source “%1”; “sources list” shows those there are.").arg(qs(name))};
    const auto settings = settingsOf(bench, *provider, what);
    if (!settings)
        return settings.error();
    if (what.fetcher)
        return tryWith(*what.fetcher, bench.clock(), *provider, *settings, job);
    const auto web = WebAccess::open(bench.clock(), what.contact);
    if (!web)
        return web.error();
    return tryWith((*web)->fetcher(), bench.clock(), *provider, *settings, job);
}

} // namespace core::workbench
