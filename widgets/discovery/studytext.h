// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A study as people write it: JSON in the order they think of it, windows and lists as one line of text.
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace widgets {

/// The study as JSON: keys in the order of the manual, unknown ones last, short lists and objects on one
/// line. Parsing it gives the same object.
QString writeStudy(const QJsonObject &study);

/// "[0,0] [1,5]", or "lengths [1,5] lags [1,21]"; a text (what the user has written so far) as it is.
QString windowsText(const QJsonValue &windows);
/// The value of "windows" for such a text. Fails (BadInput) with the column and what was expected.
core::base::Result<QJsonValue> parseWindows(const QString &text);

/// "SPY, TLT".
QString listText(const QJsonValue &list);
/// Split at commas, semicolons and blanks, repeats left out.
QJsonArray listOf(const QString &text);

/// Something for a new study to begin with.
QJsonObject newStudy();

} // namespace widgets
