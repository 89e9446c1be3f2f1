// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/checksumvfs.h"
#include "core/store/files.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::size_t kIdleStatements = 128;
constexpr int kBusyTimeoutMs = 10'000;

} // namespace

Error sqliteError(int code, const std::filesystem::path &file, std::string_view detail)
{
    const QString name = qs(file.string());
    if (code == SQLITE_IOERR_DATA)
        return {ErrorCode::Corrupt, Tr::tr("“%1” is damaged: a page does not match its checksum. Run "
                                           "“workspace verify”, then restore a backup.")
                                        .arg(name)};
    switch (code == SQLITE_IOERR_SHMSIZE ? SQLITE_FULL : code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::Storage, Tr::tr("The disk that holds “%1” is full: free some space and try again. "
                                           "Nothing that was stored is lost.")
                                        .arg(name)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Storage,
                Tr::tr("“%1” has been in use by another program for 10 seconds: try again when it is done.")
                    .arg(name)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::Storage,
                Tr::tr("“%1” cannot be written: check its permissions and its folder’s.").arg(name)};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Storage,
                Tr::tr("“%1” cannot be opened: check that it exists and its permissions.").arg(name)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupt,
                Tr::tr("“%1” is damaged or is not a catalog: run “workspace verify”, then restore a backup.")
                    .arg(name)};
    case SQLITE_IOERR:
        return {ErrorCode::Storage,
                Tr::tr("“%1” could not be read or written: the disk reports an error (%2).")
                    .arg(name, qs(detail))};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, Tr::tr("The work was cancelled.")};
    case SQLITE_NOMEM:
        return {ErrorCode::Storage, Tr::tr("There is not enough memory to work on “%1”.").arg(name)};
    default:
        return {ErrorCode::Internal,
                Tr::tr("The catalog “%1” refused a statement: %2.").arg(name, qs(detail))};
    }
}

// ---- Statement

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bindError(other.m_bindError)
{}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement()
{
    if (m_statement)
        m_database->giveBack(m_statement);
}

