// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Text of feeds that wants to be more than text, in every panel at once: it is shown as it is written.
#include "tests/gui/desktop.h"
#include "tests/support/deskfixture.h"
#include "widgets/discovery/discoverypanel.h"
#include "widgets/importing/importassistant.h"
#include "widgets/importing/previewpage.h"

#include <QAbstractItemView>
#include <QDockWidget>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using tests::Desktop;

namespace {

constexpr int kLong = 120'000;
const QString kBad = u"<img src=\"file:///etc/hostname\"><b>fdp\u202egnp.exe</b>"_s;

/// Where a text would be taken for HTML; empty: nowhere.
QString rich(const QWidget *top)
{
    if (const QString label = support::richLabel(top); !label.isEmpty())
        return label;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        if (widget->toolTip().contains(u"<img"_s))
            return u"tip of "_s + widget->objectName();
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (!view || !view->model())
            continue;
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < std::min(model->rowCount(), 20); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex cell = model->index(row, column);
                if (cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s))
                    return u"tip in "_s + view->objectName();
                if (cell.data(Qt::DisplayRole).toString().contains(QChar(0x202e)))
                    return u"override in "_s + view->objectName();
            }
        }
    }
    return {};
}

} // namespace

class tst_Hostile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textStaysText()
    {
        Desktop desktop;
        desktop.show();
        desktop.session.create(core::base::utf8(desktop.dir.filePath(u"own"_s)), {});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, kLong);
        QString quoted = kBad;
        quoted.replace(u'"', u"\"\""_s);
        QString csv = u"timestamp,event_type,source,entity,value,unit,text\n"_s;
        for (int i = 1; i < 10; ++i) {
            csv += u"2020-01-0%1,\"%2\",\"%2\",\"%2\",1,\"%2\",\"%2 %3\"\n"_s.arg(i).arg(
                quoted, i == 9 ? QString(1'000'000, u'x') : QString());
        }
        // prices of a symbol that is no better
        QString bars = u"symbol,ts,open,high,low,close,volume\n"_s;
        for (int i = 1; i < 10; ++i)
            bars += u"\"%1\",2020-01-0%2,10,11,9,10.5,1000\n"_s.arg(quoted).arg(i);
        QStringList files;
        for (const auto &[name, text] :
             {std::pair(u"<b>events.csv"_s, csv), std::pair(u"<b>bars.csv"_s, bars)}) {
            QFile file(desktop.dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.toUtf8());
            files.append(file.fileName());
        }
        Q_EMIT desktop.desk.importFiles(files);
        auto *assistant = desktop.window->findChild<widgets::ImportAssistant *>();
        QVERIFY(assistant);
        QTRY_VERIFY_WITH_TIMEOUT(assistant->isVisible() && assistant->isSettled(), kLong);
        QCOMPARE(rich(assistant), QString());
        QSignalSpy stored(&desktop.session, &core::workbench::Session::eventsStored);
        assistant->importButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(stored.count() > 0 && assistant->isSettled(), kLong);
        QCOMPARE(rich(assistant), QString());
        assistant->hide();

        const QString name = QString(kBad).replace(u'"', u'\'');
        const QJsonObject event{{u"name"_s, name}, {u"filter"_s, u"source == own"_s}};
        const QJsonObject study{{u"name"_s, name},
                                {u"events"_s, QJsonArray{event}},
                                {u"assets"_s, QJsonArray{kBad}},
                                {u"windows"_s, QJsonArray{QJsonArray{0, 1}}}};
        Q_EMIT desktop.desk.editStudy(QString::fromUtf8(QJsonDocument(study).toJson()));
        desktop.desk.selection().selectSymbol(kBad);
        desktop.window->docks().useLayout(app::Layout::Monitor);
        desktop.window->docks().showPanel(u"events"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), kLong);
        auto *table = desktop.window->docks().panel(u"events"_s)->findChild<QTableView *>(u"eventTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 9, kLong);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.desk.selection().event().has_value(), kLong);
        for (int i = 0; i < app::kLayouts; ++i) {
            desktop.window->docks().useLayout(static_cast<app::Layout>(i));
            for (const app::PanelEntry &entry : app::panels()) {
                desktop.window->docks().showPanel(QString::fromLatin1(entry.id));
                QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), kLong);
                QVERIFY(!desktop.window->grab().isNull());
                QCOMPARE(rich(desktop.window.get()), QString());
            }
        }
        QVERIFY(desktop.window->minimumSizeHint().width() <= 1366);
    }
};

QTEST_MAIN(tst_Hostile)
#include "tst_hostile.moc"
