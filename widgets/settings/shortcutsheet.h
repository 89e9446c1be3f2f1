// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of shortcuts: what can be done from the keyboard.
#pragma once

#include "widgets/common/desk.h"

#include <QDialog>

namespace widgets {

class ActionsModel;

class ShortcutSheet final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(Desk &desk, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    ActionsModel *m_model;
};

} // namespace widgets
