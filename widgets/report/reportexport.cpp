// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportexport.h"

#include "core/base/text.h"
#include "core/workbench/reportbook.h"
#include "core/workbench/studies.h"
#include "core/workbench/tearsheet.h"
#include "widgets/common/words.h"
#include "widgets/report/bookwriter.h"
#include "widgets/report/tearsheetwriter.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>
#include <QWidget>

#include <optional>

namespace widgets {

using namespace core;
using base::Result;
using workbench::Job;
using workbench::JobKind;
using workbench::Session;
using workbench::Workbench;

namespace {

/// Shows a folder of this computer in the file manager; nothing but a folder that is there, so that no name
/// can start a program or a browser.
bool showFolder(const QString &folder)
{
    const QFileInfo info(folder);
    return info.isAbsolute() && info.isDir() &&
           QDesktopServices::openUrl(QUrl::fromLocalFile(info.canonicalFilePath()));
}

/// Where the report of a run goes unless the person says otherwise.
Result<QString> proposedFile(const workbench::Workbench &bench, const std::string &run)
{
    const Result<store::RunRecord> record = bench.ledger().run(run);
    if (!record)
        return record.error();
    const Result<std::filesystem::path> folder = workbench::reportsFolder(bench);
    if (!folder)
        return folder.error();
    return QDir(base::qs(folder->string()))
        .filePath(workbench::sheetFileName(workbench::studyName(*record), base::qs(record->run)));
}

} // namespace

ReportExport::ReportExport(Desk &desk, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_window(window)
    , m_action(desk.addAction(window, QStringLiteral("file.export-report"), tr("&Export Report…"),
                              tr("Print the run that is shown as a tear sheet (PDF)"),
                              QKeySequence(QStringLiteral("Ctrl+Shift+P")), QStringLiteral("report")))
{
    m_action->setEnabled(false);
    connect(m_action, &QAction::triggered, this, [this] { Q_EMIT m_desk.exportReport(m_run, {}); });
    connect(&desk, &Desk::exportReport, this, &ReportExport::prepare);
    connect(&desk, &Desk::exportBook, this, &ReportExport::prepareBook);
    connect(&desk, &Desk::openRun, this, &ReportExport::setRun);
    connect(&desk.session(), &Session::runStored, this, &ReportExport::setRun);
    connect(&desk.session(), &Session::closing, this, [this] { setRun({}); });
    connect(&desk.selection(), &Selection::findingSelected, this, [this] {
        if (const auto &finding = m_desk.selection().finding())
            setRun(finding->run);
    });
}

void ReportExport::setRun(const QString &run)
{
    m_run = run;
    m_action->setEnabled(!run.isEmpty());
}

void ReportExport::prepare(const QString &run, const QString &hypothesis)
{
    const auto bench = m_desk.session().bench();
    if (!bench || run.isEmpty())
        return;
    std::optional<base::Sha256> id;
    if (!hypothesis.isEmpty()) {
        const Result<base::Sha256> parsed = base::parseSha256(base::utf8(hypothesis));
        if (!parsed) {
            m_desk.messages().tellError(parsed.error());
            return;
        }
        id = *parsed;
    }
    const Paper paper{id ? tr("Export Report of the Finding") : tr("Export Report"),
                      tr("Printing the report of run %1").arg(oneLine(run, 40)),
                      [name = base::utf8(run), id](const Workbench &own, const QString &file,
                                                   const Job &job) -> Result<void> {
                          const Result<workbench::TearSheet> sheet =
                              workbench::tearSheetOf(own, name, id, job);
                          if (!sheet)
                              return sheet.error();
                          return writeTearSheet(*sheet, file, job);
                      }};
    ++m_running;
    m_desk.session().jobs().start<QString>(
        JobKind::Read, tr("Preparing the report"),
        [bench, name = base::utf8(run)](const Job &) { return proposedFile(*bench, name); }, this,
        [this, paper](Result<QString> proposed) {
            --m_running;
            if (proposed)
                ask(paper, *proposed);
            else
                m_desk.messages().tellError(proposed.error());
        });
}

void ReportExport::prepareBook()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    const workbench::ReportBook book = m_desk.report().book();
    const Paper paper{tr("Export Report"), tr("Printing the report"),
                      [book](const Workbench &own, const QString &file, const Job &job) -> Result<void> {
                          const Result<workbench::ReportSheet> sheet =
                              workbench::reportSheetOf(own, book, job);
                          if (!sheet)
                              return sheet.error();
                          return writeBook(*sheet, file, job);
                      }};
    ++m_running;
    m_desk.session().jobs().start<QString>(
        JobKind::Read, tr("Preparing the report"),
        [bench, title = book.title](const Job &) -> Result<QString> {
            const auto folder = workbench::reportsFolder(*bench);
            if (!folder)
                return folder.error();
            const QString name = title.trimmed().isEmpty() ? base::qs(bench->identity().name) : title;
            return QDir(base::qs(folder->string())).filePath(workbench::sheetFileName(name, {}));
        },
        this,
        [this, paper](Result<QString> proposed) {
            --m_running;
            if (proposed)
                ask(paper, *proposed);
            else
                m_desk.messages().tellError(proposed.error());
        });
}

void ReportExport::ask(const Paper &paper, const QString &proposed)
{
    m_desk.dialogs().askNew(
        m_window, paper.title, proposed, tr("PDF files (*.pdf)"), [this, paper](const QString &name) {
            if (name.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
                print(paper, name);
                return;
            }
            // the dialog asked about the name as it was written, not about this one
            const QString file = name + QStringLiteral(".pdf");
            if (!QFileInfo::exists(file)) {
                print(paper, file);
                return;
            }
            m_desk.dialogs().ask(
                m_window, tr("Replace the File?"),
                tr("There is a file “%1” already.").arg(oneLine(QFileInfo(file).fileName(), 80)),
                {tr("Replace"), tr("Keep It")}, 1, [this, paper, file](int chosen) {
                    if (chosen == 0)
                        print(paper, file);
                });
        });
}

void ReportExport::print(const Paper &paper, const QString &file)
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    ++m_running;
    m_desk.session().jobs().start<bool>(
        JobKind::Task, paper.job,
        [bench, draw = paper.draw, file](const Job &job) -> Result<bool> {
            const Result<void> written = draw(*bench, file, job);
            if (!written)
                return written.error();
            return true;
        },
        this,
        [this, file](Result<bool> done) {
            --m_running;
            if (!done) {
                m_desk.messages().tellError(done.error());
                return;
            }
            tell(file);
            Q_EMIT printed(file);
        });
}

void ReportExport::tell(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    m_desk.messages().tell(
        Severity::Info, tr("The report is in %1.").arg(oneLine(file, 200)),
        {{tr("Open Folder"),
          [this, folder] {
              if (!showFolder(folder))
                  m_desk.messages().tell(
                      Severity::Note,
                      tr("No file manager could be started; the folder is %1.").arg(oneLine(folder, 200)));
          }},
         {tr("Copy Path"),
          [file] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(file)); }}});
}

} // namespace widgets
