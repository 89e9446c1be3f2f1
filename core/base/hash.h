// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256: the name of every payload, file and result.
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace core::base {

using Sha256 = std::array<unsigned char, 32>;

/// SHA-256 of bytes in memory.
Sha256 sha256(std::string_view bytes);
/// SHA-256 of a file's bytes, read in blocks. Fails with a sentence when it cannot be read.
Result<Sha256> sha256File(const std::filesystem::path &file);

std::string toHex(std::span<const unsigned char> bytes);
/// 64 hexadecimal digits.
Result<Sha256> parseSha256(std::string_view hex);

/// SHA-256 of bytes that come in pieces.
class Sha256Stream final
{
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(Sha256Stream &&) noexcept;
    Sha256Stream &operator=(Sha256Stream &&) noexcept;

    void add(std::string_view bytes);
    /// The hash of everything added; the stream is used up.
    Sha256 finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace core::base
