// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartoutput.h"

#include "core/base/text.h"
#include "widgets/chart/chartpanel.h"
#include "widgets/charts/chartexport.h"
#include "widgets/charts/chartjson.h"
#include "widgets/common/filterterm.h"
#include "widgets/common/words.h"
#include "widgets/models/eventtext.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::Result;
using core::workbench::Job;
using core::workbench::JobKind;

namespace {

constexpr qsizetype kMostInFilter = 200; ///< events that a filter names

} // namespace

ChartOutput::ChartOutput(Desk &desk, ChartPanel &panel)
    : QObject(&panel)
    , m_desk(desk)
    , m_panel(panel)
{
    connect(panel.view(), &ChartView::menuOpened, this,
            [this](QMenu *menu, const QVariantList &markers) { addFilters(*menu, markers); });
    connect(panel.view(), &ChartView::spanSelected, this, &ChartOutput::offerSpan);
    connect(panel.view(), &ChartView::imageCopied, this, [this] {
        m_desk.messages().tell(Severity::Info, tr("A picture of the chart is in the clipboard."));
    });
}

void ChartOutput::fillMenu(QMenu &menu)
{
    QAction *report = m_desk.addAction(&m_panel, u"chart.add-to-report"_s, tr("Add Chart to Report"),
                                       tr("Put what is in view into the report"), {}, u"report"_s);
    connect(report, &QAction::triggered, this, &ChartOutput::addToReport);
    menu.addAction(report);
    menu.addSeparator();
    for (int scale = 1; scale <= kMostScale; ++scale)
        menu.addAction(copyAction(scale));
    menu.addSeparator();
    menu.addAction(exportAction(u"chart.export-png"_s, tr("Export Chart as PNG Image…"), u"png"_s, 1));
    for (int scale = 2; scale <= kMostScale; ++scale) {
        menu.addAction(exportAction(u"chart.export-png-%1"_s.arg(scale),
                                    tr("Export Chart as PNG Image, %1 Times as Sharp…").arg(scale), u"png"_s,
                                    scale));
    }
    menu.addAction(exportAction(u"chart.export-svg"_s, tr("Export Chart as SVG Drawing…"), u"svg"_s, 1));
    menu.addAction(exportAction(u"chart.export-pdf"_s, tr("Export Chart as PDF Page…"), u"pdf"_s, 1));
    menu.addSeparator();
    menu.addAction(exportAction(u"chart.export-csv"_s, tr("Export Bars in View as CSV…"), u"csv"_s, 1));
}

QAction *ChartOutput::exportAction(const QString &id, const QString &text, const QString &suffix, int scale)
{
    QAction *action = m_desk.addAction(&m_panel, id, text, text, {}, {});
    connect(action, &QAction::triggered, this, [this, suffix, scale] { exportAs(suffix, scale); });
    return action;
}

QAction *ChartOutput::copyAction(int scale)
{
    const QString text =
        scale == 1 ? tr("Copy Chart as Image") : tr("Copy Chart as Image, %1 Times as Sharp").arg(scale);
    QAction *action = m_desk.addAction(
        &m_panel, scale == 1 ? u"chart.copy-image"_s : u"chart.copy-image-%1"_s.arg(scale), text,
        tr("Put a picture of the chart into the clipboard, with what it is made of"), {}, u"copy"_s);
    connect(action, &QAction::triggered, this, [this, scale] {
        if (!m_panel.shownSymbol().isEmpty())
            m_panel.view()->copyImage(scale);
    });
    return action;
}

void ChartOutput::exportAs(const QString &suffix, int scale)
{
    QString name = m_panel.shownSymbol();
    if (name.isEmpty())
        return;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber())
            c = u'-';
    }
    m_desk.dialogs().askNew(&m_panel, tr("Export Chart"), u"%1.%2"_s.arg(name, suffix), u"*.%1"_s.arg(suffix),
                            [this, suffix, scale](const QString &chosen) {
                                QString path = chosen;
                                if (!path.endsWith(u'.' + suffix, Qt::CaseInsensitive))
                                    path += u'.' + suffix;
                                exportTo(path, scale);
                            });
}

