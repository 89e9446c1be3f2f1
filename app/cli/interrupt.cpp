// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <csignal>
#include <unistd.h>

namespace app::cli {
namespace {

// A handler can reach nothing else; it only stores into a lock-free atomic, which is safe there.
const core::base::CancelToken *s_token = nullptr;

void onSignal(int)
{
    if (s_token->isCancelled())
        _exit(130);
    s_token->cancel();
}

} // namespace

void cancelOnInterrupt(const core::base::CancelToken &token)
{
    s_token = &token;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace app::cli
