// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of FRED.
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return fuzzProvider(
        "fred", {"observations", "graph", "series", "release_dates"},
        {{"series", "GDP"}, {"from", "2001-01-01"}, {"to", "2031-01-01"}, {"frequency", "W"}, {"live", "0"}},
        data, size);
}
