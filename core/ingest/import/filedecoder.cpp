// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import/filedecoder.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <zlib.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::size_t kPackedBlock = std::size_t(256) << 10;

struct FileCloser {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

} // namespace

struct FileDecoder::State {
    std::filesystem::path path;
    DecodeLimits limits;
    std::unique_ptr<std::FILE, FileCloser> file;
    std::uint64_t size = 0;
    std::vector<char> packed;
    std::size_t at = 0; ///< the unread part of `packed`
    std::size_t end = 0;
    bool atEnd = false; ///< of the file
    bool gzip = false;
    bool inMember = false; ///< a gzip member has begun and not ended
    z_stream zlib{};
    bool zlibReady = false;
    std::atomic<std::uint64_t> consumed{0};
    std::uint64_t decoded = 0;

    ~State()
    {
        if (zlibReady)
            inflateEnd(&zlib);
    }

    [[nodiscard]] QString name() const { return qs(path.filename().string()); }
    [[nodiscard]] Error fault(const QString &sentence) const { return Error{ErrorCode::BadInput, sentence}; }
};

FileDecoder::FileDecoder(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
FileDecoder::~FileDecoder() = default;

Result<std::unique_ptr<FileDecoder>> FileDecoder::open(const std::filesystem::path &file, DecodeLimits limits)
{
    auto state = std::make_unique<State>();
    state->path = file;
    state->limits = limits;
    std::error_code failure;
    const auto status = std::filesystem::status(file, failure);
    if (!std::filesystem::exists(status))
        return Error{ErrorCode::NotFound, Tr::tr("There is no file %1.").arg(qs(file.string()))};
    if (std::filesystem::is_directory(status))
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 is a folder: name the files in it.").arg(qs(file.string()))};
    if (!std::filesystem::is_regular_file(status))
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 is not a file that can be imported.").arg(qs(file.string()))};
    state->file.reset(std::fopen(file.c_str(), "rbe"));
    const int reason = errno;
    state->size = std::filesystem::file_size(file, failure);
    if (!state->file)
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 cannot be read: %2.")
                         .arg(qs(file.string()), QString::fromLocal8Bit(std::strerror(reason)))};
    state->packed.resize(kPackedBlock);
    std::unique_ptr<FileDecoder> decoder(new FileDecoder(std::move(state)));
    auto filled = decoder->fill();
    if (!filled)
        return filled.error();
    State &s = *decoder->m_state;
    if (s.end == 0)
        return s.fault(Tr::tr("%1 is empty; there is nothing to import.").arg(s.name()));
    s.gzip = s.end >= 2 && s.packed[0] == '\x1f' && s.packed[1] == '\x8b';
    if (s.gzip) {
        if (inflateInit2(&s.zlib, 15 + 16) != Z_OK)
            return Error{ErrorCode::Internal,
                         Tr::tr("%1 cannot be unpacked: there is no memory for it.").arg(s.name())};
        s.zlibReady = true;
    }
    return decoder;
}

std::uint64_t FileDecoder::consumed() const
{
    return m_state->consumed.load(std::memory_order_relaxed);
}

std::uint64_t FileDecoder::fileSize() const
{
    return m_state->size;
}

/// Reads the next block of the file; false at its end.
Result<bool> FileDecoder::fill()
{
    State &s = *m_state;
    s.at = 0;
    s.end = std::fread(s.packed.data(), 1, s.packed.size(), s.file.get());
    s.consumed.fetch_add(s.end, std::memory_order_relaxed);
    if (s.end == 0) {
        if (std::ferror(s.file.get()))
            return s.fault(Tr::tr("%1 cannot be read to its end: %2.")
                               .arg(s.name(), QString::fromLocal8Bit(std::strerror(errno))));
        s.atEnd = true;
    }
    return s.end > 0;
}

Result<std::size_t> FileDecoder::read(char *into, std::size_t capacity)
{
    State &s = *m_state;
    if (s.gzip)
        return inflateInto(into, capacity);
    if (s.at == s.end && !s.atEnd) {
        auto filled = fill();
        if (!filled)
            return filled.error();
    }
    const std::size_t count = std::min(capacity, s.end - s.at);
    std::memcpy(into, s.packed.data() + s.at, count);
    s.at += count;
    s.decoded += count;
    if (s.decoded > s.limits.mostBytes)
        return s.fault(Tr::tr("%1 is larger than %2 MB; split it and import the parts.")
                           .arg(s.name())
                           .arg(s.limits.mostBytes >> 20));
    return count;
}

Result<std::size_t> FileDecoder::inflateInto(char *into, std::size_t capacity)
{
    State &s = *m_state;
    std::size_t made = 0;
    while (made == 0) {
        if (s.at == s.end) {
            auto filled = fill();
            if (!filled)
                return filled.error();
            if (!*filled) {
                if (s.inMember)
                    return s.fault(Tr::tr("%1 is cut off: its gzip data ends in the middle; fetch it again.")
                                       .arg(s.name()));
                return std::size_t(0);
            }
        }
        if (!s.inMember) {
            if (s.packed[s.at] == '\0') { // padding after the last member
                ++s.at;
                continue;
            }
            inflateReset(&s.zlib);
            s.inMember = true;
        }
        s.zlib.next_in = reinterpret_cast<Bytef *>(s.packed.data() + s.at);
        s.zlib.avail_in = static_cast<uInt>(s.end - s.at);
        s.zlib.next_out = reinterpret_cast<Bytef *>(into);
        s.zlib.avail_out = static_cast<uInt>(std::min(capacity, std::size_t(1) << 30));
        const uInt room = s.zlib.avail_out;
        const int outcome = inflate(&s.zlib, Z_NO_FLUSH);
        s.at = s.end - s.zlib.avail_in;
        made = room - s.zlib.avail_out;
        if (outcome == Z_STREAM_END)
            s.inMember = false;
        else if (outcome != Z_OK && outcome != Z_BUF_ERROR)
            return s.fault(Tr::tr("%1 is damaged: its gzip data does not match its checksum; fetch it again.")
                               .arg(s.name()));
    }
    s.decoded += made;
    const std::uint64_t packed = std::max<std::uint64_t>(1, consumed() - (s.end - s.at));
    if (s.decoded > s.limits.mostBytes ||
        (s.decoded > s.limits.ratioFrom && s.decoded / packed >= s.limits.ratio))
        return s.fault(Tr::tr("%1 unpacks to more than %2 MB from %3 kB, as no real table does; unpack it "
                              "yourself if you trust it.")
                           .arg(s.name())
                           .arg(s.decoded >> 20)
                           .arg(packed >> 10));
    return made;
}

} // namespace core::ingest
