// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any secret in any text: whatever stands around it, it is gone afterwards, and what is redacted stays as it
// is.
#include "core/net/redaction.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace core::net;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view input(reinterpret_cast<const char *>(data + 1), size - 1);
    const std::size_t length = kShortestSecret + data[0] % 32U;
    if (input.size() < length)
        return 0;
    const std::vector<std::string> secrets{std::string(input.substr(0, length))};
    const std::string &secret = secrets.front();
    const std::string_view rest = input.substr(length);
    const std::string before(rest.substr(0, rest.size() / 2));
    const std::string after(rest.substr(rest.size() / 2));
    const std::string redacted = redactSecrets(before + secret + after, secrets);
    if (redacted.find(kRedacted) == std::string::npos)
        std::abort();
    // a secret made of the letters of the mask may come about anew around it
    const bool isOfMask = secret.find_first_of(kRedacted) != std::string::npos;
    if (!isOfMask && redacted.find(secret) != std::string::npos)
        std::abort();
    const std::string named = redactText(before + "?apikey=" + secret + after, secrets);
    if (!isOfMask && named.find(secret) != std::string::npos)
        std::abort();
    static_cast<void>(redactText(rest, {}));
    return 0;
}
