// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty view shows: what it is for, and the one next thing to do.
#pragma once

#include "widgets/common/theme.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace widgets {

class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(Theme &theme, QWidget *parent = nullptr);

    /// The button shows the action's text and triggers it; without an action there is no button.
    void set(const QString &sentence, QAction *action, const QString &icon = {});
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QPushButton *button() const { return m_button; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintIcon();
    void arrange();

    Theme &m_theme;
    QString m_icon;
    QLabel *m_picture;
    QLabel *m_sentence;
    QPushButton *m_button;
    QPointer<QAction> m_action;
};

} // namespace widgets
