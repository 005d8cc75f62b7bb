// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/floor_plan.h"

#include "exporters/drawings/plan_context.h"

#include <algorithm>
#include <cmath>

namespace riser {

template<class Visit> void TakenBoxes::cells(const PaperBox& box, Visit visit) const {
    for (auto x = static_cast<long>(std::floor(box.low.x / cell_));
         x <= static_cast<long>(std::floor(box.high.x / cell_)); ++x)
        for (auto y = static_cast<long>(std::floor(box.low.y / cell_));
             y <= static_cast<long>(std::floor(box.high.y / cell_)); ++y)
            visit(std::pair(x, y));
}

bool TakenBoxes::free(const PaperBox& box) const {
    bool out = true;
    cells(box, [&](std::pair<long, long> cell) {
        const auto found = boxes_.find(cell);
        out =
            out && (found == boxes_.end() || std::none_of(found->second.begin(), found->second.end(),
                                                          [&](const PaperBox& taken) { return overlap(taken, box); }));
    });
    return out;
}

void TakenBoxes::take(const PaperBox& box) {
    cells(box, [&](std::pair<long, long> cell) { boxes_[cell].push_back(box); });
}

bool PlanContext::label(const std::vector<PaperPoint>& places, const std::string& text, TextStyle style) {
    if (text.empty())
        return true;
    for (const PaperPoint place : places) {
        const PaperBox box = bounds(TextShape{.at = place,
                                              .size = style.size,
                                              .text = text,
                                              .anchor = style.anchor,
                                              .weight = style.weight,
                                              .colour = style.colour,
                                              .angle = style.angle});
        if (!taken.free(box))
            continue;
        draft.text(place, text, style);
        taken.take(box);
        return true;
    }
    return false;
}

void draw_annotations(PlanContext& plan) {
    const Pen pen{.colour = colour(ColourRole::text), .width = 0.18};
    for (const Annotation& annotation : plan.design.annotations) {
        if (annotation.floor != plan.floor || annotation.points.empty() ||
            annotation.kind == AnnotationKind::moved_label)
            continue;
        plan.draft.on(DrawingLayer::annotation, annotation.id);
        const std::vector<Vertex> points = flipped(annotation.points);
        if (points.size() > 1)
            plan.draft.path(points, pen);
        const Vertex place = points.back();
        plan.draft.text({place.x + plan.paper(0.8), place.y - plan.paper(0.8)},
                        annotation.text.in(plan.options.language), {.size = plan.paper(2.6), .halo = true});
    }
}

namespace {

// Of all but underlays, which may be drawings of the whole site; of those when there is nothing else.
PaperBox extent_of(const std::vector<DrawingItem>& items) {
    PaperBox extent = nothing(), of_underlays = nothing();
    for (const DrawingItem& item : items) {
        PaperBox& box = std::holds_alternative<UnderlayShape>(item.shape) ? of_underlays : extent;
        box = united(box, bounds(item));
    }
    if (extent.low.x > extent.high.x)
        extent = of_underlays;
    return extent.low.x > extent.high.x ? PaperBox{{0, 0}, {1000, 1000}} : extent;
}

} // namespace

FloorPlan floor_plan(const Facts& facts, FloorId floor, const FloorPlanOptions& options) {
    FloorPlan out;
    const Design& design = facts.design();
    out.drawing.scale = options.scale;
    PlanContext plan{.facts = facts,
                     .design = design,
                     .floor = floor,
                     .options = options,
                     .draft = Draft(out.drawing),
                     .taken = TakenBoxes(10 * options.scale),
                     .left_out = 0,
                     .moved = {}};
    for (const Annotation& annotation : design.annotations)
        if (annotation.kind == AnnotationKind::moved_label && annotation.floor == floor && annotation.subject &&
            !annotation.points.empty())
            plan.moved[annotation.subject->value] = annotation.points.front();
    draw_building(plan);
    draw_cabling(plan);
    draw_annotations(plan);
    draw_underlays(plan);
    out.left_out = plan.left_out;
    out.drawing.extent = extent_of(out.drawing.items);
    return out;
}

} // namespace riser
