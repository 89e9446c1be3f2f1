// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::string_view kEndpoints[] = {
        "getcurrent", "filer",   "getcompany",  "submissions", "submissions_page", "submission",
        "ownership",  "primary", "filing_page", "index",       "tickers",          "facts"};
    return fuzz::parseAs(*core::sources::findProvider("edgar"), kEndpoints, data, size);
}
