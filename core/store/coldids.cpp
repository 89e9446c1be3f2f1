// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coldids.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/eventrow.h"
#include "core/store/files.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>
#include <utility>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using base::Uuid;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kIdsMagic = "FSIDS001";
constexpr std::size_t kHashBytes = 32;

/// Whether the sorted, evenly spread hashes hold one: guesses where it must be and looks around there.
bool contains(const std::vector<std::uint64_t> &hashes, std::uint64_t hash)
{
    const double count = static_cast<double>(hashes.size());
    const auto guess = static_cast<std::ptrdiff_t>(static_cast<double>(hash) / 0x1p64 * count);
    const auto reach = static_cast<std::ptrdiff_t>(4 * std::sqrt(count)) + 1;
    const auto size = static_cast<std::ptrdiff_t>(hashes.size());
    auto low = std::clamp<std::ptrdiff_t>(guess - reach, 0, size);
    auto high = std::clamp<std::ptrdiff_t>(guess + reach, 0, size);
    if (low > 0 && hashes[static_cast<std::size_t>(low)] > hash)
        low = 0;
    if (high < size && hashes[static_cast<std::size_t>(high)] < hash)
        high = size;
    else
        high = std::min(high + 1, size);
    return std::binary_search(hashes.begin() + low, hashes.begin() + high, hash);
}

} // namespace

std::size_t UuidHash::operator()(const Uuid &id) const
{
    return idHash(id);
}

Result<void> writeCompanion(const fs::path &lakeFile, std::vector<std::uint64_t> hashes)
{
    std::sort(hashes.begin(), hashes.end());
    std::string bytes(kIdsMagic);
    bytes.append(reinterpret_cast<const char *>(hashes.data()), hashes.size() * sizeof(std::uint64_t));
    const base::Sha256 check = base::sha256(bytes);
    bytes.append(reinterpret_cast<const char *>(check.data()), check.size());
    auto file = TemporaryFile::create(Lake::companionOf(lakeFile));
    if (!file)
        return file.error();
    auto written = file->write(bytes);
    return written ? file->publish() : written;
}

Result<std::vector<std::uint64_t>> readCompanion(const fs::path &lakeFile)
{
    const fs::path file = Lake::companionOf(lakeFile);
    const Error damaged{ErrorCode::Corrupt,
                        Tr::tr("“%1” is damaged or missing.").arg(base::qs(file.string()))};
    const Result<std::string> bytes = readSmallFile(file);
    if (!bytes || bytes->size() < kIdsMagic.size() + kHashBytes ||
        !std::string_view(*bytes).starts_with(kIdsMagic))
        return damaged;
    const std::string_view body = std::string_view(*bytes).substr(0, bytes->size() - kHashBytes);
    const base::Sha256 check = base::sha256(body);
    if (std::memcmp(check.data(), bytes->data() + body.size(), kHashBytes) != 0)
        return damaged;
    std::vector<std::uint64_t> hashes((body.size() - kIdsMagic.size()) / sizeof(std::uint64_t));
    std::memcpy(hashes.data(), body.data() + kIdsMagic.size(), hashes.size() * sizeof(std::uint64_t));
    return hashes;
}

ColdIds::ColdIds(const Lake &lake, const DuckConnection &duck)
    : m_lake(lake)
    , m_duck(duck)
{}

Result<void> ColdIds::catchUp(Database &database)
{
    const auto entries = readableFiles(database, "events");
    if (!entries)
        return entries.error();
    std::set<std::string_view> named;
    for (const ManifestEntry &entry : *entries) {
        named.insert(entry.file);
        m_files[entry.part].try_emplace(entry.file, File{entry, false, {}});
    }
    for (auto &[source, files] : m_files)
        std::erase_if(files, [&named](const auto &file) { return !named.contains(file.first); });
    return {};
}

Result<void> ColdIds::load(File &file)
{
    if (file.isLoaded)
        return {};
    auto hashes = readCompanion(m_lake.absolute(file.entry));
    if (!hashes) {
        hashes = std::vector<std::uint64_t>();
        Result<DuckResult> rows = m_duck.query("SELECT id FROM read_parquet(?, hive_partitioning = false)",
                                               {m_lake.absolute(file.entry).string()});
        if (!rows)
            return rows.error();
        for (;;) {
            const Result<bool> more = rows->next();
            if (!more)
                return more.error();
            if (!*more)
                break;
            for (std::size_t i = 0; i < rows->rows(); ++i)
                hashes->push_back(idHash(rows->uuid(0, i)));
        }
        std::sort(hashes->begin(), hashes->end());
        const auto written = writeCompanion(m_lake.absolute(file.entry), *hashes);
        if (!written)
            return written;
    }
    file.hashes = std::move(hashes).value();
    file.isLoaded = true;
    return {};
}

Result<Histories> ColdIds::versionsOf(std::string_view source, std::span<const Uuid> ids)
{
    Histories histories;
    const auto found = m_files.find(source);
    if (found == m_files.end() || found->second.empty())
        return histories;
    std::vector<std::pair<std::uint64_t, const Uuid *>> hashes;
    hashes.reserve(ids.size());
    for (const Uuid &id : ids)
        hashes.emplace_back(idHash(id), &id);
    std::sort(hashes.begin(), hashes.end()); // neighbours are looked up in neighbouring memory
    for (auto &[name, file] : found->second) {
        const auto loaded = load(file);
        if (!loaded) {
            m_unread = file.entry;
            return loaded.error();
        }
        std::vector<Uuid> wanted;
        for (const auto &[hash, id] : hashes) {
            if (contains(file.hashes, hash))
                wanted.push_back(*id);
        }
        if (wanted.empty())
            continue;
        const auto read = readVersions(file, wanted, histories);
        if (!read) {
            m_unread = file.entry;
            return read.error();
        }
    }
    return histories;
}

bool ColdIds::setAsideDamaged(Catalog &catalog)
{
    if (!m_unread)
        return false;
    const std::vector<ManifestEntry> unread{*std::exchange(m_unread, std::nullopt)};
    const auto verified = m_lake.verify(catalog, unread, {}, {}, Check::Always);
    return !verified && verified.error().code == ErrorCode::Corrupt;
}

Result<void> ColdIds::readVersions(const File &file, const std::vector<Uuid> &wanted,
                                   Histories &histories) const
{
    auto done = m_duck.run("CREATE OR REPLACE TEMP TABLE wanted(id UUID)");
    if (!done)
        return done;
    Result<DuckAppender> appender = DuckAppender::open(m_duck, "wanted");
    if (!appender)
        return appender.error();
    for (const Uuid &id : wanted) {
        appender->setUuid(0, id);
        done = appender->endRow();
        if (!done)
            return done;
    }
    done = appender->close();
    if (!done)
        return done;
    Result<DuckResult> rows = m_duck.query("SELECT " + std::string(kEventColumns) +
                                               " FROM read_parquet(?, hive_partitioning = false) e WHERE "
                                               "EXISTS (SELECT 1 FROM wanted w WHERE w.id = e.id)",
                                           {m_lake.absolute(file.entry).string()});
    if (!rows)
        return rows.error();
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        for (std::size_t i = 0; i < rows->rows(); ++i) {
            const domain::Event event = eventAt(*rows, i);
            histories[event.id].add(
                {event.revision, event.knownAt, event.seq, domain::contentHash(event), file.entry.file});
        }
    }
}

} // namespace core::store
