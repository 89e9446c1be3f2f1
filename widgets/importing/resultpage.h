// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the files: rows read, stored, there already and refused, each refusal with its lines.
#pragma once

#include "widgets/importing/importfiles.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace widgets {

class TextRows;

class ResultPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ResultPage(Theme &theme, QWidget *parent = nullptr);

    void showOutcomes(const ImportFiles &files);
    [[nodiscard]] TextRows *results() const { return m_results; }
    [[nodiscard]] TextRows *refusals() const { return m_refusals; }
    [[nodiscard]] QString sentence() const;

private:
    QLabel *m_sentence;
    QLabel *m_refusedTitle;
    TextRows *m_results;
    TextRows *m_refusals;
    QTableView *m_resultTable;
    QTableView *m_refusalTable;
};

} // namespace widgets
