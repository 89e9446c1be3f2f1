// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The unit that collects while no window is open, with a systemctl that writes down what it is told.
#include "core/workbench/collectservice.h"
#include "tests/support/check.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using core::base::ErrorCode;
using core::workbench::CollectService;

class tst_CollectService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void installsStartsAndRemoves();
    void handsOver();
    void awkwardNamesArriveWhole();
    void withoutSystemdNothingIsLeftBehind();
    void aRefusalIsTold();

private:
    /// A systemctl that fails at `verb`.
    void systemctl(const QByteArray &verb = "none")
    {
        QFile script(m_folder->filePath(QStringLiteral("systemctl")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nverb=$3\nshift\necho \"$*\" >> '" + log().toUtf8() + "'\n[ \"$verb\" != " + verb +
                     " ]\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }
    [[nodiscard]] QString log() const { return m_folder->filePath(QStringLiteral("log")); }
    QStringList told()
    {
        QFile file(log());
        const QByteArray all = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        QFile::remove(log());
        return QString::fromUtf8(all).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    CollectService service(const std::string &workspace = "/data/my workspace", const std::string &command = "systemctl")
    {
        const std::filesystem::path top = m_folder->path().toStdString();
        return {workspace, "/opt/foreshock-cli", {.units = top / "units", .systemctl = (top / command).string()}};
    }
    QByteArray unitText(const CollectService &of)
    {
        QFile file(m_folder->filePath(QStringLiteral("units/")) + QString::fromStdString(of.unit()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_CollectService::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    systemctl();
}

void tst_CollectService::installsStartsAndRemoves()
{
    CollectService made = service();
    const QString unit = QString::fromStdString(made.unit());
    QVERIFY(!made.isInstalled());
    VERIFY_OK(made.install("a@b.example", true));
    QVERIFY(made.isInstalled());
    QCOMPARE(told(), QStringList({QStringLiteral("--quiet daemon-reload"), QStringLiteral("--quiet enable ") + unit,
                                  QStringLiteral("--quiet start ") + unit}));
    const QByteArray text = unitText(made);
    QVERIFY2(text.contains("ExecStart=\"/opt/foreshock-cli\" --quiet -w \"/data/my workspace\" ingest run --contact "
                           "\"a@b.example\"\n"),
             text.constData());
    QVERIFY(text.contains("WantedBy=default.target\n"));
    QVERIFY(service("/data/another").unit() != made.unit());
    VERIFY_OK(made.remove());
    QVERIFY(!made.isInstalled());
    QCOMPARE(told(), QStringList({QStringLiteral("--quiet stop ") + unit, QStringLiteral("--quiet disable ") + unit,
                                  QStringLiteral("--quiet daemon-reload")}));
    VERIFY_OK(made.remove());
    QVERIFY(told().isEmpty());
}

void tst_CollectService::handsOver()
{
    CollectService made = service();
    VERIFY_OK(made.pause()); // there is none: nobody is asked
    VERIFY_OK(made.resume());
    QVERIFY(told().isEmpty());
    VERIFY_OK(made.install({}, false));
    QCOMPARE(told().size(), 2); // not started
    VERIFY_OK(made.resume());
    VERIFY_OK(made.pause());
    const QString unit = QString::fromStdString(made.unit());
    QCOMPARE(told(), QStringList({QStringLiteral("--quiet start ") + unit, QStringLiteral("--quiet stop ") + unit}));
}

void tst_CollectService::awkwardNamesArriveWhole()
{
    CollectService made = service("/data/50% \"gain\" $HOME\\x\nExecStart=/bin/false");
    VERIFY_OK(made.install({}, false));
    const QByteArray text = unitText(made);
    QVERIFY2(text.contains("-w \"/data/50%% \\\"gain\\\" $$HOME\\\\x\\nExecStart=/bin/false\" ingest run\n"),
             text.constData());
    QCOMPARE(text.count("\nExecStart="), 1);
    QVERIFY(text.contains("Description=Foreshock collects into false\n"));
}

void tst_CollectService::withoutSystemdNothingIsLeftBehind()
{
    CollectService made = service("/data/w", "there-is-no-such-program");
    const auto done = made.install({}, true);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Storage);
    QVERIFY2(done.error().message.contains(QStringLiteral("no systemd")), qPrintable(done.error().message));
    QVERIFY(!made.isInstalled());
}

void tst_CollectService::aRefusalIsTold()
{
    systemctl("start");
    CollectService made = service();
    const auto done = made.install({}, true);
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(QStringLiteral("start")), qPrintable(done.error().message));
    QVERIFY(!made.isInstalled());
}

QTEST_GUILESS_MAIN(tst_CollectService)
#include "tst_collectservice.moc"
