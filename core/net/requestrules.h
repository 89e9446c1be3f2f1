// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What no request may hold, whoever sends it: line breaks in a header above all.
#pragma once

#include "core/net/httprequest.h"

#include <QString>

#include <span>
#include <string_view>

namespace core::net {

/// No control character but the tab.
[[nodiscard]] bool isHeaderText(std::string_view text);
/// A sentence when a header cannot be sent as it is, or is not the caller's to set; nothing of the header is
/// repeated in it, for it may be a secret. "" when all can.
[[nodiscard]] QString headerFault(std::span<const HttpHeader> headers);
/// A sentence when a secret is too short to be found again in a text.
[[nodiscard]] QString secretFault(std::span<const std::string> secrets);
/// The sentence for a contact address that is no header text.
[[nodiscard]] QString contactFault();

} // namespace core::net
