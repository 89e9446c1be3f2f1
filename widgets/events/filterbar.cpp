// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/filterbar.h"

#include "widgets/common/filtercompleter.h"
#include "widgets/common/words.h"
#include "widgets/style/style.h"

#include <QAbstractItemView>
#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 300;     ///< a filter that takes longer can be cancelled
constexpr int kMostOnShelf = 4;      ///< bookmarks with a button of their own
constexpr int kShelfNeeds = 560;     ///< pixels; below that the bookmarks are in the menu only
constexpr int kLeastEdit = 120;      ///< pixels
constexpr qsizetype kOnButton = 22;  ///< characters
constexpr int kRecentInMenu = 10;

QString onButton(const QString &filter)
{
    return oneLine(filter, kOnButton).replace(u"&"_s, u"&&"_s);
}

} // namespace

FilterBar::FilterBar(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_edit(new CheckedEdit(this))
    , m_completer(new FilterCompleter(m_edit))
    , m_star(new QToolButton(this))
    , m_menu(new QMenu(m_star))
    , m_cancel(new QToolButton(this))
    , m_message(new QLabel(this))
    , m_past(new QLabel(this))
    , m_span(new QToolButton(this))
    , m_shelf(new QWidget(this))
    , m_top(new QHBoxLayout)
{
    m_edit->setObjectName(u"eventFilter"_s);
    m_edit->setAccessibleName(tr("Filter of events"));
    m_edit->setPlaceholderText(tr("Filter, such as source == usgs and value >= 6.5, or a word to search for"));
    m_edit->setHelp(tr("Enter applies, Escape clears, Up recalls earlier filters, Ctrl+Space completes."));
    m_edit->setCheck(filterCheck(desk.session().clock(), true), true);
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(kLeastEdit);
    m_edit->installEventFilter(this);
    m_star->setIcon(desk.theme().icon(u"bookmark"_s));
    m_star->setToolTip(tr("Bookmarks and recent filters"));
    m_star->setAccessibleName(m_star->toolTip());
    m_star->setObjectName(u"filterBookmarks"_s);
    m_star->setPopupMode(QToolButton::InstantPopup);
    m_star->setFocusPolicy(Qt::TabFocus);
    m_star->setMenu(m_menu);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setObjectName(u"cancelFilter"_s);
    m_cancel->setToolTip(tr("Stop this filter and keep what is shown"));
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_cancel->hide();
    m_message->setObjectName(u"filterMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_message->setMinimumSize(40, 24); // chips come and go without moving the table
    m_message->setProperty("role", u"muted"_s);
    m_past->setProperty("role", u"mark"_s);
    m_past->setTextFormat(Qt::PlainText);
    m_past->hide();
    m_span->setObjectName(u"spanChip"_s);
    m_span->setProperty("role", u"chip"_s);
    m_span->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_span->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the dates
    m_span->setIcon(desk.theme().icon(u"close"_s));
    m_span->setFocusPolicy(Qt::TabFocus);
    m_span->setToolTip(tr("Only events of this time are shown. Click to show all times again."));
    m_span->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);

    m_top->setContentsMargins(8, 4, 8, 2);
    m_top->setSpacing(4);
    m_top->addWidget(m_edit, 1);
    m_top->addWidget(m_cancel);
    m_top->addWidget(m_star);
    auto *shelf = new QHBoxLayout(m_shelf);
    shelf->setContentsMargins(0, 0, 0, 0);
    shelf->setSpacing(4);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(8, 0, 8, 2);
    below->setSpacing(8);
    below->addWidget(m_message, 1);
    below->addWidget(m_past);
    below->addWidget(m_span);
    below->addWidget(m_shelf);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_top);
    layout->addLayout(below);

    connect(&m_patience, &QTimer::timeout, m_cancel, &QWidget::show);
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterBar::accept);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::showMessage);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_recalled = -1;
        if (text.isEmpty() && !m_applied.isEmpty()) // by the cross in the line
            apply({});
    });
    connect(m_cancel, &QToolButton::clicked, this, &FilterBar::cancelled);
    connect(m_span, &QToolButton::clicked, this, &FilterBar::spanRemoved);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    connect(&desk.theme(), &Theme::changed, this, [this] {
        m_star->setIcon(m_desk.theme().icon(u"bookmark"_s));
        m_span->setIcon(m_desk.theme().icon(u"close"_s));
    });
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::FilterBookmarks)
            fillBookmarks();
    });
    fillBookmarks();
}

void FilterBar::addButton(QToolButton *button)
{
    m_top->addWidget(button);
}

int FilterBar::faultColumn() const
{
    static const QRegularExpression number(u"\\d+"_s);
    // every fault of the grammar begins with its place
    return m_edit->fault().isEmpty() ? 0 : std::max(1, number.match(m_edit->fault()).captured().toInt());
}

void FilterBar::accept()
{
    if (m_completer->isChoosing())
        return; // Enter takes the word
    m_completer->popup()->hide();
    if (!m_edit->fault().isEmpty()) {
        m_edit->setCursorPosition(faultColumn() - 1);
        return;
    }
    apply(m_edit->text());
}

void FilterBar::apply(const QString &filter)
{
    const QString wanted = filter.trimmed();
    m_edit->show(wanted);
    m_edit->setCursorPosition(static_cast<int>(wanted.size()));
    m_recalled = -1;
    if (!m_edit->fault().isEmpty()) { // it came from elsewhere
        m_edit->setFocus();
        return;
    }
    if (!wanted.isEmpty())
        m_desk.settings().remember(Setting::FilterHistory, wanted, 50);
    m_applied = wanted;
    Q_EMIT filterApplied(wanted);
}

