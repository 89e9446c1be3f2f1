// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorerchanges.h"

#include "core/base/text.h"
#include "core/workbench/pastedevents.h"
#include "core/workbench/studyfiles.h"
#include "core/workbench/watchlists.h"
#include "widgets/common/words.h"
#include "widgets/explorer/entrybar.h"

#include <QRegularExpression>

#include <set>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::qs;
using base::Result;
using base::utf8;

namespace {

constexpr int kMostCopies = 1000;

} // namespace

std::vector<std::string> symbolsIn(const QString &text)
{
    static const QRegularExpression parting(QStringLiteral("[\\s,;]+"));
    std::vector<std::string> symbols;
    for (const QString &symbol : text.split(parting, Qt::SkipEmptyParts))
        symbols.push_back(utf8(symbol));
    return symbols;
}

ExplorerChanges::ExplorerChanges(Desk &desk, EntryBar *entry, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_entry(entry)
    , m_window(window)
{}

void ExplorerChanges::change(const QString &title, Work work, std::function<void(const Names &)> then)
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    ++m_underWay;
    m_desk.session().jobs().start<Names>(
        JobKind::Read, title, [bench, work = std::move(work)](const Job &) { return work(*bench); }, this,
        [this, bench, then = std::move(then)](Result<Names> done) {
            --m_underWay;
            if (!done)
                m_desk.messages().tellError(done.error());
            else if (m_desk.session().bench() == bench) // another workspace may be open by now
                then(*done);
        });
}

void ExplorerChanges::tellUndo(const QString &what, std::function<void()> undo)
{
    const auto inside = [desk = &m_desk, undo = std::move(undo), of = std::weak_ptr(m_desk.session().bench())] {
        if (desk->session().bench() == of.lock()) // not in another workspace
            undo();
        else
            desk->messages().tell(Severity::Note, tr("That was in another workspace; open it again to undo it there."));
    };
    m_desk.messages().tell(Severity::Info, what, {{tr("Undo"), inside}});
}

void ExplorerChanges::newStudy()
{
    Names assets;
    if (!m_desk.selection().symbol().isEmpty())
        assets.push_back(utf8(m_desk.selection().symbol()));
    Q_EMIT m_desk.editStudy(qs(studyFor(utf8(tr("New study")), {}, assets)));
}

void ExplorerChanges::duplicateStudy(const QString &name)
{
    change(
        tr("Duplicating the study"),
        [from = utf8(name)](const Workbench &bench) -> Result<Names> {
            const auto text = readStudyFile(bench, from);
            if (!text)
                return text.error();
            const auto studies = studiesOf(bench);
            if (!studies)
                return studies.error();
            std::set<std::string> taken;
            for (const StudyFile &study : *studies)
                taken.insert(study.name);
            std::string copy = from + "-copy";
            for (int i = 2; taken.contains(copy) && i < kMostCopies; ++i)
                copy = from + "-copy-" + std::to_string(i);
            if (const auto saved = saveStudyFile(bench, copy, *text, false); !saved)
                return saved.error();
            return Names{copy};
        },
        [this](const Names &made) {
            m_desk.session().tellStudiesChanged();
            Q_EMIT studyMade(qs(made.front()));
        });
}

void ExplorerChanges::removeStudy(const QString &name)
{
    change(
        tr("Deleting the study"),
        [name = utf8(name)](const Workbench &bench) -> Result<Names> {
            const auto done = removeStudyFile(bench, name);
            return done ? Result<Names>(Names()) : Result<Names>(done.error());
        },
        [this, name](const Names &) {
            m_desk.session().tellStudiesChanged();
            tellUndo(tr("The study “%1” was deleted.").arg(oneLine(name, 80)), [this, name] {
                change(
                    tr("Restoring the study"),
                    [name = utf8(name)](const Workbench &bench) -> Result<Names> {
                        const auto done = restoreStudyFile(bench, name);
                        return done ? Result<Names>(Names{name}) : Result<Names>(done.error());
                    },
                    [this, name](const Names &) {
                        m_desk.session().tellStudiesChanged();
                        Q_EMIT studyMade(name);
                    });
            });
        });
}

void ExplorerChanges::newList()
{
    m_entry->ask(tr("Name of the new watchlist"), {}, tr("such as energy"), tr("Make"),
                 [this](const QString &name) {
                     change(
                         tr("Making the watchlist"),
                         [name = utf8(name)](const Workbench &bench) -> Result<Names> {
                             const auto done = createWatchlist(bench, name);
                             return done ? Result<Names>(Names()) : Result<Names>(done.error());
                         },
                         [this, name](const Names &) {
                             m_desk.session().tellWatchlistsChanged();
                             Q_EMIT listMade(name);
                             addSymbols(name); // an empty list is no use: its symbols are asked for at once
                         });
                 });
}

