// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventactions.h"

#include "core/base/text.h"
#include "core/workbench/csvwriter.h"
#include "core/workbench/eventexport.h"
#include "widgets/common/filterterm.h"
#include "widgets/common/words.h"
#include "widgets/events/eventfeed.h"
#include "widgets/events/eventtable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::qs;
using core::base::Result;
using core::base::utf8;
using core::domain::Event;
using core::domain::EventQuery;
using core::domain::Filter;
using core::workbench::CsvWriter;
using core::workbench::ExportFormat;
using core::workbench::Job;
using core::workbench::JobKind;

namespace {

constexpr std::uint32_t kAtOnce = 2000; ///< rows read in one go
constexpr qsizetype kInMenu = 48;       ///< characters of a filter shown in a menu
constexpr std::uint64_t kInReport = 25; ///< rows of a section, unless more are selected
constexpr std::uint64_t kMostInReport = 200;

/// The rows of a selection, in the order of the table.
Result<EventRows::Events> readRows(EventRows &rows, const std::vector<EventSelection::Stretch> &stretches,
                                   const Job &job)
{
    EventRows::Events out;
    for (const auto &[first, last] : stretches) {
        for (std::uint64_t at = first; at <= last; at += kAtOnce) {
            const auto wanted = static_cast<std::uint32_t>(std::min<std::uint64_t>(kAtOnce, last - at + 1));
            auto page = rows.page(at, wanted, job.cancel);
            if (!page)
                return page.error();
            std::move(page->begin(), page->end(), std::back_inserter(out));
        }
    }
    return out;
}

std::string tabCell(std::string text)
{
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    const bool isFormula = !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos &&
                           !(core::domain::fullNumber(text) == core::domain::fullNumber(text));
    return isFormula ? '\'' + text : text;
}

} // namespace

std::string copiedText(const EventRows::Events &events, const std::vector<EventColumn> &columns, CopyAs as)
{
    if (as == CopyAs::Filter)
        return idFilter(events);
    CsvWriter csv(CsvWriter::Cells::Neutralised);
    std::string out;
    const auto row = [&](const auto &cell) {
        std::string_view between;
        for (const EventColumn column : columns) {
            if (as == CopyAs::Csv) {
                csv.text(cell(column));
                continue;
            }
            out += between;
            out += tabCell(cell(column));
            between = "\t";
        }
        if (as == CopyAs::Csv) {
            csv.endRow();
            out += csv.take();
        } else {
            out += '\n';
        }
    };
    row([](EventColumn column) { return std::string(eventField(column)); });
    for (const Event &event : events)
        row([&event](EventColumn column) { return eventDatum(event, column); });
    return out;
}

EventActions::EventActions(Desk &desk, EventFeed &feed, EventModel &model, EventTable &table, QWidget *panel)
    : QObject(panel)
    , m_desk(desk)
    , m_feed(feed)
    , m_model(model)
    , m_table(table)
    , m_panel(panel)
    , m_copy(desk.addAction(&table, u"events.copy"_s, tr("Copy Rows as Table"),
                            tr("The selected rows for a spreadsheet, columns parted by tabs"), QKeySequence::Copy,
                            u"copy"_s))
    , m_copyCsv(desk.addAction(panel, u"events.copy-csv"_s, tr("Copy Rows as CSV"),
                               tr("The selected rows as comma-separated values")))
    , m_copyFilter(desk.addAction(panel, u"events.copy-filter"_s, tr("Copy Rows as Filter"),
                                  tr("A filter that exactly the selected events pass")))
    , m_export(desk.addAction(panel, u"events.export"_s, tr("Export All That Pass…"),
                              tr("Save every event that passes the filter as CSV, JSON or Parquet"), {}, u"export"_s))
    , m_exportSelected(desk.addAction(panel, u"events.export-selected"_s, tr("Export Selected…"),
                                      tr("Save the selected events as CSV, JSON or Parquet")))
    , m_test(desk.addAction(panel, u"events.test"_s, tr("Test This"),
                            tr("Ask which markets the events that pass the filter move"), {}, u"study"_s))
    , m_chart(desk.addAction(panel, u"events.show-on-chart"_s, tr("Show on Chart"),
                             tr("The prices around the selected event"), {}, u"chart"_s))
    , m_report(desk.addAction(panel, u"events.add-to-report"_s, tr("Add Events to Report"),
                              tr("Put the events that are shown into the report"), {}, u"report"_s))
    , m_copying(desk.session().jobs())
    , m_finding(desk.session().jobs())
    , m_reporting(desk.session().jobs())
{
    connect(m_copy, &QAction::triggered, this, [this] { copy(CopyAs::Table); });
    connect(m_copyCsv, &QAction::triggered, this, [this] { copy(CopyAs::Csv); });
    connect(m_copyFilter, &QAction::triggered, this, [this] { copy(CopyAs::Filter); });
    connect(m_export, &QAction::triggered, this, [this] { exportRows(false); });
    connect(m_exportSelected, &QAction::triggered, this, [this] { exportRows(true); });
    connect(m_test, &QAction::triggered, this, &EventActions::testThis);
    connect(m_chart, &QAction::triggered, this, &EventActions::showOnChart);
    connect(m_report, &QAction::triggered, this, &EventActions::addToReport);
    connect(&table, &EventTable::selectedRowsChanged, this, &EventActions::update);
    connect(&feed, &EventFeed::figuresChanged, this, &EventActions::update);
    update();
}

