// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/peers.h"

#include "core/base/tr.h"
#include "core/store/duck.h"
#include "core/store/eventrow.h"

namespace core::store {

using base::Result;

namespace {

Result<std::uint64_t> countRows(const std::string &sql, const std::vector<DuckValue> &values)
{
    const Result<DuckDatabase> duck = DuckDatabase::open({});
    if (!duck)
        return duck.error();
    const Result<DuckConnection> connection = duck->connect();
    if (!connection)
        return connection.error();
    Result<DuckResult> rows = connection->query(sql, values);
    if (!rows)
        return rows.error();
    std::uint64_t count = 0;
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return count;
        count += rows->rows();
    }
}

} // namespace

Result<std::uint64_t> countBySourceBare(const std::vector<std::string> &files)
{
    return countRows("SELECT source, count(*) FROM read_parquet($1, hive_partitioning = false) GROUP BY "
                     "source ORDER BY source",
                     {files});
}

Result<std::uint64_t> firstPageBare(const std::vector<std::string> &files, double low,
                                    const std::string &phrase, std::uint64_t limit)
{
    const std::string condition = phrase.empty() ? "value >= $2" : "contains(lower(text), $2)";
    const DuckValue value = phrase.empty() ? DuckValue(low) : DuckValue(phrase);
    return countRows("SELECT " + std::string(kEventColumns) +
                         " FROM read_parquet($1, hive_partitioning = false) WHERE " + condition +
                         " ORDER BY timestamp DESC, id DESC, revision DESC LIMIT " + std::to_string(limit),
                     {files, value});
}

Result<void> readTableBare(const std::filesystem::path &file, unsigned columns, std::uint64_t rows)
{
    DuckOptions options;
    options.threads = 1;
    const Result<DuckDatabase> duck = DuckDatabase::open(options);
    if (!duck)
        return duck.error();
    const Result<DuckConnection> connection = duck->connect();
    if (!connection)
        return connection.error();
    std::string names;
    for (unsigned column = 0; column < columns; ++column)
        names += (column == 0 ? "'c" : ", 'c") + std::to_string(column) + "': 'VARCHAR'";
    if (auto made = connection->run("CREATE TABLE peer AS SELECT * FROM read_csv(" + sqlLiteral(file.string()) +
                                    ", delim = '\t', header = false, quote = '', escape = '', auto_detect = false, "
                                    "columns = {" + names + "})");
        !made)
        return made;
    Result<DuckResult> counted = connection->query("SELECT c0 FROM peer", {});
    if (!counted)
        return counted.error();
    std::uint64_t read = 0;
    for (auto more = counted->next(); more && *more; more = counted->next())
        read += counted->rows();
    return read == rows ? Result<void>()
                        : Result<void>(base::Error{base::ErrorCode::Internal,
                                                   base::Tr::tr("DuckDB read %1 rows of %2.").arg(read).arg(rows)});
}

Result<void> insertBare(const std::filesystem::path &file,
                        const std::function<std::span<const domain::Event>()> &next,
                        const std::function<void(std::uint64_t)> &committed)
{
    const Result<DuckDatabase> duck = DuckDatabase::open({});
    if (!duck)
        return duck.error();
    const Result<DuckConnection> connection = duck->connect();
    if (!connection)
        return connection.error();
    auto done = connection->run("ATTACH " + sqlLiteral(file.string()) + " AS peer");
    if (done)
        done = connection->run("CREATE TABLE peer.events(" + std::string(kEventTable) + ")");
    if (done)
        done = connection->run("USE peer");
    std::uint64_t rows = 0;
    while (done) {
        const std::span<const domain::Event> events = next();
        if (events.empty())
            break;
        done = connection->run("BEGIN TRANSACTION");
        Result<DuckAppender> appender = DuckAppender::open(*connection, "events");
        if (!appender)
            return appender.error();
        for (const domain::Event &event : events) {
            setEvent(*appender, 0, event);
            if (done)
                done = appender->endRow();
        }
        if (done)
            done = appender->close();
        if (done)
            done = connection->run("COMMIT");
        rows += events.size();
        committed(rows);
    }
    return done;
}

} // namespace core::store
