// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <unistd.h>

namespace app::cli {

using namespace core;
using base::ErrorCode;
using base::Tr;

namespace {

constexpr double kBarEvery = 0.1;  ///< seconds between two drawings of the bar
constexpr double kLineEvery = 5.0; ///< seconds between two lines
constexpr int kBarWidth = 24;

void write(std::FILE *file, const QString &text)
{
    const std::string utf8 = base::utf8(text);
    std::fwrite(utf8.data(), 1, utf8.size(), file);
}

} // namespace

struct Console::Bar {
    std::mutex mutex; ///< guards everything here, and the bar's place on the terminal
    base::Stopwatch watch;
    double drawnAt = -1;
    qsizetype length = 0; ///< what stands on the terminal's line
    const bool terminal = isatty(STDERR_FILENO) != 0;

    void draw(const base::Progress &progress)
    {
        const double now = watch.seconds();
        const double every = terminal ? kBarEvery : kLineEvery;
        const std::lock_guard lock(mutex);
        if (drawnAt < 0 && !terminal)
            drawnAt = now; // short work says nothing
        if (drawnAt >= 0 && now - drawnAt < every)
            return;
        drawnAt = now;
        QString count = grouped(progress.done);
        QString bar;
        if (progress.total > 0) {
            const double share =
                std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
            const int filled = static_cast<int>(share * kBarWidth);
            bar = QStringLiteral("[%1%2] %3 % ")
                      .arg(QString(filled, QLatin1Char('#')), QString(kBarWidth - filled, QLatin1Char('.')))
                      .arg(static_cast<int>(share * 100), 3);
            count = Tr::tr("%1 of %2").arg(count, grouped(progress.total));
        }
        QString line = bar + count + QStringLiteral(" ") + safe(progress.what);
        if (!terminal) {
            write(stderr, line + QLatin1Char('\n'));
            return;
        }
        line.truncate(100);
        const qsizetype longer = std::max<qsizetype>(0, length - line.size());
        length = line.size();
        write(stderr, QLatin1Char('\r') + line + QString(longer, QLatin1Char(' ')));
        std::fflush(stderr);
    }

    void clear()
    {
        const std::lock_guard lock(mutex);
        if (length > 0)
            write(stderr, QLatin1Char('\r') + QString(length, QLatin1Char(' ')) + QLatin1Char('\r'));
        length = 0;
    }
};

Console::Console()
    : m_bar(std::make_shared<Bar>())
{}

Console::~Console() = default;

void Console::print(const QString &text)
{
    if (json)
        return;
    clearBar();
    write(stdout, text);
}

void Console::object(const QJsonObject &object)
{
    if (!json)
        return;
    clearBar();
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fputc('\n', stdout);
}

void Console::raw(std::string_view bytes)
{
    clearBar();
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

void Console::note(const QString &sentence)
{
    if (quiet)
        return;
    clearBar();
    write(stderr, safe(sentence) + QLatin1Char('\n'));
}

int Console::fail(const base::Error &error)
{
    clearBar();
    write(stderr, QStringLiteral("foreshock-cli: ") + safe(error.message.simplified()) + QLatin1Char('\n'));
    return exitCode(error.code);
}

base::ProgressSink Console::progress()
{
    if (quiet)
        return [](const base::Progress &) {};
    return [bar = m_bar](const base::Progress &progress) { bar->draw(progress); };
}

bool Console::flush()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

void Console::clearBar()
{
    m_bar->clear();
}

int exitCode(base::ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadInput:
    case ErrorCode::NotFound:
        return 2;
    case ErrorCode::Network:
        return 4;
    case ErrorCode::Cancelled:
        return 130;
    case ErrorCode::Storage:
    case ErrorCode::LeaseHeld:
    case ErrorCode::Corrupt:
    case ErrorCode::Newer:
    case ErrorCode::Internal:
        return 3;
    }
    return 3;
}

} // namespace app::cli
