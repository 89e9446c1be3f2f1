// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// When no preset knows a file: which column is what, said by the person and kept as a preset.
#pragma once

#include "core/workbench/importpreview.h"
#include "widgets/common/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace widgets {

class TextRows;
class ZoneBox;

class MappingPage final : public QWidget
{
    Q_OBJECT

public:
    MappingPage(Theme &theme, const QString &ownZone, QWidget *parent = nullptr);

    /// `why`: why the person is asked.
    void showPeek(const core::workbench::FilePeek &peek, const QString &fileStem, const QString &why);
    [[nodiscard]] core::workbench::ColumnMapping mapping() const;
    [[nodiscard]] QString name() const;
    /// What is wrong with what was chosen; empty: nothing.
    void say(const QString &fault);
    [[nodiscard]] QComboBox *dateColumn() const { return m_date; }
    [[nodiscard]] QPushButton *saveButton() const { return m_save; }
    [[nodiscard]] QLineEdit *nameEdit() const { return m_name; }

Q_SIGNALS:
    void saveWanted();

private:
    void fill(QComboBox *box, const std::string &chosen, const QString &none);
    void showBasis();

    core::workbench::FilePeek m_peek;
    core::workbench::ColumnMapping m_suggested;
    QLabel *m_why;
    QLabel *m_note;
    QLabel *m_fault;
    QComboBox *m_date;
    QComboBox *m_eventType;
    QLineEdit *m_constant;
    QComboBox *m_entity;
    QComboBox *m_value;
    QComboBox *m_text;
    QComboBox *m_unit;
    ZoneBox *m_zone;
    QComboBox *m_basis;
    QLineEdit *m_lag;
    QLineEdit *m_name;
    QPushButton *m_save;
    TextRows *m_rows;
    QTableView *m_table;
};

} // namespace widgets
