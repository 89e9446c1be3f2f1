// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "widgets/discovery/shownrun.h"
#include "widgets/discovery/studydraft.h"
#include "widgets/discovery/studytext.h"

#include <QJsonArray>
#include <QtTest>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;

namespace {

const base::ManualClock kClock(base::Instant(1'700'000'000'000'000));

QJsonObject parsed(const QString &text)
{
    const auto json = base::parseJson(base::utf8(text));
    return json ? json->toObject() : QJsonObject();
}

const QString kStudy = uR"({"name": "n", "events": [{"each": ["event_type"], "filter": "source == usgs"},
 {"name": "big", "filter": "value >= 7", "weight": "value", "cluster": {"count": 3, "within": "5d"}}],
 "assets": ["SPY", "TLT"], "windows": [[0,0],[1,5]], "seed": 7, "sample": {"to": "2011-12-31"},
 "schedule": {"after": "fred"}})"_s;

} // namespace

/// A study as people write it: the same after every change of shape.
class TestStudyText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItRead();
    void keepsUnknownKeysAndNamesTheirLine();
    void readsWindows_data();
    void readsWindows();
    void refusesWindowsWithTheirColumn_data();
    void refusesWindowsWithTheirColumn();
    void changesOneValueAndNothingElse();
    void removesWhatIsEmptiedAndItsEmptyParent();
    void staysBehindATextThatIsNoJson();
    void asksTheSameWhateverItsName();
    void narrowsToTheFinding();
    void asksTheWholeRangeThatWasMarked();
};

void TestStudyText::writesWhatItRead()
{
    const QJsonObject study = parsed(kStudy);
    const QString text = writeStudy(study);
    QCOMPARE(parsed(text), study);
    QVERIFY2(text.indexOf(u"\"name\""_s) < text.indexOf(u"\"events\""_s) &&
                 text.indexOf(u"\"events\""_s) < text.indexOf(u"\"assets\""_s),
             qPrintable(text));
    QCOMPARE(writeStudy(parsed(text)), text);
}

void TestStudyText::keepsUnknownKeysAndNamesTheirLine()
{
    StudyDraft draft(kClock);
    QJsonObject study = parsed(kStudy);
    study[u"colour"_s] = u"blue"_s;
    draft.open(writeStudy(study));
    QVERIFY2(draft.fault().contains(u"colour"_s), qPrintable(draft.fault()));
    const int line = draft.faultLine();
    QVERIFY(line > 1);
    QVERIFY(draft.text().split(u'\n').at(line - 1).contains(u"colour"_s));
    draft.setValue({u"seed"_s}, 8);
    QCOMPARE(draft.json().value(u"colour"_s).toString(), u"blue"_s);
}

void TestStudyText::readsWindows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
    QTest::newRow("one") << u"[1,5]"_s << u"[[1,5]]"_s;
    QTest::newRow("many") << u" [0, 0] [1,1],[ -5 , -1 ] "_s << u"[[0,0],[1,1],[-5,-1]]"_s;
    QTest::newRow("typeset minus") << u"[\u22125,\u22121]"_s << u"[[-5,-1]]"_s;
    QTest::newRow("rule") << u"lengths [1,5] lags [1, 21]"_s << uR"({"lags":[1,21],"lengths":[1,5]})"_s;
}

void TestStudyText::readsWindows()
{
    QFETCH(QString, text);
    QFETCH(QString, json);
    const auto windows = parseWindows(text);
    QVERIFY2(windows, windows ? "" : qPrintable(windows.error().message));
    QCOMPARE(base::qs(base::canonicalJson(*windows)), json);
    const auto again = parseWindows(windowsText(*windows));
    QVERIFY(again);
    QCOMPARE(*again, *windows);
}

void TestStudyText::refusesWindowsWithTheirColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::newRow("open") << u"[0,0] [1,"_s << 10;
    QTest::newRow("no bracket") << u"[0,0] 5"_s << 7;
    QTest::newRow("three ends") << u"[0,0] [1,2,3]"_s << 7;
    QTest::newRow("backwards") << u"[5,1]"_s << 1;
    QTest::newRow("a word") << u"[0,x]"_s << 4;
    QTest::newRow("blank") << u"  "_s << 3;
    QTest::newRow("rule without lags") << u"lengths [1]"_s << 12;
}

