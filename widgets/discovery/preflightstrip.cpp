// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/preflightstrip.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/style/style.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::Result;
using discovery::Preflight;

namespace {

constexpr int kDelayMs = 400;

struct PreflightTr {
    Q_DECLARE_TR_FUNCTIONS(PreflightStrip)
};

QString counted(std::uint64_t count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(countText(count));
}

} // namespace

QString preflightLine(const Preflight &answer, std::size_t windows)
{
    QStringList parts;
    parts << PreflightTr::tr("%1, %2, %3: %4 (%5)")
                 .arg(counted(answer.series.size(), PreflightTr::tr("1 event type"),
                              PreflightTr::tr("%1 event types")),
                      counted(answer.assets, PreflightTr::tr("1 asset"), PreflightTr::tr("%1 assets")),
                      counted(windows, PreflightTr::tr("1 window"), PreflightTr::tr("%1 windows")),
                      counted(answer.hypotheses, PreflightTr::tr("1 hypothesis"),
                              PreflightTr::tr("%1 hypotheses")),
                      answer.newHypotheses == 0 ? PreflightTr::tr("all asked before")
                      : answer.newHypotheses == answer.hypotheses
                          ? PreflightTr::tr("never asked before")
                          : PreflightTr::tr("%1 never asked before").arg(countText(answer.newHypotheses)));
    const auto fewest =
        std::min_element(answer.series.begin(), answer.series.end(),
                         [](const auto &a, const auto &b) { return a.barsFewest < b.barsFewest; });
    if (fewest != answer.series.end())
        parts << PreflightTr::tr("fewest events %1").arg(countText(fewest->barsFewest));
    if (std::isfinite(answer.mde)) {
        parts << PreflightTr::tr("smallest effect seen 80 % of the time: %1 %2")
                     .arg(numberText(answer.mde, answer.mde >= 10 ? 0 : 2), oneLine(answer.mdeUnit, 20));
    }
    if (std::isfinite(answer.estimatedSeconds))
        parts << (answer.estimatedSeconds < 10
                      ? PreflightTr::tr("about %1 s")
                            .arg(std::max(1, static_cast<int>(std::ceil(answer.estimatedSeconds))))
                      : PreflightTr::tr("about %1").arg(durationText(answer.estimatedSeconds)));
    return parts.join(QStringLiteral(" · "));
}

QStringList preflightNotes(const Preflight &answer, const base::Zone &zone)
{
    QStringList notes;
    notes << PreflightTr::tr("Sample: %1 bars from %2 to %3; benchmark %4.")
                 .arg(countText(answer.bars), dayText(answer.sampleFrom, zone),
                      dayText(answer.sampleTo, zone), oneLine(answer.benchmark, 40));
    if (answer.sealedFrom.isValid())
        notes << PreflightTr::tr("Sealed from %1 on: later data are kept for one honest test and not read.")
                     .arg(dayText(answer.sealedFrom));
    if (std::isfinite(answer.smallestP))
        notes << PreflightTr::tr("The smallest p this sample can give: %1.")
                     .arg(probabilityText(answer.smallestP));
    for (const auto &series : answer.series) {
        if (series.tooFew)
            notes << PreflightTr::tr("%1: too few events (%2), not tested.")
                         .arg(oneLine(series.name, 80), countText(series.barsMost));
    }
    for (const QString &note : answer.notes)
        notes << oneLine(note);
    return notes;
}

PreflightStrip::PreflightStrip(Desk &desk, StudyDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_draft(draft)
    , m_line(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_go(new QToolButton(this))
    , m_notes(new QLabel(this))
    , m_counting(desk.session().jobs())
{
    setObjectName(QStringLiteral("preflight"));
    for (QLabel *label : {m_line, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_line->setObjectName(QStringLiteral("preflightLine"));
    m_notes->setProperty("role", QStringLiteral("muted"));
    m_notes->hide();
    m_more->setCheckable(true);
    m_more->setAccessibleName(tr("Notes about the study"));
    m_more->hide();
    connect(m_more, &QToolButton::toggled, m_notes, &QWidget::setVisible);
    m_go->setText(tr("Show"));
    m_go->setAccessibleName(tr("Show where the study is wrong"));
    m_go->setToolTip(tr("Show where the study is wrong"));
    m_go->hide();
    connect(m_go, &QToolButton::clicked, this, &PreflightStrip::faultWanted);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_line, 1);
    top->addWidget(m_more, 0, Qt::AlignTop);
    top->addWidget(m_go, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_notes);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &PreflightStrip::count);
    connect(&draft, &StudyDraft::changed, this, &PreflightStrip::refresh);
    say(tr("Nothing asked yet."), QStringLiteral("muted"));
}

QString PreflightStrip::text() const
{
    return m_line->text();
}

void PreflightStrip::say(const QString &text, const QString &role)
{
    m_line->setText(unbroken(text));
    setLook(m_line, "role", role);
}

void PreflightStrip::refresh()
{
    m_counting.drop();
    m_answer.reset();
    m_refusal.clear();
    m_delay.stop();
    m_go->setVisible(!m_draft.fault().isEmpty());
    if (!m_desk.session().bench() || !m_draft.fault().isEmpty()) {
        m_more->hide();
        m_notes->hide();
        say(m_draft.fault().isEmpty() ? tr("No workspace is open.")
                                      : tr("Cannot run yet: %1").arg(m_draft.fault()),
            m_draft.fault().isEmpty() ? QStringLiteral("muted") : QStringLiteral("down"));
        Q_EMIT answered();
        return;
    }
    const bool wasFault = m_line->property("role").toString() == QLatin1String("down");
    say(wasFault ? tr("Counting…") : m_line->text(), QStringLiteral("muted")); // of the study before the edit
    m_delay.start();
}

void PreflightStrip::recount()
{
    if (m_counting.isBusy())
        m_again = true;
    else if (!m_desk.session().bench() || !m_draft.fault().isEmpty())
        refresh();
    else if (!m_delay.isActive())
        m_delay.start();
}

void PreflightStrip::count()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    m_again = false;
    const std::string text = base::utf8(m_draft.text());
    m_counting.start<Preflight>(
        JobKind::Read, tr("Counting what the study asks"),
        [bench, text, asOf = m_desk.asOf()](const Job &job) { return preflight(*bench, text, job, asOf); }, this,
        [this](Result<Preflight> answer) { show(answer); });
}

void PreflightStrip::show(const Result<Preflight> &answer)
{
    if (m_again)
        m_delay.start();
    if (answer) {
        m_answer = *answer;
        m_refusal.clear();
        say(preflightLine(*answer, m_draft.study() ? m_draft.study()->windows.size() : 0), QString());
        const QStringList notes = preflightNotes(*answer, {});
        m_notes->setText(unbroken(notes.join(QLatin1Char('\n'))));
        m_more->setText(tr("Notes (%1)").arg(notes.size()));
        m_more->setToolTip(tr("Sample, seal, and what is not tested"));
        m_more->show();
        m_notes->setVisible(m_more->isChecked());
    } else if (answer.error().code != base::ErrorCode::Cancelled) {
        m_answer.reset();
        m_refusal = answer.error().message;
        m_more->hide();
        m_notes->hide();
        say(tr("Cannot run yet: %1").arg(oneLine(m_refusal)), QStringLiteral("down"));
    }
    Q_EMIT answered();
}

} // namespace widgets
