// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/scancounts.h"
#include "core/discovery/screen.h"
#include "core/store/files.h"

#include <algorithm>
#include <cstring>
#include <fstream>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kSuffix = ".screen";
constexpr std::uint64_t kMagic = 0x31'52'43'53'53'46; // "FSSCR1"

/// The beginning of a piece's file, in the machine's own byte order: pieces are no exchange format, and one
/// of another order has another magic number and counts as missing.
struct Head {
    std::uint64_t magic = kMagic;
    base::Sha256 key{};
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint64_t windows = 0;
    std::uint64_t shifts = 0;
    std::uint64_t planes = 0;

    [[nodiscard]] std::uint64_t hypotheses() const { return (last - first) * windows; }
    /// Of the whole file, with the hash at its end.
    [[nodiscard]] std::uint64_t bytes() const
    {
        return sizeof(Head) + sizeof(float) * (hypotheses() + shifts) +
               sizeof(std::uint32_t) * planes * shifts * kernel::kPlane + sizeof(base::Sha256);
    }
};

template <typename T>
std::string_view bytesOf(const T *values, std::size_t count)
{
    return {reinterpret_cast<const char *>(values), sizeof(T) * count};
}

bool isPlausible(const Head &head, const base::Sha256 &key, std::uint64_t size)
{
    constexpr std::uint64_t kMost = std::uint64_t{1} << 40;
    return head.magic == kMagic && head.key == key && head.first < head.last && head.last < kMost &&
           head.windows > 0 && head.windows < kMost / head.last && head.shifts > 0 && head.shifts < kMost &&
           head.planes <= kernel::kPlanes && head.bytes() == size;
}

Error unusable(const std::filesystem::path &file)
{
    return {ErrorCode::Corrupt,
            Tr::tr("The piece %1 of a screen is damaged; delete it, and the run computes it again.")
                .arg(base::qs(file.string()))};
}

} // namespace

PieceFolder::PieceFolder(const base::Sha256 &key, std::filesystem::path folder,
                         std::vector<std::filesystem::path> others)
    : m_key(key)
    , m_folder(std::move(folder))
{
    if (!m_folder.empty())
        list(m_folder);
    for (const std::filesystem::path &other : others)
        list(other);
    std::vector<std::size_t> order(m_ranges.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_ranges[a].first < m_ranges[b].first;
    });
    std::vector<PieceRange> ranges;
    std::vector<std::filesystem::path> files;
    for (const std::size_t i : order) {
        if (!ranges.empty() && m_ranges[i].first < ranges.back().last)
            continue;
        ranges.push_back(m_ranges[i]);
        files.push_back(m_files[i]);
    }
    m_ranges = std::move(ranges);
    m_files = std::move(files);
}

void PieceFolder::list(const std::filesystem::path &folder)
{
    std::error_code none;
    for (std::filesystem::directory_iterator entry(folder, none), end; !none && entry != end;
         entry.increment(none)) {
        const std::filesystem::path &file = entry->path();
        if (file.extension() != kSuffix)
            continue;
        std::error_code unknown;
        const std::uint64_t size = std::filesystem::file_size(file, unknown);
        std::ifstream in(file, std::ios::binary);
        Head head;
        if (unknown || !in.read(reinterpret_cast<char *>(&head), sizeof head) ||
            !isPlausible(head, m_key, size))
            continue;
        m_ranges.push_back({head.first, head.last});
        m_files.push_back(file);
    }
}

Result<ScreenPiece> PieceFolder::load(const PieceRange &range) const
{
    const auto found = std::find_if(m_ranges.begin(), m_ranges.end(),
                                    [&](const PieceRange &one) { return one.first == range.first; });
    const std::filesystem::path &file = m_files[static_cast<std::size_t>(found - m_ranges.begin())];
    std::ifstream in(file, std::ios::binary);
    Head head;
    std::error_code unknown;
    const std::uint64_t size = std::filesystem::file_size(file, unknown);
    if (unknown || !in.read(reinterpret_cast<char *>(&head), sizeof head) || !isPlausible(head, m_key, size))
        return unusable(file);
    ScreenPiece piece;
    piece.range = range;
    piece.y.resize(head.hypotheses());
    piece.maxima.resize(head.shifts);
    std::vector<std::uint32_t> cells(head.planes * head.shifts * kernel::kPlane);
    base::Sha256Stream hash;
    hash.add(bytesOf(&head, 1));
    const auto read = [&](auto &values) {
        const std::string_view bytes = bytesOf(values.data(), values.size());
        in.read(const_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        hash.add(bytes);
    };
    read(piece.y);
    read(piece.maxima);
    read(cells);
    base::Sha256 stored{};
    in.read(reinterpret_cast<char *>(stored.data()), stored.size());
    if (!in || hash.finish() != stored)
        return unusable(file);
    piece.counts = std::make_shared<CountTable>(head.shifts, cells);
    return piece;
}

Result<void> PieceFolder::keep(const ScreenPiece &piece, std::size_t windows) const
{
    if (m_folder.empty())
        return {};
    if (const auto made = store::makeFolder(m_folder); !made.ok())
        return made;
    const std::span<const std::uint32_t> cells = piece.counts->cells();
    Head head;
    head.key = m_key;
    head.first = piece.range.first;
    head.last = piece.range.last;
    head.windows = windows;
    head.shifts = piece.maxima.size();
    head.planes = cells.size() / (head.shifts * kernel::kPlane);
    auto file = store::TemporaryFile::create(
        m_folder / (std::to_string(head.first) + "-" + std::to_string(head.last) + std::string(kSuffix)));
    if (!file.ok())
        return file.error();
    base::Sha256Stream hash;
    for (const std::string_view bytes :
         {bytesOf(&head, 1), bytesOf(piece.y.data(), piece.y.size()),
          bytesOf(piece.maxima.data(), piece.maxima.size()), bytesOf(cells.data(), cells.size())}) {
        hash.add(bytes);
        if (const auto written = file->write(bytes); !written.ok())
            return written;
    }
    const base::Sha256 end = hash.finish();
    if (const auto written = file->write(bytesOf(end.data(), end.size())); !written.ok())
        return written;
    return file->publish();
}

} // namespace core::discovery
