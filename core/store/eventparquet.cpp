// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventparquet.h"

#include "core/store/duck.h"
#include "core/store/eventrow.h"
#include "core/store/files.h"

namespace core::store {

using base::Result;

namespace {

/// Collects the rows in `connection`'s table "exported".
Result<std::uint64_t> collect(const DuckConnection &connection, const domain::EventReader &reader,
                              const domain::EventQuery &query, const base::CancelToken &cancel)
{
    Result<void> done = connection.run("CREATE TABLE exported (" + std::string(kEventTable) + ")");
    if (!done)
        return done.error();
    Result<DuckAppender> appender = DuckAppender::open(connection, "exported");
    if (!appender)
        return appender.error();
    std::uint64_t count = 0;
    const Result<void> read = reader.read(
        query,
        [&](const domain::Event &event) {
            setEvent(*appender, 0, event);
            done = appender->endRow();
            ++count;
            return done.ok();
        },
        cancel);
    if (!read)
        return read.error();
    if (!done)
        return done.error();
    done = appender->close();
    if (!done)
        return done.error();
    return count;
}

} // namespace

base::Result<std::uint64_t> writeEventParquet(const domain::EventReader &reader,
                                              const domain::EventQuery &query,
                                              const std::filesystem::path &file,
                                              const base::CancelToken &cancel)
{
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    const std::filesystem::path temporary = temporaryName(folder);
    DuckOptions options;
    options.tempFolder = temporary.string() + ".spill";
    const auto sweep = [&] {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        std::filesystem::remove_all(options.tempFolder, ignored);
    };
    const auto write = [&]() -> Result<std::uint64_t> {
        const Result<DuckDatabase> duck = DuckDatabase::open(options);
        if (!duck)
            return duck.error();
        const Result<DuckConnection> connection = duck->connect();
        if (!connection)
            return connection.error();
        const Result<std::uint64_t> count = collect(*connection, reader, query, cancel);
        if (!count)
            return count;
        // rowid keeps the order of the query
        const Result<void> copied =
            connection->run("COPY (SELECT * EXCLUDE (folded) FROM exported ORDER BY rowid) TO " +
                                sqlLiteral(temporary.string()) + " (FORMAT parquet, COMPRESSION zstd)",
                            {}, &cancel);
        if (!copied)
            return copied.error();
        return count;
    };
    const Result<std::uint64_t> count = write();
    const Result<void> published = count ? publishFile(temporary, file) : Result<void>();
    sweep();
    if (!published)
        return published.error();
    return count;
}

} // namespace core::store
