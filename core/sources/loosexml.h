// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads XML as feeds write it: bare ampersands, entities of HTML, tags that do not match, texts that break
// off. It never fails; what it cannot make sense of is text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::sources {

class LooseXml final
{
public:
    enum class Kind : std::uint8_t { Start, End, Text };
    struct Token {
        Kind kind = Kind::Text;
        std::string name; ///< lower case, with its prefix ("dc:date")
        std::string text; ///< with entities undone
        std::vector<std::pair<std::string, std::string>> attributes;
        bool isEmpty = false; ///< <a/>: no end follows

        /// The value of an attribute, empty when there is none.
        [[nodiscard]] std::string_view attribute(std::string_view key) const;
    };

    /// UTF-8; must outlive it.
    explicit LooseXml(std::string_view text)
        : m_text(text)
    {}

    /// False at the end.
    bool next(Token &token);
    /// Whether the text ended within a tag, a comment or a CDATA section.
    [[nodiscard]] bool brokeOff() const { return m_brokeOff; }

private:
    bool skipOrText(Token &token);
    void readTag(std::string_view tag, Token &token);
    std::size_t endOfTag(std::size_t from);

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_brokeOff = false;
    bool m_quotesAreOpen = false; ///< a quote was never closed: quotes tell nothing any more
};

/// "&lt;", "&eacute;", "&#8217;" undone; what is no entity stays as it is.
std::string withoutEntities(std::string_view text);
/// What a reader sees of a piece of HTML, or of plain text: tags left out, entities undone, blanks joined.
std::string plainText(std::string_view html);
/// At most that many bytes, cut between words where possible, never within a character; "…" after what was
/// cut.
std::string shortened(std::string_view text, std::size_t most);

} // namespace core::sources
