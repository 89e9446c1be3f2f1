// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/statusline.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/common/words.h"
#include "widgets/frame/messagelist.h"
#include "widgets/sources/sourcewords.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::Instant;
using core::base::Result;
using core::base::Zone;
using core::workbench::Collection;
using core::workbench::Job;
using core::workbench::JobInfo;
using core::workbench::JobKind;
using core::workbench::JobQueue;
using core::workbench::JobState;
using core::workbench::Session;

namespace {

constexpr std::int64_t kMinute = 60'000'000; // microseconds

/// The role is set before the bar shows it, which is when the style looks at it.
QLabel *plainLabel(StatusLine *parent, const QString &name, const QString &role)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setMargin(2);
    label->setProperty("role", role);
    parent->addWidget(label);
    return label;
}

} // namespace

StatusLine::StatusLine(Desk &desk, QWidget *parent)
    : QStatusBar(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_workspace(plainLabel(this, u"statusWorkspace"_s, u"heading"_s))
    , m_sample(plainLabel(this, u"sampleMark"_s, u"mark"_s))
    , m_snapshot(plainLabel(this, u"statusSnapshot"_s, u"muted"_s))
    , m_asOf(plainLabel(this, u"statusAsOf"_s, u"warn"_s))
    , m_progress(addProgress())
    , m_ingest(addButton(u"statusIngest"_s, tr("Collecting")))
    , m_jobs(addButton(u"statusJobs"_s, tr("What the program is doing; click for the jobs")))
    , m_clock(addButton(u"statusZone"_s, tr("The zone in which times are shown; click to change it")))
    , m_bell(addButton(u"statusBell"_s, tr("Messages")))
    , m_messages(new MessageList(desk, this))
{
    setSizeGripEnabled(false);
    m_sample->setText(tr("Simulated data"));
    m_sample->setToolTip(tr("This is the sample workspace: its markets and events are simulated."));
    m_snapshot->setToolTip(
        tr("The number of the last change to what is stored; studies name the one they read"));

    connect(m_ingest, &QToolButton::clicked, &desk, [&desk] { Q_EMIT desk.showPanel(u"jobs"_s); });
    for (const auto changed : {&Collection::stateChanged, &Collection::changed})
        connect(&desk.session().collection(), changed, this, &StatusLine::showIngest);
    connect(m_jobs, &QToolButton::clicked, &desk, [&desk] { Q_EMIT desk.showPanel(u"jobs"_s); });
    connect(m_clock, &QToolButton::clicked, &desk, [&desk] { Q_EMIT desk.showSettings(u"look"_s); });
    connect(m_bell, &QToolButton::clicked, this, &StatusLine::showMessages);
    Session &session = desk.session();
    connect(&session, &Session::opened, this, &StatusLine::showWorkspace);
    connect(&session, &Session::closed, this, &StatusLine::showWorkspace);
    for (const auto stored : {&Session::eventsStored, &Session::barsStored, &Session::studiesChanged})
        connect(&session, stored, this, &StatusLine::readSnapshot);
    connect(&session, &Session::runStored, this, &StatusLine::readSnapshot);
    for (const auto changed : {&JobQueue::taskAdded, &JobQueue::taskChanged, &JobQueue::taskEnded})
        connect(&session.jobs(), changed, this, &StatusLine::showJobs);
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Zone)
            showClock();
    });
    connect(&desk, &Desk::asOfChanged, this, &StatusLine::showClock);
    connect(&desk.messages(), &Messages::told, this, [this] {
        ++m_unread;
        showBell();
    });
    connect(&desk.theme(), &Theme::changed, this, &StatusLine::paintIcons);
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, &StatusLine::showClock);
    showWorkspace();
    showIngest();
    showJobs();
    showClock();
    showBell();
    paintIcons();
}

QProgressBar *StatusLine::addProgress()
{
    auto *bar = new QProgressBar(this);
    bar->setFixedWidth(96);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Progress of the running job"));
    addPermanentWidget(bar);
    return bar;
}

