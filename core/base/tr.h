// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tr::tr("…"): the one translation context of core, so that every sentence for people can be translated.
// lupdate loses the context in the first function after a qualified name (std::size_t k = 3; base::Error f())
// that no class or other function follows: there ::core::base::Tr::tr is written. The test “translations”
// tells where.
#pragma once

#include <QCoreApplication>

namespace core::base {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(core)
};

} // namespace core::base
