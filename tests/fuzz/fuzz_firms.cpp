// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of FIRMS.
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return fuzzProvider("firms", {"area", "country"},
                        {{"from", "2022-02-26"}, {"to", "2022-02-27"}, {"product", "MODIS_NRT"}}, data, size);
}
