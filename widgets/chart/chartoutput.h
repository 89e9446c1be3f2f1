// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the chart: pictures, data, a section of the report, and filters made of its marks.
#pragma once

#include "widgets/common/desk.h"

#include <QObject>
#include <QVariant>

class QAction;
class QMenu;

namespace widgets {

class ChartPanel;

class ChartOutput final : public QObject
{
    Q_OBJECT

public:
    /// `panel` owns it and gets the actions.
    ChartOutput(Desk &desk, ChartPanel &panel);

    /// Everything that can be done with the chart as a whole.
    void fillMenu(QMenu &menu);
    /// Puts what is in view into the report.
    void addToReport();
    [[nodiscard]] bool isExporting() const { return m_exporting > 0; }

private:
    QAction *copyAction(int scale);
    QAction *exportAction(const QString &id, const QString &text, const QString &suffix, int scale);
    void exportAs(const QString &suffix, int scale);
    void exportTo(const QString &path, int scale);
    void offerSpan(double from, double to);
    void addFilters(QMenu &menu, const QVariantList &markers);

    Desk &m_desk;
    ChartPanel &m_panel;
    int m_exporting = 0; ///< under way
};

} // namespace widgets
