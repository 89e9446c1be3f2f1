// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The studies of a workspace as files: studies/NAME.json, which people may also write with any editor.
#pragma once

#include "core/workbench/workbench.h"

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace core::workbench {

struct StudyFile {
    std::string name; ///< without ".json"
    std::filesystem::path path;
    QString title; ///< what the study calls itself; the name when it has none
    QString fault; ///< why it cannot be run, empty when sound
};

/// All of them, ascending by name; a file that cannot be read is one with a fault. Any thread, as everything
/// here.
base::Result<std::vector<StudyFile>> studiesOf(const Workbench &bench);

/// The text of one; the name may end in ".json". Fails with NotFound.
base::Result<std::string> readStudyFile(const Workbench &bench, const std::string &name);

/// The text of a study file anywhere, or of the workspace's own study of that name. Fails with NotFound.
base::Result<std::string> readStudyAt(const Workbench &bench, const std::filesystem::path &file);

/// Writes one, whole or not at all; a study that cannot be run yet is kept too, but it must be JSON. Fails
/// (BadInput) when the name is no file name or, without `replace`, when there is one.
base::Result<std::filesystem::path> saveStudyFile(const Workbench &bench, const std::string &name,
                                                  const std::string &json, bool replace);

/// Puts one into studies/.trash. Fails with NotFound.
base::Result<void> removeStudyFile(const Workbench &bench, const std::string &name);
/// Takes the one of that name that was removed last out of studies/.trash again. Fails with NotFound, and
/// BadInput when there is a study of that name by now.
base::Result<std::filesystem::path> restoreStudyFile(const Workbench &bench, const std::string &name);

/// Why a text cannot be the name of a file of ours; empty when it can.
QString fileNameFault(const QString &name);

} // namespace core::workbench
