// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorermodel.h"

#include "widgets/common/words.h"

#include <algorithm>

namespace widgets {

struct ExplorerModel::Node {
    Item item; ///< its children are waiting to become nodes
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children{};

    void number(std::size_t from)
    {
        for (std::size_t i = from; i < children.size(); ++i)
            children[i]->row = static_cast<int>(i);
    }
};

namespace {

ExplorerModel::Item section(const QString &key, const QString &name, const QString &icon)
{
    return {.kind = ExplorerModel::Kind::Section,
            .key = key,
            .name = name,
            .detail = {},
            .fault = {},
            .tip = {},
            .icon = icon};
}

bool readsAlike(const ExplorerModel::Item &a, const ExplorerModel::Item &b)
{
    return a.name == b.name && a.detail == b.detail && a.fault == b.fault && a.tip == b.tip &&
           a.icon == b.icon && a.tone == b.tone && a.more == b.more;
}

} // namespace

ExplorerModel::ExplorerModel(Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
    , m_root(std::make_unique<Node>())
{
    // in the order of Section
    const Item sections[kSections] = {
        section(QStringLiteral("workspace"), tr("Workspace"), QStringLiteral("workspace")),
        section(QStringLiteral("studies"), tr("Studies"), QStringLiteral("study")),
        section(QStringLiteral("runs"), tr("Runs"), QStringLiteral("run")),
        section(QStringLiteral("watchlists"), tr("Watchlists"), QStringLiteral("watchlist")),
        section(QStringLiteral("symbols"), tr("Symbols"), QStringLiteral("symbol")),
        section(QStringLiteral("sources"), tr("Sources"), QStringLiteral("source"))};
    for (const Item &item : sections) {
        auto node = std::make_unique<Node>();
        node->item = item;
        node->parent = m_root.get();
        m_root->children.push_back(std::move(node));
    }
    m_root->number(0);
    connect(&theme, &Theme::changed, this, &ExplorerModel::repaint);
}

ExplorerModel::~ExplorerModel() = default;

ExplorerModel::Node *ExplorerModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ExplorerModel::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

QModelIndex ExplorerModel::sectionIndex(Section section) const
{
    return index(static_cast<int>(section), 0);
}

ExplorerModel::Kind ExplorerModel::kindOf(const QModelIndex &index)
{
    return index.isValid() ? static_cast<Kind>(index.data(KindRole).toInt()) : Kind::Section;
}

QModelIndex ExplorerModel::find(Section section, Kind kind, const QString &key) const
{
    std::vector<const Node *> open{nodeOf(sectionIndex(section))};
    while (!open.empty()) {
        const Node *node = open.back();
        open.pop_back();
        if (node->item.kind == kind && node->item.key == key)
            return indexOf(node);
        for (const auto &child : node->children)
            open.push_back(child.get());
    }
    return {};
}

void ExplorerModel::clear()
{
    for (int i = 0; i < kSections; ++i)
        setItems(static_cast<Section>(i), {});
}

void ExplorerModel::setItems(Section section, std::vector<Item> items, const QString &detail)
{
    const QModelIndex at = sectionIndex(section);
    Node *node = nodeOf(at);
    node->item.detail = detail;
    sync(*node, std::move(items));
    Q_EMIT dataChanged(at, at);
}

/// The node becomes what the item says; the children too, unless they are lazy and nobody has asked yet.
void ExplorerModel::take(Node &node, Item item)
{
    std::vector<Item> children = std::move(item.children);
    item.children.clear();
    const bool waits = item.isLazy && node.children.empty();
    node.item = std::move(item);
    if (waits)
        node.item.children = std::move(children);
    else
        sync(node, std::move(children));
}

void ExplorerModel::sync(Node &node, std::vector<Item> items)
{
    const QModelIndex parent = indexOf(&node);
    const auto same = [](const Item &a, const Item &b) { return a.kind == b.kind && a.key == b.key; };
    // thousands at once: one insertion
    if (node.children.empty()) {
        if (items.empty())
            return;
        beginInsertRows(parent, 0, static_cast<int>(items.size()) - 1);
        std::vector<std::vector<Item>> inner;
        for (Item &item : items) {
            auto child = std::make_unique<Node>();
            child->parent = &node;
            inner.push_back(item.isLazy ? std::vector<Item>() : std::exchange(item.children, {}));
            child->item = std::move(item);
            node.children.push_back(std::move(child));
        }
        node.number(0);
        endInsertRows();
        // who listens may have asked for lazy rows already
        for (std::size_t i = 0; i < inner.size(); ++i) {
            if (!inner[i].empty())
                sync(*node.children[i], std::move(inner[i]));
        }
        return;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::size_t at = i;
        while (at < node.children.size() && !same(node.children[at]->item, items[i]))
            ++at;
        if (at == node.children.size()) {
            beginInsertRows(parent, static_cast<int>(i), static_cast<int>(i));
            auto child = std::make_unique<Node>();
            child->parent = &node;
            child->item.kind = items[i].kind;
            child->item.key = items[i].key;
            node.children.insert(node.children.begin() + static_cast<std::ptrdiff_t>(i), std::move(child));
            node.number(i);
            endInsertRows();
        } else if (at > i) {
            // what stands between is gone or comes later
            beginMoveRows(parent, static_cast<int>(at), static_cast<int>(at), parent, static_cast<int>(i));
            std::rotate(node.children.begin() + static_cast<std::ptrdiff_t>(i),
                        node.children.begin() + static_cast<std::ptrdiff_t>(at),
                        node.children.begin() + static_cast<std::ptrdiff_t>(at) + 1);
            node.number(i);
            endMoveRows();
        }
        Node &child = *node.children[i];
        const bool isChanged = !readsAlike(child.item, items[i]);
        take(child, std::move(items[i]));
        if (isChanged)
            Q_EMIT dataChanged(indexOf(&child), indexOf(&child));
    }
    if (node.children.size() > items.size()) {
        beginRemoveRows(parent, static_cast<int>(items.size()), static_cast<int>(node.children.size()) - 1);
        node.children.resize(items.size());
        endRemoveRows();
    }
}

void ExplorerModel::fetchAll()
{
    const QModelIndex symbols = sectionIndex(Section::Symbols);
    for (int row = 0; row < rowCount(symbols); ++row)
        fetchMore(index(row, 0, symbols));
}

void ExplorerModel::repaint()
{
    Q_EMIT dataChanged(index(0, 0), index(kSections - 1, 0), {Qt::DecorationRole});
}

QModelIndex ExplorerModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, 0, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ExplorerModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int ExplorerModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(nodeOf(parent)->children.size());
}

int ExplorerModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool ExplorerModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return !node->children.empty() || !node->item.children.empty();
}

