// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ties the fields of a form to the keys of a study: each shows its value, and writes it when a person changes
// it.
#pragma once

#include "widgets/discovery/studydraft.h"

#include <QStringList>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace widgets {

class CheckedEdit;

/// The words a key may have; the first is the default, which is written only when another stood there.
struct Choice {
    QString word;  ///< as in the file
    QString label; ///< as people say it
};

/// Owned by the form; the widgets must live as long.
class FieldBinding final
{
public:
    explicit FieldBinding(StudyDraft &draft)
        : m_draft(draft)
    {}

    /// A text; blank removes the key. `asValue` and `asText` translate; by default the text itself.
    void text(CheckedEdit *edit, const QStringList &path,
              std::function<QJsonValue(const QString &)> asValue = {},
              std::function<QString(const QJsonValue &)> asText = {});
    void choice(QComboBox *box, const QStringList &path, const std::vector<Choice> &choices);
    /// A number; the default removes the key.
    void number(QSpinBox *box, const QStringList &path, int fallback);
    void flag(QCheckBox *box, const QStringList &path, bool fallback);
    /// The words of a key that is on or off: "maxT" or "none".
    void flag(QCheckBox *box, const QStringList &path, const QString &on, const QString &off, bool fallback);

    /// Something of its own: called by show(), must write nothing then (see isShowing()).
    void custom(std::function<void()> show) { m_show.push_back(std::move(show)); }
    [[nodiscard]] bool isShowing() const { return m_showing; }
    /// Does it while isShowing().
    void guarded(const std::function<void()> &work);

    /// Shows what the draft says now, without writing anything.
    void show();

private:
    StudyDraft &m_draft;
    std::vector<std::function<void()>> m_show;
    bool m_showing = false;
};

} // namespace widgets
