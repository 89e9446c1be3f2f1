// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/peers.h"

#include "core/base/text.h"

#include <simdjson.h>

namespace core::sources {

base::Result<std::uint64_t> countFeaturesBare(std::string_view json)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::array features;
    auto error = parser.parse(json.data(), json.size()).get(root);
    if (!error)
        error = root["features"].get(features);
    if (error)
        return base::Error{base::ErrorCode::BadInput, base::qs(simdjson::error_message(error))};
    std::uint64_t count = 0;
    for ([[maybe_unused]] const auto feature : features)
        ++count;
    return count;
}

} // namespace core::sources
