// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What every mapper has in common; one class derives from it for each kind of value.
#pragma once

#include "core/sources/boundrules.h"
#include "core/sources/mapping.h"

namespace core::sources {

class Mapper::Part
{
public:
    Part(const Preset &preset, std::vector<std::string> header, const MappingContext &context);
    virtual ~Part() = default;
    Part(const Part &) = delete;
    Part &operator=(const Part &) = delete;

    /// Binds the rules of the preset to the header.
    virtual base::Result<void> bind() = 0;
    /// Appends what a record of the right width says, or refuses it.
    virtual void map(const Row &row, Batch &out) = 0;
    virtual void finish(Batch &) {}
    [[nodiscard]] virtual std::size_t waiting() const { return 0; }

    base::Result<void> bindCommon();
    void row(std::span<const std::string_view> fields, std::uint64_t line, Batch &out);
    void refuse(RefusalKind kind, int column, int rule, std::uint64_t line, std::string_view text);
    void refuse(const Row &row, const Fault &fault);
    [[nodiscard]] const Refusals &refusals() const { return m_refusals; }
    [[nodiscard]] const std::string &interval() const { return m_interval; }

protected:
    [[nodiscard]] base::Result<BoundText> text(const TextRule &rule) const
    {
        return BoundText::bind(rule, m_header);
    }
    [[nodiscard]] base::Result<BoundNumber> number(const NumberRule &rule) const
    {
        return BoundNumber::bind(rule, m_header, m_preset.numbers);
    }
    /// A number that must not be misread, but may be missing; false refuses the row.
    bool takeNumber(const BoundNumber &rule, const Row &row, double &value);
    /// A text of the row; false refuses it when the word is unknown, or missing although required.
    bool takeText(const BoundText &rule, const Row &row, bool required, std::string &text);

    const Preset m_preset;
    const Header m_header;
    const MappingContext m_context;
    BoundDate m_date;
    std::vector<BoundTest> m_keep;
    std::vector<int> m_seriesColumns; ///< wide files
    std::string m_interval;
    Refusals m_refusals;

private:
    [[nodiscard]] QString reason(RefusalKind kind, int column, int rule) const;
};

std::unique_ptr<Mapper::Part> eventMapper(const Preset &preset, std::vector<std::string> header,
                                          const MappingContext &context);
std::unique_ptr<Mapper::Part> barMapper(const Preset &preset, std::vector<std::string> header,
                                        const MappingContext &context);
std::unique_ptr<Mapper::Part> tickMapper(const Preset &preset, std::vector<std::string> header,
                                         const MappingContext &context);
std::unique_ptr<Mapper::Part> actionMapper(const Preset &preset, std::vector<std::string> header,
                                           const MappingContext &context);
std::unique_ptr<Mapper::Part> instrumentMapper(const Preset &preset, std::vector<std::string> header,
                                               const MappingContext &context);

} // namespace core::sources
