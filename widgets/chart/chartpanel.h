// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Chart: what did prices do around it?
#pragma once

#include "widgets/chart/pricechart.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/panel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QStringListModel;
class QToolButton;

namespace widgets {

class ChartOutput;

class ChartPanel final : public Panel
{
    Q_OBJECT

public:
    explicit ChartPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;

    /// Shows a symbol, unless it is shown already.
    void showSymbol(const QString &symbol);
    [[nodiscard]] const QString &symbol() const { return m_symbol; }
    /// Marks the events that pass a filter; blank: none.
    void showEvents(const QString &filter);
    /// Shades the window of a finding around the bars of its events (when those bars close), on its asset;
    /// the chart shows that asset. Stays until another finding is selected or other shades are set.
    void setShades(const QString &asset, core::domain::Window window,
                   std::vector<core::base::Instant> eventBars);
    void clearShades();
    /// Shades the windows of a finding and marks its events, unless the person marks others.
    void showWindows(const FindingWindows &windows);
    /// The symbol whose bars are on the screen; empty: none.
    [[nodiscard]] QString shownSymbol() const;
    /// What the report keeps to show it again, and what shows it again: symbol, interval, stretch, marks.
    [[nodiscard]] QJsonObject state() const;
    /// Shows what a section of the report kept (core/workbench/reportbook.h): symbol, interval, stretch,
    /// marks.
    void openState(const QJsonObject &state);

    [[nodiscard]] ChartView *view() const { return m_view; }

private:
    void buildBar();
    QToolButton *button(QAction *action, bool withText = false);
    void fillTypes(QMenu &menu);

    void reset();
    void loadSymbols();
    void loadBars(ChartView::Range range);
    void loadMarks();
    void openMarker(const QString &id);
    void offerIntervals();
    void shade();
    void say(const QString &sentence);

    QString m_symbol;
    QString m_asked; ///< the symbol whose bars are shown
    StoredSymbols m_stored;
    EventMarks m_marks;
    struct Shaded {
        QString asset;
        core::domain::Window window;
        std::vector<double> bars;
        QString run = {}; ///< empty: not known
    };
    std::optional<Shaded> m_shaded;
    QString m_findingFilter;                          ///< marks that a finding asked for, not the person
    std::optional<std::pair<double, double>> m_range; ///< shown once the bars are there

    QLineEdit *m_symbolBox;
    QStringListModel *m_completions;
    QComboBox *m_intervals;
    QLineEdit *m_filter;
    QLabel *m_note;
    QStackedWidget *m_pages;
    ChartView *m_view;
    EmptyState *m_missing;
    ChartOutput *m_output;
    QAction *m_candles;
    QAction *m_adjusted;
    QAction *m_asTable;
    QAction *m_starter;
    QAction *m_import;
    QAction *m_sample;
    core::workbench::LatestJob m_symbolsJob;
    core::workbench::LatestJob m_barsJob;
    core::workbench::LatestJob m_marksJob;
    core::workbench::LatestJob m_eventJob;
    core::workbench::LatestJob m_typesJob;
};

} // namespace widgets
