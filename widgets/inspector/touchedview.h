// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which instruments events about this entity usually touch, and by which link.
#pragma once

#include "core/workbench/jobs.h"
#include "core/workbench/links.h"
#include "widgets/common/desk.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QPushButton;

namespace widgets {

class FactsTable;

class TouchedView final : public QWidget
{
    Q_OBJECT

public:
    explicit TouchedView(Desk &desk, QWidget *parent = nullptr);

    /// Read when the view is on the screen.
    void setEvent(const core::domain::Event &event);
    void clear();
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy(); }
    [[nodiscard]] FactsTable *list() const { return m_list; }
    [[nodiscard]] QPushButton *showButton() const { return m_show; }
    [[nodiscard]] QString sentence() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void read();
    void show(const std::vector<core::workbench::Touched> &touched);
    void say(const QString &text);
    void showSymbol();

    Desk &m_desk;
    core::workbench::LatestJob m_reading;
    std::string m_source;
    std::string m_entity;
    bool m_isRead = true;
    QLabel *m_sentence;
    FactsTable *m_list;
    QPushButton *m_show;
};

} // namespace widgets
