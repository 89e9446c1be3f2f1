// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are either whole or not there: written beside their place, synced, renamed, and the folder
// synced.
#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace core::store {

/// The sentence for a failed operation of the system on a file; `code` is errno. Disk full says so.
base::Error fileError(const std::filesystem::path &file, int code);

/// Makes a folder and its parents, readable by the user alone (0700).
base::Result<void> makeFolder(const std::filesystem::path &folder);
/// fsync of a file, or of a folder so that its entries last.
base::Result<void> syncFile(const std::filesystem::path &file);
base::Result<void> syncFolder(const std::filesystem::path &folder);
/// Makes a finished temporary file the user's alone (0600), syncs it, moves it to its name in the same file
/// system and syncs the folder. Replaces.
base::Result<void> publishFile(const std::filesystem::path &temporary, const std::filesystem::path &file);
/// A fresh name for a temporary file in the folder; Vault::sweep() knows it.
std::filesystem::path temporaryName(const std::filesystem::path &folder);
/// Whether a file's name is one of temporaryName().
bool isTemporaryName(const std::filesystem::path &file);
/// Whether a path leads nowhere but below the folder it is relative to: plain parts, none of them "..".
bool isPlainPath(std::string_view path);
/// Names the loss when a file could not be moved or removed; a missing file is fine.
base::Result<void> removeFile(const std::filesystem::path &file);
/// Whether the file is there with just these bytes. Fails with Storage when they cannot be read now (too many
/// open files, a share that is away), so that a sound file is never taken for a damaged one.
base::Result<bool> hasBytes(const std::filesystem::path &file, const base::Sha256 &sha256);
/// Removes a database that was never finished, with the log beside it.
void removeDatabase(const std::filesystem::path &file);
base::Result<std::string> readSmallFile(const std::filesystem::path &file);
/// Writes a file as a whole; the old one stays until then.
base::Result<void> writeSmallFile(const std::filesystem::path &file, std::string_view bytes);

/// A new file that is written in pieces (mode 0600) and removed unless it is published.
class TemporaryFile final
{
public:
    /// In the folder of `target`.
    static base::Result<TemporaryFile> create(const std::filesystem::path &target);
    TemporaryFile(TemporaryFile &&other) noexcept;
    TemporaryFile &operator=(TemporaryFile &&) = delete;
    ~TemporaryFile();

    base::Result<void> write(std::string_view bytes);
    /// Syncs, renames to the target, syncs the folder.
    base::Result<void> publish();
    /// Publishes under another name in the same folder.
    base::Result<void> publishAs(const std::filesystem::path &target);
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    TemporaryFile() = default;

    std::filesystem::path m_path;
    std::filesystem::path m_target;
    int m_descriptor = -1;
};

/// Removes a file or a folder with all that is in it, unless it is kept: what is half made when work fails.
/// What cannot be removed stays; a temporary file is swept a day later.
class Discard final
{
public:
    explicit Discard(std::filesystem::path path)
        : m_path(std::move(path))
    {}
    Discard(const Discard &) = delete;
    Discard &operator=(const Discard &) = delete;
    ~Discard();

    void keep() { m_path.clear(); }
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace core::store
