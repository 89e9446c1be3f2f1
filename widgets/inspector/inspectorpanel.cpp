// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/inspectorpanel.h"

#include "core/base/text.h"
#include "core/base/uuid.h"
#include "widgets/common/words.h"
#include "widgets/inspector/eventview.h"
#include "widgets/inspector/factstable.h"
#include "widgets/inspector/findingview.h"
#include "widgets/inspector/sourceview.h"
#include "widgets/inspector/symbolview.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::qs;
using core::workbench::Session;

InspectorPanel::InspectorPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"inspector"_s, tr("Inspector"), parent)
    , m_back(new QAction(tr("Back"), this))
    , m_forward(new QAction(tr("Forward"), this))
    , m_next(new QAction(this))
    , m_report(desk.addAction(this, u"inspector.add-to-report"_s, tr("Add Facts to Report"),
                              tr("Put what is inspected into the report"), {}, u"report"_s))
    , m_choice(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_event(new EventView(desk, m_pages))
    , m_symbol(new SymbolView(desk, m_pages))
    , m_finding(new FindingView(desk, m_pages))
    , m_source(new SourceView(desk, m_pages))
{
    m_choice->setObjectName(u"inspectorSubject"_s);
    m_choice->setAccessibleName(tr("What is inspected"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(8);
    for (QWidget *page : {static_cast<QWidget *>(m_event), static_cast<QWidget *>(m_symbol),
                          static_cast<QWidget *>(m_finding), static_cast<QWidget *>(m_source)})
        m_pages->addWidget(page);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 8, 4);
    bar->setSpacing(2);
    // the window's Back and Forward have the keys (Alt+Left, Alt+Right); these do the same for the mouse
    m_back->setToolTip(tr("Back to what was selected before"));
    m_forward->setToolTip(tr("Forward again"));
    const auto paint = [this] {
        m_back->setIcon(this->desk().theme().icon(u"back"_s));
        m_forward->setIcon(this->desk().theme().icon(u"forward"_s));
    };
    paint();
    connect(&desk.theme(), &Theme::changed, this, paint);
    for (QAction *action : {m_back, m_forward}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::TabFocus);
        bar->addWidget(button);
    }
    bar->addWidget(m_choice, 1);
    auto *report = new QToolButton(this);
    report->setDefaultAction(m_report);
    report->setToolButtonStyle(Qt::ToolButtonIconOnly);
    report->setAccessibleName(m_report->text());
    report->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(report);
    connect(m_report, &QAction::triggered, this, &InspectorPanel::addToReport);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);

    Selection &selection = desk.selection();
    connect(m_back, &QAction::triggered, &selection, &Selection::goBack);
    connect(m_forward, &QAction::triggered, &selection, &Selection::goForward);
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { inspect(static_cast<Subject>(m_choice->itemData(index).toInt())); });
    connect(&selection, &Selection::eventSelected, this, [this] { follow(Event); });
    connect(&selection, &Selection::symbolSelected, this, [this] { follow(Symbol); });
    connect(&selection, &Selection::findingSelected, this, [this] { follow(Finding); });
    connect(&selection, &Selection::sourceSelected, this, [this] { follow(Source); });
    connect(&selection, &Selection::historyChanged, this, &InspectorPanel::showWay);
    connect(&selection, &Selection::cleared, this, [this] {
        m_event->clear();
        m_symbol->clear();
        m_finding->clear();
        m_source->clear();
        showNothing();
    });
    for (const auto changed : {&Session::opened, &Session::closed}) {
        connect(&desk.session(), changed, this, [this] {
            if (isEmpty())
                showNothing();
        });
    }
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting != Setting::Zone)
            return;
        if (has(Event))
            m_event->refresh();
        m_symbol->refresh();
        m_source->refresh();
        showChoice();
    });
    connect(m_next, &QAction::triggered, this, [this] {
        if (this->desk().session().bench())
            Q_EMIT this->desk().showPanel(u"events"_s);
        else
            Q_EMIT this->desk().openSample();
    });
    showNothing();
    // what was selected before this panel was made
    for (const Subject subject : {Source, Symbol, Finding, Event}) {
        if (has(subject))
            follow(subject);
    }
}

QWidget *InspectorPanel::firstFocus()
{
    if (isEmpty())
        return emptyState()->button();
    switch (m_subject) {
    case Symbol:
        return m_symbol->facts();
    case Finding:
        return m_finding->facts();
    case Source:
        return m_source->facts();
    default:
        return m_event->tabs()->currentIndex() == EventView::Fields
                   ? static_cast<QWidget *>(m_event->fields())
                   : m_event->tabs()->tabBar();
    }
}

