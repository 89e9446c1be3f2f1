// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/zonebox.h"

#include "core/base/text.h"

#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QTimeZone>

namespace widgets {

ZoneBox::ZoneBox(const QString &own, const QString &accessibleName, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setAccessibleName(accessibleName);
    lineEdit()->setAccessibleName(accessibleName);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    QStringList zones{QStringLiteral("UTC")};
    if (own != zones.front() && !own.isEmpty())
        zones.append(own);
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QString zone = QString::fromLatin1(id);
        if (zone.contains(QLatin1Char('/')) && !zones.contains(zone))
            zones.append(zone);
    }
    addItems(zones);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    // hundreds of lines: measuring each of them again is most of what a change of theme costs
    for (QAbstractItemView *list : {view(), completer()->popup()}) {
        if (auto *lines = qobject_cast<QListView *>(list))
            lines->setUniformItemSizes(true);
    }
    connect(this, &QComboBox::activated, this, &ZoneBox::zoneChosen);
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (lineEdit()->isModified()) {
            lineEdit()->setModified(false);
            Q_EMIT zoneChosen();
        }
    });
}

std::string ZoneBox::zone() const
{
    return core::base::utf8(currentText().trimmed());
}

void ZoneBox::setZone(const QString &zone)
{
    const int at = findText(zone);
    if (at >= 0)
        setCurrentIndex(at);
    else
        setEditText(zone);
}

} // namespace widgets
