// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign Parquet is read in a child process with limits: the child writes CSV to a pipe, we read it like any
// CSV.
#pragma once

#include "core/sources/bytestream.h"

#include <filesystem>
#include <memory>

namespace core::ingest {

/// The child's side: writes the rows of a Parquet file as CSV with a header to standard output, under limits
/// of memory, processor time and files. Call it in a process made for it only. Fails with a sentence.
base::Result<void> runParquetWorker(const std::filesystem::path &file);

/// Our side: starts `program` with the words "worker parquet FILE" and hands out what it writes.
class ParquetStream final : public sources::ByteStream
{
public:
    static base::Result<std::unique_ptr<ParquetStream>> start(const std::filesystem::path &program,
                                                              const std::filesystem::path &file);
    /// Ends the child if it still runs.
    ~ParquetStream() override;

    /// Fails with the child's own sentence when it did not finish well.
    base::Result<std::size_t> read(char *into, std::size_t capacity) override;

private:
    ParquetStream(std::filesystem::path file, int pid, int output, int errors);
    base::Result<void> finish();

    std::filesystem::path m_file;
    int m_pid;
    int m_output;
    int m_errors;
};

} // namespace core::ingest
