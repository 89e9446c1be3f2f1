// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/previewpage.h"

#include "core/base/text.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/importing/zonebox.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace widgets {

using namespace core;
using base::qs;
using ingest::ImportWhat;

namespace {

constexpr int kWidestValue = 220; // pixels of a column at first
constexpr int kMeaning = 320;
constexpr qsizetype kCell = 120; // characters of a cell

QLabel *caption(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text, buddy->parentWidget());
    label->setProperty("role", QStringLiteral("muted"));
    label->setBuddy(buddy);
    return label;
}

} // namespace

QString importWhatText(ImportWhat what)
{
    switch (what) {
    case ImportWhat::Events:
        return PreviewPage::tr("Events");
    case ImportWhat::Bars:
        return PreviewPage::tr("Prices (bars)");
    case ImportWhat::Ticks:
        return PreviewPage::tr("Ticks");
    }
    return {};
}

PreviewPage::PreviewPage(Theme &theme, const QString &ownZone, QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_preset(new QComboBox(this))
    , m_zone(new ZoneBox(ownZone, tr("Time zone of the dates"), this))
    , m_map(new QPushButton(tr("Map Columns…"), this))
    , m_known(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_rows(new TextRows(theme, this))
    , m_table(new QTableView(this))
{
    m_kind->setAccessibleName(tr("What the file holds"));
    m_kind->setObjectName(QStringLiteral("importKind"));
    for (const ImportWhat what : {ImportWhat::Events, ImportWhat::Bars, ImportWhat::Ticks})
        m_kind->addItem(importWhatText(what), static_cast<int>(what));
    m_preset->setAccessibleName(tr("Preset that reads the file"));
    m_preset->setObjectName(QStringLiteral("importPreset"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_preset->setMinimumContentsLength(20);
    m_map->setAccessibleName(tr("Map columns by hand"));
    m_map->setToolTip(tr("Say yourself which column is what, and save it as a preset"));
    for (QLabel *label : {m_known, m_notes, m_counts}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_known->setProperty("role", QStringLiteral("muted"));
    m_notes->setProperty("role", QStringLiteral("muted"));
    m_counts->setProperty("role", QStringLiteral("heading"));
    m_table->setModel(m_rows);
    m_table->setObjectName(QStringLiteral("importRows"));
    dressTable(m_table, tr("First rows of the file and what each becomes"));

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(4);
    form->addWidget(caption(tr("Preset"), m_preset), 0, 0);
    form->addWidget(m_preset, 0, 1, 1, 3);
    form->addWidget(m_map, 0, 4);
    form->addWidget(caption(tr("Holds"), m_kind), 1, 0);
    form->addWidget(m_kind, 1, 1);
    form->addWidget(caption(tr("Dates in"), m_zone), 1, 2);
    form->addWidget(m_zone, 1, 3);
    form->setColumnStretch(3, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(form);
    layout->addWidget(m_known);
    layout->addWidget(m_counts);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_notes);

    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        Q_EMIT kindChosen(static_cast<ImportWhat>(m_kind->itemData(index).toInt()));
    });
    connect(m_preset, &QComboBox::activated, this,
            [this](int index) { Q_EMIT presetChosen(m_preset->itemData(index).toString()); });
    connect(m_zone, &ZoneBox::zoneChosen, this, [this] { Q_EMIT zoneChosen(qs(m_zone->zone())); });
    connect(m_map, &QPushButton::clicked, this, &PreviewPage::mappingWanted);
}

void PreviewPage::showFile(const ImportFile &file, ImportWhat what)
{
    const workbench::ImportPreview &preview = *file.preview;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(what)));
    m_preset->clear();
    const QString title = oneLine(preview.title, 120);
    const QString name = oneLine(preview.preset, 80);
    m_preset->addItem(file.preset.empty() ? tr("%1 (recognised): %2").arg(name, title)
                                          : tr("%1: %2").arg(name, title),
                      qs(preview.preset));
    for (const std::string &other : preview.otherPresets)
        m_preset->addItem(oneLine(other, 80), qs(other));
    m_preset->setEnabled(m_preset->count() > 1);
    m_zone->setZone(qs(preview.zone));
    QString known = oneLine(preview.knownRule, 300);
    if (!known.isEmpty())
        known.front() = known.front().toUpper();
    m_known->setText(known);
    m_known->setVisible(!preview.knownRule.isEmpty());
    m_counts->setText(
        preview.refused == 0
            ? tr("All %1 rows shown can be taken.").arg(countText(preview.taken))
            : tr("%1 of the %2 rows shown can be taken; %3 are refused, each for the reason beside it.")
                  .arg(countText(preview.taken), countText(preview.taken + preview.refused),
                       countText(preview.refused)));
    QStringList notes;
    for (const QString &note : preview.notes)
        notes.append(oneLine(note, 300));
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_notes->setVisible(!notes.isEmpty());
    showRows(preview);
}

void PreviewPage::showRows(const workbench::ImportPreview &preview)
{
    QStringList header{tr("line"), tr("becomes")};
    for (const workbench::PreviewColumn &column : preview.columns) {
        const QString name = oneLine(column.name, 60);
        header.append(column.field.empty() ? name
                                           : QStringLiteral("%1 → %2").arg(name, oneLine(column.field, 60)));
    }
    std::vector<TextRows::Row> rows;
    rows.reserve(preview.rows.size());
    for (const workbench::PreviewRow &line : preview.rows) {
        TextRows::Row row;
        row.isRefused = !line.refusal.isEmpty();
        row.icon = row.isRefused ? QStringLiteral("warning") : QString();
        row.cells = {QString::number(line.line), row.isRefused
                                                     ? tr("Refused: %1").arg(oneLine(line.refusal, 300))
                                                     : oneLine(line.meaning, 300)};
        for (const std::string &cell : line.cells)
            row.cells.append(oneLine(cell, kCell));
        rows.push_back(std::move(row));
    }
    m_rows->set(header, std::move(rows));
    m_table->resizeColumnsToContents();
    for (int column = 2; column < m_rows->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(kWidestValue, m_table->columnWidth(column)));
    m_table->setColumnWidth(1, std::clamp(m_table->columnWidth(1), 120, kMeaning));
}

} // namespace widgets
