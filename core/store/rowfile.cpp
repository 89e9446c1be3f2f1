// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowfile.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>
#include <optional>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::Event;

// payload frames | key frames | directory frame | footer. Frames are zstd with its checksum. Numbers are
// little-endian, as everywhere in files that stay on the machine that made them.
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::string_view kRowsMagic = "FSROWS01";
constexpr std::size_t kKeyBytes = 8 + 16 + 4 + 4;
constexpr std::size_t kMaxFrame = std::size_t{1} << 30; ///< a longer one is damage
constexpr int kRowsLevel = 1;

struct Footer {
    std::array<unsigned char, 32> of{};
    std::uint64_t rows = 0;
    std::uint64_t keys = 0;      ///< where the key frames begin
    std::uint64_t directory = 0; ///< where the directory begins
    std::array<char, 8> magic{};
};
static_assert(sizeof(Footer) == 64);

struct FrameSizes {
    std::uint32_t payload = 0;
    std::uint32_t keys = 0;
};

void putNumber(std::string &out, std::uint64_t value)
{
    while (value >= 0x80) {
        out += static_cast<char>((value & 0x7FU) | 0x80U);
        value >>= 7U;
    }
    out += static_cast<char>(value);
}

void putSigned(std::string &out, std::int64_t value)
{
    putNumber(out, (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
}

void putText(std::string &out, std::string_view text)
{
    putNumber(out, text.size());
    out += text;
}

/// Wraps around like the reader does: a missing instant survives too.
std::int64_t distance(Instant a, Instant b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a.micros()) -
                                     static_cast<std::uint64_t>(b.micros()));
}

void putEvent(std::string &out, const Event &event)
{
    const bool hasRaw = event.rawSha256 != base::Sha256{};
    out += static_cast<char>(static_cast<unsigned>(event.knownBasis) |
                             (static_cast<unsigned>(event.precision) << 2U) | (hasRaw ? 8U : 0U));
    putNumber(out, event.seq);
    putSigned(out, distance(event.knownAt, event.timestamp));
    putSigned(out, distance(event.ingestedAt, event.timestamp));
    putSigned(out, event.parserVersion);
    out.append(reinterpret_cast<const char *>(&event.value), sizeof event.value);
    if (hasRaw)
        out.append(reinterpret_cast<const char *>(event.rawSha256.data()), event.rawSha256.size());
    for (const std::string *text : {&event.source, &event.eventType, &event.entity, &event.unit, &event.text,
                                    &event.metadata, &event.parser})
        putText(out, *text);
}

/// Reads what putEvent wrote; isGood turns false, and stays so, when there is not enough.
class Taker final
{
public:
    explicit Taker(std::string_view bytes)
        : m_bytes(bytes)
    {}
    std::string_view bytes(std::uint64_t count)
    {
        if (count > m_bytes.size()) {
            m_isGood = false;
            m_bytes = {};
            return {};
        }
        const std::string_view taken = m_bytes.substr(0, count);
        m_bytes.remove_prefix(count);
        return taken;
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::string_view one = bytes(1);
            if (one.empty())
                return 0;
            const auto byte = static_cast<unsigned char>(one[0]);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80)
                return value;
        }
        m_isGood = false;
        return 0;
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>((value >> 1U) ^ (0 - (value & 1U)));
    }
    Instant instant(Instant from)
    {
        return Instant(static_cast<std::int64_t>(static_cast<std::uint64_t>(from.micros()) +
                                                 static_cast<std::uint64_t>(signedNumber())));
    }
    template <typename T>
    void copy(T &to)
    {
        const std::string_view from = bytes(sizeof to);
        if (!from.empty())
            std::memcpy(&to, from.data(), sizeof to);
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    std::string_view m_bytes;
    bool m_isGood = true;
};

