// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A line over the table that takes a date to go to.
#pragma once

#include "core/base/clock.h"
#include "core/base/zone.h"
#include "widgets/common/checkededit.h"

#include <QFrame>

namespace widgets {

/// What a person writes as a date or time; one without a zone is read in `zone`. Fails with a sentence.
core::base::Result<core::base::Instant> readDate(const QString &text, const core::base::Zone &zone);

class DateJump final : public QFrame
{
    Q_OBJECT

public:
    /// Opens over `above`, at its top.
    explicit DateJump(QWidget *above);

    void open(const core::base::Zone &zone);
    [[nodiscard]] CheckedEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void wanted(core::base::Instant at);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close();

    QWidget *m_above;
    CheckedEdit *m_edit;
    core::base::Zone m_zone;
};

} // namespace widgets
