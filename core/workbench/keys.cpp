// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/keys.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/webaccess.h"

#include <algorithm>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using sources::Provider;

namespace {

constexpr int kLongestKey = 4096;

Result<const Provider *> keyedProvider(const std::string &source)
{
    const Provider *provider = sources::findProvider(source);
    if (provider && !provider->info().secrets.empty())
        return provider;
    const QString sentence = Tr::tr("There is no source “%1” that has a key; “sources keys” lists those there are.");
    return Error{ErrorCode::NotFound, sentence.arg(qs(source))};
}

} // namespace

std::shared_ptr<ingest::Secrets> desktopSecrets()
{
    return std::make_shared<ingest::Secrets>(std::make_unique<net::Keyring>("Foreshock"));
}

ingest::SecretOf secretOf(std::shared_ptr<ingest::Secrets> secrets)
{
    return [secrets = std::move(secrets)](const std::string &source, const std::string &name) {
        return secrets->value(source, name);
    };
}

std::vector<KeyStatus> keyStatuses(ingest::Secrets &secrets)
{
    std::vector<KeyStatus> list;
    for (const auto &provider : sources::providers()) {
        const sources::ProviderInfo &info = provider->info();
        for (const std::string &name : info.secrets)
            list.push_back({.source = info.name,
                            .name = name,
                            .title = info.title,
                            .url = qs(info.keyUrl),
                            .variable = qs(ingest::secretVariable(info.name, name)),
                            .need = info.key,
                            .home = secrets.home(info.name, name)});
    }
    return list;
}

Result<ingest::SecretHome> setKey(ingest::Secrets &secrets, const std::string &source, const std::string &name,
                                  const std::string &value, bool onlySession)
{
    const auto provider = keyedProvider(source);
    if (!provider)
        return provider.error();
    const sources::ProviderInfo &info = (*provider)->info();
    if (std::ranges::find(info.secrets, name) == info.secrets.end()) {
        QString names;
        for (const std::string &one : info.secrets)
            names += (names.isEmpty() ? QString() : QStringLiteral(", ")) + qs(one);
        return Error{ErrorCode::NotFound, Tr::tr("%1 has no key “%2”; it has %3").arg(info.title, qs(name), names)};
    }
    const bool isText = std::ranges::all_of(value, [](unsigned char c) { return c >= ' ' && c != 127; });
    if (!isText || std::ssize(value) > kLongestKey)
        return Error{ErrorCode::BadInput,
                     Tr::tr("That is no key: a key is one line of at most %1 characters").arg(kLongestKey)};
    return secrets.set(source, name, value, onlySession);
}

Result<ingest::KeyTest> testKey(const base::Clock &clock, ingest::Secrets &secrets, const std::string &source,
                                const std::string &contact, const base::CancelToken &cancel)
{
    const auto provider = keyedProvider(source);
    if (!provider)
        return provider.error();
    const auto web = WebAccess::open(clock, contact);
    if (!web)
        return web.error();
    const auto secret = [&](const std::string &name) { return secrets.value(source, name); };
    return ingest::testKey(**provider, secret, (*web)->fetcher(), clock, cancel);
}

} // namespace core::workbench
