// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A tear sheet as a PDF: vectors, embedded fonts, text that can be searched, links between its pages.
#pragma once

#include "core/base/result.h"
#include "core/workbench/tearsheet.h"

#include <QByteArray>
#include <QString>

namespace widgets {

/// Draws the sheet. The same sheet gives the same pages, and where the hash seed of Qt is fixed the same
/// bytes. Needs a QGuiApplication; any thread: no chart widget is made, the charts are painted. Errors:
/// Cancelled; Internal when Qt cannot draw.
core::base::Result<QByteArray> drawTearSheet(const core::workbench::TearSheet &sheet,
                                             const core::workbench::Job &job);

/// Draws it into a file, whole or not at all. As drawTearSheet, and as workbench::saveReport.
core::base::Result<void> writeTearSheet(const core::workbench::TearSheet &sheet, const QString &file,
                                        const core::workbench::Job &job);

} // namespace widgets
