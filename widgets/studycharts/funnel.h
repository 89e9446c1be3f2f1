// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The funnel from question to validation as values: the same on the screen and on paper.
#pragma once

#include "core/workbench/ledgerview.h"
#include "widgets/common/theme.h"

#include <QString>

#include <array>

namespace widgets {

/// One bar of the funnel.
struct FunnelStep {
    QString name;     ///< "significant"
    QString brief;    ///< the same where there is little room
    QString count;    ///< every digit of it
    QString note;     ///< what stands beside; may be empty
    double share = 0; ///< of the longest bar, by logarithm
    Role role = Role::Muted;
};

/// Asked, candidate, significant, validated.
std::array<FunnelStep, 4> funnelSteps(const core::workbench::Funnel &funnel);
/// What the lengths of the bars mean, in words.
QString funnelScale();
/// The funnel as one sentence.
QString funnelSentence(const core::workbench::Funnel &funnel);

} // namespace widgets
