// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The funnel on the screen: four bars one below the other, or side by side in the height of one line.
#pragma once

#include "widgets/studycharts/funnel.h"

#include <QWidget>

namespace widgets {

class FunnelView final : public QWidget
{
    Q_OBJECT

public:
    enum class Shape : quint8 { Rows, Line };

    FunnelView(Theme &theme, Shape shape, QWidget *parent = nullptr);

    void setFunnel(const core::workbench::Funnel &funnel);
    [[nodiscard]] const core::workbench::Funnel &funnel() const { return m_funnel; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRows(QPainter &painter) const;
    void paintLine(QPainter &painter) const;
    [[nodiscard]] int rowHeight() const;

    Theme &m_theme;
    Shape m_shape;
    core::workbench::Funnel m_funnel;
};

} // namespace widgets
