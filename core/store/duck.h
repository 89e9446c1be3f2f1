// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// DuckDB behind plain classes: in-memory databases with safe settings, bound parameters, results chunk by
// chunk.
#pragma once

#include "core/base/cancel.h"
#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

#include <duckdb.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace core::store {

struct DuckOptions {
    std::filesystem::path tempFolder; ///< where large sorts spill; empty: nowhere
    unsigned threads = 0;             ///< 0: one per processor
    std::uint64_t memoryMb = 0;       ///< 0: half of the machine's memory, at most 4 GB
    /// Set: only these files can be read, nothing written, and no setting changed afterwards (for the SQL
    /// console).
    std::optional<std::vector<std::string>> allowedPaths;
};

struct DuckInstance;

/// Bytes, as opposed to text.
struct DuckBlob {
    std::string bytes;
};

/// A parameter. Lists of texts serve `read_parquet(?)`.
using DuckValue = std::variant<std::monostate, bool, std::int64_t, double, std::string, base::Instant,
                               base::Uuid, DuckBlob, std::vector<std::string>>;

/// The rows of a query, one chunk (at most 2,048 rows) at a time. Views live until the next call of next().
/// Holds its connection busy until it is destroyed. One thread.
class DuckResult final
{
public:
    /// Goes to the next chunk; false after the last.
    base::Result<bool> next();

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t columns() const { return m_names.size(); }
    [[nodiscard]] const std::string &name(std::size_t column) const { return m_names[column]; }
    [[nodiscard]] duckdb_type type(std::size_t column) const { return m_types[column]; }

    [[nodiscard]] bool isNull(std::size_t column, std::size_t row) const
    {
        const std::uint64_t *mask = m_validity[column];
        return mask != nullptr && ((mask[row / 64] >> (row % 64)) & 1U) == 0;
    }
    /// The column's values; T must be the column's own type (TIMESTAMP is int64 microseconds). Null rows are
    /// undefined.
    template <typename T>
    [[nodiscard]] const T *values(std::size_t column) const
    {
        return static_cast<const T *>(m_data[column]);
    }
    /// A VARCHAR or BLOB; empty when null.
    [[nodiscard]] std::string_view text(std::size_t column, std::size_t row) const;
    /// A UUID.
    [[nodiscard]] base::Uuid uuid(std::size_t column, std::size_t row) const;
    /// A DECIMAL.
    [[nodiscard]] double decimal(std::size_t column, std::size_t row) const;
    /// A TIMESTAMP; missing when null.
    [[nodiscard]] base::Instant instant(std::size_t column, std::size_t row) const;

private:
    friend class DuckConnection;
    struct Handles;
    explicit DuckResult(std::shared_ptr<Handles> handles);

    std::shared_ptr<Handles> m_handles;
    std::vector<std::string> m_names;
    std::vector<duckdb_type> m_types;
    std::vector<void *> m_data;
    std::vector<std::uint64_t *> m_validity;
    std::size_t m_rows = 0;
};

/// One conversation with a database. Cheap; one thread at a time.
class DuckConnection final
{
public:
    ~DuckConnection();
    DuckConnection(DuckConnection &&other) noexcept;
    DuckConnection &operator=(DuckConnection &&other) noexcept;

    /// Runs one statement to its end. Fails with DuckDB's own reason, or Cancelled.
    base::Result<void> run(const std::string &sql, const std::vector<DuckValue> &parameters = {},
                           const base::CancelToken *cancel = nullptr) const;
    /// Starts one statement and hands out its rows as they are made; memory stays bounded unless SQL sorts or
    /// groups. Floating-point aggregates from SQL are not reproducible and must never enter a result.
    base::Result<DuckResult> query(const std::string &sql, const std::vector<DuckValue> &parameters = {},
                                   const base::CancelToken *cancel = nullptr) const;
    /// Like query, but refuses anything that is not one single SELECT statement.
    base::Result<DuckResult> select(const std::string &sql, const std::vector<DuckValue> &parameters = {},
                                    const base::CancelToken *cancel = nullptr) const;
    /// Whether the text is one single SELECT statement that could run; it is not run.
    base::Result<void> checkSelect(const std::string &sql) const;
    /// The first column of the first row as a whole number; 0 when there is no row.
    base::Result<std::int64_t> number(const std::string &sql,
                                      const std::vector<DuckValue> &parameters = {}) const;

    /// For what these classes do not cover (functions of our own).
    [[nodiscard]] duckdb_connection handle() const { return m_connection; }

private:
    friend class DuckDatabase;
    friend class DuckAppender;
    explicit DuckConnection(std::shared_ptr<DuckInstance> database, duckdb_connection connection);
    base::Result<void> prepare(DuckResult::Handles &handles, const std::string &sql, bool selectOnly) const;
    base::Result<DuckResult> start(const std::string &sql, const std::vector<DuckValue> &parameters,
                                   const base::CancelToken *cancel, bool selectOnly) const;

    std::shared_ptr<DuckInstance> m_database; ///< outlives the DuckDatabase while a connection is open
    duckdb_connection m_connection = nullptr;
};

/// An in-memory database with autoload, autoinstall and community extensions off. Opening takes about 10 ms.
class DuckDatabase final
{
public:
    static base::Result<DuckDatabase> open(const DuckOptions &options);
    /// Any thread.
    [[nodiscard]] base::Result<DuckConnection> connect() const;

private:
    explicit DuckDatabase(std::shared_ptr<DuckInstance> database);
    std::shared_ptr<DuckInstance> m_database;
};

/// Fills a table row by row through columnar chunks (some million values a second). One thread.
class DuckAppender final
{
public:
    /// The table's columns decide the types.
    static base::Result<DuckAppender> open(const DuckConnection &connection, const std::string &table);
    ~DuckAppender();
    DuckAppender(DuckAppender &&other) noexcept;
    DuckAppender &operator=(DuckAppender &&) = delete;

    /// T must be the column's own type (TIMESTAMP is int64 microseconds).
    template <typename T>
    void set(std::size_t column, T value)
    {
        static_cast<T *>(m_data[column])[m_row] = value;
    }
    void setText(std::size_t column, std::string_view value); ///< VARCHAR (valid UTF-8) or BLOB
    void setUuid(std::size_t column, const base::Uuid &value);
    void setInstant(std::size_t column, base::Instant value); ///< missing becomes null
    void setDouble(std::size_t column, double value);         ///< NaN becomes null
    void setNull(std::size_t column);
    /// Ends the row; every column must have been set.
    base::Result<void> endRow();
    /// Hands over what is left. Rows not closed are lost.
    base::Result<void> close();

private:
    DuckAppender() = default;
    base::Result<void> flushChunk();
    void bindVectors();

    duckdb_appender m_appender = nullptr;
    duckdb_data_chunk m_chunk = nullptr;
    std::vector<duckdb_vector> m_vectors;
    std::vector<void *> m_data;
    std::size_t m_row = 0;
    std::size_t m_capacity = 0;
};

/// A text as an SQL literal: 'it''s'. Only for names of our own (paths, columns); what users type is a
/// parameter.
std::string sqlLiteral(std::string_view text);

} // namespace core::store
