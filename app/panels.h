// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one list of panels: adding a panel is adding its line here.
#pragma once

#include "widgets/common/panel.h"

#include <array>
#include <vector>

namespace app {

/// The layouts that come with the program, in the order of Ctrl+1…4.
enum class Layout : quint8 { Monitor, Research, Backtest, Data };
inline constexpr int kLayouts = 4;
/// "monitor", "research", "backtest", "data".
QString layoutId(Layout layout);
QString layoutTitle(Layout layout);
/// Research when there is no such layout.
Layout layoutOf(const QString &id);

/// Where a panel stands in a layout before the user moves it; several in one place become tabs, the first in
/// the list in front. Beside: right of the centre, left of Right.
enum class Place : quint8 { Hidden, Left, Centre, Beside, Below, Right };

struct PanelEntry {
    const char *id;    ///< kept for good
    const char *title; ///< to be translated in the context "Panels"
    const char *icon;
    widgets::Panel *(*make)(widgets::Desk &desk, QWidget *parent);
    std::array<Place, kLayouts> places;
};

const std::vector<PanelEntry> &panels();
/// In the language in force.
QString panelTitle(const PanelEntry &panel);

} // namespace app
