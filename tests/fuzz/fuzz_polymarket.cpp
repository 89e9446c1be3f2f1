// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of Polymarket.
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return fuzzProvider("polymarket",
                        {"markets", "events", "clob_markets", "prices_history", "trades", "stream"},
                        {{"market", "rain"},
                         {"slug", "rain"},
                         {"from", "2026-01-01T00:00:00Z"},
                         {"to", "2026-02-01T00:00:00Z"}},
                        data, size);
}
