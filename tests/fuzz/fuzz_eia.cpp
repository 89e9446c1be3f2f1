// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::string_view kEndpoints[] = {"data", "seriesid", "series"};
    return fuzz::parseAs(*core::sources::findProvider("eia"), kEndpoints, data, size,
                         {{"series", "PET.WCESTUS1.W"}, {"from", "2001-01-01"}, {"offset", "10"}});
}
