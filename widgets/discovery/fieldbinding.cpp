// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/fieldbinding.h"

#include "widgets/common/checkededit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

#include <utility>

namespace widgets {

void FieldBinding::text(CheckedEdit *edit, const QStringList &path,
                        std::function<QJsonValue(const QString &)> asValue,
                        std::function<QString(const QJsonValue &)> asText)
{
    const auto written = [asValue](const QString &text) {
        return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined)
               : asValue                ? asValue(text)
                                        : QJsonValue(text);
    };
    m_show.push_back([this, edit, path, asText, written] {
        const QJsonValue value = m_draft.value(path);
        if (written(edit->text()) != value) // else the text in the field may be more than its value: "SPY, "
            edit->show(asText ? asText(value) : value.toString());
    });
    QObject::connect(edit, &QLineEdit::textEdited, edit, [this, path, written](const QString &text) {
        if (!m_showing)
            m_draft.setValue(path, written(text));
    });
}

void FieldBinding::choice(QComboBox *box, const QStringList &path, const std::vector<Choice> &choices)
{
    for (const Choice &choice : choices)
        box->addItem(choice.label, choice.word);
    m_show.push_back([this, box, path] {
        const QJsonValue value = m_draft.value(path);
        const int at = value.isUndefined() ? 0 : box->findData(value.toString());
        box->setCurrentIndex(at); // −1, nothing, for a word that is not known
    });
    QObject::connect(box, &QComboBox::currentIndexChanged, box, [this, box, path](int at) {
        if (m_showing || at < 0)
            return;
        m_draft.setValue(path, at == 0 ? QJsonValue(QJsonValue::Undefined)
                                       : QJsonValue(box->itemData(at).toString()));
    });
}

void FieldBinding::number(QSpinBox *box, const QStringList &path, int fallback)
{
    m_show.push_back([this, box, path, fallback] { box->setValue(m_draft.value(path).toInt(fallback)); });
    QObject::connect(box, &QSpinBox::valueChanged, box, [this, path, fallback](int value) {
        if (!m_showing)
            m_draft.setValue(path, value == fallback ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value));
    });
}

void FieldBinding::flag(QCheckBox *box, const QStringList &path, bool fallback)
{
    m_show.push_back([this, box, path, fallback] { box->setChecked(m_draft.value(path).toBool(fallback)); });
    QObject::connect(box, &QCheckBox::toggled, box, [this, path, fallback](bool on) {
        if (!m_showing)
            m_draft.setValue(path, on == fallback ? QJsonValue(QJsonValue::Undefined) : QJsonValue(on));
    });
}

void FieldBinding::flag(QCheckBox *box, const QStringList &path, const QString &on, const QString &off,
                        bool fallback)
{
    m_show.push_back([this, box, path, on, fallback] {
        const QJsonValue value = m_draft.value(path);
        box->setChecked(value.isUndefined() ? fallback : value.toString() == on);
    });
    QObject::connect(box, &QCheckBox::toggled, box, [this, path, on, off, fallback](bool checked) {
        if (!m_showing)
            m_draft.setValue(path, checked == fallback ? QJsonValue(QJsonValue::Undefined)
                                                       : QJsonValue(checked ? on : off));
    });
}

void FieldBinding::guarded(const std::function<void()> &work)
{
    const bool before = std::exchange(m_showing, true);
    work();
    m_showing = before;
}

void FieldBinding::show()
{
    guarded([this] {
        for (const auto &show : m_show)
            show();
    });
}

} // namespace widgets
