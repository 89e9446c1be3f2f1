// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/zipped.h"

#include "core/base/tr.h"

#include <zip.h>

#include <memory>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr std::size_t kLocalHeader = 30;
constexpr std::size_t kBlock = std::size_t(1) << 16;

} // namespace

bool isZipped(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04");
}

std::string_view zippedName(std::string_view bytes)
{
    if (!isZipped(bytes) || bytes.size() < kLocalHeader)
        return {};
    const std::size_t length = static_cast<unsigned char>(bytes[26]) + 256UL * static_cast<unsigned char>(bytes[27]);
    return length > bytes.size() - kLocalHeader ? std::string_view() : bytes.substr(kLocalHeader, length);
}

Result<std::string> unzipped(std::string_view bytes, std::uint64_t mostBytes)
{
    const auto damaged = [] {
        return Error{ErrorCode::BadInput, Tr::tr("The zip file is damaged or cut off; fetch it again.")};
    };
    const auto tooLarge = [mostBytes] {
        return Error{ErrorCode::BadInput, Tr::tr("The zip file unpacks to more than %1 MB, which is more than this "
                                                 "source ever sends.")
                                              .arg(mostBytes >> 20U)};
    };
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source)
        return damaged();
    zip_t *opened = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!opened) {
        zip_source_free(source);
        zip_error_fini(&error);
        return damaged();
    }
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(opened, &zip_discard);
    zip_stat_t facts;
    if (zip_get_num_entries(archive.get(), 0) < 1 || zip_stat_index(archive.get(), 0, 0, &facts) != 0)
        return damaged();
    if ((facts.valid & ZIP_STAT_SIZE) != 0 && facts.size > mostBytes)
        return tooLarge();
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive.get(), 0, 0), &zip_fclose);
    if (!file)
        return damaged();
    std::string text;
    for (;;) {
        const std::size_t before = text.size();
        text.resize(before + kBlock);
        const zip_int64_t count = zip_fread(file.get(), text.data() + before, kBlock);
        if (count < 0)
            return damaged();
        text.resize(before + static_cast<std::size_t>(count));
        if (text.size() > mostBytes)
            return tooLarge();
        if (count == 0)
            return text;
    }
}

} // namespace core::sources
