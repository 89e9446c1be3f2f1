// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where answers come from: the network, or a folder of recorded ones.
#pragma once

#include "core/base/cancel.h"
#include "core/sources/provider.h"
#include "core/store/sourcestates.h"

#include <optional>
#include <string>

namespace core::ingest {

/// What to fetch, with what the last answer said of itself.
struct FetchOrder {
    const sources::ProviderInfo &info;
    sources::Call call;
    std::vector<std::string> secrets; ///< taken out of the answer, of addresses and of sentences
    store::Validators validators;
    bool answerIsSecret = false; ///< it brings a token: it is kept nowhere
};

/// The order for an ask, every secret of the settings named in it. Fails with the provider's sentence when a key is
/// missing.
base::Result<FetchOrder> orderOf(const sources::Provider &provider, const sources::Ask &ask,
                                 const sources::SourceSettings &settings);

struct Fetched {
    int status = 200;
    bool isUnchanged = false; ///< the provider says that nothing changed since we last asked
    std::string bytes;        ///< decoded, secrets taken out
    std::string origin;       ///< the address without secrets
    base::Instant fetchedAt;
    base::Duration retryAfter{0}; ///< what the provider asks us to wait
    store::Validators validators;
};

/// What the provider finds wrong with an answer; nothing when it takes it for the end of a list, whatever its
/// status.
std::optional<sources::AnswerFault> refusalIn(const sources::Provider &provider, const sources::Ask &ask,
                                              const Fetched &answer);
/// What an answer of status 400 or more means where data is needed.
sources::AnswerFault faultOf(const sources::Provider &provider, const sources::Ask &ask, const Fetched &answer);

class Fetcher
{
public:
    virtual ~Fetcher() = default;
    /// Blocks until the answer is there; keeps the provider's limit by waiting. Fails with Network and one plain
    /// sentence when there is none. Any worker thread, never that of a window.
    virtual base::Result<Fetched> fetch(const FetchOrder &order, const base::CancelToken &cancel) = 0;
};

} // namespace core::ingest
