// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/foreignparquet.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/duck.h"

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::size_t kPiece = 100'000;
constexpr std::uint64_t kMemoryMb = 1024;

void addCell(std::string &text, std::string_view cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        text += cell;
        return;
    }
    text += '"';
    for (const char c : cell) {
        if (c == '"')
            text += '"';
        text += c;
    }
    text += '"';
}

} // namespace

Result<void> readForeignParquet(const std::filesystem::path &file,
                                const std::function<Result<void>(std::string_view)> &piece)
{
    const auto unreadable = [&file](const Error &error) {
        return Error{ErrorCode::BadInput, Tr::tr("%1 is not a Parquet file that can be read: %2")
                                              .arg(qs(file.filename().string()), error.message)};
    };
    DuckOptions options;
    options.threads = 1;
    options.memoryMb = kMemoryMb;
    auto database = DuckDatabase::open(options);
    if (!database)
        return database.error();
    auto connection = database->connect();
    if (!connection)
        return connection.error();
    if (auto set = connection->run("SET TimeZone = 'UTC'"); !set)
        return set;
    auto rows = connection->query(
        "SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(?, hive_partitioning = false)",
        {std::vector<std::string>{file.string()}});
    if (!rows)
        return unreadable(rows.error());
    std::string text;
    for (std::size_t column = 0; column < rows->columns(); ++column) {
        if (column > 0)
            text += ',';
        addCell(text, rows->name(column));
    }
    text += '\n';
    while (true) {
        auto more = rows->next();
        if (!more)
            return unreadable(more.error());
        if (!*more)
            break;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            for (std::size_t column = 0; column < rows->columns(); ++column) {
                if (column > 0)
                    text += ',';
                addCell(text, rows->text(column, row));
            }
            text += '\n';
            if (text.size() >= kPiece) {
                auto taken = piece(text);
                if (!taken)
                    return taken;
                text.clear();
            }
        }
    }
    return piece(text);
}

} // namespace core::store
