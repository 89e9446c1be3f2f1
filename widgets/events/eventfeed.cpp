// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventfeed.h"

#include "core/base/text.h"

#include <algorithm>
#include <numeric>

namespace widgets {

using core::base::Error;
using core::base::ErrorCode;
using core::base::Result;
using core::base::Stopwatch;
using core::domain::Order;
using core::workbench::EventHistogram;
using core::workbench::EventWords;
using core::workbench::Job;
using core::workbench::JobKind;

namespace {

constexpr int kPollMs = 5000;
constexpr std::uint32_t kBeginning = 2 * EventModel::kPage;
constexpr std::size_t kBuckets = 160;

std::uint64_t sumOf(const std::vector<core::domain::EventGroup> &groups)
{
    return std::accumulate(groups.begin(), groups.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto &group) { return sum + group.count; });
}

/// Counts of the past as it was known, by days.
Result<EventHistogram> pastHistogram(const core::workbench::Workbench &bench, const std::string &filter,
                                     core::base::Instant asOf)
{
    auto parsed = core::domain::Filter::parse(filter, bench.clock().now());
    if (!parsed)
        return parsed.error();
    core::domain::EventQuery query;
    query.filter = std::make_shared<const core::domain::Filter>(std::move(*parsed));
    query.asOf = asOf;
    const auto days = bench.events().count(query, "day");
    if (!days)
        return days.error();
    EventHistogram out;
    std::vector<std::pair<core::base::Date, std::uint64_t>> counted;
    for (const auto &group : *days) {
        if (const auto day = core::base::parseDate(group.key))
            counted.emplace_back(*day, group.count);
    }
    if (counted.empty())
        return out;
    out.from = core::base::Instant(counted.front().first);
    out.to = core::base::Instant(counted.back().first + std::chrono::days(1));
    const auto length = static_cast<std::size_t>((counted.back().first - counted.front().first).count()) + 1;
    out.counts.resize(std::min(length, kBuckets));
    for (const auto &[day, count] : counted) {
        const auto at = static_cast<std::size_t>((day - counted.front().first).count());
        out.counts[at * out.counts.size() / length] += count;
    }
    return out;
}

} // namespace

