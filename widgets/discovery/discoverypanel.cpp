// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/discoverypanel.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/common/words.h"
#include "widgets/discovery/draftkeeper.h"
#include "widgets/discovery/findingdetail.h"
#include "widgets/discovery/preflightstrip.h"
#include "widgets/discovery/runhistory.h"
#include "widgets/discovery/runview.h"
#include "widgets/discovery/studyeditor.h"
#include "widgets/discovery/studyform.h"
#include "widgets/discovery/studytext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::Result;
using discovery::RunReport;

namespace {

constexpr int kRoomForBoth = 1000; // editor beside the results
constexpr int kEditorWidth = 370;

} // namespace

DiscoveryPanel::DiscoveryPanel(Desk &desk, QWidget *parent)
    : Panel(desk, QStringLiteral("discovery"), tr("Discovery"), parent)
    , m_draft(desk.session().clock())
    , m_running(desk.session().jobs())
    , m_reading(desk.session().jobs())
    , m_verifying(desk.session().jobs())
    , m_tabs(new QTabBar(content()))
    , m_study(new QLabel(content()))
    , m_simulated(new QLabel(content()))
    , m_step(new QLabel(content()))
    , m_progress(new QProgressBar(content()))
    , m_runButton(new QPushButton(content()))
    , m_cancelButton(new QPushButton(content()))
    , m_preflight(new PreflightStrip(desk, m_draft, content()))
    , m_split(new QSplitter(Qt::Horizontal, content()))
    , m_editor(new StudyEditor(desk, m_draft, m_split))
    , m_keeper(new DraftKeeper(desk, m_draft, this))
    , m_right(new QStackedWidget(m_split))
    , m_results(new RunView(desk, m_right))
    , m_history(new RunHistory(desk, m_right))
    , m_none(nullptr)
{
    makeActions();
    auto *none = new EmptyState(desk.theme(), m_right);
    none->set(tr("Which events move which markets? Run the study to see what can be told from chance, and "
                 "how surely."),
              m_runAction, QStringLiteral("run"));
    m_none = none;
    m_right->addWidget(m_results);
    m_right->addWidget(m_history);
    m_right->addWidget(m_none);
    m_right->setCurrentWidget(m_none);
    m_split->setChildrenCollapsible(false);
    m_split->setMinimumSize(400, 200); // else the two side by side would keep the panel from becoming narrow
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({kEditorWidth, 1000});
    auto *line = new QFrame(content());
    line->setProperty("role", QStringLiteral("line"));
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_preflight);
    layout->addWidget(line);
    layout->addWidget(m_split, 1);
    listen();
    arrange();
    showState();
    if (desk.session().bench())
        opened();
    else
        closed();
}

void DiscoveryPanel::makeActions()
{
    m_runAction = desk().addAction(this, QStringLiteral("discovery.run"), tr("Run Study"),
                                   tr("Ask what the editor holds"),
                                   QKeySequence(QStringLiteral("Ctrl+Return")), QStringLiteral("run"));
    connect(m_runAction, &QAction::triggered, this, &DiscoveryPanel::run);
    m_cancelAction =
        desk().addAction(this, QStringLiteral("discovery.cancel"), tr("Cancel Study"),
                         tr("Stop the run; nothing of it is shown"), QKeySequence(Qt::Key_Escape));
    connect(m_cancelAction, &QAction::triggered, this, &DiscoveryPanel::cancel);
    m_newAction =
        desk().addAction(this, QStringLiteral("discovery.new"), tr("New Study"), tr("Begin a new study"));
    connect(m_newAction, &QAction::triggered, this, [this] {
        beginQuestion();
        m_editor->startNew();
    });
    m_saveAction = desk().addAction(this, QStringLiteral("discovery.save"), tr("Save Study"),
                                    tr("Keep the study in this workspace"), QKeySequence::Save);
    connect(m_saveAction, &QAction::triggered, m_editor, &StudyEditor::save);
    QAction *report =
        desk().addAction(this, QStringLiteral("discovery.add-to-report"), tr("Add Finding to Report"),
                         tr("Put the selected finding into the report"), {}, QStringLiteral("report"));
    connect(report, &QAction::triggered, this, [this] { m_results->addToReport(); });
    for (const auto &[id, text, tip, language] :
         {std::tuple("python", tr("Copy Finding as Python Script"),
                     tr("A script that computes the selected finding again with Python alone"),
                     ScriptLanguage::Python),
          std::tuple("r", tr("Copy Finding as R Script"),
                     tr("A script that computes the selected finding again with R alone"), ScriptLanguage::R),
          std::tuple("cli", tr("Copy Finding as Command Line"),
                     tr("The lines that run the study and show the selected finding"),
                     ScriptLanguage::CommandLine)}) {
        QAction *copy = desk().addAction(this, QStringLiteral("discovery.copy-") + QLatin1String(id), text,
                                         tip, {}, QStringLiteral("copy"));
        connect(copy, &QAction::triggered, this,
                [this, asked = language] { m_results->copyScript(asked); });
    }
    QAction *verifyAction =
        desk().addAction(this, QStringLiteral("discovery.verify"), tr("Verify Run"),
                         tr("Run the shown run again on its snapshot and compare, bit for bit"));
    connect(verifyAction, &QAction::triggered, this, [this] {
        if (m_results->run())
            verify(base::qs(m_results->run()->report->run));
    });
}

