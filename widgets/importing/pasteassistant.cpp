// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/pasteassistant.h"

#include "core/base/text.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/importing/zonebox.h"

#include <QCompleter>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStringListModel>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::qs;
using base::Result;
using base::utf8;

namespace {

constexpr int kPauseMs = 120;
constexpr std::size_t kShown = 1000; ///< lines in the table; all are read

} // namespace

PasteAssistant::PasteAssistant(Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_storing(desk.session().jobs())
    , m_symbolsReading(desk.session().jobs())
    , m_text(new QPlainTextEdit(this))
    , m_name(new QLineEdit(this))
    , m_zone(new ZoneBox(desk.settings().text(Setting::Zone), tr("Time zone of the dates"), this))
    , m_symbol(new QLineEdit(this))
    , m_symbols(new QStringListModel(this))
    , m_rows(new TextRows(desk.theme(), this))
    , m_table(new QTableView(this))
    , m_counts(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_chart(new QPushButton(tr("Add to Chart"), this))
    , m_test(new QPushButton(tr("Test"), this))
{
    setObjectName(QStringLiteral("pasteAssistant"));
    setWindowTitle(tr("Paste Dates"));
    resize(860, 540);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    m_text->setObjectName(QStringLiteral("pasteText"));
    m_text->setAccessibleName(tr("Dates, one a line, with a value and a text if you like"));
    m_text->setPlaceholderText(tr("One date a line, then a value and a text if you like:\n2011-03-11  9.1  Tohoku"));
    m_text->setProperty("framed", true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_name->setObjectName(QStringLiteral("pasteName"));
    m_name->setAccessibleName(tr("Name of the event set"));
    m_name->setMaxLength(80);
    m_symbol->setObjectName(QStringLiteral("pasteSymbol"));
    m_symbol->setAccessibleName(tr("Symbol to test on"));
    m_symbol->setPlaceholderText(tr("symbol"));
    m_symbol->setMaxLength(80);
    auto *completer = new QCompleter(m_symbols, m_symbol);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_symbol->setCompleter(completer);
    m_table->setModel(m_rows);
    m_table->setObjectName(QStringLiteral("pasteRows"));
    dressTable(m_table, tr("What was read"));
    for (QLabel *label : {m_counts, m_notes, m_fault}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_counts->setProperty("role", QStringLiteral("heading"));
    m_notes->setProperty("role", QStringLiteral("muted"));
    m_fault->setProperty("role", QStringLiteral("down"));
    m_fault->hide();
    m_test->setProperty("primary", true);
    m_test->setDefault(true);
    m_test->setToolTip(tr("Keep the events and ask at once whether they move the symbol (Ctrl+Return)"));
    m_chart->setToolTip(tr("Keep the events and mark them on the chart"));
    for (QPushButton *button : {m_close, m_chart}) {
        button->setAutoDefault(false);
        button->setAccessibleName(button->text());
    }

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(8);
    const auto put = [this, form](int column, const QString &text, QWidget *widget, int stretch) {
        auto *label = new QLabel(text, this);
        label->setProperty("role", QStringLiteral("muted"));
        label->setBuddy(widget);
        form->addWidget(label, 0, column);
        form->addWidget(widget, 1, column);
        form->setColumnStretch(column, stretch);
    };
    put(0, tr("Name of these events"), m_name, 3);
    put(1, tr("Dates in"), m_zone, 2);
    put(2, tr("Symbol"), m_symbol, 2);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(8);
    split->addWidget(m_text);
    split->addWidget(m_table);
    split->setSizes({360, 500});
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_fault, 1);
    foot->addStretch(0);
    foot->addWidget(m_close);
    foot->addWidget(m_chart);
    foot->addWidget(m_test);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(split, 1);
    layout->addWidget(m_counts);
    layout->addWidget(m_notes);
    layout->addLayout(foot);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(); });
    connect(&m_pause, &QTimer::timeout, this, &PasteAssistant::read);
    connect(m_zone, &ZoneBox::zoneChosen, this, &PasteAssistant::read);
    for (QLineEdit *edit : {m_name, m_symbol})
        connect(edit, &QLineEdit::textChanged, this, &PasteAssistant::showButtons);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_chart, &QPushButton::clicked, this, &PasteAssistant::addToChart);
    connect(m_test, &QPushButton::clicked, this, &PasteAssistant::test);
    auto *quick = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(quick, &QShortcut::activated, m_test, &QPushButton::click);
    connect(&desk.session(), &Session::closing, this, [this] {
        m_reading.drop();
        m_storing.drop();
        m_symbolsReading.drop();
        m_symbols->setStringList({});
        close();
    });
    showDates(PastedDates());
}

void PasteAssistant::begin(const QString &text)
{
    const base::Instant now = m_desk.session().clock().now();
    const auto zone = base::Zone::find(utf8(m_desk.settings().text(Setting::Zone)));
    // a name of its own: two sets of the same name would be one set
    m_name->setText(tr("Dates of %1").arg(instantText(now, zone ? *zone : base::Zone())));
    m_zone->setZone(m_desk.settings().text(Setting::Zone));
    m_symbol->setText(m_desk.selection().symbol());
    m_fault->hide();
    m_text->setPlainText(text);
    m_pause.stop();
    read();
    readSymbols();
    m_text->setFocus();
}

