// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/check.h"
#include "tests/support/deskfixture.h"
#include "widgets/common/textrows.h"
#include "widgets/importing/assistants.h"
#include "widgets/importing/importassistant.h"
#include "widgets/importing/mappingpage.h"
#include "widgets/importing/previewpage.h"
#include "widgets/importing/resultpage.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;
using support::kLong;
using Page = ImportAssistant::Page;

namespace {

// three lines of twelve cannot be taken
const QByteArray kEvents = "timestamp,event_type,source,entity,value,unit,text\n"
                           "2020-01-02,opec_meeting,own,OPEC,1.5,mbd,cut\n"
                           "not a date,opec_meeting,own,OPEC,1,mbd,bad one\n"
                           "2020-02-03,opec_meeting,own,OPEC,,mbd,no value\n"
                           "2020-03-04,opec_meeting,own,OPEC,1e9x,mbd,bad number\n"
                           "2020-04-05,opec_meeting,own,OPEC,2,mbd,<img src=file:///etc/hostname>\n"
                           "2020-13-45,opec_meeting,own,OPEC,2,mbd,bad month\n"
                           "2020-05-06,opec_meeting,own,OPEC,3,mbd,\u202ertl\n";
// a header that no preset knows
const QByteArray kOwn =
    "Tag der Sitzung;Menge;Notiz\n03.01.2020;1,5;Wien\n04.06.2020;2,5;Wien\n05.12.2020;3,25;online\n";
const QByteArray kBars = "symbol,ts,open,high,low,close,volume\n"
                         "ABC,2020-01-02,10,11,9,10.5,1000\nABC,2020-01-03,10.5,12,10,11,2000\n"
                         "ABC,2020-01-06,11,12,10,11.5,1500\n";

} // namespace

class TestImportAssistant final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensByADropOnTheWindow();
    void showsRefusedLinesAndStoresTheGoodOnes();
    void importsTheSameAgainWithoutANewRow();
    void takesPricesForPrices();
    void mapsAFileThatNoPresetKnows();
    void saysInASentenceWhyAFileCannotBeRead();
    void asksForAWorkspaceFirst();
    void givesEveryFieldAName();
    void looksRight();

private:
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(assistant() && assistant()->isSettled(), kLong); }
    [[nodiscard]] ImportAssistant *assistant() const { return m_assistants->importing(); }
    void open(const QStringList &files) { Q_EMIT m_fixture->desk->importFiles(files); }
    [[nodiscard]] std::uint64_t events() const
    {
        const auto groups = m_fixture->session->bench()->events().count({}, "");
        return groups && !groups->empty() ? groups->front().count : 0;
    }

    std::unique_ptr<support::DeskFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    Assistants *m_assistants = nullptr;
};

void TestImportAssistant::init()
{
    m_fixture = std::make_unique<support::DeskFixture>();
    QVERIFY(m_fixture->makeWorkspace(u"own"_s));
    m_window = std::make_unique<QWidget>();
    m_window->resize(400, 300);
    m_window->show();
    m_assistants = new Assistants(*m_fixture->desk, m_window.get());
}

void TestImportAssistant::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void TestImportAssistant::opensByADropOnTheWindow()
{
    const QString file = m_fixture->write(u"events.csv"_s, kEvents);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    support::drop(m_window.get(), data);
    settle();
    QVERIFY(assistant()->isVisible());
    QVERIFY(!assistant()->isModal());
    QCOMPARE(assistant()->files()->rowCount(), 1);
    QVERIFY2(assistant()->page() == Page::Preview, qPrintable(assistant()->files()->file(0).fault));
}

