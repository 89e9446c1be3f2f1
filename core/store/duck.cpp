// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/duck.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <unistd.h>

#include <algorithm>
#include <bit>
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

constexpr std::uint64_t kSignBit = std::uint64_t{1}
                                   << 63; // DuckDB keeps UUIDs as signed integers with this bit flipped

Error duckError(const char *reason)
{
    const QString text = QString::fromUtf8(reason != nullptr ? reason : "");
    if (text.contains(QStringLiteral("No space left")) ||
        text.contains(QStringLiteral("max_temp_directory_size")))
        return Error{ErrorCode::Storage, Tr::tr("The disk is full: make room and try again. (%1)").arg(text)};
    return Error{ErrorCode::Storage, Tr::tr("The columnar engine could not do it: %1").arg(text)};
}

Error cancelledError()
{
    return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
}

std::uint64_t bigEndian(const unsigned char *bytes)
{
    std::uint64_t word = 0;
    for (int i = 0; i < 8; ++i)
        word = (word << 8) | bytes[i];
    return word;
}

void putBigEndian(std::uint64_t word, unsigned char *bytes)
{
    for (int i = 7; i >= 0; --i) {
        bytes[i] = static_cast<unsigned char>(word & 0xFFU);
        word >>= 8;
    }
}

duckdb_value makeValue(const DuckValue &value)
{
    struct Maker {
        duckdb_value operator()(std::monostate) const { return duckdb_create_null_value(); }
        duckdb_value operator()(bool v) const { return duckdb_create_bool(v); }
        duckdb_value operator()(std::int64_t v) const { return duckdb_create_int64(v); }
        duckdb_value operator()(double v) const { return duckdb_create_double(v); }
        duckdb_value operator()(const std::string &v) const
        {
            return duckdb_create_varchar_length(v.data(), v.size());
        }
        duckdb_value operator()(base::Instant v) const
        {
            return v.isValid() ? duckdb_create_timestamp(duckdb_timestamp{v.micros()})
                               : duckdb_create_null_value();
        }
        duckdb_value operator()(const base::Uuid &v) const
        {
            return duckdb_create_uuid(
                duckdb_uhugeint{bigEndian(v.bytes.data() + 8), bigEndian(v.bytes.data())});
        }
        duckdb_value operator()(const DuckBlob &v) const
        {
            return duckdb_create_blob(reinterpret_cast<const std::uint8_t *>(v.bytes.data()), v.bytes.size());
        }
        duckdb_value operator()(const std::vector<std::string> &v) const
        {
            std::vector<duckdb_value> items;
            items.reserve(v.size());
            for (const std::string &text : v)
                items.push_back(duckdb_create_varchar_length(text.data(), text.size()));
            duckdb_logical_type type = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
            duckdb_value list = duckdb_create_list_value(type, items.data(), items.size());
            duckdb_destroy_logical_type(&type);
            for (duckdb_value &item : items)
                duckdb_destroy_value(&item);
            return list;
        }
    };
    return std::visit(Maker{}, value);
}

/// Interrupts a connection while a cancel token is set; asks every 20 ms, again and again, because DuckDB
/// forgets an interrupt that comes just before a statement begins.
class InterruptOnCancel final
{
public:
    InterruptOnCancel(duckdb_connection connection, const CancelToken *token)
    {
        if (token == nullptr)
            return;
        m_thread = std::jthread([this, connection, token](const std::stop_token &stop) {
            std::unique_lock lock(m_mutex);
            while (!stop.stop_requested()) {
                m_wake.wait_for(lock, stop, std::chrono::milliseconds(20), [] { return false; });
                if (token->isCancelled() && !stop.stop_requested())
                    duckdb_interrupt(connection);
            }
        });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: joined before what it uses is gone
};

std::uint64_t defaultMemoryMb()
{
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageSize = sysconf(_SC_PAGE_SIZE);
    if (pages <= 0 || pageSize <= 0)
        return 1024;
    const std::uint64_t half =
        static_cast<std::uint64_t>(pages) / 2 * static_cast<std::uint64_t>(pageSize) / 1000000;
    return std::clamp<std::uint64_t>(half, 256, 4096);
}

} // namespace

