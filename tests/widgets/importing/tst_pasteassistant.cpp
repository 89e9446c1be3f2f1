// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/study.h"
#include "core/workbench/studies.h"
#include "tests/support/check.h"
#include "tests/support/deskfixture.h"
#include "widgets/common/textrows.h"
#include "widgets/importing/assistants.h"
#include "widgets/importing/pasteassistant.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;
using support::kLong;

namespace {

/// Twenty working days of the sample's years.
QString twentyDates()
{
    QString text;
    for (int i = 0; i < 20; ++i)
        text += u"%1-%2-%3\t%4\tmeeting\n"_s.arg(2012 + i / 4)
                    .arg(1 + (i % 4) * 3, 2, 10, QLatin1Char('0'))
                    .arg(10 + i % 5)
                    .arg(i % 7);
    return text;
}

} // namespace

class TestPasteAssistant final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.openSample()); }
    void init();
    void cleanup() { m_window.reset(); }

    void beginsWithTheClipboard();
    void showsWhatWasReadWhileTyping();
    void goesFromTwentyDatesToFindings();
    void marksTheDatesOnTheChart();
    void refusesWhatCannotBeNamed();
    void survivesHostileText();
    void givesEveryFieldAName();
    void looksRight();

private:
    [[nodiscard]] PasteAssistant *assistant() const { return m_assistants->pasting(); }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(assistant() && assistant()->isSettled(), kLong); }
    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        Q_EMIT m_fixture.desk->pasteDates();
        settle();
    }

    support::DeskFixture m_fixture;
    std::unique_ptr<QWidget> m_window;
    Assistants *m_assistants = nullptr;
};

void TestPasteAssistant::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_assistants = new Assistants(*m_fixture.desk, m_window.get());
    m_fixture.desk->selection().clear();
}

void TestPasteAssistant::beginsWithTheClipboard()
{
    m_fixture.desk->selection().selectSymbol(u"SIM-INDEX"_s);
    paste(twentyDates());
    QCOMPARE(assistant()->rows()->rowCount(), 20);
    QCOMPARE(assistant()->symbol()->text(), u"SIM-INDEX"_s);
    QCOMPARE(assistant()->testButton()->text(), u"Test on SIM-INDEX"_s);
    QVERIFY(assistant()->testButton()->isEnabled());
    QVERIFY(assistant()->testButton()->isDefault());
    QVERIFY(!assistant()->name()->text().isEmpty());
}

void TestPasteAssistant::showsWhatWasReadWhileTyping()
{
    paste({});
    const QAbstractItemModelTester tester(assistant()->rows(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!assistant()->testButton()->isEnabled());
    assistant()->text()->setPlainText(u"03/04/2012 1\nnonsense\n13/04/2012 2\n13/04/2012 2\n"_s);
    settle();
    QCOMPARE(assistant()->rows()->rowCount(), 3);
    QVERIFY(assistant()->rows()->rows()[1].isRefused);
    QCOMPARE(assistant()->rows()->rows()[1].cells[0], u"2"_s);
    QVERIFY(!assistant()->rows()->rows()[1].cells[3].isEmpty());
    QCOMPARE(assistant()->rows()->rows()[0].cells[1], u"2012-04-03"_s);
    QVERIFY(assistant()->notes()->text().contains(u"counted once"_s));
}

void TestPasteAssistant::goesFromTwentyDatesToFindings()
{
    m_fixture.desk->selection().selectSymbol(u"SIM-INDEX"_s);
    paste(twentyDates());
    assistant()->name()->setText(u"My meetings"_s);
    QSignalSpy edited(m_fixture.desk.get(), &Desk::editStudy);
    QSignalSpy run(m_fixture.desk.get(), &Desk::runStudy);
    QSignalSpy stored(m_fixture.session.get(), &workbench::Session::eventsStored);
    QTest::keyClick(assistant()->text(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(stored.count(), 1);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(run.count(), 1);
    QVERIFY(!assistant()->isVisible());
    const std::string study = base::utf8(edited.first().first().toString());
    VERIFY_OK(domain::parseStudy(study, {}));
    const auto report = workbench::runStudyText(*m_fixture.session->bench(), study, 2, {});
    VERIFY_OK(report);
    QVERIFY(report->hypotheses >= 4);
    QVERIFY(!report->findings.empty());
    QCOMPARE(report->findings.front().asset, std::string("SIM-INDEX"));
}

void TestPasteAssistant::marksTheDatesOnTheChart()
{
    paste(twentyDates());
    assistant()->name()->setText(u"Marks"_s);
    QSignalSpy marked(m_fixture.desk.get(), &Desk::markEvents);
    QSignalSpy shown(m_fixture.desk.get(), &Desk::showPanel);
    assistant()->chartButton()->click();
    settle();
    QCOMPARE(marked.count(), 1);
    QCOMPARE(marked.first().first().toString(), u"event_type == marks and source == pasted"_s);
    QCOMPARE(shown.first().first().toString(), u"chart"_s);
}

void TestPasteAssistant::refusesWhatCannotBeNamed()
{
    paste(twentyDates());
    assistant()->name()->setText(u"\u2014\u2014"_s);
    assistant()->chartButton()->click();
    settle();
    QVERIFY(assistant()->isVisible());
    QVERIFY(assistant()->chartButton()->isEnabled());
}

void TestPasteAssistant::survivesHostileText()
{
    QElapsedTimer timer;
    timer.start();
    paste(u"2012-01-03 1 <img src=file:///etc/hostname>\u202e\n2012-01-04 2 "_s + QString(1'000'000, u'x') +
          u"\n<b>no date</b>\u202e\n"_s);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(support::richLabel(assistant()), QString());
    for (const TextRows::Row &row : assistant()->rows()->rows()) {
        QVERIFY(!row.cells.join(u' ').contains(QChar(0x202e)));
        for (const QString &cell : row.cells)
            QVERIFY(cell.size() < 1000);
    }
}

void TestPasteAssistant::givesEveryFieldAName()
{
    paste(twentyDates());
    QCOMPARE(support::unnamed(assistant()), QString());
}

void TestPasteAssistant::looksRight()
{
    if (qEnvironmentVariable("FORESHOCK_PICTURES").isEmpty())
        QSKIP("FORESHOCK_PICTURES is not set");
    m_fixture.desk->selection().selectSymbol(u"SIM-INDEX"_s);
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_fixture.theme.use(theme);
        paste(
            u"date;value;text\n03.01.2012;1,5;Wien\n04.06.2012;2,5;Wien\nn/a;1;?\n05.12.2012;3,25;online\n05.12.2012;3,25;online\n"_s);
        support::picture(m_fixture.theme, assistant(), u"paste-%1"_s.arg(theme));
        assistant()->close();
    }
}

QTEST_MAIN(TestPasteAssistant)

#include "tst_pasteassistant.moc"
