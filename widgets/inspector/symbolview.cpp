// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/symbolview.h"

#include "core/base/text.h"
#include "core/workbench/companynames.h"
#include "widgets/common/words.h"
#include "widgets/inspector/eventview.h"
#include "widgets/inspector/factstable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::Result;

namespace {

struct SymbolFacts {
    std::string symbol; ///< under which it has bars
    std::optional<domain::Instrument> instrument;
    domain::BarSeries bars;
};

} // namespace

SymbolView::SymbolView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_title(new QLabel(this))
    , m_name(new QLabel(this))
    , m_facts(new FactsTable(desk, tr("Facts of the symbol"), this))
    , m_chart(new QPushButton(tr("Show on Chart"), this))
{
    for (QLabel *label : {m_title, m_name}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_title->setProperty("role", QStringLiteral("heading"));
    m_name->setProperty("role", QStringLiteral("muted"));
    m_chart->setAccessibleName(m_chart->text());
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 4, 8, 8);
    top->setSpacing(2);
    top->addWidget(m_title);
    top->addWidget(m_name);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(m_chart);
    foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(kTableIndent, 0, kTableIndent, 0);
    inside->addWidget(m_facts);
    layout->addLayout(inside, 1);
    layout->addLayout(foot);
    connect(m_chart, &QPushButton::clicked, &desk,
            [&desk] { Q_EMIT desk.showPanel(QStringLiteral("chart")); });
    connect(&desk.session(), &Session::barsStored, this, &SymbolView::refresh);
}

void SymbolView::setSymbol(const QString &symbol)
{
    if (symbol == m_symbol)
        return;
    m_symbol = symbol;
    m_title->setText(oneLine(symbol, 80));
    m_name->setText(tr("Reading…"));
    refresh();
}

void SymbolView::clear()
{
    m_reading.drop();
    m_symbol.clear();
    m_facts->setFacts({});
}

void SymbolView::refresh()
{
    const auto bench = m_desk.session().bench();
    if (!bench || m_symbol.isEmpty())
        return;
    m_reading.start<SymbolFacts>(
        JobKind::Read, tr("Reading the symbol"),
        [bench, symbol = base::utf8(m_symbol)](const Job &) -> Result<SymbolFacts> {
            const auto meant = symbolMeant(*bench, symbol); // "BRK.B" for "BRK-B", or a CIK
            if (!meant)
                return meant.error();
            auto instrument = bench->bars().instrument(*meant);
            if (!instrument)
                return instrument.error();
            domain::BarQuery query;
            query.symbol = *meant;
            auto bars = bench->bars().read(query);
            if (!bars)
                return bars.error();
            return SymbolFacts{*meant, std::move(*instrument), std::move(*bars)};
        },
        this,
        [this](Result<SymbolFacts> read) {
            if (!read) {
                m_name->setText(oneLine(read.error().message, 300));
                m_facts->setFacts({});
                return;
            }
            m_name->setText(read->bars.size() == 0 ? tr("There are no daily bars of it here.")
                            : read->instrument     ? oneLine(read->instrument->name, 200)
                                                   : QString());
            m_name->setVisible(!m_name->text().isEmpty());
            m_facts->setFacts(
                factsOf(read->symbol, read->instrument, read->bars, shownZone(m_desk.settings())));
        });
}

} // namespace widgets
