// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonDocument>
#include <QProcess>

#include <linux/capability.h>
#include <sys/prctl.h>

namespace tests {

QJsonObject Ran::json() const
{
    if (out.count('\n') != 1 || !out.endsWith('\n'))
        return {};
    return QJsonDocument::fromJson(out).object();
}

bool Ran::saysOneSentence() const
{
    return out.isEmpty() && err.startsWith("foreshock-cli: ") && err.endsWith('\n') && err.count('\n') == 1 &&
           err.size() > 30;
}

const char *Ran::said() const
{
    m_said = "exit " + QByteArray::number(code) + "\n" + out.left(2000) + "\n" + err.left(2000);
    return m_said.constData();
}

Ran run(const QStringList &arguments, const std::function<void(qint64)> &meanwhile)
{
    QProcess process;
    // root may write everywhere; without this capability permissions hold for it too
    process.setChildProcessModifier([] { prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0); });
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(FORESHOCK_CLI), arguments);
    Ran ran;
    if (!process.waitForStarted())
        return ran;
    if (meanwhile)
        meanwhile(process.processId());
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return ran;
    }
    ran.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList missingKeys(const QJsonObject &object, const char *keys)
{
    QStringList missing;
    for (const QString &key : words(keys)) {
        if (!object.contains(key))
            missing << key;
    }
    return missing;
}

} // namespace tests