void ChartOutput::exportTo(const QString &path, int scale)
{
    ++m_exporting;
    m_desk.session().jobs().start<bool>(
        JobKind::Task, tr("Exporting the chart to %1").arg(oneLine(path, 120)),
        [plot = m_panel.view()->plot(), note = m_panel.view()->note(), path, scale,
         now = m_desk.session().clock().now()](const Job &) -> Result<bool> {
            const Result<void> done = exportChart(plot, path, scale, now, note);
            if (!done)
                return done.error();
            return true;
        },
        this,
        [this, path](const Result<bool> &done) {
            --m_exporting;
            if (done) {
                m_desk.messages().tell(Severity::Info,
                                       tr("The chart was saved to %1.").arg(oneLine(path, 200)));
            } else {
                m_desk.messages().tellError(done.error());
            }
        });
}

void ChartOutput::addToReport()
{
    const ChartView &view = *m_panel.view();
    if (m_panel.shownSymbol().isEmpty() || !m_desk.session().bench())
        return;
    const auto [from, to] = view.range();
    core::workbench::ReportSection section;
    section.kind = u"chart"_s;
    section.title = view.spec().title;
    section.chart = chartToJson(view.spec(), {from, to});
    section.source = tr("%1 · %2 to %3 %4")
                         .arg(view.spec().source, view.plot().edgeText(from), view.plot().edgeText(to),
                              core::base::qs(view.plot().zone().name()));
    section.state = m_panel.state();
    if (!view.note().isEmpty())
        section.sentences << view.note();
    if (const QString filter = section.state.value("filter"_L1).toString(); !filter.isEmpty())
        section.sentences << tr("Marked are the events that pass: %1").arg(oneLine(filter, 400));
    m_desk.report().add(std::move(section));
}

/// What can be done with a stretch of time that was marked on the chart.
void ChartOutput::offerSpan(double from, double to)
{
    if (m_panel.shownSymbol().isEmpty() || !m_desk.session().bench())
        return;
    using core::base::Instant;
    const Plot &plot = m_panel.view()->plot();
    const QString title = tr("%1 to %2").arg(plot.edgeText(from), plot.edgeText(to));
    const std::string span =
        spanFilter(Instant(static_cast<std::int64_t>(from)), Instant(static_cast<std::int64_t>(to) + 1));
    const QString shown = m_panel.state().value("filter"_L1).toString();
    const QString filter = core::base::qs(bothFilters(core::base::utf8(shown), span));
    auto *menu = new QMenu(&m_panel);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(oneLine(title, 80).replace(u"&"_s, u"&&"_s))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(tr("Test This"), this, [this, filter, title] {
        testThis(m_desk, tr("Events of %1").arg(title), filter, m_panel.shownSymbol());
    });
    menu->addAction(tr("Apply as Filter"), this, [this, filter] { Q_EMIT m_desk.applyFilter(filter); });
    menu->addAction(tr("Show Only This"), this, [this, from, to] { m_panel.view()->showRange(from, to); });
    const QPoint at(static_cast<int>(plot.px(to)), static_cast<int>(plot.area().center().y()));
    menu->popup(m_panel.view()->canvas()->mapToGlobal(at));
}

void ChartOutput::addFilters(QMenu &menu, const QVariantList &markers)
{
    if (markers.isEmpty())
        return;
    QStringList ids;
    for (const QVariant &marker : markers.mid(0, kMostInFilter))
        ids << u"\"%1\""_s.arg(marker.toString());
    const QString filter =
        ids.size() == 1 ? u"id == %1"_s.arg(ids.front()) : u"id in {%1}"_s.arg(ids.join(u", "_s));
    const bool isOne = markers.size() == 1;
    menu.addSeparator();
    menu.addAction(isOne ? tr("Apply Event as Filter") : tr("Apply Events as Filter"), this,
                   [this, filter] { Q_EMIT m_desk.applyFilter(filter); });
    menu.addAction(isOne ? tr("Prepare Event as Filter") : tr("Prepare Events as Filter"), this,
                   [this, filter] {
                       Q_EMIT m_desk.showPanel(u"events"_s);
                       Q_EMIT m_desk.prepareFilter(filter);
                   });
}

} // namespace widgets
