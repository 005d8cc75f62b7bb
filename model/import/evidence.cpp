// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/evidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

// A horizontal or vertical line: where it stands across, from where to where it runs along.
struct Run {
    double across = 0;
    double from = 0;
    double to = 0;
};

void nearest_gaps(std::vector<Run>& runs, double longest_gap, std::vector<double>& gaps) {
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.across < b.across; });
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Run& a = runs[i];
        // Coincident copies are passed over; a bound on tries keeps hatched walls from going quadratic.
        for (std::size_t j = i + 1, tries = 0; j < runs.size() && tries < 200; ++j, ++tries) {
            const Run& b = runs[j];
            const double gap = b.across - a.across;
            if (gap > longest_gap)
                break;
            const double beside = std::min(a.to, b.to) - std::max(a.from, b.from);
            if (gap < longest_gap * 1e-6 || beside < (a.to - a.from) / 2)
                continue;
            gaps.push_back(gap);
            break;
        }
    }
}

// A number at the front of the text; moves past it.
std::optional<double> take_number(std::string_view& text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || !std::isfinite(value))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

void skip(std::string_view& text, std::string_view letters) {
    while (!text.empty() && letters.find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
}

// "1/2" after whole inches.
double take_fraction(std::string_view& text) {
    std::string_view rest = text;
    skip(rest, " -");
    const auto over = take_number(rest);
    if (!over || rest.empty() || rest.front() != '/')
        return 0;
    rest.remove_prefix(1);
    const auto under = take_number(rest);
    if (!under || *under <= 0)
        return 0;
    text = rest;
    return *over / *under;
}

} // namespace

std::vector<Swing> swings(const PlanSketch& sketch, const std::vector<LayerRole>& roles) {
    constexpr double degree = std::numbers::pi / 180;
    std::vector<Swing> found;
    for (SketchIndex i = 0; i < sketch.curves.size(); ++i) {
        const SketchCurve& curve = sketch.curves[i];
        switch (roles[curve.layer]) {
        case LayerRole::axis:
        case LayerRole::dimension:
        case LayerRole::sheet:
        case LayerRole::sanitary:
        case LayerRole::furniture:
        case LayerRole::hatch:
        case LayerRole::level:
        case LayerRole::ignored:
            continue;
        default:
            break;
        }
        for (const SketchArc& arc : curve.arcs)
            if (std::abs(arc.sweep) >= 60 * degree && std::abs(arc.sweep) <= 100 * degree)
                found.push_back({i, arc});
    }
    return found;
}

std::vector<double> wall_gaps(const PlanSketch& sketch, const std::vector<LayerRole>& roles) {
    const bool named = std::any_of(sketch.curves.begin(), sketch.curves.end(),
                                   [&](const SketchCurve& c) { return roles[c.layer] == LayerRole::wall; });
    std::vector<Run> level, upright;
    for (const SketchCurve& curve : sketch.curves) {
        const LayerRole role = roles[curve.layer];
        if (named ? role != LayerRole::wall : role != LayerRole::unknown)
            continue;
        const std::size_t n = curve.points.size();
        for (std::size_t i = 0; i + (curve.closed ? 0 : 1) < n; ++i) {
            const SketchPoint a = curve.points[i];
            const SketchPoint b = curve.points[(i + 1) % n];
            const double dx = std::abs(b.x - a.x), dy = std::abs(b.y - a.y);
            if (dx > 0 && dy <= dx * 1e-6)
                level.push_back({a.y, std::min(a.x, b.x), std::max(a.x, b.x)});
            else if (dy > 0 && dx <= dy * 1e-6)
                upright.push_back({a.x, std::min(a.y, b.y), std::max(a.y, b.y)});
        }
    }
    // Only lines long enough to be walls: an eighth of the longest tenth would do, jambs and ticks would not.
    std::vector<double> lengths;
    for (const std::vector<Run>* runs : {&level, &upright})
        for (const Run& run : *runs)
            lengths.push_back(run.to - run.from);
    if (lengths.empty())
        return {};
    const auto tenth = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
    std::nth_element(lengths.begin(), tenth, lengths.end());
    const double least = *tenth / 8;
    const double longest_gap = *tenth;
    std::vector<double> gaps;
    for (std::vector<Run>* runs : {&level, &upright}) {
        std::erase_if(*runs, [&](const Run& run) { return run.to - run.from < least; });
        nearest_gaps(*runs, longest_gap, gaps);
    }
    return gaps;
}

std::optional<double> feet_and_inches(std::string_view text) {
    skip(text, " ");
    const auto first = take_number(text);
    if (!first || *first < 0)
        return std::nullopt;
    double inches = 0;
    skip(text, " ");
    if (text.starts_with("'") && !text.starts_with("''")) {
        inches = *first * 12;
        text.remove_prefix(1);
        skip(text, " -");
        if (text.empty())
            return inches;
        const auto more = take_number(text);
        if (!more)
            return std::nullopt;
        inches += *more;
        if (!text.empty() && text.front() == '/') { // 3'-1/2"
            text.remove_prefix(1);
            const auto under = take_number(text);
            if (!under || *under <= 0)
                return std::nullopt;
            inches += *more / *under - *more;
        } else {
            inches += take_fraction(text);
        }
        skip(text, " ");
        if (text.empty())
            return inches;
    } else {
        inches = *first + take_fraction(text);
        skip(text, " ");
    }
    return text == "\"" || text == "''" ? std::optional(inches) : std::nullopt;
}

std::optional<double> plain_number(std::string_view text) {
    std::string digits;
    skip(text, " ");
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    for (char c : text)
        if (c != ',')
            digits += c;
    std::string_view rest = digits;
    const auto value = take_number(rest);
    return value && rest.empty() ? value : std::nullopt;
}

double median(std::vector<double>& values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace riser
