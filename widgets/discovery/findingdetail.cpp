// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/findingdetail.h"

#include "core/base/text.h"
#include "core/workbench/sentences.h"
#include "widgets/charts/chartjson.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/scriptcopier.h"
#include "widgets/common/words.h"
#include "widgets/discovery/evidencemodel.h"
#include "widgets/discovery/responsesmodel.h"
#include "widgets/discovery/studytext.h"
#include "widgets/studycharts/studycharts.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::Result;
using discovery::Evidence;
using discovery::Finding;

namespace {

constexpr int kRoomForSide = 820;
constexpr int kSideWidth = 290;
constexpr int kRoomForCaption = 300; // pixels of height for more than one line of it

/// The newest event of a filter that its bar can have seen.
Result<std::optional<domain::Event>> findEvent(const Workbench &bench, const std::string &filter,
                                               base::Instant at, std::uint64_t snapshot, const Job &job)
{
    const auto parsed = domain::Filter::parse((filter.empty() ? std::string() : "(" + filter + ") and ") +
                                                  "timestamp <= " + base::toIso(at),
                                              bench.clock().now());
    if (!parsed)
        return parsed.error();
    std::optional<domain::Event> found;
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(*parsed);
    query.snapshot = snapshot;
    query.order = domain::Order::Descending;
    query.limit = 1;
    const Result<void> read = bench.events().read(
        query,
        [&found](const domain::Event &event) {
            found = event;
            return false;
        },
        job.cancel);
    if (!read)
        return read.error();
    return found;
}

QTableView *plainTable(QWidget *parent, const QString &name)
{
    auto *table = new QTableView(parent);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    return table;
}

} // namespace