struct DuckInstance final {
    duckdb_database handle = nullptr;

    DuckInstance() = default;
    DuckInstance(const DuckInstance &) = delete;
    DuckInstance &operator=(const DuckInstance &) = delete;
    ~DuckInstance() { duckdb_close(&handle); }
};

struct DuckResult::Handles {
    std::shared_ptr<DuckInstance> database;
    duckdb_connection connection = nullptr;
    const CancelToken *cancel = nullptr;
    duckdb_prepared_statement statement = nullptr;
    duckdb_result result{};
    duckdb_data_chunk chunk = nullptr;

    Handles() = default;
    Handles(const Handles &) = delete;
    Handles &operator=(const Handles &) = delete;
    ~Handles()
    {
        duckdb_destroy_data_chunk(&chunk);
        duckdb_destroy_result(&result);
        duckdb_destroy_prepare(&statement);
    }

    [[nodiscard]] Error error(const char *reason) const
    {
        return cancel != nullptr && cancel->isCancelled() ? cancelledError() : duckError(reason);
    }
};

DuckResult::DuckResult(std::shared_ptr<Handles> handles)
    : m_handles(std::move(handles))
{
    const idx_t count = duckdb_column_count(&m_handles->result);
    for (idx_t i = 0; i < count; ++i) {
        m_names.emplace_back(duckdb_column_name(&m_handles->result, i));
        m_types.push_back(duckdb_column_type(&m_handles->result, i));
    }
    m_data.resize(m_names.size());
    m_validity.resize(m_names.size());
}

Result<bool> DuckResult::next()
{
    duckdb_destroy_data_chunk(&m_handles->chunk);
    m_rows = 0;
    if (m_handles->cancel != nullptr && m_handles->cancel->isCancelled())
        return cancelledError();
    {
        const InterruptOnCancel watch(m_handles->connection, m_handles->cancel);
        m_handles->chunk = duckdb_fetch_chunk(m_handles->result);
    }
    if (m_handles->chunk == nullptr) {
        const char *reason = duckdb_result_error(&m_handles->result);
        if (reason != nullptr && *reason != '\0')
            return m_handles->error(reason);
        return false;
    }
    m_rows = duckdb_data_chunk_get_size(m_handles->chunk);
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        duckdb_vector vector = duckdb_data_chunk_get_vector(m_handles->chunk, i);
        m_data[i] = duckdb_vector_get_data(vector);
        m_validity[i] = duckdb_vector_get_validity(vector);
    }
    return m_rows > 0;
}

std::string_view DuckResult::text(std::size_t column, std::size_t row) const
{
    if (isNull(column, row))
        return {};
    auto *string = static_cast<duckdb_string_t *>(m_data[column]) + row;
    return {duckdb_string_t_data(string), duckdb_string_t_length(*string)};
}

base::Uuid DuckResult::uuid(std::size_t column, std::size_t row) const
{
    const duckdb_hugeint value = values<duckdb_hugeint>(column)[row];
    base::Uuid id;
    putBigEndian(static_cast<std::uint64_t>(value.upper) ^ kSignBit, id.bytes.data());
    putBigEndian(value.lower, id.bytes.data() + 8);
    return id;
}

