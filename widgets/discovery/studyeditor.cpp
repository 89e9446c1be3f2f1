// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/studyeditor.h"

#include "core/base/text.h"
#include "core/workbench/studyfiles.h"
#include "core/workbench/watchlists.h"
#include "widgets/common/words.h"
#include "widgets/discovery/studyform.h"
#include "widgets/discovery/studytext.h"

#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::Result;

namespace {

constexpr int kReplacedKept = 20;

struct Known {
    QStringList symbols;
    QStringList watchlists;
};

Result<Known> readKnown(const Workbench &bench)
{
    Known known;
    const auto symbols = bench.bars().symbols("1d");
    if (!symbols)
        return symbols.error();
    for (const std::string &symbol : *symbols)
        known.symbols.append(base::qs(symbol));
    const auto lists = watchlistsOf(bench);
    if (!lists)
        return lists.error();
    for (const auto &list : *lists)
        known.watchlists.append(base::qs(list.name));
    return known;
}

} // namespace

StudyEditor::StudyEditor(Desk &desk, StudyDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_draft(draft)
    , m_form(new StudyForm(draft, desk.session().clock(), this))
    , m_views(new QTabWidget(this))
    , m_help(new QLabel(this))
    , m_symbols(desk.session().jobs())
    , m_files(desk.session().jobs())
    , m_reading(desk.session().jobs())
    , m_saving(desk.session().jobs())
{
    m_views->setAccessibleName(tr("The study as a form or as JSON"));
    setObjectName(QStringLiteral("studyEditor"));
    m_views->setDocumentMode(true);
    m_views->setAccessibleName(tr("Study"));
    m_views->addTab(m_form, tr("Form"));
    m_views->addTab(makeJson(), tr("JSON"));
    m_views->setCornerWidget(makeButtons());
    m_views->tabBar()->setAccessibleName(tr("Views of the study"));

    m_help->setTextFormat(Qt::PlainText);
    m_help->setProperty("role", QStringLiteral("muted"));
    m_help->setWordWrap(true);
    m_help->setContentsMargins(12, 4, 12, 4);
    m_help->setObjectName(QStringLiteral("studyHelp"));
    m_help->hide();
    connect(m_form, &StudyForm::helped, m_help, [this](const QString &help) {
        m_help->setText(help);
        m_help->setVisible(!help.isEmpty());
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_help);
    connect(&draft, &StudyDraft::changed, this, &StudyEditor::showDraft);
    connect(&desk.theme(), &Theme::changed, this, &StudyEditor::markLine);
    showDraft();
}

QWidget *StudyEditor::makeJson()
{
    m_json = new QPlainTextEdit(this);
    m_json->setObjectName(QStringLiteral("studyJson"));
    m_json->setAccessibleName(tr("Study as JSON"));
    m_json->setAccessibleDescription(tr("The same study as a file; form and JSON follow each other."));
    m_json->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->setTabChangesFocus(true);
    connect(m_json, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            m_draft.setText(m_json->toPlainText());
    });
    return m_json;
}

QWidget *StudyEditor::makeButtons()
{
    auto *bar = new QWidget(m_views);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(0);
    const auto button = [bar, layout](const QString &text, const QString &tip) {
        auto *out = new QToolButton(bar);
        out->setText(text);
        out->setToolTip(tip);
        out->setAccessibleName(tip);
        layout->addWidget(out);
        return out;
    };
    QToolButton *fresh = button(tr("New"), tr("Begin a new study"));
    connect(fresh, &QToolButton::clicked, this, &StudyEditor::startNew);
    QToolButton *open = button(tr("Open"), tr("Open a study of this workspace"));
    m_openMenu = new QMenu(open);
    open->setMenu(m_openMenu);
    open->setPopupMode(QToolButton::InstantPopup);
    connect(&m_desk.session(), &Session::studiesChanged, this, &StudyEditor::fillOpenMenu);
    QToolButton *keep = button(tr("Save"), tr("Save the study in this workspace"));
    connect(keep, &QToolButton::clicked, this, &StudyEditor::save);
    QToolButton *keepAs = button(tr("Save As…"), tr("Save the study under another name"));
    connect(keepAs, &QToolButton::clicked, this, &StudyEditor::saveAs);
    return bar;
}

void StudyEditor::showDraft()
{
    if (m_json->toPlainText() != m_draft.text()) {
        m_showing = true;
        if (++m_replaced > kReplacedKept) { // what can be undone is kept whole, each time
            m_json->setPlainText(m_draft.text());
            m_replaced = 0;
        } else {
            QTextCursor cursor(m_json->document());
            cursor.select(QTextCursor::Document);
            cursor.insertText(m_draft.text()); // can be undone, which setPlainText cannot
        }
        m_json->moveCursor(QTextCursor::Start);
        m_showing = false;
    }
    m_form->setEnabled(!m_draft.isBroken());
    markLine();
}

void StudyEditor::markLine()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_draft.faultLine() > 0) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_json->document()->findBlockByNumber(m_draft.faultLine() - 1));
        mark.format.setBackground(m_desk.theme().tokens().tint(m_desk.theme().color(Role::Down), 0.25));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_json->setExtraSelections(marks);
}

