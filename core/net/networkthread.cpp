// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkthread.h"

#include <QObject>

#include <utility>

namespace core::net {

NetworkThread::NetworkThread()
    : m_home(std::make_unique<QObject>())
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
    QMetaObject::invokeMethod(m_home.get(), std::move(work), Qt::QueuedConnection);
}

void NetworkThread::run(const std::function<void()> &work)
{
    if (QThread::currentThread() == &m_thread)
        work();
    else
        QMetaObject::invokeMethod(m_home.get(), work, Qt::BlockingQueuedConnection);
}

} // namespace core::net
