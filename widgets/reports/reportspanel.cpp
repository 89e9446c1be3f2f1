// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/reportspanel.h"

#include "core/base/text.h"
#include "widgets/common/foldingbar.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/report/bookwriter.h"
#include "widgets/reports/sectionview.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using namespace core::workbench;
using core::base::Result;

namespace {

constexpr int kCheckMs = 300;
constexpr int kRoomForBoth = 620; ///< the section beside the list
constexpr int kListShare = 42;    ///< of the panel, in hundredths
constexpr std::size_t kMostFaults = 4;

enum SectionColumn { Number, Title, Kind, Added };

QString iconOf(const QString &kind)
{
    return kind == "finding"_L1  ? u"discovery"_s
           : kind == "symbol"_L1 ? u"symbol"_s
           : kind == "chart"_L1  ? u"chart"_s
                                 : u"events"_s;
}

} // namespace

ReportsPanel::ReportsPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"reports"_s, tr("Reports"), parent)
    , m_title(new QLineEdit(content()))
    , m_table(new QTableView(content()))
    , m_rows(new TextRows(desk.theme(), this))
    , m_split(new QSplitter(Qt::Horizontal, content()))
    , m_view(new SectionView(desk, m_split))
    , m_faults(new QLabel(content()))
    , m_open(desk.addAction(m_table, u"reports.open"_s, tr("Open Section"),
                            tr("Show in the panels what the section was made of"), Qt::Key_Return))
    , m_up(desk.addAction(m_table, u"reports.up"_s, tr("Section Up"),
                          tr("Put the section before the one above"), QKeySequence(u"Alt+Up"_s)))
    , m_down(desk.addAction(m_table, u"reports.down"_s, tr("Section Down"),
                            tr("Put the section after the one below"), QKeySequence(u"Alt+Down"_s)))
    , m_remove(desk.addAction(m_table, u"reports.remove"_s, tr("Remove Section"),
                              tr("Take the section out of the report"), Qt::Key_Delete, u"remove"_s))
    , m_export(desk.addAction(this, u"reports.export"_s, tr("Export Report as PDF…"),
                              tr("Print the sections in their order (PDF)"), {}, u"export"_s))
    , m_events(new QAction(tr("Show Events"), this))
    , m_checking(desk.session().jobs())
    , m_reading(desk.session().jobs())
{
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(kCheckMs);
    build();
    listen();
    refresh();
}

void ReportsPanel::build()
{
    m_title->setObjectName(u"reportTitle"_s);
    m_title->setAccessibleName(tr("Title of the report"));
    m_title->setPlaceholderText(tr("Title of the report"));
    m_title->setMinimumWidth(80);
    m_table->setObjectName(u"reportSections"_s);
    m_table->setModel(m_rows);
    dressTable(m_table, tr("Sections of the report"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(80);
    m_faults->setObjectName(u"reportFaults"_s);
    m_faults->setProperty("role", u"warn"_s);
    m_faults->setTextFormat(Qt::PlainText);
    m_faults->setWordWrap(true);
    m_faults->setContentsMargins(8, 2, 8, 4);
    m_faults->hide();

    auto *bar = new FoldingBar(desk().theme(), content());
    bar->addWidget(m_title, 1);
    auto *out = new QPushButton(tr("Export PDF…"), content());
    out->setProperty("primary", true);
    out->setAccessibleName(m_export->text());
    connect(out, &QPushButton::clicked, m_export, &QAction::trigger);
    connect(m_export, &QAction::changed, out, [this, out] {
        out->setEnabled(m_export->isEnabled());
        out->setToolTip(m_export->toolTip());
    });
    bar->addWidget(out);
    const std::pair<QAction *, QString> buttons[] = {
        {m_open, tr("Open")}, {m_up, tr("Up")}, {m_down, tr("Down")}, {m_remove, tr("Remove")}};
    for (const auto &[action, text] : buttons) {
        action->setIconText(text);
        auto *button = new QToolButton(content());
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::TabFocus);
        bar->addFoldable(button);
    }
    m_split->addWidget(m_table);
    m_split->addWidget(m_view);
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 3);
    m_split->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_faults);
    layout->addWidget(m_split, 1);
}

