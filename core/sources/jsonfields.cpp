// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/jsonfields.h"

#include <charconv>
#include <cmath>

namespace core::sources::json {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return {};
    return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

template <typename T>
std::optional<T> whole(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

Number number(Value value)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) || type == simdjson::ondemand::json_type::null)
        return {};
    double found = 0;
    if (type == simdjson::ondemand::json_type::number) {
        if (value.get_double().get(found))
            return {.isBad = true};
        return {.value = found};
    }
    std::string_view text;
    if (type != simdjson::ondemand::json_type::string || value.get_string().get(text))
        return {.isBad = true};
    text = trimmed(text);
    if (text.empty())
        return {};
    const auto parsed = whole<double>(text);
    if (!parsed || !std::isfinite(*parsed))
        return {.isBad = true};
    return {.value = *parsed};
}

std::optional<std::int64_t> integer(Value value)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type))
        return std::nullopt;
    std::int64_t found = 0;
    if (type == simdjson::ondemand::json_type::number)
        return value.get_int64().get(found) ? std::nullopt : std::optional(found);
    std::string_view text;
    if (type != simdjson::ondemand::json_type::string || value.get_string().get(text))
        return std::nullopt;
    return whole<std::int64_t>(trimmed(text));
}

std::string text(Value value)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type))
        return {};
    std::string_view found;
    switch (type) {
    case simdjson::ondemand::json_type::string:
        return value.get_string().get(found) ? std::string() : std::string(found);
    case simdjson::ondemand::json_type::number:
    case simdjson::ondemand::json_type::boolean: {
        simdjson::ondemand::value one;
        if (value.get(one))
            return {};
        return std::string(trimmed(one.raw_json_token()));
    }
    default:
        return {};
    }
}

bool flag(Value value)
{
    const std::string found = text(value);
    return found == "true" || found == "1";
}

Number number(simdjson::ondemand::object &of, std::string_view key)
{
    return number(of[key]);
}

std::optional<std::int64_t> integer(simdjson::ondemand::object &of, std::string_view key)
{
    return integer(of[key]);
}

std::string text(simdjson::ondemand::object &of, std::string_view key)
{
    return text(of[key]);
}

bool flag(simdjson::ondemand::object &of, std::string_view key)
{
    return flag(of[key]);
}

bool get(simdjson::ondemand::object &of, std::string_view key, simdjson::ondemand::object &found)
{
    return !of[key].get_object().get(found);
}

bool get(simdjson::ondemand::object &of, std::string_view key, simdjson::ondemand::array &found)
{
    return !of[key].get_array().get(found);
}

} // namespace core::sources::json
