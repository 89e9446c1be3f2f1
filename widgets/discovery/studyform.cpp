// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/studyform.h"

#include "core/base/text.h"
#include "core/domain/study.h"
#include "core/workbench/methodwords.h"
#include "widgets/common/words.h"
#include "widgets/common/checkededit.h"
#include "widgets/discovery/eventcard.h"
#include "widgets/discovery/studytext.h"
#include "widgets/discovery/tokencompleter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QStringList kAssets{u"assets"_s};

QString instantFault(const QString &text)
{
    const std::string given = base::utf8(text.trimmed());
    if (given.empty())
        return {};
    if (given.starts_with('-') && domain::parseDuration(std::string_view(given).substr(1)))
        return {};
    if (base::parseDate(given) || base::parseInstant(given))
        return {};
    return StudyForm::tr(
        "Write a day such as 2011-03-11, an instant with its zone, or a time before now such as -5w.");
}

QJsonValue numberValue(const QString &text)
{
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text.trimmed(), &isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text); // the parser then says what is wrong with it
}

QString numberOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QString wholeNumberFault(const QString &text)
{
    bool isNumber = false;
    text.trimmed().toULongLong(&isNumber);
    return isNumber || text.trimmed().isEmpty() ? QString() : StudyForm::tr("The seed is a whole number.");
}

QString alphaFault(const QString &text)
{
    const QJsonValue value = numberValue(text);
    const bool isFine = value.isDouble() && value.toDouble() >= 1e-6 && value.toDouble() <= 0.5;
    return isFine || text.trimmed().isEmpty() ? QString()
                                              : StudyForm::tr("Write a number from 0.000001 to 0.5.");
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("heading"));
    return label;
}

QFormLayout *makeForm()
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(4);
    form->setHorizontalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

StudyForm::StudyForm(StudyDraft &draft, const base::Clock &clock, QWidget *parent)
    : QScrollArea(parent)
    , m_draft(draft)
    , m_clock(clock)
    , m_fields(draft)
{
    setObjectName(u"studyForm"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(this);
    page->setMinimumWidth(300);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(heading(tr("Which events"), page));
    layout->addWidget(makeEvents());
    layout->addWidget(heading(tr("Which assets"), page));
    layout->addWidget(makeAssets());
    layout->addWidget(heading(tr("How it is asked"), page));
    QFormLayout *form = makeForm();
    layout->addLayout(form);
    addQuestion(form);

    auto *advanced = new QToolButton(page);
    advanced->setText(tr("Advanced: correction, response, groups"));
    advanced->setCheckable(true);
    advanced->setArrowType(Qt::RightArrow);
    advanced->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    advanced->setObjectName(u"advanced"_s);
    watch(advanced, tr("Advanced"),
          tr("Fixed before the run: another correction is another run, and the default's verdict stays on "
             "the page."));
    layout->addWidget(advanced, 0, Qt::AlignLeft);
    QWidget *rest = makeAdvanced();
    rest->hide();
    layout->addWidget(rest);
    connect(advanced, &QToolButton::toggled, rest, [advanced, rest](bool on) {
        rest->setVisible(on);
        advanced->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
    });
    layout->addStretch(1);
    setWidget(page);
    connect(&draft, &StudyDraft::changed, this, &StudyForm::show);
    show();
}

void StudyForm::watch(QWidget *field, const QString &name, const QString &help)
{
    field->setAccessibleName(name);
    if (auto *edit = qobject_cast<CheckedEdit *>(field))
        edit->setHelp(help);
    else {
        field->setToolTip(tipText(help));
        field->setAccessibleDescription(help);
    }
    field->installEventFilter(this);
}

bool StudyForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        auto *field = qobject_cast<QWidget *>(watched);
        const auto *edit = qobject_cast<CheckedEdit *>(watched);
        Q_EMIT helped(edit ? edit->help() : field->accessibleDescription());
        ensureWidgetVisible(field, 0, 24);
    }
    // a wheel over a field scrolls the form; nobody wants to change a study by scrolling past it
    if (event->type() == QEvent::Wheel && !qobject_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

CheckedEdit *StudyForm::addEdit(QFormLayout *form, const QString &label, const QString &placeholder,
                                const QString &help)
{
    auto *edit = new CheckedEdit;
    edit->setPlaceholderText(placeholder);
    form->addRow(label, edit);
    watch(edit, label, help);
    return edit;
}

QComboBox *StudyForm::addChoice(QFormLayout *form, const QString &label, const QString &help,
                                const QStringList &path, const std::vector<Choice> &choices)
{
    auto *box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setFocusPolicy(Qt::StrongFocus);
    m_fields.choice(box, path, choices);
    form->addRow(label, box);
    watch(box, label, help);
    return box;
}

QWidget *StudyForm::makeEvents()
{
    auto *area = new QWidget(this);
    m_cardLayout = new QVBoxLayout(area);
    m_cardLayout->setContentsMargins(0, 0, 0, 0);
    m_cardLayout->setSpacing(4);
    auto *add = new QPushButton(tr("Add Events"), area);
    add->setObjectName(u"addEvents"_s);
    watch(add, tr("Add Events"), tr("Another event definition: each is asked about every asset and window."));
    m_cardLayout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        const qsizetype count = m_draft.json().value("events"_L1).toArray().size();
        m_draft.setValue({u"events"_s, QString::number(count)},
                         QJsonObject{{u"name"_s, tr("events %1").arg(count + 1)}, {u"filter"_s, QString()}});
    });
    return area;
}

