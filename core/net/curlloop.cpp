// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlloop.h"

#include <QSocketNotifier>

#include <algorithm>
#include <utility>
#include <vector>

namespace core::net {

CurlLoop::CurlLoop(Ended ended, long connections)
    : m_ended(std::move(ended))
    , m_multi(curl_multi_init(), &curl_multi_cleanup)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_context, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, connections);
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, connections);
}

CurlLoop::~CurlLoop()
{
    m_multi.reset(); // closes the connections, which still calls onSocket
}

bool CurlLoop::add(CURL *transfer)
{
    return m_multi && curl_multi_add_handle(m_multi.get(), transfer) == CURLM_OK;
}

void CurlLoop::remove(CURL *transfer)
{
    curl_multi_remove_handle(m_multi.get(), transfer);
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    static_cast<CurlLoop *>(self)->watch(socket, what);
    return 0;
}

int CurlLoop::onTimer(CURLM *, long milliseconds, void *self)
{
    QTimer &timer = static_cast<CurlLoop *>(self)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else // curl may not be called from here: even "at once" goes through the event loop
        timer.start(static_cast<int>(std::min(milliseconds, 3'600'000L)));
    return 0;
}

void CurlLoop::watch(curl_socket_t socket, int what)
{
    Watch &watched = m_watches[socket];
    set(watched.read, socket, false, what == CURL_POLL_IN || what == CURL_POLL_INOUT);
    set(watched.write, socket, true, what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
    if (what == CURL_POLL_REMOVE)
        m_watches.erase(socket);
}

void CurlLoop::set(QSocketNotifier *&notifier, curl_socket_t socket, bool write, bool on)
{
    if (!on &&
        notifier) { // it may be the one whose signal we are in; the number may be another socket's soon
        notifier->setEnabled(false);
        notifier->deleteLater();
        notifier = nullptr;
    } else if (on && !notifier) {
        notifier =
            new QSocketNotifier(socket, write ? QSocketNotifier::Write : QSocketNotifier::Read, &m_context);
        const int event = write ? CURL_CSELECT_OUT : CURL_CSELECT_IN;
        QObject::connect(notifier, &QSocketNotifier::activated, &m_context,
                         [this, socket, event] { act(socket, event); });
    }
}

void CurlLoop::act(curl_socket_t socket, int event)
{
    int running = 0;
    curl_multi_socket_action(m_multi.get(), socket, event, &running);
    // collected first: the callback adds and removes transfers
    std::vector<std::pair<CURL *, CURLcode>> ended;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            ended.emplace_back(message->easy_handle, message->data.result);
    }
    for (const auto &[transfer, code] : ended) {
        curl_multi_remove_handle(m_multi.get(), transfer);
        m_ended(transfer, code);
    }
}

} // namespace core::net
