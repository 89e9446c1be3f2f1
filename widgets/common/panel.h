// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One panel, one question: what the main window puts into a dock.
#pragma once

#include "widgets/common/desk.h"
#include "widgets/common/emptystate.h"

#include <QStackedWidget>
#include <QWidget>

namespace widgets {

/// A panel lays out its content in content(); while it has nothing to show it calls showEmpty(), which puts
/// an EmptyState in its place: a sentence and the one next action.
class Panel : public QWidget
{
    Q_OBJECT

public:
    /// `id` is kept for good ("events"); `title` is what its tab says.
    Panel(Desk &desk, const QString &id, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] Desk &desk() const { return m_desk; }
    [[nodiscard]] QString id() const { return objectName(); }
    [[nodiscard]] QWidget *content() const { return m_content; }
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    [[nodiscard]] bool isEmpty() const { return m_stack->currentWidget() == m_empty; }

    /// Where the keyboard goes when the panel is shown by a command; the panel itself when not overridden.
    virtual QWidget *firstFocus() { return this; }
    /// True when everything it wants to show now has arrived: for screenshots and tests.
    [[nodiscard]] virtual bool isSettled() const { return true; }

protected:
    void showContent();
    void showEmpty(const QString &sentence, QAction *action, const QString &icon = {});
    /// What a panel offers while no workspace is open: the sample.
    QAction *sampleAction();

private:
    Desk &m_desk;
    QStackedWidget *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    QAction *m_sample = nullptr;
};

} // namespace widgets
