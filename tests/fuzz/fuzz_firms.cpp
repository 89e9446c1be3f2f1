// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::string_view kEndpoints[] = {"area", "country"};
    return fuzz::parseAs(*core::sources::findProvider("firms"), kEndpoints, data, size,
                         {{"from", "2022-02-26"}, {"to", "2022-02-27"}, {"product", "MODIS_NRT"}});
}
