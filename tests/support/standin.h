// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the whole web: every request goes to one server on loopback, by the client that the program
// uses.
#pragma once

#include "core/net/httpclient.h"

/// The server sees the path "/SOURCE/HOST/PATH?QUERY". Client and base ("https://localhost:PORT") as for
/// HttpClient.
class StandIn final : public core::net::Transport
{
public:
    StandIn(std::unique_ptr<core::net::HttpClient> client, std::string base)
        : m_client(std::move(client))
        , m_base(std::move(base))
    {}

    void fetch(core::net::HttpRequest request, core::base::CancelToken cancel, Answer answer) override
    {
        const std::string there = m_base + '/' + request.source + '/';
        request.url = there + request.url.substr(request.url.find("://") + 3);
        request.allowPrivate = true;
        m_client->fetch(std::move(request), std::move(cancel),
                        [there, answer = std::move(answer)](core::net::HttpOutcome outcome) {
                            if (outcome.ok() && outcome.answer->finalUrl.starts_with(there))
                                outcome.answer->finalUrl.replace(0, there.size(), "https://");
                            answer(std::move(outcome));
                        });
    }

private:
    std::unique_ptr<core::net::HttpClient> m_client;
    std::string m_base;
};