void FilterBar::prepare(const QString &text)
{
    m_edit->setText(text);
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->deselect();
    m_edit->setCursorPosition(static_cast<int>(text.size()));
    m_recalled = -1;
}

void FilterBar::settle(const QString &filter)
{
    m_applied = filter;
    showMessage();
}

void FilterBar::clear()
{
    m_edit->clear();
    m_recalled = -1;
    if (!m_applied.isEmpty())
        apply({});
}

void FilterBar::recall(int step)
{
    const QStringList history = m_desk.settings().list(Setting::FilterHistory);
    if (m_recalled < 0)
        m_draft = m_edit->text();
    int next = m_recalled + step;
    if (m_recalled < 0 && step > 0 && !history.isEmpty() && history.front() == m_draft)
        ++next; // the one that is shown is no news
    if (next >= history.size())
        return;
    m_recalled = std::max(-1, next);
    m_edit->setText(m_recalled < 0 ? m_draft : history[m_recalled]);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress || m_completer->popup()->isVisible())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        if (m_patience.isActive() || m_cancel->isVisible())
            Q_EMIT cancelled();
        else
            clear();
        return true;
    case Qt::Key_Up:
        recall(+1);
        return true;
    case Qt::Key_Down:
        if (m_recalled < 0)
            Q_EMIT leftDownwards();
        else
            recall(-1);
        return true;
    case Qt::Key_Space:
        if (key->modifiers() == Qt::ControlModifier) {
            m_completer->offerNow();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::setStatus(const QString &status, const QString &tip)
{
    m_status = status;
    m_statusTip = tip;
    showMessage();
}

QString FilterBar::message() const
{
    if (!m_edit->fault().isEmpty())
        return u"\u2715 "_s + m_edit->fault();
    if (m_edit->text().trimmed() != m_applied)
        return tr("Enter applies this filter \u00b7 %1").arg(m_status);
    return m_status;
}

void FilterBar::showMessage()
{
    const QString said = message();
    const bool isFault = !m_edit->fault().isEmpty();
    showShelf();
    layout()->activate();
    setLook(m_message, "role", isFault ? u"down"_s : u"muted"_s);
    m_message->setText(m_message->fontMetrics().elidedText(said, Qt::ElideRight, m_message->width()));
    m_message->setToolTip(tipText(isFault || m_statusTip.isEmpty() ? said : m_statusTip));
    m_message->setAccessibleName(said);
}

void FilterBar::setBusy(bool isBusy)
{
    if (!isBusy) {
        m_patience.stop();
        m_cancel->hide();
    } else if (!m_patience.isActive() && !m_cancel->isVisible()) {
        m_patience.start();
    }
}

void FilterBar::setSpanText(const QString &span)
{
    m_span->setText(span);
    m_span->setAccessibleName(tr("Remove the time filter %1").arg(span));
    m_span->setVisible(!span.isEmpty());
}

void FilterBar::setPast(const QString &past)
{
    m_past->setText(past);
    m_past->setVisible(!past.isEmpty());
}

QStringList FilterBar::bookmarks() const
{
    return m_desk.settings().list(Setting::FilterBookmarks);
}

void FilterBar::toggleBookmark(const QString &filter)
{
    QStringList marks = bookmarks();
    if (!marks.removeOne(filter))
        marks.prepend(filter);
    m_desk.settings().set(Setting::FilterBookmarks, marks);
}

void FilterBar::fillBookmarks()
{
    qDeleteAll(m_shelf->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    const QStringList marks = bookmarks().mid(0, kMostOnShelf);
    for (const QString &filter : marks) {
        auto *button = new QToolButton(m_shelf);
        button->setText(onButton(filter));
        button->setProperty("role", u"shelf"_s);
        button->setToolTip(tipText(filter));
        button->setAccessibleName(tr("Bookmark %1").arg(oneLine(filter, 80)));
        button->setFocusPolicy(Qt::TabFocus);
        m_shelf->layout()->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, filter] { apply(filter); });
    }
    showShelf();
}

void FilterBar::showShelf()
{
    // what is wrong with the line needs the room
    m_shelf->setVisible(!bookmarks().isEmpty() && width() >= kShelfNeeds && m_edit->fault().isEmpty());
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    const QString now = m_edit->text().trimmed();
    const QStringList marks = bookmarks();
    QAction *toggle = m_menu->addAction(marks.contains(now) ? tr("Remove This Bookmark") : tr("Bookmark This Filter"));
    toggle->setEnabled(!now.isEmpty() && m_edit->fault().isEmpty());
    connect(toggle, &QAction::triggered, this, [this, now] { toggleBookmark(now); });
    const auto list = [this](const QString &title, const QStringList &filters) {
        if (filters.isEmpty())
            return;
        m_menu->addSection(title);
        for (const QString &filter : filters) {
            QAction *action = m_menu->addAction(oneLine(filter, 60).replace(u"&"_s, u"&&"_s));
            connect(action, &QAction::triggered, this, [this, filter] { apply(filter); });
        }
    };
    list(tr("Bookmarks"), marks);
    list(tr("Recent"), m_desk.settings().list(Setting::FilterHistory).mid(0, kRecentInMenu));
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showShelf();
    showMessage();
}

} // namespace widgets
