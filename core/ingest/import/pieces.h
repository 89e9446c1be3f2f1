// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A stream whose bytes another thread makes: reading goes on while they are made.
#pragma once

#include "core/ingest/import/blockqueue.h"
#include "core/sources/bytestream.h"

#include <functional>
#include <string>
#include <thread>

namespace core::ingest {

class PieceStream final : public sources::ByteStream
{
public:
    using Piece = std::function<base::Result<void>(std::string_view)>;

    /// `make` runs in a thread of its own and hands every piece to the function it is given, until that
    /// fails.
    explicit PieceStream(std::function<base::Result<void>(const Piece &)> make);
    /// Stops the thread.
    ~PieceStream() override;

    /// Fails with the error of `make`, after what was made before it.
    base::Result<std::size_t> read(char *into, std::size_t capacity) override;
    /// The next whole piece; empty at the end.
    base::Result<std::string> piece();

private:
    BlockQueue<std::string> m_queue{4};
    base::Result<void> m_outcome; ///< of `make`; read after the queue has ended
    std::string m_current;
    std::size_t m_at = 0;
    std::jthread m_thread;
};

} // namespace core::ingest
