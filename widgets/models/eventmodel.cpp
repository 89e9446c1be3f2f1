// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/eventmodel.h"

#include "core/base/text.h"
#include "widgets/common/words.h"

#include <algorithm>
#include <limits>

namespace widgets {

using core::base::Error;
using core::base::ErrorCode;
using core::base::Result;
using core::domain::Event;
using core::domain::Order;
using core::workbench::Job;
using core::workbench::JobKind;

namespace {

constexpr int kAround = EventModel::kPage / 2; ///< rows read beyond what is visible
constexpr int kCalmMs = 12;                    ///< a wheel or a drag asks once for several steps
constexpr std::uint64_t kMostAtOnce = 8;       ///< pages
const QString kWaiting = QStringLiteral("\u2026");

qsizetype bytesOf(const EventRows::Events &events)
{
    std::size_t sum = events.size() * sizeof(Event);
    for (const Event &event : events)
        sum += event.text.size() + event.metadata.size();
    return static_cast<qsizetype>(sum);
}

} // namespace

EventModel::EventModel(core::workbench::JobQueue &jobs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_asking(jobs)
    , m_refreshing(jobs)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kCalmMs);
    connect(&m_timer, &QTimer::timeout, this, &EventModel::ask);
}

void EventModel::show(std::shared_ptr<EventRows> rows, EventRows::Events beginning,
                      std::optional<std::uint64_t> count)
{
    beginResetModel();
    m_asking.drop();
    m_refreshing.drop();
    m_timer.stop();
    m_rows = std::move(rows);
    m_count = count.value_or(beginning.size());
    m_pages.clear();
    m_bytes = 0;
    m_first = 0;
    m_last = -1;
    m_isRefused = false;
    keep(0, std::move(beginning));
    endResetModel();
}

void EventModel::setCount(std::uint64_t count)
{
    const int before = rowCount();
    const int after = static_cast<int>(
        std::min<std::uint64_t>(count, static_cast<std::uint64_t>(std::numeric_limits<int>::max() - 1)));
    if (after == before)
        return;
    // the last page that was there may have been cut off at its end
    const auto last = static_cast<std::uint64_t>(before / kPage);
    const auto page = m_pages.find(last);
    if (page != m_pages.end() && page->second.events.size() < kPage && after > before) {
        m_bytes -= page->second.bytes;
        m_pages.erase(page);
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_count = count;
        endInsertRows();
    } else {
        beginRemoveRows({}, after, before - 1);
        m_count = count;
        endRemoveRows();
    }
}

void EventModel::setZone(const core::base::Zone &zone)
{
    m_zone = zone;
    for (auto &[number, page] : m_pages)
        page.cells.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kEventColumns - 1), {Qt::DisplayRole});
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kEventColumns - 1);
}

void EventModel::look(int first, int last)
{
    m_first = std::max(0, first);
    m_last = std::min(last, rowCount() - 1);
    for (int number = m_first / kPage; number <= m_last / kPage && m_last >= m_first; ++number) {
        if (isMissing(static_cast<std::uint64_t>(number))) {
            if (!m_timer.isActive())
                m_timer.start();
            return;
        }
    }
}

void EventModel::retry()
{
    m_isRefused = false;
    look(m_first, m_last);
}

void EventModel::ask()
{
    if (!m_rows || m_last < m_first || m_isRefused || m_refreshing.isBusy())
        return;
    auto begin = static_cast<std::uint64_t>(std::max(0, m_first - kAround) / kPage);
    auto end = static_cast<std::uint64_t>(std::min(rowCount() - 1, m_last + kAround) / kPage) + 1;
    while (begin < end && !isMissing(begin))
        ++begin;
    while (end > begin && !isMissing(end - 1))
        --end;
    end = std::min(end, begin + kMostAtOnce);
    if (begin == end || (m_asking.isBusy() && m_askedFirst <= begin && end <= m_askedEnd))
        return;
    m_askedFirst = begin;
    m_askedEnd = end;
    const std::uint64_t first = begin * kPage;
    const auto rows = static_cast<std::uint32_t>((end - begin) * kPage);
    m_asking.start<EventRows::Events>(
        JobKind::Read, tr("Reading rows of events"),
        [source = m_rows, first, rows](const Job &job) { return source->page(first, rows, job.cancel); }, this,
        [this, first, rows](Result<EventRows::Events> events) {
            if (!events) {
                // far rows come with the index; until then they are waited for
                m_isRefused = events.error().code == ErrorCode::NotFound;
                if (!m_isRefused && events.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(events.error());
                return;
            }
            keep(first, std::move(*events));
            const int from = static_cast<int>(first);
            const int to = std::min(rowCount(), from + static_cast<int>(rows)) - 1;
            if (from <= to)
                Q_EMIT dataChanged(index(from, 0), index(to, kEventColumns - 1));
            Q_EMIT arrived();
            look(m_first, m_last); // it may have moved on
        });
}

void EventModel::keep(std::uint64_t first, EventRows::Events events)
{
    for (std::size_t at = 0; at < events.size(); at += kPage) {
        const auto from = events.begin() + static_cast<std::ptrdiff_t>(at);
        const auto to = events.begin() + static_cast<std::ptrdiff_t>(std::min(events.size(), at + kPage));
        Page page;
        page.events.assign(std::make_move_iterator(from), std::make_move_iterator(to));
        page.bytes = bytesOf(page.events);
        page.used = ++m_uses;
        Page &place = m_pages[(first + at) / kPage];
        m_bytes += page.bytes - place.bytes;
        place = std::move(page);
    }
    trim();
}

void EventModel::trim()
{
    const auto isVisible = [this](std::uint64_t number) {
        const auto row = static_cast<std::int64_t>(number) * kPage;
        return row <= m_last && row + kPage > m_first;
    };
    while (m_pages.size() > kMostPages || m_bytes > kMostBytes) {
        auto oldest = m_pages.end();
        for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
            if (!isVisible(page->first) && (oldest == m_pages.end() || page->second.used < oldest->second.used))
                oldest = page;
        }
        if (oldest == m_pages.end())
            return;
        m_bytes -= oldest->second.bytes;
        m_pages.erase(oldest);
    }
}

