// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkthread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace core::net {

/// Work goes through a queue of our own, and Qt only wakes: the thread sanitizer can then see how values are
/// handed over, which it cannot inside of Qt.
class NetworkThread::Home final : public QObject
{
public:
    void post(std::function<void()> work)
    {
        auto wake = std::make_unique<QEvent>(QEvent::User);
        {
            const std::lock_guard lock(m_mutex);
            m_posted.push_back(std::move(work));
        }
        QCoreApplication::postEvent(this, wake.release()); // Qt owns it now
    }

    bool event(QEvent *event) override
    {
        std::function<void()> next;
        {
            const std::lock_guard lock(m_mutex); // before the first look at what another thread has made
            if (event->type() != QEvent::User)
                return QObject::event(event);
            next = std::move(m_posted.front());
            m_posted.pop_front();
        }
        next();
        return true;
    }

private:
    std::mutex m_mutex; ///< guards m_posted
    std::deque<std::function<void()>> m_posted;
};

NetworkThread::NetworkThread()
    : m_home(std::make_unique<Home>())
{
    m_thread.setObjectName(QStringLiteral("network"));
    m_home->moveToThread(&m_thread);
    m_thread.start();
}

NetworkThread::~NetworkThread()
{
    m_thread.quit();
    m_thread.wait();
}

void NetworkThread::post(std::function<void()> work)
{
    m_home->post(std::move(work));
}

void NetworkThread::run(const std::function<void()> &work)
{
    if (QThread::currentThread() == &m_thread) {
        work();
        return;
    }
    std::mutex mutex; // guards isDone
    std::condition_variable done;
    bool isDone = false;
    post([&] {
        work();
        const std::lock_guard lock(mutex);
        isDone = true;
        done.notify_one(); // under the lock: the waiting thread takes both down with it
    });
    std::unique_lock lock(mutex);
    done.wait(lock, [&isDone] { return isDone; });
}

} // namespace core::net
