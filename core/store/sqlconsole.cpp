// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlconsole.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/consoletables.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

/// Cancels a query when the caller does or the time is over.
class Deadline final
{
public:
    Deadline(const CancelToken &caller, base::Duration time)
    {
        m_thread = std::jthread([this, caller, time](const std::stop_token &stop) {
            const auto end = std::chrono::steady_clock::now() + time;
            std::unique_lock lock(m_mutex);
            while (!stop.stop_requested()) {
                m_wake.wait_for(lock, stop, std::chrono::milliseconds(20), [] { return false; });
                const bool isLate = std::chrono::steady_clock::now() >= end;
                if (isLate)
                    m_isLate = true;
                if (isLate || caller.isCancelled())
                    m_token.cancel();
            }
        });
    }
    [[nodiscard]] const CancelToken &token() const { return m_token; }
    [[nodiscard]] bool isLate() const { return m_isLate; }

private:
    CancelToken m_token;
    std::atomic<bool> m_isLate = false;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n;";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// "EXPLAIN SELECT …" without its first word. EXPLAIN is composed here, because the engine's own would run a
/// COPY.
std::optional<std::string> withoutExplain(std::string_view sql)
{
    constexpr std::string_view word = "explain";
    if (sql.size() <= word.size() || static_cast<unsigned char>(sql[word.size()]) > ' ')
        return std::nullopt;
    const bool matches = std::equal(word.begin(), word.end(), sql.begin(), [](char a, char b) {
        return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
    });
    return matches ? std::optional(std::string(sql.substr(word.size() + 1))) : std::nullopt;
}

SqlCell wholeNumber(duckdb_hugeint value)
{
    const __int128 number = static_cast<__int128>(value.upper) << 64U | value.lower;
    if (number >= std::numeric_limits<std::int64_t>::min() &&
        number <= std::numeric_limits<std::int64_t>::max())
        return static_cast<std::int64_t>(number);
    return static_cast<double>(number);
}

using CellReader = SqlCell (*)(const DuckResult &, std::size_t, std::size_t);

template <typename T>
SqlCell integerCell(const DuckResult &rows, std::size_t column, std::size_t row)
{
    return static_cast<std::int64_t>(rows.values<T>(column)[row]);
}

template <typename T>
SqlCell numberCell(const DuckResult &rows, std::size_t column, std::size_t row)
{
    return static_cast<double>(rows.values<T>(column)[row]);
}

/// How a column of the type becomes cells; null when it does not.
CellReader readerOf(duckdb_type type)
{
    switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
        return [](const DuckResult &rows, std::size_t c, std::size_t r) -> SqlCell {
            return rows.values<bool>(c)[r];
        };
    case DUCKDB_TYPE_TINYINT:
        return &integerCell<std::int8_t>;
    case DUCKDB_TYPE_SMALLINT:
        return &integerCell<std::int16_t>;
    case DUCKDB_TYPE_INTEGER:
        return &integerCell<std::int32_t>;
    case DUCKDB_TYPE_BIGINT:
        return &integerCell<std::int64_t>;
    case DUCKDB_TYPE_UTINYINT:
        return &integerCell<std::uint8_t>;
    case DUCKDB_TYPE_USMALLINT:
        return &integerCell<std::uint16_t>;
    case DUCKDB_TYPE_UINTEGER:
        return &integerCell<std::uint32_t>;
    case DUCKDB_TYPE_UBIGINT:
        return &numberCell<std::uint64_t>;
    case DUCKDB_TYPE_FLOAT:
        return &numberCell<float>;
    case DUCKDB_TYPE_DOUBLE:
        return &numberCell<double>;
    case DUCKDB_TYPE_HUGEINT:
        return [](const DuckResult &rows, std::size_t c, std::size_t r) {
            return wholeNumber(rows.values<duckdb_hugeint>(c)[r]);
        };
    case DUCKDB_TYPE_DECIMAL:
        return [](const DuckResult &rows, std::size_t c, std::size_t r) -> SqlCell {
            return rows.decimal(c, r);
        };
    case DUCKDB_TYPE_VARCHAR:
        return [](const DuckResult &rows, std::size_t c, std::size_t r) -> SqlCell {
            return std::string(rows.text(c, r));
        };
    case DUCKDB_TYPE_BLOB:
        return [](const DuckResult &rows, std::size_t c, std::size_t r) -> SqlCell {
            const std::string_view bytes = rows.text(c, r);
            return base::toHex({reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size()});
        };
    case DUCKDB_TYPE_UUID:
        return [](const DuckResult &rows, std::size_t c, std::size_t r) -> SqlCell {
            return base::toText(rows.uuid(c, r));
        };
    case DUCKDB_TYPE_DATE:
        return [](const DuckResult &rows, std::size_t c, std::size_t r) -> SqlCell {
            return base::toIso(base::Date(std::chrono::days(rows.values<std::int32_t>(c)[r])));
        };
    case DUCKDB_TYPE_TIMESTAMP:
    case DUCKDB_TYPE_TIMESTAMP_TZ:
        return [](const DuckResult &rows, std::size_t c, std::size_t r) -> SqlCell {
            return base::toIso(rows.instant(c, r));
        };
    case DUCKDB_TYPE_SQLNULL:
        return [](const DuckResult &, std::size_t, std::size_t) -> SqlCell { return std::monostate(); };
    default:
        return nullptr;
    }
}

