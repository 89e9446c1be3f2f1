// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/basecard.h"

#include "core/base/text.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/filterterm.h"
#include "widgets/common/words.h"
#include "widgets/inspector/basepaths.h"
#include "widgets/inspector/factstable.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::qs;
using base::Result;

namespace {

constexpr std::pair<int, int> kWindows[] = {{0, 0}, {0, 1}, {0, 5}, {1, 1}, {1, 5}, {1, 21}};
constexpr int kUsual = 2;

} // namespace

BaseCard::BaseCard(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_sentence(new QLabel(this))
    , m_descriptive(new QLabel(
          tr("Descriptive: no test, no p. It says what was, not whether chance alone would do it."), this))
    , m_symbol(new QLineEdit(this))
    , m_window(new QComboBox(this))
    , m_numbers(new FactsTable(desk, tr("Base rate of the event"), this))
    , m_notes(new QLabel(this))
    , m_chart(new ChartView(desk.theme(), this))
    , m_test(new QPushButton(tr("Test This"), this))
    , m_symbols(new QStringListModel(this))
{
    setObjectName(QStringLiteral("baseCard"));
    for (QLabel *label : {m_sentence, m_descriptive, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_sentence->setProperty("role", QStringLiteral("heading"));
    m_descriptive->setProperty("role", QStringLiteral("muted"));
    m_notes->setProperty("role", QStringLiteral("muted"));
    m_symbol->setObjectName(QStringLiteral("baseSymbol"));
    m_symbol->setAccessibleName(tr("Symbol of the base rate"));
    m_symbol->setPlaceholderText(tr("symbol"));
    m_symbol->setMaxLength(80);
    auto *completer = new QCompleter(m_symbols, m_symbol);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_symbol->setCompleter(completer);
    m_window->setObjectName(QStringLiteral("baseWindow"));
    m_window->setAccessibleName(tr("Window of bars around the event"));
    for (const auto &[first, last] : kWindows)
        m_window->addItem(windowText(first, last));
    m_window->setCurrentIndex(kUsual);
    m_test->setAccessibleName(tr("Test this: open a study of these events"));
    m_test->setToolTip(tr("Open a study that asks about these events and this symbol"));
    m_chart->setMinimumHeight(150);

    auto *choices = new QHBoxLayout;
    choices->setSpacing(4);
    m_symbol->setMinimumWidth(48);
    m_window->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_window->setMinimumContentsLength(5);
    m_window->setToolTip(tr("Bars around the event: 0 is the event bar"));
    choices->addWidget(m_symbol, 1);
    choices->addWidget(m_window);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 4);
    top->setSpacing(4);
    top->addLayout(choices);
    top->addWidget(m_sentence);
    top->addWidget(m_descriptive);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(kTableIndent, 0, kTableIndent, 0);
    inside->addWidget(m_numbers);
    layout->addLayout(inside);
    auto *notes = new QVBoxLayout;
    notes->setContentsMargins(8, 4, 8, 4);
    notes->addWidget(m_notes);
    layout->addLayout(notes);
    layout->addWidget(m_chart, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(m_test);
    foot->addStretch(1);
    m_rest = new QWidget(this); // takes the room while there is no chart
    m_rest->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    layout->addWidget(m_rest, 1);
    layout->addLayout(foot);

    connect(m_symbol, &QLineEdit::editingFinished, this, [this] {
        if (!m_symbol->isModified())
            return;
        m_symbol->setModified(false);
        m_isChosen = !m_symbol->text().trimmed().isEmpty();
        ask();
    });
    connect(m_window, &QComboBox::currentIndexChanged, this, &BaseCard::ask);
    connect(&desk.selection(), &Selection::symbolSelected, this, [this] {
        if (m_desk.selection().symbol().isEmpty())
            return;
        m_isChosen = false;
        ask();
    });
    connect(&desk, &Desk::asOfChanged, this, &BaseCard::ask);
    connect(&desk.session(), &Session::eventsStored, this, &BaseCard::ask);
    connect(&desk.session(), &Session::barsStored, this, [this] {
        m_symbols->setStringList({});
        ask();
    });
    connect(m_test, &QPushButton::clicked, this, [this] {
        const QString filter = QStringLiteral("event_type == %1 and source == %2")
                                   .arg(filterText(m_eventType), filterText(m_source));
        testThis(m_desk, oneLine(m_eventType, 60), filter, m_symbol->text().trimmed());
    });
}

void BaseCard::setEvent(const domain::Event &event)
{
    if (event.eventType == m_eventType && event.source == m_source && (m_isRead || m_reading.isBusy()))
        return; // another event of the same kind has the same past
    m_eventType = event.eventType;
    m_source = event.source;
    m_entity = event.entity;
    ask();
}

void BaseCard::clear()
{
    m_reading.drop();
    m_isRead = true;
    m_isChosen = false;
    m_eventType.clear();
    m_symbols->setStringList({});
    m_symbol->clear();
}

void BaseCard::ask()
{
    if (m_eventType.empty())
        return;
    m_isRead = false;
    if (isVisible())
        read();
}

void BaseCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isRead && !m_reading.isBusy())
        read();
}

QString BaseCard::sentence() const
{
    return m_sentence->text();
}

void BaseCard::say(const QString &text)
{
    m_sentence->setText(text);
    m_numbers->hide();
    m_notes->hide();
    m_chart->hide();
    m_rest->show();
}

void BaseCard::read()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    const QString typed = m_isChosen ? m_symbol->text().trimmed() : m_desk.selection().symbol();
    const auto [first, last] = kWindows[m_window->currentIndex()];
    const std::string filter = base::utf8(QStringLiteral("event_type == %1 and source == %2")
                                              .arg(filterText(m_eventType), filterText(m_source)));
    const bool wantsSymbols = m_symbols->rowCount() == 0;
    if (m_numbers->isHidden() || m_sentence->text().isEmpty())
        say(tr("Looking at the past…"));
    m_reading.start<Answer>(
        JobKind::Read, tr("Counting the base rate"),
        [bench, filter, asset = base::utf8(typed), entity = m_entity, first = first, last = last, wantsSymbols,
         asOf = m_desk.asOf()](const Job &job) -> Result<Answer> {
            Answer answer;
            std::string chosen = asset;
            if (wantsSymbols || chosen.empty()) {
                auto symbols = bench->bars().symbols("1d");
                if (!symbols)
                    return symbols.error();
                if (chosen.empty() && !symbols->empty())
                    chosen = std::ranges::binary_search(*symbols, entity) ? entity : symbols->front();
                answer.symbols = std::move(*symbols);
            }
            if (chosen.empty())
                return base::Error{base::ErrorCode::NotFound,
                                   tr("There are no daily bars yet. Import prices to see what they did.")};
            auto rate = baseRate(*bench, filter, chosen, {first, last}, job, asOf);
            if (!rate)
                return rate.error();
            answer.rate = std::move(*rate);
            answer.isSimulated = bench->identity().sample;
            return answer;
        },
        this,
        [this](Result<Answer> answer) {
            m_isRead = true;
            if (answer)
                showAnswer(*answer);
            else
                say(oneLine(answer.error().message, 400));
        });
    if (!typed.isEmpty() && !m_symbol->isModified())
        m_symbol->setText(typed);
}

