// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sources in the Explorer: how each fares, and what can be done with the current one.
#pragma once

#include "core/base/zone.h"
#include "widgets/common/desk.h"
#include "widgets/explorer/explorermodel.h"
#include "widgets/explorer/explorerreader.h"

namespace widgets {

class ExplorerSources final : public QObject
{
    Q_OBJECT

public:
    /// The commands belong to `panel`.
    ExplorerSources(Desk &desk, QWidget *panel);

    /// What the workspace holds of each source; the rest is asked of the collection.
    void setCounts(SourceCounts counts) { m_counts = std::move(counts); }
    /// Those that are switched on, then those whose events are here, then the rest below one line.
    [[nodiscard]] ExplorerSection section() const;

    /// Enables what can be done with a source; empty: with none.
    void showActions(const QString &source);
    /// Those that can be done now, for a menu.
    [[nodiscard]] QList<QAction *> actions() const;
    [[nodiscard]] QAction *starter() const { return m_starter; }

private:
    void toggle();
    void askNow();

    Desk &m_desk;
    SourceCounts m_counts;
    QString m_source;
    QAction *m_switch;
    QAction *m_ask;
    QAction *m_retry;
    QAction *m_key;
    QAction *m_starter;
};

} // namespace widgets
