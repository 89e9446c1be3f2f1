// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Test helpers: a Result check that prints the error, the place of the shared real data, counts a nightly run raises.
#pragma once

#include <QDir>
#include <QString>
#include <QTest>

/// Fails the test with the error's sentence unless the Result holds a value.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto &verifiedOnce = (result);                                                                           \
        if (!verifiedOnce.ok())                                                                                        \
            QFAIL(qPrintable(verifiedOnce.error().message));                                                           \
    } while (false)

/// Fails unless the Result is an error of that code; the sentence is printed when it is not.
#define VERIFY_ERROR(result, expected)                                                                                 \
    do {                                                                                                               \
        const auto &verifiedOnce = (result);                                                                           \
        QVERIFY2(!verifiedOnce.ok(), "an error was expected");                                                         \
        QVERIFY2(verifiedOnce.error().code == (expected), qPrintable(verifiedOnce.error().message));                   \
    } while (false)

/// Skips the test with a sentence unless ../shared/data/<path> is there; `variable` is the absolute path.
#define SHARED_DATA_OR_SKIP(variable, path)                                                                            \
    const QString variable = QDir::cleanPath(QStringLiteral(FORESHOCK_SHARED_DATA) + QLatin1Char('/') + (path));       \
    if (!QFileInfo::exists(variable))                                                                                  \
    QSKIP("the shared real data is not beside the project, so this test has nothing to read")

/// How often to try: the environment variable, for a long run, or the usual number.
inline int countFromEnvironment(const char *variable, int usual)
{
    const int given = qEnvironmentVariableIntValue(variable);
    return given > 0 ? given : usual;
}
