// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/livewords.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/boundrules.h"

#include <QStringList>

#include <algorithm>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;

Result<std::vector<std::string>> liveWords(const ProviderInfo &info, const SourceSettings &settings,
                                           std::span<const std::string_view> known)
{
    const std::string option = valueOf(settings.options, "live");
    std::vector<std::string> asked;
    for (const QString &word : qs(option).split(u',', Qt::SkipEmptyParts)) {
        std::string text = base::lowerCase(base::utf8(word.trimmed()));
        if (text == "no" || text.empty())
            continue;
        if (text == "yes")
            text = known.front();
        if (std::ranges::find(known, text) == known.end()) {
            QStringList words{QStringLiteral("yes"), QStringLiteral("no")};
            for (const std::string_view one : known)
                words.append(qs(one));
            return base::Error{base::ErrorCode::BadInput,
                               Tr::tr("“live” of %1 is one of %2, or several with commas; “%3” is none.")
                                   .arg(info.title, words.join(QStringLiteral(", ")), qs(text))};
        }
        asked.push_back(std::move(text));
    }
    std::vector<std::string> words;
    for (const std::string_view one : known) {
        if (std::ranges::find(asked, one) != asked.end())
            words.emplace_back(one);
    }
    return words;
}

std::string jsonTexts(std::span<const std::string> texts)
{
    std::string out = "[";
    for (const std::string &text : texts)
        out += (out.size() > 1 ? "," : "") + jsonText(text);
    return out + ']';
}

bool isJoined(std::string_view text)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || text.find_first_not_of(" \t\r\n", end) == std::string_view::npos)
        return false;
    const std::string_view line = text.substr(0, end);
    if (!line.starts_with('{') && !line.starts_with('['))
        return true; // no message begins so, but a frame may be any text
    int depth = 0;
    bool isText = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isText) {
            i += c == '\\' ? 1 : 0;
            isText = c != '"';
        } else if (c == '"') {
            isText = true;
        } else {
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
    }
    return depth <= 0 && !isText;
}

void tellRefusal(Harvest &harvest, FaultKind kind, const QString &sentence)
{
    if (harvest.values().size() == 0)
        harvest.fail(kind, sentence);
    else
        harvest.notice(kind, sentence);
}

} // namespace core::sources
