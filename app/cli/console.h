// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says: results on stdout, progress, notes and errors on stderr.
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace app::cli {

class Console final
{
public:
    Console();
    ~Console();
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    bool json = false;
    bool quiet = false;

    /// Text for people on stdout; nothing with --json.
    void print(const QString &text);
    /// The one JSON object; only with --json.
    void object(const QJsonObject &object);
    /// Bytes on stdout as they are (an export).
    void raw(std::string_view bytes);
    /// A remark on stderr; nothing with --quiet.
    void note(const QString &sentence);
    /// "foreshock-cli: …" on stderr, one line; gives the exit code.
    int fail(const core::base::Error &error);
    /// A bar when stderr is a terminal, a line every few seconds otherwise; nothing with --quiet. Any thread.
    core::base::ProgressSink progress();
    /// False when stdout could not be written.
    [[nodiscard]] bool flush();

private:
    struct Bar;
    void clearBar();

    std::shared_ptr<Bar> m_bar;
};

/// 0 done, 2 bad input, 3 storage or lease, 4 network, 130 cancelled.
int exitCode(core::base::ErrorCode code);

} // namespace app::cli
