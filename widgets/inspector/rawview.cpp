// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/rawview.h"

#include "core/base/text.h"
#include "core/workbench/eventpages.h"
#include "widgets/common/words.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QVBoxLayout>

namespace widgets {

using namespace core;
using namespace core::workbench;

namespace {

constexpr std::size_t kMost = 1'000'000; ///< bytes read
constexpr std::size_t kMostHex = 65'536; ///< bytes dumped
constexpr qsizetype kLine = 2'000;       ///< characters of a line: longer ones would hold up the screen

QString hexDump(std::string_view bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    QString out;
    out.reserve(static_cast<qsizetype>(bytes.size()) * 5);
    for (std::size_t at = 0; at < bytes.size(); at += 16) {
        QString line = QStringLiteral("%1 ").arg(at, 6, 16, QLatin1Char('0'));
        QString letters;
        for (std::size_t i = at; i < at + 16; ++i) {
            if (i >= bytes.size()) {
                line += QLatin1String("   ");
                continue;
            }
            const auto byte = static_cast<unsigned char>(bytes[i]);
            line += QLatin1Char(' ');
            line += QLatin1Char(kDigits[byte >> 4]);
            line += QLatin1Char(kDigits[byte & 15]);
            letters += byte >= 0x20 && byte < 0x7f ? QLatin1Char(static_cast<char>(byte)) : QLatin1Char('.');
        }
        out += line + QLatin1String("  ") + letters + QLatin1Char('\n');
    }
    return out;
}

QString harmless(const QString &text)
{
    QString out;
    out.reserve(text.size() + 64);
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        for (qsizetype at = 0; at < line.size() || at == 0; at += kLine) {
            QString part = line.mid(at, kLine);
            if (part.endsWith(QLatin1Char('\r')))
                part.chop(1);
            out += oneLine(part, kLine) + QLatin1Char('\n');
        }
    }
    out.chop(1);
    return out;
}

} // namespace

ShownBytes shownBytes(const std::string &bytes)
{
    ShownBytes out;
    out.bytes = bytes.size();
    out.isCut = bytes.size() >= kMost;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    // a character may be cut at the limit
    std::string_view whole(bytes);
    for (int i = 0; out.isCut && i < 4 && !whole.empty() && (static_cast<unsigned char>(whole.back()) & 0x80); ++i)
        whole.remove_suffix(1);
    const QString text = decoder(QByteArrayView(whole.data(), static_cast<qsizetype>(whole.size())));
    out.isText = !decoder.hasError() && whole.find('\0') == std::string_view::npos;
    if (out.isText) {
        out.text = harmless(text);
    } else {
        out.isCut = bytes.size() > kMostHex;
        out.text = hexDump(std::string_view(bytes).substr(0, kMostHex));
    }
    return out;
}

RawView::RawView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_name(new QLabel(this))
    , m_note(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("rawView"));
    for (QLabel *label : {m_name, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", QStringLiteral("muted"));
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Raw bytes of the event"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 4);
    top->setSpacing(2);
    top->addWidget(m_note);
    top->addWidget(m_name);
    layout->addLayout(top);
    layout->addWidget(m_text, 1);
}

void RawView::setHash(const base::Sha256 &sha)
{
    if (sha == m_sha && (m_isRead || m_reading.isBusy()))
        return;
    m_sha = sha;
    m_isRead = false;
    m_text->clear();
    const bool hasNone = sha == base::Sha256{};
    m_name->setVisible(!hasNone);
    m_name->setText(tr("sha256 %1…").arg(base::qs(base::toHex(sha)).left(24)));
    m_name->setToolTip(tipText(base::qs(base::toHex(sha))));
    m_note->setText(hasNone ? tr("No raw bytes are kept for this event.") : tr("Reading…"));
    if (hasNone) {
        m_reading.drop();
        m_isRead = true;
    } else if (isVisible()) {
        read();
    }
}

void RawView::clear()
{
    m_reading.drop();
    m_sha = {};
    m_isRead = true;
    m_text->clear();
}

void RawView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isRead && !m_reading.isBusy())
        read();
}

void RawView::read()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    m_reading.start<ShownBytes>(
        JobKind::Read, tr("Reading raw bytes"),
        [bench, sha = m_sha](const Job &) -> base::Result<ShownBytes> {
            const auto bytes = rawBytes(*bench, sha, kMost);
            if (!bytes)
                return bytes.error();
            return shownBytes(*bytes);
        },
        this, [this](base::Result<ShownBytes> shown) {
            m_isRead = true;
            if (!shown) {
                m_note->setText(oneLine(shown.error().message, 400));
                return;
            }
            const QString size = bytesText(shown->bytes);
            m_note->setText(shown->isText && !shown->isCut ? tr("%1 of text").arg(size)
                            : shown->isText                ? tr("The first %1 of text").arg(size)
                            : shown->isCut ? tr("Not text: the first %1 in hexadecimal").arg(bytesText(kMostHex))
                                           : tr("Not text: %1 in hexadecimal").arg(size));
            m_text->setWordWrapMode(shown->isText ? QTextOption::WrapAnywhere : QTextOption::NoWrap);
            m_text->setPlainText(shown->text);
        });
}

} // namespace widgets
