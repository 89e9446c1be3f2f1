// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Labels that show text as it is, whatever it holds.
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace widgets {

/// Plain text that wraps, in a role of the theme ("heading", "muted"; none: as usual).
QLabel *plainLabel(const QString &text, const QString &role, QWidget *parent);

} // namespace widgets
