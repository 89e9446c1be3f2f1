// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A file's bytes, gzip undone, with limits against files that unpack to far more than they should.
#pragma once

#include "core/sources/bytestream.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace core::ingest {

struct DecodeLimits {
    std::uint64_t mostBytes = std::uint64_t(16) << 30; ///< decoded
    std::uint64_t ratio = 200;                         ///< decoded to packed; real tables stay below 60
    std::uint64_t ratioFrom = std::uint64_t(8) << 20;  ///< smaller results are not held to the ratio
};

class FileDecoder final : public sources::ByteStream
{
public:
    /// Fails with a sentence when the file does not exist, cannot be read or is empty.
    static base::Result<std::unique_ptr<FileDecoder>> open(const std::filesystem::path &file,
                                                           DecodeLimits limits = {});
    ~FileDecoder() override;

    /// Fails when gzip data is damaged or cut off, and at the limits. One thread.
    base::Result<std::size_t> read(char *into, std::size_t capacity) override;
    /// Bytes of the file consumed so far, and all of them; for progress. Any thread.
    [[nodiscard]] std::uint64_t consumed() const;
    [[nodiscard]] std::uint64_t fileSize() const;

private:
    struct State;
    explicit FileDecoder(std::unique_ptr<State> state);
    base::Result<bool> fill();
    base::Result<std::size_t> inflateInto(char *into, std::size_t capacity);

    std::unique_ptr<State> m_state;
};

} // namespace core::ingest
