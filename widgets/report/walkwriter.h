// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The track record of one walk as a PDF in the look of the tear sheet.
#pragma once

#include "core/base/result.h"
#include "core/workbench/walks.h"

#include <QByteArray>
#include <QString>

namespace widgets {

/// A value: it needs the workspace no longer.
struct WalkSheet {
    QString workspace;
    bool isSimulated = false;
    core::workbench::StoredWalk walk;
};

/// Needs a QGuiApplication; any thread. Errors: Cancelled; Internal when Qt cannot draw.
core::base::Result<QByteArray> drawWalk(const WalkSheet &sheet, const core::workbench::Job &job);
/// Draws it into a file, whole or not at all. As drawWalk, and as workbench::saveReport.
core::base::Result<void> writeWalk(const WalkSheet &sheet, const QString &file,
                                   const core::workbench::Job &job);

} // namespace widgets
