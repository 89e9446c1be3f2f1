// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/collectingview.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/common/words.h"
#include "widgets/sources/sourcewords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::qs;
using core::store::Backfill;
using core::store::IngestCounts;
using core::store::IngestJob;
using core::store::IngestStage;
using core::workbench::Collection;
using core::workbench::CollectState;
using core::workbench::SourceStatus;

namespace {

enum FailedColumn { FailedSource, FailedWhy, FailedWhat, FailedTries, FailedAt };

struct Depth {
    std::uint64_t fetch = 0;
    std::uint64_t transform = 0;
    std::uint64_t running = 0;
    std::uint64_t failed = 0;
};

Depth depthOf(const std::vector<IngestCounts> &counts)
{
    Depth depth;
    for (const IngestCounts &count : counts) {
        (count.stage == IngestStage::Fetch ? depth.fetch : depth.transform) += count.waiting;
        depth.running += count.running;
        depth.failed += count.failed;
    }
    return depth;
}

QString titleOf(const Collection &collection, const std::string &source)
{
    const SourceStatus *status = collection.source(qs(source));
    return oneLine(status ? status->title : qs(source), 60);
}

/// Anew, with the same row current as before.
void setRows(QTableView *table, TextRows *model, const QStringList &header, std::vector<TextRows::Row> rows,
             const QList<int> &figures)
{
    const auto same = [](const TextRows::Row &a, const TextRows::Row &b) {
        return a.cells == b.cells && a.tip == b.tip;
    };
    if (std::equal(rows.begin(), rows.end(), model->rows().begin(), model->rows().end(), same) &&
        model->columnCount() > 0)
        return;
    const int row = table->currentIndex().row();
    model->set(header, std::move(rows), figures);
    if (model->rowCount() > 0)
        table->setCurrentIndex(model->index(std::clamp(row, 0, model->rowCount() - 1), 0));
}

QLabel *label(QWidget *parent, const QString &role)
{
    auto *made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    made->setProperty("role", role);
    return made;
}

} // namespace

CollectingView::CollectingView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_sentence(label(this, u"heading"_s))
    , m_queue(label(this, u"muted"_s))
    , m_failedHead(label(this, u"heading"_s))
    , m_backfillHead(label(this, u"heading"_s))
    , m_failed(new TextRows(desk.theme(), this))
    , m_backfills(new TextRows(desk.theme(), this))
    , m_failedTable(addTable(m_failed, u"failedTable"_s, tr("Jobs of collecting that were given up")))
    , m_backfillTable(addTable(m_backfills, u"backfillTable"_s, tr("Ranges of the past that were asked for")))
    , m_retry(new QPushButton(tr("Retry This Source"), this))
    , m_retryAll(new QPushButton(tr("Retry All"), this))
    , m_failedPart(new QWidget(this))
    , m_backfillPart(new QWidget(this))
{
    m_sentence->setObjectName(u"collectingSentence"_s);
    m_queue->setObjectName(u"collectingQueue"_s);
    for (QPushButton *button : {m_retry, m_retryAll}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    m_retry->setObjectName(u"retrySource"_s);
    m_retryAll->setObjectName(u"retryAll"_s);
    m_backfillTable->horizontalHeader()->setStretchLastSection(false);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 6, 8, 6);
    head->setSpacing(2);
    head->addWidget(m_sentence);
    head->addWidget(m_queue);
    auto *failedBar = new QHBoxLayout;
    failedBar->setContentsMargins(8, 2, 4, 2);
    failedBar->setSpacing(4);
    failedBar->addWidget(m_failedHead, 1);
    failedBar->addWidget(m_retry);
    failedBar->addWidget(m_retryAll);
    auto *failed = new QVBoxLayout(m_failedPart);
    failed->setContentsMargins(0, 0, 0, 0);
    failed->setSpacing(0);
    failed->addLayout(failedBar);
    failed->addWidget(m_failedTable, 1);
    auto *backfillBar = new QHBoxLayout;
    backfillBar->setContentsMargins(8, 4, 8, 4);
    backfillBar->addWidget(m_backfillHead);
    auto *backfill = new QVBoxLayout(m_backfillPart);
    backfill->setContentsMargins(0, 0, 0, 0);
    backfill->setSpacing(0);
    backfill->addLayout(backfillBar);
    backfill->addWidget(m_backfillTable, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_failedPart, 1);
    layout->addWidget(m_backfillPart, 1);
    layout->addStretch(0);

    Collection &collection = desk.session().collection();
    for (const auto changed : {&Collection::stateChanged, &Collection::changed})
        connect(&collection, changed, this, &CollectingView::refresh);
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Zone)
            refresh();
    });
    connect(m_retry, &QPushButton::clicked, this, &CollectingView::retryCurrent);
    connect(m_failedTable, &QAbstractItemView::activated, this, &CollectingView::retryCurrent);
    connect(m_retryAll, &QPushButton::clicked, this, [&collection] { collection.retryFailed({}); });
    refresh();
}

