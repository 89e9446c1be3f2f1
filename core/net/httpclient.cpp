// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpclient.h"

#include "core/base/tr.h"
#include "core/net/httpengine.h"
#include "core/net/requestrules.h"

#include <curl/curl.h>

#include <utility>

namespace core::net {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

Result<std::unique_ptr<HttpClient>> HttpClient::create(NetworkThread &thread, const base::Clock &clock,
                                                       HttpOptions options)
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        return Error{ErrorCode::Internal, Tr::tr("The network part (libcurl) did not start.")};
    if (!isHeaderText(options.contact))
        return Error{ErrorCode::BadInput, contactFault()};
    return std::unique_ptr<HttpClient>(new HttpClient(thread, clock, std::move(options)));
}

HttpClient::HttpClient(NetworkThread &thread, const base::Clock &clock, HttpOptions options)
    : m_thread(thread)
{
    m_thread.run([&] { m_engine = std::make_unique<HttpEngine>(clock, std::move(options)); });
}

HttpClient::~HttpClient()
{
    m_thread.run([this] { m_engine.reset(); });
}

void HttpClient::fetch(HttpRequest request, base::CancelToken cancel, Answer answer)
{
    m_thread.post([engine = m_engine.get(), request = std::move(request), cancel = std::move(cancel),
                   answer = std::move(answer)]() mutable {
        engine->submit(std::move(request), std::move(cancel), std::move(answer));
    });
}

void HttpClient::setLimit(const std::string &authority, RateLimit limit)
{
    m_thread.post([engine = m_engine.get(), authority, limit] { engine->setLimit(authority, limit); });
}

} // namespace core::net
