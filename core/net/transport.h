// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever can answer a request: the network, a cassette that records it, a cassette that plays it back.
#pragma once

#include "core/base/cancel.h"
#include "core/net/httprequest.h"

#include <functional>

namespace core::net {

class Transport
{
public:
    using Answer = std::function<void(HttpOutcome)>;

    virtual ~Transport() = default;

    /// Sends the request. `answer` is called exactly once, on a thread of the transport, later than this call
    /// returns or while it runs; at the latest when the transport is destroyed (as cancelled). It must be
    /// short, and must neither wait for another answer nor destroy the transport. Any thread.
    virtual void fetch(HttpRequest request, base::CancelToken cancel, Answer answer) = 0;

    /// The same, and waits for the answer: for worker threads. On a thread with a running event loop (the
    /// window's, the network's), which must not wait, it fails at once. `cancel` ends it within a second.
    [[nodiscard]] HttpOutcome get(HttpRequest request, const base::CancelToken &cancel);
};

/// A failure with its sentence; the code follows from the kind.
[[nodiscard]] HttpOutcome failed(HttpFailure failure, const QString &sentence);
[[nodiscard]] HttpOutcome cancelledOutcome();

} // namespace core::net
