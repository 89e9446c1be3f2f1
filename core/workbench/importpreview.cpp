// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/importpreview.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/import/inputfile.h"
#include "core/sources/freedates.h"
#include "core/sources/mapping.h"
#include "core/sources/numbers.h"
#include "core/sources/presetwords.h"
#include "core/workbench/pastedlines.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using base::utf8;
using ingest::InputFile;
using sources::Batch;
using sources::Preset;

namespace {

constexpr std::size_t kRows = 200;
constexpr std::size_t kColumns = 500;
constexpr std::size_t kSamples = 3;
constexpr std::size_t kCellBytes = 400; ///< what a preview shows of a cell

std::string shownCell(std::string_view cell)
{
    if (cell.size() <= kCellBytes)
        return std::string(cell);
    std::size_t end = kCellBytes;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80)
        --end; // not within a character
    return std::string(cell.substr(0, end)) + "…";
}

/// The columns of a header and the first rows, as they stand.
class Rows final
{
public:
    explicit Rows(const std::vector<std::string> &header)
    {
        for (std::size_t i = 0; i < header.size() && i < kColumns; ++i)
            columns.push_back({shownCell(header[i]), {}, {}});
    }

    PreviewRow &add(std::uint64_t line, std::span<const std::string_view> fields)
    {
        PreviewRow row;
        row.line = line;
        for (std::size_t i = 0; i < fields.size() && i < kColumns; ++i) {
            row.cells.push_back(shownCell(fields[i]));
            if (i < columns.size() && !fields[i].empty() && columns[i].samples.size() < kSamples)
                columns[i].samples.push_back(row.cells.back());
        }
        rows.push_back(std::move(row));
        return rows.back();
    }

    std::vector<PreviewColumn> columns;
    std::vector<PreviewRow> rows;
};

/// Calls `each` for the first rows behind the header; whether there are more of them.
Result<bool> readFirst(const InputFile &input, const Job &job,
                       const std::function<void(sources::RecordReader &)> &each)
{
    std::unique_ptr<sources::ByteStream> bytes;
    if (input.format() != ingest::FileFormat::Json) {
        auto opened = input.openBytes();
        if (!opened)
            return opened.error();
        bytes = std::move(*opened);
    }
    const auto rows = input.openRows(bytes);
    if (!rows)
        return rows.error();
    for (std::size_t count = 0;; ++count) {
        if (job.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The preview was cancelled.")};
        const auto more = (*rows)->next();
        if (!more)
            return input.named(more.error());
        if (!*more)
            return false;
        if (count > kRows)
            return true;
        if (count > 0) // the first is the header
            each(**rows);
    }
}

/// Reads rows by a mapper, one after the other, and says of each what became of it.
class RowMapper final
{
public:
    RowMapper(sources::Mapper mapper, base::Zone zone)
        : m_mapper(std::move(mapper))
        , m_zone(std::move(zone))
    {}

    void read(sources::RecordReader &rows, PreviewRow &row)
    {
        const std::uint64_t refusedBefore = m_mapper.refusals().total();
        const std::size_t waitingBefore = m_mapper.waiting();
        Batch batch;
        if (rows.fault() == sources::RecordFault::None)
            m_mapper.row(rows.fields(), rows.line(), batch);
        else
            m_mapper.refuse(sources::refusalOf(rows.fault()), rows.line());
        const std::uint64_t refused = m_mapper.refusals().total() - refusedBefore;
        const std::size_t waiting = m_mapper.waiting() - waitingBefore;
        m_waiting.push_back(waiting);
        if (refused > 0) {
            const sources::Refusals &all = m_mapper.refusals();
            QString reason = all.lastReason();
            if (!all.lastText().empty())
                reason = Tr::tr("%1: “%2”").arg(reason, qs(all.lastText()));
            if (batch.size() + waiting == 0)
                row.refusal = reason;
            else
                m_notes.push_back(Tr::tr("Line %1 is taken without %2 of its cells (%3).")
                                      .arg(row.line)
                                      .arg(refused)
                                      .arg(reason));
        }
        row.meaning = sources::meaningOf(batch, m_zone);
    }

    /// What the rows became that had to wait for the others.
    void finish(std::vector<PreviewRow> &rows)
    {
        Batch late;
        m_mapper.finish(late);
        std::size_t next = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            Batch own;
            for (std::size_t k = 0; k < m_waiting[i] && next < late.events.size(); ++k)
                own.events.push_back(late.events[next++]);
            if (own.size() > 0)
                rows[i].meaning = sources::meaningOf(own, m_zone);
        }
    }

    [[nodiscard]] const std::vector<QString> &notes() const { return m_notes; }

private:
    sources::Mapper m_mapper;
    base::Zone m_zone;
    std::vector<std::size_t> m_waiting; ///< per row: events that wait
    std::vector<QString> m_notes;
};