void TestImportAssistant::showsRefusedLinesAndStoresTheGoodOnes()
{
    open({m_fixture->write(u"events.csv"_s, kEvents)});
    settle();
    QVERIFY2(assistant()->page() == Page::Preview, qPrintable(assistant()->files()->file(0).fault));
    const QAbstractItemModelTester tester(assistant()->preview()->rows(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList refused;
    for (const TextRows::Row &row : assistant()->preview()->rows()->rows()) {
        QVERIFY(!row.cells.join(u' ').contains(QChar(0x202e)));
        if (row.isRefused) {
            QCOMPARE(row.icon, u"warning"_s);
            QVERIFY2(row.cells[1].size() > 12, qPrintable(row.cells[1]));
            refused.append(row.cells[0]);
        }
    }
    QCOMPARE(refused, (QStringList{u"3"_s, u"5"_s, u"7"_s}));
    QVERIFY(!assistant()->preview()->known()->text().isEmpty());
    QSignalSpy stored(m_fixture->session.get(), &workbench::Session::eventsStored);
    assistant()->importButton()->click();
    settle();
    QCOMPARE(stored.count(), 1);
    QCOMPARE(assistant()->page(), Page::Result);
    QCOMPARE(events(), 4u);
    QCOMPARE(assistant()->result()->results()->rows().front().cells[3], u"4"_s);
    QCOMPARE(assistant()->result()->results()->rows().front().cells[5], u"3"_s);
    QStringList lines;
    for (const TextRows::Row &row : assistant()->result()->refusals()->rows())
        lines.append(row.cells[3]);
    for (const QString &line : {u"3 "_s, u"5 "_s, u"7 "_s})
        QVERIFY2(lines.join(u' ').contains(line), qPrintable(lines.join(u' ')));
    QCOMPARE(support::richLabel(assistant()), QString());
}

void TestImportAssistant::importsTheSameAgainWithoutANewRow()
{
    const QString file = m_fixture->write(u"events.csv"_s, kEvents);
    for (int i = 0; i < 2; ++i) {
        open({file});
        settle();
        assistant()->importButton()->click();
        settle();
    }
    QCOMPARE(events(), 4u);
    QCOMPARE(assistant()->files()->rowCount(), 1);
    QVERIFY(assistant()->result()->sentence().startsWith(u"Nothing new"_s));
}

void TestImportAssistant::takesPricesForPrices()
{
    open({m_fixture->write(u"ABC.csv"_s, kBars)});
    settle();
    QVERIFY2(assistant()->page() == Page::Preview, qPrintable(assistant()->files()->file(0).fault));
    QCOMPARE(assistant()->files()->file(0).preview->kind, std::string("bars"));
    QSignalSpy stored(m_fixture->session.get(), &workbench::Session::barsStored);
    assistant()->importButton()->click();
    settle();
    QCOMPARE(stored.count(), 1);
}

void TestImportAssistant::mapsAFileThatNoPresetKnows()
{
    open({m_fixture->write(u"Sitzungen 2020.csv"_s, kOwn)});
    settle();
    QCOMPARE(assistant()->page(), Page::Mapping);
    MappingPage *page = assistant()->mapping();
    QCOMPARE(page->dateColumn()->currentData().toString(), u"Tag der Sitzung"_s);
    QCOMPARE(page->name(), u"sitzungen-2020"_s);
    QVERIFY(page->mapping().decimalComma);
    page->saveButton()->click();
    settle();
    QVERIFY2(assistant()->page() == Page::Preview, qPrintable(assistant()->files()->file(0).fault));
    QCOMPARE(assistant()->files()->file(0).preview->preset, std::string("sitzungen-2020"));
    assistant()->importButton()->click();
    settle();
    QCOMPARE(events(), 3u);
}

void TestImportAssistant::saysInASentenceWhyAFileCannotBeRead()
{
    open({m_fixture->folder.filePath(u"nowhere.csv"_s)});
    settle();
    QCOMPARE(assistant()->page(), Page::Waiting);
    QVERIFY(assistant()->files()->file(0).fault.contains(u"nowhere.csv"_s));
    QVERIFY(!assistant()->importButton()->isEnabled());
}

void TestImportAssistant::asksForAWorkspaceFirst()
{
    m_fixture->session->close();
    open({m_fixture->write(u"events.csv"_s, kEvents)});
    QVERIFY(!assistant());
    const Message &told = m_fixture->desk->messages().all().back();
    QCOMPARE(told.actions.size(), std::size_t(3)); // new, open, the sample
    QSignalSpy wanted(m_fixture->desk.get(), &Desk::newWorkspace);
    told.actions.front().run();
    QCOMPARE(wanted.count(), 1);
    // the files have waited
    QSignalSpy opened(m_fixture->session.get(), &core::workbench::Session::opened);
    m_fixture->session->create(m_fixture->folder.filePath(u"new"_s).toStdString(), {});
    QVERIFY(opened.wait(60'000));
    QVERIFY(assistant());
    QCOMPARE(assistant()->files()->rowCount(), 1);
}

void TestImportAssistant::givesEveryFieldAName()
{
    open({m_fixture->write(u"events.csv"_s, kEvents)});
    settle();
    QCOMPARE(support::unnamed(assistant()), QString());
}

void TestImportAssistant::looksRight()
{
    if (qEnvironmentVariable("FORESHOCK_PICTURES").isEmpty())
        QSKIP("FORESHOCK_PICTURES is not set");
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_fixture->theme.use(theme);
        open({m_fixture->write(u"events.csv"_s, kEvents),
              m_fixture->write(u"Sitzungen %1.csv"_s.arg(theme), "x" + kOwn),
              m_fixture->write(u"ABC.csv"_s, kBars), m_fixture->folder.filePath(u"nowhere.csv"_s)});
        settle();
        support::picture(m_fixture->theme, assistant(), u"import-%1-preview"_s.arg(theme));
        auto *list = assistant()->findChild<QAbstractItemView *>(u"importFiles"_s);
        list->setCurrentIndex(assistant()->files()->index(1));
        support::picture(m_fixture->theme, assistant(), u"import-%1-mapping"_s.arg(theme));
        list->setCurrentIndex(assistant()->files()->index(2));
        support::picture(m_fixture->theme, assistant(), u"import-%1-bars"_s.arg(theme));
        list->setCurrentIndex(assistant()->files()->index(3));
        support::picture(m_fixture->theme, assistant(), u"import-%1-fault"_s.arg(theme));
        assistant()->importButton()->click();
        settle();
        support::picture(m_fixture->theme, assistant(), u"import-%1-result"_s.arg(theme));
    }
}

QTEST_MAIN(TestImportAssistant)

#include "tst_importassistant.moc"
