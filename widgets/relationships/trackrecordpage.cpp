// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/relationships/trackrecordpage.h"

#include "core/base/text.h"
#include "core/workbench/tearsheet.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/checkededit.h"
#include "widgets/common/labels.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/report/paperprinter.h"
#include "widgets/report/walkwriter.h"
#include "widgets/studycharts/walkcharts.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using namespace core::workbench;
using core::base::qs;
using core::base::Result;

namespace {

constexpr int kRoomForPicture = 780; // pixels for table and picture side by side
constexpr int kMostVerdict = 600;

/// "Sample study, 2005-01-01 to 2021-12-31 in steps of 1 year · walked 2026-01-10 08:00".
QString titleOf(const StoredWalk &walk, const core::base::Zone &zone)
{
    return TrackRecordPage::tr("%1 · walked %2")
        .arg(walkSubject(walk.report), instantText(walk.recordedAt, zone));
}

} // namespace

TrackRecord readTrackRecord(const Workbench &bench)
{
    TrackRecord out;
    out.isSimulated = bench.identity().sample;
    if (auto walks = storedWalks(bench))
        out.walks = std::move(*walks);
    else
        out.fault = walks.error().message;
    if (auto studies = studiesOf(bench))
        std::ranges::copy_if(*studies, std::back_inserter(out.studies),
                             [](const StudyFile &study) { return study.fault.isEmpty(); });
    if (const auto year = proposedWalkYear(bench))
        out.proposedYear = *year;
    return out;
}

