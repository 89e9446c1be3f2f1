// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The keyring of the desktop (Secret Service or KWallet, by QtKeychain), which keeps the keys of the sources.
#pragma once

#include "core/base/result.h"
#include "core/net/networkthread.h"

#include <chrono>
#include <string>

namespace core::net {

/// Never writes a secret anywhere but into the keyring. Any worker thread, never that of a window: the desktop may
/// ask the person to unlock it. There is one at most in a process, because QtKeychain has one queue of its own.
class Keyring final
{
public:
    /// `service` is the name under which the keyring shows the entries. A wait for the keyring, and for the person
    /// who unlocks it, ends after `patience`.
    explicit Keyring(std::string service, std::chrono::milliseconds patience = std::chrono::minutes(2));

    /// False without a session bus; then nothing is asked, and every call below fails with Storage.
    [[nodiscard]] bool isThere() const { return m_isThere; }

    /// Empty when the keyring has no such entry.
    base::Result<std::string> read(const std::string &name);
    base::Result<void> write(const std::string &name, const std::string &secret);
    /// Fine when there is no such entry.
    base::Result<void> erase(const std::string &name);

private:
    const std::string m_service;
    const std::chrono::milliseconds m_patience;
    const bool m_isThere;
    NetworkThread m_thread; ///< that of QtKeychain's queue
};

} // namespace core::net
