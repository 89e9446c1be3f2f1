// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commandbar/commandbar.h"

#include "widgets/commandbar/commanddelegate.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kRowsShown = 12;
constexpr int kLeastWidth = 420;

} // namespace

CommandBar::CommandBar(Desk &desk, QWidget *parent)
    : QLineEdit(parent)
    , m_desk(desk)
    , m_words(new WordReader(desk.session(), this))
    , m_model(new CommandModel(desk, *m_words, this))
    , m_popup(new QFrame(this))
    , m_list(new QListView(m_popup))
    , m_icon(addAction(desk.theme().icon(QStringLiteral("search")), QLineEdit::LeadingPosition))
{
    setObjectName(QStringLiteral("commandBar"));
    setAccessibleName(tr("Command bar"));
    setPlaceholderText(tr("Symbol, event, panel or > command (Ctrl+K)"));
    m_icon->setText(tr("Find"));
    m_icon->setToolTip(tr("Find symbols, events, panels, runs and commands"));
    m_popup->setObjectName(QStringLiteral("commandPopup"));
    m_popup->setProperty("role", QStringLiteral("popup"));
    m_popup->hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(desk.theme(), m_list));
    m_list->setAccessibleName(tr("Answers"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &row) { accept(row.row()); });
    connect(this, &QLineEdit::textEdited, this, &CommandBar::answer);
    connect(m_words, &WordReader::changed, this, &CommandBar::answerAgain);
    connect(&desk.theme(), &Theme::changed, this,
            [this] { m_icon->setIcon(m_desk.theme().icon(QStringLiteral("search"))); });
}

QWidget *CommandBar::popup() const
{
    return m_popup;
}

void CommandBar::begin()
{
    begin(QString());
}

void CommandBar::begin(const QString &typed)
{
    if (!hasFocus())
        m_before = QApplication::focusWidget();
    setText(typed);
    setFocus(Qt::ShortcutFocusReason);
    answer();
}

void CommandBar::answer()
{
    m_model->ask(text());
    m_list->setCurrentIndex(m_model->index(0));
    place();
}

void CommandBar::answerAgain()
{
    if (!m_popup->isVisible())
        return;
    const QVariant chosen = m_list->currentIndex().data(Qt::AccessibleTextRole);
    answer();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row).data(Qt::AccessibleTextRole) == chosen) {
            m_list->setCurrentIndex(m_model->index(row));
            return;
        }
    }
}

void CommandBar::place()
{
    if (m_model->rowCount() == 0) {
        m_popup->hide();
        return;
    }
    // a child of the window, not a window: the line keeps the keyboard, and no window manager is asked
    if (m_popup->parentWidget() != window()) {
        m_popup->setParent(window());
        window()->installEventFilter(this);
    }
    const QPoint below = mapTo(window(), QPoint(0, height() + 2));
    const int rows = std::min(m_model->rowCount(), kRowsShown);
    const int wide = std::min(std::max(width(), kLeastWidth), window()->width() - below.x() - 8);
    m_popup->setGeometry(below.x(), below.y(), wide, rows * m_list->sizeHintForRow(0) + 4);
    m_popup->show();
    m_popup->raise();
}

bool CommandBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_popup->isVisible())
        place();
    return QLineEdit::eventFilter(watched, event);
}

void CommandBar::moveBy(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = (m_list->currentIndex().row() + rows + count) % count;
    m_list->setCurrentIndex(m_model->index(row));
    setAccessibleDescription(m_model->index(row).data(Qt::AccessibleTextRole).toString());
}

void CommandBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        if (m_popup->isVisible())
            moveBy(1);
        else
            answer();
        return;
    case Qt::Key_Up:
        moveBy(-1);
        return;
    case Qt::Key_PageDown:
        moveBy(std::min(kRowsShown - 1, m_model->rowCount() - 1 - m_list->currentIndex().row()));
        return;
    case Qt::Key_PageUp:
        moveBy(-std::min(kRowsShown - 1, m_list->currentIndex().row()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_popup->isVisible())
            accept(m_list->currentIndex().row());
        return;
    case Qt::Key_Escape:
        end();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void CommandBar::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason)
        answer();
}

void CommandBar::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_popup->hide();
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        clear();
}

void CommandBar::accept(int row)
{
    const QString completion = m_model->completion(row);
    if (!completion.isEmpty()) {
        begin(completion);
        return;
    }
    end();
    m_model->run(row);
}

void CommandBar::end()
{
    m_popup->hide();
    clear();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    else
        clearFocus();
}

} // namespace widgets
