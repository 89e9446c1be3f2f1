// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One event definition of the study: which events, how they weigh, how they are split.
#pragma once

#include "core/base/clock.h"
#include "widgets/discovery/fieldbinding.h"

#include <QFrame>

#include <array>

class QGridLayout;
class QLabel;
class QToolButton;

namespace widgets {

class CheckedEdit;

class EventCard final : public QFrame
{
    Q_OBJECT

public:
    EventCard(StudyDraft &draft, const core::base::Clock &clock, int position, QWidget *parent = nullptr);

    void show();
    void setRemovable(bool removable);
    [[nodiscard]] CheckedEdit *filter() const { return m_filter; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// One column when it is narrow.
    void arrange(bool narrow);
    void showFault();
    QWidget *makeSecondRow(const QStringList &path);
    QWidget *makeThirdRow(const QStringList &path);

    StudyDraft &m_draft;
    FieldBinding m_fields;
    QStringList m_path;
    QGridLayout *m_layout;
    CheckedEdit *m_name;
    CheckedEdit *m_filter;
    QLabel *m_fault;
    QToolButton *m_more;
    QToolButton *m_remove;
    QGridLayout *m_secondLayout = nullptr;
    std::array<QWidget *, 6> m_secondFields{}; ///< captions and fields by turns
    QWidget *m_second;
    QWidget *m_third;
    int m_narrow = -1;
};

} // namespace widgets
