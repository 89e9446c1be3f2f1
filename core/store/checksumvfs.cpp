// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the checksum is written: on writes to the database file, which in WAL mode are the checkpoint's.
// Writing it into WAL frames as well was rejected: SQLite has by then computed the frame's own checksum over
// the page, and the frame would be thrown away in recovery, that is, a commit lost after a crash.
#include "core/store/checksumvfs.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/sqlite.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>
#include <mutex>
#include <new>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::size_t kPageSize = kCatalogPageSize;
constexpr std::size_t kSummed = kPageSize - 8;
using PageView = std::span<const unsigned char, kPageSize>;

bool isAllZero(PageView page)
{
    return page[0] == 0 && std::memcmp(page.data(), page.data() + 1, kPageSize - 1) == 0;
}

bool matches(PageView page, std::uint64_t number)
{
    std::uint64_t stored = 0;
    std::memcpy(&stored, page.data() + kSummed, sizeof stored);
    // A page that SQLite allocated and freed within one transaction may never have been written.
    return stored == pageChecksum(page, number) || isAllZero(page);
}

/// Our file object; the real one of the layer below follows it in memory.
struct ShimFile {
    sqlite3_file base;
    bool isDatabase;
    unsigned char *scratch; ///< a page to put the checksum into; SQLite's own buffer stays as it is
};

constexpr std::size_t kShimSize = (sizeof(ShimFile) + 15) / 16 * 16;

ShimFile *shim(sqlite3_file *file)
{
    return reinterpret_cast<ShimFile *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + kShimSize);
}

sqlite3_vfs *realVfs(sqlite3_vfs *vfs)
{
    return static_cast<sqlite3_vfs *>(vfs->pAppData);
}

bool isPage(int bytes, sqlite3_int64 offset)
{
    return bytes == static_cast<int>(kPageSize) && offset % static_cast<sqlite3_int64>(kPageSize) == 0;
}

int shimClose(sqlite3_file *file)
{
    delete[] shim(file)->scratch;
    shim(file)->scratch = nullptr;
    return real(file)->pMethods->xClose(real(file));
}

int shimRead(sqlite3_file *file, void *buffer, int bytes, sqlite3_int64 offset)
{
    const int code = real(file)->pMethods->xRead(real(file), buffer, bytes, offset);
    if (code != SQLITE_OK || !shim(file)->isDatabase)
        return code;
    if (isPage(bytes, offset)) {
        const PageView page(static_cast<const unsigned char *>(buffer), kPageSize);
        return matches(page, static_cast<std::uint64_t>(offset) / kPageSize + 1) ? SQLITE_OK
                                                                                 : SQLITE_IOERR_DATA;
    }
    // Whole pages of another size mean that the page size in the header was altered.
    return bytes >= 512 && (bytes & (bytes - 1)) == 0 ? SQLITE_IOERR_DATA : SQLITE_OK;
}

int shimWrite(sqlite3_file *file, const void *buffer, int bytes, sqlite3_int64 offset)
{
    if (shim(file)->isDatabase && isPage(bytes, offset)) {
        unsigned char *page = shim(file)->scratch;
        std::memcpy(page, buffer, kSummed);
        const std::uint64_t sum =
            pageChecksum(PageView(page, kPageSize), static_cast<std::uint64_t>(offset) / kPageSize + 1);
        std::memcpy(page + kSummed, &sum, sizeof sum);
        buffer = page;
    }
    return real(file)->pMethods->xWrite(real(file), buffer, bytes, offset);
}

int shimTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    return real(file)->pMethods->xTruncate(real(file), size);
}
int shimSync(sqlite3_file *file, int flags)
{
    return real(file)->pMethods->xSync(real(file), flags);
}
int shimFileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int shimLock(sqlite3_file *file, int lock)
{
    return real(file)->pMethods->xLock(real(file), lock);
}
int shimUnlock(sqlite3_file *file, int lock)
{
    return real(file)->pMethods->xUnlock(real(file), lock);
}
int shimReserved(sqlite3_file *file, int *out)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
}
int shimControl(sqlite3_file *file, int op, void *arg)
{
    return real(file)->pMethods->xFileControl(real(file), op, arg);
}
int shimSectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int shimTraits(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int shimShmMap(sqlite3_file *file, int region, int size, int extend, void volatile **at)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, at);
}
int shimShmLock(sqlite3_file *file, int offset, int n, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}
void shimShmBarrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int shimShmUnmap(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: shared memory for the WAL, but no xFetch, so that no page is read past the checksum through
// mmap.
constexpr sqlite3_io_methods kMethods = {
    2,           shimClose,      shimRead,     shimWrite,   shimTruncate,   shimSync,   shimFileSize,
    shimLock,    shimUnlock,     shimReserved, shimControl, shimSectorSize, shimTraits, shimShmMap,
    shimShmLock, shimShmBarrier, shimShmUnmap, nullptr,     nullptr,
};

int shimOpen(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    ShimFile *mine = shim(file);
    *mine = {};
    const int code = realVfs(vfs)->xOpen(realVfs(vfs), name, real(file), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    mine->isDatabase = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    if (mine->isDatabase) {
        mine->scratch = new (std::nothrow) unsigned char[kPageSize];
        if (!mine->scratch) {
            real(file)->pMethods->xClose(real(file));
            return SQLITE_NOMEM;
        }
    }
    mine->base.pMethods = &kMethods;
    return SQLITE_OK;
}

} // namespace

// No dispatch by CPU: GCC's baseline SSE2 code reaches 2 GB/s, a hundred times what a checkpoint writes.
std::uint64_t pageChecksum(PageView page, std::uint64_t pageNumber)
{
    std::uint32_t words[kSummed / 4];
    std::memcpy(words, page.data(), kSummed);
    std::uint32_t plain = 0;
    std::uint32_t weighted = 0;
    for (std::uint32_t i = 0; i < kSummed / 4; ++i) {
        plain += words[i];
        weighted += words[i] * (2 * i + 1); // odd weights: no bit of a word is lost
    }
    weighted += static_cast<std::uint32_t>(pageNumber) * 2654435761U + 1;
    return static_cast<std::uint64_t>(weighted) << 32 | plain;
}

void registerChecksumVfs()
{
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite3_initialize();
        sqlite3_vfs *below = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs vfs =
            *below;          // everything but opening is the real one's; its functions get our pointer,
        vfs.pNext = nullptr; // of which they read only pAppData, so those that do are forwarded
        vfs.zName = kChecksumVfs;
        vfs.szOsFile = static_cast<int>(kShimSize) + below->szOsFile;
        vfs.pAppData = below;
        vfs.xOpen = shimOpen;
        vfs.xDelete = [](sqlite3_vfs *v, const char *name, int sync) {
            return realVfs(v)->xDelete(realVfs(v), name, sync);
        };
        vfs.xAccess = [](sqlite3_vfs *v, const char *name, int flags, int *out) {
            return realVfs(v)->xAccess(realVfs(v), name, flags, out);
        };
        vfs.xFullPathname = [](sqlite3_vfs *v, const char *name, int size, char *out) {
            return realVfs(v)->xFullPathname(realVfs(v), name, size, out);
        };
        sqlite3_vfs_register(&vfs, 0);
    });
}

namespace {

/// Fills a block from a place of the file on; fewer bytes at its end.
using ReadAt = std::function<Result<std::size_t>(std::span<unsigned char>, std::uint64_t)>;

Result<std::vector<std::uint64_t>> badPagesOf(const ReadAt &readAt, std::uint64_t total, const QString &name,
                                              const base::CancelToken &cancel,
                                              const base::ProgressSink &progress)
{
    constexpr std::size_t kBlockPages = 256;
    std::vector<unsigned char> block(kBlockPages * kPageSize);
    std::vector<std::uint64_t> bad;
    std::uint64_t number = 0;
    for (;;) {
        const auto read = readAt(block, number * kPageSize);
        if (!read)
            return read.error();
        if (*read == 0)
            return bad;
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The work was cancelled.")};
        for (std::size_t at = 0; at < *read; at += kPageSize) {
            ++number;
            if (*read - at < kPageSize || !matches(PageView(block.data() + at, kPageSize), number))
                bad.push_back(number);
        }
        if (progress)
            progress({number * kPageSize, total, name});
    }
}

} // namespace

Result<std::vector<std::uint64_t>> badPages(const std::filesystem::path &file,
                                            const base::CancelToken &cancel,
                                            const base::ProgressSink &progress)
{
    const auto fail = [&file] {
        return Error{ErrorCode::Storage,
                     Tr::tr("“%1” cannot be read: %2.").arg(qs(file.string()), qs(std::strerror(errno)))};
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> in(std::fopen(file.c_str(), "rbe"), &std::fclose);
    if (!in)
        return fail();
    std::error_code ignored;
    const std::uint64_t total = std::filesystem::file_size(file, ignored);
    const auto next = [&](std::span<unsigned char> into, std::uint64_t) -> Result<std::size_t> {
        const std::size_t read = std::fread(into.data(), 1, into.size(), in.get());
        return std::ferror(in.get()) ? Result<std::size_t>(fail()) : Result<std::size_t>(read);
    };
    return badPagesOf(next, total, qs(file.filename().string()), cancel, progress);
}

Result<std::vector<std::uint64_t>> badPages(const Database &database, const base::CancelToken &cancel)
{
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK)
        code =
            file->pMethods == &kMethods ? real(file)->pMethods->xFileSize(real(file), &size) : SQLITE_MISUSE;
    if (code != SQLITE_OK)
        return database.errorFor(code);
    const auto total = static_cast<std::uint64_t>(size);
    const auto read = [&](std::span<unsigned char> into, std::uint64_t at) -> Result<std::size_t> {
        const std::size_t bytes = at < total ? std::min<std::uint64_t>(into.size(), total - at) : 0;
        const int done = bytes == 0
                             ? SQLITE_OK
                             : real(file)->pMethods->xRead(real(file), into.data(), static_cast<int>(bytes),
                                                           static_cast<sqlite3_int64>(at));
        if (done != SQLITE_OK && done != SQLITE_IOERR_SHORT_READ) // cut meanwhile: the rest is zero
            return database.errorFor(done);
        return bytes;
    };
    return badPagesOf(read, total, qs(database.path().filename().string()), cancel, {});
}

} // namespace core::store
