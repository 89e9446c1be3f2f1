// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the workspace holds, as a tree: itself, studies, runs, watchlists, symbols, sources.
#pragma once

#include "widgets/common/theme.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace widgets {

class ExplorerModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Section : quint8 { Workspace, Studies, Runs, Watchlists, Symbols, Sources };
    static constexpr int kSections = 6;
    enum class Kind : quint8 { Section, Fact, Study, Run, Watchlist, Symbol, SymbolKind, Source, SourceGroup };
    enum ItemRole {
        KindRole = Qt::UserRole, ///< int of Kind
        KeyRole,                 ///< name, run, symbol: what orders are given with
        DetailRole,              ///< the muted words at the right
        FaultRole,               ///< a sentence; empty: sound
        SearchRole               ///< what the filter line looks in
    };

    /// One line of the tree as it was read.
    struct Item {
        Kind kind = Kind::Fact;
        QString key;
        QString name; ///< one line
        QString detail;
        QString fault;
        QString tip;
        QString icon;
        QString more{}; ///< looked in by the filter, not shown
        std::vector<Item> children{};
        bool isLazy = false; ///< the children become rows when they are asked for
        Role tone = Role::Text; ///< of the icon
    };

    explicit ExplorerModel(Theme &theme, QObject *parent = nullptr);
    ~ExplorerModel() override;

    /// What a section holds now. Rows that stay keep their place in selection and expansion.
    void setItems(Section section, std::vector<Item> items, const QString &detail = {});
    void clear();
    [[nodiscard]] QModelIndex sectionIndex(Section section) const;
    /// The row of a key in a section, at any depth that has rows; invalid when there is none.
    [[nodiscard]] QModelIndex find(Section section, Kind kind, const QString &key) const;
    /// Every lazy row is made, so that the filter can look in it.
    void fetchAll();
    [[nodiscard]] static Kind kindOf(const QModelIndex &index);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    struct Node;
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    void sync(Node &node, std::vector<Item> items);
    void take(Node &node, Item item);
    void repaint();

    Theme &m_theme;
    std::unique_ptr<Node> m_root;
};

} // namespace widgets
