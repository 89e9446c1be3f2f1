// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of ACLED.
#include "tests/fuzz/fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return fuzzProvider("acled", {"read", "file", "token"}, {{"page", "1"}, {"limit", "2"}}, data, size);
}
