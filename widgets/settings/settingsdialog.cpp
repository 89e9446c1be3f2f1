// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingsdialog.h"

#include "widgets/settings/collectingpage.h"
#include "widgets/settings/filespage.h"
#include "widgets/settings/keyspage.h"
#include "widgets/settings/lookpage.h"
#include "widgets/settings/sourcekeyspage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_titles(new QStandardItemModel(this))
    , m_list(new QListView(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    m_search->setObjectName(u"settingsSearch"_s);
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    QAction *lens = m_search->addAction(desk.theme().icon(u"search"_s), QLineEdit::LeadingPosition);
    lens->setText(tr("Search"));
    connect(&desk.theme(), &Theme::changed, lens,
            [&desk, lens] { lens->setIcon(desk.theme().icon(u"search"_s)); });
    m_list->setModel(m_titles);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFixedWidth(180);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    add(new LookPage(desk, m_stack));
    add(new KeysPage(desk, m_stack));
    add(new SourceKeysPage(desk, m_stack));
    add(new CollectingPage(desk, m_stack));
    add(new FilesPage(desk, m_stack));
    auto *reset = new QPushButton(tr("Reset This Page"), this);
    reset->setObjectName(u"settingsReset"_s);
    reset->setAccessibleName(reset->text());
    reset->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(reset);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *right = new QVBoxLayout;
    right->addWidget(m_stack, 1);
    right->addLayout(buttons);
    auto *left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    m_search->setFixedWidth(180);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(left);
    layout->addLayout(right, 1);
    resize(760, 480);

    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &row) { m_stack->setCurrentIndex(row.row()); });
    connect(reset, &QPushButton::clicked, this, [this] { page()->reset(); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    m_list->setCurrentIndex(m_titles->index(0, 0));
}

void SettingsDialog::add(SettingsPage *page)
{
    m_pages.push_back(page);
    m_stack->addWidget(page);
    m_titles->appendRow(new QStandardItem(page->windowTitle()));
}

SettingsPage *SettingsDialog::page() const
{
    return m_pages[static_cast<std::size_t>(m_stack->currentIndex())];
}

void SettingsDialog::showPage(const QString &id)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i]->objectName() == u"settings."_s + id)
            m_list->setCurrentIndex(m_titles->index(static_cast<int>(i), 0));
    }
}

void SettingsDialog::search(const QString &text)
{
    int best = -1;
    bool currentFits = false;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const int row = static_cast<int>(i);
        const bool fits = m_pages[i]->search(text) > 0;
        m_list->setRowHidden(row, !fits);
        if (fits && best < 0)
            best = row;
        currentFits = currentFits || (fits && row == m_stack->currentIndex());
    }
    if (!currentFits && best >= 0)
        m_list->setCurrentIndex(m_titles->index(best, 0));
}

} // namespace widgets