QString delimiterInWords(char delimiter)
{
    switch (delimiter) {
    case '\t':
        return Tr::tr("tabs");
    case ';':
        return Tr::tr("semicolons");
    case '|':
        return Tr::tr("vertical bars");
    default:
        return QStringLiteral("“%1”").arg(QLatin1Char(delimiter));
    }
}

void addNotes(ImportPreview &preview, const InputFile &input, const Preset &preset, bool more,
              std::vector<QString> own)
{
    if (preview.rows.empty())
        preview.notes.push_back(Tr::tr("The file has a header and no rows."));
    if (more)
        preview.notes.push_back(Tr::tr("These are the first %1 rows; the file has more.").arg(kRows));
    if (input.header().size() > kColumns)
        preview.notes.push_back(
            Tr::tr("The file has %1 columns, of which the first %2 are shown; all are imported.")
                .arg(input.header().size())
                .arg(kColumns));
    if (input.format() == ingest::FileFormat::Csv && input.delimiter() != ',')
        preview.notes.push_back(
            Tr::tr("Its columns are parted by %1.").arg(delimiterInWords(input.delimiter())));
    if (preset.wide)
        preview.notes.push_back(Tr::tr("Every column but those with a field of their own is a series."));
    if (preset.events.size() > 1)
        preview.notes.push_back(Tr::tr("A row can become up to %1 events.").arg(preset.events.size()));
    if (preview.taken == 0 && preview.refused > 0)
        preview.notes.push_back(Tr::tr("None of these rows can be taken; another preset may be meant."));
    constexpr std::size_t kMostOwn = 5;
    if (own.size() > kMostOwn)
        own.resize(kMostOwn);
    preview.notes.insert(preview.notes.end(), own.begin(), own.end());
}

} // namespace

Result<ImportPreview> previewImport(const Workbench &bench, const std::filesystem::path &file,
                                    ingest::ImportWhat what, const std::string &preset,
                                    const std::string &zone, const std::filesystem::path &worker,
                                    const Job &job)
{
    const auto presets = sources::PresetList::load(bench.folder() / "presets");
    if (!presets)
        return presets.error();
    sources::MappingContext context;
    if (!zone.empty()) {
        const auto found = base::Zone::find(zone);
        if (!found)
            return found.error();
        context.zone = *found;
    }
    const auto input = InputFile::open(file, {.limits = {}, .workerProgram = worker}, *presets, what,
                                       preset.empty() ? std::nullopt : std::optional<std::string>(preset));
    if (!input)
        return input.error();
    const Preset &used = input->preset();
    context.fileStem = input->stem();
    context.ingestedAt = bench.clock().now();
    context.forSpreadsheets = input->format() == ingest::FileFormat::Csv;
    auto mapper = sources::Mapper::bind(used, input->header(), context);
    if (!mapper)
        return input->named(mapper.error());
    const base::Zone meant = context.zone ? *context.zone : used.date.zone.value_or(used.zone);
    RowMapper reader(std::move(*mapper), meant);
    Rows rows(input->header());
    const auto more = readFirst(*input, job, [&](sources::RecordReader &record) {
        reader.read(record, rows.add(record.line(), record.fields()));
    });
    if (!more)
        return more.error();
    reader.finish(rows.rows);

    ImportPreview preview;
    preview.file = file;
    preview.preset = used.name;
    preview.title = qs(used.title);
    preview.kind = toText(used.kind);
    preview.zone = meant.name();
    preview.knownRule = sources::knownInWords(used);
    const std::vector<std::string> fields = sources::fieldsOf(used, input->header());
    for (std::size_t i = 0; i < rows.columns.size(); ++i)
        rows.columns[i].field = fields[i];
    preview.columns = std::move(rows.columns);
    preview.rows = std::move(rows.rows);
    for (PreviewRow &row : preview.rows) {
        ++(row.refusal.isEmpty() ? preview.taken : preview.refused);
        if (row.refusal.isEmpty() && row.meaning.empty())
            row.meaning = utf8(Tr::tr("taken together with the rows beside it"));
    }
    addNotes(preview, *input, used, *more, reader.notes());
    for (const Preset &other : presets->all()) {
        if (&other != &used && belongsTo(other.kind, what) &&
            sources::headerFit(other.header, input->header()) >= 0)
            preview.otherPresets.push_back(other.name);
    }
    return preview;
}

