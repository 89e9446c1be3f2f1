// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartpanel.h"

#include "core/base/text.h"
#include "widgets/chart/chartoutput.h"
#include "widgets/common/foldingbar.h"
#include "widgets/common/words.h"
#include "widgets/style/style.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::Error;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::Result;
using core::workbench::Job;
using core::workbench::JobKind;
using core::workbench::Session;

namespace {

constexpr std::size_t kMostMarks = 5000;

} // namespace

ChartPanel::ChartPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"chart"_s, tr("Chart"), parent)
    , m_symbolBox(new QLineEdit(this))
    , m_completions(new QStringListModel(this))
    , m_intervals(new QComboBox(this))
    , m_filter(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new ChartView(desk.theme(), this))
    , m_missing(new EmptyState(desk.theme(), this))
    , m_output(new ChartOutput(desk, *this))
    , m_candles(desk.addAction(this, u"chart.candles"_s, tr("Candles"),
                               tr("Candles instead of a line of closes"), {}, {}))
    , m_adjusted(desk.addAction(this, u"chart.adjusted"_s, tr("Adjusted"),
                                tr("Prices adjusted for splits and dividends"), {}, {}))
    , m_asTable(desk.addAction(this, u"chart.table"_s, tr("Chart as Table"),
                               tr("The same data as a table (Ctrl+T in the chart)"), {}, {}))
    , m_starter(new QAction(tr("Starter Data…"), this))
    , m_import(new QAction(tr("Import Prices…"), this))
    , m_sample(new QAction(tr("Open Sample Workspace"), this))
    , m_symbolsJob(desk.session().jobs())
    , m_barsJob(desk.session().jobs())
    , m_marksJob(desk.session().jobs())
    , m_eventJob(desk.session().jobs())
    , m_typesJob(desk.session().jobs())
{
    for (QAction *action : {m_candles, m_adjusted, m_asTable})
        action->setCheckable(true);
    m_candles->setChecked(true);
    m_adjusted->setChecked(true);
    m_view->setClock(desk.session().clock());
    m_view->setObjectName(u"priceChart"_s);
    buildBar();
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_missing);
    qobject_cast<QVBoxLayout *>(content()->layout())->addWidget(m_pages, 1);

    connect(m_starter, &QAction::triggered, &desk, &Desk::showStarter);
    connect(m_import, &QAction::triggered, &desk, [&desk] { Q_EMIT desk.importFiles({}); });
    connect(m_sample, &QAction::triggered, &desk, &Desk::openSample);
    connect(m_candles, &QAction::toggled, this, [this] { loadBars(ChartView::Range::Keep); });
    connect(m_adjusted, &QAction::toggled, this, [this] { loadBars(ChartView::Range::Keep); });
    connect(m_asTable, &QAction::toggled, m_view, &ChartView::showTable);
    connect(m_view, &ChartView::tableShown, m_asTable, &QAction::setChecked);
    connect(m_view, &ChartView::markerClicked, this,
            [this](const QVariant &id) { openMarker(id.toString()); });
    connect(m_view, &ChartView::cursorMoved, this, [this](double x) {
        this->desk().selection().moveCursor(std::isnan(x) ? Instant()
                                                          : Instant(static_cast<std::int64_t>(x)));
    });

    Session &session = desk.session();
    connect(&session, &Session::opened, this, &ChartPanel::loadSymbols);
    connect(&session, &Session::closing, this, &ChartPanel::reset);
    connect(&session, &Session::barsStored, this, &ChartPanel::loadSymbols);
    connect(&session, &Session::eventsStored, this, &ChartPanel::loadMarks);
    connect(&desk, &Desk::asOfChanged, this, [this] {
        loadBars(ChartView::Range::Keep);
        loadMarks();
    });
    connect(&desk, &Desk::markEvents, this, &ChartPanel::showEvents);
    connect(&desk, &Desk::openChart, this, &ChartPanel::openState);
    connect(&desk, &Desk::showWindows, this, &ChartPanel::showWindows);
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Zone)
            loadBars(ChartView::Range::Keep);
    });
    Selection &selection = desk.selection();
    connect(&selection, &Selection::symbolSelected, this,
            [this] { showSymbol(this->desk().selection().symbol()); });
    connect(&selection, &Selection::findingSelected, this, &ChartPanel::clearShades);
    connect(&selection, &Selection::cursorMoved, this, [this] {
        const Instant at = this->desk().selection().cursor();
        m_view->setCursor(at.isValid() ? static_cast<double>(at.micros()) : std::nan(""));
    });
    reset();
    if (session.bench())
        loadSymbols();
}