void TestStudyText::refusesWindowsWithTheirColumn()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    const auto windows = parseWindows(text);
    QVERIFY(!windows);
    QVERIFY2(windows.error().message.contains(u"column %1:"_s.arg(column)),
             qPrintable(windows.error().message));
}

void TestStudyText::changesOneValueAndNothingElse()
{
    StudyDraft draft(kClock);
    draft.open(kStudy);
    QVERIFY2(draft.fault().isEmpty(), qPrintable(draft.fault()));
    QVERIFY(!draft.isModified());
    draft.setValue({u"events"_s, u"1"_s, u"weight"_s}, u"rank"_s);
    QVERIFY(draft.isModified());
    QJsonObject expected = parsed(kStudy);
    QJsonArray events = expected[u"events"_s].toArray();
    QJsonObject second = events[1].toObject();
    second[u"weight"_s] = u"rank"_s;
    events[1] = second;
    expected[u"events"_s] = events;
    QCOMPARE(draft.json(), expected);
    draft.setValue({u"events"_s, u"0"_s}, QJsonValue(QJsonValue::Undefined));
    QCOMPARE(draft.json()[u"events"_s].toArray(), QJsonArray{second});
}

void TestStudyText::removesWhatIsEmptiedAndItsEmptyParent()
{
    StudyDraft draft(kClock);
    draft.open(kStudy);
    draft.setValue({u"returns"_s, u"model"_s}, u"market_model"_s);
    draft.setValue({u"returns"_s, u"model"_s}, QJsonValue(QJsonValue::Undefined));
    QCOMPARE(draft.json(), parsed(kStudy));
}

void TestStudyText::staysBehindATextThatIsNoJson()
{
    StudyDraft draft(kClock);
    draft.open(kStudy);
    draft.setText(u"{\n \"name\": \"x\",\n oops"_s);
    QVERIFY(draft.isBroken());
    QCOMPARE(draft.faultLine(), 3);
    QCOMPARE(draft.json(), parsed(kStudy)); // the form keeps what was sound
    QVERIFY(!draft.study());
}

void TestStudyText::asksTheSameWhateverItsName()
{
    StudyDraft draft(kClock);
    draft.open(kStudy);
    const QByteArray before = draft.question();
    draft.setValue({u"name"_s}, u"another"_s);
    QCOMPARE(draft.question(), before);
    draft.setValue({u"seed"_s}, 9);
    QVERIFY(draft.question() != before);
}

void TestStudyText::narrowsToTheFinding()
{
    discovery::Finding finding;
    finding.event = "quake \"near\"";
    finding.asset = "TLT";
    finding.window = {1, 5};
    const QJsonObject study = narrowStudy(parsed(kStudy), finding);
    const QJsonObject definition = study[u"events"_s].toArray().at(0).toObject();
    QCOMPARE(study[u"events"_s].toArray().size(), 1);
    QCOMPARE(definition[u"filter"_s].toString(), uR"((source == usgs) and event_type == "quake \"near\"")"_s);
    QVERIFY(!definition.contains(u"each"_s));
    QCOMPARE(study[u"assets"_s], QJsonValue(QJsonArray{u"TLT"_s}));
    const auto parsedStudy = domain::parseStudy(base::utf8(writeStudy(study)), kClock.now());
    QVERIFY2(parsedStudy, parsedStudy ? "" : qPrintable(parsedStudy.error().message));
    QCOMPARE(parsedStudy->windows, (std::vector<domain::Window>{{1, 5}}));
}

void TestStudyText::asksTheWholeRangeThatWasMarked()
{
    discovery::Finding finding;
    finding.event = "big";
    finding.asset = "SPY";
    finding.window = {1, 5};
    const auto study =
        domain::parseStudy(base::utf8(writeStudy(lagStudy(parsed(kStudy), finding, -1, 2))), kClock.now());
    QVERIFY(study);
    QCOMPARE(study->windows, (std::vector<domain::Window>{{-1, 3}, {0, 4}, {1, 5}, {2, 6}}));
}

QTEST_GUILESS_MAIN(TestStudyText)

#include "tst_studytext.moc"
