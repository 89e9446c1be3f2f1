// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/startpage.h"

#include "widgets/common/labels.h"
#include "widgets/common/words.h"

#include <QAction>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using core::workbench::JobInfo;
using core::workbench::JobQueue;
using core::workbench::JobState;

namespace {

constexpr int kColumn = 560;
constexpr int kRecentRows = 5;

} // namespace

StartPage::StartPage(Desk &desk, QAction *sample, QAction *starter, QAction *make, QAction *open,
                     QAction *import, QAction *fool, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new RecentModel(desk.settings(), this))
{
    setObjectName(u"startPage"_s);
    setAccessibleName(tr("Start page"));
    auto *inside = new QWidget(this);
    inside->setObjectName(u"startInside"_s);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(plainLabel(u"Foreshock"_s, u"title"_s, inside));
    column->addWidget(plainLabel(
        tr("Finds which events in the world move which markets, and tests every finding honestly."),
        u"muted"_s, inside));
    column->addSpacing(16);
    m_first =
        addChoice(column, u"startSample"_s, sample,
                  tr("Simulated markets and events with known truths; works without a network"), u"sample"_s);
    addChoice(column, u"startStarter"_s, starter,
              tr("Real prices and events from public sources, without a key or an account"), u"starter"_s);
    addChoice(column, u"startNew"_s, make, tr("An empty folder for your own events and prices"),
              u"workspace"_s);
    addChoice(column, u"startOpen"_s, open, tr("A workspace that is already on this computer"),
              u"explorer"_s);
    addChoice(column, u"startImport"_s, import, tr("CSV, JSON or Parquet; known formats are recognised"),
              u"import"_s);
    addChoice(column, u"startFool"_s, fool,
              tr("Random dates on simulated prices: a t-test against Foreshock"),
              u"question"_s);
    addOpening(column);
    addRecent(column);
    column->addStretch(3);
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(24, 16, 24, 16);
    row->addStretch(1);
    row->addLayout(column, 100);
    row->addStretch(1);
    column->setSizeConstraint(QLayout::SetDefaultConstraint);
    inside->setMinimumWidth(360);
    for (QWidget *wide : inside->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        wide->setMaximumWidth(kColumn);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"startScroll"_s);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    for (const auto changed : {&JobQueue::taskAdded, &JobQueue::taskChanged, &JobQueue::taskEnded})
        connect(&desk.session().jobs(), changed, this, &StartPage::showOpening);
    connect(m_model, &QAbstractItemModel::modelReset, this, &StartPage::showRecent);
    showOpening();
    showRecent();
}

QWidget *StartPage::firstFocus() const
{
    return m_model->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_first;
}

QPushButton *StartPage::addChoice(QVBoxLayout *column, const QString &id, QAction *action,
                                  const QString &says, const QString &icon)
{
    auto *button = new QPushButton(this);
    button->setObjectName(id);
    const QString name = action->text().remove(u'&');
    button->setAccessibleName(name);
    button->setAccessibleDescription(says);
    button->setProperty("role", u"choice"_s);
    button->setToolTip(action->toolTip());
    auto *picture = new QLabel(button);
    auto *title = plainLabel(name, u"heading"_s, button);
    auto *text = plainLabel(says, u"muted"_s, button);
    for (QLabel *part : {picture, title, text})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *grid = new QGridLayout(button);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(picture, 0, 0, 2, 1);
    grid->addWidget(title, 0, 1);
    grid->addWidget(text, 1, 1);
    grid->setColumnStretch(1, 1);
    const auto paint = [this, picture, icon] {
        picture->setPixmap(m_desk.theme().icon(icon).pixmap(24, 24));
    };
    paint();
    connect(&m_desk.theme(), &Theme::changed, picture, paint);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    column->addWidget(button);
    return button;
}

void StartPage::addRecent(QVBoxLayout *column)
{
    m_recent = new QWidget(this);
    m_list = new QListView(m_recent);
    m_list->setObjectName(u"startRecent"_s);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Recent workspaces"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    auto *remove = new QPushButton(tr("Remove from List"), m_recent);
    remove->setObjectName(u"startForget"_s);
    remove->setAccessibleName(remove->text());
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(tr("Recent workspaces"), u"heading"_s, m_recent), 1);
    head->addWidget(remove);
    auto *layout = new QVBoxLayout(m_recent);
    layout->setContentsMargins(0, 16, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_list);
    column->addWidget(m_recent);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &row) {
        Q_EMIT folderWanted(row.data(RecentModel::FolderRole).toString());
    });
    connect(remove, &QPushButton::clicked, this, &StartPage::forgetCurrent);
}

void StartPage::addOpening(QVBoxLayout *column)
{
    m_opening = new QWidget(this);
    m_openingText = plainLabel(QString(), u"muted"_s, m_opening);
    m_openingBar = new QProgressBar(m_opening);
    m_openingBar->setAccessibleName(tr("Progress of opening"));
    m_openingBar->setTextVisible(false);
    m_cancel = new QPushButton(tr("Cancel"), m_opening);
    m_cancel->setAccessibleName(tr("Cancel opening"));
    auto *layout = new QHBoxLayout(m_opening);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_openingText, 1);
    layout->addWidget(m_openingBar, 1);
    layout->addWidget(m_cancel);
    column->addWidget(m_opening);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_desk.session().jobs().cancel(m_openingJob); });
}

void StartPage::forgetCurrent()
{
    const QModelIndex row = m_list->currentIndex();
    if (!row.isValid())
        return;
    const QString folder = row.data(RecentModel::FolderRole).toString();
    const QStringList before = m_desk.settings().list(Setting::RecentWorkspaces);
    m_model->forget(folder);
    m_desk.messages().tell(
        Severity::Info,
        tr("“%1” is off the list; the workspace itself is untouched.").arg(QDir(folder).dirName()),
        {{tr("Undo"),
          [&settings = m_desk.settings(), before] { settings.set(Setting::RecentWorkspaces, before); }}});
}

void StartPage::showRecent()
{
    m_recent->setVisible(m_model->rowCount() > 0);
    m_list->setFixedHeight(std::clamp(m_model->rowCount(), 1, kRecentRows) * kRowHeight + 4);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void StartPage::showOpening()
{
    const bool opening = m_desk.session().isOpening();
    const JobInfo *job = nullptr;
    const std::vector<JobInfo> tasks = m_desk.session().jobs().tasks();
    for (const JobInfo &task : tasks) {
        if (task.state < JobState::Done) {
            job = &task;
            break;
        }
    }
    m_opening->setVisible(opening && job != nullptr);
    if (!opening || !job)
        return;
    m_openingJob = job->id;
    m_openingText->setText(job->what.isEmpty() ? oneLine(job->title, 60) : oneLine(job->what, 60));
    m_openingBar->setRange(0, 1000);
    m_openingBar->setValue(job->total > 0 ? static_cast<int>(1000.0 * static_cast<double>(job->done) /
                                                             static_cast<double>(job->total))
                                          : 0);
}

} // namespace widgets
