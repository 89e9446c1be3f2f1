// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was said before: the list behind the bell.
#pragma once

#include "widgets/common/desk.h"

#include <QAbstractListModel>
#include <QFrame>

class QListView;

namespace widgets {

/// Newest first.
class MessagesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MessagesModel(Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void read();

    Desk &m_desk;
    std::vector<Message> m_rows; ///< oldest first, as they came
};

/// A popup; shown above its anchor.
class MessageList final : public QFrame
{
    Q_OBJECT

public:
    explicit MessageList(Desk &desk, QWidget *parent);

    void popUp(const QWidget *anchor);

private:
    QListView *m_list;
};

} // namespace widgets
