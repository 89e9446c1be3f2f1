// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorermodel.h"

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>
#include <QtTest>

using namespace widgets;
using namespace Qt::StringLiterals;
using Kind = ExplorerModel::Kind;
using Section = ExplorerModel::Section;
using Item = ExplorerModel::Item;

namespace {

Item item(Kind kind, const QString &key, std::vector<Item> children = {}, bool isLazy = false)
{
    return {.kind = kind,
            .key = key,
            .name = key,
            .detail = {},
            .fault = {},
            .tip = {},
            .icon = {},
            .more = {},
            .children = std::move(children),
            .isLazy = isLazy};
}

std::vector<Item> studies(const QStringList &names)
{
    std::vector<Item> out;
    for (const QString &name : names)
        out.push_back(item(Kind::Study, name));
    return out;
}

} // namespace

class TestExplorerModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ExplorerModel>(m_theme);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_tester->setUseFetchMore(false); // it would fetch in the middle of an insertion
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void hasItsSections()
    {
        QCOMPARE(m_model->rowCount(), ExplorerModel::kSections);
        QCOMPARE(m_model->sectionIndex(Section::Sources).data(ExplorerModel::KeyRole).toString(),
                 u"sources"_s);
    }

    void followsEveryChange_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::newRow("first") << QStringList() << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("all gone") << QStringList{u"a"_s, u"b"_s} << QStringList();
        QTest::newRow("one in front") << QStringList{u"b"_s} << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("one taken out") << QStringList{u"a"_s, u"b"_s, u"c"_s} << QStringList{u"a"_s, u"c"_s};
        QTest::newRow("turned round")
            << QStringList{u"a"_s, u"b"_s, u"c"_s} << QStringList{u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("others") << QStringList{u"a"_s, u"b"_s} << QStringList{u"x"_s, u"b"_s, u"y"_s};
    }
    void followsEveryChange()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        m_model->setItems(Section::Studies, studies(before));
        m_model->setItems(Section::Studies, studies(after));
        const QModelIndex section = m_model->sectionIndex(Section::Studies);
        QStringList shown;
        for (int row = 0; row < m_model->rowCount(section); ++row)
            shown.append(m_model->index(row, 0, section).data().toString());
        QCOMPARE(shown, after);
    }

    void keepsALineThatStays()
    {
        m_model->setItems(Section::Studies, studies({u"a"_s, u"b"_s}));
        const QPersistentModelIndex kept(m_model->find(Section::Studies, Kind::Study, u"b"_s));
        m_model->setItems(Section::Studies, studies({u"c"_s, u"b"_s}));
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"b"_s);
        QCOMPARE(kept.row(), 1);
    }

    void makesLazyRowsWhenAsked()
    {
        std::vector<Item> symbols;
        for (int i = 0; i < 20'000; ++i)
            symbols.push_back(item(Kind::Symbol, u"S%1"_s.arg(i)));
        QElapsedTimer timer;
        timer.start();
        std::vector<Item> kinds;
        kinds.push_back(item(Kind::SymbolKind, u"stock"_s, std::move(symbols), true));
        m_model->setItems(Section::Symbols, std::move(kinds));
        const QModelIndex kind = m_model->index(0, 0, m_model->sectionIndex(Section::Symbols));
        QVERIFY(m_model->hasChildren(kind));
        QCOMPARE(m_model->rowCount(kind), 0);
        QVERIFY(m_model->canFetchMore(kind));
        m_tester.reset(); // it would ask twenty thousand rows one by one
        m_model->fetchAll();
        QCOMPARE(m_model->rowCount(kind), 20'000);
        QVERIFY(!m_model->canFetchMore(kind));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void survivesAProxyThatFilters()
    {
        QSortFilterProxyModel proxy;
        proxy.setSourceModel(m_model.get());
        proxy.setRecursiveFilteringEnabled(true);
        proxy.setFilterRole(ExplorerModel::SearchRole);
        m_model->setItems(Section::Watchlists,
                          {item(Kind::Watchlist, u"energy"_s,
                                {item(Kind::Symbol, u"XLE"_s), item(Kind::Symbol, u"SPY"_s)})});
        proxy.setFilterFixedString(u"XLE"_s);
        QCOMPARE(proxy.rowCount(), 1);
        m_model->setItems(Section::Watchlists,
                          {item(Kind::Watchlist, u"energy"_s, {item(Kind::Symbol, u"SPY"_s)})});
        QCOMPARE(proxy.rowCount(), 0);
        m_model->setItems(Section::Watchlists,
                          {item(Kind::Watchlist, u"energy"_s,
                                {item(Kind::Symbol, u"SPY"_s), item(Kind::Symbol, u"XLE"_s)})});
        QCOMPARE(proxy.rowCount(), 1);
    }

private:
    Theme m_theme;
    std::unique_ptr<ExplorerModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestExplorerModel)

#include "tst_explorermodel.moc"
