// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/plan_context.h"

namespace riser {

namespace {

DrawingLayer layer_of(const Penetration& row) { return row.stopping.empty() ? DrawingLayer::tray : DrawingLayer::fire; }

Colour ink_of(const Penetration& row) {
    return colour(row.stopping.empty() ? ColourRole::text_second : ColourRole::error);
}

PaperPoint middle_of(const Penetration& row) {
    return {static_cast<double>(row.place.x), -static_cast<double>(row.place.y)};
}

bool is_shown(const PlanContext& plan, const Penetration& row) {
    return row.floor == plan.floor && row.status != Status::remove;
}

// "3F-PE01 500×200 3.00 h".
std::string words_of(const Penetration& row) {
    std::string out = row.label;
    if (row.width.value > 0 && row.height.value > 0)
        out += (out.empty() ? "" : " ") + std::to_string(row.width.value) + "×" + std::to_string(row.height.value);
    return out + (out.empty() || row.stopping.empty() ? "" : " ") + row.stopping;
}

// Beside the hole at the end of a leader, in the first corner that is free; a hole in a crowd has its symbol only, and
// its size stands in the schedules.
void name(PlanContext& plan, const Penetration& row) {
    const PaperPoint middle = middle_of(row);
    const Colour ink = ink_of(row);
    const double letters = plan.paper(1.8), from = plan.paper(1);
    for (const double out : {3, 6, 10})
        for (const auto& [x, y] : {std::pair{1, -1}, {1, 1}, {-1, -1}, {-1, 1}}) {
            const double reach = plan.paper(out);
            const PaperPoint end{middle.x + x * reach, middle.y + y * reach};
            const TextStyle style{
                .size = letters, .anchor = x > 0 ? TextAnchor::start : TextAnchor::end, .colour = ink, .halo = true};
            if (!plan.label({{end.x + x * plan.paper(0.4), end.y + letters * 0.36}}, words_of(row), style))
                continue;
            plan.draft.line({middle.x + x * from, middle.y + y * from}, end, Pen{.colour = ink, .width = 0.13});
            return;
        }
}

} // namespace

void draw_penetrations(PlanContext& plan) {
    const double half = plan.paper(1);
    for (const Penetration& row : plan.design.penetrations) {
        if (!is_shown(plan, row))
            continue;
        const PaperPoint middle = middle_of(row);
        const Pen pen{.colour = ink_of(row), .width = 0.25};
        const PaperBox box{{middle.x - half, middle.y - half}, {middle.x + half, middle.y + half}};
        plan.draft.on(layer_of(row), row.id);
        plan.draft.rectangle(box, pen);
        plan.draft.line(box.low, box.high, pen);
        plan.draft.line({box.low.x, box.high.y}, {box.high.x, box.low.y}, pen);
        plan.taken.take(box);
    }
}

void name_penetrations(PlanContext& plan) {
    for (const Penetration& row : plan.design.penetrations)
        if (is_shown(plan, row) && !words_of(row).empty()) {
            plan.draft.on(layer_of(row), row.id);
            name(plan, row);
        }
}

} // namespace riser
