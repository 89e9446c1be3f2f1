// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/countryat.h"

#include "core/sources/embedded.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

namespace core::sources {

namespace {

constexpr int kRows = 180; // of one degree
constexpr int kColumns = 360;
constexpr std::uint16_t kNowhere = 0;
constexpr std::uint16_t kMixed = 0xffff; // a border runs through the cell

struct Point {
    std::int32_t x = 0;
    std::int32_t y = 0;
};

/// One side of a ring, the lower end first.
struct Edge {
    Point low;
    Point high;
};

struct Ring {
    std::uint16_t country = 0; ///< position in the codes + 1
    std::int32_t west = 0, east = 0, south = 0, north = 0;
};

/// The edges of one ring in one row of the grid.
struct Span {
    std::uint32_t ring = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Reads what borders.py wrote.
class Bytes final
{
public:
    explicit Bytes(std::string_view bytes)
        : m_rest(bytes)
    {}

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

    double real()
    {
        std::array<unsigned char, 8> bytes{};
        for (unsigned char &byte : bytes)
            byte = next();
        std::uint64_t bits = 0;
        for (std::size_t i = 8; i-- > 0;)
            bits = bits << 8 | bytes[i];
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }

    char letter() { return static_cast<char>(next()); }

    std::uint32_t count()
    {
        std::uint32_t value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            const unsigned char byte = next();
            value |= static_cast<std::uint32_t>(byte & 127U) << shift;
            if (byte < 128)
                break;
        }
        return value;
    }

    std::int32_t step()
    {
        const std::uint32_t value = count();
        return static_cast<std::int32_t>(value >> 1) ^ -static_cast<std::int32_t>(value & 1U);
    }

private:
    unsigned char next()
    {
        if (m_rest.empty())
            return 0; // part of the program and tested
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        return byte;
    }

    std::string_view m_rest;
};

class Borders final
{
public:
    static const Borders &all()
    {
        static const Borders borders(embeddedBorders());
        return borders;
    }

    explicit Borders(std::string_view bytes)
    {
        Bytes in(bytes);
        m_stepX = in.real();
        m_originX = in.real();
        m_stepY = in.real();
        m_originY = in.real();
        m_width = 360 / m_stepX;
        std::vector<std::pair<std::uint32_t, Edge>> edges; // with their ring
        while (!in.atEnd()) {
            m_codes.push_back({in.letter(), in.letter()});
            for (std::uint32_t left = in.count(); left > 0; --left)
                readRing(in, edges);
        }
        sortIn(edges);
        fillCells();
    }

    [[nodiscard]] std::string_view at(double latitude, double longitude) const
    {
        if (!(std::abs(latitude) <= 90) || !std::isfinite(longitude))
            return {};
        double turned = std::fmod(longitude + 180, 360); // of the antimeridian's two names the western one
        if (turned < 0)
            turned += 360;
        const int row = std::min(kRows - 1, static_cast<int>(latitude + 90));
        const int column = std::min(kColumns - 1, static_cast<int>(turned));
        const std::uint16_t cell = m_cells[static_cast<std::size_t>(row * kColumns + column)];
        const std::uint16_t country =
            cell != kMixed ? cell : find(row, (turned - 180 - m_originX) / m_stepX, gridY(latitude));
        return country == kNowhere ? std::string_view() : std::string_view(m_codes[country - 1U].data(), 2);
    }

private:
    [[nodiscard]] double gridY(double latitude) const { return (latitude - m_originY) / m_stepY; }
    [[nodiscard]] int rowOf(double y) const
    {
        return std::clamp(static_cast<int>(std::floor(y * m_stepY + m_originY + 90)), 0, kRows - 1);
    }

    void readRing(Bytes &in, std::vector<std::pair<std::uint32_t, Edge>> &edges)
    {
        std::vector<Point> points(in.count());
        Point last;
        for (Point &point : points) {
            last.x += in.step();
            last.y += in.step();
            point = last;
        }
        if (points.empty())
            return;
        Ring ring{static_cast<std::uint16_t>(m_codes.size()), last.x, last.x, last.y, last.y};
        const auto number = static_cast<std::uint32_t>(m_rings.size());
        for (const Point point : points) {
            ring.west = std::min(ring.west, point.x);
            ring.east = std::max(ring.east, point.x);
            ring.south = std::min(ring.south, point.y);
            ring.north = std::max(ring.north, point.y);
            // a level side is crossed by no level ray
            if (point.y != last.y)
                edges.emplace_back(number, point.y < last.y ? Edge{point, last} : Edge{last, point});
            markCells(last, point);
            last = point;
        }
        m_rings.push_back(ring);
    }

