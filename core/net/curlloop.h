// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs curl's transfers inside Qt's event loop: curl says which sockets and which time to watch, Qt watches.
#pragma once

#include <QObject>
#include <QTimer>

#include <curl/curl.h>

#include <functional>
#include <map>
#include <memory>

class QSocketNotifier;

namespace core::net {

/// Lives on one thread with an event loop.
class CurlLoop final
{
public:
    /// `ended` is called for every transfer that has ended, which by then has been taken out.
    using Ended = std::function<void(CURL *, CURLcode)>;

    CurlLoop(Ended ended, long connections);
    ~CurlLoop();
    CurlLoop(const CurlLoop &) = delete;
    CurlLoop &operator=(const CurlLoop &) = delete;

    /// False: curl is out of memory.
    [[nodiscard]] bool add(CURL *transfer);
    /// Stops a transfer; `ended` is not called for it.
    void remove(CURL *transfer);

private:
    struct Watch {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };
    static int onSocket(CURL *transfer, curl_socket_t socket, int what, void *self, void *);
    static int onTimer(CURLM *multi, long milliseconds, void *self);
    void watch(curl_socket_t socket, int what);
    void set(QSocketNotifier *&notifier, curl_socket_t socket, bool write, bool on);
    void act(curl_socket_t socket, int event);

    Ended m_ended;
    std::unique_ptr<CURLM, CURLMcode (*)(CURLM *)> m_multi;
    QObject m_context; ///< parent of the notifiers
    QTimer m_timer;
    std::map<curl_socket_t, Watch> m_watches;
};

} // namespace core::net
