// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One page of the settings: rows of a label, a control and a sentence, which can be searched.
#pragma once

#include "widgets/common/desk.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;

namespace widgets {

class SettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    /// `id` is what Desk::showSettings() calls it.
    SettingsPage(Desk &desk, const QString &id, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] Desk &desk() const { return m_desk; }
    /// Back to how it came.
    virtual void reset() = 0;
    /// Shows only what has the text in it; how many rows there are then.
    virtual int search(const QString &text);

protected:
    /// The label becomes the control's accessible name; `says` may be empty.
    void addRow(const QString &label, QWidget *control, const QString &says);
    /// Takes the whole width and the rest of the height.
    void addWide(QWidget *widget);

private:
    struct Row {
        QString words;
        QList<QWidget *> parts;
    };

    Desk &m_desk;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    int m_next = 0; ///< the first free line of the grid
};

} // namespace widgets
