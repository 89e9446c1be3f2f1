// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/findingview.h"

#include "core/base/text.h"
#include "core/workbench/sentences.h"
#include "core/workbench/studies.h"
#include "widgets/common/foldingbar.h"
#include "widgets/common/words.h"
#include "widgets/inspector/factstable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

struct ReadFinding {
    discovery::Finding finding;
    std::string status; ///< of the relationship; empty: it is none
};

} // namespace

FindingView::FindingView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_sentence(new QLabel(this))
    , m_withheld(new QLabel(this))
    , m_facts(new FactsTable(desk, tr("Numbers of the finding"), this))
    , m_chart(new QPushButton(tr("Chart"), this))
    , m_run(new QPushButton(tr("Run"), this))
    , m_report(new QPushButton(tr("Report…"), this))
{
    for (QLabel *label : {m_sentence, m_withheld}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_sentence->setObjectName(QStringLiteral("findingSentence"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_withheld->setProperty("role", QStringLiteral("warn"));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 4, 8, 8);
    top->setSpacing(4);
    top->addWidget(m_sentence);
    top->addWidget(m_withheld);
    auto *foot = new FoldingBar(desk.theme(), this);
    foot->row()->setContentsMargins(8, 4, 8, 8);
    // short words, so that three fit a narrow panel
    const std::pair<QPushButton *, QString> buttons[] = {{m_chart, tr("Show the asset on the chart")},
                                                         {m_run, tr("Open the run it comes from")},
                                                         {m_report, tr("Export a report of the finding")}};
    for (const auto &[button, what] : buttons) {
        button->setAccessibleName(what);
        button->setToolTip(what);
        foot->addFoldable(button, 1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(kTableIndent, 0, kTableIndent, 0);
    inside->addWidget(m_facts);
    layout->addLayout(inside, 1);
    layout->addWidget(foot);
    connect(m_chart, &QPushButton::clicked, this, [this] {
        m_desk.selection().selectSymbol(m_asset);
        Q_EMIT m_desk.showPanel(QStringLiteral("chart"));
    });
    connect(m_run, &QPushButton::clicked, this, [this] { Q_EMIT m_desk.openRun(m_ref.run); });
    connect(m_report, &QPushButton::clicked, this,
            [this] { Q_EMIT m_desk.exportReport(m_ref.run, m_ref.hypothesis); });
}

QString FindingView::sentence() const
{
    return m_sentence->text();
}

QString FindingView::withheld() const
{
    return m_withheld->isHidden() ? QString() : m_withheld->text();
}

void FindingView::clear()
{
    m_reading.drop();
    m_ref = {};
    m_subject.clear();
    m_facts->setFacts({});
}

void FindingView::setFinding(const FindingRef &ref)
{
    const auto bench = m_desk.session().bench();
    if (!bench || ref == m_ref)
        return;
    m_ref = ref;
    m_subject.clear();
    m_sentence->setText(tr("Reading…"));
    m_withheld->hide();
    m_facts->setFacts({});
    for (QPushButton *button : {m_chart, m_report})
        button->setEnabled(false);
    m_reading.start<ReadFinding>(
        JobKind::Read, tr("Reading the finding"),
        [bench, run = base::utf8(ref.run),
         hypothesis = base::utf8(ref.hypothesis)](const Job &) -> Result<ReadFinding> {
            const auto id = base::parseSha256(hypothesis);
            if (!id)
                return id.error();
            auto report = showRun(*bench, run, true);
            if (!report)
                return report.error();
            const auto found = std::ranges::find(report->findings, *id, &discovery::Finding::hypothesis);
            if (found == report->findings.end())
                return Error{ErrorCode::NotFound, tr("The run does not report this finding.")};
            ReadFinding out{std::move(*found), {}};
            const auto relationships = bench->ledger().relationships();
            if (!relationships)
                return relationships.error();
            for (const store::RelationshipRecord &one : *relationships) {
                if (one.hypothesis == *id)
                    out.status = one.status;
            }
            return out;
        },
        this,
        [this](Result<ReadFinding> read) {
            if (read)
                showNumbers(read->finding, read->status);
            else
                m_sentence->setText(oneLine(read.error().message, 400));
        });
}

void FindingView::showNumbers(const discovery::Finding &finding, const std::string &status)
{
    QStringList missing;
    for (const QString &what : missingOf(finding))
        missing.append(what);
    m_subject = tr("%1, %2, bars %3")
                    .arg(oneLine(finding.event, 80), oneLine(finding.asset, 40),
                         widgets::windowText(finding.window.first, finding.window.last));
    // without all of its numbers a finding is named, not judged
    m_sentence->setText(missing.isEmpty() ? oneLine(sentenceOf(finding, NumberStyle::Typeset, status), 700)
                                          : m_subject);
    m_withheld->setText(tr("No verdict: %1 missing. Run the study again to compute it.")
                            .arg(missing.join(QStringLiteral(", "))));
    m_withheld->setVisible(!missing.isEmpty());
    m_facts->setFacts(factsOf(finding));
    m_asset = base::qs(finding.asset);
    m_chart->setEnabled(true);
    m_report->setEnabled(true);
}

} // namespace widgets
