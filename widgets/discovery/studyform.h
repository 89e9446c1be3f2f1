// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The study as a form: events, assets, windows, returns, null, sample, and under Advanced the correction and
// what is rarely changed.
#pragma once

#include "core/base/clock.h"
#include "widgets/discovery/fieldbinding.h"

#include <QScrollArea>

class QComboBox;
class QFormLayout;
class QToolButton;
class QVBoxLayout;

namespace widgets {

class CheckedEdit;
class EventCard;
class TokenCompleter;

class StudyForm final : public QScrollArea
{
    Q_OBJECT

public:
    StudyForm(StudyDraft &draft, const core::base::Clock &clock, QWidget *parent = nullptr);

    /// What can be completed.
    void setSymbols(const QStringList &symbols);
    void setWatchlists(const QStringList &names);

    [[nodiscard]] QWidget *firstFocus() const;

Q_SIGNALS:
    /// What the focused field is for.
    void helped(const QString &help);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();
    void showEvents();
    void showAssets();
    void setAssets(const QString &text);
    QWidget *makeEvents();
    QWidget *makeAssets();
    void addQuestion(QFormLayout *form);
    QWidget *makeAdvanced();
    QWidget *makeQuantile();
    CheckedEdit *addEdit(QFormLayout *form, const QString &label, const QString &placeholder,
                         const QString &help);
    void addCorrectionHelp(QFormLayout *form, QComboBox *strict, QComboBox *loose);
    QComboBox *addChoice(QFormLayout *form, const QString &label, const QString &help,
                         const QStringList &path, const std::vector<Choice> &choices);
    void watch(QWidget *field, const QString &name, const QString &help);

    StudyDraft &m_draft;
    const core::base::Clock &m_clock;
    FieldBinding m_fields;
    QVBoxLayout *m_cardLayout = nullptr;
    std::vector<EventCard *> m_cards;
    QComboBox *m_assetKind = nullptr;
    CheckedEdit *m_assets = nullptr;
    TokenCompleter *m_assetCompleter = nullptr;
    TokenCompleter *m_benchmarkCompleter = nullptr;
    QStringList m_symbols;
    QStringList m_watchlists;
};

} // namespace widgets
