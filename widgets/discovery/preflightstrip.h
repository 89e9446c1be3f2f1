// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a run would ask and could see, before it is asked: one line, live while the study is edited.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/evidence.h"
#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"
#include "widgets/discovery/studydraft.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace widgets {

class PreflightStrip final : public QWidget
{
    Q_OBJECT

public:
    PreflightStrip(Desk &desk, StudyDraft &draft, QWidget *parent = nullptr);

    /// Counts again, soon: after an edit.
    void refresh();
    /// The data have changed: counts again, and shows what is known until then. One count at a time, so that a
    /// long one ends however often data come.
    void recount();
    [[nodiscard]] bool isSettled() const { return !m_delay.isActive() && !m_counting.isBusy(); }
    /// The last answer, if the study has not changed since.
    [[nodiscard]] const std::optional<core::discovery::Preflight> &answer() const { return m_answer; }
    /// Why there is none: the engine cannot run the study as it is. Empty when it can.
    [[nodiscard]] const QString &refusal() const { return m_refusal; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void answered();
    /// The person wants to see where the study is wrong.
    void faultWanted();

private:
    void count();
    void show(const core::base::Result<core::discovery::Preflight> &answer);
    void say(const QString &text, const QString &role);

    Desk &m_desk;
    StudyDraft &m_draft;
    QLabel *m_line;
    QToolButton *m_more;
    QToolButton *m_go;
    QLabel *m_notes;
    QTimer m_delay;
    core::workbench::LatestJob m_counting;
    bool m_again = false; ///< the data have changed while it counted
    std::optional<core::discovery::Preflight> m_answer;
    QString m_refusal;
};

/// "3 event types, 60 assets, 5 windows: 900 hypotheses (812 never asked before) · fewest events 15 · …".
QString preflightLine(const core::discovery::Preflight &answer, std::size_t windows);
/// What stands behind "Notes": the seal, what is too few, the sample, what the run would note. One a line.
QStringList preflightNotes(const core::discovery::Preflight &answer, const core::base::Zone &zone);

} // namespace widgets
