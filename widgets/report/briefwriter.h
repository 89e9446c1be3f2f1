// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The morning brief as a PDF in the look of the tear sheet.
#pragma once

#include "core/base/result.h"
#include "core/workbench/brief.h"

#include <QByteArray>
#include <QString>

namespace widgets {

/// Needs a QGuiApplication; any thread. Errors: Cancelled; Internal when Qt cannot draw.
core::base::Result<QByteArray> drawBrief(const core::workbench::Brief &brief,
                                         const core::workbench::Job &job);
/// Draws it into a file, whole or not at all. As drawBrief, and as workbench::saveReport.
core::base::Result<void> writeBrief(const core::workbench::Brief &brief, const QString &file,
                                    const core::workbench::Job &job);

} // namespace widgets
