// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the allocator of this program and its libraries, and counts what is out. What mallinfo2 says
// would not do: pieces that threads keep for themselves after they were freed count as allocated there.
#include "tests/gui/heapcount.h"

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <atomic>
#include <cerrno>
#include <malloc.h>

extern "C" {
void *__libc_malloc(std::size_t size) noexcept;
void *__libc_calloc(std::size_t count, std::size_t size) noexcept;
void *__libc_realloc(void *old, std::size_t size) noexcept;
void *__libc_memalign(std::size_t alignment, std::size_t size) noexcept;
void __libc_free(void *piece) noexcept;
}

namespace {

constinit std::atomic<long long> g_live{0};

long long sizeOf(void *piece) noexcept
{
    return static_cast<long long>(malloc_usable_size(piece));
}

void *counted(void *piece) noexcept
{
    g_live.fetch_add(sizeOf(piece), std::memory_order_relaxed);
    return piece;
}

} // namespace

extern "C" {

void *malloc(std::size_t size) noexcept
{
    return counted(__libc_malloc(size));
}

void *calloc(std::size_t count, std::size_t size) noexcept
{
    return counted(__libc_calloc(count, size));
}

void *realloc(void *old, std::size_t size) noexcept
{
    const long long before = sizeOf(old);
    void *piece = __libc_realloc(old, size);
    if (piece || size == 0) // else the old piece stays
        g_live.fetch_add(sizeOf(piece) - before, std::memory_order_relaxed);
    return piece;
}

void *memalign(std::size_t alignment, std::size_t size) noexcept
{
    return counted(__libc_memalign(alignment, size));
}

void *aligned_alloc(std::size_t alignment, std::size_t size) noexcept
{
    return memalign(alignment, size);
}

int posix_memalign(void **piece, std::size_t alignment, std::size_t size) noexcept
{
    *piece = memalign(alignment, size);
    return *piece ? 0 : ENOMEM;
}

void free(void *piece) noexcept
{
    g_live.fetch_sub(sizeOf(piece), std::memory_order_relaxed);
    __libc_free(piece);
}

} // extern "C"

namespace tests {

long long liveBytes()
{
    return g_live.load();
}

} // namespace tests

#else

namespace tests {

long long liveBytes()
{
    return 0;
}

} // namespace tests

#endif
