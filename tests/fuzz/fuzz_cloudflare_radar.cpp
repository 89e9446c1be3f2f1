// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::string_view kEndpoints[] = {"outages", "anomalies", "series", "summary", "top"};
    return fuzz::parseAs(*core::sources::findProvider("cloudflare_radar"), kEndpoints, data, size,
                         {{"dataset", "attacks/layer3"}, {"place", "DE"}, {"offset", "1"}});
}
