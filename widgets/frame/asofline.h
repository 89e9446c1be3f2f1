// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The as-of control: an instant, and everything shows only what was known then; empty means now.
#pragma once

#include "core/base/zone.h"
#include "widgets/common/desk.h"

#include <QLineEdit>

namespace widgets {

class AsOfLine final : public QLineEdit
{
    Q_OBJECT

public:
    explicit AsOfLine(Desk &desk, QWidget *parent = nullptr);

    /// "2011-03-11 14:46" in the user's zone, unless it carries one; empty for now. Fails with a sentence.
    static core::base::Result<core::base::Instant> parse(const QString &text, const core::base::Zone &zone);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void apply();
    void showAsOf();
    void setState(const QString &state, const QString &tip);
    [[nodiscard]] core::base::Zone zone() const;

    Desk &m_desk;
    QAction *m_icon;
};

} // namespace widgets
