// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Relationships: what do I believe, and does it still hold?
#pragma once

#include "core/workbench/jobs.h"
#include "core/workbench/ledgerview.h"
#include "widgets/common/panel.h"
#include "widgets/relationships/relationshipdetail.h"
#include "widgets/relationships/relationshipmodel.h"
#include "widgets/relationships/trackrecordpage.h"

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace widgets {

class LedgerPage;

class RelationshipsPanel final : public Panel
{
    Q_OBJECT

public:
    explicit RelationshipsPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;

    enum Page { Beliefs, Ledger, Record };
    void showPage(Page page);
    [[nodiscard]] RelationshipModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] RelationshipDetail *detail() const { return m_detail; }
    [[nodiscard]] LedgerPage *ledger() const { return m_ledger; }
    [[nodiscard]] TrackRecordPage *trackRecord() const { return m_record; }
    [[nodiscard]] QComboBox *filter() const { return m_filter; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// All pages, read in one go so that they say the same.
    struct Everything {
        std::shared_ptr<const RelationshipModel::Views> views;
        core::workbench::LedgerView ledger;
        TrackRecord record;
        bool simulated = false;
    };
    void makeActions();
    QWidget *makeBar();
    QWidget *makeBeliefs();
    void makeTable();
    void listen();
    void refresh();
    void showAll(const Everything &everything);
    void showFilter();
    void showState();
    void arrange();
    void select();
    void tellSelection();
    void openRun();
    void check();
    void askUnseal();
    void unseal(const core::workbench::RelationshipView &view);
    void retire(const QString &reason);
    void openMenu(const QPoint &at);
    [[nodiscard]] const core::workbench::RelationshipView *current() const;

    RelationshipActions m_actions{};
    QAction *m_check = nullptr;
    QAction *m_ask;
    bool m_simulated = false;
    core::workbench::LatestJob m_reading;
    core::workbench::LatestJob m_checking;
    core::workbench::LatestJob m_unsealing;
    core::workbench::LatestJob m_retiring;
    RelationshipModel *m_model;
    RelationshipOrder *m_order;
    QTabBar *m_tabs;
    QComboBox *m_filter;
    QPushButton *m_checkButton;
    QLabel *m_none;
    QStackedWidget *m_pages;
    QSplitter *m_split;
    QTableView *m_table;
    RelationshipDetail *m_detail = nullptr; // made once its actions are there
    LedgerPage *m_ledger;
    TrackRecordPage *m_record;
};

} // namespace widgets
