// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Does a provider take the key? Tells a wrong key from a network that is not there.
#pragma once

#include "core/ingest/secrets.h"
#include "core/ingest/tokens.h"

namespace core::ingest {

enum class KeyVerdict : std::uint8_t {
    Works,
    Missing, ///< there is none to test
    Wrong,   ///< the provider refuses it
    Unknown, ///< the provider answers, but says nothing about the key: busy, limit reached, another fault
    NoAnswer, ///< no network, or the provider cannot be reached
};

struct KeyTest {
    KeyVerdict verdict = KeyVerdict::Unknown;
    QString sentence; ///< what came out and what to do, in plain words
};

/// Asks the provider for one small thing with the keys of `secretOf`; nothing is stored. Blocks. Fails with
/// Cancelled alone.
base::Result<KeyTest> testKey(const sources::Provider &provider,
                              const std::function<std::string(const std::string &name)> &secretOf, Fetcher &fetcher,
                              const base::Clock &clock, const base::CancelToken &cancel);

} // namespace core::ingest