void StudyEditor::showFault()
{
    m_views->setCurrentWidget(m_json);
    if (m_draft.faultLine() > 0)
        m_json->setTextCursor(QTextCursor(m_json->document()->findBlockByNumber(m_draft.faultLine() - 1)));
    m_json->setFocus();
}

void StudyEditor::refresh()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    m_symbols.start<Known>(
        JobKind::Read, tr("Reading symbols"), [bench](const Job &) { return readKnown(*bench); }, this,
        [this](Result<Known> known) {
            if (!known)
                return; // completion is a comfort; whoever reads the bars for a purpose says what is wrong
            m_form->setSymbols(known->symbols);
            m_form->setWatchlists(known->watchlists);
        });
    fillOpenMenu();
}

void StudyEditor::fillOpenMenu()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    using Files = std::vector<StudyFile>;
    m_files.start<Files>(
        JobKind::Read, tr("Reading studies"), [bench](const Job &) { return studiesOf(*bench); }, this,
        [this](Result<Files> files) {
            m_openMenu->clear();
            if (!files) {
                m_desk.messages().tellError(files.error());
                return;
            }
            for (const StudyFile &file : *files) {
                const QString name = base::qs(file.name);
                QString label = oneLine(file.title, 60);
                if (label != name)
                    label += QStringLiteral("  (%1)").arg(oneLine(name, 40));
                QAction *action =
                    m_openMenu->addAction(label.replace(QLatin1Char('&'), QStringLiteral("&&")));
                action->setToolTip(tipText(file.fault));
                connect(action, &QAction::triggered, this, [this, name] { openFile(name); });
            }
            if (files->empty())
                m_openMenu->addAction(tr("No studies yet"))->setEnabled(false);
        });
}

void StudyEditor::openFile(const QString &name)
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    m_reading.start<std::string>(
        JobKind::Read, tr("Opening the study %1").arg(name),
        [bench, name](const Job &) { return readStudyFile(*bench, base::utf8(name)); }, this,
        [this, name](Result<std::string> text) {
            if (text) {
                putAside(base::qs(*text));
                m_draft.open(base::qs(*text), name);
            } else {
                m_desk.messages().tellError(text.error());
            }
        });
}

void StudyEditor::putAside(const QString &next)
{
    if (!m_draft.isModified() || m_draft.text() == next)
        return;
    m_desk.messages().tell(
        Severity::Info, tr("The study “%1” was put aside.").arg(oneLine(m_draft.name(), 60)),
        {{tr("Undo"), [draft = QPointer(&m_draft), text = m_draft.text(), file = m_draft.file()] {
              if (draft)
                  draft->bringBack(text, file);
          }}});
}

void StudyEditor::startNew()
{
    putAside(writeStudy(newStudy()));
    m_draft.open(writeStudy(newStudy()));
    m_views->setCurrentWidget(m_form);
    m_form->firstFocus()->setFocus();
}

void StudyEditor::save()
{
    if (m_draft.file().isEmpty())
        saveAs();
    else
        saveNamed(m_draft.file(), true);
}

void StudyEditor::saveAs()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the study"));
    dialog->setLabelText(tr("Name of the file in this workspace's folder studies:"));
    dialog->setOkButtonText(tr("Save"));
    QString name = m_draft.name().toLower();
    static const QRegularExpression odd(QStringLiteral("[^\\p{L}\\p{N}]+"));
    name.replace(odd, QStringLiteral("-"));
    dialog->setTextValue(name.left(40));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &chosen) { saveNamed(chosen, false); });
    dialog->open();
}

void StudyEditor::saveNamed(const QString &name, bool replace)
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    using Path = std::filesystem::path;
    const QString text = m_draft.text();
    m_saving.start<Path>(
        JobKind::Read, tr("Saving the study %1").arg(name),
        [bench, name, text, replace](const Job &) {
            return saveStudyFile(*bench, base::utf8(name), base::utf8(text), replace);
        },
        this,
        [this, text](Result<Path> saved) {
            if (!saved) {
                m_desk.messages().tellError(saved.error(), {{tr("Save As…"), [self = QPointer(this)] {
                                                                 if (self)
                                                                     self->saveAs();
                                                             }}});
                return;
            }
            if (m_draft.text() == text)
                m_draft.setSaved(base::qs(saved->stem().string()));
            m_desk.session().tellStudiesChanged();
        });
}

} // namespace widgets