QList<QAction *> EventActions::general() const
{
    return {m_test, m_report, m_export, m_exportSelected};
}

void EventActions::update()
{
    const bool hasSelection = !m_table.selectedRows().isEmpty();
    for (QAction *action : {m_copy, m_copyCsv, m_copyFilter, m_exportSelected, m_chart})
        action->setEnabled(hasSelection);
    const bool hasRows = m_model.rowCount() > 0;
    m_export->setEnabled(hasRows);
    m_test->setEnabled(hasRows);
    m_report->setEnabled(hasRows);
}

void EventActions::addFilterMenu(QMenu &menu, const QString &title, const QModelIndex &cell, bool isApplied)
{
    QMenu *sub = menu.addMenu(title);
    const Event *event = m_model.event(cell.row());
    const auto column = static_cast<EventColumn>(cell.column());
    const QString literal = event ? cellLiteral(*event, column) : QString();
    sub->setEnabled(!literal.isEmpty());
    if (literal.isEmpty())
        return;
    const QString field = qs(eventField(column));
    QAction *what = sub->addAction(oneLine(u"%1 == %2"_s.arg(field, literal), kInMenu).replace(u"&"_s, u"&&"_s));
    what->setEnabled(false);
    sub->addSeparator();
    for (const Joining joining : kJoinings) {
        connect(sub->addAction(joiningText(joining)), &QAction::triggered, this,
                [this, isApplied, filter = joined(m_feed.filter(), field, literal, joining)] {
                    Q_EMIT filterWanted(filter, isApplied);
                });
    }
}

void EventActions::fillMenu(QMenu &menu, const QModelIndex &cell)
{
    addFilterMenu(menu, tr("Apply as Filter"), cell, true);
    addFilterMenu(menu, tr("Prepare as Filter"), cell, false);
    menu.addSeparator();
    menu.addAction(m_chart);
    menu.addAction(m_test);
    menu.addAction(m_report);
    menu.addSeparator();
    QMenu *copies = menu.addMenu(tr("Copy"));
    copies->addActions({m_copy, m_copyCsv, m_copyFilter});
    menu.addAction(m_export);
    menu.addAction(m_exportSelected);
}

std::vector<EventColumn> EventActions::shownColumns() const
{
    std::vector<EventColumn> out;
    const QHeaderView *header = m_table.horizontalHeader();
    for (int at = 0; at < header->count(); ++at) {
        const int section = header->logicalIndex(at);
        if (!header->isSectionHidden(section))
            out.push_back(static_cast<EventColumn>(section));
    }
    return out;
}

void EventActions::copy(CopyAs as)
{
    const EventSelection selection = m_table.selectedRows();
    const auto all = static_cast<std::uint64_t>(m_model.rowCount());
    const std::uint64_t count = selection.count(all);
    if (count == 0 || !m_model.rows())
        return;
    if (count > kMostCopied) {
        m_desk.messages().tell(Severity::Note,
                               tr("%1 rows are too many for the clipboard, which takes %2. Export them to a file instead.")
                                   .arg(countText(count), countText(kMostCopied)));
        return;
    }
    m_copying.start<std::string>(
        JobKind::Read, tr("Copying events"),
        [rows = m_model.rows(), stretches = selection.stretches(all), columns = shownColumns(),
         as](const Job &job) -> Result<std::string> {
            const auto events = readRows(*rows, stretches, job);
            if (!events)
                return events.error();
            return copiedText(*events, columns, as);
        },
        this,
        [this, as](const Result<std::string> &text) {
            if (!text) {
                m_desk.messages().tellError(text.error());
                return;
            }
            auto *data = new QMimeData; // the clipboard owns it
            data->setText(qs(*text));
            if (as == CopyAs::Csv)
                data->setData(u"text/csv"_s, QByteArray::fromStdString(*text));
            QGuiApplication::clipboard()->setMimeData(data);
            Q_EMIT copied();
        });
}

