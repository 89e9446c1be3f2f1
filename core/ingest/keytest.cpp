// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/keytest.h"

#include "core/base/text.h"
#include "core/base/tr.h"

namespace core::ingest {

using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using sources::AnswerFault;
using sources::FaultKind;

namespace {

KeyTest verdictOf(const AnswerFault &fault, const sources::ProviderInfo &info)
{
    if (fault.kind == FaultKind::NoAccess)
        return {KeyVerdict::Wrong, Tr::tr("%1 refuses the key: %2").arg(info.title, fault.sentence)};
    return {KeyVerdict::Unknown,
            Tr::tr("%1 answers, but not about the key: %2 Try again later.").arg(info.title, fault.sentence)};
}

} // namespace

Result<KeyTest> testKey(const sources::Provider &provider,
                        const std::function<std::string(const std::string &name)> &secretOf, Fetcher &fetcher,
                        const base::Clock &clock, const base::CancelToken &cancel)
{
    const sources::ProviderInfo &info = provider.info();
    sources::SourceSettings settings;
    for (const std::string &name : info.secrets) {
        std::string secret = secretOf(name);
        if (secret.empty())
            return KeyTest{KeyVerdict::Missing, info.secrets.size() == 1
                                                    ? Tr::tr("%1 has no key yet; get one at %2")
                                                          .arg(info.title, qs(info.keyUrl))
                                                    : Tr::tr("%1 also wants “%2”; see %3")
                                                          .arg(info.title, qs(name), qs(info.keyUrl))};
        settings.secrets.emplace(name, std::move(secret));
    }
    if (settings.secrets.empty())
        return KeyTest{KeyVerdict::Works, Tr::tr("%1 needs no key").arg(info.title)};
    const KeyTest works{KeyVerdict::Works, Tr::tr("%1 accepts the key").arg(info.title)};
    const auto noAnswer = [&info](const base::Error &error) {
        return KeyTest{KeyVerdict::NoAnswer,
                       Tr::tr("%1 could not be reached, so the key was not tested: %2").arg(info.title, error.message)};
    };

    Tokens tokens(fetcher, clock);
    const auto refused = tokens.give(provider, settings, cancel);
    if (!refused && refused.error().code == ErrorCode::Cancelled)
        return refused.error();
    if (!refused)
        return noAnswer(refused.error());
    if (*refused)
        return verdictOf(**refused, info);
    if (provider.tokenAsk(settings))
        return works;

    if (!info.example.empty())
        settings.series = {info.example};
    const base::Instant now = clock.now();
    const auto asks = provider.asks(settings, {now - std::chrono::days(1), now, false});
    if (!asks || asks->empty())
        return KeyTest{KeyVerdict::Unknown, asks ? QString() : asks.error().message};
    const sources::Ask &ask = asks->front();
    const auto order = orderOf(provider, ask, settings);
    if (!order)
        return KeyTest{KeyVerdict::Missing, order.error().message};
    const auto answer = fetcher.fetch(*order, cancel);
    if (!answer && answer.error().code == ErrorCode::Cancelled)
        return answer.error();
    if (!answer)
        return noAnswer(answer.error());
    if (answer->status >= 400)
        return verdictOf(faultOf(provider, ask, *answer), info);
    // some providers refuse with a friendly status
    const sources::Payload payload{.bytes = answer->bytes,
                                   .ask = ask,
                                   .origin = answer->origin,
                                   .status = answer->status,
                                   .fetchedAt = answer->fetchedAt};
    if (const auto fault = provider.parse(payload).fault)
        return verdictOf(*fault, info);
    return works;
}

} // namespace core::ingest
