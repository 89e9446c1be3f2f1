// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::string_view kEndpoints[] = {"observations", "graph", "series", "release_dates"};
    return fuzz::parseAs(
        *core::sources::findProvider("fred"), kEndpoints, data, size,
        {{"series", "GDP"}, {"from", "2001-01-01"}, {"to", "2031-01-01"}, {"frequency", "W"}, {"live", "0"}});
}