FindingDetail::FindingDetail(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_finding(desk.session().jobs())
    , m_head(new QWidget(this))
    , m_sentence(new QLabel(m_head))
    , m_withheld(new QLabel(m_head))
    , m_copy(new QToolButton(m_head))
    , m_scripts(new ScriptCopier(desk, this))
    , m_numbers(new EvidenceModel(desk.theme(), this))
    , m_responses(new ResponsesModel(this))
    , m_order(new QSortFilterProxyModel(this))
    , m_side(makeNumbers())
    , m_inside(makeNumbers())
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_chartPage(new QWidget(m_pages))
    , m_chart(new ChartView(desk.theme(), m_chartPage))
    , m_caption(new QLabel(m_chartPage))
    , m_test(new QPushButton(tr("Test This"), m_chartPage))
    , m_waiting(new QLabel(m_pages))
    , m_eventPage(makeEvents())
{
    setObjectName(QStringLiteral("findingDetail"));
    for (QLabel *label : {m_sentence, m_withheld, m_caption, m_waiting}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_sentence->setObjectName(QStringLiteral("findingSentence"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_withheld->setProperty("role", QStringLiteral("warn"));
    m_withheld->setObjectName(QStringLiteral("findingWithheld"));
    m_caption->setProperty("role", QStringLiteral("muted"));
    m_waiting->setProperty("role", QStringLiteral("muted"));
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setMargin(16);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the finding"));
    m_copy->setToolTip(tr("Its sentence, or a script that computes it again"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    makeCopyMenu();
    m_test->setAccessibleName(tr("Test the lags that are marked"));
    m_test->hide();
    connect(m_test, &QPushButton::clicked, this,
            [this] { Q_EMIT testWanted(writeStudy(lagStudy(m_run.study, m_shown, m_lagFrom, m_lagTo))); });

    m_tabs->setAccessibleName(tr("Evidence of the finding"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    for (const QString &text :
         {tr("Numbers"), tr("Chance"), tr("Path"), tr("Lags"), tr("Periods"), tr("Size"), tr("Events")})
        m_tabs->addTab(text);
    const QStringList tips{
        tr("Every number of the finding"),
        tr("Null distribution: the observed value against all shifts"),
        tr("Average path around the event, with its band"),
        tr("The effect at every lag, with the band that chance stays in; Shift and drag marks lags"),
        tr("The effect in each part of the sample"),
        tr("The response by the size of the event"),
        tr("Each event with what followed it")};
    for (int i = 0; i < Tabs; ++i)
        m_tabs->setTabToolTip(i, tips[i]);
    m_tabs->setCurrentIndex(Null);
    connect(m_tabs, &QTabBar::currentChanged, this, &FindingDetail::showTab);
    connect(m_chart, &ChartView::spanSelected, this, &FindingDetail::selectSpan);

    auto *under = new QHBoxLayout;
    under->setContentsMargins(8, 0, 8, 4);
    under->addWidget(m_caption, 1);
    under->addWidget(m_test, 0, Qt::AlignTop);
    auto *chartLayout = new QVBoxLayout(m_chartPage);
    chartLayout->setContentsMargins(0, 0, 0, 0);
    chartLayout->setSpacing(0);
    chartLayout->addWidget(m_chart, 1);
    chartLayout->addLayout(under);
    m_pages->addWidget(m_chartPage);
    m_pages->addWidget(m_inside);
    m_pages->addWidget(m_eventPage);
    m_pages->addWidget(m_waiting);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_tabs);
    right->addWidget(m_pages, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_side);
    below->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout(m_head);
    top->setContentsMargins(12, 8, 12, 4);
    top->setSpacing(2);
    auto *said = new QHBoxLayout;
    said->setSpacing(8);
    said->addWidget(m_sentence, 1);
    said->addWidget(m_copy, 0, Qt::AlignTop);
    top->addLayout(said);
    top->addWidget(m_withheld);
    layout->addWidget(m_head);
    layout->addLayout(below, 1);
    m_side->setFixedWidth(kSideWidth);
    arrange();
    clear();
}

QTableView *FindingDetail::makeNumbers()
{
    QTableView *table = plainTable(this, tr("Numbers of the finding"));
    table->setModel(m_numbers);
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QWidget *FindingDetail::makeEvents()
{
    auto *page = new QWidget(this);
    m_leaveOneOut = new QLabel(page);
    m_leaveOneOut->setTextFormat(Qt::PlainText);
    m_leaveOneOut->setWordWrap(true);
    m_leaveOneOut->setProperty("role", QStringLiteral("muted"));
    m_leaveOneOut->setContentsMargins(8, 4, 8, 4);
    m_order->setSourceModel(m_responses);
    m_order->setSortRole(ResponsesModel::kSortRole);
    m_events = plainTable(page, tr("Events of the finding"));
    m_events->setModel(m_order);
    m_events->setSortingEnabled(true);
    m_events->sortByColumn(ResponsesModel::At, Qt::DescendingOrder);
    m_events->setSelectionMode(QAbstractItemView::SingleSelection);
    m_events->horizontalHeader()->setSectionResizeMode(ResponsesModel::Who, QHeaderView::Stretch);
    m_events->horizontalHeader()->setHighlightSections(false);
    connect(m_events->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (now.isValid())
                    selectEvent(m_order->mapToSource(now).row());
            });
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_leaveOneOut);
    layout->addWidget(m_events, 1);
    return page;
}

void FindingDetail::makeCopyMenu()
{
    auto *menu = new QMenu(m_copy);
    menu->addAction(tr("Sentence"), this, [this] { QApplication::clipboard()->setText(sentence()); });
    m_scripts->addTo(menu, [this] {
        return FindingRef{base::qs(m_run.report->run), base::qs(base::toHex(m_shown.hypothesis))};
    });
    m_copy->setMenu(menu);
}

void FindingDetail::clear()
{
    m_reading.drop();
    m_finding.drop();
    m_hasFinding = false;
    m_evidence.reset();
    m_fault.clear();
    m_numbers->clear();
    m_responses->setResponses({}, {});
    m_sentence->setText(tr("Select a finding to see its evidence."));
    m_withheld->hide();
    m_copy->hide();
    showTab();
}

void FindingDetail::takeHead()
{
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(0, m_head);
}

QString FindingDetail::sentence() const
{
    return m_sentence->text();
}

void FindingDetail::setFinding(const ShownRun &run, const Finding &finding)
{
    m_finding.drop();
    m_run = run;
    m_shown = finding;
    m_hasFinding = true;
    m_copy->show();
    m_evidence.reset();
    m_fault.clear();
    m_lagTo = m_lagFrom - 1;
    QStringList missing;
    for (const QString &what : missingOf(finding))
        missing << what;
    m_sentence->setText(missing.isEmpty() ? oneLine(sentenceOf(finding), 600) : findingSubject(finding));
    m_withheld->setVisible(!missing.isEmpty());
    m_withheld->setText(tr("No verdict: %1 missing. Run the study again to compute it.")
                            .arg(missing.join(QStringLiteral(", "))));
    m_numbers->setFinding(run, finding);
    m_responses->setResponses({}, {});
    showTab();
    readEvidence();
}

void FindingDetail::readEvidence()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    using Shared = std::shared_ptr<const Evidence>;
    m_reading.start<Shared>(
        JobKind::Read, tr("Computing evidence"),
        [bench, run = m_run.report->run, hypothesis = m_shown.hypothesis](const Job &job) -> Result<Shared> {
            Result<Evidence> evidence = evidenceOf(*bench, run, hypothesis, 1, job);
            if (!evidence)
                return evidence.error();
            return std::make_shared<const Evidence>(std::move(*evidence));
        },
        this,
        [this](Result<Shared> evidence) {
            if (evidence) {
                m_evidence = std::move(*evidence);
                m_responses->setResponses(m_evidence->responses, m_evidence->responseUnit);
                m_events->resizeColumnsToContents();
                const bool hasValues =
                    std::any_of(m_evidence->responses.begin(), m_evidence->responses.end(),
                                [](const auto &response) { return std::isfinite(response.value); });
                m_events->setColumnHidden(ResponsesModel::Value, !hasValues);
                tellWindows();
            } else if (evidence.error().code != base::ErrorCode::Cancelled) {
                m_fault = evidence.error().message;
            }
            showTab();
        });
}

void FindingDetail::say(const QString &text)
{
    m_waiting->setText(text);
    m_pages->setCurrentWidget(m_waiting);
}

void FindingDetail::showTab()
{
    m_test->hide();
    if (!m_hasFinding)
        return say({});
    const int tab = m_tabs->currentIndex();
    if (tab == Numbers)
        return m_pages->setCurrentWidget(m_inside);
    const ChartOrigin origin = m_run.origin();
    const JointNull joint =
        tab == Null ? jointNullOf(*m_run.report, m_shown, m_run.shiftMaxima) : JointNull();
    if (tab == Null && (m_evidence || !joint.maxima.empty())) {
        return showChart(
            nullDistributionChart(*m_run.report, m_shown, joint,
                                  m_evidence ? m_evidence->ownNull : std::vector<float>(), m_run.alpha,
                                  origin),
            tr("This run keeps no joint null that could be drawn: its null is %1. The adjusted p is %2.")
                .arg(wordText(m_shown.nullMethod), probabilityText(m_shown.pAdjusted)));
    }
    if (!m_evidence)
        return say(m_fault.isEmpty() ? tr("Computing the evidence…") : m_fault);
    const Evidence &evidence = *m_evidence;
    switch (tab) {
    case Path:
        return showChart(averagePathChart(evidence, origin),
                         tr("Too few bars around the events for a path."));
    case Lags: {
        QStringList placebos;
        for (const auto &placebo : evidence.placebos)
            placebos << tr("%1: %2 (t %3)")
                            .arg(windowText(placebo.window.first, placebo.window.last),
                                 signedText(placebo.effect, evidence.finding.unit), numberText(placebo.t, 1));
        return showChart(
            lagProfileChart(evidence, origin), tr("Too few bars around the events for a lag profile."),
            placebos.isEmpty() ? QString()
                               : tr("Before the event: %1.").arg(placebos.join(QStringLiteral("; "))));
    }
    case Periods: {
        const std::vector<QString> checks = core::workbench::robustnessSentences(evidence);
        return showChart(subPeriodChart(evidence, origin), tr("Too few events to part the sample."),
                         QStringList(checks.begin(), checks.end()).join(QLatin1Char(' ')));
    }
    case Sizes:
        return showChart(magnitudeChart(evidence, origin),
                         tr("These events carry no value, so there is no size to sort them by."));
    case Events:
        m_leaveOneOut->setText(std::isfinite(evidence.leaveOneOutLow)
                                   ? tr("Leaving out any one event, the effect stays between %1 and %2.")
                                         .arg(signedText(evidence.leaveOneOutLow, evidence.finding.unit),
                                              signedText(evidence.leaveOneOutHigh, evidence.finding.unit))
                                   : QString());
        return m_pages->setCurrentWidget(m_eventPage);
    default:
        return;
    }
}

void FindingDetail::showChart(const ChartSpec &spec, const QString &whyEmpty, const QString &more)
{
    if (spec.series.empty())
        return say(whyEmpty);
    m_chart->setSpec(spec);
    m_chart->setAccessibleName(spec.title);
    QString caption = spec.summary; // the sentence above says already what it is about
    if (const QString subject = findingSubject(m_shown) + QStringLiteral(": "); caption.startsWith(subject)) {
        caption.remove(0, subject.size());
        caption.replace(0, 1, caption.left(1).toUpper());
    }
    setCaption(more.isEmpty() ? caption : caption + QLatin1Char(' ') + more);
    m_pages->setCurrentWidget(m_chartPage);
}

void FindingDetail::setCaption(const QString &text)
{
    m_captionText = text;
    showCaption();
}

void FindingDetail::showCaption()
{
    if (height() >= kRoomForCaption) {
        m_caption->setText(m_captionText);
        m_caption->setToolTip({});
        return;
    }
    const int room = std::max(80, width() - (m_side->isHidden() ? 0 : kSideWidth) - 24 -
                                      (m_test->isHidden() ? 0 : m_test->sizeHint().width() + 8));
    m_caption->setText(m_caption->fontMetrics().elidedText(m_captionText, Qt::ElideRight, room));
    m_caption->setToolTip(tipText(m_captionText));
}

QString FindingDetail::eventFilter() const
{
    const QString filter = definitionOf(m_run.study, m_shown).value(QStringLiteral("filter")).toString();
    const bool isOwn = m_run.study.value(QStringLiteral("pair")).toString() == QLatin1String("entity");
    const bool isPool = m_run.study.value(QStringLiteral("pool")).toString() == QLatin1String("assets");
    return isOwn && !isPool && !filter.isEmpty()
               ? QStringLiteral("(%1) and entity == \"%2\"").arg(filter, base::qs(m_shown.asset))
               : filter;
}

void FindingDetail::tellWindows()
{
    FindingWindows windows;
    windows.run = base::qs(m_run.report->run);
    windows.window = m_shown.window;
    windows.filter = eventFilter();
    if (m_run.study.value(QStringLiteral("pool")).toString() != QLatin1String("assets")) {
        windows.asset = base::qs(m_shown.asset);
        for (const discovery::EventResponse &response : m_evidence->responses)
            windows.bars.push_back(response.at);
    }
    Q_EMIT m_desk.showWindows(windows);
}

void FindingDetail::selectEvent(int row)
{
    const auto bench = m_desk.session().bench();
    const discovery::EventResponse *response = m_responses->response(row);
    if (!bench || !response)
        return;
    m_desk.selection().moveCursor(response->at);
    const QString filter = eventFilter();
    using Found = std::optional<domain::Event>;
    m_finding.start<Found>(
        JobKind::Read, tr("Looking up the event"),
        [bench, filter = base::utf8(filter), at = response->at, snapshot = m_run.report->snapshot](
            const Job &job) { return findEvent(*bench, filter, at, snapshot, job); },
        this,
        [this](Result<Found> found) {
            if (found && *found)
                m_desk.selection().selectEvent(**found);
            else if (!found)
                m_desk.messages().tellError(found.error());
        });
}

std::optional<ReportSection> FindingDetail::section() const
{
    if (!m_hasFinding)
        return std::nullopt;
    ReportSection out;
    out.kind = QStringLiteral("finding");
    out.title = findingSubject(m_shown);
    out.sentences << m_sentence->text();
    if (m_withheld->isVisibleTo(this))
        out.sentences << m_withheld->text();
    out.table.titles = {tr("what"), tr("value")};
    out.table.numbers = {false, false};
    for (int row = 0; row < m_numbers->rowCount(); ++row)
        out.table.rows.push_back(
            {m_numbers->index(row, 0).data().toString(), m_numbers->index(row, 1).data().toString()});
    const ChartOrigin origin = m_run.origin();
    out.source = sourceLine(origin);
    out.state = {{QStringLiteral("run"), base::qs(m_run.report->run)},
                 {QStringLiteral("hypothesis"), base::qs(base::toHex(m_shown.hypothesis))}};
    // the picture that is looked at; beside numbers and events the one that says whether to believe it
    ChartSpec picture;
    if (m_pages->currentWidget() == m_chartPage) {
        picture = m_chart->spec();
        out.chart = chartToJson(picture, m_chart->range());
        return out;
    }
    picture =
        nullDistributionChart(*m_run.report, m_shown, jointNullOf(*m_run.report, m_shown, m_run.shiftMaxima),
                              m_evidence ? m_evidence->ownNull : std::vector<float>(), m_run.alpha, origin);
    if (picture.series.empty())
        return out;
    Plot whole;
    whole.setSpec(picture);
    out.chart = chartToJson(picture, {whole.fullWindow().from, whole.fullWindow().to});
    return out;
}

void FindingDetail::selectSpan(double from, double to)
{
    if (m_tabs->currentIndex() != Lags || !m_evidence || m_evidence->lagProfile.empty())
        return;
    const int least = m_evidence->lagProfile.front().lag;
    const int most = m_evidence->lagProfile.back().lag;
    m_lagFrom = std::clamp(static_cast<int>(std::lround(from)), least, most);
    m_lagTo = std::clamp(static_cast<int>(std::lround(to)), least, most);
    if (m_lagFrom > m_lagTo)
        std::swap(m_lagFrom, m_lagTo);
    double sum = 0;
    int count = 0;
    for (const auto &point : m_evidence->lagProfile) {
        if (point.lag >= m_lagFrom && point.lag <= m_lagTo && std::isfinite(point.effect)) {
            sum += point.effect;
            ++count;
        }
    }
    m_test->show();
    setCaption(
        tr("Lags %1 to %2: average effect %3. A description of what was looked at, with no p and no tier; "
           "a test asks all %4 of them.")
            .arg(numberText(m_lagFrom, 0), numberText(m_lagTo, 0),
                 signedText(count > 0 ? sum / count : domain::kMissing, m_shown.unit),
                 countText(static_cast<std::uint64_t>(m_lagTo - m_lagFrom + 1))));
}

void FindingDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FindingDetail::arrange()
{
    const bool hasRoom = width() >= kRoomForSide;
    m_side->setVisible(hasRoom);
    showCaption();
    if (m_tabs->isTabVisible(Numbers) == !hasRoom)
        return;
    m_tabs->setTabVisible(Numbers, !hasRoom);
    if (hasRoom && m_tabs->currentIndex() == Numbers)
        m_tabs->setCurrentIndex(Null);
}

} // namespace widgets
