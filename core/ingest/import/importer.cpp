// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import/importer.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/import/blockqueue.h"
#include "core/ingest/import/importsink.h"
#include "core/ingest/import/parquetworker.h"
#include "core/ingest/import/pieces.h"
#include "core/sources/csvreader.h"
#include "core/sources/jsonreader.h"
#include "core/sources/mapping.h"
#include "core/sources/utf8watch.h"

#include <thread>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using sources::Batch;
using sources::Preset;
using sources::RecordReader;

namespace {

constexpr std::size_t kPiece = std::size_t(1) << 20;
constexpr std::size_t kBatchRows = 32'768;
constexpr std::uint64_t kLargestJson = std::uint64_t(1) << 30;

enum class Format : std::uint8_t { Csv, Json, Parquet };

/// The name without ".gz" and the ending before it: "DGS10.csv.gz" is "DGS10".
std::string stemOf(const std::filesystem::path &file)
{
    std::filesystem::path name = file.filename();
    if (name.extension() == ".gz")
        name = name.stem();
    return name.stem().string();
}

Format formatOf(std::string_view beginning)
{
    if (beginning.starts_with("PAR1"))
        return Format::Parquet;
    const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool json = first != std::string_view::npos && (beginning[first] == '[' || beginning[first] == '{');
    return json ? Format::Json : Format::Csv;
}

/// Delimiters that a header may have; the one that occurs most often in the first line.
char delimiterOf(std::string_view beginning)
{
    const std::string_view line = beginning.substr(0, beginning.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char one : {',', '\t', ';', '|'}) {
        const auto count = std::count(line.begin(), line.end(), one);
        if (count > most) {
            best = one;
            most = count;
        }
    }
    return best;
}

sources::RefusalKind refusalOf(sources::RecordFault fault)
{
    switch (fault) {
    case sources::RecordFault::TooManyFields:
        return sources::RefusalKind::TooManyFields;
    case sources::RecordFault::OpenQuote:
        return sources::RefusalKind::OpenQuote;
    case sources::RecordFault::NulByte:
        return sources::RefusalKind::NulByte;
    default:
        return sources::RefusalKind::RecordTooLong;
    }
}

Error cancelled()
{
    return Error{ErrorCode::Cancelled, Tr::tr("The import was cancelled; nothing of this file is stored.")};
}

} // namespace

/// One file on its way through.
struct Importer::Run {
    Importer &importer;
    const std::filesystem::path &file;
    const ImportRequest &request;
    const base::CancelToken &cancel;
    const base::ProgressSink &progress;
    ImportReport report{};
    Format format = Format::Csv;
    char delimiter = ',';
    std::vector<std::string> header{};
    const Preset *preset = nullptr;
    std::string json{}; ///< the whole text, for that format

    [[nodiscard]] QString name() const { return qs(file.filename().string()); }
    /// A fault that a reader reported as "line 7 …" becomes a sentence with the file's name.
    [[nodiscard]] Error named(const Error &error) const
    {
        if (error.code != ErrorCode::BadInput || error.message.contains(name()))
            return error;
        const QString end = error.message.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
        return Error{error.code, Tr::tr("%1: %2%3").arg(name(), error.message, end)};
    }
    void tell(std::uint64_t done, std::uint64_t total, const QString &what) const
    {
        if (progress)
            progress({done, total, what});
    }

    Result<void> lookAtHeader();
    Result<void> takeHeader(RecordReader &rows);
    Result<void> keepRaw();
    Result<std::unique_ptr<RecordReader>> openRows(std::unique_ptr<sources::ByteStream> &stream) const;
    Result<std::unique_ptr<sources::ByteStream>> openBytes() const;
    Result<void> transform();
    Result<void> readRows(RecordReader &rows, sources::Mapper &mapper, BlockQueue<Batch> &queue);
};

