// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite as values: a connection with the house settings, statements, transactions; every failure is one
// sentence.
#pragma once

#include "core/base/result.h"

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace core::store {

/// A bound that nothing in an integer column is beyond: of instants, of seq.
inline constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();

class Database;

/// A prepared statement, handed back to its connection's cache when it goes. It belongs to one thread at a
/// time and must not outlive its Database.
class Statement final
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    /// Binds by position, from 1. A failed bind is reported by the next step().
    template <std::integral T>
    Statement &bind(int position, T value)
    {
        return bindInteger(position, static_cast<std::int64_t>(value));
    }
    Statement &bind(int position, double value);          ///< NaN becomes NULL
    Statement &bind(int position, std::string_view text); ///< copied
    Statement &bind(int position, const char *text) { return bind(position, std::string_view(text)); }
    Statement &bind(int position, std::span<const unsigned char> blob); ///< copied
    /// Not copied: the bytes must stay until the next reset(). For loops that bind millions of rows.
    Statement &bindView(int position, std::string_view text);
    Statement &bindView(int position, std::span<const unsigned char> blob);
    Statement &bindNull(int position);

    /// True: there is a row to read; false: done.
    base::Result<bool> step();
    /// Steps to the end and makes the statement ready for the next binds.
    base::Result<void> run();
    /// Ready to be stepped again; bound values stay.
    void reset();

    /// Columns of the present row, from 0. Views last until the next step() or reset().
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double number(int column) const; ///< NaN for NULL
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const unsigned char> blob(int column) const;
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] std::string_view columnName(int column) const;

    [[nodiscard]] sqlite3_stmt *handle() const { return m_statement; }

private:
    friend class Database;
    Statement(Database *database, sqlite3_stmt *statement)
        : m_database(database)
        , m_statement(statement)
    {}
    Statement &bindInteger(int position, std::int64_t value);
    void noteBind(int code);

    Database *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    int m_bindError = 0;
};

/// One connection. One thread at a time.
class Database final
{
public:
    enum class Access { ReadOnly, ReadWrite, Create };

    /// Opens a file with the house settings: WAL, synchronous=FULL, page checksums (checksumvfs.h), foreign
    /// keys, no trust in the schema, no extensions. Fails with a sentence when it is missing, locked,
    /// read-only or damaged.
    static base::Result<std::unique_ptr<Database>> open(const std::filesystem::path &file, Access access);

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// Runs one or more statements that return nothing.
    base::Result<void> execute(std::string_view sql);
    /// A statement from the cache, or a new one. Fails with SQLite's reason when the SQL is wrong.
    base::Result<Statement> prepare(std::string_view sql);
    /// The first column of the first row, or nothing when there is no row.
    base::Result<std::optional<std::int64_t>> queryInteger(std::string_view sql);

    [[nodiscard]] std::int64_t lastInsertId() const;
    /// Rows the last statement changed.
    [[nodiscard]] std::int64_t changes() const;
    /// Makes the statement that runs fail with Cancelled. Any thread.
    void interrupt();

    /// Copies the whole database, as of one moment, into a new file beside running writers (SQLite's backup
    /// API).
    base::Result<void> copyTo(const std::filesystem::path &file);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    /// The sentence for a result code of this connection.
    [[nodiscard]] base::Error errorFor(int code) const;

private:
    friend class Statement;
    Database() = default;
    void giveBack(sqlite3_stmt *statement);

    std::filesystem::path m_path;
    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string, std::vector<sqlite3_stmt *>> m_idle; ///< by SQL text
    std::size_t m_idleCount = 0;
};

/// A transaction that is rolled back unless it is committed. A writing one begins IMMEDIATE, so that it
/// cannot fail later for want of the lock; a reading one sees one state of the catalog from its first
/// statement on.
class Transaction final
{
public:
    static base::Result<Transaction> beginWrite(Database &database);
    static base::Result<Transaction> beginRead(Database &database);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// On failure everything is rolled back.
    base::Result<void> commit();

private:
    explicit Transaction(Database *database)
        : m_database(database)
    {}

    Database *m_database;
};

/// The sentence and code for a result code of SQLite on a file.
base::Error sqliteError(int code, const std::filesystem::path &file, std::string_view detail);

} // namespace core::store