QWidget *StudyForm::makeAssets()
{
    auto *area = new QWidget(this);
    auto *layout = new QHBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_assetKind = new QComboBox(area);
    m_assetKind->addItem(tr("symbols"), u"symbols"_s);
    m_assetKind->addItem(tr("filter"), u"filter"_s);
    m_assetKind->addItem(tr("watchlist"), u"watchlist"_s);
    watch(m_assetKind, tr("How assets are chosen"),
          tr("A list of symbols, every instrument that passes a filter, or a watchlist."));
    m_assets = new CheckedEdit(area);
    m_assets->setObjectName(u"assets"_s);
    watch(m_assets, tr("Assets"),
          tr("Symbols such as SPY, TLT; a filter such as kind == etf; or a watchlist's name."));
    m_assetCompleter = new TokenCompleter(m_assets);
    layout->addWidget(m_assetKind);
    layout->addWidget(m_assets, 1);
    connect(m_assetKind, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_fields.isShowing())
            setAssets(m_assets->text());
    });
    connect(m_assets, &QLineEdit::textEdited, this, &StudyForm::setAssets);
    return area;
}

void StudyForm::setAssets(const QString &text)
{
    const QString kind = m_assetKind->currentData().toString();
    if (kind == u"symbols"_s)
        m_draft.setValue(kAssets, listOf(text));
    else
        m_draft.setValue(kAssets, QJsonObject{{kind, text}});
}

void StudyForm::showAssets()
{
    const QJsonValue value = m_draft.value(kAssets);
    const QJsonObject rule = value.toObject();
    const QString kind = rule.contains("filter"_L1)      ? u"filter"_s
                         : rule.contains("watchlist"_L1) ? u"watchlist"_s
                                                         : u"symbols"_s;
    m_assetKind->setCurrentIndex(m_assetKind->findData(kind));
    m_assets->setPlaceholderText(kind == u"filter"_s      ? tr("such as kind == etf")
                                 : kind == u"watchlist"_s ? tr("the name of a watchlist")
                                                          : tr("such as SPY, TLT, XLE"));
    if (kind != u"symbols"_s)
        m_assets->show(rule.value(kind).toString());
    else if (value != QJsonValue(listOf(m_assets->text())))
        m_assets->show(listText(value));
    m_assetCompleter->setEnabled(kind != u"filter"_s);
    m_assetCompleter->setWords(kind == u"watchlist"_s ? m_watchlists : m_symbols);
}

