// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// foreshock-report: draws the PDF for "foreshock-cli report" and "brief --pdf", which become this program and speak
// for it.
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/keys.h"
#include "widgets/report/briefwriter.h"
#include "widgets/report/tearsheetwriter.h"

#include <QGuiApplication>
#include <QHashFunctions>
#include <QLocale>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace core;
using app::cli::Context;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

struct Arguments {
    std::string run;
    std::string file;
    std::string finding;
    bool isBrief = false;
    std::string since;
};

Result<int> report(Context &context, const Arguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    std::optional<base::Sha256> hypothesis;
    if (!arguments.finding.empty()) {
        const Result<base::Sha256> found = workbench::hypothesisOf(**bench, arguments.run, arguments.finding);
        if (!found)
            return found.error();
        hypothesis = *found;
    }
    const workbench::Job job = jobOf(context);
    const Result<workbench::TearSheet> sheet =
        workbench::tearSheetOf(**bench, arguments.run, hypothesis, job);
    if (!sheet)
        return sheet.error();
    const QString file = base::qs(arguments.file);
    const Result<void> written = widgets::writeTearSheet(*sheet, file, job);
    if (!written)
        return written.error();
    context.console.object({{QStringLiteral("run"), base::qs(sheet->report.run)},
                            {QStringLiteral("pdf"), file},
                            {QStringLiteral("findings"), static_cast<qint64>(sheet->findings.size())},
                            {QStringLiteral("result_hash"), base::qs(sheet->report.resultHash)},
                            {QStringLiteral("simulated"), sheet->isSimulated}});
    context.console.print(Tr::tr("The tear sheet of run %1 is in %2\n")
                              .arg(app::cli::safe(sheet->report.run), app::cli::safe(file)));
    return 0;
}

Result<int> brief(Context &context, const Arguments &arguments)
{
    const Result<base::Instant> since =
        arguments.since.empty() ? Result<base::Instant>(base::Instant()) : base::parseInstant(arguments.since);
    if (!since)
        return since.error();
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const workbench::Job job = jobOf(context);
    const Result<workbench::Brief> made =
        workbench::briefOf(**bench, *since, workbench::secretOf(workbench::desktopSecrets()), job);
    if (!made)
        return made.error();
    const QString file = base::qs(arguments.file);
    const Result<void> written = widgets::writeBrief(*made, file, job);
    if (!written)
        return written.error();
    if (arguments.since.empty()) {
        if (const Result<void> kept = workbench::keepBrief(**bench, *made); !kept)
            return kept.error();
    }
    QJsonObject object = workbench::toJson(*made);
    object.insert(QStringLiteral("pdf"), file);
    context.console.object(object);
    context.console.print(Tr::tr("The brief is in %1\n").arg(app::cli::safe(file)));
    return 0;
}

/// What Qt has to say about fonts and folders is no sentence for people.
void saysNothing(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "foreshock-cli: %s\n", qPrintable(text));
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(saysNothing);
    QHashSeed::setDeterministicGlobalSeed(); // Qt writes its fonts in the order of a hash: same run, same
                                             // bytes
    // nothing is shown on a screen, so none is needed
    if (std::getenv("QT_QPA_PLATFORM") == nullptr)
        ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    Context context;
    Arguments arguments;
    CLI::App app{"Draws the tear sheet of a run; use it as “foreshock-cli report”.", "foreshock-cli report"};
    app.add_option("-w,--workspace", context.workspaceFolder)->required();
    app.add_flag("--json", context.console.json);
    app.add_flag("--quiet", context.console.quiet);
    app.add_option("run", arguments.run);
    app.add_option("--pdf", arguments.file)->required();
    app.add_option("--finding", arguments.finding);
    app.add_flag("--brief", arguments.isBrief);
    app.add_option("--since", arguments.since);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &wanted) {
        return app.exit(wanted);
    } catch (const CLI::ParseError &error) {
        return context.console.fail(Error{ErrorCode::BadInput, app::cli::usageSentence(app, error)});
    }
    const QGuiApplication application(argc, argv);
    std::setlocale(LC_ALL, "C.UTF-8"); // numbers look the same everywhere
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    app::cli::cancelOnInterrupt(context.cancel);
    const Result<int> code = arguments.isBrief ? brief(context, arguments) : report(context, arguments);
    if (!code)
        return context.console.fail(code.error());
    if (!context.console.flush())
        return context.console.fail(
            Error{ErrorCode::Storage, Tr::tr("The output could not be written; is the disk full?")});
    return *code;
}
