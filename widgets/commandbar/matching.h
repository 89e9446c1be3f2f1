// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How well a text answers what was typed.
#pragma once

#include <QString>

namespace widgets {

/// 0: not at all. Higher is better: the whole, its beginning, the beginning of a word, anywhere inside, its
/// letters in order (only from two letters on). Upper and lower case, blanks, "-" and "_" are the same.
int matchScore(const QString &typed, const QString &text);

} // namespace widgets