void EventActions::exportRows(bool onlySelected)
{
    const EventSelection selection = m_table.selectedRows();
    if (onlySelected && selection.isEmpty())
        return;
    m_desk.dialogs().askNew(m_panel, onlySelected ? tr("Export Selected Events") : tr("Export Events That Pass"),
                            u"events.csv"_s, u"CSV (*.csv);;JSON (*.json);;Parquet (*.parquet)"_s,
                            [this, onlySelected, selection](const QString &path) {
                                exportTo(path, onlySelected, selection);
                            });
}

void EventActions::exportTo(const QString &path, bool onlySelected, const EventSelection &selection)
{
    const BenchPtr bench = m_desk.session().bench();
    const std::shared_ptr<EventRows> rows = m_model.rows();
    if (!bench || !rows)
        return;
    const std::filesystem::path file(utf8(path));
    const std::string ending = file.extension().string();
    const auto format = ending.empty() ? Result<ExportFormat>(ExportFormat::Csv)
                                       : core::workbench::exportFormat(std::string_view(ending).substr(1));
    if (!format) {
        m_desk.messages().tellError(format.error());
        return;
    }
    EventQuery query;
    query.asOf = m_desk.asOf();
    query.snapshot = rows->snapshot();
    query.order = m_feed.order();
    query.verified = true;
    const auto all = static_cast<std::uint64_t>(m_model.rowCount());
    const auto stretches = onlySelected ? selection.stretches(all) : std::vector<EventSelection::Stretch>();
    const bool isApart = onlySelected && !selection.isAll();
    if (isApart && stretches.size() > 1 && selection.count(all) > kMostCopied) {
        m_desk.messages().tell(Severity::Note,
                               tr("So many rows can be exported when they stand in one stretch: %1 rows apart are the "
                                  "most.")
                                   .arg(countText(kMostCopied)));
        return;
    }
    m_desk.session().jobs().start<std::uint64_t>(
        JobKind::Task, tr("Exporting events to %1").arg(oneLine(path, 120)),
        [bench, rows, query, file, format = *format, stretches, isApart,
         text = utf8(m_feed.wholeFilter())](const Job &job) -> Result<std::uint64_t> {
            EventQuery asked = query;
            std::string wanted = text;
            if (isApart && stretches.size() == 1) {
                asked.offset = stretches.front().first;
                asked.limit = stretches.front().second - stretches.front().first + 1;
            } else if (isApart) {
                const auto events = readRows(*rows, stretches, job);
                if (!events)
                    return events.error();
                wanted = bothFilters(text, idFilter(*events));
            }
            auto filter = Filter::parse(wanted, bench->clock().now());
            if (!filter)
                return filter.error();
            asked.filter = std::make_shared<const Filter>(std::move(*filter));
            return core::workbench::exportEvents(bench->events(), asked, format, CsvWriter::Cells::Neutralised, file,
                                                 job.cancel);
        },
        this,
        [this, path](const Result<std::uint64_t> &written) {
            if (written)
                m_desk.messages().tell(Severity::Info, *written == 1
                                                           ? tr("1 event was saved to %1.").arg(oneLine(path, 200))
                                                           : tr("%1 events were saved to %2.")
                                                                 .arg(countText(*written), oneLine(path, 200)));
            else
                m_desk.messages().tellError(written.error());
        });
}