TrackRecordPage::TrackRecordPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_walking(desk.session().jobs())
    , m_printer(new PaperPrinter(desk, this))
    , m_walks(new QComboBox(this))
    , m_studies(new QComboBox(this))
    , m_from(new CheckedEdit(this))
    , m_step(new QComboBox(this))
    , m_start(new QPushButton(tr("Walk"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_progressText(plainLabel({}, u"muted"_s, this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_none(plainLabel({}, u"muted"_s, this))
    , m_verdict(plainLabel({}, u"heading"_s, this))
    , m_more(plainLabel({}, u"muted"_s, this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_steps(new TextRows(desk.theme(), this))
    , m_table(new QTableView(m_split))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_chart(new ChartView(desk.theme(), m_pages))
    , m_notes(new QPlainTextEdit(m_pages))
{
    setObjectName(u"trackRecordPage"_s);
    makeActions();
    m_verdict->setObjectName(u"walkVerdict"_s);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_none->setObjectName(u"walkNone"_s);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    head->setSpacing(2);
    head->addWidget(m_none);
    head->addWidget(m_verdict);
    head->addWidget(m_more);
    m_split->addWidget(makeSteps());
    m_split->addWidget(makePictures());
    m_split->setChildrenCollapsible(false);
    m_split->setAccessibleName(tr("Steps and pictures"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeForm());
    layout->addWidget(makeProgress());
    layout->addLayout(head);
    layout->addWidget(m_split, 1);
    layout->addStretch(0);
    connect(&desk.session().jobs(), &JobQueue::taskChanged, this, &TrackRecordPage::showProgress);
    set({});
}

TrackRecordPage::~TrackRecordPage() = default;

void TrackRecordPage::makeActions()
{
    m_walkAction = m_desk.addAction(
        this, u"relationships.walk"_s, tr("Walk a Study Through the Past…"),
        tr("Discover year by year with what was known then, and score what came next"), {}, u"run"_s);
    m_exportAction = m_desk.addAction(this, u"relationships.export-walk"_s, tr("Export Track Record…"),
                                      tr("Print the walk that is shown (PDF)"), {}, u"export"_s);
    connect(m_exportAction, &QAction::triggered, this, &TrackRecordPage::exportWalk);
}

QWidget *TrackRecordPage::makeBar()
{
    m_bar = new QWidget(this);
    m_walks->setObjectName(u"walks"_s);
    m_walks->setAccessibleName(tr("Which walk"));
    m_walks->setToolTip(tr("The walks of this workspace, the newest first"));
    m_walks->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_walks->setMinimumContentsLength(24);
    connect(m_walks, &QComboBox::currentIndexChanged, this, &TrackRecordPage::showWalk);
    const auto button = [this](QAction *action, const QString &text, const QString &name) {
        auto *out = new QPushButton(text, m_bar);
        out->setObjectName(name);
        out->setAccessibleName(action->text());
        connect(out, &QPushButton::clicked, action, &QAction::trigger);
        const auto follow = [out, action] {
            out->setEnabled(action->isEnabled());
            out->setToolTip(action->toolTip());
        };
        connect(action, &QAction::changed, out, follow);
        follow();
        return out;
    };
    auto *layout = new QHBoxLayout(m_bar);
    layout->setContentsMargins(12, 6, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_walks, 1);
    layout->addWidget(button(m_walkAction, tr("New Walk…"), u"newWalk"_s));
    layout->addWidget(button(m_exportAction, tr("Export PDF…"), u"exportWalk"_s));
    return m_bar;
}

QWidget *TrackRecordPage::makeForm()
{
    m_form = new QWidget(this);
    m_form->setObjectName(u"walkForm"_s);
    m_studies->setObjectName(u"walkStudy"_s);
    m_studies->setAccessibleName(tr("The study that is walked through the past"));
    m_studies->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_studies->setMinimumContentsLength(16);
    m_from->setObjectName(u"walkFrom"_s);
    m_from->setAccessibleName(tr("Where the walk begins"));
    m_from->setFixedWidth(96);
    m_from->setCheck([](const QString &text) {
        const auto options = walkOptions(core::base::utf8(text.trimmed()), {}, "1y");
        return options ? QString() : options.error().message;
    });
    m_from->setHelp(
        tr("The first year, or date, something is discovered at; what lies before is learned from"));
    connect(m_from, &QLineEdit::textChanged, this, &TrackRecordPage::showState);
    connect(m_from, &QLineEdit::returnPressed, this, &TrackRecordPage::walk);
    m_step->setObjectName(u"walkStep"_s);
    m_step->setAccessibleName(tr("The length of a step"));
    m_step->setToolTip(tr("How long what was found is scored before it is discovered anew"));
    for (const char *step : {"1y", "6m", "3m", "2y"})
        m_step->addItem(stepText(core::discovery::parseStepLength(step).value()), QString::fromLatin1(step));
    m_start->setObjectName(u"walkStart"_s);
    m_start->setProperty("primary", true);
    m_start->setAccessibleName(tr("Start the walk"));
    connect(m_start, &QPushButton::clicked, this, &TrackRecordPage::walk);
    m_close->setObjectName(u"walkClose"_s);
    m_close->setAccessibleName(tr("Close the form"));
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_isAsking = false;
        showState();
    });
    auto *layout = new QHBoxLayout(m_form);
    layout->setContentsMargins(12, 6, 12, 0);
    layout->setSpacing(8);
    const auto label = [this, layout](const QString &text, QWidget *buddy) {
        auto *out = new QLabel(text, m_form);
        out->setBuddy(buddy);
        layout->addWidget(out);
    };
    label(tr("Study"), m_studies);
    layout->addWidget(m_studies, 1);
    label(tr("from", "the first year of a walk"), m_from);
    layout->addWidget(m_from);
    label(tr("in steps of"), m_step);
    layout->addWidget(m_step);
    layout->addWidget(m_start);
    layout->addWidget(m_close);
    return m_form;
}

QWidget *TrackRecordPage::makeProgress()
{
    m_progressRow = new QWidget(this);
    m_progressText->setObjectName(u"walkProgressText"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_progress->setAccessibleName(tr("Progress of the walk"));
    m_cancel->setObjectName(u"walkCancel"_s);
    m_cancel->setAccessibleName(tr("Cancel the walk"));
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_walking.cancel();
        m_progressText->setText(tr("Stopping…"));
    });
    auto *layout = new QHBoxLayout(m_progressRow);
    layout->setContentsMargins(12, 6, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_progressText, 1);
    layout->addWidget(m_progress, 0, Qt::AlignVCenter);
    layout->addWidget(m_cancel);
    return m_progressRow;
}

QWidget *TrackRecordPage::makeSteps()
{
    m_table->setObjectName(u"walkSteps"_s);
    m_table->setModel(m_steps);
    dressTable(m_table, tr("Steps of the walk, all together last"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumSize(200, 76);
    return m_table;
}

QWidget *TrackRecordPage::makePictures()
{
    auto *part = new QWidget(m_split);
    part->setMinimumSize(220, 150);
    m_tabs->setAccessibleName(tr("Pictures of the walk"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    const std::pair<QString, QString> tabs[] = {
        {tr("Held"), tr("The share of what was found at each step that held in the next")},
        {tr("Reliability"), tr("How often what was told with a probability came true")},
        {tr("Notes"), tr("What must be known to read it")}};
    for (const auto &[text, tip] : tabs)
        m_tabs->setTabToolTip(m_tabs->addTab(text), tip);
    connect(m_tabs, &QTabBar::currentChanged, this, &TrackRecordPage::showTab);
    m_chart->setClock(m_desk.session().clock());
    m_notes->setObjectName(u"walkNotes"_s);
    m_notes->setAccessibleName(tr("Notes of the walk"));
    m_notes->setReadOnly(true);
    m_notes->setTabChangesFocus(true);
    m_notes->setFrameShape(QFrame::NoFrame);
    m_pages->addWidget(m_chart);
    m_pages->addWidget(m_notes);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    return part;
}

void TrackRecordPage::set(TrackRecord record)
{
    const StoredWalk *before = current();
    const std::string kept = before ? before->report.walk : std::string();
    // the newest comes into view when it was not there yet
    const bool isNew =
        !record.walks.empty() &&
        (m_record.walks.empty() || record.walks.front().report.walk != m_record.walks.front().report.walk);
    m_record = std::move(record);
    int at = 0;
    {
        const QSignalBlocker blocker(m_walks);
        m_walks->clear();
        const core::base::Zone zone = shownZone(m_desk.settings());
        for (std::size_t i = 0; i < m_record.walks.size(); ++i) {
            m_walks->addItem(titleOf(m_record.walks[i], zone));
            if (!isNew && m_record.walks[i].report.walk == kept)
                at = static_cast<int>(i);
        }
        m_walks->setCurrentIndex(m_record.walks.empty() ? -1 : at);
    }
    fillForm();
    showWalk();
}

void TrackRecordPage::clear()
{
    m_walking.drop();
    m_isAsking = false;
    set({});
}

void TrackRecordPage::fillForm()
{
    const QString chosen = m_studies->currentData().toString();
    m_studies->clear();
    for (const StudyFile &study : m_record.studies)
        m_studies->addItem(oneLine(study.title, 80), QString::fromStdString(study.path.string()));
    m_studies->setCurrentIndex(m_record.studies.empty() ? -1 : std::max(0, m_studies->findData(chosen)));
    if (m_from->text().isEmpty() && m_record.proposedYear > 0)
        m_from->setText(QString::number(m_record.proposedYear));
}

const StoredWalk *TrackRecordPage::current() const
{
    const int at = m_walks->currentIndex();
    return at >= 0 && static_cast<std::size_t>(at) < m_record.walks.size()
               ? &m_record.walks[static_cast<std::size_t>(at)]
               : nullptr;
}

QString TrackRecordPage::verdict() const
{
    return m_verdict->text();
}

void TrackRecordPage::showWalk()
{
    const StoredWalk *walk = current();
    QStringList lines = walk ? verdictOf(walk->report).split(u'\n') : QStringList();
    m_verdict->setText(lines.isEmpty() ? QString() : unbroken(oneLine(lines.takeFirst(), kMostVerdict)));
    m_more->setText(unbroken(oneLine(lines.join(u' '), kMostVerdict)));
    m_more->setVisible(!lines.isEmpty());
    const WalkTable table = walk ? walkTable(walk->report) : WalkTable();
    std::vector<TextRows::Row> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const QString &note = table.notes[static_cast<qsizetype>(i)];
        rows.push_back({.cells = table.rows[i],
                        .icon = note.isEmpty() ? QString() : u"info"_s,
                        .tip = note.isEmpty() ? QString() : tr("Nothing was asked: %1").arg(oneLine(note)),
                        .isMuted = !note.isEmpty()});
    }
    const bool isFirst = m_steps->columnCount() == 0;
    m_steps->set(table.titles, std::move(rows), {2, 3, 4, 5, 6, 7, 8, 9});
    if (isFirst && walk) {
        QHeaderView *header = m_table->horizontalHeader();
        for (int column = 0; column < m_steps->columnCount(); ++column)
            header->resizeSection(column, std::max(column < 2 ? 92 : 52, header->sectionSizeHint(column)));
    }
    if (walk) {
        QStringList notes;
        for (const QString &note : walk->report.notes)
            notes << oneLine(note, 1000);
        m_notes->setPlainText(notes.join(u"\n\n"_s));
    }
    showTab();
    showState();
}

void TrackRecordPage::showTab()
{
    const StoredWalk *walk = current();
    const int tab = m_tabs->currentIndex();
    if (tab == Notes) {
        m_pages->setCurrentWidget(m_notes);
        return;
    }
    m_pages->setCurrentWidget(m_chart);
    if (walk)
        m_chart->setSpec(tab == Reliability
                             ? reliabilityChart(walk->report, m_record.isSimulated)
                             : heldChart(walk->report, m_record.isSimulated, shownZone(m_desk.settings())));
    const QString title = m_chart->spec().title;
    m_chart->setAccessibleName(title.isEmpty() ? tr("Pictures of the walk") : title);
}

void TrackRecordPage::showState()
{
    const bool isOpen = m_desk.session().bench() != nullptr;
    const bool isWalking = m_walking.isBusy();
    const bool hasWalks = !m_record.walks.empty();
    const bool canAsk = isOpen && !isWalking && !m_record.studies.empty() && m_record.proposedYear > 0;
    m_walkAction->setEnabled(canAsk);
    m_exportAction->setEnabled(isOpen && hasWalks);
    m_bar->setVisible(hasWalks);
    m_form->setVisible(canAsk && (m_isAsking || !hasWalks));
    m_close->setVisible(hasWalks);
    m_start->setEnabled(canAsk && m_from->fault().isEmpty() && m_studies->currentIndex() >= 0);
    m_progressRow->setVisible(isWalking);
    for (QWidget *widget : {static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_split)})
        widget->setVisible(hasWalks);
    m_none->setVisible(!hasWalks);
    QString none =
        tr("A walk judges the method: at each past year a study discovers with what was known then, and is "
           "scored on the year that follows, beside a t-test that corrects nothing. It asks nothing for "
           "belief and enters no finding.");
    if (!m_record.fault.isEmpty())
        none = m_record.fault;
    else if (isOpen && m_record.proposedYear == 0)
        none += u' ' + tr("There are no daily prices yet to walk through.");
    else if (isOpen && m_record.studies.empty())
        none += u' ' + tr("There is no study yet to walk; save one in Discovery.");
    m_none->setText(none);
}

void TrackRecordPage::askForWalk()
{
    m_isAsking = true;
    showState();
    if (m_form->isVisibleTo(this))
        m_studies->setFocus(Qt::OtherFocusReason);
}

QWidget *TrackRecordPage::firstFocus() const
{
    return !m_record.walks.empty() ? static_cast<QWidget *>(m_table) : m_studies;
}

bool TrackRecordPage::isSettled() const
{
    return !m_walking.isBusy() && m_printer->isSettled();
}

void TrackRecordPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TrackRecordPage::arrange()
{
    const bool isWide = width() >= kRoomForPicture;
    if (isWide == (m_split->orientation() == Qt::Horizontal) && m_split->property("arranged").toBool())
        return;
    m_split->setProperty("arranged", true);
    m_split->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
    if (isWide)
        m_split->setSizes({width() * 55 / 100, width() * 45 / 100});
    else
        m_split->setSizes({height() / 2, height() / 2});
}

void TrackRecordPage::walk()
{
    const auto bench = m_desk.session().bench();
    if (!bench || m_walking.isBusy() || !m_start->isEnabled())
        return;
    const auto options = walkOptions(core::base::utf8(m_from->text().trimmed()), {},
                                     core::base::utf8(m_step->currentData().toString()));
    if (!options) {
        m_desk.messages().tellError(options.error());
        return;
    }
    const QString name = m_studies->currentText();
    m_walking.start<QString>(
        JobKind::Task, tr("Walking “%1”").arg(oneLine(name, 60)),
        [bench, options = *options,
         file = std::filesystem::path(m_studies->currentData().toString().toStdString())](
            const Job &job) -> Result<QString> {
            const auto report = core::workbench::walkStudy(*bench, file, options, 0, job);
            if (!report)
                return report.error();
            return verdictOf(*report).section(u'\n', 0, 0);
        },
        this,
        [this](Result<QString> said) {
            if (said) {
                m_isAsking = false;
                m_desk.messages().tell(Severity::Info, *said);
                Q_EMIT walked();
            } else if (said.error().code != core::base::ErrorCode::Cancelled) {
                m_desk.messages().tellError(said.error());
            }
            showState();
        });
    m_progress->setRange(0, 0);
    m_progressText->setText(tr("Walking “%1”…").arg(oneLine(name, 60)));
    showState();
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void TrackRecordPage::showProgress(quint64 job)
{
    if (!m_walking.isBusy() || job != m_walking.id())
        return;
    const auto info = m_desk.session().jobs().info(job);
    if (!info || info->total == 0)
        return;
    m_progress->setRange(0, 1000);
    m_progress->setValue(
        static_cast<int>(1000.0 * static_cast<double>(info->done) / static_cast<double>(info->total)));
    m_progressText->setText(tr("%1: %2 of %3 %4", "a job, done, in all, of what")
                                .arg(oneLine(info->title, 60), countText(info->done), countText(info->total),
                                     oneLine(info->what, 80)));
}

void TrackRecordPage::exportWalk()
{
    const StoredWalk *walk = current();
    if (!walk)
        return;
    m_printer->print(
        {tr("Export Track Record"), tr("Printing the track record"),
         [study = walk->report.study, name = walk->report.walk](const Workbench &) -> Result<QString> {
             return sheetFileName(tr("Track record %1").arg(qs(study)), qs(name));
         },
         [walk = *walk](const Workbench &own, const QString &file, const Job &job) -> Result<void> {
             return writeWalk({qs(own.identity().name), own.identity().sample, walk}, file, job);
         }});
}

} // namespace widgets
