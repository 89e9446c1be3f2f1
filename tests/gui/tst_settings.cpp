// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/desktop.h"
#include "widgets/settings/actionsmodel.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/settingspage.h"
#include "widgets/settings/sourcekeysmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using tests::Desktop;
using widgets::Setting;
using widgets::SettingsDialog;

class tst_Settings final : public QObject
{
    Q_OBJECT

private:
    template <typename W>
    static W *find(const Desktop &desktop, const QString &name)
    {
        return desktop.window->findChild<W *>(name);
    }
    static QAction *action(const Desktop &desktop, const QString &id)
    {
        for (QAction *known : desktop.desk.actions()) {
            if (widgets::Desk::idOf(known) == id)
                return known;
        }
        return nullptr;
    }

private Q_SLOTS:
    void everyChangeAppliesAtOnce()
    {
        Desktop desktop;
        desktop.show();
        desktop.window->showSettings(u"look"_s);
        QVERIFY(!QApplication::activeModalWidget());
        auto *theme = find<QComboBox>(desktop, u"setting.theme"_s);
        theme->setCurrentIndex(theme->findData(u"light"_s));
        QVERIFY(!desktop.theme.isDark());
        const QColor up = desktop.theme.up();
        find<QCheckBox>(desktop, u"setting.redUp"_s)->click();
        QCOMPARE(desktop.theme.down(), up);
        auto *zone = find<QLineEdit>(desktop, u"setting.zone"_s);
        zone->setText(u"Asia/Tokyo"_s);
        QTest::keyClick(zone, Qt::Key_Return);
        QCOMPARE(desktop.settings.text(Setting::Zone), u"Asia/Tokyo"_s);
        zone->setText(u"Nowhere/Land"_s);
        QTest::keyClick(zone, Qt::Key_Return);
        QCOMPARE(desktop.settings.text(Setting::Zone), u"Asia/Tokyo"_s);
        QCOMPARE(zone->property("syntaxState").toString(), u"invalid"_s);
    }

    void aPageIsReset()
    {
        Desktop desktop;
        desktop.show();
        desktop.window->showSettings(u"look"_s);
        desktop.settings.set(Setting::Theme, u"light"_s);
        desktop.settings.set(Setting::Zone, u"Asia/Tokyo"_s);
        find<QPushButton>(desktop, u"settingsReset"_s)->click();
        QVERIFY(desktop.theme.isDark());
        QCOMPARE(desktop.settings.text(Setting::Zone), u"UTC"_s);
        QCOMPARE(find<QLineEdit>(desktop, u"setting.zone"_s)->text(), u"UTC"_s);
    }

    void searchFindsThePage()
    {
        Desktop desktop;
        desktop.show();
        desktop.window->showSettings(u"look"_s);
        const auto *dialog = find<SettingsDialog>(desktop, u"settings"_s);
        auto *search = find<QLineEdit>(desktop, u"settingsSearch"_s);
        search->setText(u"updates"_s);
        QCOMPARE(dialog->page()->objectName(), u"settings.files"_s);
        search->setText(u"time zone"_s);
        QCOMPARE(dialog->page()->objectName(), u"settings.look"_s);
        QVERIFY(find<QLineEdit>(desktop, u"setting.zone"_s)->isVisible());
        QVERIFY(!find<QComboBox>(desktop, u"setting.theme"_s)->isVisible());
        search->setText(u"Reset Layout"_s);
        QCOMPARE(dialog->page()->objectName(), u"settings.keys"_s);
    }

