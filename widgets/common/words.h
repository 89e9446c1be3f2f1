// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How values read on the screen: digits grouped, U+2212 for minus, units, instants in the user's zone, and
// text from feeds that can do no harm.
#pragma once

#include "core/base/instant.h"
#include "core/base/zone.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace widgets {

/// What missing values show.
inline const QString kMissingText = QStringLiteral("\u2013");

/// Text from outside on one line: control characters, bidirectional overrides and invisible marks become
/// visible escapes (\u202e), line ends a blank, and it is cut after `most` characters with an ellipsis. Show
/// it only where text is plain (Qt::PlainText, or a delegate); for tooltips use tipText().
QString oneLine(std::string_view text, qsizetype most = 400);
QString oneLine(const QString &text, qsizetype most = 400);
/// The same for tooltips, which Qt would take for HTML: escaped, wrapped, at most 2,000 characters.
QString tipText(const QString &text);

/// Keeps numbers and what they are numbers of on one line: "80 %", "66 bp".
QString unbroken(QString text);

/// A word that the data use ("circular_shift", "holdout", "published") in the language of the window; one that
/// is not known as it is, with blanks for underscores. Only for the eye: filters, files and hashes keep the
/// word itself.
QString wordText(std::string_view word);

/// "1,234,567", grouped as the user's language does.
QString countText(std::uint64_t count);
/// So many digits after the point, grouped, U+2212; a dash when missing.
QString numberText(double value, int digits);
/// "+12.3", "−0.04": with its sign and as many digits as its size asks for.
QString signedText(double value);
/// "+12.3 bp".
QString signedText(double value, std::string_view unit);
/// "+1.2 to +34.5"; a dash when either is missing.
QString intervalText(double low, double high);
/// Eight significant digits at most; prices and values of events.
QString valueText(double value);
/// "0.0012"; "< 0.0001" below a ten-thousandth.
QString probabilityText(double value);
/// "48 %".
QString shareText(double share);
/// "12.3 MB".
QString bytesText(std::uint64_t count);
/// "3.4 s", "2 min 5 s", "1 h 20 min".
QString durationText(double seconds);
/// "2011-03-11 14:46:24", in the zone; seconds only when there are some; without a time at 00:00 when
/// `dayOnly`.
QString instantText(core::base::Instant at, const core::base::Zone &zone, bool dayOnly = false);
/// "2011-03-11".
QString dayText(core::base::Instant at, const core::base::Zone &zone = {});
/// "[0,+5]": a window of bars, U+2212.
QString windowText(int first, int last);

} // namespace widgets
