// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzprovider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return fuzzProvider("polygon",
                        {"bars", "grouped", "open_close", "tickers", "ticker_events", "splits", "dividends",
                         "news", "trades", "quotes", "last", "snapshot", "frames", "other"},
                        data, size);
}
