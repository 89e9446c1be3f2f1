// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// foreshock: the desktop workstation.
#include "app/benchmark.h"
#include "app/mainwindow.h"
#include "app/screenshots.h"
#include "app/singleinstance.h"
#include "app/startup.h"
#include "core/base/text.h"

#include <QApplication>
#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

#include <filesystem>
#include <optional>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The program that reads foreign Parquet stands beside this one.
std::filesystem::path worker()
{
    return base::utf8(QCoreApplication::applicationDirPath() + u"/foreshock-cli"_s);
}

/// What is said without a window: help and versions work where there is no display.
int sayOnly(const app::StartOptions &options)
{
    QTextStream out(stdout);
    if (options.help)
        out << app::helpText();
    else if (options.version)
        out << u"foreshock " FORESHOCK_VERSION "\n"_s;
    else
        out << app::debugInfo() << u'\n';
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const base::Stopwatch sinceStart;
    app::keepFewArenas();
    QCoreApplication::setApplicationName(u"foreshock"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FORESHOCK_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto options = [&]() -> base::Result<app::StartOptions> {
        const QCoreApplication parsing(argc, argv); // the parser asks it for the program's name
        auto parsed = app::parseArguments(arguments);
        if (parsed && (parsed->help || parsed->version || parsed->debugInfo))
            sayOnly(*parsed);
        return parsed;
    }();
    if (!options) {
        QTextStream(stderr) << u"foreshock: %1\n"_s.arg(options.error().message);
        return 2;
    }
    if (options->help || options->version || options->debugInfo)
        return 0;

    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Foreshock"_s);
    QGuiApplication::setDesktopFileName(u"foreshock"_s);
    widgets::Settings settings;
    app::loadLanguage(options->language.isEmpty() ? settings.text(widgets::Setting::Language)
                                                  : options->language);
    // pictures and figures are taken beside any window
    const bool isAlone = options->screenshots.isEmpty() && !options->benchmark;
    app::SingleInstance instance;
    const QString folder = options->sample                ? app::sampleFolder()
                           : options->workspace.isEmpty() ? settings.text(widgets::Setting::OpenAtStart)
                                                          : options->workspace;
    if (isAlone && !folder.isEmpty()) {
        switch (instance.raiseOther(folder)) {
        case app::SingleInstance::Other::Raised:
            return 0;
        case app::SingleInstance::Other::Silent:
            QTextStream(stderr) << app::silentText(folder);
            return 3;
        case app::SingleInstance::Other::None:
            instance.listen(folder);
        }
    }
    widgets::Theme theme;
    theme.setRedUp(settings.flag(widgets::Setting::RedUp));
    theme.use(options->theme.isEmpty() ? settings.text(widgets::Setting::Theme) : options->theme);
    const base::SystemClock clock;
    workbench::Session session(clock, worker());
    widgets::Desk desk(session, theme, settings);
    app::MainWindow window(desk, app::sampleFolder());
    window.restore(options->defaultUi || !options->screenshots.isEmpty());
    std::optional<app::Benchmark> benchmark;
    if (options->benchmark)
        benchmark.emplace(window, sinceStart);
    if (isAlone)
        app::joinInstance(instance, window);
    window.show();
    QTimer::singleShot(0, &window, [&window, &options] {
        if (options->sample)
            window.openSample();
        else
            window.openAtStart(options->workspace);
        if (!options->screenshots.isEmpty())
            (new app::Screenshots(window, options->screenshots))->start();
    });
    return QApplication::exec();
}
