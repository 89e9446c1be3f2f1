// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The report that was put together of the panels, as a PDF in the look of the tear sheet.
#pragma once

#include "core/base/result.h"
#include "core/workbench/reportbook.h"

#include <QByteArray>
#include <QString>

namespace widgets {

/// "Events", "Chart", … of a section's kind.
QString sectionKindText(const QString &kind);

/// Contents first, each line a link to its section; then the sections in their order. Needs a
/// QGuiApplication; any thread. Errors: Cancelled; Internal when Qt cannot draw.
core::base::Result<QByteArray> drawBook(const core::workbench::ReportSheet &sheet,
                                        const core::workbench::Job &job);
/// Draws it into a file, whole or not at all. As drawBook, and as workbench::saveReport.
core::base::Result<void> writeBook(const core::workbench::ReportSheet &sheet, const QString &file,
                                   const core::workbench::Job &job);

} // namespace widgets
