// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What QPdfWriter (Qt 6.4) cannot do: links to pages of the same file, an outline, and a date that is not
// today's.
#pragma once

#include "core/base/instant.h"
#include "widgets/report/pages.h"

#include <QByteArray>

#include <vector>

namespace widgets {

/// Turns every link to Pages::hrefOf() into one that goes to that page, in place: no byte moves, so that the
/// table of objects stays right. A link whose page is not found stays as it was.
void linkPages(QByteArray &pdf);

/// Sets the date of creation, in place, so that the same report is the same bytes. Nothing when it is
/// missing.
void setCreated(QByteArray &pdf, core::base::Instant at);

/// Appends an outline as an incremental update (a new catalog and a table of objects that follows the old
/// one): no byte of what is there changes. After linkPages() and setCreated(). Nothing when there are no
/// bookmarks or the end of the file is not as QPdfWriter writes it.
void addOutline(QByteArray &pdf, const std::vector<Bookmark> &bookmarks);

} // namespace widgets