double DuckResult::decimal(std::size_t column, std::size_t row) const
{
    duckdb_logical_type type = duckdb_column_logical_type(&m_handles->result, column);
    duckdb_decimal number{duckdb_decimal_width(type), duckdb_decimal_scale(type), {}};
    const duckdb_type stored = duckdb_decimal_internal_type(type);
    duckdb_destroy_logical_type(&type);
    std::int64_t small = 0;
    if (stored == DUCKDB_TYPE_HUGEINT)
        number.value = values<duckdb_hugeint>(column)[row];
    else if (stored == DUCKDB_TYPE_BIGINT)
        small = values<std::int64_t>(column)[row];
    else if (stored == DUCKDB_TYPE_INTEGER)
        small = values<std::int32_t>(column)[row];
    else
        small = values<std::int16_t>(column)[row];
    if (stored != DUCKDB_TYPE_HUGEINT)
        number.value = {static_cast<std::uint64_t>(small), small < 0 ? -1 : 0};
    return duckdb_decimal_to_double(number);
}

base::Instant DuckResult::instant(std::size_t column, std::size_t row) const
{
    return isNull(column, row) ? base::Instant() : base::Instant(values<std::int64_t>(column)[row]);
}

DuckConnection::DuckConnection(std::shared_ptr<DuckInstance> database, duckdb_connection connection)
    : m_database(std::move(database))
    , m_connection(connection)
{}

DuckConnection::~DuckConnection()
{
    duckdb_disconnect(&m_connection);
}

DuckConnection::DuckConnection(DuckConnection &&other) noexcept
    : m_database(std::move(other.m_database))
    , m_connection(std::exchange(other.m_connection, nullptr))
{}

DuckConnection &DuckConnection::operator=(DuckConnection &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_connection, other.m_connection);
    return *this;
}

Result<void> DuckConnection::prepare(DuckResult::Handles &handles, const std::string &sql,
                                     bool selectOnly) const
{
    duckdb_extracted_statements extracted = nullptr;
    const idx_t count = duckdb_extract_statements(m_connection, sql.c_str(), &extracted);
    if (count != 1) {
        const char *reason = duckdb_extract_statements_error(extracted);
        Error error =
            count == 0 && reason != nullptr
                ? duckError(reason)
                : Error{ErrorCode::BadInput, Tr::tr("Give one single statement, not %1.").arg(count)};
        duckdb_destroy_extracted(&extracted);
        return error;
    }
    const duckdb_state prepared =
        duckdb_prepare_extracted_statement(m_connection, extracted, 0, &handles.statement);
    duckdb_destroy_extracted(&extracted);
    if (prepared == DuckDBError)
        return handles.error(duckdb_prepare_error(handles.statement));
    if (selectOnly && duckdb_prepared_statement_type(handles.statement) != DUCKDB_STATEMENT_TYPE_SELECT)
        return Error{ErrorCode::BadInput, Tr::tr("Only SELECT statements can be run here.")};
    return {};
}

Result<DuckResult> DuckConnection::start(const std::string &sql, const std::vector<DuckValue> &parameters,
                                         const CancelToken *cancel, bool selectOnly) const
{
    auto handles = std::make_shared<DuckResult::Handles>();
    handles->database = m_database;
    handles->connection = m_connection;
    handles->cancel = cancel;
    if (cancel != nullptr && cancel->isCancelled())
        return cancelledError();
    const auto prepared = prepare(*handles, sql, selectOnly);
    if (!prepared)
        return prepared.error();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        duckdb_value value = makeValue(parameters[i]);
        const duckdb_state bound = duckdb_bind_value(handles->statement, i + 1, value);
        duckdb_destroy_value(&value);
        if (bound == DuckDBError)
            return handles->error(duckdb_prepare_error(handles->statement));
    }
    const InterruptOnCancel watch(m_connection, cancel);
    duckdb_pending_result pending = nullptr;
    if (duckdb_pending_prepared_streaming(handles->statement, &pending) == DuckDBError) {
        Error error = handles->error(duckdb_pending_error(pending));
        duckdb_destroy_pending(&pending);
        return error;
    }
    const duckdb_state state = duckdb_execute_pending(pending, &handles->result);
    duckdb_destroy_pending(&pending);
    if (state == DuckDBError)
        return handles->error(duckdb_result_error(&handles->result));
    return DuckResult(std::move(handles));
}

