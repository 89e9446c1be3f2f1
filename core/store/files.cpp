// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/uuid.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kTemporaryPrefix = ".tmp-";

/// A file descriptor that closes itself.
class Descriptor final
{
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

Result<void> syncPath(const std::filesystem::path &path, int flags)
{
    const Descriptor descriptor(::open(path.c_str(), flags | O_RDONLY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0)
        return fileError(path, errno);
    return {};
}

} // namespace

Error fileError(const std::filesystem::path &file, int code)
{
    const QString name = qs(file.string());
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::Storage, Tr::tr("The disk that holds “%1” is full: free some space and try again. "
                                           "Nothing that was stored is lost.")
                                        .arg(name)};
    case ENOENT:
        return {ErrorCode::NotFound, Tr::tr("“%1” does not exist: check the path.").arg(name)};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::Storage,
                Tr::tr("“%1” may not be read or written: check its permissions and its folder’s.").arg(name)};
    default:
        return {ErrorCode::Storage,
                Tr::tr("“%1” could not be read or written: %2.").arg(name, qs(std::strerror(code)))};
    }
}

Result<void> makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    if (std::filesystem::is_directory(folder, error))
        return {};
    if (folder.has_parent_path() && folder.parent_path() != folder) {
        if (auto made = makeFolder(folder.parent_path()); !made)
            return made;
    }
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return fileError(folder, errno);
    return syncFolder(folder.parent_path()); // the way to a file must last as the file does
}

Result<void> syncFile(const std::filesystem::path &file)
{
    return syncPath(file, 0);
}

Result<void> syncFolder(const std::filesystem::path &folder)
{
    return syncPath(folder.empty() ? "." : folder, O_DIRECTORY);
}

Result<void> publishFile(const std::filesystem::path &temporary, const std::filesystem::path &file)
{
    if (::chmod(temporary.c_str(), S_IRUSR | S_IWUSR) != 0)
        return fileError(temporary, errno);
    if (auto synced = syncFile(temporary); !synced)
        return synced;
    if (::rename(temporary.c_str(), file.c_str()) != 0)
        return fileError(file, errno);
    return syncFolder(file.parent_path());
}

std::filesystem::path temporaryName(const std::filesystem::path &folder)
{
    return folder / (std::string(kTemporaryPrefix) + base::toText(base::freshUuid()));
}

bool isTemporaryName(const std::filesystem::path &file)
{
    return file.filename().string().starts_with(kTemporaryPrefix);
}

void removeDatabase(const std::filesystem::path &file)
{
    std::error_code ignored;
    for (const char *ending : {"", "-wal", "-shm"})
        std::filesystem::remove(file.string() + ending, ignored);
}

Result<void> removeFile(const std::filesystem::path &file)
{
    if (::unlink(file.c_str()) != 0 && errno != ENOENT)
        return fileError(file, errno);
    return {};
}

Result<bool> hasBytes(const std::filesystem::path &file, const base::Sha256 &sha256)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error)
        return false;
    const auto hash = base::sha256File(file);
    if (!hash)
        return hash.error();
    return *hash == sha256;
}

bool isPlainPath(std::string_view path)
{
    // "\\" and ":" mean folders and drives elsewhere; control characters fool who reads the name
    const auto isPlain = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '\\' && c != ':';
    };
    if (path.size() > 4000 || !std::ranges::all_of(path, isPlain))
        return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == ".." || part.size() > 255)
            return false;
        begin = end + 1;
    }
    return true;
}

Result<std::string> readSmallFile(const std::filesystem::path &file)
{
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.get() < 0)
        return fileError(file, errno);
    std::string text;
    char block[65536];
    for (;;) {
        const ssize_t got = ::read(in.get(), block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fileError(file, errno);
        if (got == 0)
            return text;
        text.append(block, static_cast<std::size_t>(got));
    }
}

Result<TemporaryFile> TemporaryFile::create(const std::filesystem::path &target)
{
    TemporaryFile file;
    file.m_target = target;
    file.m_path = temporaryName(target.parent_path());
    file.m_descriptor =
        ::open(file.m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file.m_descriptor < 0)
        return fileError(target, errno);
    return file;
}

TemporaryFile::TemporaryFile(TemporaryFile &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_target(std::move(other.m_target))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{}

TemporaryFile::~TemporaryFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_path.empty())
        ::unlink(m_path.c_str());
}

Result<void> TemporaryFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(m_descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return fileError(m_target, errno);
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

Result<void> TemporaryFile::publish()
{
    return publishAs(m_target);
}

Result<void> TemporaryFile::publishAs(const std::filesystem::path &target)
{
    if (::fsync(m_descriptor) != 0)
        return fileError(target, errno);
    if (::close(std::exchange(m_descriptor, -1)) != 0)
        return fileError(target, errno);
    if (::rename(m_path.c_str(), target.c_str()) != 0)
        return fileError(target, errno);
    m_path.clear();
    return syncFolder(target.parent_path());
}

Result<void> writeSmallFile(const std::filesystem::path &file, std::string_view bytes)
{
    Result<TemporaryFile> target = TemporaryFile::create(file);
    if (!target)
        return target.error();
    const Result<void> written = target->write(bytes);
    return written ? target->publish() : written;
}

Discard::~Discard()
{
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

} // namespace core::store
