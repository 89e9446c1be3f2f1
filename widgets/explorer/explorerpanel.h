// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Explorer: what is in this workspace, and where do I start?
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/common/panel.h"
#include "widgets/explorer/explorerreader.h"

#include <array>
#include <set>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace widgets {

class EntryBar;
class ExplorerChanges;
class ExplorerSources;

class ExplorerPanel final : public Panel
{
    Q_OBJECT

public:
    explicit ExplorerPanel(Desk &desk, QWidget *parent = nullptr);
    ~ExplorerPanel() override;

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;

    [[nodiscard]] ExplorerModel *model() const { return m_model; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] QLineEdit *filterLine() const { return m_filter; }
    [[nodiscard]] EntryBar *entryBar() const { return m_entry; }
    /// The line a section's key stands in becomes the current one; false when there is none to be seen.
    bool select(ExplorerModel::Section section, ExplorerModel::Kind kind, const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Section = ExplorerModel::Section;

    void makeActions();
    void listen();
    void opened();
    void readAll();
    void read(Section section);
    void readSources();
    void showSources();
    void showItems(Section section, SectionResult result);
    void filterBy(const QString &text);
    void keepExpansion();
    void restoreExpansion(const QModelIndex &section);
    void openOnce(const QModelIndex &source);
    void want(Section section, ExplorerModel::Kind kind, const QString &key);
    void showActions();
    void openMenu(const QPoint &at);
    void openCurrent();
    [[nodiscard]] QModelIndex current() const; ///< of the model, not the proxy
    /// The watchlist the current line is or stands in; empty: none.
    [[nodiscard]] QString currentList() const;

    void removeCurrent();
    void showSource();

    ExplorerModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QLabel *m_nothing;
    EntryBar *m_entry;
    ExplorerChanges *m_changes;
    ExplorerSources *m_sources;
    std::array<std::unique_ptr<core::workbench::LatestJob>, ExplorerModel::kSections> m_reading;
    std::set<QString> m_expanded; ///< keys of sections, while there is no filter
    std::set<QString> m_opened;   ///< sources that were opened because they have something to say
    ExplorerModel::Section m_wantedIn = ExplorerModel::Section::Studies;
    ExplorerModel::Kind m_wantedKind = ExplorerModel::Kind::Study;
    bool m_isShowing = false; ///< what the sources are is being put into the tree
    bool m_hadFilter = false; ///< rows are open that were opened for a filter
    QString m_wanted;         ///< becomes the current line when it is there

    QAction *m_openSample;
    QAction *m_open = nullptr;
    QAction *m_focusFilter = nullptr;
    QAction *m_newStudy = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_newList = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_addSymbols = nullptr;
    QAction *m_importSymbols = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_showEvents = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_refresh = nullptr;
};

} // namespace widgets
