// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The title bar of a dock: its name, and small buttons to float and to close it.
#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace widgets {

class DockTitle final : public QWidget
{
    Q_OBJECT

public:
    DockTitle(const Theme &theme, QDockWidget *dock);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintIcons();

    const Theme &m_theme;
    QDockWidget *m_dock;
    QLabel *m_title;
    QToolButton *m_float;
    QToolButton *m_close;
};

} // namespace widgets
