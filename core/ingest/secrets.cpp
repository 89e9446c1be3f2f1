// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/secrets.h"

#include "core/base/text.h"

#include <QProcessEnvironment>

namespace core::ingest {

using base::qs;
using base::Result;

namespace {

std::string entryOf(const std::string &source, const std::string &name)
{
    return source + '/' + name;
}

} // namespace

std::string secretVariable(const std::string &source, const std::string &name)
{
    return base::utf8(qs("FORESHOCK_" + source + '_' + name).toUpper());
}

std::string secretFromEnvironment(const std::string &source, const std::string &name)
{
    return base::utf8(
        QProcessEnvironment::systemEnvironment().value(qs(secretVariable(source, name))).trimmed());
}

Secrets::Secrets(std::unique_ptr<net::Keyring> keyring)
    : m_keyring(std::move(keyring))
{}

/// Nothing when only the keyring could tell.
std::optional<Secrets::Found> Secrets::remembered(const std::string &entry, const std::string &source,
                                                  const std::string &name)
{
    if (std::string value = secretFromEnvironment(source, name); !value.empty())
        return Found{std::move(value), SecretHome::Environment};
    const std::lock_guard lock(m_mutex);
    if (const auto told = m_session.find(entry); told != m_session.end())
        return Found{told->second, SecretHome::Session};
    if (const auto kept = m_kept.find(entry); kept != m_kept.end())
        return kept->second.empty() ? Found{} : Found{kept->second, SecretHome::Keyring};
    return std::nullopt;
}

Secrets::Found Secrets::find(const std::string &source, const std::string &name)
{
    const std::string entry = entryOf(source, name);
    if (auto found = remembered(entry, source, name))
        return std::move(*found);
    if (!hasKeyring())
        return {};
    auto read = m_keyring->read(entry); // without the lock: it may wait for a person
    if (!read)
        return {};
    const std::lock_guard lock(m_mutex);
    // set() may have been quicker, and knows better
    const std::string &kept = m_kept.try_emplace(entry, std::move(*read)).first->second;
    return kept.empty() ? Found{} : Found{kept, SecretHome::Keyring};
}

std::string Secrets::value(const std::string &source, const std::string &name)
{
    return find(source, name).value;
}

SecretHome Secrets::home(const std::string &source, const std::string &name)
{
    return find(source, name).home;
}

std::string Secrets::known(const std::string &source, const std::string &name)
{
    const auto found = remembered(entryOf(source, name), source, name);
    return found ? found->value : std::string();
}

Result<SecretHome> Secrets::set(const std::string &source, const std::string &name, const std::string &value,
                                bool onlySession)
{
    const std::string entry = entryOf(source, name);
    const bool isKept = hasKeyring() && !onlySession;
    // a key for this session alone leaves the one that is kept in its place
    if (isKept || (value.empty() && hasKeyring())) {
        const auto done = value.empty() ? m_keyring->erase(entry) : m_keyring->write(entry, value);
        if (!done)
            return done.error();
    }
    const std::lock_guard lock(m_mutex);
    m_session.erase(entry);
    if (value.empty()) {
        m_kept[entry].clear();
        return SecretHome::None;
    }
    (isKept ? m_kept : m_session)[entry] = value;
    return isKept ? SecretHome::Keyring : SecretHome::Session;
}

} // namespace core::ingest