QWidget *DiscoveryPanel::makeBar()
{
    auto *bar = new QWidget(content());
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Pages of Discovery"));
    for (const QString &text : {tr("Question"), tr("Findings"), tr("History")})
        m_tabs->addTab(text);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        arrange();
        showState();
    });
    for (QLabel *label : {m_study, m_simulated, m_step})
        label->setTextFormat(Qt::PlainText);
    m_study->setProperty("role", QStringLiteral("muted"));
    m_study->setMinimumWidth(0);
    m_study->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_simulated->setText(tr("Simulated"));
    m_simulated->setProperty("role", QStringLiteral("warn"));
    m_simulated->setToolTip(tr("The events and prices of this workspace are made up."));
    m_simulated->setObjectName(QStringLiteral("simulated"));
    m_step->setProperty("role", QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(96);
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_runButton->setText(tr("Run"));
    m_runButton->setProperty("primary", true);
    m_runButton->setObjectName(QStringLiteral("run"));
    m_runButton->setAccessibleName(tr("Run the study"));
    connect(m_runButton, &QPushButton::clicked, m_runAction, &QAction::trigger);
    m_cancelButton->setText(tr("Cancel"));
    m_cancelButton->setObjectName(QStringLiteral("cancel"));
    m_cancelButton->setAccessibleName(tr("Cancel the run"));
    connect(m_cancelButton, &QPushButton::clicked, m_cancelAction, &QAction::trigger);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(4, 4, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_tabs);
    layout->addWidget(m_study, 1);
    layout->addWidget(m_simulated);
    layout->addWidget(m_step);
    layout->addWidget(m_progress, 0, Qt::AlignVCenter);
    layout->addWidget(m_cancelButton);
    layout->addWidget(m_runButton);
    return bar;
}