    /// The cells that a side may touch.
    void markCells(Point a, Point b)
    {
        const auto columnOf = [this](std::int32_t x) {
            return static_cast<int>(std::floor(x * m_stepX + m_originX + 180));
        };
        if (m_cells.empty())
            m_cells.assign(static_cast<std::size_t>(kRows * kColumns), kNowhere);
        // a step more on each side: what lies on the edge of a cell is in both
        const int west = columnOf(std::min(a.x, b.x) - 1), east = columnOf(std::max(a.x, b.x) + 1);
        const std::int32_t low = std::min(a.y, b.y) - 1, high = std::max(a.y, b.y) + 1;
        if (high * m_stepY + m_originY < -90 || low * m_stepY + m_originY > 90)
            return; // what closes a ring beyond a pole
        for (int row = rowOf(low); row <= rowOf(high); ++row) {
            for (int column = west; column <= east; ++column) {
                const int wrapped = (column % kColumns + kColumns) % kColumns;
                m_cells[static_cast<std::size_t>(row * kColumns + wrapped)] = kMixed;
            }
        }
    }

    /// Sorts the sides into the rows they run through, ring by ring.
    void sortIn(const std::vector<std::pair<std::uint32_t, Edge>> &edges)
    {
        std::vector<std::vector<std::uint32_t>> rows(kRows);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const Edge &edge = edges[i].second;
            for (int row = rowOf(edge.low.y - 1); row <= rowOf(edge.high.y + 1); ++row)
                rows[static_cast<std::size_t>(row)].push_back(static_cast<std::uint32_t>(i));
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (const std::uint32_t i : rows[row]) {
                std::vector<Span> &spans = m_rows[row];
                if (spans.empty() || spans.back().ring != edges[i].first)
                    spans.push_back({edges[i].first, static_cast<std::uint32_t>(m_edges.size()), 0});
                m_edges.push_back(edges[i].second);
                ++spans.back().count;
            }
        }
    }

    /// Neighbours without a border between them have the same answer.
    void fillCells()
    {
        for (int row = 0; row < kRows; ++row) {
            bool isKnown = false;
            std::uint16_t country = kNowhere;
            for (int column = 0; column < kColumns; ++column) {
                std::uint16_t &cell = m_cells[static_cast<std::size_t>(row * kColumns + column)];
                if (cell == kMixed) {
                    isKnown = false;
                    continue;
                }
                if (!isKnown)
                    country = find(row, (column + 0.5 - 180 - m_originX) / m_stepX, gridY(row + 0.5 - 90));
                isKnown = true;
                cell = country;
            }
        }
    }

    /// The country that holds a point of the grid: the ray eastwards crosses its sides an odd number of times
    /// (even-odd rule; a side owns its lower end, so that a corner counts once).
    [[nodiscard]] std::uint16_t find(int row, double x, double y) const
    {
        std::uint16_t country = kNowhere; // countries come one after the other
        bool isInside = false;
        for (const Span &span : m_rows[static_cast<std::size_t>(row)]) {
            const Ring &ring = m_rings[span.ring];
            if (ring.country != country) {
                if (isInside)
                    return country;
                country = ring.country;
            }
            if (y < ring.south || y > ring.north)
                continue;
            for (const double turn : {-m_width, 0.0, m_width}) { // a ring may go on beyond the antimeridian
                const double at = x + turn;
                if (at >= ring.west && at <= ring.east)
                    isInside = isInside != crosses(span, at, y);
            }
        }
        return isInside ? country : kNowhere;
    }

    [[nodiscard]] bool crosses(const Span &span, double x, double y) const
    {
        bool isOdd = false;
        for (std::uint32_t i = span.first; i < span.first + span.count; ++i) {
            const auto &[low, high] = m_edges[i];
            if (y < low.y || y >= high.y)
                continue;
            // both countries of a border reckon the same way, because the lower end comes first
            const double crossing = low.x + (y - low.y) * (high.x - low.x) / (high.y - low.y);
            isOdd = isOdd != (x < crossing);
        }
        return isOdd;
    }

    double m_stepX = 1, m_originX = 0, m_stepY = 1, m_originY = 0, m_width = 360;
    std::vector<std::array<char, 2>> m_codes;
    std::vector<Ring> m_rings;
    std::vector<Edge> m_edges; ///< by row, then by ring
    std::array<std::vector<Span>, kRows> m_rows;
    std::vector<std::uint16_t> m_cells;
};

} // namespace

std::string_view countryAt(double latitude, double longitude)
{
    return Borders::all().at(latitude, longitude);
}

} // namespace core::sources