/// Reads the beginning of the file: its format, its header, and which preset that is.
Result<void> Importer::Run::lookAtHeader()
{
    auto decoder = FileDecoder::open(file, importer.m_options.limits);
    if (!decoder)
        return decoder.error();
    std::string beginning(kPiece, '\0');
    std::size_t size = 0;
    while (size < beginning.size()) {
        auto count = (*decoder)->read(beginning.data() + size, beginning.size() - size);
        if (!count)
            return count.error();
        if (*count == 0)
            break;
        size += *count;
    }
    beginning.resize(size);
    format = formatOf(beginning);
    std::unique_ptr<sources::ByteStream> bytes;
    std::unique_ptr<RecordReader> rows;
    if (format == Format::Csv) {
        if (request.preset) {
            auto named = importer.m_presets.find(*request.preset, request.what);
            if (!named)
                return named.error();
            delimiter = (*named)->delimiter;
        } else {
            delimiter = delimiterOf(beginning);
        }
        // The rest of the file is not looked at: a character or a record that the piece cuts off is not a
        // fault.
        const std::size_t lastLine = beginning.rfind('\n');
        if (size == kPiece && lastLine != std::string::npos)
            beginning.resize(lastLine + 1);
        bytes = std::make_unique<sources::MemoryStream>(beginning);
        rows = std::make_unique<sources::CsvReader>(*bytes, sources::CsvOptions{.delimiter = delimiter});
    } else {
        auto opened = openBytes();
        if (!opened)
            return opened.error();
        bytes = std::move(*opened);
        if (format == Format::Json) {
            char buffer[65536];
            while (true) {
                auto count = bytes->read(buffer, sizeof buffer);
                if (!count)
                    return count.error();
                if (*count == 0)
                    break;
                json.append(buffer, *count);
                if (json.size() > kLargestJson)
                    return Error{
                        ErrorCode::BadInput,
                        Tr::tr("%1 is larger than 1 GB; as JSON it must fit in memory, so split it or save "
                               "it as CSV.")
                            .arg(name())};
            }
        }
        auto reader = openRows(bytes);
        if (!reader)
            return reader.error();
        rows = std::move(*reader);
    }
    auto taken = takeHeader(*rows);
    if (!taken)
        return taken;
    auto found = request.preset
                     ? importer.m_presets.find(*request.preset, request.what)
                     : importer.m_presets.recognise(header, file.filename().string(), request.what);
    if (!found)
        return found.error();
    preset = *found;
    if (format == Format::Json && !preset->jsonColumns().empty()) { // now some objects stay whole
        auto again = openRows(bytes);
        if (!again)
            return again.error();
        return takeHeader(**again);
    }
    return {};
}

Result<void> Importer::Run::takeHeader(RecordReader &rows)
{
    auto first = rows.next();
    if (!first)
        return named(first.error());
    if (!*first || rows.fault() != sources::RecordFault::None)
        return Error{ErrorCode::BadInput,
                     *first ? Tr::tr("%1 has no header that can be read: its first line is too long or has "
                                     "too many columns.")
                                  .arg(name())
                            : Tr::tr("%1 holds no rows; there is nothing to import.").arg(name())};
    header.clear();
    for (const std::string_view column : rows.fields())
        header.emplace_back(sources::trimmed(column));
    return {};
}

Result<std::unique_ptr<sources::ByteStream>> Importer::Run::openBytes() const
{
    if (format == Format::Parquet) {
        if (importer.m_options.workerProgram.empty())
            return Error{
                ErrorCode::BadInput,
                Tr::tr("%1 is a Parquet file, and there is no program here to read it.").arg(name())};
        auto stream = ParquetStream::start(importer.m_options.workerProgram, file);
        if (!stream)
            return stream.error();
        return std::unique_ptr<sources::ByteStream>(std::move(*stream));
    }
    auto decoder = FileDecoder::open(file, importer.m_options.limits);
    if (!decoder)
        return decoder.error();
    return std::unique_ptr<sources::ByteStream>(std::move(*decoder));
}

