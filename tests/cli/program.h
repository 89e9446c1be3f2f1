// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs foreshock-cli as a user would and looks at what it said.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace tests {

struct Ran {
    int code = -1; ///< the exit code; -1 when it crashed or did not end within two minutes
    QByteArray out;
    QByteArray err;

    /// stdout as one JSON object and nothing else; empty when it is not.
    [[nodiscard]] QJsonObject json() const;
    /// Whether stderr is exactly one line "foreshock-cli: …" and stdout is empty.
    [[nodiscard]] bool saysOneSentence() const;
    /// For the message of a failed check.
    [[nodiscard]] const char *said() const;

private:
    mutable QByteArray m_said;
};

/// Runs it to its end. `meanwhile` is called with its process id once it runs.
Ran run(const QStringList &arguments, const std::function<void(qint64)> &meanwhile = {});

/// The parts of a command line without quotes.
QStringList words(const char *text);
/// Those of the keys, with a blank between them, that the object lacks.
QStringList missingKeys(const QJsonObject &object, const char *keys);

} // namespace tests

/// Compares the exit code and shows what the program said when it differs.
#define EXITS_WITH(ran, expected) QVERIFY2((ran).code == (expected), (ran).said())
