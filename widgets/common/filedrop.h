// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files dropped on a widget, handed on as their names.
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace widgets {

/// Lives as long as the widget it watches, which it makes accept drops. Folders and what is not on this
/// computer is not taken.
class FileDrop final : public QObject
{
    Q_OBJECT

public:
    explicit FileDrop(QWidget *target);

    /// The local files that something dragged holds.
    [[nodiscard]] static QStringList filesOf(const QMimeData *data);

Q_SIGNALS:
    void dropped(const QStringList &files);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace widgets
