// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filtercompleter.h"
#include "widgets/events/filterbar.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace widgets;
using core::base::Instant;
using core::workbench::Session;

class TestFilterBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void judgesWhileTyping();
    void saysWhatIsWrongAndWhere();
    void appliesOnEnterOnly();
    void clearsOnEscape();
    void recallsHistory();
    void bookmarksBecomeButtons();
    void canBeCancelledWhenItTakesLong();
    void showsAndRemovesTheTimeFilter();
    void knowsWhatCanStandHere_data();
    void knowsWhatCanStandHere();
    void completesByKeyboard();

private:
    [[nodiscard]] QString state() const { return m_bar->edit()->property("syntaxState").toString(); }
    void type(const QString &text) { QTest::keyClicks(m_bar->edit(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_bar->edit(), key, modifiers); }

    QTemporaryDir m_folder;
    core::base::ManualClock m_clock{Instant(1'600'000'000'000'000)};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<FilterBar> m_bar;
};

void TestFilterBar::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme = std::make_unique<Theme>();
    m_theme->use(QStringLiteral("dark"));
}

void TestFilterBar::init()
{
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("foreshock.conf")));
    m_settings->resetAll();
    m_session = std::make_unique<Session>(m_clock, std::filesystem::path());
    m_desk = std::make_unique<Desk>(*m_session, *m_theme, *m_settings);
    m_bar = std::make_unique<FilterBar>(*m_desk);
    m_bar->resize(800, 60);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    m_bar->edit()->setFocus();
}

void TestFilterBar::cleanup()
{
    m_bar.reset();
    m_desk.reset();
    m_session.reset();
    m_settings.reset();
}

void TestFilterBar::judgesWhileTyping()
{
    QCOMPARE(state(), QStringLiteral("neutral"));
    m_bar->edit()->setText(QStringLiteral("value >="));
    QCOMPARE(state(), QStringLiteral("invalid"));
    m_bar->edit()->setText(QStringLiteral("value >= 6"));
    QCOMPARE(state(), QStringLiteral("valid"));
    m_bar->edit()->clear();
    QCOMPARE(state(), QStringLiteral("neutral"));
}

void TestFilterBar::saysWhatIsWrongAndWhere()
{
    const QString calm = m_bar->edit()->accessibleDescription();
    m_bar->edit()->setText(QStringLiteral("source == usgs and valeu >= 6"));
    QVERIFY(m_bar->message().contains(QStringLiteral("value"))); // did you mean
    QVERIFY(m_bar->message().contains(QStringLiteral("column 20")));
    QCOMPARE(m_bar->faultColumn(), 20);
    QVERIFY(m_bar->edit()->accessibleDescription() != calm);
    QSignalSpy applied(m_bar.get(), &FilterBar::filterApplied);
    press(Qt::Key_Return);
    QCOMPARE(applied.count(), 0);
    QCOMPARE(m_bar->edit()->cursorPosition(), 19); // the caret stands there
}

void TestFilterBar::appliesOnEnterOnly()
{
    QSignalSpy applied(m_bar.get(), &FilterBar::filterApplied);
    m_bar->edit()->setText(QStringLiteral("  source == usgs "));
    QCOMPARE(applied.count(), 0);
    QVERIFY(m_bar->message().startsWith(QStringLiteral("Enter applies")));
    press(Qt::Key_Return);
    QCOMPARE(applied.count(), 1);
    QCOMPARE(applied.front().front().toString(), QStringLiteral("source == usgs"));
    QCOMPARE(m_bar->edit()->text(), QStringLiteral("source == usgs")); // it stays shown
    QCOMPARE(m_settings->list(Setting::FilterHistory), QStringList{QStringLiteral("source == usgs")});
    // one that is wrong and comes from elsewhere is shown, not applied
    m_bar->apply(QStringLiteral("source =="));
    QCOMPARE(applied.count(), 1);
    QCOMPARE(state(), QStringLiteral("invalid"));
}

void TestFilterBar::clearsOnEscape()
{
    m_bar->apply(QStringLiteral("source == usgs"));
    QSignalSpy applied(m_bar.get(), &FilterBar::filterApplied);
    press(Qt::Key_Escape);
    QVERIFY(m_bar->edit()->text().isEmpty());
    QCOMPARE(applied.count(), 1); // and everything is shown again
    QVERIFY(m_bar->applied().isEmpty());
}

