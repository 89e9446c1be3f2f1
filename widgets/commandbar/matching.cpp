// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commandbar/matching.h"

#include <algorithm>

namespace widgets {

namespace {

QChar folded(QChar c)
{
    return c == u'_' || c == u'-' ? QChar(u' ') : c.toCaseFolded();
}

bool same(QChar a, QChar b)
{
    return folded(a) == folded(b);
}

/// Whether the letters of the one occur in the other in their order.
bool inOrder(const QString &typed, const QString &text)
{
    auto at = text.begin();
    for (const QChar c : typed) {
        at = std::find_if(at, text.end(), [c](QChar t) { return same(c, t); });
        if (at == text.end())
            return false;
        ++at;
    }
    return true;
}

} // namespace

int matchScore(const QString &typed, const QString &text)
{
    if (typed.isEmpty())
        return 1;
    if (typed.size() > text.size())
        return 0;
    auto found = std::search(text.begin(), text.end(), typed.begin(), typed.end(), same);
    if (found == text.begin())
        return typed.size() == text.size() ? 1000
                                           : 800 - static_cast<int>(std::min<qsizetype>(text.size(), 99));
    const int inside = found == text.end() ? 0 : 400 - static_cast<int>(std::min<qsizetype>(text.size(), 99));
    while (found != text.end()) {
        if (!folded(*(found - 1)).isLetterOrNumber())
            return 600 - static_cast<int>(std::min<qsizetype>(text.size(), 99));
        found = std::search(found + 1, text.end(), typed.begin(), typed.end(), same);
    }
    if (inside > 0)
        return inside;
    return typed.size() > 1 && inOrder(typed, text) ? 100 : 0;
}

} // namespace widgets
