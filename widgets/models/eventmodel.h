// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Millions of events as a table: only the pages around what is looked at are in memory, and they arrive by jobs.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/models/eventrows.h"
#include "widgets/models/eventtext.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace widgets {

/// GUI thread. A row that has not arrived shows an ellipsis; data() asks for nothing: the view says by look()
/// what is visible. Answers that belong to an older question are dropped.
class EventModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kPage = 256;      ///< rows read at once
    static constexpr int kMostPages = 64;  ///< kept
    static constexpr qsizetype kMostBytes = 64 << 20; ///< of texts kept, whatever the number of pages

    explicit EventModel(core::workbench::JobQueue &jobs, QObject *parent = nullptr);

    /// Another result: its beginning, and how many rows there are when that is known already. Resets.
    void show(std::shared_ptr<EventRows> rows, EventRows::Events beginning, std::optional<std::uint64_t> count);
    void clear() { show({}, {}, 0); }
    /// The rows have been counted.
    void setCount(std::uint64_t count);
    void setZone(const core::base::Zone &zone);
    [[nodiscard]] const core::base::Zone &zone() const { return m_zone; }
    [[nodiscard]] const std::shared_ptr<EventRows> &rows() const { return m_rows; }

    /// The rows that are visible; what is missing of them and a little around is asked for.
    void look(int first, int last);
    /// Pages in the middle can be read from now on.
    void retry();
    /// Takes in what was stored since. refreshed() says by how many rows the row `anchor` moved, so that a view can
    /// follow it with its place and its selection. With `isAtEdge` the rows at the newest edge are read instead of those around the anchor.
    void refresh(int anchor, core::domain::Order order, bool isAtEdge);

    /// Null until it has arrived.
    [[nodiscard]] const core::domain::Event *event(int row) const;
    [[nodiscard]] bool isBusy() const { return m_asking.isBusy() || m_refreshing.isBusy() || m_timer.isActive(); }
    [[nodiscard]] bool isRefreshing() const { return m_refreshing.isBusy(); }
    [[nodiscard]] std::size_t pagesKept() const { return m_pages.size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void arrived(); ///< rows that were looked at
    void refreshed(qint64 shift);
    void failed(const core::base::Error &error);

private:
    struct Page {
        EventRows::Events events;
        std::vector<QString> cells; ///< made when painted; null: not yet
        qsizetype bytes = 0;
        std::uint64_t used = 0;
    };
    struct Refreshed {
        std::uint64_t count = 0;
        std::uint64_t anchor = 0;
        std::uint64_t first = 0;
        EventRows::Events events;
    };
    void ask();
    void keep(std::uint64_t first, EventRows::Events events);
    void trim();
    void take(const Refreshed &fresh, int anchor);
    [[nodiscard]] bool isMissing(std::uint64_t page) const { return !m_pages.contains(page); }
    [[nodiscard]] QString text(int row, EventColumn column) const;

    std::shared_ptr<EventRows> m_rows;
    std::uint64_t m_count = 0;
    core::base::Zone m_zone;
    mutable std::map<std::uint64_t, Page> m_pages;
    qsizetype m_bytes = 0;
    mutable std::uint64_t m_uses = 0;
    int m_first = 0;
    int m_last = -1;
    std::uint64_t m_askedFirst = 0; ///< pages under way
    std::uint64_t m_askedEnd = 0;
    bool m_isRefused = false; ///< until there is an index
    QTimer m_timer;
    core::workbench::LatestJob m_asking;
    core::workbench::LatestJob m_refreshing;
};

} // namespace widgets
