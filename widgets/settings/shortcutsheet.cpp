// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/shortcutsheet.h"

#include "widgets/settings/actionsmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

/// Commands that have keys, and that have the text in their name, keys or place.
class WithKeys final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return !sourceModel()->index(row, ActionsModel::Keys, parent).data().toString().isEmpty() &&
               QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }
};

} // namespace

ShortcutSheet::ShortcutSheet(Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_model(new ActionsModel(desk, this))
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *filtered = new WithKeys(this);
    filtered->setSourceModel(m_model);
    filtered->setFilterKeyColumn(-1);
    filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("Search commands"));
    search->setAccessibleName(tr("Search commands"));
    search->setClearButtonEnabled(true);
    QAction *lens = search->addAction(desk.theme().icon(u"search"_s), QLineEdit::LeadingPosition);
    lens->setText(tr("Search"));
    connect(&desk.theme(), &Theme::changed, lens,
            [&desk, lens] { lens->setIcon(desk.theme().icon(u"search"_s)); });
    auto *table = new QTableView(this);
    table->setModel(filtered);
    table->setAccessibleName(tr("Commands and their shortcuts"));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->resizeSection(ActionsModel::Name, 260);
    table->horizontalHeader()->resizeSection(ActionsModel::Keys, 120);
    table->horizontalHeader()->setStretchLastSection(true);
    auto *change = new QPushButton(tr("Change Shortcuts…"), this);
    change->setAccessibleName(change->text());
    change->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(change);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(search);
    layout->addWidget(table, 1);
    layout->addLayout(buttons);
    resize(560, 520);
    connect(search, &QLineEdit::textChanged, filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(change, &QPushButton::clicked, this, [this, &desk] {
        QDialog::close();
        Q_EMIT desk.showSettings(u"keys"_s);
    });
}

void ShortcutSheet::showEvent(QShowEvent *event)
{
    m_model->read();
    QDialog::showEvent(event);
}

} // namespace widgets
