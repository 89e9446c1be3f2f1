// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Try to fool it: can this program be made to find what is not there?
#pragma once

#include "core/workbench/fooling.h"
#include "core/workbench/jobs.h"
#include "widgets/common/panel.h"

#include <map>
#include <memory>

class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace widgets {

class ChartView;

/// Random dates asked of the workspace's prices, a t-test on each beside the screen; then effects are planted
/// and the curve of what is found of them fills while one watches.
class FoolingPanel final : public Panel
{
    Q_OBJECT

public:
    explicit FoolingPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override { return !m_asking.isBusy() && !m_planting.isBusy(); }
    /// Asks the random dates; what was planted before is forgotten.
    void run();
    [[nodiscard]] QSlider *slider() const { return m_slider; }

private:
    using FoolingDesk = core::workbench::FoolingDesk;

    void refresh();
    void asked(core::base::Result<std::shared_ptr<const FoolingDesk>> desk);
    void plantNext();
    void showPower();
    void tellEffect();
    [[nodiscard]] QWidget *makeCount(QLabel *&number, const QString &says);

    core::workbench::LatestJob m_asking;
    core::workbench::LatestJob m_planting;
    std::shared_ptr<const FoolingDesk> m_fooling;
    std::map<int, core::discovery::FoolingPower> m_power; ///< by tenths of a standard deviation
    QLabel *m_naive = nullptr;
    QLabel *m_found = nullptr;
    QWidget *m_counts;
    QLabel *m_sentence;
    QWidget *m_plant; ///< with the chart: seen once there is something to plant in
    QLabel *m_effect;
    QPushButton *m_run;
    QSpinBox *m_seed;
    QSlider *m_slider;
    ChartView *m_chart;
};

} // namespace widgets
