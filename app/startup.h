// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From the arguments to the open window.
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace app {

struct StartOptions {
    QString workspace; ///< -w
    bool sample = false;
    QString theme;    ///< empty: as set
    QString language; ///< empty: as set
    QString screenshots;
    bool benchmark = false;
    bool defaultUi = false;
    bool help = false;
    bool version = false;
    bool debugInfo = false;
};

/// Fails (BadInput) with a sentence that names what is wrong.
core::base::Result<StartOptions> parseArguments(const QStringList &arguments);
/// What --help prints.
QString helpText();
/// What --debug-info prints: versions, folders, platform; nothing private.
QString debugInfo();

/// What is said when another window has a workspace and does not answer.
QString silentText(const QString &folder);

/// Where the sample workspace is: $FORESHOCK_SAMPLE, else the user's data folder.
QString sampleFolder();
/// Keeps the memory that ended threads held from staying with the program. To be called before any thread is made.
void keepFewArenas();
/// Loads the texts of the program and of Qt in a language ("de"); empty: the system's. English needs none.
void loadLanguage(const QString &language);

} // namespace app
