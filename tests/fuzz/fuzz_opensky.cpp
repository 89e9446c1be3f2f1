// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::string_view kEndpoints[] = {"states", "token"};
    return fuzz::parseAs(*core::sources::findProvider("opensky"), kEndpoints, data, size,
                         {{"boxes", "Gulf:23,48,30,57"}});
}