Result<DuckResult> DuckConnection::query(const std::string &sql, const std::vector<DuckValue> &parameters,
                                         const CancelToken *cancel) const
{
    return start(sql, parameters, cancel, false);
}

Result<DuckResult> DuckConnection::select(const std::string &sql, const std::vector<DuckValue> &parameters,
                                          const CancelToken *cancel) const
{
    return start(sql, parameters, cancel, true);
}

Result<void> DuckConnection::checkSelect(const std::string &sql) const
{
    DuckResult::Handles handles;
    handles.database = m_database;
    handles.connection = m_connection;
    return prepare(handles, sql, true);
}

Result<void> DuckConnection::run(const std::string &sql, const std::vector<DuckValue> &parameters,
                                 const CancelToken *cancel) const
{
    Result<DuckResult> result = start(sql, parameters, cancel, false);
    if (!result)
        return result.error();
    for (;;) {
        const Result<bool> more = result->next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
    }
}

Result<std::int64_t> DuckConnection::number(const std::string &sql,
                                            const std::vector<DuckValue> &parameters) const
{
    Result<DuckResult> result = query("SELECT CAST((" + sql + ") AS BIGINT)", parameters);
    if (!result)
        return result.error();
    const Result<bool> more = result->next();
    if (!more)
        return more.error();
    return *more && !result->isNull(0, 0) ? result->values<std::int64_t>(0)[0] : 0;
}

DuckDatabase::DuckDatabase(std::shared_ptr<DuckInstance> database)
    : m_database(std::move(database))
{}

Result<DuckDatabase> DuckDatabase::open(const DuckOptions &options)
{
    const unsigned threads =
        options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    const std::uint64_t memory = options.memoryMb != 0 ? options.memoryMb : defaultMemoryMb();
    std::vector<std::pair<const char *, std::string>> settings{
        {"threads", std::to_string(threads)},
        {"memory_limit", std::to_string(memory) + "MB"},
        {"autoinstall_known_extensions", "false"},
        {"autoload_known_extensions", "false"},
        {"allow_community_extensions", "false"},
        {"allow_persistent_secrets", "false"},
        {"temp_directory", options.tempFolder.string()},
    };
    if (options.tempFolder.empty())
        settings.emplace_back("max_temp_directory_size", "0KB");
    auto database = std::make_shared<DuckInstance>();
    duckdb_config config = nullptr;
    duckdb_create_config(&config);
    for (const auto &[name, value] : settings) {
        if (duckdb_set_config(config, name, value.c_str()) == DuckDBError) {
            duckdb_destroy_config(&config);
            return Error{ErrorCode::Internal,
                         Tr::tr("The columnar engine does not know the setting %1.").arg(base::qs(name))};
        }
    }
    char *reason = nullptr;
    const duckdb_state state = duckdb_open_ext(nullptr, &database->handle, config, &reason);
    duckdb_destroy_config(&config);
    if (state == DuckDBError) {
        const Error error = duckError(reason);
        duckdb_free(reason);
        return error;
    }
    DuckDatabase opened(std::move(database));
    if (options.allowedPaths) {
        const Result<DuckConnection> connection = opened.connect();
        if (!connection)
            return connection.error();
        std::string list;
        for (const std::string &path : *options.allowedPaths)
            list += (list.empty() ? "" : ", ") + sqlLiteral(path);
        for (const std::string &sql :
             {"SET allowed_paths = [" + list + "]", std::string("SET enable_external_access = false"),
              std::string("SET lock_configuration = true")}) {
            const Result<void> done = connection->run(sql);
            if (!done)
                return done.error();
        }
    }
    return opened;
}

Result<DuckConnection> DuckDatabase::connect() const
{
    duckdb_connection connection = nullptr;
    if (duckdb_connect(m_database->handle, &connection) == DuckDBError)
        return Error{ErrorCode::Storage, Tr::tr("The columnar engine gave no connection.")};
    return DuckConnection(m_database, connection);
}

