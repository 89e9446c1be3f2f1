// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commandbar/wordstock.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "core/workbench/studies.h"
#include "core/workbench/studyfiles.h"

#include <algorithm>
#include <map>
#include <utility>

namespace widgets {

using core::base::qs;
using core::base::Result;
using core::workbench::Job;
using core::workbench::JobKind;
using core::workbench::Session;
using core::workbench::Workbench;

namespace {

using Symbols = std::vector<WordStock::Symbol>;
using EventTypes = std::vector<WordStock::EventType>;
using Runs = std::vector<WordStock::Run>;
using Studies = std::vector<WordStock::Study>;

Result<Symbols> symbolsOf(const Workbench &bench)
{
    const auto stored = bench.bars().symbols("1d");
    if (!stored)
        return stored.error();
    const auto known = bench.bars().instruments();
    if (!known)
        return known.error();
    std::map<std::string, std::string> names;
    for (const core::domain::Instrument &instrument : *known)
        names.emplace(instrument.symbol, instrument.name);
    Symbols symbols;
    symbols.reserve(stored->size());
    for (const std::string &symbol : *stored) {
        const auto name = names.find(symbol);
        symbols.push_back({qs(symbol), name == names.end() ? QString() : qs(name->second)});
    }
    return symbols;
}

Result<EventTypes> eventTypesOf(const Workbench &bench)
{
    const auto groups = bench.events().count({}, "event_type");
    if (!groups)
        return groups.error();
    EventTypes types;
    for (const core::domain::EventGroup &group : *groups)
        types.push_back({qs(group.key), group.count});
    std::stable_sort(types.begin(), types.end(),
                     [](const auto &a, const auto &b) { return a.count > b.count; });
    return types;
}

Result<Runs> runsOf(const Workbench &bench)
{
    const auto records = bench.ledger().runs();
    if (!records)
        return records.error();
    Runs runs;
    for (const auto &record : *records)
        runs.push_back({qs(record.run), core::workbench::studyName(record), record.startedAt});
    std::stable_sort(runs.begin(), runs.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
    return runs;
}

Result<Studies> studyFilesOf(const Workbench &bench)
{
    const auto files = core::workbench::studiesOf(bench);
    if (!files)
        return files.error();
    Studies studies;
    for (const core::workbench::StudyFile &file : *files)
        studies.push_back({qs(file.name), file.title, file.fault.isEmpty()});
    return studies;
}

} // namespace

WordReader::WordReader(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_symbols(session.jobs())
    , m_types(session.jobs())
    , m_runs(session.jobs())
    , m_studies(session.jobs())
{
    connect(&session, &Session::opened, this, &WordReader::readAll);
    connect(&session, &Session::barsStored, this, &WordReader::readSymbols);
    connect(&session, &Session::eventsStored, this, &WordReader::readEventTypes);
    connect(&session, &Session::runStored, this, &WordReader::readRuns);
    connect(&session.collection(), &core::workbench::Collection::scheduleRan, this, &WordReader::readRuns);
    connect(&session, &Session::studiesChanged, this, &WordReader::readStudies);
    connect(&session, &Session::closing, this, [this] {
        for (core::workbench::LatestJob *job : {&m_symbols, &m_types, &m_runs, &m_studies})
            job->drop();
        m_words = {};
        Q_EMIT changed();
    });
    readAll();
}

bool WordReader::isSettled() const
{
    return !m_symbols.isBusy() && !m_types.isBusy() && !m_runs.isBusy() && !m_studies.isBusy();
}

void WordReader::readAll()
{
    readSymbols();
    readEventTypes();
    readRuns();
    readStudies();
}

void WordReader::readSymbols()
{
    if (const auto bench = m_session.bench()) {
        m_symbols.start<Symbols>(
            JobKind::Read, tr("Reading symbols"), [bench](const Job &) { return symbolsOf(*bench); }, this,
            [this](Result<Symbols> read) {
                if (read)
                    m_words.symbols = std::move(*read);
                Q_EMIT changed();
            });
    }
}

void WordReader::readEventTypes()
{
    if (const auto bench = m_session.bench()) {
        m_types.start<EventTypes>(
            JobKind::Read, tr("Reading event types"), [bench](const Job &) { return eventTypesOf(*bench); },
            this,
            [this](Result<EventTypes> read) {
                if (read)
                    m_words.eventTypes = std::move(*read);
                Q_EMIT changed();
            });
    }
}

void WordReader::readRuns()
{
    if (const auto bench = m_session.bench()) {
        m_runs.start<Runs>(
            JobKind::Read, tr("Reading runs"), [bench](const Job &) { return runsOf(*bench); }, this,
            [this](Result<Runs> read) {
                if (read)
                    m_words.runs = std::move(*read);
                Q_EMIT changed();
            });
    }
}

void WordReader::readStudies()
{
    if (const auto bench = m_session.bench()) {
        m_studies.start<Studies>(
            JobKind::Read, tr("Reading studies"), [bench](const Job &) { return studyFilesOf(*bench); }, this,
            [this](Result<Studies> read) {
                if (read)
                    m_words.studies = std::move(*read);
                Q_EMIT changed();
            });
    }
}

} // namespace widgets
