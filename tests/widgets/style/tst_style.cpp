// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"
#include "widgets/style/style.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStringListModel>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {

/// Counts what a widget is told about its looks.
class Listener final : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_styles += event->type() == QEvent::StyleChange || event->type() == QEvent::Polish;
        m_paints += event->type() == QEvent::Paint;
        m_layouts += event->type() == QEvent::LayoutRequest;
        return false;
    }
    int m_styles = 0;
    int m_paints = 0;
    int m_layouts = 0;
};

QColor pixel(QWidget &widget, const QPoint &at)
{
    return widget.grab().toImage().pixelColor(at);
}

} // namespace

class tst_Style final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_theme.use(u"dark"_s); }

    void aThemeOnlyRepaints()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        Listener listener;
        for (int i = 0; i < 20; ++i) {
            for (QWidget *widget : {static_cast<QWidget *>(new QLabel(u"text"_s)),
                                    static_cast<QWidget *>(new QPushButton(u"text"_s)),
                                    static_cast<QWidget *>(new QLineEdit(u"text"_s))}) {
                widget->setProperty("role", u"muted"_s);
                column->addWidget(widget);
                widget->installEventFilter(&listener);
            }
        }
        window.installEventFilter(&listener);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(20);
        listener.m_styles = listener.m_paints = listener.m_layouts = 0;
        m_theme.use(u"light"_s);
        QTest::qWait(20);
        QCOMPARE(listener.m_styles, 0);
        QCOMPARE(listener.m_layouts, 0);
        QVERIFY2(listener.m_paints >= 60, qPrintable(QString::number(listener.m_paints)));
        QCOMPARE(pixel(window, QPoint(1, 1)), m_theme.color(Role::Window));
    }

    void labelsHaveTheColourOfTheirRole_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<int>("color");
        QTest::newRow("heading") << u"heading"_s << static_cast<int>(Role::Text);
        QTest::newRow("muted") << u"muted"_s << static_cast<int>(Role::Muted);
        QTest::newRow("warn") << u"warn"_s << static_cast<int>(Role::Warn);
        QTest::newRow("mark") << u"mark"_s << static_cast<int>(Role::Warn);
        QTest::newRow("down") << u"down"_s << static_cast<int>(Role::Down);
    }
    void labelsHaveTheColourOfTheirRole()
    {
        QFETCH(QString, role);
        QFETCH(int, color);
        QLabel label(u"text"_s);
        label.setProperty("role", role);
        label.show();
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            m_theme.use(theme);
            QCOMPARE(label.palette().color(label.foregroundRole()), m_theme.color(static_cast<Role>(color)));
        }
        QCOMPARE(label.font().weight() == QFont::DemiBold, role == u"heading"_s);
        // and it may become another
        setLook(&label, "role", u"down"_s);
        QCOMPARE(label.palette().color(label.foregroundRole()), m_theme.color(Role::Down));
        setLook(&label, "role", QString());
        QCOMPARE(label.palette().color(label.foregroundRole()), m_theme.color(Role::Text));
    }

    void lettersHaveRoom()
    {
        QPushButton button(u"Text"_s);
        QLineEdit line;
        QComboBox box;
        box.addItem(u"Text"_s);
        QSpinBox number;
        const int text = QFontMetrics(button.font()).height();
        for (const QWidget *widget : {static_cast<QWidget *>(&button), static_cast<QWidget *>(&line),
                                      static_cast<QWidget *>(&box), static_cast<QWidget *>(&number)}) {
            QVERIFY2(widget->sizeHint().height() >= std::max(26, text + 8),
                     widget->metaObject()->className());
        }
        QCOMPARE(button.sizeHint().width(),
                 QFontMetrics(button.font()).size(Qt::TextShowMnemonic, button.text()).width() + 26);
        QToolButton plain;
        plain.setText(u"Text"_s);
        const int width = plain.sizeHint().width();
        QToolButton menu;
        menu.setText(u"Text"_s);
        menu.setPopupMode(QToolButton::InstantPopup);
        QCOMPARE(menu.sizeHint().width(), width + 12); // for the arrow
        QProgressBar bar;
        QCOMPARE(bar.sizeHint().height(), 6);
        QStringListModel rows(QStringList{u"Text"_s});
        QListView list;
        list.setModel(&rows);
        QVERIFY(list.sizeHintForRow(0) >= 24);
    }

    void fieldsSayWhatIsWrong()
    {
        QLineEdit line;
        line.resize(100, 26);
        const QPoint edge(0, 13);
        QCOMPARE(pixel(line, edge), m_theme.color(Role::Line));
        setLook(&line, "syntaxState", u"invalid"_s);
        QCOMPARE(pixel(line, edge), m_theme.color(Role::Down));
        setLook(&line, "syntaxState", u"valid"_s);
        QCOMPARE(pixel(line, edge), m_theme.color(Role::Up));
        QCOMPARE(pixel(line, QPoint(50, 3)), m_theme.color(Role::Raised));
    }

    void theKeyboardIsSeen_data()
    {
        QTest::addColumn<QWidget *>("widget");
        QTest::newRow("push button") << static_cast<QWidget *>(new QPushButton(u"Text"_s));
        QTest::newRow("tool button") << static_cast<QWidget *>(new QToolButton);
        QTest::newRow("line") << static_cast<QWidget *>(new QLineEdit);
        QTest::newRow("combo box") << static_cast<QWidget *>(new QComboBox);
        QTest::newRow("number") << static_cast<QWidget *>(new QSpinBox);
        QTest::newRow("list") << static_cast<QWidget *>(new QListView);
        auto *framed = new QPlainTextEdit;
        framed->setProperty("framed", true);
        QTest::newRow("text") << static_cast<QWidget *>(framed);
        auto *tabs = new QTabBar;
        tabs->addTab(u"Text"_s);
        QTest::newRow("tab") << static_cast<QWidget *>(tabs);
    }
    void theKeyboardIsSeen()
    {
        QFETCH(QWidget *, widget);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->addWidget(widget);
        auto *other = new QLineEdit;
        column->addWidget(other);
        widget->setFocusPolicy(Qt::StrongFocus);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QPoint edge(0, widget->height() / 2);
        other->setFocus();
        QVERIFY(pixel(*widget, edge) != m_theme.color(Role::Accent));
        widget->setFocus();
        QCOMPARE(pixel(*widget, edge), m_theme.color(Role::Accent));
    }

    void primaryButtonsStandOut()
    {
        QPushButton button(u"Text"_s);
        button.setProperty("primary", true);
        button.resize(120, 26);
        QCOMPARE(pixel(button, QPoint(60, 3)), m_theme.color(Role::Accent));
        button.setEnabled(false);
        QCOMPARE(pixel(button, QPoint(60, 3)), m_theme.color(Role::Raised));
    }

    void scrollBarsAreThin()
    {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 100'000);
        bar.setPageStep(1);
        bar.resize(bar.sizeHint().width(), 200);
        QCOMPARE(bar.width(), 12);
        // however much there is, the slider can be taken
        int slider = 0;
        const QImage seen = bar.grab().toImage();
        for (int y = 0; y < seen.height(); ++y)
            slider += seen.pixelColor(6, y) == m_theme.color(Role::Line);
        QCOMPARE(slider, 24);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(6, 150));
        QCOMPARE(bar.value(), 1); // a page on
    }

    void aBarWithoutAnEndMoves()
    {
        QProgressBar bar;
        bar.setRange(0, 0);
        bar.resize(100, 6);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        Listener listener;
        bar.installEventFilter(&listener);
        QTRY_VERIFY(listener.m_paints >= 3);
        // and does not when there is one
        bar.setRange(0, 10);
        QTest::qWait(100);
        listener.m_paints = 0;
        QTest::qWait(200);
        QCOMPARE(listener.m_paints, 0);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(tst_Style)
#include "tst_style.moc"
