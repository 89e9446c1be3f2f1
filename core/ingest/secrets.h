// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the sources: from the environment, from this session, or from the keyring. They are written nowhere else.
#pragma once

#include "core/net/keyring.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace core::ingest {

/// Where a key comes from, the first that has it.
enum class SecretHome : std::uint8_t {
    None,
    Environment, ///< FORESHOCK_<SOURCE>_<NAME>; stays as long as the variable does
    Session,     ///< told to this program, forgotten when it ends
    Keyring,
};

/// FORESHOCK_<SOURCE>_<NAME> in capitals ("FORESHOCK_FRED_API_KEY"): for machines without a desktop.
std::string secretVariable(const std::string &source, const std::string &name);
std::string secretFromEnvironment(const std::string &source, const std::string &name);

/// Thread-safe. What the keyring once said is remembered, so that it is asked once for each key; asking may wait for
/// the person who unlocks it, so only worker threads call.
class Secrets final
{
public:
    /// A null keyring: there is none.
    explicit Secrets(std::unique_ptr<net::Keyring> keyring);

    /// Empty when there is none. A keyring that fails has none.
    std::string value(const std::string &source, const std::string &name);
    SecretHome home(const std::string &source, const std::string &name);
    /// The same without ever waiting: what the keyring has not been asked for yet counts as not there. Any thread.
    std::string known(const std::string &source, const std::string &name);
    [[nodiscard]] bool hasKeyring() const { return m_keyring && m_keyring->isThere(); }

    /// Keeps a key in the keyring, or for this session when there is none or `onlySession`; where it is now. An
    /// empty value forgets it. Fails with Storage when the keyring refuses; then nothing has changed.
    base::Result<SecretHome> set(const std::string &source, const std::string &name, const std::string &value,
                                 bool onlySession = false);

private:
    struct Found {
        std::string value;
        SecretHome home = SecretHome::None;
    };
    std::optional<Found> remembered(const std::string &entry, const std::string &source, const std::string &name);
    Found find(const std::string &source, const std::string &name);

    std::unique_ptr<net::Keyring> m_keyring;
    std::mutex m_mutex; ///< guards the two maps
    std::map<std::string, std::string> m_session; ///< by "source/name"
    std::map<std::string, std::string> m_kept;    ///< what the keyring said; empty: it has none
};

} // namespace core::ingest