EventFeed::EventFeed(Desk &desk, EventModel &model, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_model(model)
    , m_opening(desk.session().jobs())
    , m_counting(desk.session().jobs())
    , m_indexing(desk.session().jobs())
    , m_totalling(desk.session().jobs())
    , m_overTime(desk.session().jobs())
    , m_words(desk.session().jobs())
    , m_polling(desk.session().jobs())
{
    m_clock.setInterval(kPollMs);
    connect(&m_clock, &QTimer::timeout, this, &EventFeed::poll);
    connect(&model, &EventModel::refreshed, this, [this] {
        m_count = static_cast<std::uint64_t>(m_model.rowCount());
        m_unseen = 0;
        Q_EMIT unseenChanged();
        index();
        countAll();
        m_counted.clear();
        countOverTime();
        Q_EMIT figuresChanged();
        Q_EMIT busyChanged();
    });
    connect(&model, &EventModel::arrived, this, [this] {
        if (m_model.rows() && !m_model.rows()->hasIndex())
            index(); // it was lost: files have moved
    });
}

QString EventFeed::wholeFilter() const
{
    const std::string filter = core::base::utf8(m_wanted.filter);
    return m_wanted.span ? core::base::qs(bothFilters(filter, spanFilter(m_wanted.span->from, m_wanted.span->to)))
                         : m_wanted.filter;
}

bool EventFeed::isBusy() const
{
    return m_opening.isBusy() || m_counting.isBusy() || m_totalling.isBusy() || m_overTime.isBusy() ||
           m_words.isBusy() || m_model.isBusy();
}

void EventFeed::apply(const QString &filter, const std::optional<TimeSpan> &span)
{
    m_wanted.filter = filter;
    m_wanted.span = span;
    open();
}

void EventFeed::setOrder(Order order)
{
    if (m_wanted.order == order)
        return;
    m_wanted.order = order;
    open();
}

void EventFeed::reset()
{
    for (core::workbench::LatestJob *job :
         {&m_opening, &m_counting, &m_indexing, &m_totalling, &m_overTime, &m_words, &m_polling})
        job->drop();
    m_model.clear();
    m_shown = m_wanted = {{}, {}, m_wanted.order};
    m_count.reset();
    m_total.reset();
    m_counted.clear();
    m_seconds = 0;
    m_unseen = 0;
    Q_EMIT countsChanged({});
    Q_EMIT unseenChanged();
    Q_EMIT figuresChanged();
    Q_EMIT busyChanged();
}

void EventFeed::reload()
{
    m_total.reset();
    m_counted.clear();
    open();
    countAll();
    readWords();
}

void EventFeed::cancel()
{
    if (!m_opening.isBusy())
        return;
    m_opening.drop();
    m_wanted = m_shown;
    Q_EMIT busyChanged();
    Q_EMIT failed(Error{ErrorCode::Cancelled, {}});
}

void EventFeed::open()
{
    const BenchPtr bench = m_desk.session().bench();
    if (!bench && !m_opener)
        return;
    EventListing view{core::base::utf8(wholeFilter()), m_wanted.order, m_desk.asOf()};
    m_opening.start<Opened>(
        JobKind::Read, tr("Filtering events"),
        [bench, view, opener = m_opener](const Job &job) -> Result<Opened> {
            const Stopwatch watch;
            auto rows = opener ? opener(view, job) : storedRows(bench, view, job.cancel);
            if (!rows)
                return rows.error();
            auto beginning = (*rows)->page(0, kBeginning, job.cancel);
            if (!beginning)
                return beginning.error();
            return Opened{std::move(*rows), std::move(*beginning), watch.seconds()};
        },
        this,
        [this](Result<Opened> opened) {
            if (opened) {
                showOpened(std::move(*opened));
            } else {
                m_wanted = m_shown;
                Q_EMIT busyChanged();
                Q_EMIT failed(opened.error());
            }
        });
    countOverTime();
    Q_EMIT busyChanged();
}

void EventFeed::showOpened(Opened opened)
{
    m_shown = m_wanted;
    m_counting.drop();
    m_indexing.drop();
    m_polling.drop();
    m_count.reset();
    m_unseen = 0;
    m_seconds = opened.seconds;
    if (opened.beginning.size() < kBeginning)
        m_count = opened.beginning.size();
    m_model.show(std::move(opened.rows), std::move(opened.beginning), m_count);
    Q_EMIT unseenChanged();
    Q_EMIT shown();
    if (!m_count)
        countRows();
    Q_EMIT figuresChanged();
    Q_EMIT busyChanged();
}

void EventFeed::countRows()
{
    m_counting.start<std::pair<std::uint64_t, double>>(
        JobKind::Read, tr("Counting events"),
        [rows = m_model.rows()](const Job &job) -> Result<std::pair<std::uint64_t, double>> {
            const Stopwatch watch;
            const auto count = rows->count(job.cancel);
            if (!count)
                return count.error();
            return std::pair(*count, watch.seconds());
        },
        this,
        [this](const Result<std::pair<std::uint64_t, double>> &counted) {
            if (!counted) {
                Q_EMIT busyChanged();
                if (counted.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(counted.error());
                return;
            }
            m_count = counted->first;
            m_seconds += counted->second;
            m_model.setCount(counted->first);
            index();
            Q_EMIT figuresChanged();
            Q_EMIT busyChanged();
        });
}

void EventFeed::index()
{
    const std::shared_ptr<EventRows> rows = m_model.rows();
    if (!rows || rows->hasIndex() || m_count.value_or(0) <= 2 * EventRows::kNearEnd || m_indexing.isBusy())
        return;
    m_indexing.start<bool>(
        JobKind::Read, tr("Making every row of the table quick to reach"),
        [rows](const Job &job) -> Result<bool> {
            const auto built = rows->buildIndex(job);
            if (!built)
                return built.error();
            return true;
        },
        this,
        [this](const Result<bool> &built) {
            if (built)
                m_model.retry();
            else if (built.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(built.error());
        });
}

void EventFeed::countAll()
{
    const BenchPtr bench = m_desk.session().bench();
    if (!bench)
        return;
    m_totalling.start<std::uint64_t>(
        JobKind::Read, tr("Counting events"),
        [bench, asOf = m_desk.asOf()](const Job &) -> Result<std::uint64_t> {
            core::domain::EventQuery query;
            query.asOf = asOf;
            const auto groups = bench->events().count(query, "");
            if (!groups)
                return groups.error();
            return sumOf(*groups);
        },
        this,
        [this](const Result<std::uint64_t> &total) {
            if (total)
                m_total = *total;
            Q_EMIT figuresChanged();
            Q_EMIT busyChanged();
        });
}

void EventFeed::countOverTime()
{
    const BenchPtr bench = m_desk.session().bench();
    const QString key = m_wanted.filter + QLatin1Char('|') + QString::number(m_desk.asOf().micros());
    if (!bench || key == m_counted)
        return; // the chosen stretch is marked in the same counts
    m_overTime.start<EventHistogram>(
        JobKind::Read, tr("Counting events over time"),
        [bench, filter = core::base::utf8(m_wanted.filter), asOf = m_desk.asOf()](const Job &job) {
            return asOf.isValid() ? pastHistogram(*bench, filter, asOf)
                                  : core::workbench::histogramOf(*bench, filter, {}, {}, kBuckets, job.cancel);
        },
        this,
        [this, key](const Result<EventHistogram> &counts) {
            if (counts) {
                m_counted = key;
                Q_EMIT countsChanged(*counts);
            } else {
                m_desk.messages().tellError(counts.error());
            }
            Q_EMIT busyChanged();
        });
}

void EventFeed::readWords()
{
    const BenchPtr bench = m_desk.session().bench();
    if (!bench)
        return;
    m_words.start<EventWords>(
        JobKind::Read, tr("Reading words to complete with"),
        [bench](const Job &job) { return core::workbench::wordsOf(*bench, job.cancel); }, this,
        [this](const Result<EventWords> &words) {
            if (words)
                Q_EMIT wordsRead(*words);
            Q_EMIT busyChanged();
        });
}

void EventFeed::setLive(bool isLive)
{
    if (isLive == m_clock.isActive())
        return;
    if (isLive) {
        m_clock.start();
        poll();
    } else {
        m_clock.stop();
    }
}

void EventFeed::poll()
{
    const std::shared_ptr<EventRows> rows = m_model.rows();
    if (!rows || m_polling.isBusy() || m_opening.isBusy() || m_model.isRefreshing())
        return;
    m_polling.start<std::uint64_t>(
        JobKind::Read, tr("Looking for new events"), [rows](const Job &job) { return rows->newRows(job.cancel); },
        this,
        [this, rows](const Result<std::uint64_t> &fresh) {
            if (!fresh || rows != m_model.rows() || *fresh == m_unseen)
                return;
            m_unseen = *fresh;
            Q_EMIT unseenChanged();
        });
}

void EventFeed::takeIn(int anchor, bool isAtEdge)
{
    if (m_model.isRefreshing())
        return;
    m_indexing.drop();
    m_model.refresh(anchor, m_wanted.order, isAtEdge);
    Q_EMIT busyChanged();
}

} // namespace widgets