void BaseCard::showAnswer(const Answer &answer)
{
    const discovery::BaseRate &rate = answer.rate;
    if (!answer.symbols.empty()) {
        QStringList symbols;
        symbols.reserve(static_cast<qsizetype>(answer.symbols.size()));
        for (const std::string &symbol : answer.symbols)
            symbols.append(qs(symbol));
        m_symbols->setStringList(symbols);
    }
    if (!m_symbol->isModified())
        m_symbol->setText(qs(rate.asset));
    m_sentence->setText(tr("After %1 %2 events %3 moved %4 at the median over bars %5; it rose after %6 of "
                           "them, and on %7 of all bars.")
                            .arg(countText(rate.n), oneLine(m_eventType, 60), oneLine(rate.asset, 40),
                                 signedText(rate.median, rate.unit),
                                 windowText(rate.window.first, rate.window.last), shareText(rate.hitRate),
                                 shareText(rate.baseRate)));
    m_numbers->setFacts(factsOf(rate));
    m_numbers->fitToRows();
    m_numbers->show();
    QStringList notes;
    for (const QString &note : rate.notes)
        notes.append(oneLine(note, 300));
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_notes->setVisible(!notes.isEmpty());
    QString source = tr("%1 to %2").arg(dayText(rate.from), dayText(rate.to));
    if (answer.isSimulated)
        source += tr(" · simulated data");
    m_chart->setSpec(pastPathsChart(rate, source));
    m_chart->show();
    m_rest->hide();
}

} // namespace widgets
