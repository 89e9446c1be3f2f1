// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of an import: what was found out about each, what was chosen, and what became of it.
#pragma once

#include "core/workbench/importpreview.h"
#include "widgets/common/theme.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace widgets {

/// One file. Either it has a preview, or a peek (no preset knows its header), or only a fault.
struct ImportFile {
    std::filesystem::path path;
    std::optional<core::ingest::ImportWhat> what; ///< none: whichever fits best
    std::string preset;                           ///< empty: recognised
    std::string zone;                             ///< empty: the preset's
    bool isRead = false;
    std::optional<core::workbench::ImportPreview> preview;
    std::optional<core::workbench::FilePeek> peek;
    QString fault; ///< why there is no preview, in a sentence
    std::optional<core::workbench::FileOutcome> outcome;
};

/// What reading a file for its preview gave.
struct ReadFile {
    core::ingest::ImportWhat what = core::ingest::ImportWhat::Events;
    std::optional<core::workbench::ImportPreview> preview;
    std::optional<core::workbench::FilePeek> peek;
    QString fault;
};

/// Reads a file as was chosen; without a choice of kind it takes the one whose preset uses most of the
/// columns. Blocks; any thread; fails only when it is cancelled.
core::base::Result<ReadFile> readForPreview(const core::workbench::Workbench &bench, const ImportFile &file,
                                            const std::filesystem::path &worker, const core::workbench::Job &job);

class ImportFiles final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ImportFiles(Theme &theme, QObject *parent = nullptr);

    void set(const QStringList &files);
    /// Those that are not there yet.
    void add(const QStringList &files);
    [[nodiscard]] ImportFile &file(int row) { return m_files[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const ImportFile &file(int row) const { return m_files[static_cast<std::size_t>(row)]; }
    /// The row was changed.
    void touch(int row);
    /// Files that can be imported as they stand.
    [[nodiscard]] int ready() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    Theme &m_theme;
    std::vector<ImportFile> m_files;
};

/// The name of a file without its folder, on one line.
QString fileNameText(const std::filesystem::path &file);

} // namespace widgets