void EventActions::testThis()
{
    const QString filter = m_feed.wholeFilter();
    const auto all = static_cast<std::uint64_t>(m_model.rowCount());
    const EventSelection selection = m_table.selectedRows();
    const std::uint64_t count = selection.count(all);
    if (!selection.isAll() && count > kMostTested) {
        m_desk.messages().tell(Severity::Note, tr("%1 events apart are too many for a study, which names %2 at most; "
                                                  "narrow the filter instead.")
                                                   .arg(countText(count), countText(kMostTested)));
        return;
    }
    if (selection.isAll() || count < 2 || !m_model.rows()) {
        const QString name = filter.isEmpty() ? tr("All events") : oneLine(filter, 60);
        return widgets::testThis(m_desk, name, filter, m_desk.selection().symbol());
    }
    m_copying.start<std::string>(
        JobKind::Read, tr("Reading events"),
        [rows = m_model.rows(), stretches = selection.stretches(all),
         text = utf8(filter)](const Job &job) -> Result<std::string> {
            const auto events = readRows(*rows, stretches, job);
            if (!events)
                return events.error();
            return bothFilters(text, idFilter(*events));
        },
        this,
        [this, count](const Result<std::string> &chosen) {
            if (chosen) {
                widgets::testThis(m_desk, tr("%1 chosen events").arg(countText(count)), qs(*chosen),
                                  m_desk.selection().symbol());
            } else {
                m_desk.messages().tellError(chosen.error());
            }
        });
}

void EventActions::addToReport()
{
    const std::shared_ptr<EventRows> rows = m_model.rows();
    const auto all = static_cast<std::uint64_t>(m_model.rowCount());
    if (!rows || all == 0 || !m_desk.session().bench())
        return;
    const EventSelection selection = m_table.selectedRows();
    const bool isSome = !selection.isAll() && selection.count(all) > 1;
    auto stretches = isSome ? selection.stretches(all)
                            : std::vector<EventSelection::Stretch>{{0, std::min(all, kInReport) - 1}};
    std::uint64_t left = kMostInReport; // of a selection that is larger the first ones
    for (auto at = stretches.begin(); at != stretches.end(); ++at) {
        at->second = std::min(at->second, at->first + left - 1);
        left -= at->second - at->first + 1;
        if (left == 0) {
            stretches.erase(std::next(at), stretches.end());
            break;
        }
    }
    const QString filter = m_feed.wholeFilter();
    core::workbench::ReportSection section;
    section.kind = u"events"_s;
    section.title = filter.isEmpty() ? tr("All events") : oneLine(filter, 120);
    section.state = {{u"filter"_s, filter}};
    const std::uint64_t count = m_feed.count().value_or(all);
    section.sentences << (filter.isEmpty()
                              ? tr("%1 events are stored.").arg(countText(count))
                              : tr("%1 of %2 events pass the filter: %3")
                                    .arg(countText(count), countText(m_feed.total().value_or(count)), filter));
    section.source = tr("Workspace %1").arg(oneLine(qs(m_desk.session().bench()->identity().name), 60));
    if (m_desk.asOf().isValid())
        section.source += u" \u00b7 "_s + tr("as known at %1 UTC").arg(instantText(m_desk.asOf(), {}));
    const std::vector<EventColumn> columns = shownColumns();
    for (const EventColumn column : columns) {
        section.table.titles << eventColumnTitle(column, m_model.zone());
        section.table.numbers.push_back(isNumberColumn(column));
    }
    m_reporting.start<EventRows::Events>(
        JobKind::Read, tr("Reading events"),
        [rows, stretches](const Job &job) { return readRows(*rows, stretches, job); }, this,
        [this, section, columns, count, zone = m_model.zone()](Result<EventRows::Events> events) {
            if (!events) {
                m_desk.messages().tellError(events.error());
                return;
            }
            core::workbench::ReportSection out = section;
            for (const Event &event : *events) {
                QStringList cells;
                for (const EventColumn column : columns)
                    cells << eventCell(event, column, zone);
                out.table.rows.push_back(cells);
            }
            if (events->size() < count)
                out.sentences << tr("%1 of them are listed here.").arg(countText(events->size()));
            m_desk.report().add(std::move(out));
        });
}

void EventActions::showOnChart()
{
    const Event *event = m_model.event(m_table.currentIndex().row());
    const BenchPtr bench = m_desk.session().bench();
    if (!event || !bench)
        return;
    m_desk.selection().selectEvent(*event);
    m_desk.selection().moveCursor(event->timestamp);
    Q_EMIT m_desk.showPanel(u"chart"_s);
    if (event->entity.empty())
        return;
    // when the event is about something with prices, they are shown
    m_finding.start<bool>(
        JobKind::Read, tr("Looking for prices"),
        [bench, entity = event->entity](const Job &) -> Result<bool> {
            const auto found = bench->bars().instrument(entity);
            if (!found)
                return found.error();
            return found->has_value();
        },
        this,
        [this, entity = qs(event->entity)](const Result<bool> &isThere) {
            if (isThere && *isThere)
                m_desk.selection().selectSymbol(entity);
        });
}

} // namespace widgets
