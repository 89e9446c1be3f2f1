// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/addresses.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

namespace core::net {

namespace {

struct Block4 {
    std::uint32_t first;
    unsigned bits;
};

constexpr std::uint32_t v4(unsigned a, unsigned b, unsigned c, unsigned d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

/// The IANA registry of special-purpose IPv4 addresses, multicast and the reserved rest.
constexpr std::array kSpecial4{
    Block4{v4(0, 0, 0, 0), 8},     Block4{v4(10, 0, 0, 0), 8},      Block4{v4(100, 64, 0, 0), 10},
    Block4{v4(127, 0, 0, 0), 8},   Block4{v4(169, 254, 0, 0), 16},  Block4{v4(172, 16, 0, 0), 12},
    Block4{v4(192, 0, 0, 0), 24},  Block4{v4(192, 0, 2, 0), 24},    Block4{v4(192, 168, 0, 0), 16},
    Block4{v4(198, 18, 0, 0), 15}, Block4{v4(198, 51, 100, 0), 24}, Block4{v4(203, 0, 113, 0), 24},
    Block4{v4(224, 0, 0, 0), 4},   Block4{v4(240, 0, 0, 0), 4},
};

bool isPublic4(std::uint32_t address)
{
    return std::ranges::none_of(
        kSpecial4, [address](Block4 block) { return (address ^ block.first) >> (32 - block.bits) == 0; });
}

std::uint32_t v4At(std::span<const unsigned char, 16> bytes, std::size_t at)
{
    return v4(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool isPublic6(std::span<const unsigned char, 16> bytes)
{
    static constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    static constexpr std::array<unsigned char, 12> nat64{0, 0x64, 0xff, 0x9b};
    const auto head = bytes.first<12>();
    if (std::ranges::equal(head, mapped) || std::ranges::equal(head, nat64))
        return isPublic4(v4At(bytes, 12));
    if (bytes[0] == 0x20 && bytes[1] == 0x02) // 6to4
        return isPublic4(v4At(bytes, 2));
    // Teredo and what else IETF protocols use, and documentation; of the rest only 2000::/3 is given out
    if (bytes[0] == 0x20 && bytes[1] == 0x01 &&
        ((bytes[2] & 0xfe) == 0 || (bytes[2] == 0x0d && bytes[3] == 0xb8)))
        return false;
    return (bytes[0] & 0xe0) == 0x20;
}

} // namespace

bool isPublicAddress(std::string_view text)
{
    const std::string plain(text.substr(0, text.find('%')));
    in_addr four{};
    if (inet_pton(AF_INET, plain.c_str(), &four) == 1)
        return isPublic4(ntohl(four.s_addr));
    std::array<unsigned char, 16> six{};
    return inet_pton(AF_INET6, plain.c_str(), six.data()) == 1 && isPublic6(six);
}

bool isPublicAddress(const sockaddr &address)
{
    if (address.sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &address, sizeof four);
        return isPublic4(ntohl(four.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6)
        return false;
    sockaddr_in6 six{};
    std::memcpy(&six, &address, sizeof six);
    std::array<unsigned char, 16> bytes{};
    std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
    return isPublic6(bytes);
}

} // namespace core::net
