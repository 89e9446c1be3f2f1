// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/paperprinter.h"

#include "core/base/text.h"
#include "core/workbench/tearsheet.h"
#include "widgets/common/words.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>
#include <QWidget>

#include <filesystem>

namespace widgets {

using namespace core;
using base::Result;
using workbench::Job;
using workbench::JobKind;
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

} // namespace

PaperPrinter::PaperPrinter(Desk &desk, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_window(window)
{}

void PaperPrinter::print(const Paper &paper)
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    ++m_running;
    m_desk.session().jobs().start<QString>(
        JobKind::Read, tr("Preparing the report"),
        [bench, name = paper.name](const Job &) -> Result<QString> {
            const Result<QString> file = name(*bench);
            if (!file)
                return file;
            const Result<std::filesystem::path> folder = workbench::reportsFolder(*bench);
            if (!folder)
                return folder.error();
            return QDir(base::qs(folder->string())).filePath(*file);
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

void PaperPrinter::ask(const Paper &paper, const QString &proposed)
{
    m_desk.dialogs().askNew(
        m_window, paper.title, proposed, tr("PDF files (*.pdf)"), [this, paper](const QString &name) {
            if (name.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
                draw(paper, name);
                return;
            }
            // the dialog asked about the name as it was written, not about this one
            const QString file = name + QStringLiteral(".pdf");
            if (!QFileInfo::exists(file)) {
                draw(paper, file);
                return;
            }
            m_desk.dialogs().ask(
                m_window, tr("Replace the File?"),
                tr("There is a file “%1” already.").arg(oneLine(QFileInfo(file).fileName(), 80)),
                {tr("Replace"), tr("Keep It")}, 1, [this, paper, file](int chosen) {
                    if (chosen == 0)
                        draw(paper, file);
                });
        });
}

void PaperPrinter::draw(const Paper &paper, const QString &file)
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

void PaperPrinter::tell(const QString &file)
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
