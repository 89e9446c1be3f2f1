// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/csvcopy.h"

#include "core/store/duck.h"

namespace core::store {

base::Result<void> copyCsvToParquet(const std::vector<std::filesystem::path> &files,
                                    const std::filesystem::path &parquet, unsigned threads)
{
    DuckOptions options;
    options.tempFolder = parquet.parent_path();
    options.threads = threads;
    auto database = DuckDatabase::open(options);
    if (!database)
        return database.error();
    auto connection = database->connect();
    if (!connection)
        return connection.error();
    std::string list;
    for (const auto &file : files)
        list += (list.empty() ? "" : ", ") + sqlLiteral(file.string());
    return connection->run("COPY (SELECT * FROM read_csv([" + list + "])) TO " +
                           sqlLiteral(parquet.string()) + " (FORMAT parquet, COMPRESSION zstd)");
}

} // namespace core::store
