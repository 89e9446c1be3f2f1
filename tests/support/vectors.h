// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a file of test vectors (inputs, expected values, tolerance), as statistics.md's data folder holds
// them.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace support {

/// One file; inputs and expected values by key, those within others by a path such as "windows/day0/CAR".
class Vectors final
{
public:
    explicit Vectors(const QString &path)
    {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            m_root = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonObject tolerance = m_root[QLatin1String("tolerance")].toObject();
        m_relative = tolerance[QLatin1String("rel")].toDouble();
        m_absolute = tolerance[QLatin1String("abs")].toDouble();
    }

    [[nodiscard]] QJsonValue input(const char *key) const
    {
        return at("inputs", key);
    }
    [[nodiscard]] std::vector<double> inputs(const char *key) const { return flat(input(key)); }
    [[nodiscard]] double expectedValue(const char *key) const { return expected(key).at(0); }
    [[nodiscard]] std::vector<double> expected(const char *key) const
    {
        return flat(at("expected", key));
    }

    /// Empty if every value is within the file's tolerance, else a sentence about the first that is not.
    [[nodiscard]] QString compare(const char *key, const std::vector<double> &got) const
    {
        const std::vector<double> want = expected(key);
        if (want.size() != got.size())
            return QStringLiteral("%1: %2 values instead of %3")
                .arg(QLatin1String(key))
                .arg(got.size())
                .arg(want.size());
        for (std::size_t i = 0; i < want.size(); ++i)
            if (!(std::fabs(got[i] - want[i]) <= m_absolute + m_relative * std::fabs(want[i])))
                return QStringLiteral("%1[%2]: %3 instead of %4")
                    .arg(QLatin1String(key))
                    .arg(i)
                    .arg(got[i], 0, 'g', 15)
                    .arg(want[i], 0, 'g', 15);
        return {};
    }
    [[nodiscard]] QString compare(const char *key, double got) const
    {
        return compare(key, std::vector<double>{got});
    }

private:
    [[nodiscard]] QJsonValue at(const char *part, const char *key) const
    {
        QJsonValue value = m_root[QLatin1String(part)];
        for (const QString &step : QString::fromLatin1(key).split(QLatin1Char('/')))
            value = value.toObject()[step];
        return value;
    }

    /// Rows one after the other; null is NaN.
    static std::vector<double> flat(const QJsonValue &value)
    {
        if (!value.isArray())
            return {value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN()};
        std::vector<double> all;
        for (const QJsonValue &item : value.toArray()) {
            const std::vector<double> part = flat(item);
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }

    QJsonObject m_root;
    double m_relative = 0;
    double m_absolute = 0;
};

} // namespace support

/// Fails unless the vector file's expected values under `key` are met.
#define VERIFY_VECTOR(vectors, key, got)                                                                     \
    do {                                                                                                     \
        const QString difference = (vectors).compare(key, got);                                              \
        QVERIFY2(difference.isEmpty(), qPrintable(difference));                                              \
    } while (false)
