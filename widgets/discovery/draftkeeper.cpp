// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/draftkeeper.h"

#include "core/base/text.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAfterEditMs = 5000;

} // namespace

DraftKeeper::DraftKeeper(Desk &desk, StudyDraft &draft, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_draft(draft)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAfterEditMs);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::keep);
    connect(&draft, &StudyDraft::savedChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&desk.session(), &core::workbench::Session::closing, this, &DraftKeeper::keep);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &DraftKeeper::keep);
}

QString DraftKeeper::folder() const
{
    const auto &bench = m_desk.session().bench();
    return bench ? core::base::qs(bench->folder().string()) : QString();
}

void DraftKeeper::keep()
{
    m_soon.stop();
    const QString here = folder();
    if (here.isEmpty())
        return;
    Settings &settings = m_desk.settings();
    if (m_draft.isModified()) {
        settings.set(Setting::StudyDraft, QVariantMap{{u"workspace"_s, here},
                                                      {u"file"_s, m_draft.file()},
                                                      {u"text"_s, m_draft.text()}});
    } else if (settings.value(Setting::StudyDraft).toMap().value(u"workspace"_s) == here) {
        settings.reset(Setting::StudyDraft);
    }
}

bool DraftKeeper::bringBack()
{
    const QVariantMap kept = m_desk.settings().value(Setting::StudyDraft).toMap();
    const QString text = kept.value(u"text"_s).toString();
    if (text.isEmpty() || kept.value(u"workspace"_s).toString() != folder())
        return false;
    if (m_draft.isModified() && m_draft.text() != text)
        return false;
    m_draft.bringBack(text, kept.value(u"file"_s).toString());
    m_desk.messages().tell(Severity::Info,
                           tr("The study “%1” is as you left it; it is not saved yet.").arg(oneLine(m_draft.name(), 60)));
    return true;
}

} // namespace widgets
