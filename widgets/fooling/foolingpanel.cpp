// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fooling/foolingpanel.h"

#include "core/workbench/numbertext.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/labels.h"
#include "widgets/common/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::Result;
using core::discovery::FoolingOptions;
using core::discovery::FoolingPower;
using core::discovery::FoolingResult;
using core::workbench::FoolingDesk;
using core::workbench::Job;
using core::workbench::JobKind;
using core::workbench::NumberStyle;
using core::workbench::Session;
using core::workbench::Workbench;

namespace {

constexpr int kStrongest = 15;             // tenths of a standard deviation
constexpr std::size_t kAtOnce = 25;        // plants of one job: the curve moves four times a second or more
constexpr std::size_t kPlanted = 100;      // of every effect
constexpr std::size_t kPlantedHere = 400;  // of the effect the slider stands at
constexpr int kFirstEffect = 6;

QString percent(std::size_t found, std::size_t of)
{
    const double share = of == 0 ? 0 : 100.0 * static_cast<double>(found) / static_cast<double>(of);
    return core::workbench::fixed(share, 0, NumberStyle::Typeset) + u" %"_s;
}

} // namespace

FoolingPanel::FoolingPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"fooling"_s, tr("Try to Fool It"), parent)
    , m_asking(desk.session().jobs())
    , m_planting(desk.session().jobs())
    , m_counts(new QWidget(this))
    , m_sentence(plainLabel({}, {}, this))
    , m_plant(new QWidget(this))
    , m_effect(plainLabel({}, {}, this))
    , m_run(new QPushButton(tr("Ask Random Dates"), this))
    , m_seed(new QSpinBox(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_chart(new ChartView(desk.theme(), this))
{
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(
        plainLabel(tr("500 series of random dates are asked about every price here. They know nothing, so "
                      "whatever is found is false."),
                   u"muted"_s, this));
    auto *start = new QHBoxLayout;
    start->addWidget(m_run);
    auto *seedLabel = new QLabel(tr("Other dates:"), this);
    seedLabel->setBuddy(m_seed);
    start->addSpacing(12);
    start->addWidget(seedLabel);
    m_seed->setRange(1, 9'999);
    m_seed->setAccessibleName(tr("Other random dates"));
    start->addWidget(m_seed);
    start->addStretch(1);
    layout->addLayout(start);
    auto *counts = new QHBoxLayout(m_counts);
    counts->setContentsMargins(0, 0, 0, 0);
    counts->setSpacing(24);
    counts->addWidget(makeCount(m_naive, tr("discoveries by a t-test on each, uncorrected")));
    counts->addWidget(makeCount(m_found, tr("by Foreshock, the whole family corrected")));
    counts->addStretch(1);
    layout->addWidget(m_counts);
    layout->addWidget(m_sentence);
    auto *plant = new QHBoxLayout(m_plant);
    plant->setContentsMargins(0, 0, 0, 0);
    auto *plantLabel = new QLabel(tr("Plant an effect:"), this);
    plantLabel->setBuddy(m_slider);
    plant->addWidget(plantLabel);
    m_slider->setRange(0, kStrongest);
    m_slider->setValue(kFirstEffect);
    m_slider->setPageStep(3);
    m_slider->setMinimumWidth(160);
    m_slider->setAccessibleName(tr("Size of the planted effect"));
    plant->addWidget(m_slider, 1);
    plant->addWidget(m_effect, 2);
    layout->addWidget(m_plant);
    layout->addWidget(m_chart, 1);
    layout->addStretch(0);

    m_run->setObjectName(u"foolRun"_s);
    connect(m_run, &QPushButton::clicked, this, &FoolingPanel::run);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        tellEffect();
        showPower();
        plantNext();
    });
    connect(&desk.session(), &Session::opened, this, &FoolingPanel::refresh);
    connect(&desk.session(), &Session::closing, this, [this] {
        m_asking.drop();
        m_planting.drop();
        m_fooling.reset();
        m_power.clear();
    });
    connect(&desk.session(), &Session::closed, this, &FoolingPanel::refresh);
    refresh();
}

QWidget *FoolingPanel::firstFocus()
{
    return isEmpty() ? static_cast<QWidget *>(emptyState()->button()) : m_run;
}

QWidget *FoolingPanel::makeCount(QLabel *&number, const QString &says)
{
    auto *area = new QWidget(this);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    number = plainLabel(u"–"_s, u"heading"_s, area);
    QFont font = number->font();
    font.setPointSizeF(font.pointSizeF() * 2.4);
    number->setFont(font);
    number->setAccessibleName(says);
    layout->addWidget(number);
    layout->addWidget(plainLabel(says, u"muted"_s, area));
    return area;
}

void FoolingPanel::refresh()
{
    if (!desk().session().bench())
        return showEmpty(tr("Here you can try to make Foreshock find what is not there. It needs prices to try it "
                            "on; the sample has some."),
                         sampleAction(), u"question"_s);
    showContent();
    m_run->setEnabled(!m_asking.isBusy());
    m_slider->setEnabled(m_fooling != nullptr);
    m_counts->setVisible(m_fooling || m_asking.isBusy());
    for (QWidget *later : {m_plant, static_cast<QWidget *>(m_chart)})
        later->setVisible(m_fooling != nullptr);
    if (!m_fooling && !m_asking.isBusy() && m_sentence->text().isEmpty())
        m_sentence->setText(tr("It takes a few seconds; nothing of it enters the ledger."));
    tellEffect();
    showPower();
}

void FoolingPanel::run()
{
    const std::shared_ptr<const Workbench> bench = desk().session().bench();
    if (!bench)
        return;
    m_planting.drop();
    m_fooling.reset();
    m_power.clear();
    for (QLabel *number : {m_naive, m_found})
        number->setText(u"…"_s);
    m_sentence->setText(tr("Asking…"));
    FoolingOptions options;
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    using Asked = std::shared_ptr<const FoolingDesk>;
    m_asking.start<Asked>(
        JobKind::Task, tr("Try to fool it"),
        [bench, options](const Job &job) -> Result<Asked> {
            auto fooling = FoolingDesk::open(bench, options, job);
            return fooling.ok() ? Result<Asked>(std::make_shared<const FoolingDesk>(std::move(*fooling)))
                                : Result<Asked>(fooling.error());
        },
        this, [this](Result<Asked> answer) { asked(std::move(answer)); });
    refresh();
}

void FoolingPanel::asked(Result<std::shared_ptr<const FoolingDesk>> answer)
{
    if (!answer.ok()) {
        for (QLabel *number : {m_naive, m_found})
            number->setText(u"–"_s);
        m_sentence->setText(answer.error().message);
        return refresh();
    }
    m_fooling = std::move(*answer);
    const FoolingResult &result = m_fooling->result();
    m_naive->setText(countText(result.naive));
    m_found->setText(countText(result.significant));
    m_sentence->setText(
        core::workbench::foolingSentence(result, NumberStyle::Typeset) + u' ' +
        tr("%1 million tests a second; nothing of this enters the ledger.")
            .arg(core::workbench::fixed(result.testsPerSecond / 1e6, 0, NumberStyle::Typeset)));
    refresh();
    plantNext();
}

/// The effect the slider stands at comes first, then those of the curve that are short of plants.
void FoolingPanel::plantNext()
{
    if (!m_fooling || m_planting.isBusy())
        return;
    int effect = -1;
    if (m_power[m_slider->value()].planted < kPlanted)
        effect = m_slider->value();
    for (int tenths = 0; effect < 0 && tenths <= kStrongest; ++tenths) {
        if (m_power[tenths].planted < kPlanted)
            effect = tenths;
    }
    if (effect < 0 && m_power[m_slider->value()].planted < kPlantedHere)
        effect = m_slider->value();
    if (effect < 0)
        return;
    const std::size_t first = m_power[effect].planted;
    m_planting.start<FoolingPower>(
        JobKind::Read, tr("Planting effects"),
        [fooling = m_fooling, effect, first](const Job &job) {
            return fooling->plant(effect / 10.0, first, kAtOnce, job);
        },
        this, [this, effect](Result<FoolingPower> more) {
            if (!more.ok())
                return;
            FoolingPower &power = m_power[effect];
            power.effect = effect / 10.0;
            power.planted += more->planted;
            power.naive += more->naive;
            power.candidate += more->candidate;
            power.significant += more->significant;
            showPower();
            tellEffect();
            plantNext();
        });
}

void FoolingPanel::showPower()
{
    ChartSpec spec;
    spec.title = tr("How often a planted effect is found");
    spec.xTitle = tr("planted effect, standard deviations of the response");
    spec.yTitle = tr("found, %");
    spec.yFrom = 0;
    spec.yTo = 100;
    std::vector<double> x, significant, naive;
    for (const auto &[tenths, power] : m_power) {
        if (power.planted == 0)
            continue;
        x.push_back(tenths / 10.0);
        const double of = static_cast<double>(power.planted) / 100.0;
        significant.push_back(static_cast<double>(power.candidate) / of);
        naive.push_back(static_cast<double>(power.naive) / of);
    }
    if (!x.empty()) {
        ChartSeries ours;
        ours.name = tr("Foreshock");
        ours.x = column(std::vector<double>(x));
        ours.y = column(std::vector<double>(significant));
        ours.color = 0;
        ChartSeries theirs;
        theirs.name = tr("uncorrected t-test");
        theirs.x = column(std::vector<double>(x));
        theirs.y = column(std::vector<double>(naive));
        theirs.color = 1;
        theirs.dashed = true;
        spec.series = {std::move(ours), std::move(theirs)};
        spec.rules.push_back({Qt::Vertical, m_slider->value() / 10.0, {}, Role::Muted, true});
    }
    spec.source = tr("Random pairs of dates and prices with an effect added to the bar after each date.");
    spec.summary = m_effect->text();
    m_chart->setSpec(spec, ChartView::Range::Keep);
    m_chart->setAccessibleName(spec.title);
}

void FoolingPanel::tellEffect()
{
    const QString size = core::workbench::fixed(m_slider->value() / 10.0, 1, NumberStyle::Typeset);
    const auto found = m_power.find(m_slider->value());
    if (found == m_power.end() || found->second.planted == 0) {
        m_effect->setText(tr("%1 standard deviations").arg(size));
        return;
    }
    const FoolingPower &power = found->second;
    m_effect->setText(tr("%1 standard deviations: Foreshock finds %2 of %3, the uncorrected t-test %4")
                          .arg(size, percent(power.candidate, power.planted), countText(power.planted),
                               percent(power.naive, power.planted)));
}

} // namespace widgets
