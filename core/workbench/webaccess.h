// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The web for as long as something is fetched from it: a thread, a client, a fetcher.
#pragma once

#include "core/base/clock.h"
#include "core/ingest/webfetcher.h"
#include "core/ingest/webstreamer.h"
#include "core/net/httpclient.h"

#include <memory>
#include <string>

namespace core::workbench {

class WebAccess final
{
public:
    /// The clock must outlive it. Fails with BadInput when the contact cannot stand in a header. Ends what is
    /// under way when it goes.
    static base::Result<std::unique_ptr<WebAccess>> open(const base::Clock &clock,
                                                         const std::string &contact);

    /// Keeps the limit of each source. Any worker thread.
    [[nodiscard]] ingest::Fetcher &fetcher() { return *m_fetcher; }

    /// Of live streams; as the fetcher.
    [[nodiscard]] ingest::Streamer &streamer() { return *m_streamer; }

private:
    WebAccess() = default;

    net::NetworkThread m_thread;
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<ingest::WebFetcher> m_fetcher;
    std::unique_ptr<ingest::WebStreamer> m_streamer;
};

} // namespace core::workbench
