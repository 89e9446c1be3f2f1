// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/peers.h"

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
