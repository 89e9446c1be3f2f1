// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels.h"

#include "widgets/brief/briefpanel.h"
#include "widgets/chart/chartpanel.h"
#include "widgets/discovery/discoverypanel.h"
#include "widgets/events/eventspanel.h"
#include "widgets/explorer/explorerpanel.h"
#include "widgets/fooling/foolingpanel.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/jobs/jobspanel.h"
#include "widgets/quality/qualitypanel.h"
#include "widgets/relationships/relationshipspanel.h"
#include "widgets/reports/reportspanel.h"

#include <QCoreApplication>

namespace app {

using widgets::Desk;
using widgets::Panel;

namespace {

template <typename P>
Panel *make(Desk &desk, QWidget *parent)
{
    return new P(desk, parent);
}

constexpr std::array<const char *, kLayouts> kIds{"monitor", "research", "backtest", "data"};
constexpr std::array<const char *, kLayouts> kTitles{
    QT_TRANSLATE_NOOP("Panels", "Monitor"), QT_TRANSLATE_NOOP("Panels", "Research"),
    QT_TRANSLATE_NOOP("Panels", "Backtest"), QT_TRANSLATE_NOOP("Panels", "Data")};

} // namespace

QString layoutId(Layout layout)
{
    return QString::fromLatin1(kIds[static_cast<std::size_t>(layout)]);
}

QString layoutTitle(Layout layout)
{
    return QCoreApplication::translate("Panels", kTitles[static_cast<std::size_t>(layout)]);
}

Layout layoutOf(const QString &id)
{
    for (std::size_t i = 0; i < kIds.size(); ++i) {
        if (id == QLatin1String(kIds[i]))
            return static_cast<Layout>(i);
    }
    return Layout::Research;
}

const std::vector<PanelEntry> &panels()
{
    using enum Place;
    // clang-format off
    static const std::vector<PanelEntry> list{
        //                                                                                      Monitor Research Backtest Data
        {"explorer", QT_TRANSLATE_NOOP("Panels", "Explorer"), "explorer", make<widgets::ExplorerPanel>, {Left, Left, Left, Left}},
        {"quality", QT_TRANSLATE_NOOP("Panels", "Data Quality"), "quality", make<widgets::QualityPanel>, {Hidden, Hidden, Hidden, Centre}},
        {"events", QT_TRANSLATE_NOOP("Panels", "Events"), "events", make<widgets::EventsPanel>, {Centre, Hidden, Hidden, Centre}},
        {"discovery", QT_TRANSLATE_NOOP("Panels", "Discovery"), "discovery", make<widgets::DiscoveryPanel>, {Hidden, Centre, Centre, Hidden}},
        {"relationships", QT_TRANSLATE_NOOP("Panels", "Relationships"), "relationships", make<widgets::RelationshipsPanel>, {Hidden, Centre, Hidden, Hidden}},
        {"brief", QT_TRANSLATE_NOOP("Panels", "Morning Brief"), "bell", make<widgets::BriefPanel>, {Hidden, Centre, Hidden, Hidden}},
        {"chart", QT_TRANSLATE_NOOP("Panels", "Chart"), "chart", make<widgets::ChartPanel>, {Beside, Below, Below, Hidden}},
        {"inspector", QT_TRANSLATE_NOOP("Panels", "Inspector"), "inspector", make<widgets::InspectorPanel>, {Right, Right, Right, Right}},
        {"jobs", QT_TRANSLATE_NOOP("Panels", "Jobs"), "jobs", make<widgets::JobsPanel>, {Hidden, Hidden, Hidden, Below}},
        {"fooling", QT_TRANSLATE_NOOP("Panels", "Try to Fool It"), "question", make<widgets::FoolingPanel>, {Hidden, Hidden, Hidden, Hidden}},
        {"reports", QT_TRANSLATE_NOOP("Panels", "Reports"), "report", make<widgets::ReportsPanel>, {Hidden, Hidden, Hidden, Below}},
    };
    // clang-format on
    return list;
}

QString panelTitle(const PanelEntry &panel)
{
    return QCoreApplication::translate("Panels", panel.title);
}

} // namespace app
