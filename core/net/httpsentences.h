// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong with a host and what to do, in one plain sentence each.
#pragma once

#include "core/base/instant.h"
#include "core/net/httprequest.h"

#include <QString>

#include <string_view>

namespace core::net {

/// `detail` is curl's own word for it, without secrets; it may be empty.
QString failureSentence(HttpFailure failure, std::string_view host, std::string_view detail,
                        std::uint64_t allowedBytes);
QString statusSentence(int status, std::string_view host);
/// The host is left alone for that long.
QString pausedSentence(std::string_view host, base::Duration left);
/// It points to `target` ("http", a host, …), which is not followed.
QString redirectSentence(std::string_view host, std::string_view target);

} // namespace core::net