void DiscoveryPanel::listen()
{
    Session &session = desk().session();
    connect(&session, &Session::opened, this, &DiscoveryPanel::opened);
    connect(&session, &Session::closing, this, &DiscoveryPanel::closed);
    connect(&session, &Session::closed, this, [this] {
        m_preflight->refresh();
        showState();
    });
    const auto changed = [this] {
        m_dataChanged = m_results->run().has_value();
        m_preflight->recount();
        judgeFreshness();
    };
    connect(&session, &Session::eventsStored, this, changed);
    connect(&session, &Session::barsStored, this, [this, changed] {
        changed();
        m_editor->refresh();
    });
    connect(&session, &Session::watchlistsChanged, m_editor, &StudyEditor::refresh);
    connect(&session, &Session::runStored, m_history, &RunHistory::refresh);
    connect(&session.collection(), &core::workbench::Collection::scheduleRan, m_history, &RunHistory::refresh);
    connect(&session.jobs(), &JobQueue::taskChanged, this, &DiscoveryPanel::showProgress);
    connect(&desk(), &Desk::editStudy, this, [this](const QString &json) {
        beginQuestion();
        edit(json);
    });
    connect(&desk(), &Desk::runStudy, this, &DiscoveryPanel::run);
    connect(&desk(), &Desk::asOfChanged, m_preflight, &PreflightStrip::refresh);
    connect(&desk(), &Desk::openStudyFile, this, [this](const QString &name) {
        beginQuestion();
        m_editor->openFile(name);
    });
    connect(&desk(), &Desk::openRun, this, [this](const QString &run) { openRun(run); });
    connect(&desk(), &Desk::openFinding, this,
            [this](const FindingRef &finding) { openRun(finding.run, finding.hypothesis); });
    connect(&desk().selection(), &Selection::findingSelected, this, &DiscoveryPanel::followSelection);
    connect(&m_draft, &StudyDraft::changed, this, [this] {
        judgeFreshness();
        showState();
    });
    connect(&m_draft, &StudyDraft::savedChanged, this, &DiscoveryPanel::showState);
    connect(m_preflight, &PreflightStrip::answered, this, &DiscoveryPanel::showState);
    connect(m_preflight, &PreflightStrip::faultWanted, this, [this] {
        showPage(Question);
        m_editor->showFault();
    });
    connect(m_results, &RunView::studyWanted, this, [this](const QString &json) { edit(json); });
    connect(m_results, &RunView::questionWanted, this, [this] {
        if (m_results->run())
            edit(m_results->run()->studyText);
    });
    connect(m_results, &RunView::verifyWanted, this, &DiscoveryPanel::verify);
    connect(m_history, &RunHistory::openWanted, this, [this](const QString &run) { openRun(run); });
    connect(m_history, &RunHistory::studyPasted, this, [this](const QString &json) {
        beginQuestion();
        edit(json);
    });
    connect(m_history, &RunHistory::verifyWanted, this, &DiscoveryPanel::verify);
}

QWidget *DiscoveryPanel::firstFocus()
{
    return m_results->isVisible() && m_results->run() ? static_cast<QWidget *>(m_results->table())
                                                      : m_editor->form()->firstFocus();
}

bool DiscoveryPanel::isSettled() const
{
    return !m_running.isBusy() && !m_reading.isBusy() && m_editor->isSettled() && m_preflight->isSettled() &&
           m_history->isSettled() && m_results->detail()->isSettled();
}

void DiscoveryPanel::opened()
{
    const auto &bench = desk().session().bench();
    m_simulated->setVisible(bench->identity().sample);
    m_results->clear();
    m_asked.clear();
    showContent();
    m_editor->refresh();
    m_history->refresh();
    m_preflight->refresh();
    m_isFresh = true;
    m_keeper->bringBack();
    arrange();
    showState();
    if (isVisible())
        openNewest();
    else
        openExample();
}

void DiscoveryPanel::closed()
{
    m_draft.forgetFile();
    m_running.drop();
    m_reading.drop();
    m_verifying.drop();
    m_results->clear();
    m_history->clear();
    m_asked.clear();
    m_preflight->refresh();
    showEmpty(tr("Discovery asks which events move which markets. Open a workspace to begin."),
              sampleAction(), QStringLiteral("discovery"));
    showState();
}

void DiscoveryPanel::showPage(Page page)
{
    m_tabs->setCurrentIndex(m_isWide && page == Question ? Findings : page);
}

void DiscoveryPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    arrange();
    showState();
}

void DiscoveryPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    openNewest();
}

void DiscoveryPanel::arrange()
{
    const bool isWide = width() >= kRoomForBoth;
    if (isWide != m_isWide) {
        m_isWide = isWide;
        m_tabs->setTabVisible(Question, !isWide);
        if (isWide && m_tabs->currentIndex() == Question)
            m_tabs->setCurrentIndex(Findings);
        if (isWide)
            m_split->setSizes({kEditorWidth, width() - kEditorWidth});
    }
    const int page = m_tabs->currentIndex();
    m_editor->setVisible(isWide || page == Question);
    m_preflight->setVisible(isWide || page == Question || !m_results->run());
    m_right->setVisible(isWide || page != Question);
    m_right->setCurrentWidget(page == History    ? static_cast<QWidget *>(m_history)
                              : m_results->run() ? static_cast<QWidget *>(m_results)
                                                 : m_none);
}

