// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/assistants.h"

#include "widgets/common/filedrop.h"
#include "widgets/importing/importassistant.h"
#include "widgets/importing/pasteassistant.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <utility>

namespace widgets {

namespace {

constexpr qsizetype kMostPasted = 20'000'000; ///< characters; more is a file

} // namespace

Assistants::Assistants(Desk &desk, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_window(window)
{
    auto *drop = new FileDrop(window);
    connect(drop, &FileDrop::dropped, &desk, &Desk::importFiles);
    connect(&desk, &Desk::importFiles, this, &Assistants::importFiles);
    connect(&desk, &Desk::pasteDates, this, &Assistants::pasteDates);
    connect(&desk.session(), &core::workbench::Session::opened, this, [this] {
        if (const QStringList files = std::exchange(m_waiting, {}); !files.isEmpty())
            showImport(files);
    });
}

bool Assistants::hasWorkspace()
{
    if (m_desk.session().bench())
        return true;
    m_desk.messages().tell(Severity::Note, tr("Data is kept in a workspace: open or make one first."),
                           {{tr("New Workspace…"), [this] { Q_EMIT m_desk.newWorkspace(); }},
                            {tr("Open Workspace…"), [this] { Q_EMIT m_desk.openWorkspace(); }},
                            {tr("Open Sample Workspace"), [this] { Q_EMIT m_desk.openSample(); }}});
    return false;
}

void Assistants::importFiles(const QStringList &files)
{
    if (!hasWorkspace()) {
        m_waiting = files;
        return;
    }
    if (!files.isEmpty()) {
        showImport(files);
        return;
    }
    m_desk.dialogs().askFiles(m_window, tr("Import Files"),
                              tr("Data (*.csv *.tsv *.txt *.json *.parquet *.gz *.zip);;All files (*)"),
                              [this](const QStringList &chosen) {
                                  if (!chosen.isEmpty())
                                      showImport(chosen);
                              });
}

void Assistants::showImport(const QStringList &files)
{
    if (!m_import)
        m_import = new ImportAssistant(m_desk, m_window);
    m_import->openFiles(files);
    m_import->show();
    m_import->raise();
    m_import->activateWindow();
}

void Assistants::pasteDates()
{
    if (!hasWorkspace())
        return;
    if (!m_paste)
        m_paste = new PasteAssistant(m_desk, m_window);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    const QString text = data && data->hasText() ? data->text() : QString();
    // what has been typed and not stored is not thrown away
    if (!m_paste->isVisible())
        m_paste->begin(text.left(kMostPasted));
    m_paste->show();
    m_paste->raise();
    m_paste->activateWindow();
}

} // namespace widgets