QTableView *CollectingView::addTable(TextRows *rows, const QString &name, const QString &accessibleName)
{
    auto *table = new QTableView(this);
    table->setModel(rows);
    table->setObjectName(name);
    dressTable(table, accessibleName);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QWidget *CollectingView::firstFocus() const
{
    return !m_failedPart->isHidden() ? m_failedTable : m_backfillTable;
}

QString CollectingView::sentence() const
{
    return m_sentence->text() + u'\n' + m_queue->text();
}

bool CollectingView::hasNews() const
{
    const Collection &collection = m_desk.session().collection();
    const bool isAtWork = collection.state() == CollectState::Collecting ||
                          collection.state() == CollectState::Elsewhere ||
                          collection.state() == CollectState::Failed;
    return isAtWork || !collection.queue().queue.empty() || !collection.queue().backfills.empty();
}

void CollectingView::refresh()
{
    const bool had = m_sentence->property("news").toBool();
    const Collection &collection = m_desk.session().collection();
    m_sentence->setText(collectText(collection));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    const Depth depth = depthOf(collection.queue().queue);
    QStringList parts;
    if (collection.state() == CollectState::Elsewhere || collection.state() == CollectState::Failed ||
        collection.state() == CollectState::Disallowed)
        parts << collectSentence(collection);
    parts << tr("%1 to fetch").arg(countText(depth.fetch))
          << tr("%1 to store").arg(countText(depth.transform))
          << tr("%1 under way").arg(countText(depth.running));
    if (const double pace = collection.answersPerMinute(); std::isfinite(pace))
        parts << tr("%1 answers a minute").arg(numberText(pace, pace < 10 ? 1 : 0));
    if (const double left = collection.secondsLeft(); left > 0)
        parts << tr("about %1 left").arg(spanText(left));
    m_queue->setText(parts.join(u" · "_s));
    showFailed();
    showBackfills();
    const bool has = hasNews();
    m_sentence->setProperty("news", has);
    if (had != has)
        Q_EMIT newsChanged();
}

void CollectingView::showFailed()
{
    const Collection &collection = m_desk.session().collection();
    const auto zone = shownZone(m_desk.settings());
    std::vector<TextRows::Row> rows;
    for (const IngestJob &job : collection.queue().failed) {
        const QString why = oneLine(job.reason, 600);
        TextRows::Row row;
        row.cells = {titleOf(collection, job.source), why, askText(job.what),
                     countText(static_cast<std::uint64_t>(job.attempts)), instantText(job.endedAt, zone)};
        row.icon = u"state-failing"_s;
        row.tip = why + u'\n' + askText(job.what);
        rows.push_back(std::move(row));
    }
    m_failedHead->setText(tr("Given up: %1").arg(countText(rows.size())));
    m_failedPart->setVisible(!rows.empty());
    const bool isFirst = m_failed->columnCount() == 0;
    setRows(m_failedTable, m_failed, {tr("Source"), tr("Why"), tr("Asked for"), tr("Tries"), tr("When")},
            std::move(rows), {FailedTries});
    if (isFirst) {
        m_failedTable->setColumnWidth(FailedSource, 150);
        m_failedTable->setColumnWidth(FailedWhy, 360);
        m_failedTable->setColumnWidth(FailedWhat, 220);
        m_failedTable->setColumnWidth(
            FailedTries, std::max(60, m_failedTable->horizontalHeader()->sectionSizeHint(FailedTries)));
    }
}

void CollectingView::showBackfills()
{
    const Collection &collection = m_desk.session().collection();
    const auto zone = shownZone(m_desk.settings());
    std::vector<TextRows::Row> rows;
    for (const Backfill &one : collection.queue().backfills) {
        const std::uint64_t all = one.open + one.done + one.failed;
        TextRows::Row row;
        row.cells = {titleOf(collection, one.source),
                     dayText(one.from, zone),
                     dayText(one.to, zone),
                     all > 0 ? shareText(static_cast<double>(one.done) / static_cast<double>(all))
                             : kMissingText,
                     countText(one.done),
                     countText(one.open),
                     countText(one.failed)};
        row.isMuted = one.open == 0 && one.failed == 0;
        rows.push_back(std::move(row));
    }
    m_backfillHead->setText(tr("The past"));
    m_backfillPart->setVisible(!rows.empty());
    const bool isFirst = m_backfills->columnCount() == 0;
    setRows(m_backfillTable, m_backfills,
            {tr("Source"), tr("From"), tr("To"), tr("Done"), tr("Jobs done"), tr("Open"), tr("Given up")},
            std::move(rows), {3, 4, 5, 6});
    if (isFirst) {
        m_backfillTable->setColumnWidth(0, 150);
        for (int column = 1; column < 7; ++column)
            m_backfillTable->setColumnWidth(
                column, std::max(90, m_backfillTable->horizontalHeader()->sectionSizeHint(column)));
    }
}

void CollectingView::retryCurrent()
{
    Collection &collection = m_desk.session().collection();
    const auto row = static_cast<std::size_t>(m_failedTable->currentIndex().row());
    if (row < collection.queue().failed.size())
        collection.retryFailed(qs(collection.queue().failed[row].source));
}

} // namespace widgets
