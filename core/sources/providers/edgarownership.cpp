// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Forms 3, 4 and 5: what insiders buy, sell and are given (section 16 of the Securities Exchange Act; EDGAR
// Ownership XML Technical Specification, schemas X0101 to X0609).
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/numbers.h"
#include "core/sources/providers/edgar.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace core::sources::edgar {

using namespace Qt::StringLiterals;
using base::Instant;
using base::Tr;

namespace {

constexpr std::size_t kMostElements = 200'000;

bool isTrue(std::string_view text)
{
    return text == "1" || text == "true" || text == "Y";
}

bool tellsOfPlan(std::string_view note)
{
    return note.find("10b5-1") != std::string_view::npos || note.find("10b5‑1") != std::string_view::npos ||
           note.find("10b-5-1") != std::string_view::npos || note.find("10B5-1") != std::string_view::npos;
}

/// Goes through the elements and fills the form. A value stands in an element of its own (<value>) below most
/// names, beside the ids of footnotes; it may also be missing altogether.
class OwnershipReader final
{
public:
    explicit OwnershipReader(std::string_view xml)
        : m_xml(QByteArray(xml.data(), static_cast<qsizetype>(xml.size())))
    {}

    Ownership read()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                if (m_path.size() >= kDeepest || ++m_elements > kMostElements) {
                    m_form.isBroken = true;
                    return std::move(m_form);
                }
                begin();
                break;
            case QXmlStreamReader::EndElement:
                end();
                break;
            case QXmlStreamReader::Characters:
                m_text += base::utf8(m_xml.text().toString());
                break;
            default:
                break;
            }
        }
        m_form.isBroken = m_xml.hasError();
        return std::move(m_form);
    }

private:
    void begin()
    {
        m_path.push_back(base::utf8(m_xml.name().toString()));
        m_text.clear();
        const std::string &name = m_path.back();
        if (name == "nonDerivativeTransaction" || name == "derivativeTransaction") {
            m_transaction = Transaction();
            m_transaction->isDerivative = name == "derivativeTransaction";
        } else if (name == "reportingOwner") {
            m_form.owners.push_back({{}, {}, Role::Reporting});
        } else if (name == "footnoteId" && m_transaction) {
            m_transaction->notes.push_back(base::utf8(m_xml.attributes().value("id"_L1).toString()));
        } else if (name == "footnote") {
            m_form.notes.emplace_back(base::utf8(m_xml.attributes().value("id"_L1).toString()),
                                      std::string());
        }
    }

    void end()
    {
        std::string name = m_path.empty() ? std::string() : std::move(m_path.back());
        if (!m_path.empty())
            m_path.pop_back();
        const std::string text(bare(m_text));
        m_text.clear();
        if (m_transaction) {
            if (name == "nonDerivativeTransaction" || name == "derivativeTransaction") {
                m_form.transactions.push_back(std::move(*m_transaction));
                m_transaction.reset();
            } else if (name == "value" && !m_path.empty()) {
                setValue(m_path.back(), text);
            } else if (name == "transactionCode") {
                m_transaction->code = text;
            } else if (name == "equitySwapInvolved") {
                m_transaction->isSwap = isTrue(text);
            }
            return;
        }
        if (!text.empty())
            setHead(name, text);
    }

    void setValue(const std::string &name, const std::string &text)
    {
        Transaction &one = *m_transaction;
        if (name == "securityTitle")
            one.security = text;
        else if (name == "transactionDate")
            one.day = text;
        else if (name == "transactionShares")
            one.shares = text;
        else if (name == "transactionPricePerShare")
            one.price = text;
        else if (name == "transactionTotalValue")
            one.total = text;
        else if (name == "transactionAcquiredDisposedCode")
            one.side = text;
        else if (name == "sharesOwnedFollowingTransaction")
            one.sharesAfter = text;
        else if (name == "directOrIndirectOwnership")
            one.ownership = text;
    }

    void setHead(const std::string &name, const std::string &text)
    {
        if (name == "documentType")
            m_form.form = text;
        else if (name == "periodOfReport")
            m_form.period = text;
        else if (name == "issuerCik")
            m_form.issuer = {paddedCik(text), std::move(m_form.issuer.name), Role::Subject};
        else if (name == "issuerName")
            m_form.issuer.name = text;
        else if (name == "issuerTradingSymbol")
            m_form.symbol = tickerOf(text);
        else if (name == "aff10b5One")
            m_form.planFlag = text;
        else if (name == "remarks")
            m_form.remarks = text;
        else if (name == "footnote" && !m_form.notes.empty())
            m_form.notes.back().second = text;
        else if (name == "signatureDate")
            m_form.signedOn = text;
        else if (!m_form.owners.empty())
            setOwner(name, text);
    }

    void setOwner(const std::string &name, const std::string &text)
    {
        if (name == "rptOwnerCik")
            m_form.owners.back().cik = paddedCik(text);
        else if (name == "rptOwnerName")
            m_form.owners.back().name = text;
        if (m_form.owners.size() > 1)
            return;
        const auto relate = [this](std::string_view word) {
            m_form.relation += (m_form.relation.empty() ? "" : ", ") + std::string(word);
        };
        if (name == "officerTitle")
            m_form.officerTitle = text;
        else if (name == "isDirector" && isTrue(text))
            relate("director");
        else if (name == "isOfficer" && isTrue(text))
            relate("officer");
        else if (name == "isTenPercentOwner" && isTrue(text))
            relate("ten percent owner");
        else if (name == "isOther" && isTrue(text))
            relate("other");
    }

    QXmlStreamReader m_xml;
    Ownership m_form;
    std::vector<std::string> m_path;
    std::string m_text;
    std::optional<Transaction> m_transaction;
    std::size_t m_elements = 0;
};

