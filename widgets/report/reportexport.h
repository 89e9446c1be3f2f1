// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints tear sheets for the desktop: asks for the file, draws in the background, and says where it is.
#pragma once

#include "widgets/common/desk.h"

#include <QObject>
#include <QString>

class QAction;
class QWidget;

namespace widgets {

class PaperPrinter;

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
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void printed(const QString &file); ///< whole and in its place

private:
    void prepare(const QString &run, const QString &hypothesis);
    void prepareBook();
    void setRun(const QString &run);

    Desk &m_desk;
    PaperPrinter *m_printer;
    QAction *m_action;
    QString m_run; ///< that is shown; empty: none
};

} // namespace widgets