Result<void> deliver(DuckResult &rows, const SqlSinks &sinks)
{
    std::vector<std::string> names;
    std::vector<CellReader> readers;
    for (std::size_t i = 0; i < rows.columns(); ++i) {
        names.push_back(rows.name(i));
        readers.push_back(readerOf(rows.type(i)));
        if (readers.back() == nullptr)
            return Error{ErrorCode::BadInput,
                         Tr::tr("Column “%1” has a type that cannot be shown: write CAST(… AS VARCHAR).")
                             .arg(base::qs(names.back()))};
    }
    sinks.columns(names);
    std::vector<SqlCell> cells(names.size());
    for (;;) {
        const Result<bool> more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                cells[i] = rows.isNull(i, row) ? SqlCell() : readers[i](rows, i, row);
            if (!sinks.row(cells))
                return {};
        }
    }
}

} // namespace

SqlConsole::SqlConsole(Catalog &catalog, const Lake &lake)
    : m_catalog(catalog)
    , m_lake(lake)
{}

Result<DuckConnection> SqlConsole::prepare(const std::string &sql, const SqlLimits &limits) const
{
    const Result<ReadConnection> reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    const Result<Transaction> transaction = Transaction::beginRead(**reader); // every table of one moment
    if (!transaction)
        return transaction.error();
    const auto files = readableFiles(**reader, "");
    if (!files)
        return files.error();
    DuckOptions options;
    options.memoryMb = limits.memoryMb;
    std::vector<std::string> &allowed = options.allowedPaths.emplace();
    for (const ManifestEntry &file : *files)
        allowed.push_back(m_lake.absolute(file).string());
    const Result<DuckDatabase> duck = DuckDatabase::open(options);
    if (!duck)
        return duck.error();
    const auto made = makeConsoleTables(*duck, **reader, m_lake, *files, sql);
    if (!made)
        return made.error();
    return duck->connect();
}

Result<void> SqlConsole::run(const std::string &sql, const SqlSinks &sinks, const SqlLimits &limits,
                             const CancelToken &cancel) const
{
    std::string statement(trimmed(sql));
    if (statement.empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("There is no statement: write SELECT … FROM events, for example.")};
    const Result<DuckConnection> connection = prepare(statement, limits);
    if (!connection)
        return connection.error();
    const Deadline deadline(cancel, limits.time);
    const auto worded = [&](const Error &error) {
        if (deadline.isLate())
            return Error{ErrorCode::BadInput,
                         Tr::tr("The statement took longer than %1 seconds and was stopped: narrow it down.")
                             .arg(std::chrono::duration_cast<std::chrono::seconds>(limits.time).count())};
        if (error.code == ErrorCode::Storage)
            return Error{ErrorCode::BadInput, error.message};
        return error;
    };
    if (const auto explained = withoutExplain(statement)) {
        const auto checked = connection->checkSelect(*explained);
        if (!checked)
            return worded(checked.error());
        statement = "EXPLAIN " + *explained;
        Result<DuckResult> plan = connection->query(statement, {}, &deadline.token());
        const auto done = plan ? deliver(*plan, sinks) : Result<void>(plan.error());
        return done ? done : worded(done.error());
    }
    Result<DuckResult> rows = connection->select(statement, {}, &deadline.token());
    const auto done = rows ? deliver(*rows, sinks) : Result<void>(rows.error());
    return done ? done : worded(done.error());
}

} // namespace core::store