    void shortcutsChangeAndAreKept()
    {
        const QTemporaryDir kept;
        const QString file = kept.filePath(u"foreshock.conf"_s);
        {
            Desktop desktop(file);
            QAction *reset = action(desktop, u"view.reset-layout"_s);
            widgets::ActionsModel model(desktop.desk);
            const QAbstractItemModelTester tester(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            QVERIFY(!widgets::conflictsOf(desktop.desk, reset, QKeySequence(u"Ctrl+K"_s)).isEmpty());
            QVERIFY(widgets::conflictsOf(desktop.desk, reset, QKeySequence(u"Ctrl+Alt+9"_s)).isEmpty());
            widgets::setShortcut(desktop.desk, reset, QKeySequence(u"Ctrl+Alt+9"_s));
            QVERIFY(reset->toolTip().contains(u"Ctrl+Alt+9"_s));
        }
        Desktop desktop(file);
        QAction *reset = action(desktop, u"view.reset-layout"_s);
        QCOMPARE(reset->shortcut(), QKeySequence(u"Ctrl+Alt+9"_s));
        widgets::resetShortcuts(desktop.desk);
        QCOMPARE(reset->shortcut(), QKeySequence(u"Alt+0"_s));
        QVERIFY(desktop.settings.value(Setting::Shortcuts).toMap().isEmpty());
    }

    void whatChangesIsWrittenByItself()
    {
        const QTemporaryDir kept;
        const QString file = kept.filePath(u"foreshock.conf"_s);
        const auto stored = [&file](const QString &key) {
            return QSettings(file, QSettings::IniFormat).value(key);
        };
        QSettings(file, QSettings::IniFormat).setValue(u"of/another"_s, u"kept"_s);
        {
            widgets::Settings settings(file);
            settings.set(Setting::Zone, u"Asia/Tokyo"_s);
            QTRY_COMPARE(stored(u"look/zone"_s).toString(), u"Asia/Tokyo"_s); // without being asked
            for (int i = 0; i < 200; ++i)
                settings.remember(Setting::FilterHistory, QString::number(i));
            settings.sync();
            QCOMPARE(stored(u"filter/history"_s).toStringList().size(), 20);
            settings.reset(Setting::Zone);
            settings.set(Setting::RedUp, true);
        }
        // the destructor has waited
        QVERIFY(!stored(u"look/zone"_s).isValid());
        QVERIFY(stored(u"look/redUp"_s).toBool());
        QCOMPARE(stored(u"of/another"_s).toString(), u"kept"_s);
        const widgets::Settings again(file);
        QCOMPARE(again.list(Setting::FilterHistory).front(), u"199"_s);
        QCOMPARE(again.text(Setting::Zone), u"UTC"_s);
    }

    /// Without a session bus, as the tests run, a key lasts until the program ends.
    void keysOfSourcesAreKeptAndForgotten()
    {
        Desktop desktop;
        desktop.show();
        desktop.window->showSettings(u"sources"_s);
        auto *table = find<QTableView>(desktop, u"sourceKeysTable"_s);
        auto *value = find<QLineEdit>(desktop, u"sourceKeyValue"_s);
        auto *keep = find<QPushButton>(desktop, u"sourceKeyKeep"_s);
        auto *forget = find<QPushButton>(desktop, u"sourceKeyForget"_s);
        auto *test = find<QPushButton>(desktop, u"sourceKeyTest"_s);
        const auto *says = find<QLabel>(desktop, u"sourceKeySays"_s);
        auto *model = qobject_cast<widgets::SourceKeysModel *>(table->model());
        QVERIFY(model);
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(model->rowCount() > 0);
        const int row = model->rowOf("eia", "api_key");
        QVERIFY(row >= 0);
        table->selectRow(row);
        QVERIFY(!keep->isEnabled() && !forget->isEnabled() && !test->isEnabled());
        const QString missing = model->index(row, widgets::SourceKeysModel::Home).data().toString();
        QTest::keyClicks(value, u"a-secret"_s);
        QCOMPARE(value->echoMode(), QLineEdit::Password);
        QTest::keyClick(value, Qt::Key_Return);
        QTRY_VERIFY(forget->isEnabled());
        QVERIFY(value->text().isEmpty());
        QVERIFY(says->text().contains(u"until"_s));
        QVERIFY(test->isEnabled());
        QVERIFY(model->index(row, widgets::SourceKeysModel::Home).data().toString() != missing);
        QCOMPARE(desktop.session.secrets()->known("eia", "api_key"), std::string("a-secret"));
        QFile file(desktop.settings.file());
        desktop.settings.sync();
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains("a-secret"));
        forget->click();
        QTRY_VERIFY(!forget->isEnabled());
        QCOMPARE(model->index(row, widgets::SourceKeysModel::Home).data().toString(), missing);
        QVERIFY(desktop.session.secrets()->known("eia", "api_key").empty());
    }

    void theSheetOpensByKey()
    {
        Desktop desktop;
        desktop.show();
        QTest::keyClick(desktop.window.get(), Qt::Key_Slash, Qt::ControlModifier);
        const auto *sheet = find<QDialog>(desktop, u"shortcutSheet"_s);
        QVERIFY(sheet && sheet->isVisible() && !sheet->isModal());
    }
};

QTEST_MAIN(tst_Settings)
#include "tst_settings.moc"