/// The records of bytes that stay where `stream` is.
Result<std::unique_ptr<RecordReader>>
Importer::Run::openRows(std::unique_ptr<sources::ByteStream> &stream) const
{
    if (format == Format::Json) {
        auto reader =
            sources::JsonReader::open(json, preset ? preset->jsonColumns() : std::vector<std::string>());
        if (!reader)
            return named(reader.error());
        return std::unique_ptr<RecordReader>(std::make_unique<sources::JsonReader>(std::move(*reader)));
    }
    const char parted = format == Format::Parquet ? ',' : delimiter;
    return std::unique_ptr<RecordReader>(
        std::make_unique<sources::CsvReader>(*stream, sources::CsvOptions{.delimiter = parted}));
}

/// Puts the decoded bytes into the vault, after making sure that text is UTF-8.
Result<void> Importer::Run::keepRaw()
{
    auto decoder = FileDecoder::open(file, importer.m_options.limits);
    if (!decoder)
        return decoder.error();
    auto writer = importer.m_workspace.vault().begin(preset->source, file.filename().string());
    if (!writer)
        return writer.error();
    FileDecoder &source = **decoder;
    PieceStream pieces([&source](const PieceStream::Piece &piece) -> Result<void> {
        std::string buffer(kPiece, '\0');
        while (true) {
            auto count = source.read(buffer.data(), buffer.size());
            if (!count)
                return count.error();
            if (*count == 0)
                return {};
            auto taken = piece(std::string_view(buffer).substr(0, *count));
            if (!taken)
                return taken;
        }
    });
    sources::Utf8Watch watch;
    while (true) {
        if (cancel.isCancelled())
            return cancelled();
        auto piece = pieces.piece();
        if (!piece)
            return named(piece.error());
        if (format != Format::Parquet) {
            auto good = watch.add(*piece, piece->empty());
            if (!good)
                return named(good.error());
        }
        if (piece->empty())
            break;
        auto added = writer->add(*piece);
        if (!added)
            return added;
        report.bytes += piece->size();
        tell(source.consumed(), source.fileSize(), Tr::tr("Keeping %1").arg(name()));
    }
    auto artifact = writer->finish();
    if (!artifact)
        return artifact.error();
    report.rawSha256 = artifact->sha256;
    return {};
}

/// Maps every record and hands the values over in batches; runs in a thread of its own.
Result<void> Importer::Run::readRows(RecordReader &rows, sources::Mapper &mapper, BlockQueue<Batch> &queue)
{
    Batch batch;
    while (true) {
        auto more = rows.next();
        if (!more)
            return named(more.error());
        if (!*more)
            break;
        ++report.rows;
        if (rows.fault() == sources::RecordFault::None)
            mapper.row(rows.fields(), rows.line(), batch);
        else
            mapper.refuse(refusalOf(rows.fault()), rows.line());
        if (batch.size() >= kBatchRows || report.rows % kBatchRows == 0) {
            if (cancel.isCancelled())
                return cancelled();
            report.values += batch.size();
            tell(rows.bytes(), report.bytes, Tr::tr("Importing %1").arg(name()));
            if (batch.size() > 0 && !queue.put(std::move(batch)))
                return {};
            batch = Batch();
            batch.bars.reserve(preset->kind == sources::PresetKind::Bars ? kBatchRows : 0);
        }
    }
    const std::size_t labels = batch.instruments.size();
    mapper.finish(batch);
    report.values +=
        batch.size() - (preset->kind == sources::PresetKind::Bars ? batch.instruments.size() - labels : 0);
    queue.put(std::move(batch));
    return {};
}

