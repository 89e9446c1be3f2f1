// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportexport.h"

#include "core/base/text.h"
#include "core/workbench/reportbook.h"
#include "core/workbench/studies.h"
#include "core/workbench/tearsheet.h"
#include "widgets/common/words.h"
#include "widgets/report/bookwriter.h"
#include "widgets/report/paperprinter.h"
#include "widgets/report/tearsheetwriter.h"

#include <QAction>
#include <QWidget>

#include <optional>

namespace widgets {

using namespace core;
using base::Result;
using workbench::Job;
using workbench::Session;
using workbench::Workbench;

ReportExport::ReportExport(Desk &desk, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_printer(new PaperPrinter(desk, window))
    , m_action(desk.addAction(window, QStringLiteral("file.export-report"), tr("&Export Report…"),
                              tr("Print the run that is shown as a tear sheet (PDF)"),
                              QKeySequence(QStringLiteral("Ctrl+Shift+P")), QStringLiteral("report")))
{
    m_action->setEnabled(false);
    connect(m_printer, &PaperPrinter::printed, this, &ReportExport::printed);
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

bool ReportExport::isSettled() const
{
    return m_printer->isSettled();
}

void ReportExport::setRun(const QString &run)
{
    m_run = run;
    m_action->setEnabled(!run.isEmpty());
}

void ReportExport::prepare(const QString &run, const QString &hypothesis)
{
    if (run.isEmpty())
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
    m_printer->print(
        {id ? tr("Export Report of the Finding") : tr("Export Report"),
         tr("Printing the report of run %1").arg(oneLine(run, 40)),
         [name = base::utf8(run)](const Workbench &own) -> Result<QString> {
             const Result<store::RunRecord> record = own.ledger().run(name);
             if (!record)
                 return record.error();
             return workbench::sheetFileName(workbench::studyName(*record), base::qs(record->run));
         },
         [name = base::utf8(run), id](const Workbench &own, const QString &file,
                                      const Job &job) -> Result<void> {
             const Result<workbench::TearSheet> sheet = workbench::tearSheetOf(own, name, id, job);
             if (!sheet)
                 return sheet.error();
             return writeTearSheet(*sheet, file, job);
         }});
}

void ReportExport::prepareBook()
{
    const workbench::ReportBook book = m_desk.report().book();
    m_printer->print({tr("Export Report"), tr("Printing the report"),
                      [title = book.title](const Workbench &own) -> Result<QString> {
                          const QString name =
                              title.trimmed().isEmpty() ? base::qs(own.identity().name) : title;
                          return workbench::sheetFileName(name, {});
                      },
                      [book](const Workbench &own, const QString &file, const Job &job) -> Result<void> {
                          const Result<workbench::ReportSheet> sheet =
                              workbench::reportSheetOf(own, book, job);
                          if (!sheet)
                              return sheet.error();
                          return writeBook(*sheet, file, job);
                      }});
}

} // namespace widgets