bool InspectorPanel::isSettled() const
{
    return m_event->isSettled() && m_symbol->isSettled() && m_finding->isSettled();
}

bool InspectorPanel::has(Subject subject) const
{
    const Selection &selection = desk().selection();
    return subject == Event     ? selection.event().has_value()
           : subject == Symbol ? !selection.symbol().isEmpty()
           : subject == Source ? !selection.source().isEmpty()
                               : selection.finding().has_value();
}

QString InspectorPanel::nameOf(Subject subject) const
{
    const Selection &selection = desk().selection();
    switch (subject) {
    case Event:
        return tr("Event · %1").arg(oneLine(selection.event()->eventType, 60));
    case Symbol:
        return tr("Symbol · %1").arg(oneLine(selection.symbol(), 60));
    case Source:
        return tr("Source · %1").arg(m_source->title());
    default:
        return tr("Finding · %1").arg(selection.finding()->hypothesis.left(12));
    }
}

void InspectorPanel::follow(Subject subject)
{
    if (has(subject)) {
        inspect(subject);
        return;
    }
    // gone back to where there was none
    for (const Subject other : {Event, Finding, Symbol, Source}) {
        if (has(other)) {
            inspect(other);
            return;
        }
    }
    showNothing();
}

void InspectorPanel::inspect(Subject subject)
{
    m_subject = subject;
    const Selection &selection = desk().selection();
    switch (subject) {
    case Event:
        m_event->setEvent(*selection.event());
        m_pages->setCurrentWidget(m_event);
        break;
    case Symbol:
        m_symbol->setSymbol(selection.symbol());
        m_pages->setCurrentWidget(m_symbol);
        break;
    case Source:
        m_source->setSource(selection.source());
        m_pages->setCurrentWidget(m_source);
        break;
    default:
        m_finding->setFinding(*selection.finding());
        m_pages->setCurrentWidget(m_finding);
    }
    showChoice();
    showWay();
    showContent();
}

void InspectorPanel::addToReport()
{
    const auto &bench = desk().session().bench();
    if (isEmpty() || !bench)
        return;
    core::workbench::ReportSection section;
    section.title = nameOf(m_subject);
    section.table.titles = {tr("what"), tr("value")};
    section.table.numbers = {false, false};
    const Selection &selection = desk().selection();
    const FactsTable *facts = nullptr;
    switch (m_subject) {
    case Event:
        section.kind = u"event"_s;
        section.state = {{u"event"_s, qs(core::base::toText(selection.event()->id))}};
        if (!selection.event()->text.empty())
            section.sentences << oneLine(selection.event()->text, 600);
        facts = m_event->fields();
        break;
    case Symbol:
        section.kind = u"symbol"_s;
        section.state = {{u"symbol"_s, selection.symbol()}};
        facts = m_symbol->facts();
        break;
    case Source:
        section.kind = u"source"_s;
        section.state = {{u"source"_s, selection.source()}};
        section.sentences << m_source->sentences();
        facts = m_source->facts();
        break;
    default:
        section.kind = u"finding"_s;
        section.title = m_finding->subject();
        section.state = {{u"run"_s, selection.finding()->run},
                         {u"hypothesis"_s, selection.finding()->hypothesis}};
        section.sentences << m_finding->sentence();
        if (!m_finding->withheld().isEmpty())
            section.sentences << m_finding->withheld();
        facts = m_finding->facts();
    }
    const FactsModel *model = facts->facts();
    for (int row = 0; row < model->rowCount(); ++row)
        section.table.rows.push_back({model->fact(row)->name, model->fact(row)->value});
    section.source = tr("Workspace %1").arg(oneLine(qs(bench->identity().name), 60));
    if (m_subject == Finding)
        section.source += u" · "_s + tr("run %1").arg(selection.finding()->run);
    desk().report().add(std::move(section));
}

void InspectorPanel::showChoice()
{
    m_choice->clear();
    for (const Subject subject : {Event, Symbol, Finding, Source}) {
        if (!has(subject))
            continue;
        m_choice->addItem(nameOf(subject), static_cast<int>(subject));
        if (subject == m_subject)
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
}

void InspectorPanel::showWay()
{
    m_back->setEnabled(desk().selection().canGoBack());
    m_forward->setEnabled(desk().selection().canGoForward());
}

void InspectorPanel::showNothing()
{
    const bool isOpen = desk().session().bench() != nullptr;
    m_next->setText(isOpen ? tr("Show Events") : tr("Open Sample Workspace"));
    showEmpty(tr("Select an event, a symbol, a finding or a source to see every field of it, where it comes "
                 "from, and what followed events like it."),
              m_next, u"inspector"_s);
}

} // namespace widgets