/// Reads the rows out of the vault, so that what is stored comes from the bytes that are kept.
Result<void> Importer::Run::transform()
{
    sources::MappingContext context;
    context.fileStem = stemOf(file);
    context.rawSha256 = report.rawSha256;
    context.ingestedAt = importer.m_workspace.clock().now();
    context.interval = request.interval;
    context.forSpreadsheets = format == Format::Csv;
    if (request.zone) {
        auto zone = base::Zone::find(*request.zone);
        if (!zone)
            return zone.error();
        context.zone = *zone;
    }
    auto mapper = sources::Mapper::bind(*preset, header, context);
    if (!mapper)
        return named(mapper.error());
    std::unique_ptr<sources::ByteStream> bytes;
    if (format == Format::Csv) {
        const store::Vault &vault = importer.m_workspace.vault();
        bytes =
            std::make_unique<PieceStream>([&vault, raw = report.rawSha256](const PieceStream::Piece &piece) {
                return vault.read(raw, piece);
            });
    } else if (format == Format::Parquet) {
        auto opened = openBytes();
        if (!opened)
            return opened.error();
        bytes = std::move(*opened);
    }
    auto rows = openRows(bytes);
    if (!rows)
        return rows.error();
    auto skipped = (*rows)->next(); // the header
    if (!skipped)
        return named(skipped.error());
    auto sink = ImportSink::begin(importer.m_workspace, *importer.m_lease, *preset, mapper->interval(),
                                  report.rawSha256);
    if (!sink)
        return sink.error();
    BlockQueue<Batch> queue(4);
    Result<void> read;
    Result<void> stored;
    {
        std::jthread reading([&] {
            read = readRows(**rows, *mapper, queue);
            queue.end();
        });
        while (auto batch = queue.take()) {
            stored = (*sink)->add(*batch);
            if (!stored)
                break;
        }
        queue.close();
    }
    if (!stored)
        return stored;
    if (!read)
        return read;
    tell(report.bytes, report.bytes, Tr::tr("Storing %1").arg(name()));
    auto done = (*sink)->finish(cancel, progress);
    if (!done)
        return done.error();
    report.stored = done->stored;
    report.duplicate = done->duplicate;
    report.instruments = done->instruments;
    report.refused = mapper->refusals().total();
    report.refusals = mapper->refusals().list();
    return {};
}

Importer::Importer(store::Workspace &workspace, ImporterOptions options, sources::PresetList presets,
                   std::unique_ptr<store::Lease> lease)
    : m_workspace(workspace)
    , m_options(std::move(options))
    , m_presets(std::move(presets))
    , m_lease(std::move(lease))
{}

Importer::~Importer() = default;

Result<std::unique_ptr<Importer>> Importer::open(store::Workspace &workspace, const ImporterOptions &options)
{
    auto presets = sources::PresetList::load(options.presetFolder);
    if (!presets)
        return presets.error();
    auto lease = store::Lease::take(workspace.catalog(), "bulk", "import");
    if (!lease)
        return lease.error();
    return std::unique_ptr<Importer>(
        new Importer(workspace, options, std::move(*presets), std::move(*lease)));
}

const sources::PresetList &Importer::presets() const
{
    return m_presets;
}

Result<ImportReport> Importer::import(const std::filesystem::path &file, const ImportRequest &request,
                                      const base::CancelToken &cancel, const base::ProgressSink &progress)
{
    Run run{*this, file, request, cancel, progress};
    run.report.file = file;
    if (request.zone) {
        auto zone = base::Zone::find(*request.zone);
        if (!zone)
            return zone.error();
    }
    auto looked = run.lookAtHeader();
    if (!looked)
        return looked.error();
    run.report.preset = run.preset->name;
    run.report.source = run.preset->source;
    run.report.kind = toText(run.preset->kind);
    // The columns are checked before anything is kept.
    auto fits = sources::Mapper::bind(*run.preset, run.header, {});
    if (!fits)
        return run.named(fits.error());
    auto kept = run.keepRaw();
    if (!kept)
        return kept.error();
    auto transformed = run.transform();
    if (!transformed)
        return transformed.error();
    return std::move(run.report);
}

} // namespace core::ingest