/// Transaction codes of Form 4, General Instruction 8.
std::string_view typeOf(const Transaction &one, double price)
{
    // bought and sold in the market has a price: at 0.00 the filer means something else, such as units that
    // vested
    if (one.code == "P")
        return price == 0 ? "insider_other" : "insider_buy";
    if (one.code == "S")
        return price == 0 ? "insider_other" : "insider_sell";
    if (one.code == "A")
        return "insider_award";
    if (one.code == "M" || one.code == "X" || one.code == "O" || one.code == "C")
        return "insider_exercise";
    if (one.code == "G")
        return "insider_gift";
    if (one.code == "F")
        return "insider_tax";
    return "insider_other";
}

/// Whether the transaction was made under a plan of rule 10b5-1: by the box of the form, or by a footnote
/// where the form has no such box (before schema X0508). Nothing when neither tells.
std::optional<bool> isPlanned(const Ownership &form, const Transaction &one)
{
    if (isTrue(form.planFlag))
        return true;
    for (const auto &[id, note] : form.notes) {
        if (std::ranges::find(one.notes, id) != one.notes.end() && tellsOfPlan(note))
            return true;
    }
    if (tellsOfPlan(form.remarks))
        return true;
    return form.planFlag.empty() ? std::nullopt : std::optional(false);
}

/// What names a form that came without its submission. It is not what names the same form with it.
std::string nameOf(const Ownership &form)
{
    return form.issuer.cik + "/" + (form.owners.empty() ? std::string() : form.owners.front().cik) + "/" +
           form.form + "/" + form.period;
}

void setTimes(Harvest &harvest, domain::Event &event, const Ownership &form, const Filing &filing)
{
    if (filing.accepted.isValid() && filing.accepted >= event.timestamp) {
        event.knownAt = filing.accepted;
        return;
    }
    const Instant day = event.timestamp;
    if (filing.filed && newYork().toUtc(*filing.filed, {}) >= day) {
        Harvest::setDay(event, *filing.filed, newYork());
        event.timestamp = day;
        return;
    }
    // neither is told: by its signature, else by the two business days that section 16(a) allows
    if (const auto signedOn = dayOf(form.signedOn); signedOn && newYork().toUtc(*signedOn, {}) >= day) {
        event.timestamp = newYork().toUtc(*signedOn, {});
        harvest.knownAfter(event, "edgar_signed_form");
        event.timestamp = day;
        return;
    }
    harvest.knownAfter(event, "edgar_section16");
}

} // namespace

Ownership readOwnership(std::string_view xml)
{
    const std::size_t start = xml.find('<');
    xml.remove_prefix(std::min(start, xml.size())); // a declaration must be the very first
    return OwnershipReader(xml).read();
}

