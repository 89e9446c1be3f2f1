// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the open workspace that the command bar answers with, kept in memory so that every key is
// answered at once.
#pragma once

#include "core/workbench/session.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <vector>

namespace widgets {

struct WordStock {
    struct Symbol {
        QString symbol;
        QString name;
    };
    struct EventType {
        QString type;
        std::uint64_t count = 0;
    };
    struct Run {
        QString run;
        QString study;
        core::base::Instant at;
    };
    struct Study {
        QString name; ///< of its file
        QString title;
        bool isSound = true;
    };
    std::vector<Symbol> symbols;
    std::vector<EventType> eventTypes; ///< most frequent first
    std::vector<Run> runs;             ///< newest first
    std::vector<Study> studies;        ///< files of the workspace, ascending by name
};

/// Reads them in the background when a workspace opens and when something was stored. GUI thread.
class WordReader final : public QObject
{
    Q_OBJECT

public:
    explicit WordReader(core::workbench::Session &session, QObject *parent = nullptr);

    [[nodiscard]] const WordStock &words() const { return m_words; }
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void changed();

private:
    void readSymbols();
    void readEventTypes();
    void readRuns();
    void readStudies();
    void readAll();

    core::workbench::Session &m_session;
    WordStock m_words;
    core::workbench::LatestJob m_symbols;
    core::workbench::LatestJob m_types;
    core::workbench::LatestJob m_runs;
    core::workbench::LatestJob m_studies;
};

} // namespace widgets