void TestFilterBar::recallsHistory()
{
    m_bar->apply(QStringLiteral("source == a"));
    m_bar->apply(QStringLiteral("source == b"));
    press(Qt::Key_Up); // b is shown already
    QCOMPARE(m_bar->edit()->text(), QStringLiteral("source == a"));
    press(Qt::Key_Up);
    QCOMPARE(m_bar->edit()->text(), QStringLiteral("source == a"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(m_bar->edit()->text(), QStringLiteral("source == b")); // what was written before
    QSignalSpy left(m_bar.get(), &FilterBar::leftDownwards);
    press(Qt::Key_Down);
    QCOMPARE(left.count(), 1);
}

void TestFilterBar::bookmarksBecomeButtons()
{
    m_settings->set(Setting::FilterBookmarks, QStringList{QStringLiteral("source == <b>usgs</b>"), QStringLiteral("oil")});
    QToolButton *oil = nullptr;
    for (QToolButton *button : m_bar->findChildren<QToolButton *>()) {
        if (button->text() == QStringLiteral("oil"))
            oil = button;
    }
    QVERIFY(oil);
    QVERIFY(oil->isVisible());
    QSignalSpy applied(m_bar.get(), &FilterBar::filterApplied);
    oil->click();
    QCOMPARE(applied.count(), 1);
    QCOMPARE(m_bar->edit()->text(), QStringLiteral("oil"));
    m_bar->resize(400, 60); // narrow: they are in the menu
    QVERIFY(!oil->isVisible());
}

void TestFilterBar::canBeCancelledWhenItTakesLong()
{
    auto *cancel = m_bar->findChild<QToolButton *>(QStringLiteral("cancelFilter"));
    QVERIFY(!cancel->isVisible());
    m_bar->setBusy(true);
    QVERIFY(!cancel->isVisible()); // a quick one shows nothing
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), 2000);
    QSignalSpy cancelled(m_bar.get(), &FilterBar::cancelled);
    cancel->click();
    press(Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 2);
    m_bar->setBusy(false);
    QVERIFY(!cancel->isVisible());
}

void TestFilterBar::showsAndRemovesTheTimeFilter()
{
    auto *chip = m_bar->findChild<QToolButton *>(QStringLiteral("spanChip"));
    QVERIFY(!chip->isVisible());
    m_bar->setSpanText(QStringLiteral("2011-03-11 to 2011-03-25"));
    QVERIFY(chip->isVisible());
    QSignalSpy removed(m_bar.get(), &FilterBar::spanRemoved);
    chip->click();
    QCOMPARE(removed.count(), 1);
}

void TestFilterBar::knowsWhatCanStandHere_data()
{
    using Kind = FilterPlace::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *text, Kind kind, const char *word, const char *field) {
        QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(kind) << QString::fromLatin1(word)
                            << QString::fromLatin1(field);
    };
    row("", Kind::Field, "", "");
    row("sou", Kind::Field, "sou", "");
    row("source ", Kind::Operator, "", "");
    row("source con", Kind::Operator, "con", "");
    row("source ==", Kind::Value, "", "source");
    row("source == us", Kind::Value, "us", "source");
    row("source == \"two wo", Kind::Value, "two wo", "source");
    row("source == usgs ", Kind::Join, "", "");
    row("source == usgs and ev", Kind::Field, "ev", "");
    row("not (ent", Kind::Field, "ent", "");
    row("entity in {", Kind::Value, "", "entity");
    row("entity in {JP, T", Kind::Value, "T", "entity");
    row("entity in {JP, TW} ", Kind::Join, "", "");
    row("meta.depth ", Kind::Operator, "", "");
    row("source == entity ", Kind::Join, "", "");
}

void TestFilterBar::knowsWhatCanStandHere()
{
    QFETCH(const QString, text);
    QFETCH(const int, kind);
    QFETCH(const QString, word);
    QFETCH(const QString, field);
    const FilterPlace place = filterPlace(text, text.size());
    QCOMPARE(static_cast<int>(place.kind), kind);
    QCOMPARE(place.word, word);
    QCOMPARE(place.field, field);
}

void TestFilterBar::completesByKeyboard()
{
    m_bar->completer()->setWords(QStringLiteral("source"), {QStringLiteral("gdelt"), QStringLiteral("my feed")});
    QSignalSpy applied(m_bar.get(), &FilterBar::filterApplied);
    type(QStringLiteral("sour"));
    QAbstractItemView *popup = m_bar->completer()->popup();
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_bar->edit()->text(), QStringLiteral("source "));
    QCOMPARE(applied.count(), 0); // Enter took the word
    type(QStringLiteral("== my"));
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_bar->edit()->text(), QStringLiteral("source == \"my feed\" "));
    QCOMPARE(state(), QStringLiteral("valid"));
    press(Qt::Key_Return);
    QCOMPARE(applied.count(), 1);
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
