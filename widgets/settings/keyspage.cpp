// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/keyspage.h"

#include "widgets/settings/actionsmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;

KeysPage::KeysPage(Desk &desk, QWidget *parent)
    : SettingsPage(desk, u"keys"_s, tr("Keyboard"), parent)
    , m_model(new ActionsModel(desk, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_default(new QPushButton(tr("Default"), this))
    , m_warning(new QLabel(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(u"keysTable"_s);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Commands and their shortcuts"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->resizeSection(ActionsModel::Name, 260);
    m_table->horizontalHeader()->resizeSection(ActionsModel::Keys, 120);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_keys->setObjectName(u"keysEdit"_s);
    m_keys->setAccessibleName(tr("New shortcut"));
    for (QLineEdit *line : m_keys->findChildren<QLineEdit *>())
        line->setAccessibleName(tr("New shortcut"));
    m_default->setAutoDefault(false);
    m_default->setAccessibleName(tr("Default shortcut of the selected command"));
    m_warning->setObjectName(u"keysWarning"_s);
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    m_warning->setProperty("role", u"warn"_s);

    auto *whole = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("New shortcut for the selected command:"), whole));
    row->addWidget(m_keys, 1);
    row->addWidget(m_default);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(m_warning);
    addWide(whole);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeysPage::showCurrent);
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, [this] { apply(m_keys->keySequence()); });
    connect(m_default, &QPushButton::clicked, this, [this] {
        if (const QAction *action = current())
            apply(defaultShortcut(action));
        showCurrent();
    });
    showCurrent();
}

QAction *KeysPage::current() const
{
    return m_model->at(m_sorted->mapToSource(m_table->currentIndex()).row());
}

void KeysPage::showCurrent()
{
    const QAction *action = current();
    m_keys->setEnabled(action != nullptr);
    m_default->setEnabled(action != nullptr);
    const QSignalBlocker quiet(m_keys);
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_warning->clear();
}

void KeysPage::apply(const QKeySequence &keys)
{
    QAction *action = current();
    if (!action || action->shortcut() == keys)
        return;
    const QList<QAction *> conflicts = conflictsOf(desk(), action, keys);
    if (!conflicts.isEmpty()) {
        m_warning->setText(
            tr("%1 already means “%2”. Give that command other keys first, or choose different ones.")
                .arg(keys.toString(QKeySequence::NativeText), conflicts.front()->text().remove(u'&')));
        return;
    }
    m_warning->clear();
    setShortcut(desk(), action, keys);
}

void KeysPage::reset()
{
    resetShortcuts(desk());
    showCurrent();
}

int KeysPage::search(const QString &text)
{
    m_sorted->setFilterFixedString(windowTitle().contains(text, Qt::CaseInsensitive) ? QString() : text);
    return m_sorted->rowCount();
}

void KeysPage::showEvent(QShowEvent *event)
{
    m_model->read();
    SettingsPage::showEvent(event);
}

} // namespace widgets
