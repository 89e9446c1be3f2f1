// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the addresses of the public internet from those of this computer and of the local network.
#pragma once

#include <string_view>

struct sockaddr;

namespace core::net {

/// Whether a numeric address ("93.184.216.34", "2606:2800::1", a zone such as "%eth0" allowed) can only be a
/// host of the public internet: not loopback, private, link-local, shared, multicast or reserved, and not one
/// of these dressed as IPv6 (mapped, 6to4, NAT64). False when it is no address.
[[nodiscard]] bool isPublicAddress(std::string_view text);
[[nodiscard]] bool isPublicAddress(const sockaddr &address);

} // namespace core::net
