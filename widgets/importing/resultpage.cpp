// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/resultpage.h"

#include "core/base/text.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace core;
using base::qs;

ResultPage::ResultPage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_refusedTitle(new QLabel(tr("What was refused, and why"), this))
    , m_results(new TextRows(theme, this))
    , m_refusals(new TextRows(theme, this))
    , m_resultTable(new QTableView(this))
    , m_refusalTable(new QTableView(this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("role", QStringLiteral("heading"));
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_refusedTitle->setProperty("role", QStringLiteral("muted"));
    m_resultTable->setModel(m_results);
    m_resultTable->setObjectName(QStringLiteral("importResults"));
    dressTable(m_resultTable, tr("What became of each file"));
    m_refusalTable->setModel(m_refusals);
    m_refusalTable->setObjectName(QStringLiteral("importRefusals"));
    dressTable(m_refusalTable, tr("Refused lines by reason"));
    for (QTableView *table : {m_resultTable, m_refusalTable})
        table->horizontalHeader()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_sentence);
    layout->addWidget(m_resultTable, 1);
    layout->addWidget(m_refusedTitle);
    layout->addWidget(m_refusalTable, 1);
}

QString ResultPage::sentence() const
{
    return m_sentence->text();
}

void ResultPage::showOutcomes(const ImportFiles &files)
{
    std::vector<TextRows::Row> results;
    std::vector<TextRows::Row> refusals;
    std::uint64_t stored = 0;
    std::uint64_t refused = 0;
    int failed = 0;
    for (int i = 0; i < files.rowCount(); ++i) {
        const ImportFile &file = files.file(i);
        if (!file.outcome)
            continue;
        const QString name = fileNameText(file.path);
        if (!file.outcome->ok()) {
            ++failed;
            const QString why = oneLine(file.outcome->error().message, 400);
            results.push_back({.cells = {name, {}, {}, {}, {}, {}, tr("Not imported: %1").arg(why)},
                               .icon = QStringLiteral("warning"),
                               .tip = why,
                               .isMuted = false,
                               .isRefused = true});
            continue;
        }
        const ingest::ImportReport &report = file.outcome->value();
        stored += report.stored;
        refused += report.refused;
        results.push_back(
            {.cells = {name, qs(report.kind), countText(report.rows), countText(report.stored),
                       countText(report.duplicate), countText(report.refused), oneLine(report.preset, 80)},
             .icon = {},
             .tip = {}});
        for (const sources::Refusal &refusal : report.refusals) {
            QStringList lines;
            for (const sources::RefusedLine &line : refusal.first)
                lines.append(line.text.empty()
                                 ? QString::number(line.line)
                                 : tr("%1 “%2”").arg(QString::number(line.line), oneLine(line.text, 60)));
            if (refusal.count > refusal.first.size())
                lines.append(QStringLiteral("…"));
            refusals.push_back({.cells = {name, oneLine(refusal.reason, 200), countText(refusal.count),
                                          lines.join(QStringLiteral(", "))},
                                .icon = QStringLiteral("warning"),
                                .tip = {}});
        }
    }
    QString sentence = tr("%1 new rows are stored.").arg(countText(stored));
    if (stored == 0 && failed == 0)
        sentence = tr("Nothing new: everything was there already, or was refused.");
    if (refused > 0)
        sentence +=
            QLatin1Char(' ') + tr("%1 were refused; the others are not affected.").arg(countText(refused));
    if (failed > 0)
        sentence += QLatin1Char(' ') + tr("Files that could not be imported: %1.").arg(failed);
    m_sentence->setText(sentence);
    const bool hasRefusals = !refusals.empty();
    m_results->set(
        {tr("file"), tr("kind"), tr("read"), tr("stored"), tr("there already"), tr("refused"), tr("preset")},
        std::move(results), {2, 3, 4, 5});
    m_refusals->set({tr("file"), tr("reason"), tr("count"), tr("line and what stands there")},
                    std::move(refusals), {2});
    for (QTableView *table : {m_resultTable, m_refusalTable}) {
        table->resizeColumnsToContents();
        for (int column = 0; column + 1 < table->model()->columnCount(); ++column)
            table->setColumnWidth(column, table->columnWidth(column) + 12);
        table->setColumnWidth(0, std::min(260, table->columnWidth(0)));
    }
    m_refusedTitle->setVisible(hasRefusals);
    m_refusalTable->setVisible(hasRefusals);
}

} // namespace widgets
