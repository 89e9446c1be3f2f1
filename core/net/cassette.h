// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Records what the web answered into a folder, without secrets, so that a source can run from it again.
#pragma once

#include "core/net/transport.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace core::net {

inline constexpr std::string_view kCassetteIndex = "index.jsonl";

/// Whom a recorded answer answers: method, address and body, all without secrets, so that a cassette plays
/// with any key or none.
[[nodiscard]] std::string cassetteKey(const HttpRequest &request);
/// The word for a kind of failure in the index, and back (None when it is not one).
[[nodiscard]] std::string_view failureWord(HttpFailure failure);
[[nodiscard]] HttpFailure failureOfWord(std::string_view word);

/// Passes everything on to another transport and writes each answer and each failure of the other side down:
/// a file "000001.body" an answer, durably, then its line in index.jsonl. An answer that cannot be recorded
/// is a failure (Storage). The answer to a request with `answerIsSecret` is recorded without what is named
/// like a token; the caller still gets it whole. Any thread.
class CassetteRecorder final : public Transport
{
public:
    /// Makes the folder (0700), or adds to the cassette in it.
    static base::Result<std::unique_ptr<CassetteRecorder>> create(std::unique_ptr<Transport> inner,
                                                                  const std::filesystem::path &folder);
    ~CassetteRecorder() override;

    void fetch(HttpRequest request, base::CancelToken cancel, Answer answer) override;

private:
    CassetteRecorder(std::unique_ptr<Transport> inner, std::filesystem::path folder, int index,
                     unsigned recorded);
    [[nodiscard]] base::Result<void> record(const HttpRequest &request, const HttpOutcome &outcome);

    std::filesystem::path m_folder;
    std::mutex m_mutex; ///< guards the two below and the folder
    int m_index;        ///< descriptor, appends
    unsigned m_recorded;
    std::unique_ptr<Transport> m_inner; ///< last: its destructor still answers through us
};

} // namespace core::net