void EventModel::refresh(int anchor, Order order, bool isAtEdge)
{
    if (!m_rows)
        return;
    const int row = std::clamp(anchor, 0, std::max(0, rowCount() - 1));
    const Event *here = event(row);
    m_refreshing.start<Refreshed>(
        JobKind::Read, tr("Reading new events"),
        [rows = m_rows, order, isAtEdge, row,
         seen = here ? std::optional(*here) : std::nullopt](const Job &job) -> Result<Refreshed> {
            const auto moved = rows->refresh(job);
            if (!moved)
                return moved.error();
            const auto count = rows->count(job.cancel);
            if (!count)
                return count.error();
            Refreshed out;
            out.count = *count;
            out.anchor = std::min<std::uint64_t>(static_cast<std::uint64_t>(row), *count);
            if (seen) {
                const auto found = rows->rowOf(*seen, job.cancel);
                if (!found)
                    return found.error();
                const auto near = *found ? Result<std::uint64_t>(**found)
                                         : rows->rowAt(seen->timestamp, job.cancel); // it was replaced
                if (!near)
                    return near.error();
                out.anchor = std::min(*near, *count);
            }
            const std::uint64_t eye = !isAtEdge                ? out.anchor
                                      : order == Order::Ascending ? *count
                                                               : 0;
            out.first = (eye - std::min<std::uint64_t>(eye, kPage)) / kPage * kPage;
            auto events = rows->page(out.first, kPage * 3, job.cancel);
            if (events)
                out.events = std::move(*events);
            else if (events.error().code != ErrorCode::NotFound)
                return events.error();
            return out;
        },
        this,
        [this, row](const Result<Refreshed> &fresh) {
            if (fresh)
                take(*fresh, row);
            else if (fresh.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(fresh.error());
        });
}

void EventModel::take(const Refreshed &fresh, int anchor)
{
    m_asking.drop();
    m_pages.clear();
    m_bytes = 0;
    m_isRefused = false;
    // Rows come and go at the end, whatever their place: inserting above would move ten million sections of the
    // header. All rows are told to have changed, and refreshed() says by how many they moved.
    setCount(fresh.count);
    keep(fresh.first, fresh.events); // nothing is painted before this returns
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kEventColumns - 1));
    Q_EMIT refreshed(static_cast<std::int64_t>(fresh.anchor) - anchor);
    look(m_first, m_last);
}

const Event *EventModel::event(int row) const
{
    if (row < 0)
        return nullptr;
    const auto page = m_pages.find(static_cast<std::uint64_t>(row / kPage));
    if (page == m_pages.end())
        return nullptr;
    const auto at = static_cast<std::size_t>(row % kPage);
    page->second.used = ++m_uses;
    return at < page->second.events.size() ? &page->second.events[at] : nullptr;
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<int>::max() - 1);
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_count, most));
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kEventColumns;
}

QString EventModel::text(int row, EventColumn column) const
{
    const Event *shown = event(row);
    if (!shown)
        return kWaiting;
    Page &page = m_pages.find(static_cast<std::uint64_t>(row / kPage))->second;
    if (page.cells.empty())
        page.cells.resize(page.events.size() * kEventColumns);
    QString &cell = page.cells[static_cast<std::size_t>(row % kPage) * kEventColumns +
                               static_cast<std::size_t>(column)];
    if (cell.isNull()) {
        cell = eventCell(*shown, column, m_zone);
        if (cell.isNull())
            cell = QLatin1String(""); // made, and empty
    }
    return cell;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<EventColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<int>((isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole: {
        const Event *shown = event(index.row());
        return shown && column == EventColumn::Text && shown->text.size() > 20
                   ? tipText(core::base::qs(std::string_view(shown->text).substr(0, 8000)))
                   : QVariant();
    }
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kEventColumns)
        return {};
    const auto column = static_cast<EventColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return eventColumnTitle(column, m_zone);
    case Qt::ToolTipRole:
        return tipText(eventColumnTip(column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<int>((isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace widgets
