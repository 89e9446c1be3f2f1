// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import/importer.h"

#include "core/base/tr.h"
#include "core/ingest/import/blockqueue.h"
#include "core/ingest/import/importsink.h"
#include "core/ingest/import/inputfile.h"
#include "core/ingest/import/pieces.h"
#include "core/sources/mapping.h"
#include "core/sources/utf8watch.h"

#include <thread>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using sources::Batch;
using sources::Preset;
using sources::RecordReader;

namespace {

constexpr std::size_t kPiece = std::size_t(1) << 20;
constexpr std::size_t kBatchRows = 32'768;

Error cancelled()
{
    return Error{ErrorCode::Cancelled,
                 ::core::base::Tr::tr("The import was cancelled; nothing of this file is stored.")};
}

} // namespace

/// One file on its way through.
struct Importer::Run {
    Importer &importer;
    const ImportRequest &request;
    const base::CancelToken &cancel;
    const base::ProgressSink &progress;
    InputFile input;
    ImportReport report{};

    void tell(std::uint64_t done, std::uint64_t total, const QString &what) const
    {
        if (progress)
            progress({done, total, what});
    }

    Result<void> keepRaw();
    Result<void> transform();
    Result<void> readRows(RecordReader &rows, sources::Mapper &mapper, BlockQueue<Batch> &queue);
};

/// Puts the decoded bytes into the vault, after making sure that text is UTF-8.
Result<void> Importer::Run::keepRaw()
{
    auto decoder = FileDecoder::open(input.path(), importer.m_options.limits);
    if (!decoder)
        return decoder.error();
    auto writer = importer.m_workspace.vault().begin(input.preset().source, input.path().filename().string());
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
            return input.named(piece.error());
        if (input.format() != FileFormat::Parquet) {
            auto good = watch.add(*piece, piece->empty());
            if (!good)
                return input.named(good.error());
        }
        if (piece->empty())
            break;
        auto added = writer->add(*piece);
        if (!added)
            return added;
        report.bytes += piece->size();
        tell(source.consumed(), source.fileSize(), Tr::tr("Keeping %1").arg(input.name()));
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
            return input.named(more.error());
        if (!*more)
            break;
        ++report.rows;
        if (rows.fault() == sources::RecordFault::None)
            mapper.row(rows.fields(), rows.line(), batch);
        else
            mapper.refuse(sources::refusalOf(rows.fault()), rows.line());
        if (batch.size() >= kBatchRows || report.rows % kBatchRows == 0) {
            if (cancel.isCancelled())
                return cancelled();
            report.values += batch.size();
            tell(rows.bytes(), report.bytes, Tr::tr("Importing %1").arg(input.name()));
            if (batch.size() > 0 && !queue.put(std::move(batch)))
                return {};
            batch = Batch();
            batch.bars.reserve(input.preset().kind == sources::PresetKind::Bars ? kBatchRows : 0);
        }
    }
    const std::size_t labels = batch.instruments.size();
    mapper.finish(batch);
    report.values +=
        batch.size() -
        (input.preset().kind == sources::PresetKind::Bars ? batch.instruments.size() - labels : 0);
    queue.put(std::move(batch));
    return {};
}

/// Reads the rows out of the vault, so that what is stored comes from the bytes that are kept.
Result<void> Importer::Run::transform()
{
    sources::MappingContext context;
    context.fileStem = input.stem();
    context.rawSha256 = report.rawSha256;
    context.ingestedAt = importer.m_workspace.clock().now();
    context.interval = request.interval;
    context.forSpreadsheets = input.format() == FileFormat::Csv;
    if (request.zone) {
        auto zone = base::Zone::find(*request.zone);
        if (!zone)
            return zone.error();
        context.zone = *zone;
    }
    auto mapper = sources::Mapper::bind(input.preset(), input.header(), context);
    if (!mapper)
        return input.named(mapper.error());
    std::unique_ptr<sources::ByteStream> bytes;
    if (input.format() == FileFormat::Csv) {
        const store::Vault &vault = importer.m_workspace.vault();
        bytes =
            std::make_unique<PieceStream>([&vault, raw = report.rawSha256](const PieceStream::Piece &piece) {
                return vault.read(raw, piece);
            });
    } else if (input.format() == FileFormat::Parquet) {
        auto opened = input.openBytes();
        if (!opened)
            return opened.error();
        bytes = std::move(*opened);
    }
    auto rows = input.openRows(bytes);
    if (!rows)
        return rows.error();
    auto skipped = (*rows)->next(); // the header
    if (!skipped)
        return input.named(skipped.error());
    auto sink = ImportSink::begin(importer.m_workspace, *importer.m_lease, input.preset(), mapper->interval(),
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
    tell(report.bytes, report.bytes, Tr::tr("Storing %1").arg(input.name()));
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
    if (request.zone) {
        auto zone = base::Zone::find(*request.zone);
        if (!zone)
            return zone.error();
    }
    auto input = InputFile::open(file, {m_options.limits, m_options.workerProgram}, m_presets, request.what,
                                 request.preset);
    if (!input)
        return input.error();
    Run run{*this, request, cancel, progress, std::move(*input)};
    run.report.file = file;
    const Preset &preset = run.input.preset();
    run.report.preset = preset.name;
    run.report.source = preset.source;
    run.report.kind = toText(preset.kind);
    // The columns are checked before anything is kept.
    auto fits = sources::Mapper::bind(preset, run.input.header(), {});
    if (!fits)
        return run.input.named(fits.error());
    auto kept = run.keepRaw();
    if (!kept)
        return kept.error();
    auto transformed = run.transform();
    if (!transformed)
        return transformed.error();
    return std::move(run.report);
}

} // namespace core::ingest
