// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/fetcher.h"

#include "core/base/tr.h"

namespace core::ingest {

using base::Result;
using base::Tr;
using sources::AnswerFault;

Result<FetchOrder> orderOf(const sources::Provider &provider, const sources::Ask &ask,
                           const sources::SourceSettings &settings)
{
    auto call = provider.call(ask, settings);
    if (!call)
        return call.error();
    FetchOrder order{.info = provider.info(), .call = std::move(*call), .secrets = {}, .validators = {}};
    for (const auto &[name, secret] : settings.secrets)
        order.secrets.push_back(secret);
    return order;
}

std::optional<AnswerFault> refusalIn(const sources::Provider &provider, const sources::Ask &ask,
                                     const Fetched &answer)
{
    const sources::Payload payload{.bytes = answer.bytes,
                                   .ask = ask,
                                   .origin = answer.origin,
                                   .status = answer.status,
                                   .fetchedAt = answer.fetchedAt};
    return provider.parse(payload).fault;
}

AnswerFault faultOf(const sources::Provider &provider, const sources::Ask &ask, const Fetched &answer)
{
    if (auto fault = refusalIn(provider, ask, answer))
        return std::move(*fault);
    return {sources::FaultKind::Unavailable, Tr::tr("%1 answered %2").arg(provider.info().title).arg(answer.status)};
}

} // namespace core::ingest
