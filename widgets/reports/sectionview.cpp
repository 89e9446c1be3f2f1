// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/sectionview.h"

#include "widgets/charts/chartjson.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

using core::workbench::ReportSection;

namespace {

constexpr int kCommentHeight = 72;
constexpr int kLeastComment = 32;
constexpr int kLeastPicture = 60;
constexpr int kLongestTitle = 200;

} // namespace

SectionView::SectionView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(new QLineEdit(this))
    , m_comment(new QPlainTextEdit(this))
    , m_said(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_chart(new ChartView(desk.theme(), m_pages))
    , m_rows(new TextRows(desk.theme(), this))
    , m_table(new QTableView(m_pages))
    , m_nothing(new QWidget(m_pages))
{
    m_title->setObjectName(QStringLiteral("sectionTitle"));
    m_title->setAccessibleName(tr("Title of the section"));
    m_title->setMaxLength(kLongestTitle);
    m_comment->setObjectName(QStringLiteral("sectionComment"));
    m_comment->setAccessibleName(tr("Comment on the section"));
    m_comment->setPlaceholderText(tr("Comment: what does it show, and what follows from it?"));
    m_comment->setTabChangesFocus(true);
    m_comment->setMinimumHeight(kLeastComment); // in a low panel it leaves the picture its room
    m_comment->setMaximumHeight(kCommentHeight);
    m_pages->setMinimumHeight(kLeastPicture);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_said->setProperty("role", QStringLiteral("muted"));
    m_table->setModel(m_rows);
    dressTable(m_table, tr("Table of the section"));
    m_chart->setClock(desk.session().clock());
    m_pages->addWidget(m_chart);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_nothing);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 4, 8, 4);
    top->setSpacing(4);
    top->addWidget(m_title);
    top->addWidget(m_comment);
    top->addWidget(m_said);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_pages, 1);
    connect(m_title, &QLineEdit::textEdited, this,
            [this](const QString &title) { m_desk.report().rename(m_id, title); });
    connect(m_comment, &QPlainTextEdit::textChanged, this,
            [this] { m_desk.report().setComment(m_id, m_comment->toPlainText()); });
    setSection({});
}

void SectionView::setSection(const QString &id)
{
    if (id == m_id && !id.isEmpty())
        return;   // what is being written stays under the cursor
    m_id.clear(); // until the fields hold what belongs to it
    const ReportKeeper &report = m_desk.report();
    const int at = report.indexOf(id);
    setEnabled(at >= 0);
    if (at < 0) {
        m_title->clear();
        m_comment->clear();
        m_said->hide();
        m_pages->setCurrentWidget(m_nothing);
        return;
    }
    const ReportSection &section = report.book().sections[static_cast<std::size_t>(at)];
    m_title->setText(section.title);
    m_title->setCursorPosition(0);
    m_comment->setPlainText(section.comment);
    showContent(section);
    m_id = id;
}

void SectionView::showContent(const ReportSection &section)
{
    QStringList lines;
    for (const QString &sentence : section.sentences)
        lines << oneLine(sentence, 600);
    if (!section.source.isEmpty())
        lines << oneLine(section.source, 300);
    m_said->setText(lines.join(QLatin1Char('\n')));
    m_said->setVisible(!lines.isEmpty());
    if (const auto chart = chartFromJson(section.chart)) {
        m_chart->setSpec(*chart);
        if (const auto range = chartRange(section.chart))
            m_chart->showRange(range->first, range->second);
        m_pages->setCurrentWidget(m_chart);
        return;
    }
    if (section.table.rows.empty()) {
        m_pages->setCurrentWidget(m_nothing);
        return;
    }
    std::vector<TextRows::Row> rows;
    for (const QStringList &cells : section.table.rows) {
        TextRows::Row row;
        for (const QString &cell : cells)
            row.cells << oneLine(cell, 300);
        rows.push_back(std::move(row));
    }
    QList<int> figures;
    for (std::size_t i = 0; i < section.table.numbers.size(); ++i) {
        if (section.table.numbers[i])
            figures << static_cast<int>(i);
    }
    m_rows->set(section.table.titles, std::move(rows), figures);
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(section.table.titles.size() == 2);
    m_pages->setCurrentWidget(m_table);
}

} // namespace widgets
