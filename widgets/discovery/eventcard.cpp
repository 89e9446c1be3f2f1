// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/eventcard.h"

#include "core/base/text.h"
#include "core/domain/study.h"
#include "widgets/common/checkededit.h"
#include "widgets/common/filtercompleter.h"
#include "widgets/discovery/studytext.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QResizeEvent>
#include <QSpinBox>
#include <QToolButton>

namespace widgets {

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr int kNarrow = 560;

QString durationFault(const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    const auto parsed = domain::parseDuration(base::utf8(text));
    return parsed ? QString() : parsed.error().message;
}

QLabel *caption(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("muted"));
    label->setBuddy(buddy);
    return label;
}

CheckedEdit *edit(QWidget *parent, const QString &name, const QString &placeholder, const QString &help)
{
    auto *out = new CheckedEdit(parent);
    out->setAccessibleName(name);
    out->setPlaceholderText(placeholder);
    out->setHelp(help);
    return out;
}

QHBoxLayout *row(QWidget *widget)
{
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

} // namespace

EventCard::EventCard(StudyDraft &draft, const base::Clock &clock, int position, QWidget *parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_fields(draft)
    , m_path{u"events"_s, QString::number(position)}
    , m_layout(new QGridLayout(this))
    , m_name(edit(this, tr("Name of events %1").arg(position + 1), tr("name"),
                  tr("What the findings call these events.")))
    , m_filter(edit(this, tr("Filter of events %1").arg(position + 1),
                    tr("filter, such as source == usgs and value >= 6"),
                    tr("Which events are meant: field operator value, joined with and, or, not.")))
    , m_fault(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    setProperty("role", QStringLiteral("card"));
    setObjectName(u"eventCard%1"_s.arg(position));
    m_layout->setContentsMargins(8, 8, 8, 8);
    m_layout->setSpacing(4);
    m_filter->setObjectName(u"filter"_s);
    new FilterCompleter(m_filter); // belongs to the line
    m_filter->setCheck(
        [this, check = filterCheck(clock, true)](const QString &text) {
            const bool mayBeBlank = !m_draft.value(m_path + QStringList{u"each"_s}).isUndefined();
            return text.trimmed().isEmpty() && !mayBeBlank
                       ? tr("Say which events are meant, such as source == usgs and value >= 6.")
                       : check(text);
        },
        true);
    m_fields.text(m_name, m_path + QStringList{u"name"_s});
    m_fields.text(m_filter, m_path + QStringList{u"filter"_s});
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("role", QStringLiteral("down"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    connect(m_filter, &CheckedEdit::faultChanged, this, &EventCard::showFault);
    m_more->setText(tr("More"));
    m_more->setCheckable(true);
    m_more->setAccessibleName(tr("More about events %1").arg(position + 1));
    m_more->setToolTip(tr("Clusters, and only the first in a while"));
    m_remove->setText(u"\u00d7"_s);
    m_remove->setAccessibleName(tr("Remove events %1").arg(position + 1));
    m_remove->setToolTip(tr("Remove these events"));
    connect(m_remove, &QToolButton::clicked, this,
            [this] { m_draft.setValue(m_path, QJsonValue(QJsonValue::Undefined)); });
    m_second = makeSecondRow(m_path);
    m_third = makeThirdRow(m_path);
    m_third->hide();
    connect(m_more, &QToolButton::toggled, m_third, &QWidget::setVisible);
    arrange(true);
    EventCard::show();
}

QWidget *EventCard::makeSecondRow(const QStringList &path)
{
    auto *widget = new QWidget(this);
    m_secondLayout = new QGridLayout(widget);
    m_secondLayout->setContentsMargins(0, 0, 0, 0);
    m_secondLayout->setSpacing(4);
    auto *weight = new QComboBox(widget);
    weight->setAccessibleName(tr("How each event weighs"));
    weight->setToolTip(
        tr("What an event weighs: its presence, or something of its size. Automatic takes the surprise "
           "of releases that carry one, else presence."));
    m_fields.choice(weight, path + QStringList{u"weight"_s},
                    {{u"auto"_s, tr("automatic")},
                     {u"presence"_s, tr("presence")},
                     {u"count"_s, tr("count")},
                     {u"value"_s, tr("value")},
                     {u"change"_s, tr("change")},
                     {u"surprise"_s, tr("surprise")},
                     {u"zscore"_s, tr("z-score")},
                     {u"rank"_s, tr("rank")},
                     {u"sign"_s, tr("sign")}});
    CheckedEdit *each =
        edit(widget, tr("Split by"), tr("one series"),
             tr("One series of events for each value of these fields: source, event_type, entity, "
                "unit, known_basis, precision or meta.KEY."));
    m_fields.text(
        each, path + QStringList{u"each"_s}, [](const QString &text) { return QJsonValue(listOf(text)); },
        listText);
    auto *least = new QSpinBox(widget);
    least->setRange(2, 1'000'000);
    least->setAccessibleName(tr("Fewest events"));
    least->setToolTip(tr("Hypotheses with fewer distinct event bars are not tested."));
    m_fields.number(least, path + QStringList{u"min_events"_s}, 15);
    m_secondFields = {caption(tr("weigh"), weight, widget),   weight,
                      caption(tr("split by"), each, widget),  each,
                      caption(tr("at least"), least, widget), least};
    return widget;
}

QWidget *EventCard::makeThirdRow(const QStringList &path)
{
    auto *widget = new QWidget(this);
    QHBoxLayout *layout = row(widget);
    auto *count = new QSpinBox(widget);
    count->setRange(1, 100'000);
    count->setSpecialValueText(tr("off"));
    count->setAccessibleName(tr("Cluster of"));
    count->setToolTip(
        tr("An event counts only when so many, itself among them, came within the time beside."));
    CheckedEdit *within = edit(widget, tr("Within"), u"5d"_s, tr("A length of time: 36h, 5d, 2w."));
    within->setCheck(durationFault);
    CheckedEdit *first = edit(widget, tr("First in"), u"10d"_s,
                              tr("Only events with none before them for so long: 36h, 5d, 2w."));
    first->setCheck(durationFault);
    const QStringList cluster = path + QStringList{u"cluster"_s};
    m_fields.custom([this, count, within, cluster] {
        const QJsonValue value = m_draft.value(cluster);
        count->setValue(value.isUndefined() ? 1 : value[u"count"_s].toInt(2));
        within->setEnabled(!value.isUndefined());
    });
    connect(count, &QSpinBox::valueChanged, this, [this, within, cluster](int value) {
        if (m_fields.isShowing())
            return;
        const QString time = within->text().isEmpty() ? u"5d"_s : within->text();
        m_draft.setValue(cluster, value < 2
                                      ? QJsonValue(QJsonValue::Undefined)
                                      : QJsonValue(QJsonObject{{u"count"_s, value}, {u"within"_s, time}}));
    });
    m_fields.text(within, cluster + QStringList{u"within"_s});
    m_fields.text(first, path + QStringList{u"first_in"_s});
    layout->addWidget(caption(tr("cluster of"), count, widget));
    layout->addWidget(count);
    layout->addWidget(caption(tr("within"), within, widget));
    layout->addWidget(within, 1);
    layout->addWidget(caption(tr("first in"), first, widget));
    layout->addWidget(first, 1);
    return widget;
}

void EventCard::show()
{
    m_fields.show();
    const bool hasMore = !m_draft.value(m_path + QStringList{u"cluster"_s}).isUndefined() ||
                         !m_draft.value(m_path + QStringList{u"first_in"_s}).isUndefined();
    if (hasMore)
        m_more->setChecked(true);
    showFault();
}

void EventCard::setRemovable(bool removable)
{
    m_remove->setEnabled(removable);
}

void EventCard::showFault()
{
    m_fault->setText(m_filter->fault());
    m_fault->setVisible(!m_filter->fault().isEmpty() && !m_filter->text().isEmpty());
}

void EventCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange(event->size().width() < kNarrow);
}

void EventCard::arrange(bool narrow)
{
    if (m_narrow == static_cast<int>(narrow))
        return;
    m_narrow = narrow;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_name, m_filter, m_more, m_remove, m_fault, m_second, m_third})
        m_layout->removeWidget(widget);
    if (narrow) {
        m_layout->addWidget(m_name, 0, 0);
        m_layout->addWidget(m_more, 0, 1);
        m_layout->addWidget(m_remove, 0, 2);
        m_layout->addWidget(m_filter, 1, 0, 1, 3);
        m_layout->setColumnStretch(0, 1);
        m_layout->setColumnStretch(1, 0);
    } else {
        m_layout->addWidget(m_name, 0, 0);
        m_layout->addWidget(m_filter, 0, 1);
        m_layout->addWidget(m_more, 0, 2);
        m_layout->addWidget(m_remove, 0, 3);
        m_layout->setColumnStretch(0, 1);
        m_layout->setColumnStretch(1, 4);
    }
    for (QWidget *field : m_secondFields)
        m_secondLayout->removeWidget(field);
    for (int i = 0; i < 6; ++i) {
        // narrow: weight and least on one line, what splits below
        const int line = narrow && (i == 2 || i == 3) ? 1 : 0;
        const int place = narrow && i >= 2 ? i - 2 : i;
        m_secondLayout->addWidget(m_secondFields[static_cast<std::size_t>(i)], line, place, 1,
                                  narrow && i == 3 ? 3 : 1);
    }
    m_secondLayout->setColumnStretch(1, 1);
    m_secondLayout->setColumnStretch(3, narrow ? 0 : 1);
    m_layout->addWidget(m_fault, 2, 0, 1, 4);
    m_layout->addWidget(m_second, 3, 0, 1, 4);
    m_layout->addWidget(m_third, 4, 0, 1, 4);
}

} // namespace widgets
