// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The study being edited: one text and its JSON, kept in step for the form and the JSON view, with the first
// fault that keeps it from being run.
#pragma once

#include "core/base/clock.h"
#include "core/domain/study.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace widgets {

/// GUI thread.
class StudyDraft final : public QObject
{
    Q_OBJECT

public:
    /// The clock must outlive the draft.
    explicit StudyDraft(const core::base::Clock &clock, QObject *parent = nullptr);

    /// Begins anew: nothing is modified. `file` is the workspace's study it is kept as, or empty.
    void open(const QString &text, const QString &file = {});
    /// As open(), but it is still to be saved.
    void bringBack(const QString &text, const QString &file);
    /// The workspace it was kept in is gone: it is kept nowhere.
    void forgetFile() { m_file.clear(); }
    /// What the JSON view writes; the text stays as it is written.
    void setText(const QString &text);
    /// What the form writes: the value at a path such as {"returns", "model"}, array positions as numbers; an
    /// undefined value removes the key, and objects that are empty then. The text is written anew.
    void setValue(const QStringList &path, const QJsonValue &value);
    /// It is kept as this file now.
    void setSaved(const QString &file);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// The last text that was an object; what the form shows.
    [[nodiscard]] const QJsonObject &json() const { return m_json; }
    [[nodiscard]] QJsonValue value(const QStringList &path) const;
    /// Why it cannot be run, with its place; empty when it can.
    [[nodiscard]] const QString &fault() const { return m_fault; }
    /// The line of the fault, from 1; 0 when it has none.
    [[nodiscard]] int faultLine() const { return m_faultLine; }
    /// The text is not even JSON, so that the form cannot follow it.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// What it asks; missing while there is a fault.
    [[nodiscard]] const std::optional<core::domain::Study> &study() const { return m_study; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] bool isModified() const { return m_modified; }
    /// Equal for texts that ask the same; the text itself while it is broken.
    [[nodiscard]] QByteArray question() const;

Q_SIGNALS:
    void changed();
    void savedChanged();

private:
    void begin(const QString &text, const QString &file, bool isModified);
    void judge();

    const core::base::Clock &m_clock;
    QString m_text;
    QString m_file;
    QJsonObject m_json;
    std::optional<core::domain::Study> m_study;
    QString m_fault;
    int m_faultLine = 0;
    bool m_broken = false;
    bool m_modified = false;
};

/// The same value with the one at a path replaced; undefined removes it, and objects that are empty then.
QJsonValue withValue(const QJsonValue &root, const QStringList &path, const QJsonValue &value);

} // namespace widgets
