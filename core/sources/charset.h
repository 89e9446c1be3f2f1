// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in the encodings of the world as UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::sources {

/// Text that was read, and how.
struct DecodedText {
    std::string utf8;    ///< valid
    std::string charset; ///< what it was read as
    bool isGuessed = false;
    bool isDamaged = false; ///< some bytes were not of that encoding: each is U+FFFD, or read as windows-1252
};

/// The text of an XML or HTML answer: by its byte order mark, by the zeros between ASCII, by what its
/// declaration says if the bytes agree, else by what reads like text. Never fails.
DecodedText decodeXml(std::string_view bytes);

/// The bytes in an encoding by one of its names ("Shift_JIS", "x-sjis"). Nothing when the name is not known
/// or the bytes are not of it.
std::optional<std::string> decode(std::string_view bytes, std::string_view charset);
/// The same whatever the bytes are: those that are none of the encoding become U+FFFD and are counted in
/// `bad`. Empty when the name is not known.
std::string decodeAnyway(std::string_view bytes, std::string_view charset, std::size_t &bad);
bool isUtf8(std::string_view bytes);

/// The encoding that makes most sense of bytes that are not UTF-8 and say nothing: each candidate is judged
/// by how common its letters are in the languages written in it. A guess: few letters tell little.
std::string guessCharset(std::string_view bytes);

void appendUtf8(std::string &out, char32_t c);
/// U+0080 to U+009F are control characters that nobody means: windows-1252 stands there. Any other as it is.
char32_t printable(char32_t c);

} // namespace core::sources
