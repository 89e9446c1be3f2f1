// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge between data (UTF-8 std::string) and sentences for people (QString).
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace core::base {

/// UTF-8 data as a QString; invalid bytes become U+FFFD.
inline QString qs(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// A QString as UTF-8 data.
inline std::string utf8(const QString &text)
{
    return text.toStdString();
}

} // namespace core::base
