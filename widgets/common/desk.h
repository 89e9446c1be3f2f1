// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What every panel is handed: the open workspace, the look, the settings, the selection, the messages, and
// the few orders that panels give one another.
#pragma once

#include "core/domain/study.h"
#include "core/workbench/session.h"
#include "widgets/common/dialogs.h"
#include "widgets/common/messages.h"
#include "widgets/common/reportkeeper.h"
#include "widgets/common/selection.h"
#include "widgets/common/settings.h"
#include "widgets/common/theme.h"

#include <QJsonObject>
#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <vector>

class QAction;

namespace widgets {

/// What a finding looked at: which bars of which asset, around which events.
struct FindingWindows {
    QString run;
    QString asset; ///< empty: a pool, which has no chart
    core::domain::Window window;
    std::vector<core::base::Instant> bars; ///< when the event bars close
    QString filter;                        ///< that its events pass; empty: not known
};

/// Owned by the main window (or a test); outlives the panels. GUI thread.
class Desk final : public QObject
{
    Q_OBJECT

public:
    Desk(core::workbench::Session &session, Theme &theme, Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] core::workbench::Session &session() const { return m_session; }
    [[nodiscard]] Theme &theme() const { return m_theme; }
    [[nodiscard]] Settings &settings() const { return m_settings; }
    [[nodiscard]] Selection &selection() { return m_selection; }
    [[nodiscard]] Messages &messages() { return m_messages; }
    [[nodiscard]] Dialogs &dialogs() { return m_dialogs; }
    /// What "Add to Report" adds to.
    [[nodiscard]] ReportKeeper &report() { return m_report; }

    /// What every view shows is what was known then; missing: now.
    [[nodiscard]] core::base::Instant asOf() const { return m_asOf; }
    void setAsOf(core::base::Instant at);

    /// The filter that Events shows, which follows applyFilter(); Events says when it is another.
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter) { m_filter = filter; }

    /// Adds an action that the command bar lists and whose shortcut the user can change. `id` is kept for
    /// good ("events.focus-filter"); `text` is what menus show. The action belongs to `owner`, which it is
    /// also added to when it is a widget. With an icon name it gets that icon in every theme.
    QAction *addAction(QObject *owner, const QString &id, const QString &text, const QString &tip,
                       const QKeySequence &shortcut = {}, const QString &icon = {});
    /// Every action still alive, in the order they were added.
    [[nodiscard]] QList<QAction *> actions() const;
    /// The id an action was added with.
    static QString idOf(const QAction *action);

Q_SIGNALS:
    void asOfChanged();

    // orders; the main window (or the panel named) carries them out
    void openSample();                         ///< the sample workspace, made first when there is none
    void openFolder(const QString &folder);    ///< opens the workspace in it
    void openWorkspace();                      ///< asks for a folder and opens it
    void newWorkspace();                       ///< asks for a folder and makes one there
    void showStarter();                        ///< the page of starter data
    void showSettings(const QString &page);    ///< "look", "keys", "sources", "collecting", "files"; empty: as it was
    void showPanel(const QString &id);         ///< "events", "chart", "discovery", … raised and focused
    void showLayout(const QString &id);        ///< "monitor", "research", "backtest", "data"
    void applyFilter(const QString &filter);   ///< Events shows what passes it
    void prepareFilter(const QString &filter); ///< Events has it in its filter bar, not applied yet
    void markEvents(const QString &filter);    ///< the chart marks the events that pass it
    void editStudy(const QString &json);       ///< Discovery opens its editor with this study
    void runStudy();                           ///< Discovery runs the study in its editor
    void openStudyFile(const QString &name);   ///< Discovery opens a study of the workspace
    void openRun(const QString &run);          ///< Discovery shows a run
    void
    importFiles(const QStringList &files); ///< the import assistant opens with these files (none: it asks)
    void pasteDates();                     ///< the paste assistant opens
    void exportReport(const QString &run, const QString &hypothesis); ///< a tear sheet (of one finding)
    void exportBook();                                                ///< the report of the workspace
    void openChart(const QJsonObject &state); ///< Chart shows what a section of the report kept
    void showWindows(const widgets::FindingWindows &windows); ///< the chart shades them and marks the events
    void openFinding(const widgets::FindingRef &finding);     ///< Discovery shows a run and selects a finding

private:
    core::workbench::Session &m_session;
    Theme &m_theme;
    Settings &m_settings;
    Selection m_selection;
    Messages m_messages;
    Dialogs m_dialogs;
    ReportKeeper m_report;
    core::base::Instant m_asOf;
    QString m_filter;
    QList<QPointer<QAction>> m_actions;
};

} // namespace widgets
