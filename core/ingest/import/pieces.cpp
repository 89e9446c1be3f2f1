// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import/pieces.h"

#include "core/base/tr.h"

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

PieceStream::PieceStream(std::function<Result<void>(const Piece &)> make)
    : m_thread([this, make = std::move(make)] {
        m_outcome = make([this](std::string_view bytes) -> Result<void> {
            if (m_queue.put(std::string(bytes)))
                return {};
            return Error{ErrorCode::Cancelled, Tr::tr("The rest is not wanted.")};
        });
        m_queue.end();
    })
{}

PieceStream::~PieceStream()
{
    m_queue.close();
}

Result<std::string> PieceStream::piece()
{
    auto next = m_queue.take();
    if (next)
        return std::move(*next);
    if (!m_outcome)
        return m_outcome.error();
    return std::string();
}

Result<std::size_t> PieceStream::read(char *into, std::size_t capacity)
{
    if (m_at == m_current.size()) {
        auto next = piece();
        if (!next)
            return next.error();
        m_current = std::move(*next);
        m_at = 0;
    }
    const std::size_t count = std::min(capacity, m_current.size() - m_at);
    std::memcpy(into, m_current.data() + m_at, count);
    m_at += count;
    return count;
}

} // namespace core::ingest
