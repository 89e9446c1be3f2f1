// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::string_view kEndpoints[] = {"markets",        "events", "clob_markets",
                                                      "prices_history", "trades", "stream"};
    return fuzz::parseAs(*core::sources::findProvider("polymarket"), kEndpoints, data, size,
                         {{"market", "rain"},
                          {"slug", "rain"},
                          {"from", "2026-01-01T00:00:00Z"},
                          {"to", "2026-02-01T00:00:00Z"}});
}
