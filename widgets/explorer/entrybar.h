// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One line to type into, at the foot of a panel: names and symbols are asked for here, not in a window.
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

class EntryBar final : public QFrame
{
    Q_OBJECT

public:
    using Answer = std::function<void(const QString &)>;

    explicit EntryBar(QWidget *parent = nullptr);

    /// Shows itself and takes the keyboard. Enter or the button answers with what was typed, trimmed and not
    /// empty; Escape gives up.
    void ask(const QString &caption, const QString &text, const QString &placeholder, const QString &button,
             Answer answer);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void closed(); ///< the keyboard is free again

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();
    void leave();

    QLabel *m_caption;
    QLineEdit *m_edit;
    QPushButton *m_button;
    Answer m_answer;
};

} // namespace widgets