void StudyForm::addQuestion(QFormLayout *form)
{
    CheckedEdit *name =
        addEdit(form, tr("Name"), tr("what this study is about"), tr("How the study is called in lists."));
    m_fields.text(name, {u"name"_s});
    name->setObjectName(u"name"_s);
    CheckedEdit *windows =
        addEdit(form, tr("Windows"), u"[-5,-1] [0,0] [1,1] [1,5] [1,21]"_s,
                tr("Bars counted from the event bar: [0,0] is the event bar itself, [1,5] the five "
                   "after it; a window that ends before 0 is a placebo. Or: lengths [1,5] lags [1,21], for every lag from 1 to 21."));
    windows->setObjectName(u"windows"_s);
    windows->setCheck(
        [](const QString &text) {
            if (text.trimmed().isEmpty())
                return QString();
            const auto parsed = parseWindows(text);
            return parsed ? QString() : parsed.error().message;
        },
        true);
    m_fields.text(
        windows, {u"windows"_s},
        [](const QString &text) {
            const auto parsed = parseWindows(text);
            return parsed ? *parsed : QJsonValue(text); // kept as it is written, so that both views show it
        },
        windowsText);
    auto *fault = new QLabel;
    fault->setTextFormat(Qt::PlainText);
    fault->setWordWrap(true);
    fault->setProperty("role", QStringLiteral("down"));
    fault->hide();
    form->addRow(fault);
    connect(windows, &CheckedEdit::faultChanged, fault, [windows, fault] {
        fault->setText(windows->fault());
        fault->setVisible(!windows->fault().isEmpty());
    });
    addChoice(form, tr("Pair"), tr("Which assets an event is asked about."), {u"pair"_s},
              {{u"all"_s, tr("every event with every asset")},
               {u"entity"_s, tr("each event with the asset it names")},
               {u"linked"_s, tr("each event with what is linked to it")}});
    addChoice(form, tr("Pool"),
              tr("One hypothesis for each asset, or one for all pairs together, which sees smaller "
                 "effects."),
              {u"pool"_s},
              {{u"none"_s, tr("each asset by itself")}, {u"assets"_s, tr("all assets together")}});
    addChoice(form, tr("Returns"),
              tr("Logarithmic or simple returns; differences for levels that can be zero or below, such as "
                 "yields."),
              {u"returns"_s, u"kind"_s},
              {{u"log"_s, tr("logarithmic")},
               {u"simple"_s, tr("simple")},
               {u"diff"_s, tr("differences")},
               {u"logit_diff"_s, tr("logit differences")}});
    addChoice(form, tr("Model"),
              tr("What is taken off before an event is judged: nothing, the mean, or the market."),
              {u"returns"_s, u"model"_s},
              {{u"raw"_s, tr("nothing taken off")},
               {u"mean_adjusted"_s, tr("less its mean")},
               {u"market_adjusted"_s, tr("less the benchmark")},
               {u"market_model"_s, tr("less beta × benchmark")},
               {u"factors"_s, tr("less several factors")}});
    CheckedEdit *benchmark = addEdit(form, tr("Benchmark"), tr("SPY, else the first asset"),
                                     tr("The market of the model; its closes are the study's calendar."));
    m_benchmarkCompleter = new TokenCompleter(benchmark);
    m_fields.text(benchmark, {u"returns"_s, u"benchmark"_s});
    addChoice(form, tr("Null"),
              tr("What chance is: the events moved in time. Automatic takes matched days for dates bound to "
                 "the calendar, "
                 "and says so."),
              {u"null"_s, u"method"_s},
              {{u"auto"_s, tr("automatic")},
               {u"circular_shift"_s, tr("circular shifts")},
               {u"block_shift"_s, tr("shifts inside blocks")},
               {u"matched_days"_s, tr("matched days")},
               {u"mark_shift"_s, tr("shifted values")}});
    addChoice(
        form, tr("Shifts keep"), tr("Only shifts that keep the weekday or the session."),
        {u"null"_s, u"restrict"_s},
        {{u"none"_s, tr("nothing")}, {u"weekday"_s, tr("the weekday")}, {u"session"_s, tr("the session")}});
    for (const auto &[label, key, placeholder] : {std::tuple{tr("From"), u"from"_s, tr("the first bar")},
                                                  std::tuple{tr("To"), u"to"_s, tr("the seal")}}) {
        CheckedEdit *edit = addEdit(form, label, placeholder,
                                    tr("A day (2011-03-11), an instant, or a time before now "
                                       "(-5w). The sealed hold-out is never read."));
        edit->setCheck(instantFault);
        m_fields.text(edit, {u"sample"_s, key});
    }
    CheckedEdit *seed = addEdit(form, tr("Seed"), u"1"_s,
                                tr("Of everything drawn at random: the same seed, the same result."));
    seed->setCheck(wholeNumberFault);
    m_fields.text(seed, {u"seed"_s}, numberValue, numberOf);
}

