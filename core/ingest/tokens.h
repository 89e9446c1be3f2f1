// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens that providers give for a name and a password (RFC 6749): in memory only, until they end.
#pragma once

#include "core/base/clock.h"
#include "core/ingest/fetcher.h"

#include <map>
#include <mutex>
#include <string>

namespace core::ingest {

/// Any worker thread. Fetcher and clock must outlive it.
class Tokens final
{
public:
    Tokens(Fetcher &fetcher, const base::Clock &clock);

    /// Puts the token of a provider that wants one among the secrets, as "access_token"; fetches it when
    /// there is none or it ends within a minute. The fault says why there is none; nothing for a provider
    /// without tokens. Fails with Cancelled, or with Network when there is no answer.
    base::Result<std::optional<sources::AnswerFault>> give(const sources::Provider &provider,
                                                           sources::SourceSettings &settings,
                                                           const base::CancelToken &cancel);
    /// The provider does not take it any more: the next one is fetched anew.
    void forget(const std::string &source);

private:
    struct Token {
        std::string text;
        base::Instant endsAt;
    };
    std::optional<sources::AnswerFault> keep(const sources::Provider &provider, const Fetched &answer);

    Fetcher &m_fetcher;
    const base::Clock &m_clock;
    std::mutex m_mutex; ///< guards m_tokens; held while one is fetched, so that it is fetched once
    std::map<std::string, Token> m_tokens;
};

} // namespace core::ingest
