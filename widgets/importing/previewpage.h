// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the import would make of one file: the preset, the zone, and the first rows with what each becomes.
#pragma once

#include "widgets/importing/importfiles.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace widgets {

class TextRows;
class ZoneBox;

class PreviewPage final : public QWidget
{
    Q_OBJECT

public:
    PreviewPage(Theme &theme, const QString &ownZone, QWidget *parent = nullptr);

    void showFile(const ImportFile &file, core::ingest::ImportWhat what);
    [[nodiscard]] TextRows *rows() const { return m_rows; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QComboBox *presets() const { return m_preset; }
    [[nodiscard]] QLabel *known() const { return m_known; }

Q_SIGNALS:
    /// The person chose another kind, preset ("": recognised) or zone ("": the preset's).
    void kindChosen(core::ingest::ImportWhat what);
    void presetChosen(const QString &preset);
    void zoneChosen(const QString &zone);
    void mappingWanted();

private:
    void showRows(const core::workbench::ImportPreview &preview);

    QComboBox *m_kind;
    QComboBox *m_preset;
    ZoneBox *m_zone;
    QPushButton *m_map;
    QLabel *m_known;
    QLabel *m_notes;
    QLabel *m_counts;
    TextRows *m_rows;
    QTableView *m_table;
};

/// "Events", "Prices (bars)", "Ticks".
QString importWhatText(core::ingest::ImportWhat what);

} // namespace widgets