/// One sentence on each of the two rules chosen: what it does and when it is of use.
void StudyForm::addCorrectionHelp(QFormLayout *form, QComboBox *strict, QComboBox *loose)
{
    auto *help = new QLabel(this);
    help->setWordWrap(true);
    help->setTextFormat(Qt::PlainText);
    help->setProperty("role", u"muted"_s);
    const auto tell = [this, help, strict, loose] {
        help->setText(core::workbench::correctionHelp(strict->currentData().toString(),
                                                      loose->currentData().toString()));
    };
    for (QComboBox *box : {strict, loose})
        connect(box, &QComboBox::currentIndexChanged, help, tell);
    tell();
    form->addRow(help);
}

QWidget *StudyForm::makeAdvanced()
{
    auto *area = new QWidget(this);
    area->setObjectName(u"advancedFields"_s);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    QFormLayout *form = makeForm();
    layout->addLayout(form);
    QComboBox *strict =
        addChoice(form, tr("Significant by"),
                  tr("The strict verdict. Chosen before the study runs; another choice is another run."),
                  {u"correction"_s, u"significant"_s},
                  {{u"maxT"_s, tr("max T (default)")},
                   {u"stepdown"_s, tr("max T, step by step")},
                   {u"bonferroni"_s, tr("Bonferroni")},
                   {u"holm"_s, tr("Holm")},
                   {u"hochberg"_s, tr("Hochberg")},
                   {u"hommel"_s, tr("Hommel")},
                   {u"none"_s, tr("nothing")}});
    QComboBox *loose = addChoice(form, tr("Candidates by"),
                                 tr("The second verdict: a limited share of false ones among those found."),
                                 {u"correction"_s, u"candidate"_s},
                                 {{u"fdr"_s, tr("counted chance (default)")},
                                  {u"bh"_s, tr("Benjamini–Hochberg")},
                                  {u"by"_s, tr("Benjamini–Yekutieli")},
                                  {u"storey"_s, tr("Storey q-values")},
                                  {u"none"_s, tr("nothing")}});
    addCorrectionHelp(form, strict, loose);
    CheckedEdit *alpha =
        addEdit(form, tr("Alpha"), u"0.05"_s, tr("The error that is allowed, for the whole family."));
    alpha->setCheck(alphaFault);
    m_fields.text(alpha, {u"correction"_s, u"alpha"_s}, numberValue, numberOf);
    addChoice(form, tr("Response"), tr("What is measured after the event."), {u"response"_s},
              {{u"return"_s, tr("return")},
               {u"abs_return"_s, tr("size of the return")},
               {u"range"_s, tr("range of the bar")},
               {u"volume"_s, tr("volume")}});
    addChoice(form, tr("Statistic"),
              tr("A mean over events, the slope on their weight, or the largest group less the "
                 "smallest."),
              {u"statistic"_s},
              {{u"auto"_s, tr("automatic")},
               {u"mean"_s, tr("mean")},
               {u"slope"_s, tr("slope")},
               {u"quantile_spread"_s, tr("quantile spread")}});
    form->addRow(tr("Groups"), makeQuantile());
    auto *window = new QSpinBox(area);
    window->setRange(20, 5'000);
    window->setFocusPolicy(Qt::StrongFocus);
    m_fields.number(window, {u"returns"_s, u"window"_s}, 250);
    form->addRow(tr("Model over"), window);
    watch(window, tr("Bars of the model"), tr("Bars before each bar that the model is fitted on."));
    CheckedEdit *factors = addEdit(form, tr("Factors"), tr("such as SPY, TLT"),
                                   tr("Symbols whose returns the model of "
                                      "several factors takes off."));
    m_fields.text(
        factors, {u"returns"_s, u"factors"_s}, [](const QString &text) { return QJsonValue(listOf(text)); },
        listText);
    CheckedEdit *interval =
        addEdit(form, tr("Bars"), u"1d"_s, tr("The interval of the bars, such as 1d or 5m."));
    m_fields.text(interval, {u"interval"_s});
    CheckedEdit *sealed =
        addEdit(form, tr("Seal from"), tr("the workspace's"), tr("Only earlier than the workspace's seal."));
    sealed->setCheck(instantFault);
    m_fields.text(sealed, {u"sample"_s, u"sealed_from"_s});
    auto *trim = new QCheckBox(tr("may leave out the oldest bars for speed"), area);
    watch(trim, tr("Trim"), tr("At most 2 %, and says how many."));
    m_fields.flag(trim, {u"trim"_s}, true);
    form->addRow(trim);
    return area;
}

QWidget *StudyForm::makeQuantile()
{
    auto *area = new QWidget(this);
    auto *layout = new QHBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *of = new QComboBox(area);
    of->addItem(tr("none"), QString());
    of->addItem(tr("of value"), u"value"_s);
    of->addItem(tr("of change"), u"change"_s);
    of->addItem(tr("of surprise"), u"surprise"_s);
    watch(of, tr("Groups by size"),
          tr("Splits events without a weight of their own into groups of equal count."));
    auto *bins = new QSpinBox(area);
    bins->setRange(2, 20);
    watch(bins, tr("Number of groups"), tr("How many groups."));
    auto *breaks = new QComboBox(area);
    watch(breaks, tr("Limits of groups"),
          tr("From earlier events only (tradable), or from the whole sample."));
    const QStringList path{u"quantile"_s};
    m_fields.custom([this, of, bins, breaks, path] {
        const QJsonValue value = m_draft.value(path);
        of->setCurrentIndex(value.isUndefined() ? 0 : of->findData(value[u"of"_s].toString(u"value"_s)));
        bins->setEnabled(!value.isUndefined());
        breaks->setEnabled(!value.isUndefined());
    });
    connect(of, &QComboBox::currentIndexChanged, this, [this, of, path](int at) {
        if (m_fields.isShowing() || at < 0)
            return;
        if (at == 0)
            m_draft.setValue(path, QJsonValue(QJsonValue::Undefined));
        else
            m_draft.setValue(path + QStringList{u"of"_s}, of->itemData(at).toString());
    });
    m_fields.number(bins, path + QStringList{u"bins"_s}, 5);
    m_fields.choice(breaks, path + QStringList{u"breaks"_s},
                    {{u"past"_s, tr("past limits")}, {u"sample"_s, tr("sample limits")}});
    layout->addWidget(of, 1);
    layout->addWidget(bins);
    layout->addWidget(breaks, 1);
    return area;
}

void StudyForm::show()
{
    m_fields.show();
    m_fields.guarded([this] { showAssets(); });
    showEvents();
}

void StudyForm::showEvents()
{
    const qsizetype count = m_draft.json().value("events"_L1).toArray().size();
    while (static_cast<qsizetype>(m_cards.size()) > count) {
        m_cards.back()->deleteLater();
        m_cards.back()->hide();
        m_cards.pop_back();
    }
    while (static_cast<qsizetype>(m_cards.size()) < count) {
        auto *card =
            new EventCard(m_draft, m_clock, static_cast<int>(m_cards.size()), widget() ? widget() : this);
        m_cardLayout->insertWidget(static_cast<int>(m_cards.size()), card);
        m_cards.push_back(card);
        for (QWidget *field : card->findChildren<QWidget *>()) {
            if (field->focusPolicy() & Qt::TabFocus)
                field->installEventFilter(this);
        }
    }
    for (EventCard *card : m_cards) {
        card->show();
        card->setRemovable(count > 1);
    }
}

void StudyForm::setSymbols(const QStringList &symbols)
{
    m_symbols = symbols;
    m_benchmarkCompleter->setWords(symbols);
    m_fields.guarded([this] { showAssets(); });
}

void StudyForm::setWatchlists(const QStringList &names)
{
    m_watchlists = names;
    m_fields.guarded([this] { showAssets(); });
}

QWidget *StudyForm::firstFocus() const
{
    return m_cards.empty() ? m_assets : static_cast<QWidget *>(m_cards.front()->filter());
}

} // namespace widgets