void Statement::noteBind(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

Statement &Statement::bindInteger(int position, std::int64_t value)
{
    noteBind(sqlite3_bind_int64(m_statement, position, value));
    return *this;
}

Statement &Statement::bind(int position, double value)
{
    noteBind(std::isnan(value) ? sqlite3_bind_null(m_statement, position)
                               : sqlite3_bind_double(m_statement, position, value));
    return *this;
}

Statement &Statement::bind(int position, std::string_view text)
{
    noteBind(sqlite3_bind_text64(m_statement, position, text.empty() ? "" : text.data(), text.size(),
                                 SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bind(int position, std::span<const unsigned char> blob)
{
    const unsigned char empty = 0;
    noteBind(sqlite3_bind_blob64(m_statement, position, blob.empty() ? &empty : blob.data(), blob.size(),
                                 SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bindView(int position, std::string_view text)
{
    noteBind(sqlite3_bind_text64(m_statement, position, text.empty() ? "" : text.data(), text.size(),
                                 SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindView(int position, std::span<const unsigned char> blob)
{
    static constexpr unsigned char empty = 0;
    noteBind(sqlite3_bind_blob64(m_statement, position, blob.empty() ? &empty : blob.data(), blob.size(),
                                 SQLITE_STATIC));
    return *this;
}

Statement &Statement::bindNull(int position)
{
    noteBind(sqlite3_bind_null(m_statement, position));
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return m_database->errorFor(std::exchange(m_bindError, SQLITE_OK));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Error error = m_database->errorFor(sqlite3_extended_errcode(m_database->handle()));
    sqlite3_reset(m_statement);
    return error;
}

Result<void> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (!row)
            return row.error();
        if (!*row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::number(int column) const
{
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN()
                          : sqlite3_column_double(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes
               ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
               : std::string_view();
}

std::span<const unsigned char> Statement::blob(int column) const
{
    const auto *bytes = static_cast<const unsigned char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) : 0};
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

std::string_view Statement::columnName(int column) const
{
    return sqlite3_column_name(m_statement, column);
}

// ---- Database

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file, Access access)
{
    registerChecksumVfs();
    std::unique_ptr<Database> database(new Database);
    database->m_path = file;
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (access == Access::ReadOnly    ? SQLITE_OPEN_READONLY
                       : access == Access::ReadWrite ? SQLITE_OPEN_READWRITE
                                                     : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // SQLite would open it all the same and leave a log beside it that no one may write to either
    if (access == Access::ReadWrite && ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0 &&
        errno != ENOENT)
        return sqliteError(SQLITE_READONLY, file, {});
    const int code = sqlite3_open_v2(file.c_str(), &database->m_handle, flags, kChecksumVfs);
    if (code != SQLITE_OK)
        return sqliteError(code, file, database->m_handle ? sqlite3_errmsg(database->m_handle) : "");
    sqlite3 *handle = database->m_handle;
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    // The log and its index stay when the last one closes: a full disk has no room to make them again, and
    // the catalog could not even be read.
    int stays = 1;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &stays);
    if (access == Access::Create) {
        int reserved = 8;
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
        if (auto made = database->execute("PRAGMA page_size=4096"); !made)
            return made.error();
    }
    // secure_delete (Debian's default) rewrites freed pages with zeros; the catalog keeps no secrets
    if (auto set = database->execute(
            "PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
            "PRAGMA secure_delete=OFF; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=20000;"
            "PRAGMA journal_size_limit=100000000;" // and emptied at the end
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000");
        !set)
        return set.error();
    if (access != Access::ReadOnly) {
        auto mode = database->prepare("PRAGMA journal_mode=WAL");
        if (!mode)
            return mode.error();
        const auto row = mode->step();
        if (!row)
            return row.error();
        if (mode->text(0) != "wal")
            return Error{ErrorCode::Storage, Tr::tr("“%1” cannot use a write-ahead log: keep the workspace "
                                                    "on a local disk that you may write to.")
                                                 .arg(qs(file.string()))};
    } else if (auto seen = database->queryInteger("SELECT count(*) FROM sqlite_schema"); !seen) {
        return seen.error(); // reads page 1: a foreign or damaged file is refused here, not later
    }
    return database;
}

Database::~Database()
{
    for (auto &[sql, statements] : m_idle) {
        for (sqlite3_stmt *statement : statements)
            sqlite3_finalize(statement);
    }
    sqlite3_close_v2(m_handle);
}

Error Database::errorFor(int code) const
{
    const int reason = m_handle ? sqlite3_system_errno(m_handle) : 0;
    if ((code & 0xff) == SQLITE_IOERR && (reason == ENOSPC || reason == EDQUOT))
        return fileError(m_path, reason);
    return sqliteError(code, m_path, m_handle ? sqlite3_errmsg(m_handle) : "");
}

Result<void> Database::execute(std::string_view sql)
{
    const std::string text(sql);
    if (const int code = sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        return errorFor(code);
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    if (const auto idle = m_idle.find(std::string(sql)); idle != m_idle.end() && !idle->second.empty()) {
        sqlite3_stmt *statement = idle->second.back();
        idle->second.pop_back();
        --m_idleCount;
        return Statement(this, statement);
    }
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return errorFor(code);
    return Statement(this, statement);
}

Result<std::optional<std::int64_t>> Database::queryInteger(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row || statement->isNull(0))
        return std::optional<std::int64_t>();
    return std::optional<std::int64_t>(statement->integer(0));
}

void Database::giveBack(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    const char *sql = sqlite3_sql(statement);
    if (!sql || m_idleCount >= kIdleStatements) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_clear_bindings(statement);
    m_idle[sql].push_back(statement);
    ++m_idleCount;
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle);
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Result<void> Database::copyTo(const std::filesystem::path &file)
{
    // Made by us, so that it is the user's alone from the first byte on.
    const int made =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (made < 0)
        return sqliteError(SQLITE_CANTOPEN, file, {});
    ::close(made);
    std::unique_ptr<Database> target(new Database);
    target->m_path = file;
    int code = sqlite3_open_v2(file.c_str(), &target->m_handle,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                                   SQLITE_OPEN_EXRESCODE,
                               kChecksumVfs);
    if (code != SQLITE_OK)
        return target->errorFor(code);
    sqlite3_backup *backup = sqlite3_backup_init(target->m_handle, "main", m_handle, "main");
    if (!backup)
        return target->errorFor(sqlite3_extended_errcode(target->m_handle));
    code = sqlite3_backup_step(backup, -1); // all pages in one step: one state, whatever writers do meanwhile
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return target->errorFor(code);
    if (finished != SQLITE_OK)
        return target->errorFor(finished);
    // one file without a log beside it
    return target->execute("PRAGMA journal_mode=DELETE");
}

// ---- Transaction

Result<Transaction> Transaction::beginWrite(Database &database)
{
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(&database);
}

Result<Transaction> Transaction::beginRead(Database &database)
{
    if (auto begun = database.execute("BEGIN"); !begun)
        return begun.error();
    return Transaction(&database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{}

Transaction::~Transaction()
{
    if (m_database && !sqlite3_get_autocommit(m_database->handle()))
        static_cast<void>(m_database->execute("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    auto done = m_database->execute("COMMIT");
    if (!done && !sqlite3_get_autocommit(m_database->handle()))
        static_cast<void>(m_database->execute("ROLLBACK"));
    m_database = nullptr;
    return done;
}

} // namespace core::store
