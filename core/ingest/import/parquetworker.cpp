// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import/parquetworker.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/foreignparquet.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

[[maybe_unused]] constexpr rlim_t kMostMemory = rlim_t(6) << 30; ///< addresses; DuckDB may use 1 GB for data
constexpr rlim_t kMostSeconds = 900;

void limit(decltype(RLIMIT_AS) what, rlim_t most)
{
    const rlimit value{most, most};
    setrlimit(what, &value);
}

Result<void> writeAll(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return Error{ErrorCode::Cancelled, Tr::tr("Nobody reads the rows any more.")};
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

} // namespace

Result<void> runParquetWorker(const std::filesystem::path &file)
{
#ifndef FORESHOCK_SANITIZED // the sanitizers map terabytes of addresses
    limit(RLIMIT_AS, kMostMemory);
#endif
    limit(RLIMIT_CPU, kMostSeconds);
    limit(RLIMIT_FSIZE, 0); // writes no file
    limit(RLIMIT_CORE, 0);
    return store::readForeignParquet(file, writeAll);
}

ParquetStream::ParquetStream(std::filesystem::path file, int pid, int output, int errors)
    : m_file(std::move(file))
    , m_pid(pid)
    , m_output(output)
    , m_errors(errors)
{}

Result<std::unique_ptr<ParquetStream>> ParquetStream::start(const std::filesystem::path &program,
                                                            const std::filesystem::path &file)
{
    int output[2];
    int errors[2];
    if (pipe2(output, O_CLOEXEC) != 0)
        return Error{ErrorCode::Internal, Tr::tr("No pipe could be made to read %1.").arg(qs(file.string()))};
    if (pipe2(errors, O_CLOEXEC) != 0) {
        close(output[0]);
        close(output[1]);
        return Error{ErrorCode::Internal, Tr::tr("No pipe could be made to read %1.").arg(qs(file.string()))};
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO);
    std::string words[] = {program.string(), "worker", "parquet", file.string()};
    char *arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
    pid_t pid = -1;
    const int failure = posix_spawn(&pid, words[0].c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(output[1]);
    close(errors[1]);
    if (failure != 0) {
        close(output[0]);
        close(errors[0]);
        return Error{ErrorCode::Internal,
                     Tr::tr("The reader of Parquet files (%1) could not be started: %2.")
                         .arg(qs(program.string()), QString::fromLocal8Bit(std::strerror(failure)))};
    }
    return std::unique_ptr<ParquetStream>(new ParquetStream(file, pid, output[0], errors[0]));
}

ParquetStream::~ParquetStream()
{
    if (m_pid > 0) {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    close(m_output);
    close(m_errors);
}

Result<std::size_t> ParquetStream::read(char *into, std::size_t capacity)
{
    if (m_pid < 0)
        return std::size_t(0);
    while (true) {
        const ssize_t count = ::read(m_output, into, capacity);
        if (count > 0)
            return static_cast<std::size_t>(count);
        if (count < 0 && errno == EINTR)
            continue;
        auto finished = finish();
        if (!finished)
            return finished.error();
        return std::size_t(0);
    }
}

/// The child has closed its output: how did it end?
Result<void> ParquetStream::finish()
{
    std::string said;
    char buffer[512];
    while (said.size() < 4096) {
        const ssize_t count = ::read(m_errors, buffer, sizeof buffer);
        if (count <= 0)
            break;
        said.append(buffer, static_cast<std::size_t>(count));
    }
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return {};
    const QString sentence = qs(said).trimmed();
    if (WIFEXITED(status) && !sentence.isEmpty())
        return Error{ErrorCode::BadInput, sentence};
    return Error{ErrorCode::BadInput, Tr::tr("%1 could not be read: its reader was stopped, so the file is "
                                             "damaged or needs too much memory or time.")
                                          .arg(qs(m_file.string()))};
}

} // namespace core::ingest
