// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/mappingpage.h"

#include "core/base/text.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/importing/zonebox.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace widgets {

using namespace core;
using base::qs;
using base::utf8;
using workbench::ColumnMapping;
using workbench::FilePeek;

namespace {

constexpr int kWidestField = 200;

QComboBox *box(const QString &accessibleName, QWidget *parent)
{
    auto *out = new QComboBox(parent);
    out->setAccessibleName(accessibleName);
    out->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    out->setMinimumContentsLength(12);
    return out;
}

std::string chosen(const QComboBox *box)
{
    return utf8(box->currentData().toString());
}

} // namespace

MappingPage::MappingPage(Theme &theme, const QString &ownZone, QWidget *parent)
    : QWidget(parent)
    , m_why(new QLabel(this))
    , m_note(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_date(box(tr("Column of the date"), this))
    , m_eventType(box(tr("Column of the event type"), this))
    , m_constant(new QLineEdit(this))
    , m_entity(box(tr("Column of the entity"), this))
    , m_value(box(tr("Column of the value"), this))
    , m_text(box(tr("Column of the text"), this))
    , m_unit(box(tr("Column of the unit"), this))
    , m_zone(new ZoneBox(ownZone, tr("Time zone of the dates"), this))
    , m_basis(box(tr("How it became known"), this))
    , m_lag(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(tr("Save as Preset"), this))
    , m_rows(new TextRows(theme, this))
    , m_table(new QTableView(this))
{
    for (QLabel *label : {m_why, m_note, m_fault}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_note->setProperty("role", QStringLiteral("muted"));
    m_fault->setProperty("role", QStringLiteral("down"));
    m_fault->hide();
    m_date->setObjectName(QStringLiteral("mapDate"));
    m_constant->setAccessibleName(tr("Event type of all rows"));
    m_constant->setPlaceholderText(tr("opec_meeting"));
    m_lag->setAccessibleName(tr("How long after it happened it was known"));
    m_lag->setPlaceholderText(QStringLiteral("1d"));
    m_lag->setText(QStringLiteral("1d"));
    m_lag->setToolTip(tr("A length of time: 20m, 3h, 1d, 45d"));
    m_basis->addItem(tr("later, after"), static_cast<int>(domain::KnownBasis::Estimated));
    m_basis->addItem(tr("when it happened (published)"), static_cast<int>(domain::KnownBasis::Published));
    m_basis->addItem(tr("in advance (scheduled)"), static_cast<int>(domain::KnownBasis::Scheduled));
    m_name->setAccessibleName(tr("Name of the preset"));
    m_name->setObjectName(QStringLiteral("mapName"));
    m_save->setProperty("primary", true);
    m_save->setAccessibleName(m_save->text());
    m_save->setToolTip(tr("Keep this mapping in the workspace and show what it makes of the file"));
    m_table->setModel(m_rows);
    dressTable(m_table, tr("First rows of the file"));

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(4);
    const auto put = [this, form](int row, int column, const QString &text, QWidget *widget,
                                  QWidget *second = nullptr) {
        auto *label = new QLabel(text, this);
        label->setProperty("role", QStringLiteral("muted"));
        label->setBuddy(widget);
        form->addWidget(label, row, column);
        auto *cell = new QHBoxLayout;
        cell->setSpacing(4);
        cell->addWidget(widget, 1);
        if (second)
            cell->addWidget(second, 1);
        form->addLayout(cell, row, column + 1);
    };
    put(0, 0, tr("Date"), m_date);
    put(0, 2, tr("Dates in"), m_zone);
    put(1, 0, tr("Event type"), m_eventType, m_constant);
    put(1, 2, tr("Known"), m_basis, m_lag);
    put(2, 0, tr("Value"), m_value);
    put(2, 2, tr("Unit"), m_unit);
    put(3, 0, tr("Entity"), m_entity);
    put(3, 2, tr("Text"), m_text);
    put(4, 0, tr("Preset's name"), m_name, m_save);
    form->setColumnStretch(1, 1);
    form->setColumnStretch(3, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_why);
    layout->addLayout(form);
    layout->addWidget(m_fault);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    connect(m_basis, &QComboBox::currentIndexChanged, this, &MappingPage::showBasis);
    connect(m_eventType, &QComboBox::currentIndexChanged, this, &MappingPage::showBasis);
    connect(m_save, &QPushButton::clicked, this, &MappingPage::saveWanted);
    connect(m_name, &QLineEdit::returnPressed, this, &MappingPage::saveWanted);
}

void MappingPage::showBasis()
{
    m_lag->setVisible(m_basis->currentData().toInt() == static_cast<int>(domain::KnownBasis::Estimated));
    m_constant->setVisible(m_eventType->currentData().toString().isEmpty());
}

void MappingPage::fill(QComboBox *box, const std::string &column, const QString &none)
{
    box->clear();
    if (!none.isEmpty())
        box->addItem(none, QString());
    for (const workbench::PreviewColumn &one : m_peek.columns) {
        const QString sample = one.samples.empty() ? QString() : oneLine(one.samples.front(), 24);
        const QString name = oneLine(one.name, 40);
        box->addItem(sample.isEmpty() ? name : tr("%1 (such as %2)").arg(name, sample), qs(one.name));
    }
    box->setCurrentIndex(std::max(0, box->findData(qs(column))));
}

void MappingPage::showPeek(const FilePeek &peek, const QString &fileStem, const QString &why)
{
    m_peek = peek;
    QString note;
    m_suggested = suggestMapping(peek, note);
    m_why->setText(why);
    m_note->setText(oneLine(note, 300));
    m_note->setVisible(!note.isEmpty());
    fill(m_date, m_suggested.date, {});
    fill(m_eventType, m_suggested.eventType, tr("the same for all:"));
    fill(m_entity, m_suggested.entity, tr("none"));
    fill(m_value, m_suggested.value, tr("none"));
    fill(m_text, m_suggested.text, tr("none"));
    fill(m_unit, m_suggested.unit, tr("none"));
    m_name->setText(fileStem);
    say({});
    showBasis();
    QStringList header{tr("line")};
    for (const workbench::PreviewColumn &column : peek.columns)
        header.append(oneLine(column.name, 60));
    std::vector<TextRows::Row> rows;
    for (const workbench::PreviewRow &line : peek.rows) {
        TextRows::Row row;
        row.isRefused = !line.refusal.isEmpty();
        row.icon = row.isRefused ? QStringLiteral("warning") : QString();
        row.tip = line.refusal;
        row.cells.append(QString::number(line.line));
        for (const std::string &cell : line.cells)
            row.cells.append(oneLine(cell, 120));
        rows.push_back(std::move(row));
    }
    m_rows->set(header, std::move(rows));
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_rows->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(kWidestField, m_table->columnWidth(column)));
}

ColumnMapping MappingPage::mapping() const
{
    ColumnMapping out = m_suggested;
    const std::string date = chosen(m_date);
    if (date != out.date)
        out.dateFormats.clear(); // they were read off another column
    out.date = date;
    out.eventType = chosen(m_eventType);
    out.eventTypeConstant = out.eventType.empty() ? utf8(m_constant->text().trimmed()) : std::string();
    out.entity = chosen(m_entity);
    if (chosen(m_value) != out.value)
        out.decimalComma = false;
    out.value = chosen(m_value);
    out.text = chosen(m_text);
    out.unit = chosen(m_unit);
    out.zone = m_zone->zone();
    out.basis = static_cast<domain::KnownBasis>(m_basis->currentData().toInt());
    out.lag = out.basis == domain::KnownBasis::Estimated ? utf8(m_lag->text().trimmed()) : std::string();
    return out;
}

QString MappingPage::name() const
{
    return m_name->text().trimmed();
}

void MappingPage::say(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

} // namespace widgets