void DiscoveryPanel::showState()
{
    const bool isRunning = m_running.isBusy();
    const bool isOpen = desk().session().bench() != nullptr;
    const bool canRun = isOpen && !isRunning && m_draft.fault().isEmpty() && m_preflight->refusal().isEmpty();
    m_runAction->setEnabled(canRun);
    m_saveAction->setEnabled(isOpen);
    m_cancelAction->setEnabled(isRunning);
    m_runButton->setEnabled(canRun);
    m_runButton->setVisible(!isRunning);
    m_cancelButton->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_step->setVisible(isRunning);
    const QString why = !m_draft.fault().isEmpty() ? m_draft.fault() : m_preflight->refusal();
    m_runButton->setToolTip(
        tipText(canRun || why.isEmpty() ? m_runAction->toolTip() : tr("Cannot run yet: %1").arg(why)));
    m_runButton->setAccessibleDescription(canRun ? QString() : why);
    QString name = oneLine(m_draft.name(), 120);
    if (m_draft.isModified())
        name += tr(" (edited)");
    m_study->setToolTip(tipText(name));
    m_study->setText(m_study->fontMetrics().elidedText(name, Qt::ElideRight, std::max(40, m_study->width())));
    m_study->setVisible(!isRunning);
}

void DiscoveryPanel::judgeFreshness()
{
    if (!m_results->run())
        return;
    m_results->setStale(m_draft.question() != m_asked ? tr("the question has changed since.")
                        : m_dataChanged               ? tr("the data have changed since.")
                                                      : QString());
}

void DiscoveryPanel::run()
{
    const auto bench = desk().session().bench();
    if (!bench || m_running.isBusy() || !m_draft.fault().isEmpty() || !m_preflight->refusal().isEmpty())
        return;
    const std::string text = base::utf8(m_draft.text());
    const QByteArray question = m_draft.question();
    using Shown = ShownRun;
    m_running.start<Shown>(
        JobKind::Task, tr("Study “%1”").arg(oneLine(m_draft.name(), 60)),
        [bench, text, asOf = desk().asOf()](const Job &job) -> Result<Shown> {
            Result<RunReport> report = runStudyText(*bench, text, 0, job, asOf);
            if (!report)
                return report.error();
            Result<Shown> shown = readRun(*bench, report->run);
            if (shown && shown->report->maxima.empty() && !report->maxima.empty()) {
                RunReport whole = *shown->report; // the ledger keeps the null of shifts only
                whole.maxima = std::move(report->maxima);
                shown->report = std::make_shared<const RunReport>(std::move(whole));
            }
            return shown;
        },
        this,
        [this, question](Result<Shown> shown) {
            const bool isDone = shown.ok();
            if (isDone) {
                m_asked = question;
                m_dataChanged = false;
                desk().session().tellRunStored(base::qs(shown->report->run));
                m_results->setRun(std::move(*shown), isVisible()); // a person elsewhere stays there
                judgeFreshness();
                m_tabs->setCurrentIndex(Findings);
                arrange();
            } else if (shown.error().code == base::ErrorCode::Cancelled) {
                m_history->refresh();
            } else {
                desk().messages().tellError(shown.error());
                m_history->refresh();
            }
            m_preflight->refresh(); // what was new is asked now
            showState();
            Q_EMIT ended(isDone);
        });
    m_progress->setRange(0, 0);
    m_step->setText(tr("Starting…"));
    showState();
}

void DiscoveryPanel::cancel()
{
    m_running.cancel();
    m_step->setText(tr("Stopping…"));
}

void DiscoveryPanel::showProgress(quint64 id)
{
    if (!m_running.isBusy() || id != m_running.id())
        return;
    const auto info = desk().session().jobs().info(id);
    if (!info)
        return;
    m_progress->setRange(0, info->total > 0 ? 1000 : 0);
    if (info->total > 0)
        m_progress->setValue(
            static_cast<int>(1000.0 * static_cast<double>(info->done) / static_cast<double>(info->total)));
    QString step = oneLine(info->what, 60);
    if (info->secondsLeft >= 0)
        step += tr(" · %1 left").arg(durationText(info->secondsLeft));
    m_step->setText(step);
}

void DiscoveryPanel::edit(const QString &text, const QString &file)
{
    m_editor->putAside(text);
    m_editor->dropOpening(); // which would take its place
    m_draft.open(text, file);
    showPage(Question);
}