void ReportsPanel::listen()
{
    ReportKeeper &report = desk().report();
    connect(&report, &ReportKeeper::reset, this, &ReportsPanel::refresh);
    connect(&report, &ReportKeeper::added, this, [this](int at) {
        m_wanted = desk().report().book().sections[static_cast<std::size_t>(at)].id;
        refresh();
    });
    connect(&report, &ReportKeeper::removed, this, [this](int at) {
        const auto &sections = desk().report().book().sections;
        if (!sections.empty())
            m_wanted = sections[std::min(static_cast<std::size_t>(at), sections.size() - 1)].id;
        refresh();
    });
    connect(&report, &ReportKeeper::moved, this, &ReportsPanel::refresh);
    connect(&report, &ReportKeeper::edited, this, [this](const QString &id) {
        if (!id.isEmpty())
            showRows();
        m_checkSoon.start(); // a comment makes a section that is empty otherwise say something
    });
    connect(&report, &ReportKeeper::showWanted, this, [this] { Q_EMIT desk().showPanel(id()); });
    connect(m_title, &QLineEdit::textEdited, &report, &ReportKeeper::setTitle);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_view->setSection(current());
        showActions();
    });
    connect(m_table, &QAbstractItemView::doubleClicked, m_open, &QAction::trigger);
    connect(m_open, &QAction::triggered, this, [this] { open(current()); });
    const auto move = [this](int by) {
        m_wanted = current();
        desk().report().move(m_wanted, desk().report().indexOf(m_wanted) + by);
    };
    connect(m_up, &QAction::triggered, this, [move] { move(-1); });
    connect(m_down, &QAction::triggered, this, [move] { move(1); });
    connect(m_remove, &QAction::triggered, this, [this] { desk().report().remove(current()); });
    connect(m_export, &QAction::triggered, &desk(), &Desk::exportBook);
    connect(m_events, &QAction::triggered, &desk(), [this] { Q_EMIT desk().showPanel(u"events"_s); });
    connect(&m_checkSoon, &QTimer::timeout, this, &ReportsPanel::check);
    Session &session = desk().session();
    for (const auto change : {&Session::eventsStored, &Session::barsStored, &Session::opened})
        connect(&session, change, &m_checkSoon, qOverload<>(&QTimer::start));
    connect(&session, &Session::closing, this, [this] {
        m_checking.drop();
        m_reading.drop();
    });
    connect(&session, &Session::closed, this, &ReportsPanel::refresh);
}

QWidget *ReportsPanel::firstFocus()
{
    return isEmpty() ? static_cast<QWidget *>(emptyState()->button()) : m_table;
}

bool ReportsPanel::isSettled() const
{
    return desk().report().isSettled() && !m_checking.isBusy() && !m_reading.isBusy() &&
           !m_checkSoon.isActive();
}

QString ReportsPanel::current() const
{
    const auto &sections = desk().report().book().sections;
    const int row = m_table->currentIndex().row();
    return row >= 0 && static_cast<std::size_t>(row) < sections.size()
               ? sections[static_cast<std::size_t>(row)].id
               : QString();
}

void ReportsPanel::refresh()
{
    const ReportKeeper &report = desk().report();
    m_checkSoon.start();
    if (!desk().session().bench()) {
        showEmpty(tr("A report is put together of what the panels show. Open a workspace to begin one."),
                  sampleAction(), u"report"_s);
        m_view->setSection({});
        return;
    }
    m_events->setText(tr("Show Events"));
    if (report.book().sections.empty()) {
        showEmpty(!report.fault().isEmpty()
                      ? report.fault()
                      : tr("Nothing is in the report yet. “Add to Report” in Events, Chart, Discovery and "
                           "Inspector puts what they show here, to be put in order and printed."),
                  report.fault().isEmpty() ? m_events : nullptr, u"report"_s);
        m_view->setSection({});
        showRows();
        return;
    }
    if (m_title->text() != report.book().title)
        m_title->setText(report.book().title);
    m_title->setPlaceholderText(
        tr("Report of %1").arg(oneLine(core::base::qs(desk().session().bench()->identity().name), 60)));
    showRows();
    showContent();
}

void ReportsPanel::showRows()
{
    const QString before = m_wanted.isEmpty() ? current() : m_wanted;
    m_wanted.clear();
    std::vector<TextRows::Row> rows;
    const auto &sections = desk().report().book().sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const ReportSection &section = sections[i];
        const auto fault = std::ranges::find(m_found, section.id, &ReportFault::section);
        TextRows::Row row;
        row.cells = {QString::number(i + 1), oneLine(section.title, 200), sectionKindText(section.kind),
                     instantText(section.addedAt, core::base::Zone())};
        row.icon = fault == m_found.end() ? iconOf(section.kind) : u"warning"_s;
        row.tip = fault == m_found.end() ? QString() : fault->sentence;
        row.isRefused = fault != m_found.end();
        rows.push_back(std::move(row));
    }
    m_rows->set({tr("no."), tr("section"), tr("kind"), tr("added (UTC)")}, std::move(rows));
    m_table->horizontalHeader()->setSectionResizeMode(Title, QHeaderView::Stretch);
    for (const int column : {Number, Kind, Added})
        m_table->resizeColumnToContents(column);
    select(before);
}

void ReportsPanel::select(const QString &id)
{
    const auto &sections = desk().report().book().sections;
    const int at = desk().report().indexOf(id);
    const int row = at >= 0 ? at : static_cast<int>(sections.size()) - 1;
    if (row >= 0)
        m_table->setCurrentIndex(m_rows->index(row, Title));
    m_view->setSection(current());
    showActions();
}