bool takeEvent(std::string_view bytes, const RowKey &key, Event &event)
{
    Taker taker(bytes);
    event.timestamp = key.timestamp;
    event.id = key.id;
    event.revision = key.revision;
    unsigned char flags = 0;
    taker.copy(flags);
    event.knownBasis = static_cast<domain::KnownBasis>(flags & 3U);
    event.precision = static_cast<domain::Precision>((flags >> 2U) & 1U);
    event.seq = taker.number();
    event.knownAt = taker.instant(key.timestamp);
    event.ingestedAt = taker.instant(key.timestamp);
    event.parserVersion = static_cast<std::int32_t>(taker.signedNumber());
    taker.copy(event.value);
    if ((flags & 8U) != 0)
        taker.copy(event.rawSha256);
    for (std::string *text : {&event.source, &event.eventType, &event.entity, &event.unit, &event.text,
                              &event.metadata, &event.parser})
        *text = taker.bytes(taker.number());
    return taker.isGood();
}

using Compressor = std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)>;

Result<std::string> packed(const Compressor &zstd, std::string_view bytes)
{
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(zstd.get(), frame.data(), frame.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size))
        return Error{ErrorCode::Internal,
                     Tr::tr("Rows could not be compressed: %1.").arg(base::qs(ZSTD_getErrorName(size)))};
    frame.resize(size);
    return frame;
}

std::optional<std::string> unpacked(std::string_view frame)
{
    // one for each thread: making one costs more than unpacking a block
    thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> zstd(ZSTD_createDCtx(),
                                                                                 &ZSTD_freeDCtx);
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size > kMaxFrame) // the two error values are larger
        return std::nullopt;
    std::string bytes(size, '\0');
    const std::size_t got =
        ZSTD_decompressDCtx(zstd.get(), bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(got) || got != size)
        return std::nullopt;
    return bytes;
}

} // namespace

struct RowFileWriter::State {
    TemporaryFile file;
    std::unique_ptr<std::FILE, int (*)(std::FILE *)> keyFrames; ///< they follow all payloads
    Compressor zstd;
    std::string keys;
    std::string payload;
    std::vector<std::uint32_t> ends; ///< of the rows in the payload
    std::vector<FrameSizes> directory;
    std::uint64_t rows = 0;
    std::uint64_t written = 0;
};

RowFileWriter::RowFileWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

RowFileWriter::~RowFileWriter() = default;

Result<std::unique_ptr<RowFileWriter>> RowFileWriter::create(const std::filesystem::path &target)
{
    Result<TemporaryFile> file = TemporaryFile::create(target);
    if (!file)
        return file.error();
    auto state = std::make_unique<State>(State{std::move(file).value(),
                                               {std::tmpfile(), &std::fclose},
                                               {ZSTD_createCCtx(), &ZSTD_freeCCtx},
                                               {},
                                               {},
                                               {},
                                               {}});
    if (!state->keyFrames)
        return fileError(target, errno);
    ZSTD_CCtx_setParameter(state->zstd.get(), ZSTD_c_compressionLevel, kRowsLevel);
    ZSTD_CCtx_setParameter(state->zstd.get(), ZSTD_c_checksumFlag, 1);
    const auto begun = state->file.write(kRowsMagic);
    if (!begun)
        return begun.error();
    state->written = kRowsMagic.size();
    return std::unique_ptr<RowFileWriter>(new RowFileWriter(std::move(state)));
}

Result<void> RowFileWriter::add(const Event &event, std::uint32_t fileRow)
{
    State &s = *m_state;
    const std::int64_t timestamp = event.timestamp.micros();
    s.keys.append(reinterpret_cast<const char *>(&timestamp), sizeof timestamp);
    s.keys.append(reinterpret_cast<const char *>(event.id.bytes.data()), event.id.bytes.size());
    s.keys.append(reinterpret_cast<const char *>(&event.revision), sizeof event.revision);
    s.keys.append(reinterpret_cast<const char *>(&fileRow), sizeof fileRow);
    putEvent(s.payload, event);
    s.ends.push_back(static_cast<std::uint32_t>(s.payload.size()));
    ++s.rows;
    return s.ends.size() == kRowsPerBlock ? endBlock() : Result<void>();
}

