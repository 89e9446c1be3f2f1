// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of the EIA.
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return fuzzProvider("eia", {"data", "seriesid", "series"},
                        {{"series", "PET.WCESTUS1.W"}, {"from", "2001-01-01"}, {"offset", "10"}}, data, size);
}
