// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startup.h"

#include "core/base/tr.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTranslator>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace app {

using namespace Qt::StringLiterals;
using core::base::Error;
using core::base::ErrorCode;
using core::base::Result;
using core::base::Tr;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Tr::tr("Which events in the world move which markets, and can I believe it?"));
    parser.addOptions({
        {{u"w"_s, u"workspace"_s}, Tr::tr("Open the workspace in this folder."), u"DIR"_s},
        {u"sample"_s,
         Tr::tr("Open the sample workspace (simulated data), which is made first when there is none.")},
        {u"theme"_s, Tr::tr("Look: dark, light or system."), u"NAME"_s},
        {u"lang"_s, Tr::tr("Language of the program: en, de."), u"XX"_s},
        {u"default-ui"_s, Tr::tr("Start with the layouts as they came.")},
        {u"take-screenshots"_s, Tr::tr("Write pictures of every panel and layout into this folder and end."),
         u"DIR"_s},
        {u"benchmark-startup"_s,
         Tr::tr("Print how long the start took, memory and idle load as JSON and end.")},
        {u"debug-info"_s, Tr::tr("Print versions and folders and end.")},
        {{u"h"_s, u"help"_s}, Tr::tr("Print this and end.")},
        {{u"v"_s, u"version"_s}, Tr::tr("Print the version and end.")},
    });
}

} // namespace

Result<StartOptions> parseArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return Error{ErrorCode::BadInput, parser.errorText()};
    if (!parser.positionalArguments().isEmpty()) {
        return Error{ErrorCode::BadInput, Tr::tr("“%1” is not understood; a workspace is opened with -w.")
                                              .arg(parser.positionalArguments().front())};
    }
    StartOptions options;
    options.workspace = parser.value(u"workspace"_s);
    options.sample = parser.isSet(u"sample"_s);
    options.theme = parser.value(u"theme"_s);
    options.language = parser.value(u"lang"_s);
    options.screenshots = parser.value(u"take-screenshots"_s);
    options.benchmark = parser.isSet(u"benchmark-startup"_s);
    options.defaultUi = parser.isSet(u"default-ui"_s);
    options.help = parser.isSet(u"help"_s);
    options.version = parser.isSet(u"version"_s);
    options.debugInfo = parser.isSet(u"debug-info"_s);
    const QStringList themes{u"dark"_s, u"light"_s, u"system"_s};
    if (parser.isSet(u"theme"_s) && !themes.contains(options.theme)) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("There is no theme “%1”; choose dark, light or system.").arg(options.theme)};
    }
    if (options.sample && parser.isSet(u"workspace"_s))
        return Error{ErrorCode::BadInput, Tr::tr("Choose one of --sample and -w.")};
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

QString debugInfo()
{
    QStringList lines{
        u"Foreshock " FORESHOCK_VERSION ""_s,
        u"Qt %1 (built with %2)"_s.arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR)),
        u"System: %1, %2, kernel %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                                           QSysInfo::kernelVersion()),
        u"Platform: %1"_s.arg(QGuiApplication::platformName()),
        u"Language: %1"_s.arg(QLocale::system().name()),
        u"Configuration: %1/foreshock"_s.arg(
            QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)),
        u"Data: %1/foreshock"_s.arg(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)),
    };
    return lines.join(u'\n');
}

QString silentText(const QString &folder)
{
    return u"foreshock: "_s +
           Tr::tr(
               "The workspace %1 is open in another window, which does not answer; end that program first.")
               .arg(folder) +
           u'\n';
}

QString sampleFolder()
{
    const QString own = qEnvironmentVariable("FORESHOCK_SAMPLE");
    if (!own.isEmpty())
        return own;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/foreshock/sample"_s;
}

void keepFewArenas()
{
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 4); // an arena for each of many short threads would keep what it once held
#endif
}

void loadLanguage(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    const QString qt = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (const auto &[name, folder] : {std::pair(u"qtbase"_s, qt), std::pair(u"foreshock"_s, u":/i18n"_s)}) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace app
