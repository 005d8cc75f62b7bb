// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/topology_policies.h"

#include "exporters/drawings/draft.h"
#include "exporters/drawings/text_metrics.h"

#include <algorithm>
#include <string>

namespace riser {

namespace {

constexpr double least_column = 120, between = 6; // mm
constexpr double size = 2.6, pitch = 4;
constexpr double bold = 1.1; // times as wide
constexpr double after_number = 1.6, after_pair = 4, indent = 3;
constexpr double smaller = 0.9, smallest = 0.2;

struct Pair {
    const TopologyPolicy* policy;
    double from = 0; // mm, of the column
};

// A row of the list: of terms, else of pairs to which those above apply.
struct Row {
    std::string terms = {};
    std::vector<Pair> pairs = {};
};

double number_width(const TopologyPolicy& policy) { return text_width(policy.number, size) * bold + after_number; }

std::vector<Row> rows_in(const std::vector<TopologyPolicy>& policies, double width, Language language) {
    std::vector<std::pair<std::string, std::vector<const TopologyPolicy*>>> groups;
    for (const TopologyPolicy& policy : policies) {
        const std::string& terms = policy.terms.in(language);
        const auto same = std::ranges::find(groups, terms, &decltype(groups)::value_type::first);
        (same == groups.end() ? groups.emplace_back(terms, std::vector<const TopologyPolicy*>()) : *same)
            .second.push_back(&policy);
    }
    std::vector<Row> out;
    for (const auto& [terms, members] : groups) {
        for (std::string& words : wrapped(terms, width, size))
            out.push_back({.terms = std::move(words)});
        double x = width; // nothing fits after the terms
        for (const TopologyPolicy* policy : members) {
            const double own = number_width(*policy) + text_width(policy->between.in(language), size);
            if (x + own > width) {
                out.emplace_back();
                x = indent;
            }
            out.back().pairs.push_back({policy, x});
            x += own + after_pair;
        }
    }
    return out;
}

Drawing set_in_columns(const std::vector<TopologyPolicy>& policies, double width, Language language) {
    Drawing out;
    Draft draft(out);
    draft.on(DrawingLayer::table);
    draft.text({0, size + 1}, Text{"域间策略", "Policies between zones"}.in(language),
               {.size = size + 0.8, .weight = TextWeight::bold});
    const double top = size + 1 + pitch * 1.4;
    const auto columns = static_cast<std::size_t>(std::max(1.0, (width + between) / (least_column + between)));
    const double column_width = (width + between) / static_cast<double>(columns) - between;
    const std::vector<Row> rows = rows_in(policies, column_width, language);
    const std::size_t deepest = (rows.size() + columns - 1) / columns;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PaperPoint at{static_cast<double>(i / deepest) * (column_width + between),
                            top + static_cast<double>(i % deepest) * pitch};
        draft.on(DrawingLayer::table);
        draft.text(at, rows[i].terms, {.size = size});
        for (const Pair& pair : rows[i].pairs) {
            draft.on(DrawingLayer::table, pair.policy->id);
            draft.text({at.x + pair.from, at.y}, pair.policy->number,
                       {.size = size, .weight = TextWeight::bold, .colour = colour(ColourRole::accent)});
            draft.text({at.x + pair.from + number_width(*pair.policy), at.y}, pair.policy->between.in(language),
                       {.size = size});
        }
    }
    out.extent = {{0, 0}, {width, top + static_cast<double>(deepest) * pitch}};
    return out;
}

} // namespace

Drawing policy_list(const std::vector<TopologyPolicy>& policies, double width, double most, Language language) {
    if (policies.empty())
        return {};
    for (double zoom = 1;; zoom *= smaller) {
        Drawing out = set_in_columns(policies, width / zoom, language);
        out.scale = 1 / zoom;
        if (out.extent.height() * zoom <= most || zoom < smallest)
            return out;
    }
}

} // namespace riser