Result<FilePeek> peekFile(const std::filesystem::path &file, const std::filesystem::path &worker,
                          const Job &job)
{
    const auto input = InputFile::peek(file, {.limits = {}, .workerProgram = worker});
    if (!input)
        return input.error();
    Rows rows(input->header());
    const std::size_t width = input->header().size();
    const auto more = readFirst(*input, job, [&rows, width](sources::RecordReader &record) {
        PreviewRow &row = rows.add(record.line(), record.fields());
        if (record.fault() != sources::RecordFault::None)
            row.refusal = Tr::tr("the row cannot be made out");
        else if (record.fields().size() != width)
            row.refusal = Tr::tr("the row has not as many columns as the header");
    });
    if (!more)
        return more.error();
    return FilePeek{input->delimiter(), std::move(rows.columns), std::move(rows.rows)};
}

ColumnMapping suggestMapping(const FilePeek &peek, QString &note)
{
    ColumnMapping mapping;
    mapping.delimiter = peek.delimiter;
    for (std::size_t i = 0; i < peek.columns.size(); ++i) {
        const std::string &name = peek.columns[i].name;
        std::vector<std::string> cells;
        for (const PreviewRow &row : peek.rows) {
            if (i < row.cells.size() && !sources::trimmed(row.cells[i]).empty())
                cells.push_back(row.cells[i]);
        }
        if (mapping.date.empty()) {
            mapping.dateFormats = sources::datePatternsOf(cells, note);
            if (!mapping.dateFormats.empty()) {
                mapping.date = name;
                continue;
            }
        }
        NumberColumn numbers;
        for (const std::string &cell : cells)
            numbers.look(cell);
        numbers.decide();
        const bool isNumbers = !cells.empty() && std::ranges::all_of(cells, [&](const std::string &cell) {
            double value = 0;
            return numbers.read(cell, value) <= NumberColumn::Cell::Missing;
        });
        const QString word = qs(name).toLower();
        const auto isOne = [&word](std::initializer_list<const char *> words) {
            return std::ranges::any_of(words,
                                       [&word](const char *one) { return word == QLatin1String(one); });
        };
        if (isOne({"event_type", "type", "event", "category"}) && mapping.eventType.empty()) {
            mapping.eventType = name;
        } else if (isOne({"entity", "symbol", "ticker", "country", "place"}) && mapping.entity.empty()) {
            mapping.entity = name;
        } else if (isOne({"text", "title", "headline", "description", "name", "comment", "note"}) &&
                   mapping.text.empty()) {
            mapping.text = name;
        } else if (isOne({"unit", "units"}) && mapping.unit.empty()) {
            mapping.unit = name;
        } else if (isNumbers && mapping.value.empty() && !isOne({"id", "line", "no", "#"})) {
            mapping.value = name;
            mapping.decimalComma = numbers.hasDecimalComma();
        }
    }
    return mapping;
}

} // namespace core::workbench
