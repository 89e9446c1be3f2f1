// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How far a long piece of work is; the sink may be called from any thread and throttles itself.
#pragma once

#include <QString>

#include <cstdint>
#include <functional>

namespace core::base {

struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0: not known
    QString what;
};

using ProgressSink = std::function<void(const Progress &)>;

} // namespace core::base
