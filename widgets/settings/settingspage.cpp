// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingspage.h"

#include <QGridLayout>
#include <QLabel>

namespace widgets {

namespace {

constexpr int kLast = 100; ///< the line that takes the height that is left

} // namespace

SettingsPage::SettingsPage(Desk &desk, const QString &id, const QString &title, QWidget *parent)
    : QScrollArea(parent)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("settings.") + id);
    setWindowTitle(title);
    setAccessibleName(title);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    auto *inside = new QWidget(this);
    m_grid = new QGridLayout(inside);
    m_grid->setContentsMargins(16, 16, 16, 16);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(kLast, 1);
    setWidget(inside);
}

void SettingsPage::addRow(const QString &label, QWidget *control, const QString &says)
{
    auto *name = new QLabel(label, widget());
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(control);
    control->setAccessibleName(label);
    control->setAccessibleDescription(says);
    const int row = m_next;
    m_next += 2;
    m_grid->addWidget(name, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->addWidget(control, row, 1);
    Row made{label + QLatin1Char(' ') + says, {name, control}};
    if (!says.isEmpty()) {
        auto *sentence = new QLabel(says, widget());
        sentence->setTextFormat(Qt::PlainText);
        sentence->setProperty("role", QStringLiteral("muted"));
        sentence->setWordWrap(true);
        sentence->setContentsMargins(0, 0, 0, 12);
        m_grid->addWidget(sentence, row + 1, 1);
        made.parts.append(sentence);
    }
    m_rows.push_back(std::move(made));
}

void SettingsPage::addWide(QWidget *wide)
{
    m_grid->addWidget(wide, m_next, 0, 1, 2);
    m_grid->setRowStretch(m_next++, 1000); // rather than the empty line at the end
}

int SettingsPage::search(const QString &text)
{
    int shown = 0;
    for (const Row &row : m_rows) {
        const bool fits = text.isEmpty() || row.words.contains(text, Qt::CaseInsensitive) ||
                          windowTitle().contains(text, Qt::CaseInsensitive);
        for (QWidget *part : row.parts)
            part->setVisible(fits);
        shown += fits ? 1 : 0;
    }
    return shown;
}

} // namespace widgets