Result<void> RowFileWriter::endBlock()
{
    State &s = *m_state;
    if (s.ends.empty())
        return {};
    std::string payload(reinterpret_cast<const char *>(s.ends.data()), s.ends.size() * sizeof s.ends[0]);
    payload += s.payload;
    const auto rows = packed(s.zstd, payload);
    if (!rows)
        return rows.error();
    const auto keys = packed(s.zstd, s.keys);
    if (!keys)
        return keys.error();
    const auto written = s.file.write(*rows);
    if (!written)
        return written;
    s.written += rows->size();
    if (std::fwrite(keys->data(), 1, keys->size(), s.keyFrames.get()) != keys->size())
        return fileError(s.file.path(), errno);
    s.directory.push_back(
        {static_cast<std::uint32_t>(rows->size()), static_cast<std::uint32_t>(keys->size())});
    s.keys.clear();
    s.payload.clear();
    s.ends.clear();
    return {};
}

Result<void> RowFileWriter::finish(const base::Sha256 &of)
{
    State &s = *m_state;
    const auto ended = endBlock();
    if (!ended)
        return ended;
    Footer footer;
    footer.of = of;
    footer.rows = s.rows;
    footer.keys = s.written;
    if (std::fflush(s.keyFrames.get()) != 0 || std::fseek(s.keyFrames.get(), 0, SEEK_SET) != 0)
        return fileError(s.file.path(), errno);
    std::vector<char> buffer(std::size_t{1} << 20U);
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), s.keyFrames.get())) {
        const auto copied = s.file.write({buffer.data(), got});
        if (!copied)
            return copied;
        s.written += got;
    }
    if (std::ferror(s.keyFrames.get()) != 0)
        return fileError(s.file.path(), errno);
    footer.directory = s.written;
    std::copy(kRowsMagic.begin(), kRowsMagic.end(), footer.magic.begin());
    const auto directory = packed(s.zstd, {reinterpret_cast<const char *>(s.directory.data()),
                                           s.directory.size() * sizeof(FrameSizes)});
    if (!directory)
        return directory.error();
    auto written = s.file.write(*directory);
    if (written)
        written = s.file.write({reinterpret_cast<const char *>(&footer), sizeof footer});
    return written ? s.file.publish() : written;
}

Result<std::shared_ptr<const RowFile>> RowFile::open(const std::filesystem::path &file,
                                                     const base::Sha256 &of, std::uint64_t rows)
{
    std::shared_ptr<RowFile> opened(new RowFile);
    opened->m_file = file;
    opened->m_descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened->m_descriptor < 0 && errno == ENOENT)
        return Error{ErrorCode::NotFound, Tr::tr("“%1” is not there.").arg(base::qs(file.string()))};
    struct stat status = {};
    if (opened->m_descriptor < 0 || ::fstat(opened->m_descriptor, &status) != 0)
        return fileError(file, errno);
    const auto bytes = static_cast<std::uint64_t>(status.st_size);
    Footer footer;
    if (bytes < kRowsMagic.size() + sizeof footer)
        return opened->damaged();
    const std::uint64_t end = bytes - sizeof footer;
    if (::pread(opened->m_descriptor, &footer, sizeof footer, static_cast<off_t>(end)) !=
        ssize_t{sizeof footer})
        return opened->damaged();
    const std::uint64_t blocks = (rows + kRowsPerBlock - 1) / kRowsPerBlock;
    if (std::string_view(footer.magic.data(), footer.magic.size()) != kRowsMagic || footer.of != of ||
        footer.rows != rows || footer.keys > footer.directory || footer.directory > end)
        return opened->damaged();
    const auto directory = opened->frame(footer.directory, end);
    if (!directory)
        return directory.error();
    if (directory->size() != blocks * sizeof(FrameSizes))
        return opened->damaged();
    opened->m_rows = rows;
    Block at{kRowsMagic.size(), footer.keys};
    opened->m_blocks.reserve(blocks + 1);
    for (std::uint64_t i = 0; i < blocks; ++i) {
        opened->m_blocks.push_back(at);
        FrameSizes sizes;
        std::memcpy(&sizes, directory->data() + i * sizeof sizes, sizeof sizes);
        at.payload += sizes.payload;
        at.keys += sizes.keys;
    }
    opened->m_blocks.push_back(at);
    if (at.payload != footer.keys || at.keys != footer.directory)
        return opened->damaged();
    return std::shared_ptr<const RowFile>(std::move(opened));
}

