// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/webaccess.h"

namespace core::workbench {

base::Result<std::unique_ptr<WebAccess>> WebAccess::open(const base::Clock &clock, const std::string &contact)
{
    std::unique_ptr<WebAccess> access(new WebAccess);
    net::HttpOptions options;
    options.contact = contact;
    options.seed = static_cast<std::uint64_t>(clock.now().micros());
    auto client = net::HttpClient::create(access->m_thread, clock, options);
    if (!client)
        return client.error();
    access->m_client = std::move(*client);
    access->m_fetcher = std::make_unique<ingest::WebFetcher>(
        *access->m_client, clock,
        [client = access->m_client.get()](const std::string &host, net::RateLimit limit) {
            client->setLimit(host, limit);
        });
    access->m_streamer = std::make_unique<ingest::WebStreamer>(access->m_thread, clock);
    return access;
}

} // namespace core::workbench