void PasteAssistant::readSymbols()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    m_symbolsReading.start<std::vector<std::string>>(
        JobKind::Read, tr("Reading symbols"), [bench](const Job &) { return bench->bars().symbols("1d"); }, this,
        [this](Result<std::vector<std::string>> read) {
            if (!read)
                return;
            QStringList symbols;
            symbols.reserve(static_cast<qsizetype>(read->size()));
            for (const std::string &symbol : *read)
                symbols.append(qs(symbol));
            m_symbols->setStringList(symbols);
            if (m_symbol->text().isEmpty() && !symbols.isEmpty())
                m_symbol->setText(symbols.front());
        });
}

void PasteAssistant::read()
{
    m_reading.start<PastedDates>(
        JobKind::Read, tr("Reading dates"),
        [text = utf8(m_text->toPlainText()), zone = m_zone->zone()](const Job &) -> Result<PastedDates> {
            return readPastedDates(text, zone);
        },
        this, [this](Result<PastedDates> dates) {
            if (dates)
                showDates(*dates);
        });
}

void PasteAssistant::showDates(const PastedDates &dates)
{
    m_events = dates.events.size();
    const auto found = base::Zone::find(dates.zone);
    const base::Zone zone = found ? *found : base::Zone();
    std::vector<std::pair<std::uint64_t, TextRows::Row>> lines;
    for (const PastedEvent &event : dates.events) {
        if (lines.size() >= kShown)
            break;
        TextRows::Row row;
        row.cells = {QString::number(event.line), event.wholeDay ? dayText(event.at, zone) : instantText(event.at, zone),
                     valueText(event.value), oneLine(event.text, 200)};
        lines.emplace_back(event.line, std::move(row));
    }
    for (const auto &[line, reason] : dates.refused) {
        if (lines.size() >= 2 * kShown)
            break;
        TextRows::Row row;
        row.isRefused = true;
        row.icon = QStringLiteral("warning");
        row.cells = {QString::number(line), tr("refused"), {}, oneLine(reason, 200)};
        row.tip = reason;
        lines.emplace_back(line, std::move(row));
    }
    std::ranges::stable_sort(lines, {}, &std::pair<std::uint64_t, TextRows::Row>::first);
    std::vector<TextRows::Row> rows;
    for (auto &[line, row] : lines)
        rows.push_back(std::move(row));
    m_rows->set({tr("line"), tr("date"), tr("value"), tr("text")}, std::move(rows), {2});
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    QString counts = dates.events.empty() ? tr("No date yet.") : tr("%n event(s)", nullptr, static_cast<int>(dates.events.size()));
    if (!dates.pattern.empty() && !dates.events.empty())
        counts += tr(", read as %1").arg(oneLine(dates.pattern, 100));
    if (!dates.refused.empty())
        counts += tr("; %n line(s) refused", nullptr, static_cast<int>(dates.refused.size()));
    m_counts->setText(counts);
    QStringList notes;
    for (const QString &note : dates.notes)
        notes.append(oneLine(note, 300));
    if (lines.size() < dates.events.size() + dates.refused.size())
        notes.append(tr("The table shows the first %1 lines.").arg(countText(lines.size())));
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_notes->setVisible(!notes.isEmpty());
    showButtons();
}

void PasteAssistant::showButtons()
{
    const QString symbol = m_symbol->text().trimmed();
    m_test->setText(symbol.isEmpty() ? tr("Test") : tr("Test on %1").arg(oneLine(symbol, 24)));
    m_test->setAccessibleName(m_test->text());
    const bool canStore = m_events > 0 && !m_name->text().trimmed().isEmpty() && !m_storing.isBusy() &&
                          m_desk.session().bench() != nullptr;
    m_chart->setEnabled(canStore);
    m_test->setEnabled(canStore && !symbol.isEmpty());
}

void PasteAssistant::store(std::function<void(const QString &)> then)
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    m_fault->hide();
    m_storing.start<std::string>(
        JobKind::Task, tr("Storing pasted dates"),
        [bench, name = utf8(m_name->text().trimmed()), text = utf8(m_text->toPlainText()),
         zone = m_zone->zone()](const Job &job) -> Result<std::string> {
            return storePastedDates(*bench, name, readPastedDates(text, zone), text, job);
        },
        this, [this, then = std::move(then)](Result<std::string> filter) {
            showButtons();
            if (!filter) {
                m_fault->setText(oneLine(filter.error().message, 400));
                m_fault->show();
                return;
            }
            m_desk.session().tellEventsStored();
            close();
            then(qs(*filter));
        });
    showButtons();
}

void PasteAssistant::addToChart()
{
    store([this, symbol = m_symbol->text().trimmed()](const QString &filter) {
        if (!symbol.isEmpty())
            m_desk.selection().selectSymbol(symbol);
        Q_EMIT m_desk.showPanel(QStringLiteral("chart"));
        Q_EMIT m_desk.markEvents(filter);
    });
}

void PasteAssistant::test()
{
    store([this, name = m_name->text().trimmed(), symbol = m_symbol->text().trimmed()](const QString &filter) {
        m_desk.selection().selectSymbol(symbol);
        Q_EMIT m_desk.editStudy(qs(studyFor(utf8(name), utf8(filter), {utf8(symbol)})));
        Q_EMIT m_desk.runStudy();
    });
}

} // namespace widgets
