// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints tear sheets for the desktop: asks for the file, draws in the background, and says where it is.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"

#include <QObject>
#include <QString>

#include <functional>

class QAction;

namespace widgets {

/// Carries out Desk::exportReport() and Desk::exportBook(). GUI thread; owned by the main window (or a test).
class ReportExport final : public QObject
{
    Q_OBJECT

public:
    /// `window` is what the questions are asked over.
    explicit ReportExport(Desk &desk, QWidget *window);

    /// "Export Report…", of the run that is shown.
    [[nodiscard]] QAction *action() const { return m_action; }
    /// Nothing is being prepared or printed.
    [[nodiscard]] bool isSettled() const { return m_running == 0; }

Q_SIGNALS:
    void printed(const QString &file); ///< whole and in its place

private:
    /// What writes the file, in the background.
    using Draw = std::function<core::base::Result<void>(const core::workbench::Workbench &,
                                                        const QString &file, const core::workbench::Job &)>;
    struct Paper {
        QString title; ///< of the question for a file
        QString job;
        Draw draw;
    };
    void prepare(const QString &run, const QString &hypothesis);
    void prepareBook();
    void ask(const Paper &paper, const QString &proposed);
    void print(const Paper &paper, const QString &file);
    void tell(const QString &file);
    void setRun(const QString &run);

    Desk &m_desk;
    QWidget *m_window;
    QAction *m_action;
    QString m_run; ///< that is shown; empty: none
    int m_running = 0;
};

} // namespace widgets
