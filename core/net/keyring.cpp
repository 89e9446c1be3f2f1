// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/keyring.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <qt6keychain/keychain.h>

#include <QFileInfo>

#include <future>
#include <memory>
#include <optional>

namespace core::net {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

struct Reply {
    QKeychain::Error error = QKeychain::OtherError;
    QString why;
    std::string secret;
};

/// Asking without a bus would wait for nobody.
bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

Error absent()
{
    return {ErrorCode::Storage,
            Tr::tr("There is no keyring on this machine; install gnome-keyring or KWallet to keep keys")};
}

Error failed(const Reply &reply)
{
    if (reply.error == QKeychain::NoBackendAvailable || reply.error == QKeychain::NotImplemented)
        return absent();
    if (reply.error == QKeychain::AccessDenied || reply.error == QKeychain::AccessDeniedByUser)
        return {ErrorCode::Storage, Tr::tr("The keyring stays locked; unlock it and try again")};
    return {ErrorCode::Storage, Tr::tr("The keyring did not answer as it should (%1); unlock it and try again")
                                    .arg(reply.why)};
}

/// Runs a job of QtKeychain on its thread; nothing when the patience ended first.
template <typename Job, typename Prepare>
std::optional<Reply> ask(NetworkThread &thread, const std::string &service, const std::string &name,
                         std::chrono::milliseconds patience, Prepare prepare)
{
    // lives until the later of the two: a keyring may answer after we have gone
    auto promise = std::make_shared<std::promise<Reply>>();
    std::future<Reply> reply = promise->get_future();
    thread.post([service, name, prepare, promise] {
        auto *job = new Job(qs(service)); // deletes itself when it has finished
        job->setInsecureFallback(false);
        job->setKey(qs(name));
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, job, [promise, job] {
            Reply found{job->error(), job->errorString(), {}};
            if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                found.secret = base::utf8(job->textData());
            promise->set_value(std::move(found));
        });
        job->start();
    });
    if (reply.wait_for(patience) != std::future_status::ready)
        return std::nullopt;
    return reply.get();
}

Error late()
{
    return {ErrorCode::Storage, Tr::tr("The keyring does not answer; unlock it and try again")};
}

} // namespace

Keyring::Keyring(std::string service, std::chrono::milliseconds patience)
    : m_service(std::move(service))
    , m_patience(patience)
    , m_isThere(hasSessionBus())
{}

Result<std::string> Keyring::read(const std::string &name)
{
    if (!m_isThere)
        return absent();
    auto reply = ask<QKeychain::ReadPasswordJob>(m_thread, m_service, name, m_patience, [](auto &) {});
    if (!reply)
        return late();
    if (reply->error == QKeychain::EntryNotFound)
        return std::string();
    if (reply->error != QKeychain::NoError)
        return failed(*reply);
    return std::move(reply->secret);
}

Result<void> Keyring::write(const std::string &name, const std::string &secret)
{
    if (!m_isThere)
        return absent();
    const auto reply = ask<QKeychain::WritePasswordJob>(m_thread, m_service, name, m_patience,
                                                        [secret](auto &job) { job.setTextData(qs(secret)); });
    if (!reply)
        return late();
    if (reply->error != QKeychain::NoError)
        return failed(*reply);
    return {};
}

Result<void> Keyring::erase(const std::string &name)
{
    if (!m_isThere)
        return absent();
    const auto reply = ask<QKeychain::DeletePasswordJob>(m_thread, m_service, name, m_patience, [](auto &) {});
    if (!reply)
        return late();
    if (reply->error != QKeychain::NoError && reply->error != QKeychain::EntryNotFound)
        return failed(*reply);
    return {};
}

} // namespace core::net
