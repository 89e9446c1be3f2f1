// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Laid-out pages as a PDF: vectors, embedded fonts, text that can be searched, links between its pages.
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/workbench/workbench.h"
#include "widgets/report/pages.h"

#include <QByteArray>
#include <QString>

namespace widgets {

/// "Foreshock 0.1.0".
QString programName();

/// A line across the page, from pages.y() on, for what is not of this world.
void setSimulated(Pages &pages);

/// Needs a QGuiApplication; any thread. Errors: Cancelled; Internal when Qt cannot draw.
core::base::Result<QByteArray> writePages(const Pages &pages, const QString &title,
                                          core::base::Instant createdAt, const core::workbench::Job &job);

} // namespace widgets
