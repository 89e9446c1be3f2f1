// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every number of one finding with its name and what it means.
#pragma once

#include "widgets/common/theme.h"
#include "widgets/discovery/shownrun.h"

#include <QAbstractTableModel>

#include <vector>

namespace widgets {

class EvidenceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit EvidenceModel(Theme &theme, QObject *parent = nullptr);

    void clear();
    void setFinding(const ShownRun &run, const core::discovery::Finding &finding);
    /// "name: value" lines, for copying.
    [[nodiscard]] QString text() const;
    /// The value of a row by its name; empty when there is none.
    [[nodiscard]] QString valueOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        QString value;
        QString meaning;
        bool isWarning = false;
    };
    void add(const QString &name, const QString &value, const QString &meaning, bool isWarning = false);
    void addTests(const ShownRun &run, const core::discovery::Finding &finding);
    void addOrigin(const ShownRun &run, const core::discovery::Finding &finding);

    Theme &m_theme;
    std::vector<Row> m_rows;
};

} // namespace widgets