Result<DuckAppender> DuckAppender::open(const DuckConnection &connection, const std::string &table)
{
    DuckAppender appender;
    if (duckdb_appender_create(connection.m_connection, nullptr, table.c_str(), &appender.m_appender) ==
        DuckDBError)
        return duckError(duckdb_appender_error(appender.m_appender));
    const idx_t count = duckdb_appender_column_count(appender.m_appender);
    std::vector<duckdb_logical_type> types;
    for (idx_t i = 0; i < count; ++i)
        types.push_back(duckdb_appender_column_type(appender.m_appender, i));
    appender.m_chunk = duckdb_create_data_chunk(types.data(), types.size());
    for (duckdb_logical_type &type : types)
        duckdb_destroy_logical_type(&type);
    appender.m_capacity = duckdb_vector_size();
    appender.m_vectors.resize(count);
    appender.m_data.resize(count);
    appender.bindVectors();
    return appender;
}

DuckAppender::DuckAppender(DuckAppender &&other) noexcept
    : m_appender(std::exchange(other.m_appender, nullptr))
    , m_chunk(std::exchange(other.m_chunk, nullptr))
    , m_vectors(std::move(other.m_vectors))
    , m_data(std::move(other.m_data))
    , m_row(other.m_row)
    , m_capacity(other.m_capacity)
{}

DuckAppender::~DuckAppender()
{
    duckdb_destroy_data_chunk(&m_chunk);
    duckdb_appender_destroy(&m_appender);
}

void DuckAppender::bindVectors()
{
    for (std::size_t i = 0; i < m_vectors.size(); ++i) {
        m_vectors[i] = duckdb_data_chunk_get_vector(m_chunk, i);
        m_data[i] = duckdb_vector_get_data(m_vectors[i]);
    }
}

void DuckAppender::setText(std::size_t column, std::string_view value)
{
    duckdb_vector_assign_string_element_len(m_vectors[column], m_row, value.data(), value.size());
}

void DuckAppender::setUuid(std::size_t column, const base::Uuid &value)
{
    set(column, duckdb_hugeint{bigEndian(value.bytes.data() + 8),
                               static_cast<std::int64_t>(bigEndian(value.bytes.data()) ^ kSignBit)});
}

void DuckAppender::setInstant(std::size_t column, base::Instant value)
{
    if (value.isValid())
        set(column, value.micros());
    else
        setNull(column);
}

void DuckAppender::setDouble(std::size_t column, double value)
{
    if (value == value)
        set(column, value);
    else
        setNull(column);
}

void DuckAppender::setNull(std::size_t column)
{
    duckdb_vector_ensure_validity_writable(m_vectors[column]);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(m_vectors[column]), m_row);
}

Result<void> DuckAppender::endRow()
{
    if (++m_row < m_capacity)
        return {};
    return flushChunk();
}

Result<void> DuckAppender::flushChunk()
{
    if (m_row == 0)
        return {};
    duckdb_data_chunk_set_size(m_chunk, m_row);
    m_row = 0;
    if (duckdb_append_data_chunk(m_appender, m_chunk) == DuckDBError)
        return duckError(duckdb_appender_error(m_appender));
    duckdb_data_chunk_reset(m_chunk);
    bindVectors();
    return {};
}

Result<void> DuckAppender::close()
{
    const Result<void> flushed = flushChunk();
    if (!flushed)
        return flushed;
    if (duckdb_appender_close(m_appender) == DuckDBError)
        return duckError(duckdb_appender_error(m_appender));
    return {};
}

std::string sqlLiteral(std::string_view text)
{
    std::string literal = "'";
    for (const char c : text) {
        literal += c;
        if (c == '\'')
            literal += c;
    }
    return literal + "'";
}

} // namespace core::store
