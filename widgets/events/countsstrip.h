// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How many events there were when: columns over time, and the stretch of it that is chosen.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/eventpages.h"
#include "widgets/common/theme.h"

#include <QWidget>

#include <optional>

namespace widgets {

/// A stretch of time: from inside, to outside.
struct TimeSpan {
    core::base::Instant from;
    core::base::Instant to;
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// "2011-03-11 to 2011-03-25": days in the zone, with times when it is shorter than four days.
QString spanText(const TimeSpan &span, const core::base::Zone &zone);

class CountsStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit CountsStrip(const Theme &theme, QWidget *parent = nullptr);

    void setCounts(const core::workbench::EventHistogram &counts);
    void setZone(const core::base::Zone &zone);
    /// The stretch that is filtered by; emits nothing.
    void setSpan(const std::optional<TimeSpan> &span);
    [[nodiscard]] const core::workbench::EventHistogram &counts() const { return m_counts; }
    /// What stands below the columns: the count and dates under the pointer or the keyboard's cursor.
    [[nodiscard]] QString reading() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void spanChosen(const widgets::TimeSpan &span);
    void spanCleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int buckets() const { return static_cast<int>(m_counts.counts.size()); }
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] int bucketAt(int x) const;
    [[nodiscard]] double edge(int bucket) const;
    [[nodiscard]] core::base::Instant startOf(int bucket) const;
    [[nodiscard]] TimeSpan spanOf(int first, int last) const;
    [[nodiscard]] double placeOf(core::base::Instant at) const;
    void point(int bucket, bool extends);
    void choose();
    void told();

    const Theme &m_theme;
    core::workbench::EventHistogram m_counts;
    core::base::Zone m_zone;
    std::optional<TimeSpan> m_span;
    int m_at = -1;   ///< the bucket that is read; −1: none
    int m_from = -1; ///< where a stretch being drawn began; −1: none
    bool m_isDragging = false;
};

} // namespace widgets
