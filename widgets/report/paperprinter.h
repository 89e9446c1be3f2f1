// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints PDFs for the desktop: asks for the file, draws in the background, and says where it is.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"

#include <QObject>
#include <QString>

#include <functional>

namespace widgets {

/// What is printed.
struct Paper {
    QString title; ///< of the question for a file
    QString job;
    /// The name the file gets in the workspace's folder of reports, unless the person says otherwise; in the
    /// background.
    std::function<core::base::Result<QString>(const core::workbench::Workbench &)> name;
    /// What writes the file, in the background.
    std::function<core::base::Result<void>(const core::workbench::Workbench &, const QString &file,
                                           const core::workbench::Job &)>
        draw;
};

/// GUI thread.
class PaperPrinter final : public QObject
{
    Q_OBJECT

public:
    /// `window` is what the questions are asked over; it owns the printer.
    PaperPrinter(Desk &desk, QWidget *window);

    /// Nothing happens without an open workspace.
    void print(const Paper &paper);
    /// Nothing is being prepared or printed.
    [[nodiscard]] bool isSettled() const { return m_running == 0; }

Q_SIGNALS:
    void printed(const QString &file); ///< whole and in its place

private:
    void ask(const Paper &paper, const QString &proposed);
    void draw(const Paper &paper, const QString &file);
    void tell(const QString &file);

    Desk &m_desk;
    QWidget *m_window;
    int m_running = 0;
};

} // namespace widgets