void addTransactions(Harvest &harvest, const Ownership &form, const Filing &filing)
{
    const std::string entity = entityOf(form.symbol, form.issuer.cik);
    const std::string name = filing.accession.empty() ? nameOf(form) : filing.accession;
    std::size_t index = 0;
    for (const Transaction &one : form.transactions) {
        harvest.record();
        ++index;
        double shares = 0;
        double price = 0;
        const auto day = dayOf(one.day);
        const NumberState sharesState = parseNumber(one.shares, {}, shares);
        const NumberState priceState = parseNumber(one.price, {}, price);
        double total = 0; // what some derivative transactions tell instead of shares and price
        parseNumber(one.total, {}, total);
        const std::string shown = name + " " + one.code + " " + one.security;
        if (one.code.empty()) {
            harvest.refuse(RefusalKind::NoValue, Tr::tr("the transaction has no code"), shown);
            continue;
        }
        if (!day) {
            harvest.refuse(RefusalKind::NotADate, Tr::tr("the day of the transaction is not a date"), shown);
            continue;
        }
        if (sharesState == NumberState::NotANumber || sharesState == NumberState::OutOfRange) {
            harvest.refuse(RefusalKind::NotANumber, Tr::tr("the number of shares is not a number"), shown);
            continue;
        }
        if (priceState == NumberState::NotANumber || priceState == NumberState::OutOfRange) {
            harvest.refuse(RefusalKind::NotANumber, Tr::tr("the price is not a number"), shown);
            continue;
        }
        domain::Event &event = harvest.event(typeOf(one, price), entity, name + "/" + std::to_string(index),
                                             newYork().toUtc(*day, {}));
        setTimes(harvest, event, form, filing);
        const double worth = total == total ? total : shares * price;
        if (one.side == "A" || one.side == "D")
            event.value = (one.side == "A" ? worth : -worth) + 0.0; // never -0
        event.unit = "USD";
        const std::string owner = form.owners.empty() ? std::string() : form.owners.front().name;
        event.text = owner + (form.officerTitle.empty() ? "" : ", " + form.officerTitle) + ": " + one.code +
                     " " + one.shares + " " + one.security + (one.price.empty() ? "" : " @ " + one.price);
        double after = 0;
        parseNumber(one.sharesAfter, {}, after);
        Meta meta;
        meta.text("accession", filing.accession)
            .text("form", form.form)
            .text("cik", form.issuer.cik)
            .text("company", form.issuer.name)
            .text("owner", owner)
            .text("relation", form.relation)
            .text("title", form.officerTitle)
            .text("code", one.code)
            .text("security", one.security)
            .text("ownership", one.ownership)
            .number("shares", shares)
            .number("price", price)
            .number("shares_after", after)
            .flag("derivative", one.isDerivative);
        if (!form.owners.empty())
            meta.text("owner_cik", form.owners.front().cik);
        if (form.owners.size() > 1)
            meta.number("owners", double(form.owners.size()));
        if (form.form.ends_with("/A"))
            meta.flag("amended", true);
        if (one.isSwap)
            meta.flag("swap", true);
        if (const auto planned = isPlanned(form, one))
            meta.flag("plan_10b5_1", *planned);
        event.metadata = meta.take();
    }
    domain::Event known;
    if (const auto day = dayOf(form.period); day) {
        known.timestamp = newYork().toUtc(*day, {});
        setTimes(harvest, known, form, filing);
        addNames(harvest, form, known.knownAt);
    }
    if (form.isBroken) {
        harvest.record();
        harvest.refuse(RefusalKind::NotAnObject, Tr::tr("the form breaks off or is not XML from here on"),
                       name);
    }
}

void readOwnershipForm(Harvest &harvest)
{
    const Ownership form = readOwnership(harvest.payload().bytes);
    if (form.issuer.cik.empty()) {
        return harvest.fail(
            FaultKind::NotData,
            Tr::tr("%1 sent a Form 3, 4 or 5 that does not name its issuer").arg(harvest.info().title));
    }
    const Ask &ask = harvest.payload().ask;
    Filing filing;
    filing.accession = with(ask, "accession");
    if (filing.accession.empty())
        filing.accession = accessionIn(harvest.payload().origin);
    if (const auto accepted = base::parseInstant(with(ask, "accepted")))
        filing.accepted = *accepted;
    filing.filed = dayOf(with(ask, "filed"));
    addTransactions(harvest, form, filing);
}

} // namespace core::sources::edgar