void ExplorerChanges::renameList(const QString &name)
{
    m_entry->ask(tr("New name of “%1”").arg(oneLine(name, 60)), name, {}, tr("Rename"),
                 [this, name](const QString &to) {
                     change(
                         tr("Renaming the watchlist"),
                         [from = utf8(name), to = utf8(to)](const Workbench &bench) -> Result<Names> {
                             const auto done = renameWatchlist(bench, from, to);
                             return done ? Result<Names>(Names()) : Result<Names>(done.error());
                         },
                         [this, to](const Names &) {
                             m_desk.session().tellWatchlistsChanged();
                             Q_EMIT listMade(to);
                         });
                 });
}

void ExplorerChanges::removeList(const QString &name)
{
    change(
        tr("Deleting the watchlist"),
        [name = utf8(name)](const Workbench &bench) -> Result<Names> {
            auto symbols = watchlistSymbols(bench, name);
            if (!symbols)
                return symbols.error();
            if (const auto done = removeWatchlist(bench, name); !done)
                return done.error();
            return std::move(*symbols);
        },
        [this, name](const Names &symbols) {
            m_desk.session().tellWatchlistsChanged();
            const QString what = tr("The watchlist “%1” was deleted.").arg(oneLine(name, 80));
            tellUndo(what, [this, name, symbols] {
                change(
                    tr("Restoring the watchlist"),
                    [name = utf8(name), symbols](const Workbench &bench) -> Result<Names> {
                        const auto done = createWatchlist(bench, name, symbols);
                        return done ? Result<Names>(Names()) : Result<Names>(done.error());
                    },
                    [this, name](const Names &) {
                        m_desk.session().tellWatchlistsChanged();
                        Q_EMIT listMade(name);
                    });
            });
        });
}

void ExplorerChanges::addSymbols(const QString &list)
{
    m_entry->ask(
        tr("Symbols to add to “%1”").arg(oneLine(list, 60)), {}, tr("such as SPY, TLT"), tr("Add"),
        [this, list](const QString &text) {
            change(
                tr("Adding to the watchlist"),
                [list = utf8(list), symbols = symbolsIn(text)](const Workbench &bench) -> Result<Names> {
                    const auto added = addToWatchlist(bench, list, symbols);
                    return added ? Result<Names>(Names()) : Result<Names>(added.error());
                },
                [this, list](const Names &) {
                    m_desk.session().tellWatchlistsChanged();
                    Q_EMIT listMade(list);
                });
        });
}

void ExplorerChanges::importSymbols(const QString &list)
{
    m_desk.dialogs().askFiles(
        m_window, tr("Import Symbols"), tr("Text files (*.txt *.csv);;All files (*)"),
        [this, list](const QStringList &files) {
            if (files.isEmpty())
                return;
            change(
                tr("Importing symbols"),
                [list = utf8(list), file = utf8(files.front())](const Workbench &bench) -> Result<Names> {
                    const auto done = importWatchlist(bench, list, file);
                    if (!done)
                        return done.error();
                    QString what =
                        tr("%1 symbols were added to “%2”, %3 were on it already.")
                            .arg(countText(done->added), oneLine(list, 60), countText(done->already));
                    if (!done->refused.empty()) {
                        const auto &[line, reason] = done->refused.front();
                        what +=
                            tr(" Lines refused: %1; the first is line %2: %3.")
                                .arg(countText(done->refused.size()), countText(line), oneLine(reason, 200));
                    }
                    if (!done->withoutBars.empty())
                        what += tr(" Without daily bars here: %1.").arg(countText(done->withoutBars.size()));
                    return Names{utf8(what)};
                },
                [this, list](const Names &told) {
                    m_desk.session().tellWatchlistsChanged();
                    m_desk.messages().tell(Severity::Info, qs(told.front()));
                    Q_EMIT listMade(list);
                });
        });
}

void ExplorerChanges::removeSymbol(const QString &list, const QString &symbol)
{
    const Names one{utf8(symbol)};
    change(
        tr("Changing the watchlist"),
        [list = utf8(list), one](const Workbench &bench) -> Result<Names> {
            const auto done = removeFromWatchlist(bench, list, one);
            return done ? Result<Names>(Names()) : Result<Names>(done.error());
        },
        [this, list, symbol, one](const Names &) {
            m_desk.session().tellWatchlistsChanged();
            tellUndo(tr("%1 was taken off “%2”.").arg(oneLine(symbol, 40), oneLine(list, 60)),
                     [this, list, one] {
                         change(
                             tr("Changing the watchlist"),
                             [list = utf8(list), one](const Workbench &bench) -> Result<Names> {
                                 const auto added = addToWatchlist(bench, list, one);
                                 return added ? Result<Names>(Names()) : Result<Names>(added.error());
                             },
                             [this](const Names &) { m_desk.session().tellWatchlistsChanged(); });
                     });
        });
}

} // namespace widgets
