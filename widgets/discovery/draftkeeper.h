// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// An edited study outlives the program: written into the settings a few seconds after an edit, brought back when its
// workspace is opened again.
#pragma once

#include "widgets/common/desk.h"
#include "widgets/discovery/studydraft.h"

#include <QObject>
#include <QTimer>

namespace widgets {

/// GUI thread. Desk and draft must outlive it.
class DraftKeeper final : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(Desk &desk, StudyDraft &draft, QObject *parent);

    /// Writes what is not saved, now; forgets what was kept of this workspace when all is saved.
    void keep();
    /// Puts what was kept of the open workspace into the draft, still to be saved, and says so. False: nothing was,
    /// or the draft holds edits.
    bool bringBack();

private:
    [[nodiscard]] QString folder() const;

    Desk &m_desk;
    StudyDraft &m_draft;
    QTimer m_soon;
};

} // namespace widgets
