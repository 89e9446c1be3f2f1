// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Guessing an encoding by letter frequencies, as Li and Momoi (Mozilla, 2001) do it; the tables are cut down
// to the dozen letters that make up most of a text.
#include "core/sources/charset.h"

#include <array>

namespace core::sources {

namespace {

constexpr std::size_t kSample = 32'768;

/// Which letters speak for a language, and how much the others do.
struct Candidate {
    std::string_view charset;
    double common;
    double usual;
    double other; ///< letters of another script, signs, drawings
    std::u32string_view commonLetters;
    char32_t first; ///< of the script
    char32_t last;
    char32_t first2;
    char32_t last2;
};

constexpr char32_t kNone = 0xFFFFFFFF;

/// Kana and the most frequent syllables and characters make the difference between encodings whose bytes
/// overlap; of the alphabets the frequent letters do, because the same bytes are rare letters in a wrong one.
constexpr std::array<Candidate, 9> kCandidates{{
    {"euc-jp", 1.0, 0.45, -1, U"、。の・ー", 0x3041, 0x30FF, 0x4E00, 0x9FFF},
    {"shift_jis", 1.0, 0.45, -1, U"、。の・ー", 0x3041, 0x30FF, 0x4E00, 0x9FFF},
    {"euc-kr", 1.1, 0.35, -1,
     U"이다는에의을가하고지기로사인도어대해서한자리스시아정보일수장상은를부있주제전국나과와동그것", 0xAC00,
     0xD7A3, kNone, kNone},
    {"big5", 1.1, 0.5, -1, U"的一是不了人我在有他這中大來上國個到說們為子和你地出道也時年得就那要下以，。",
     0x4E00, 0x9FFF, kNone, kNone},
    {"gb18030", 1.1, 0.45, -1,
     U"的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以，。", 0x4E00, 0x9FFF, kNone,
     kNone},
    {"koi8-r", 1.15, 0.5, -1, U"оеаинтсрвлкмд", 0x0430, 0x044F, 0x0410, 0x042F},
    {"windows-1251", 1.15, 0.5, -1, U"оеаинтсрвлкмд", 0x0430, 0x044F, 0x0410, 0x042F},
    {"windows-1255", 1.15, 0.6, -1, U"יוהלאתרבשמנ", 0x05D0, 0x05EA, kNone, kNone},
    {"iso-8859-7", 1.15, 0.5, -1, U"αοιετσνηυρπκ", 0x03AC, 0x03CE, 0x0386, 0x03AB},
}};

template <typename Use>
void eachCharacter(std::string_view utf8, const Use &use)
{
    for (std::size_t i = 0; i < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t c = first < 0x80 ? first : first & (0x7Fu >> length);
        for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k)
            c = (c << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3F);
        use(c);
        i += length;
    }
}

bool isAsciiLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// What one character speaks for.
double weightOf(const Candidate &candidate, char32_t c, char32_t before)
{
    const bool isKana = candidate.first == 0x3041;
    const bool isAlphabet = candidate.first < 0x1000;
    if (candidate.commonLetters.find(c) != std::u32string_view::npos)
        return candidate.common;
    if (c >= candidate.first && c <= candidate.last)
        return isKana ? candidate.common : candidate.usual;
    if (c >= candidate.first2 && c <= candidate.last2) {
        if (!isAlphabet)
            return candidate.usual;
        return before >= candidate.first && before <= candidate.last ? -1.0 : 0.3; // a capital within a word
    }
    if ((c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF60) || (c >= 0x2010 && c < 0x2040))
        return 0.3; // punctuation
    return candidate.other;
}

/// The mean of what its characters speak for; bytes that it cannot read speak against it.
double scoreOf(const Candidate &candidate, std::string_view utf8, std::size_t bad)
{
    constexpr double kOutOfPlace = 1.5;
    double sum = -2.0 * static_cast<double>(bad);
    std::size_t characters = bad;
    const bool isAlphabet = candidate.first < 0x1000;
    char32_t before = 0;
    char32_t beforeRun = 0;
    std::size_t run = 0;
    eachCharacter(utf8, [&](char32_t c) {
        if (c >= 0x80 && c != 0xFFFD) {
            if (run == 0)
                beforeRun = before;
            ++run;
            ++characters;
            sum += weightOf(candidate, c, before);
            // no word mixes two alphabets: that is an accented letter of a third
            if (isAlphabet && isAsciiLetter(before))
                sum -= kOutOfPlace;
        } else {
            if (isAlphabet && run > 0 && isAsciiLetter(c))
                sum -= kOutOfPlace;
            // nor does a single character stand within a Latin word
            if (!isAlphabet && run == 1 && (isAsciiLetter(beforeRun) || isAsciiLetter(c)))
                sum -= kOutOfPlace;
            run = 0;
        }
        before = c;
    });
    return characters == 0 ? -1 : sum / static_cast<double>(characters);
}

} // namespace

std::string guessCharset(std::string_view bytes)
{
    const std::string_view sample = bytes.substr(0, kSample);
    std::string best = "windows-1252";
    double bestScore = 0.35; // of nothing known: what western Europe writes
    for (const Candidate &candidate : kCandidates) {
        std::size_t bad = 0;
        const std::string text = decodeAnyway(sample, candidate.charset, bad);
        const double score = scoreOf(candidate, text, bad);
        if (score > bestScore) {
            bestScore = score;
            best = candidate.charset;
        }
    }
    return best;
}

} // namespace core::sources
