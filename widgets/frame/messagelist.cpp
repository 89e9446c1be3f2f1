// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/messagelist.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/frame/banners.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::base::Zone;

namespace {

constexpr QSize kSize(480, 320);

} // namespace

MessagesModel::MessagesModel(Desk &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
    read();
    connect(&desk.messages(), &Messages::told, this, &MessagesModel::read);
}

void MessagesModel::read()
{
    beginResetModel();
    m_rows = m_desk.messages().all();
    for (Message &message : m_rows)
        message.actions.clear(); // they are offered where it is told
    endResetModel();
}

int MessagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MessagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Message &message = m_rows[m_rows.size() - 1 - static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) {
        const auto zone = Zone::find(core::base::utf8(m_desk.settings().text(Setting::Zone)));
        // whole seconds
        const core::base::Instant at(message.at.micros() / 1'000'000 * 1'000'000);
        return QStringLiteral("%1\n%2").arg(instantText(at, zone.ok() ? *zone : Zone()), message.what);
    }
    if (role == Qt::DecorationRole)
        return m_desk.theme().icon(iconOf(message.severity));
    if (role == Qt::ToolTipRole)
        return tipText(message.details.isEmpty() ? message.what : message.details);
    return {};
}

MessageList::MessageList(Desk &desk, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("messageList"));
    setProperty("role", QStringLiteral("popup"));
    m_list->setModel(new MessagesModel(desk, m_list));
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Messages"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *title = new QLabel(tr("Messages"), this);
    title->setProperty("role", QStringLiteral("heading"));
    title->setMargin(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    resize(kSize);
}

void MessageList::popUp(const QWidget *anchor)
{
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width(), 0));
    move(corner.x() - width(), corner.y() - height() - 4);
    show();
    m_list->setFocus();
}

} // namespace widgets
