// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter line above the table: judged while typed, applied on Enter, with history, bookmarks and completion.
#pragma once

#include "widgets/common/checkededit.h"
#include "widgets/common/desk.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace widgets {

class FilterCompleter;

/// Two rows: the line; and below it what it has to say (how many pass, or what is wrong where), the stretch of
/// time that is filtered by, and the bookmarks.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CheckedEdit *edit() const { return m_edit; }
    [[nodiscard]] FilterCompleter *completer() const { return m_completer; }
    /// What was applied last.
    [[nodiscard]] const QString &applied() const { return m_applied; }
    /// Writes it into the line and applies it.
    void apply(const QString &filter);
    /// Writes it into the line for the user to finish.
    void prepare(const QString &text);
    /// The filter in force is this one (again): after another was given up.
    void settle(const QString &filter);
    /// Where in the line the fault is, counted from 1; 0: there is none.
    [[nodiscard]] int faultColumn() const;

    /// How many pass; shown while nothing is wrong with the line.
    void setStatus(const QString &status, const QString &tip = {});
    [[nodiscard]] QString message() const;
    /// A filter is at work; it can be cancelled when it takes a while.
    void setBusy(bool isBusy);
    /// The stretch of time that is filtered by besides; empty: none.
    void setSpanText(const QString &span);
    /// "as of 2012-01-01"; empty: now.
    void setPast(const QString &past);
    /// A button behind the line.
    void addButton(QToolButton *button);

Q_SIGNALS:
    void filterApplied(const QString &filter);
    void cancelled();
    void spanRemoved();
    void leftDownwards(); ///< the table is next

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void accept();
    void clear();
    void recall(int step);
    void showMessage();
    void showShelf();
    void fillBookmarks();
    void fillMenu();
    void toggleBookmark(const QString &filter);
    [[nodiscard]] QStringList bookmarks() const;

    Desk &m_desk;
    CheckedEdit *m_edit;
    FilterCompleter *m_completer;
    QToolButton *m_star;
    QMenu *m_menu;
    QToolButton *m_cancel;
    QLabel *m_message;
    QLabel *m_past;
    QToolButton *m_span;
    QWidget *m_shelf;
    QHBoxLayout *m_top;
    QTimer m_patience;
    QString m_applied;
    QString m_status;
    QString m_statusTip;
    QString m_draft; ///< what was written before history was recalled
    int m_recalled = -1;
};

} // namespace widgets
