// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The command bar: one line that finds symbols, events, panels, runs and every command; keyboard only if
// wanted.
#pragma once

#include "widgets/commandbar/commandmodel.h"

#include <QLineEdit>

class QFrame;
class QListView;

namespace widgets {

class CommandBar final : public QLineEdit
{
    Q_OBJECT

public:
    /// Its list opens over the contents of the window it is in.
    explicit CommandBar(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CommandModel &model() const { return *m_model; }
    [[nodiscard]] const WordReader &words() const { return *m_words; }
    [[nodiscard]] QWidget *popup() const;
    /// Takes the keyboard and offers help.
    void begin();
    /// The same with a text typed already ("> ").
    void begin(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void answer();
    /// There are other words now, as data come in: what a person has chosen stays chosen.
    void answerAgain();
    void place();
    void moveBy(int rows);
    void accept(int row);
    void end();

    Desk &m_desk;
    WordReader *m_words;
    CommandModel *m_model;
    QFrame *m_popup;
    QListView *m_list;
    QAction *m_icon;
    QPointer<QWidget> m_before; ///< had the keyboard before
};

} // namespace widgets