void ReportsPanel::showActions()
{
    const int row = m_table->currentIndex().row();
    const int rows = m_rows->rowCount();
    m_open->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < rows);
    m_export->setEnabled(rows > 0);
}

QString ReportsPanel::faults() const
{
    return m_faults->isHidden() ? QString() : m_faults->text();
}

void ReportsPanel::check()
{
    const auto bench = desk().session().bench();
    if (!bench || !isVisible())
        return;
    using Faults = std::vector<ReportFault>;
    m_checking.start<Faults>(
        JobKind::Read, tr("Checking the report"),
        [bench, book = desk().report().book()](const Job &job) { return reportFaults(*bench, book, job); },
        this,
        [this](Result<Faults> found) {
            if (!found) {
                desk().messages().tellError(found.error());
                return;
            }
            m_found = std::move(*found);
            QStringList lines;
            for (const ReportFault &fault : m_found) {
                const int at = desk().report().indexOf(fault.section);
                if (at < 0)
                    continue;
                const auto &section = desk().report().book().sections[static_cast<std::size_t>(at)];
                if (static_cast<std::size_t>(lines.size()) == kMostFaults) {
                    lines << tr("… and %1 more").arg(countText(m_found.size() - kMostFaults));
                    break;
                }
                lines << tr("%1. %2: %3")
                             .arg(QString::number(at + 1), oneLine(section.title, 60),
                                  oneLine(fault.sentence, 300));
            }
            m_faults->setText(lines.join(u'\n'));
            m_faults->setVisible(!lines.isEmpty());
            showRows();
        });
}

void ReportsPanel::open(const QString &id)
{
    const int at = desk().report().indexOf(id);
    if (at < 0)
        return;
    const ReportSection section = desk().report().book().sections[static_cast<std::size_t>(at)];
    const QJsonObject &state = section.state;
    if (section.kind == "events"_L1) {
        Q_EMIT desk().applyFilter(state.value("filter"_L1).toString());
    } else if (section.kind == "chart"_L1) {
        Q_EMIT desk().showPanel(u"chart"_s);
        Q_EMIT desk().openChart(state);
    } else if (section.kind == "finding"_L1) {
        Q_EMIT desk().openFinding(
            {state.value("run"_L1).toString(), state.value("hypothesis"_L1).toString()});
    } else if (section.kind == "symbol"_L1) {
        Q_EMIT desk().showPanel(u"inspector"_s);
        desk().selection().selectSymbol(state.value("symbol"_L1).toString());
    } else if (section.kind == "source"_L1) {
        Q_EMIT desk().showPanel(u"inspector"_s);
        desk().selection().selectSource(state.value("source"_L1).toString());
    } else if (section.kind == "event"_L1) {
        openEvent(state.value("event"_L1).toString());
    }
}

void ReportsPanel::openEvent(const QString &id)
{
    const auto bench = desk().session().bench();
    if (!bench)
        return;
    using Found = std::optional<core::domain::Event>;
    m_reading.start<Found>(
        JobKind::Read, tr("Reading an event"),
        [bench, text = core::base::utf8(u"id == \"%1\""_s.arg(id))](const Job &job) -> Result<Found> {
            const auto filter = core::domain::Filter::parse(text, bench->clock().now());
            if (!filter)
                return filter.error();
            core::domain::EventQuery query;
            query.filter = std::make_shared<const core::domain::Filter>(*filter);
            query.limit = 1;
            Found found;
            const Result<void> read = bench->events().read(
                query,
                [&found](const core::domain::Event &event) {
                    found = event;
                    return false;
                },
                job.cancel);
            if (!read)
                return read.error();
            return found;
        },
        this,
        [this](Result<Found> found) {
            if (!found) {
                desk().messages().tellError(found.error());
            } else if (*found) {
                Q_EMIT desk().showPanel(u"inspector"_s);
                desk().selection().selectEvent(**found);
            } else {
                desk().messages().tell(Severity::Note, tr("The event is no longer in the workspace."));
            }
        });
}

void ReportsPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    if (isVisible())
        arrange();
}

void ReportsPanel::arrange()
{
    const Qt::Orientation wanted = width() >= kRoomForBoth ? Qt::Horizontal : Qt::Vertical;
    if (wanted == m_split->orientation() && m_isArranged)
        return;
    m_isArranged = true;
    m_split->setOrientation(wanted);
    const int whole = wanted == Qt::Horizontal ? width() : height();
    m_split->setSizes({whole * kListShare / 100, whole * (100 - kListShare) / 100});
}

void ReportsPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    arrange(); // not before: behind another tab it is narrow, and would ask for the height of both
    m_checkSoon.start();
}

} // namespace widgets