void DiscoveryPanel::followSelection()
{
    const std::optional<FindingRef> &finding = desk().selection().finding();
    if (!finding)
        return;
    if (m_results->run() && base::qs(m_results->run()->report->run) == finding->run)
        m_results->select(finding->hypothesis);
    else
        readShown(finding->run, finding->hypothesis, !m_draft.isModified());
}

void DiscoveryPanel::openNewest()
{
    const auto bench = desk().session().bench();
    if (!bench || !isVisible() || !m_isFresh || m_draft.isModified() || m_results->run() ||
        m_reading.isBusy() || m_running.isBusy())
        return;
    using Newest = std::optional<ShownRun>;
    m_reading.start<Newest>(
        JobKind::Read, tr("Opening the newest run"),
        [bench](const Job &) -> Result<Newest> {
            const auto runs = bench->ledger().runs(); // newest first
            if (!runs)
                return runs.error();
            const auto done = std::ranges::find(*runs, "done", &store::RunRecord::status);
            if (done == runs->end())
                return Newest();
            Result<ShownRun> shown = readRun(*bench, done->run);
            if (!shown)
                return shown.error();
            return Newest(std::move(*shown));
        },
        this,
        [this](Result<Newest> newest) {
            if (!newest)
                desk().messages().tellError(newest.error());
            else if (*newest)
                showRun(std::move(**newest), {}, !m_draft.isModified());
            else
                openExample();
        });
}

void DiscoveryPanel::openExample()
{
    if (desk().session().bench()->identity().sample && !m_draft.isModified())
        m_editor->openFile(QStringLiteral("sample"));
}

void DiscoveryPanel::beginQuestion()
{
    if (m_isFresh)
        m_reading.drop(); // the newest run, which would take the question's place
    m_isFresh = false;
    showPage(Question);
}

void DiscoveryPanel::openRun(const QString &run, const QString &hypothesis)
{
    readShown(run, hypothesis, true);
}

void DiscoveryPanel::readShown(const QString &run, const QString &hypothesis, bool intoEditor)
{
    const auto bench = desk().session().bench();
    if (!bench)
        return;
    m_reading.start<ShownRun>(
        JobKind::Read, tr("Opening run %1").arg(run),
        [bench, name = base::utf8(run)](const Job &) { return readRun(*bench, name); }, this,
        [this, hypothesis, intoEditor](Result<ShownRun> shown) {
            showRun(std::move(shown), hypothesis, intoEditor);
        });
}

void DiscoveryPanel::showRun(Result<ShownRun> run, const QString &hypothesis, bool intoEditor)
{
    if (!run) {
        desk().messages().tellError(run.error());
        return;
    }
    const QString text = run->studyText;
    m_dataChanged = false;
    m_results->setRun(std::move(*run));
    if (!hypothesis.isEmpty())
        m_results->select(hypothesis);
    StudyDraft asked(desk().session().clock());
    asked.open(text);
    m_asked = asked.question();
    if (intoEditor && m_draft.question() != m_asked)
        edit(text);
    m_tabs->setCurrentIndex(Findings);
    arrange();
    judgeFreshness();
    showState();
}

void DiscoveryPanel::verify(const QString &run)
{
    const auto bench = desk().session().bench();
    if (!bench)
        return;
    using discovery::VerifyReport;
    m_verifying.start<VerifyReport>(
        JobKind::Task, tr("Verifying run %1").arg(run),
        [bench, name = base::utf8(run)](const Job &job) { return verifyRun(*bench, name, 0, job); }, this,
        [this, run](Result<VerifyReport> report) {
            if (!report) {
                desk().messages().tellError(report.error());
            } else if (report->same()) {
                desk().messages().tell(Severity::Info,
                                       tr("Run %1 gives the same result again, bit for bit (%2).")
                                           .arg(run, base::qs(report->found).left(16)));
            } else {
                desk().messages().tell(
                    Severity::Error,
                    tr("Run %1 gives another result now: it was %2 and is %3. Check the workspace for "
                       "damaged files.")
                        .arg(run, base::qs(report->expected).left(16), base::qs(report->found).left(16)));
            }
        });
}

} // namespace widgets
