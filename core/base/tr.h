// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tr::tr("…"): the one translation context of core, so that every sentence for people can be translated.
#pragma once

#include <QCoreApplication>

namespace core::base {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(core)
};

} // namespace core::base
