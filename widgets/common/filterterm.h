// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters written for the person: a term of a field and what it holds, joined to what is shown already, and
// the study that asks about a filter.
#pragma once

#include "core/base/instant.h"

#include <QString>

#include <string_view>

namespace widgets {

class Desk;

/// How a new term meets the filter that is shown.
enum class Joining : quint8 { Is, IsNot, AndIs, OrIs, AndIsNot };
inline constexpr Joining kJoinings[] = {Joining::Is, Joining::IsNot, Joining::AndIs, Joining::OrIs,
                                        Joining::AndIsNot};
/// "Is", "Is Not", "…and Is": for menus.
QString joiningText(Joining joining);

/// A text as the grammar takes it, in quotes unless it is a plain word.
QString filterText(std::string_view text);
/// A number that reads back as the same double.
QString filterNumber(double value);
/// An instant with its zone: 2011-03-11T05:46:24Z.
QString filterInstant(core::base::Instant at);
/// meta.depth, or meta."two words"; empty when no filter can name such a key.
QString metaField(const QStringList &path);

/// The filter that comes of joining `field == literal` to the one shown.
QString joined(const QString &shown, const QString &field, const QString &literal, Joining joining);

/// Opens the study editor with a study that asks an asset (empty: none yet) about the events of a filter.
void testThis(Desk &desk, const QString &name, const QString &filter, const QString &asset);

} // namespace widgets
