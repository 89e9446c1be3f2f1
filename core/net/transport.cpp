// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/transport.h"

#include "core/base/tr.h"

#include <QThread>

#include <future>
#include <memory>
#include <utility>

namespace core::net {

using base::Error;
using base::ErrorCode;
using base::Tr;

HttpOutcome Transport::get(HttpRequest request, const base::CancelToken &cancel)
{
    if (QThread::currentThread()->loopLevel() > 0)
        return {
            Error{ErrorCode::Internal, Tr::tr("A thread that draws or listens may not wait for the network: "
                                              "this is a mistake in Foreshock, please report it.")},
            HttpFailure::Refused,
            0,
            {},
            {}};
    // shared: the answering thread may still be inside set_value() when the waiting one is already gone
    const auto promise = std::make_shared<std::promise<HttpOutcome>>();
    auto future = promise->get_future();
    fetch(std::move(request), cancel,
          [promise](HttpOutcome outcome) { promise->set_value(std::move(outcome)); });
    return future.get();
}

HttpOutcome failed(HttpFailure failure, const QString &sentence)
{
    ErrorCode code = ErrorCode::Network;
    if (failure == HttpFailure::Refused)
        code = ErrorCode::BadInput;
    else if (failure == HttpFailure::NotRecorded)
        code = ErrorCode::NotFound;
    else if (failure == HttpFailure::Storage)
        code = ErrorCode::Storage;
    else if (failure == HttpFailure::Cancelled)
        code = ErrorCode::Cancelled;
    return {Error{code, sentence}, failure, 0, {}, {}};
}

HttpOutcome cancelledOutcome()
{
    return failed(HttpFailure::Cancelled, Tr::tr("Cancelled."));
}

} // namespace core::net
