// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the sources as a person sees them: which there are, where they live, and whether they work.
#pragma once

#include "core/ingest/collector.h"
#include "core/ingest/keytest.h"
#include "core/sources/provider.h"
#include "core/workbench/workbench.h"

#include <memory>
#include <string>
#include <vector>

namespace core::workbench {

struct KeyStatus {
    std::string source;
    std::string name; ///< "api_key"
    QString title;    ///< of the source
    QString url;      ///< where to get one
    QString variable; ///< of the environment that gives it too
    sources::KeyNeed need = sources::KeyNeed::None;
    ingest::SecretHome home = ingest::SecretHome::None;
};

/// The keys of this person, in the keyring of the desktop under "Foreshock". One for each program.
std::shared_ptr<ingest::Secrets> desktopSecrets();

/// The same for who asks for one key at a time.
ingest::SecretOf secretOf(std::shared_ptr<ingest::Secrets> secrets);

/// Every key that a source can use, ascending by source; the key itself is not among it. Blocks while the keyring
/// is unlocked: a worker thread.
std::vector<KeyStatus> keyStatuses(ingest::Secrets &secrets);

/// Keeps a key (empty: forgets it); where it is now. Fails with NotFound when the source or the key does not exist,
/// with BadInput when the key cannot be one, with Storage when the keyring refuses. A worker thread.
base::Result<ingest::SecretHome> setKey(ingest::Secrets &secrets, const std::string &source, const std::string &name,
                                        const std::string &value, bool onlySession = false);

/// Asks the provider for one small thing with the keys of a source. Needs no workspace. A worker thread. Fails with
/// NotFound when there is no such source, with Cancelled.
base::Result<ingest::KeyTest> testKey(const base::Clock &clock, ingest::Secrets &secrets, const std::string &source,
                                      const std::string &contact, const base::CancelToken &cancel);

} // namespace core::workbench
