// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A choice of time zones: typed or picked, the person's own and UTC first.
#pragma once

#include <QComboBox>

#include <string>

namespace widgets {

class ZoneBox final : public QComboBox
{
    Q_OBJECT

public:
    /// `own`: the zone the person works in.
    ZoneBox(const QString &own, const QString &accessibleName, QWidget *parent = nullptr);

    /// "Europe/Berlin"; what is typed and no zone counts too, so that the engine can say so.
    [[nodiscard]] std::string zone() const;
    void setZone(const QString &zone);

Q_SIGNALS:
    void zoneChosen(); ///< by the person: picked, or typed to the end
};

} // namespace widgets