bool ExplorerModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && !nodeOf(parent)->item.children.empty();
}

void ExplorerModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        Node *node = nodeOf(parent);
        sync(*node, std::exchange(node->item.children, {}));
    }
}

QVariant ExplorerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = nodeOf(index)->item;
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::DecorationRole: {
        const QString icon = item.fault.isEmpty() ? item.icon : QStringLiteral("warning");
        return icon.isEmpty() ? QVariant() : QVariant(m_theme.icon(icon, item.tone));
    }
    case Qt::ToolTipRole: {
        const QString tip = item.fault.isEmpty() ? item.tip : item.fault;
        return tip.isEmpty() ? QVariant() : QVariant(tipText(tip));
    }
    case Qt::AccessibleTextRole:
        return item.detail.isEmpty() ? item.name : QStringLiteral("%1, %2").arg(item.name, item.detail);
    case Qt::AccessibleDescriptionRole:
        return item.kind == Kind::Source ? item.tip : item.fault;
    case KindRole:
        return static_cast<int>(item.kind);
    case KeyRole:
        return item.key;
    case DetailRole:
        return item.detail;
    case FaultRole:
        return item.fault;
    case SearchRole:
        return QStringLiteral("%1 %2 %3").arg(item.name, item.key, item.more);
    default:
        return {};
    }
}

} // namespace widgets
