// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/tr.h"
#include "core/store/filtersql.h"

#include <re2/re2.h>
#include <simdjson.h>

#include <cmath>
#include <memory>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

/// One VARCHAR argument of a call.
class TextArgument final
{
public:
    TextArgument(duckdb_data_chunk input, idx_t column)
    {
        duckdb_vector vector = duckdb_data_chunk_get_vector(input, column);
        m_strings = static_cast<duckdb_string_t *>(duckdb_vector_get_data(vector));
        m_validity = duckdb_vector_get_validity(vector);
    }
    [[nodiscard]] bool isNull(idx_t row) const
    {
        return m_validity != nullptr && !duckdb_validity_row_is_valid(m_validity, row);
    }
    [[nodiscard]] std::string_view at(idx_t row) const
    {
        return {duckdb_string_t_data(m_strings + row), duckdb_string_t_length(m_strings[row])};
    }

private:
    duckdb_string_t *m_strings;
    std::uint64_t *m_validity;
};

void setNull(duckdb_vector output, idx_t row)
{
    duckdb_vector_ensure_validity_writable(output);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(output), row);
}

/// full_number(text): the number it fully is, else null.
void fullNumber(duckdb_function_info, duckdb_data_chunk input, duckdb_vector output)
{
    const TextArgument text(input, 0);
    auto *numbers = static_cast<double *>(duckdb_vector_get_data(output));
    const idx_t rows = duckdb_data_chunk_get_size(input);
    for (idx_t row = 0; row < rows; ++row) {
        numbers[row] = text.isNull(row) ? std::nan("") : domain::fullNumber(text.at(row));
        if (std::isnan(numbers[row]))
            setNull(output, row);
    }
}

/// The text of a JSON scalar as filters see it; false when it is missing.
bool scalarText(const simdjson::dom::element &element, std::string &text)
{
    switch (element.type()) {
    case simdjson::dom::element_type::STRING:
        text = element.get_string().value_unsafe();
        return !text.empty();
    case simdjson::dom::element_type::BOOL:
        text = element.get_bool().value_unsafe() ? "true" : "false";
        return true;
    case simdjson::dom::element_type::INT64:
    case simdjson::dom::element_type::UINT64:
    case simdjson::dom::element_type::DOUBLE:
        text = base::canonicalNumber(element.get_double().value_unsafe());
        return true;
    default:
        return false;
    }
}

/// meta_text(metadata, path): the scalar under the keys of the path as text, else null.
void metaText(duckdb_function_info, duckdb_data_chunk input, duckdb_vector output)
{
    thread_local simdjson::dom::parser parser;
    const TextArgument metadata(input, 0);
    duckdb_vector lists = duckdb_data_chunk_get_vector(input, 1);
    const auto *entries = static_cast<const duckdb_list_entry *>(duckdb_vector_get_data(lists));
    duckdb_vector keyVector = duckdb_list_vector_get_child(lists);
    auto *keys = static_cast<duckdb_string_t *>(duckdb_vector_get_data(keyVector));
    std::string text;
    const idx_t rows = duckdb_data_chunk_get_size(input);
    for (idx_t row = 0; row < rows; ++row) {
        simdjson::dom::element at;
        bool found =
            !metadata.isNull(row) && !metadata.at(row).empty() &&
            parser.parse(metadata.at(row).data(), metadata.at(row).size()).get(at) == simdjson::SUCCESS;
        for (idx_t i = 0; found && i < entries[row].length; ++i) {
            duckdb_string_t &key = keys[entries[row].offset + i];
            simdjson::dom::object object;
            found = at.get(object) == simdjson::SUCCESS &&
                    object.at_key({duckdb_string_t_data(&key), duckdb_string_t_length(key)}).get(at) ==
                        simdjson::SUCCESS;
        }
        if (found && scalarText(at, text))
            duckdb_vector_assign_string_element_len(output, row, text.data(), text.size());
        else
            setNull(output, row);
    }
}

/// re_match(text, pattern): RE2 with its default options, anywhere in the text; null for null. A pattern that
/// RE2 does not take has been refused by the parser; here it matches nothing.
void reMatch(duckdb_function_info, duckdb_data_chunk input, duckdb_vector output)
{
    thread_local std::unique_ptr<re2::RE2> compiled;
    const TextArgument text(input, 0);
    const TextArgument pattern(input, 1);
    auto *matches = static_cast<bool *>(duckdb_vector_get_data(output));
    const idx_t rows = duckdb_data_chunk_get_size(input);
    for (idx_t row = 0; row < rows; ++row) {
        if (text.isNull(row) || pattern.isNull(row)) {
            setNull(output, row);
            continue;
        }
        if (!compiled || compiled->pattern() != pattern.at(row)) {
            re2::RE2::Options options;
            options.set_log_errors(false);
            const std::string_view source = pattern.at(row);
            compiled = std::make_unique<re2::RE2>(re2::StringPiece(source.data(), source.size()), options);
        }
        const std::string_view subject = text.at(row);
        matches[row] = compiled->ok() &&
                       re2::RE2::PartialMatch(re2::StringPiece(subject.data(), subject.size()), *compiled);
    }
}

/// A DuckDB type that frees itself.
class LogicalType final
{
public:
    explicit LogicalType(duckdb_logical_type type)
        : m_type(type)
    {}
    LogicalType(const LogicalType &) = delete;
    LogicalType &operator=(const LogicalType &) = delete;
    ~LogicalType() { duckdb_destroy_logical_type(&m_type); }
    [[nodiscard]] duckdb_logical_type get() const { return m_type; }

private:
    duckdb_logical_type m_type;
};

Result<void> add(const DuckConnection &connection, const char *name,
                 const std::vector<duckdb_logical_type> &arguments, duckdb_logical_type result,
                 duckdb_scalar_function_t function)
{
    duckdb_scalar_function scalar = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(scalar, name);
    for (duckdb_logical_type argument : arguments)
        duckdb_scalar_function_add_parameter(scalar, argument);
    duckdb_scalar_function_set_return_type(scalar, result);
    duckdb_scalar_function_set_special_handling(scalar);
    duckdb_scalar_function_set_function(scalar, function);
    const duckdb_state state = duckdb_register_scalar_function(connection.handle(), scalar);
    duckdb_destroy_scalar_function(&scalar);
    if (state == DuckDBError)
        return Error{ErrorCode::Internal,
                     Tr::tr("The columnar engine does not take the function %1.").arg(QLatin1String(name))};
    return {};
}

} // namespace

Result<void> registerFilterFunctions(const DuckConnection &connection)
{
    const LogicalType text(duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR));
    const LogicalType number(duckdb_create_logical_type(DUCKDB_TYPE_DOUBLE));
    const LogicalType truth(duckdb_create_logical_type(DUCKDB_TYPE_BOOLEAN));
    const LogicalType texts(duckdb_create_list_type(text.get()));
    auto added = add(connection, "full_number", {text.get()}, number.get(), &fullNumber);
    if (added)
        added = add(connection, "meta_text", {text.get(), texts.get()}, text.get(), &metaText);
    if (added)
        added = add(connection, "re_match", {text.get(), text.get()}, truth.get(), &reMatch);
    return added;
}

} // namespace core::store
