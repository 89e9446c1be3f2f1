// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one thread that holds sockets and their timers; everything that talks to the network lives on it.
#pragma once

#include <QThread>

#include <functional>
#include <memory>

namespace core::net {

/// Its destructor ends the thread; whoever uses it must be gone by then.
class NetworkThread final
{
public:
    NetworkThread();
    ~NetworkThread();
    NetworkThread(const NetworkThread &) = delete;
    NetworkThread &operator=(const NetworkThread &) = delete;

    /// Runs the work there, soon, in the order of the calls. Any thread.
    void post(std::function<void()> work);
    /// Runs the work there and waits for it; directly when this is the network thread. Any thread.
    void run(const std::function<void()> &work);

private:
    class Home;

    QThread m_thread;
    std::unique_ptr<Home> m_home; ///< lives on the thread and takes the posted work
};

} // namespace core::net
