// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What fills the table of events: opens a filter in the background, keeps the last result until the next is
// ready, counts, and notices what is new.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"
#include "widgets/events/countsstrip.h"
#include "widgets/models/eventmodel.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace widgets {

class EventFeed final : public QObject
{
    Q_OBJECT

public:
    EventFeed(Desk &desk, EventModel &model, QObject *parent = nullptr);

    /// What is wanted: `filter` is valid. The table changes when it is there (shown()), or failed() follows.
    void apply(const QString &filter, const std::optional<TimeSpan> &span);
    void setOrder(core::domain::Order order);
    /// Everything anew: another workspace, another instant to look from.
    void reload();
    void cancel();
    void reset();

    [[nodiscard]] const QString &filter() const { return m_wanted.filter; }
    [[nodiscard]] const std::optional<TimeSpan> &span() const { return m_wanted.span; }
    [[nodiscard]] core::domain::Order order() const { return m_wanted.order; }
    /// Filter and span as one text of the grammar.
    [[nodiscard]] QString wholeFilter() const;

    [[nodiscard]] bool isOpening() const { return m_opening.isBusy(); }
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] std::optional<std::uint64_t> count() const { return m_count; }  ///< rows that pass
    [[nodiscard]] std::optional<std::uint64_t> total() const { return m_total; }  ///< events there are
    [[nodiscard]] double seconds() const { return m_seconds; }                    ///< until the count was known
    [[nodiscard]] std::uint64_t unseen() const { return m_unseen; }               ///< stored since, and pass

    /// Looks for new rows at once; also every few seconds while live.
    void poll();
    /// Off: nobody sees it.
    void setLive(bool isLive);
    /// The rows that were stored since come into the table.
    void takeIn(int anchor, bool isAtEdge);

    /// For tests: where rows come from instead of the workspace.
    using Opener =
        std::function<core::base::Result<std::shared_ptr<EventRows>>(const EventListing &, const core::workbench::Job &)>;
    void setOpener(Opener opener) { m_opener = std::move(opener); }

Q_SIGNALS:
    void shown();
    void failed(const core::base::Error &error);
    void figuresChanged();
    void busyChanged();
    void unseenChanged();
    void countsChanged(const core::workbench::EventHistogram &counts);
    void wordsRead(const core::workbench::EventWords &words);

private:
    struct Wanted {
        QString filter;
        std::optional<TimeSpan> span;
        core::domain::Order order = core::domain::Order::Descending;
        friend bool operator==(const Wanted &, const Wanted &) = default;
    };
    struct Opened {
        std::shared_ptr<EventRows> rows;
        EventRows::Events beginning;
        double seconds = 0;
    };
    void open();
    void showOpened(Opened opened);
    void countRows();
    void index();
    void countAll();
    void countOverTime();
    void readWords();

    Desk &m_desk;
    EventModel &m_model;
    Opener m_opener;
    Wanted m_wanted;
    Wanted m_shown; ///< what the table shows while the wanted is on its way
    QString m_counted; ///< whose counts over time are shown
    std::optional<std::uint64_t> m_count;
    std::optional<std::uint64_t> m_total;
    double m_seconds = 0;
    std::uint64_t m_unseen = 0;
    QTimer m_clock;
    core::workbench::LatestJob m_opening;
    core::workbench::LatestJob m_counting;
    core::workbench::LatestJob m_indexing;
    core::workbench::LatestJob m_totalling;
    core::workbench::LatestJob m_overTime;
    core::workbench::LatestJob m_words;
    core::workbench::LatestJob m_polling;
};

} // namespace widgets