QToolButton *ChartPanel::button(QAction *action, bool withText)
{
    auto *made = new QToolButton(this);
    made->setDefaultAction(action);
    made->setToolButtonStyle(withText ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    made->setAccessibleName(action->text());
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void ChartPanel::buildBar()
{
    m_symbolBox->setObjectName(u"chartSymbol"_s);
    m_symbolBox->setPlaceholderText(tr("Symbol"));
    m_symbolBox->setAccessibleName(tr("Symbol of the chart"));
    m_symbolBox->setMinimumWidth(84);
    m_symbolBox->setMaximumWidth(112);
    auto *completer = new QCompleter(m_completions, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    m_symbolBox->setCompleter(completer);
    m_intervals->setAccessibleName(tr("Interval of the bars"));
    m_intervals->setObjectName(u"chartInterval"_s);
    m_intervals->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_intervals->setMinimumContentsLength(3);
    m_filter->setObjectName(u"chartEvents"_s);
    m_filter->setPlaceholderText(tr("Events to mark, such as source == usgs and value >= 7"));
    m_filter->setAccessibleName(tr("Filter of the events marked on the chart"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(88);
    m_note->setProperty("role", u"muted"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 0, 8, 4);
    m_note->hide();

    auto *types = new QToolButton(this);
    types->setText(tr("Mark"));
    types->setToolTip(tr("Choose a kind of event to mark"));
    types->setAccessibleName(types->toolTip());
    types->setPopupMode(QToolButton::InstantPopup);
    types->setFocusPolicy(Qt::TabFocus);
    auto *typeMenu = new QMenu(types);
    types->setMenu(typeMenu);
    connect(typeMenu, &QMenu::aboutToShow, this, [this, typeMenu] { fillTypes(*typeMenu); });

    auto *out = new QToolButton(this);
    out->setText(tr("Export"));
    out->setToolTip(tr("Save, copy or report the chart or its data"));
    out->setAccessibleName(out->toolTip());
    out->setPopupMode(QToolButton::InstantPopup);
    out->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(out);
    m_output->fillMenu(*menu);
    out->setMenu(menu);

    auto *bar = new FoldingBar(desk().theme(), this);
    bar->addWidget(m_symbolBox, 1);
    bar->addWidget(m_intervals);
    bar->addWidget(m_filter, 3);
    bar->addFoldable(types);
    bar->addFoldable(button(m_candles, true));
    bar->addFoldable(button(m_adjusted, true));
    bar->addFoldable(button(m_asTable, true));
    bar->addFoldable(out);
    bar->more()->setObjectName(u"chartMore"_s);
    m_asTable->setIconText(tr("Table"));
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_note);

    const auto take = [this] {
        const QString typed = m_symbolBox->text().trimmed();
        const auto same = [&](const QString &known) {
            return known.compare(typed, Qt::CaseInsensitive) == 0;
        };
        const auto found = std::find_if(m_stored.symbols.cbegin(), m_stored.symbols.cend(), same);
        if (!typed.isEmpty())
            showSymbol(found == m_stored.symbols.cend() ? typed : *found);
    };
    connect(m_symbolBox, &QLineEdit::returnPressed, this, take);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
            [this](const QString &symbol) { showSymbol(symbol); });
    connect(m_intervals, &QComboBox::activated, this, [this] { loadBars(ChartView::Range::Keep); });
    connect(m_filter, &QLineEdit::returnPressed, this, &ChartPanel::loadMarks);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            loadMarks();
    });
}

QString ChartPanel::shownSymbol() const
{
    return isEmpty() || m_pages->currentWidget() != m_view ? QString() : m_asked;
}

QJsonObject ChartPanel::state() const
{
    const auto [from, to] = m_view->range();
    const auto iso = [](double at) {
        return core::base::qs(core::base::toIso(Instant(static_cast<std::int64_t>(at))));
    };
    return {{u"symbol"_s, m_asked},
            {u"interval"_s, m_intervals->currentData().toString()},
            {u"adjusted"_s, m_adjusted->isChecked()},
            {u"candles"_s, m_candles->isChecked()},
            {u"filter"_s, m_filter->text().trimmed()},
            {u"from"_s, iso(from)},
            {u"to"_s, iso(to)}};
}

void ChartPanel::openState(const QJsonObject &state)
{
    const QString symbol = state.value("symbol"_L1).toString();
    if (symbol.isEmpty() || !desk().session().bench())
        return;
    for (const auto &[action, key] :
         {std::pair(m_candles, "candles"_L1), std::pair(m_adjusted, "adjusted"_L1)}) {
        const QSignalBlocker quiet(action); // the bars are read once, below
        action->setChecked(state.value(key).toBool(true));
    }
    m_symbol = symbol;
    m_symbolBox->setText(symbol);
    desk().selection().selectSymbol(symbol);
    offerIntervals();
    m_intervals->setCurrentIndex(std::max(0, m_intervals->findData(state.value("interval"_L1).toString())));
    const auto at = [&state](QLatin1StringView key) {
        const auto instant = core::base::parseInstant(core::base::utf8(state.value(key).toString()));
        return instant ? static_cast<double>(instant->micros()) : std::nan("");
    };
    m_range.reset();
    if (at("from"_L1) < at("to"_L1))
        m_range.emplace(at("from"_L1), at("to"_L1));
    loadBars(ChartView::Range::Reset);
    showEvents(state.value("filter"_L1).toString());
}

void ChartPanel::fillTypes(QMenu &menu)
{
    menu.clear();
    QAction *none = menu.addAction(tr("No Events"));
    connect(none, &QAction::triggered, this, [this] { showEvents({}); });
    menu.addSeparator();
    const BenchPtr bench = desk().session().bench();
    if (!bench)
        return;
    const QPointer<QAction> wait = menu.addAction(tr("Counting…"));
    wait->setEnabled(false);
    using Groups = std::vector<core::domain::EventGroup>;
    m_typesJob.start<Groups>(
        JobKind::Read, tr("Counting events"), [bench](const Job &) { return eventTypes(bench, 20); }, &menu,
        [this, &menu, wait](const Result<Groups> &groups) {
            delete wait;
            if (!groups || groups->empty()) {
                menu.addAction(groups ? tr("No events yet") : groups.error().message)->setEnabled(false);
                return;
            }
            for (const core::domain::EventGroup &group : *groups) {
                const QString type = core::base::qs(group.key);
                const QString shown = oneLine(type, 60).replace(u"&"_s, u"&&"_s);
                QAction *action = menu.addAction(u"%1\t%2"_s.arg(shown, countText(group.count)));
                connect(action, &QAction::triggered, this, [this, type] { showEvents(typeFilter(type)); });
            }
        });
}

QWidget *ChartPanel::firstFocus()
{
    if (isEmpty())
        return emptyState()->button();
    return m_asked.isEmpty() ? static_cast<QWidget *>(m_symbolBox) : m_view;
}

bool ChartPanel::isSettled() const
{
    return !m_symbolsJob.isBusy() && !m_barsJob.isBusy() && !m_marksJob.isBusy() && !m_eventJob.isBusy() &&
           !m_output->isExporting();
}

void ChartPanel::reset()
{
    for (core::workbench::LatestJob *job : {&m_symbolsJob, &m_barsJob, &m_marksJob, &m_eventJob, &m_typesJob})
        job->drop();
    m_symbol.clear();
    m_asked.clear();
    m_stored = {};
    m_marks = {};
    m_shaded.reset();
    {
        const QSignalBlocker quiet(m_filter); // of another workspace's events
        m_filter->clear();
    }
    setLook(m_filter, "syntaxState", QString());
    m_findingFilter.clear();
    m_range.reset();
    m_view->setSpec({});
    m_note->hide();
    showEmpty(tr("Prices and the events around them appear here once a workspace is open."), m_sample,
              u"chart"_s);
}

void ChartPanel::loadSymbols()
{
    const BenchPtr bench = desk().session().bench();
    if (!bench)
        return;
    m_symbolsJob.start<StoredSymbols>(
        JobKind::Read, tr("Reading symbols"), [bench](const Job &job) { return storedSymbols(bench, job); },
        this,
        [this](const Result<StoredSymbols> &stored) {
            if (!stored) {
                desk().messages().tellError(stored.error());
                return;
            }
            m_stored = *stored;
            m_completions->setStringList(m_stored.symbols);
            if (m_stored.symbols.isEmpty()) {
                showEmpty(tr("No prices yet. Collect them from public sources, or import a file (Ctrl+I), to see what "
                             "they did around events."),
                          m_starter, u"chart"_s);
                return;
            }
            showContent();
            const QString wanted = m_symbol.isEmpty() ? desk().selection().symbol() : m_symbol;
            m_symbol.clear();
            showSymbol(wanted.isEmpty() ? m_stored.symbols.front() : wanted);
        });
}

void ChartPanel::showSymbol(const QString &symbol)
{
    if (symbol.isEmpty() || symbol == m_symbol)
        return;
    m_symbol = symbol;
    if (m_symbolBox->text() != symbol)
        m_symbolBox->setText(symbol);
    if (m_stored.symbols.isEmpty())
        return; // they are on their way
    desk().selection().selectSymbol(symbol);
    offerIntervals();
    loadBars(symbol == m_asked ? ChartView::Range::Keep : ChartView::Range::Reset);
}

void ChartPanel::offerIntervals()
{
    const QString before = m_intervals->currentData().toString();
    m_intervals->clear();
    for (const QString &interval : offeredIntervals(m_stored.intervals.value(m_symbol)))
        m_intervals->addItem(interval, interval);
    for (int i = 0; i < m_intervals->count(); ++i)
        m_intervals->setItemData(i, intervalText(m_intervals->itemText(i)), Qt::ToolTipRole);
    m_intervals->setCurrentIndex(std::max(0, m_intervals->findData(before)));
    m_intervals->setEnabled(m_intervals->count() > 0);
}

void ChartPanel::loadBars(ChartView::Range range)
{
    const BenchPtr bench = desk().session().bench();
    if (!bench || m_symbol.isEmpty())
        return;
    PriceRequest request;
    request.symbol = m_symbol;
    if (m_intervals->currentIndex() >= 0)
        request.interval = m_intervals->currentData().toString();
    request.adjusted = m_adjusted->isChecked();
    request.candles = m_candles->isChecked();
    request.zone = desk().settings().text(Setting::Zone);
    request.asOf = desk().asOf();
    m_barsJob.start<ChartSpec>(
        JobKind::Read, tr("Reading prices of %1").arg(oneLine(m_symbol, 40)),
        [bench, request](const Job &job) { return priceChart(bench, request, job); }, this,
        [this, range](Result<ChartSpec> spec) {
            m_asked = spec ? m_symbol : QString();
            if (!spec) {
                if (spec.error().code == ErrorCode::Cancelled)
                    return;
                m_missing->set(
                    spec.error().code == ErrorCode::NotFound
                        ? tr("There are no prices of %1 here at this interval.").arg(oneLine(m_symbol, 40))
                        : spec.error().message,
                    m_import, u"chart"_s);
                m_pages->setCurrentWidget(m_missing);
                return;
            }
            spec->markers = m_marks.markers;
            m_view->setSpec(*spec, range);
            shade();
            if (const auto wanted = std::exchange(m_range, std::nullopt))
                m_view->showRange(wanted->first, wanted->second);
            m_pages->setCurrentWidget(m_view);
        });
}

void ChartPanel::showEvents(const QString &filter)
{
    m_filter->setText(filter); // which clears the marks when it is blank
    m_filter->setCursorPosition(0);
    if (!filter.isEmpty())
        loadMarks();
}

void ChartPanel::say(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void ChartPanel::loadMarks()
{
    const BenchPtr bench = desk().session().bench();
    const QString filter = m_filter->text().trimmed();
    const auto mark = [this](const char *state, const QString &tip) {
        setLook(m_filter, "syntaxState", QString::fromLatin1(state));
        m_filter->setToolTip(tip.isEmpty() ? QString() : tipText(tip));
    };
    if (!bench || filter.isEmpty()) {
        m_marksJob.drop();
        m_marks = {};
        m_view->setMarkers({});
        mark("", {});
        say({});
        return;
    }
    m_marksJob.start<EventMarks>(
        JobKind::Read, tr("Reading events"),
        [bench, filter, asOf = desk().asOf()](const Job &job) {
            return eventMarks(bench, filter, kMostMarks, job, asOf);
        },
        this,
        [this, mark](Result<EventMarks> marks) {
            if (!marks) {
                if (marks.error().code == ErrorCode::BadInput) {
                    mark("invalid", marks.error().message);
                    say(oneLine(marks.error().message, 80));
                } else {
                    desk().messages().tellError(marks.error());
                }
                return;
            }
            m_marks = std::move(*marks);
            m_view->setMarkers(m_marks.markers);
            mark("valid", {});
            const QString count = countText(m_marks.markers.size());
            say(m_marks.more                  ? tr("the newest %1").arg(count)
                : m_marks.markers.size() == 1 ? tr("1 event")
                                              : tr("%1 events").arg(count));
        });
}

void ChartPanel::openMarker(const QString &id)
{
    const BenchPtr bench = desk().session().bench();
    if (!bench)
        return;
    m_eventJob.start<core::domain::Event>(
        JobKind::Read, tr("Reading an event"),
        [bench, id](const Job &job) { return eventOf(bench, id, job); }, this,
        [this](const Result<core::domain::Event> &event) {
            if (event)
                desk().selection().selectEvent(*event);
            else
                desk().messages().tellError(event.error());
        });
}

void ChartPanel::setShades(const QString &asset, core::domain::Window window, std::vector<Instant> eventBars)
{
    Shaded &shaded = m_shaded.emplace();
    shaded.asset = asset;
    shaded.window = window;
    for (const Instant at : eventBars)
        shaded.bars.push_back(static_cast<double>(at.micros()));
    std::sort(shaded.bars.begin(), shaded.bars.end());
    if (asset == m_symbol)
        shade();
    else
        showSymbol(asset);
}

void ChartPanel::showWindows(const FindingWindows &windows)
{
    if (isEmpty())
        return;
    if (!windows.asset.isEmpty()) {
        setShades(windows.asset, windows.window, windows.bars);
        m_shaded->run = windows.run;
        shade();
    }
    const QString shown = m_filter->text().trimmed();
    if (shown.isEmpty() || shown == m_findingFilter) {
        m_findingFilter = windows.filter.trimmed();
        showEvents(m_findingFilter);
    }
}

void ChartPanel::clearShades()
{
    m_shaded.reset();
    shade();
}

void ChartPanel::shade()
{
    std::vector<ChartShade> shades;
    const ChartSpec &spec = m_view->spec();
    const Column x = spec.candles ? spec.candles->x : spec.series.empty() ? nullptr : spec.series.front().x;
    if (m_shaded && m_shaded->asset == m_asked && x) {
        shades = windowShades(*x, m_shaded->bars, m_shaded->window,
                              windowText(m_shaded->window.first, m_shaded->window.last));
    }
    m_view->setNote(shades.empty() || m_shaded->run.isEmpty()
                        ? QString()
                        : tr("Shaded: bars %1 around the events of a finding of run %2.")
                              .arg(shades.front().label, m_shaded->run));
    m_view->setShades(std::move(shades));
}

} // namespace widgets
