// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/eventexport.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/eventparquet.h"
#include "core/store/files.h"
#include "core/workbench/values.h"

#include <QJsonDocument>

#include <array>

namespace core::workbench {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

constexpr std::array<std::string_view, 3> kFormatNames{"csv", "json", "parquet"};

} // namespace

base::Result<ExportFormat> exportFormat(std::string_view name)
{
    for (std::size_t i = 0; i < kFormatNames.size(); ++i) {
        if (name == kFormatNames[i])
            return static_cast<ExportFormat>(i);
    }
    return Error{ErrorCode::BadInput,
                 Tr::tr("“%1” is not a format to export to; use csv, json or parquet.").arg(base::qs(name))};
}

base::Result<std::uint64_t> writeEvents(const domain::EventReader &reader, const domain::EventQuery &query,
                                        ExportFormat format, CsvWriter::Cells cells, const ByteSink &sink,
                                        const base::CancelToken &cancel)
{
    if (format == ExportFormat::Parquet)
        return Error{ErrorCode::BadInput, Tr::tr("Parquet goes to a file; name one with -o FILE.")};
    CsvWriter csv(cells);
    std::string text;
    Result<void> written;
    std::uint64_t count = 0;
    if (format == ExportFormat::Csv)
        writeEventHeader(csv);
    else
        text = "{\"events\":[";
    const Result<void> read = reader.read(
        query,
        [&](const domain::Event &event) {
            if (format == ExportFormat::Csv) {
                writeEvent(csv, event);
                text += csv.take();
            } else {
                text += count > 0 ? ",\n" : "\n";
                text += QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact).toStdString();
            }
            ++count;
            if (text.size() >= kPiece) {
                written = sink(text);
                text.clear();
            }
            return written.ok();
        },
        cancel);
    if (!read)
        return read.error();
    if (!written)
        return written.error();
    text += format == ExportFormat::Csv ? csv.take() : "\n]}\n";
    written = sink(text);
    if (!written)
        return written.error();
    return count;
}

base::Result<std::uint64_t> exportEvents(const domain::EventReader &reader, const domain::EventQuery &query,
                                         ExportFormat format, CsvWriter::Cells cells,
                                         const std::filesystem::path &file, const base::CancelToken &cancel)
{
    if (format == ExportFormat::Parquet)
        return store::writeEventParquet(reader, query, file, cancel);
    Result<store::TemporaryFile> target = store::TemporaryFile::create(file);
    if (!target)
        return target.error();
    const Result<std::uint64_t> count = writeEvents(
        reader, query, format, cells, [&](std::string_view bytes) { return target->write(bytes); }, cancel);
    if (!count)
        return count;
    const Result<void> published = target->publish();
    if (!published)
        return published.error();
    return count;
}

} // namespace core::workbench
