// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/consoletables.h"

#include "core/base/ascii.h"
#include "core/store/eventrow.h"
#include "core/store/eventscope.h"
#include "core/store/liveticks.h"

#include <map>

namespace core::store {

using base::Result;

namespace {

/// Tables of the catalog that are shown as they are.
constexpr const char *kCatalogTables[]{
    "relationships", "runs",          "families",        "family_axes", "trials",
    "unseals",       "instruments",   "actions",         "artifacts",   "manifest",
    "bar_sources",   "tick_days",     "settings",        "watchlists",  "watchlist_symbols",
    "lives",         "forward_steps", "forward_starts",  "schedules",   "schedule_runs",
    "walks",         "links",         "instrument_names"};

bool mentions(const std::string &statement, std::string_view table)
{
    return base::lowerCase(statement).find(table) != std::string::npos;
}

std::string literalOf(const DuckValue &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    if (const auto *text = std::get_if<std::string>(&value))
        return sqlLiteral(*text);
    if (const auto *moment = std::get_if<base::Instant>(&value))
        return "make_timestamp(" + std::to_string(moment->micros()) + ")";
    std::string list = "[";
    if (const auto *texts = std::get_if<std::vector<std::string>>(&value)) {
        for (const std::string &text : *texts)
            list += (list.size() > 1 ? ", " : "") + sqlLiteral(text);
    }
    return list + "]";
}

/// A view takes no parameters; these are paths and numbers of our own.
std::string inlined(const std::string &sql, const Parameters &parameters)
{
    std::string result;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (sql[at] != '$') {
            result += sql[at];
            continue;
        }
        std::size_t number = 0;
        while (at + 1 < sql.size() && sql[at + 1] >= '0' && sql[at + 1] <= '9')
            number = number * 10 + static_cast<std::size_t>(sql[++at] - '0');
        result += literalOf(parameters.values().at(number - 1));
    }
    return result;
}

Result<void> makeEvents(const DuckDatabase &duck, const DuckConnection &connection, Database &database,
                        const Lake &lake, const std::vector<ManifestEntry> &files)
{
    Result<std::unique_ptr<EventMirror>> mirror = EventMirror::create(duck);
    if (!mirror)
        return mirror.error();
    EventScope scope;
    Result<HotView> hot = (*mirror)->catchUp(database);
    if (!hot)
        return hot.error();
    scope.hot = std::move(hot).value();
    scope.snapshot = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    for (const ManifestEntry &file : files) {
        if (file.kind == "events" && !file.history)
            scope.files.push_back(file);
    }
    Parameters parameters;
    const std::string relation = relationSql(scope, {}, lake, kEventColumns, parameters);
    return connection.run("CREATE VIEW events AS SELECT * EXCLUDE (folded) FROM (" +
                          inlined(relation, parameters) + ")");
}

/// Bars of every interval; of a bar with several versions the one in force.
Result<void> makeBars(const DuckConnection &connection, const Lake &lake,
                      const std::vector<ManifestEntry> &files)
{
    Parameters parameters;
    std::vector<std::string> paths;
    for (const ManifestEntry &file : files) {
        if (file.kind == "bars")
            paths.push_back(lake.absolute(file).string());
    }
    if (paths.empty())
        return {};
    const std::string read = "read_parquet(" + literalOf(std::move(paths)) + ", hive_partitioning = false)";
    const Result<std::int64_t> revised = connection.number("SELECT max(revision) FROM " + read);
    if (!revised)
        return revised.error();
    std::string view = "CREATE VIEW bars AS SELECT * FROM " + read;
    if (*revised > 0)
        view += " QUALIFY row_number() OVER (PARTITION BY symbol, \"interval\", source, ts ORDER BY known_at "
                "DESC, seq DESC, "
                "revision DESC) = 1";
    return connection.run(view);
}

/// Ticks or quotes: of each symbol and day the file in force, and what came live since.
Result<void> makeTicks(const DuckConnection &connection, Database &database, const Lake &lake,
                       const std::string &kind)
{
    Result<Statement> files = database.prepare("SELECT m.file FROM tick_days d JOIN manifest m ON m.file = "
                                               "d.file WHERE d.kind = ?1 AND m.replaced_at IS NULL AND "
                                               "m.quarantined_at IS NULL AND d.seq = (SELECT max(seq) FROM "
                                               "tick_days l WHERE l.kind = d.kind AND l.symbol = "
                                               "d.symbol AND l.day = d.day)");
    if (!files)
        return files.error();
    files->bind(1, kind);
    ManifestEntry entry;
    std::vector<std::string> paths;
    for (;;) {
        const Result<bool> more = files->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        entry.file = files->text(0);
        paths.push_back(lake.absolute(entry).string());
    }
    const std::string live = "live_" + kind;
    const Result<std::uint64_t> copied = copyLiveRows(connection, database, kind, live);
    if (!copied)
        return copied.error();
    if (paths.empty() && *copied == 0)
        return {};
    std::string view = "CREATE VIEW " + kind + " AS SELECT * FROM " + live;
    if (!paths.empty())
        view += " UNION ALL SELECT * FROM read_parquet(" + literalOf(std::move(paths)) +
                ", hive_partitioning = false)";
    return connection.run(view);
}

enum class CopyAs { Integer, Number, Text, Bytes, Moment };

/// How a column of the catalog is copied, by its declared type; whole numbers named …_at are instants.
CopyAs copyAs(std::string_view name, std::string_view type)
{
    if (type == "INTEGER")
        return name.ends_with("_at") ? CopyAs::Moment : CopyAs::Integer;
    if (type == "REAL")
        return CopyAs::Number;
    return type == "BLOB" ? CopyAs::Bytes : CopyAs::Text;
}

constexpr const char *duckTypeOf(CopyAs how)
{
    switch (how) {
    case CopyAs::Integer:
        return "BIGINT";
    case CopyAs::Number:
        return "DOUBLE";
    case CopyAs::Text:
        return "VARCHAR";
    case CopyAs::Bytes:
        return "BLOB";
    case CopyAs::Moment:
        return "TIMESTAMP";
    }
    return "VARCHAR";
}

void setCell(DuckAppender &appender, std::size_t column, const Statement &row, CopyAs how)
{
    const int source = static_cast<int>(column);
    if (row.isNull(source)) {
        appender.setNull(column);
        return;
    }
    switch (how) {
    case CopyAs::Integer:
        appender.set(column, row.integer(source));
        break;
    case CopyAs::Number:
        appender.setDouble(column, row.number(source));
        break;
    case CopyAs::Text:
        appender.setText(column, row.text(source));
        break;
    case CopyAs::Bytes: {
        const auto bytes = row.blob(source);
        appender.setText(column, {reinterpret_cast<const char *>(bytes.data()), bytes.size()});
        break;
    }
    case CopyAs::Moment:
        appender.setInstant(column, base::Instant(row.integer(source)));
        break;
    }
}

Result<void> copyTable(const DuckConnection &connection, Database &database, const std::string &table)
{
    Result<Statement> columns = database.prepare("SELECT name, type FROM pragma_table_info(?)");
    if (!columns)
        return columns.error();
    columns->bind(1, table);
    std::string definition;
    std::vector<CopyAs> how;
    for (;;) {
        const Result<bool> more = columns->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        how.push_back(copyAs(columns->text(0), columns->text(1)));
        definition += (definition.empty() ? "\"" : ", \"") + std::string(columns->text(0)) + "\" " +
                      duckTypeOf(how.back());
    }
    auto done = connection.run("CREATE TABLE " + table + "(" + definition + ")");
    if (!done)
        return done;
    Result<DuckAppender> appender = DuckAppender::open(connection, table);
    if (!appender)
        return appender.error();
    Result<Statement> rows = database.prepare("SELECT * FROM " + table);
    if (!rows)
        return rows.error();
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return appender->close();
        for (std::size_t i = 0; i < how.size(); ++i)
            setCell(*appender, i, *rows, how[i]);
        done = appender->endRow();
        if (!done)
            return done;
    }
}

} // namespace

Result<void> makeConsoleTables(const DuckDatabase &duck, Database &database, const Lake &lake,
                               const std::vector<ManifestEntry> &files, const std::string &statement)
{
    const Result<DuckConnection> connection = duck.connect();
    if (!connection)
        return connection.error();
    Result<void> done;
    if (mentions(statement, "events"))
        done = makeEvents(duck, *connection, database, lake, files);
    if (done && mentions(statement, "bars"))
        done = makeBars(*connection, lake, files);
    for (const char *kind : {"ticks", "quotes"}) {
        if (done && mentions(statement, kind))
            done = makeTicks(*connection, database, lake, kind);
    }
    for (const std::string table : kCatalogTables) {
        if (done && mentions(statement, table))
            done = copyTable(*connection, database, table);
    }
    return done;
}

} // namespace core::store