QToolButton *StatusLine::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("role", u"status"_s);
    addPermanentWidget(button);
    return button;
}

void StatusLine::showMessages()
{
    m_unread = 0;
    showBell();
    m_messages->popUp(m_bell);
}

void StatusLine::showWorkspace()
{
    const auto &bench = m_desk.session().bench();
    m_workspace->setText(bench ? oneLine(bench->identity().name, 40) : tr("No workspace"));
    m_workspace->setToolTip(bench ? tipText(core::base::qs(bench->folder().string())) : QString());
    m_sample->setVisible(bench && bench->identity().sample);
    m_snapshot->clear();
    readSnapshot();
}

void StatusLine::readSnapshot()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    m_reading.start<QString>(
        JobKind::Read, tr("Reading the snapshot"),
        [bench](const Job &) -> Result<QString> {
            const auto info = bench->info();
            if (!info)
                return info.error();
            return core::base::qs(info->snapshot);
        },
        this,
        [this](const Result<QString> &snapshot) {
            m_snapshot->setText(snapshot ? tr("Snapshot %1").arg(*snapshot) : QString());
        });
}

void StatusLine::showJobs()
{
    const std::vector<JobInfo> tasks = m_desk.session().jobs().tasks();
    std::size_t active = 0;
    const JobInfo *running = nullptr;
    for (const JobInfo &task : tasks) {
        if (task.state >= JobState::Done)
            continue;
        ++active;
        if (task.state == JobState::Running || !running)
            running = &task;
    }
    m_progress->setVisible(running != nullptr);
    if (!running) {
        m_jobs->setText(tr("Idle"));
        return;
    }
    const bool counted = running->total > 0;
    m_progress->setRange(0, 1000);
    m_progress->setValue(counted ? static_cast<int>(1000.0 * static_cast<double>(running->done) /
                                                    static_cast<double>(running->total))
                                 : 0);
    const QString title = oneLine(running->title, 40);
    const QString more =
        active > 1 ? tr("%1 and %n more", nullptr, static_cast<int>(active - 1)).arg(title) : title;
    m_jobs->setText(
        running->secondsLeft < 0 ? more : tr("%1 · %2 left").arg(more, durationText(running->secondsLeft)));
}

void StatusLine::showIngest()
{
    const Collection &collection = m_desk.session().collection();
    const QString text = collectText(collection);
    m_ingest->setVisible(!text.isEmpty());
    if (m_ingest->text() == text)
        return; // read every few seconds
    m_ingest->setText(text);
    m_ingest->setToolTip(tipText(collectSentence(collection)));
    m_ingest->setAccessibleName(text);
    m_ingest->setAccessibleDescription(collectSentence(collection));
}

void StatusLine::showClock()
{
    const auto found = Zone::find(core::base::utf8(m_desk.settings().text(Setting::Zone)));
    const Zone zone = found.ok() ? *found : Zone();
    const std::int64_t now = m_desk.session().clock().now().micros();
    const QString shown = instantText(Instant(now - now % kMinute), zone);
    m_clock->setText(QStringLiteral("%1 %2").arg(shown.mid(11, 5), core::base::qs(zone.name())));
    const Instant asOf = m_desk.asOf();
    m_asOf->setVisible(asOf.isValid());
    m_asOf->setText(tr("As of %1").arg(asOf.isValid() ? instantText(asOf, zone) : QString()));
    m_minute.start(static_cast<int>((kMinute - now % kMinute) / 1000) + 50);
}

void StatusLine::showBell()
{
    m_bell->setText(m_unread > 0 ? countText(static_cast<std::uint64_t>(m_unread)) : QString());
    m_bell->setAccessibleName(tr("Messages, %n new", nullptr, m_unread));
}

void StatusLine::paintIcons()
{
    m_ingest->setIcon(m_desk.theme().icon(u"source"_s));
    m_jobs->setIcon(m_desk.theme().icon(u"jobs"_s));
    m_clock->setIcon(m_desk.theme().icon(u"zone"_s));
    m_bell->setIcon(m_desk.theme().icon(u"bell"_s));
}

} // namespace widgets
