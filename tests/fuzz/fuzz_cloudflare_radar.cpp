// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of Cloudflare Radar.
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return fuzzProvider("cloudflare_radar", {"outages", "anomalies", "series", "summary", "top"},
                        {{"dataset", "attacks/layer3"}, {"place", "DE"}, {"offset", "1"}}, data, size);
}
