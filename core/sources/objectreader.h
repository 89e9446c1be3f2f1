// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON definition key by key and remembers the first fault with its line: unknown key, wrong type,
// missing.
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

/// One definition file: its text, its name in sentences, and the first fault found in it.
class JsonDefinition final
{
public:
    /// `name` is what sentences call the file.
    JsonDefinition(QString name, std::string text)
        : m_name(std::move(name))
        , m_text(std::move(text))
    {}

    [[nodiscard]] const std::string &text() const { return m_text; }
    /// Notes "name, line n: what" unless there is an earlier fault.
    void fault(const QStringList &path, const QString &what);
    [[nodiscard]] const std::optional<base::Error> &firstFault() const { return m_fault; }

private:
    QString m_name;
    std::string m_text;
    std::optional<base::Error> m_fault;
};

/// One object of a definition. Every key that is asked for is known; done() complains about the others.
class ObjectReader final
{
public:
    ObjectReader(JsonDefinition &definition, const QJsonValue &value, QStringList path);

    [[nodiscard]] bool has(const char *key);
    std::string text(const char *key, const std::string &otherwise = {});
    std::string requiredText(const char *key);
    bool flag(const char *key, bool otherwise = false);
    double number(const char *key, double otherwise);
    int integer(const char *key, int otherwise);
    /// A text, or a list of texts.
    std::vector<std::string> texts(const char *key);
    [[nodiscard]] QJsonValue value(const char *key);
    [[nodiscard]] QStringList at(const char *key) const;
    [[nodiscard]] QStringList keys() const { return m_object.keys(); }

    void fault(const char *key, const QString &what) { m_definition.fault(at(key), what); }
    /// Faults the first key that nobody asked for.
    void done();
    [[nodiscard]] JsonDefinition &definition() { return m_definition; }

private:
    JsonDefinition &m_definition;
    QJsonObject m_object;
    QStringList m_path;
    QStringList m_known;
};

} // namespace core::sources