RowFile::~RowFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Error RowFile::damaged() const
{
    m_isDamaged = true;
    return Error{
        ErrorCode::Corrupt,
        Tr::tr("“%1” is damaged; it is only a copy and is made again.").arg(base::qs(m_file.string()))};
}

Result<std::string> RowFile::frame(std::uint64_t from, std::uint64_t to) const
{
    if (to - from > kMaxFrame)
        return damaged();
    std::string bytes(to - from, '\0');
    for (std::size_t got = 0; got < bytes.size();) {
        const ssize_t more =
            ::pread(m_descriptor, bytes.data() + got, bytes.size() - got, static_cast<off_t>(from + got));
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return fileError(m_file, errno);
        if (more == 0)
            return damaged();
        got += static_cast<std::size_t>(more);
    }
    std::optional<std::string> plain = unpacked(bytes);
    if (!plain)
        return damaged();
    return std::move(*plain);
}

Result<void> RowFile::readKeys(std::uint32_t block, std::vector<RowPlace> &places) const
{
    const auto bytes = frame(m_blocks[block].keys, m_blocks[block + 1].keys);
    if (!bytes)
        return bytes.error();
    const std::uint64_t count =
        std::min<std::uint64_t>(kRowsPerBlock, m_rows - std::uint64_t{block} * kRowsPerBlock);
    if (bytes->size() != count * kKeyBytes)
        return damaged();
    places.resize(count);
    const char *at = bytes->data();
    for (RowPlace &place : places) {
        std::int64_t timestamp = 0;
        std::memcpy(&timestamp, at, 8);
        place.key.timestamp = Instant(timestamp);
        std::memcpy(place.key.id.bytes.data(), at + 8, 16);
        std::memcpy(&place.key.revision, at + 24, 4);
        std::memcpy(&place.fileRow, at + 28, 4);
        at += kKeyBytes;
    }
    return {};
}

Result<std::vector<Event>> RowFile::readEvents(std::uint32_t block,
                                               std::span<const std::uint32_t> positions) const
{
    std::vector<RowPlace> places;
    const auto keys = readKeys(block, places);
    if (!keys)
        return keys.error();
    const auto bytes = frame(m_blocks[block].payload, m_blocks[block + 1].payload);
    if (!bytes)
        return bytes.error();
    const std::size_t head = places.size() * sizeof(std::uint32_t);
    if (bytes->size() < head)
        return damaged();
    std::vector<std::uint32_t> ends(places.size());
    std::memcpy(ends.data(), bytes->data(), head);
    std::vector<Event> events(positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const std::uint32_t row = positions[i];
        const std::uint32_t from = row == 0 ? 0 : ends[row - 1];
        if (ends[row] < from || head + ends[row] > bytes->size())
            return damaged();
        const std::string_view piece(bytes->data() + head + from, ends[row] - from);
        if (!takeEvent(piece, places[row].key, events[i]))
            return damaged();
    }
    return events;
}

std::size_t RowFile::memoryBytes() const
{
    return sizeof *this + m_blocks.capacity() * sizeof(Block);
}

} // namespace core::store
