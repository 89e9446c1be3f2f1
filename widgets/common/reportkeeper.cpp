// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/reportkeeper.h"

#include "core/base/text.h"
#include "core/base/uuid.h"
#include "widgets/common/words.h"

#include <QPointer>

#include <algorithm>
#include <mutex>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::Result;

namespace {

constexpr int kPauseMs = 600;
constexpr qsizetype kLongestComment = 20'000;
constexpr qsizetype kLongestTitle = 200;

} // namespace

/// Jobs may end in any order: an older report never replaces a newer one.
struct ReportKeeper::Writer {
    std::mutex mutex; ///< guards written, and the file
    std::uint64_t written = 0;

    Result<bool> write(const Workbench &bench, const ReportBook &book, std::uint64_t version)
    {
        const std::lock_guard lock(mutex);
        if (version <= written)
            return true;
        if (const Result<void> saved = saveReportBook(bench, book); !saved)
            return saved.error();
        written = version;
        return true;
    }
};

ReportKeeper::ReportKeeper(Session &session, Messages &messages, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_messages(messages)
    , m_loading(session.jobs())
    , m_writer(std::make_shared<Writer>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPauseMs);
    connect(&m_soon, &QTimer::timeout, this, &ReportKeeper::save);
    connect(&session, &Session::opened, this, &ReportKeeper::load);
    connect(&session, &Session::closing, this, [this] {
        flush();
        m_loading.drop();
        m_book = {};
        m_fault.clear();
        m_isLoaded = false;
        Q_EMIT reset();
    });
    if (session.bench())
        load();
}

ReportKeeper::~ReportKeeper()
{
    flush();
}

bool ReportKeeper::isSettled() const
{
    return !m_loading.isBusy() && !m_soon.isActive() && m_saving == 0;
}

int ReportKeeper::indexOf(const QString &id) const
{
    const auto found = std::ranges::find(m_book.sections, id, &ReportSection::id);
    return found == m_book.sections.end() ? -1 : static_cast<int>(found - m_book.sections.begin());
}

void ReportKeeper::load()
{
    const auto bench = m_session.bench();
    m_isLoaded = false;
    m_fault.clear();
    // a writer of its own for each workspace: what is still being written belongs to the one before
    m_writer = std::make_shared<Writer>();
    m_version = 0;
    m_loading.start<ReportBook>(
        JobKind::Read, tr("Reading the report"), [bench](const Job &) { return readReportBook(*bench); },
        this,
        [this](Result<ReportBook> book) {
            m_isLoaded = book.ok();
            if (book) {
                m_book = std::move(*book);
            } else {
                m_fault = book.error().message;
                m_messages.tellError(book.error());
            }
            Q_EMIT reset();
        });
}

bool ReportKeeper::add(ReportSection section)
{
    if (!m_isLoaded) {
        m_messages.tell(Severity::Note, !m_fault.isEmpty() ? m_fault
                                        : m_session.bench()
                                            ? tr("The report is still being read; add it again in a moment.")
                                            : tr("Open a workspace first; the report is kept in it."));
        return false;
    }
    if (m_book.sections.size() >= kMostSections) {
        m_messages.tell(Severity::Note, tr("The report has %1 sections, which is the most it takes; remove "
                                           "one before another is added.")
                                            .arg(countText(kMostSections)));
        return false;
    }
    section.id = base::qs(base::toText(base::freshUuid()));
    section.addedAt = m_session.clock().now();
    section.title = section.title.left(kLongestTitle);
    const QString id = section.id;
    const QString title = oneLine(section.title, 80);
    m_book.sections.push_back(std::move(section));
    Q_EMIT added(static_cast<int>(m_book.sections.size()) - 1);
    changed();
    m_messages.tell(Severity::Info, tr("“%1” is in the report.").arg(title),
                    {{tr("Show Report"),
                      [self = QPointer(this)] {
                          if (self)
                              Q_EMIT self->showWanted();
                      }},
                     {tr("Undo"), [self = QPointer(this), id] {
                          if (self)
                              self->remove(id);
                      }}});
    return true;
}

void ReportKeeper::move(const QString &id, int to)
{
    const int from = indexOf(id);
    const int last = static_cast<int>(m_book.sections.size()) - 1;
    if (from < 0 || to < 0 || to > last || to == from)
        return;
    const auto begin = m_book.sections.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    Q_EMIT moved(from, to);
    changed();
}

void ReportKeeper::remove(const QString &id)
{
    const int at = indexOf(id);
    if (at < 0)
        return;
    const ReportSection section = m_book.sections[static_cast<std::size_t>(at)];
    m_book.sections.erase(m_book.sections.begin() + at);
    Q_EMIT removed(at);
    changed();
    m_messages.tell(
        Severity::Info, tr("“%1” was taken out of the report.").arg(oneLine(section.title, 80)),
        {{tr("Undo"), [self = QPointer(this), bench = std::weak_ptr(m_session.bench()), section, at] {
              // it belongs to the workspace it was removed from
              if (self && self->m_session.bench() && self->m_session.bench() == bench.lock())
                  self->putBack(section, at);
          }}});
}

void ReportKeeper::putBack(const ReportSection &section, int at)
{
    if (!m_isLoaded || indexOf(section.id) >= 0)
        return;
    const int to = std::min(at, static_cast<int>(m_book.sections.size()));
    m_book.sections.insert(m_book.sections.begin() + to, section);
    Q_EMIT added(to);
    changed();
}

void ReportKeeper::setTitle(const QString &title)
{
    if (!m_isLoaded || m_book.title == title.left(kLongestTitle))
        return;
    m_book.title = title.left(kLongestTitle);
    Q_EMIT edited({});
    changed();
}

void ReportKeeper::setComment(const QString &id, const QString &comment)
{
    const int at = indexOf(id);
    if (at < 0 || m_book.sections[static_cast<std::size_t>(at)].comment == comment.left(kLongestComment))
        return;
    m_book.sections[static_cast<std::size_t>(at)].comment = comment.left(kLongestComment);
    Q_EMIT edited(id);
    changed();
}

void ReportKeeper::rename(const QString &id, const QString &title)
{
    const int at = indexOf(id);
    if (at < 0 || title.trimmed().isEmpty() || m_book.sections[static_cast<std::size_t>(at)].title == title)
        return;
    m_book.sections[static_cast<std::size_t>(at)].title = title.left(kLongestTitle);
    Q_EMIT edited(id);
    changed();
}

void ReportKeeper::changed()
{
    ++m_version;
    m_soon.start();
}

void ReportKeeper::save()
{
    const auto bench = m_session.bench();
    if (!bench || !m_isLoaded)
        return;
    ++m_saving;
    m_session.jobs().start<bool>(
        JobKind::Read, tr("Writing the report"),
        [bench, writer = m_writer, book = m_book, version = m_version](const Job &) {
            return writer->write(*bench, book, version);
        },
        this,
        [this](Result<bool> done) {
            --m_saving;
            if (!done)
                m_messages.tellError(done.error());
        });
}

void ReportKeeper::flush()
{
    m_soon.stop();
    const auto bench = m_session.bench();
    if (!bench || !m_isLoaded || m_version == 0)
        return;
    if (const Result<bool> done = m_writer->write(*bench, m_book, m_version); !done)
        m_messages.tellError(done.error());
}

} // namespace widgets
