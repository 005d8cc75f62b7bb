// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/plan_context.h"

namespace riser {

namespace {

constexpr double alone = 20'000; // mm, the side of a missing one's frame when nothing else is drawn

// A dashed frame about the plan with the name of what should lie there.
void draw_missing(PlanContext& plan, const Underlay& underlay, const PaperBox& about) {
    const Colour ink = colour(ColourRole::warning);
    plan.draft.on(DrawingLayer::underlay, underlay.id);
    plan.draft.rectangle(about, Pen{.colour = ink, .width = 0.25, .dash = Dash::dashed});
    const Text words{"底图缺失：" + underlay.file, "Underlay missing: " + underlay.file};
    plan.draft.text({about.low.x + plan.paper(2), about.high.y - plan.paper(2)}, words.in(plan.options.language),
                    {.size = plan.paper(3), .colour = ink, .halo = true});
}

PaperBox box_of(const Drawing& drawing) {
    PaperBox box = nothing();
    for (const DrawingItem& item : drawing.items)
        box = united(box, bounds(item));
    return box;
}

} // namespace

void draw_underlays(PlanContext& plan) {
    if (!plan.options.underlays)
        return;
    const PaperBox drawn = box_of(plan.draft.drawing());
    PaperBox about = drawn;
    for (const Underlay& underlay : plan.design.underlays) {
        if (underlay.floor != plan.floor || underlay.status == Status::remove)
            continue;
        const UnderlayFound found = plan.options.underlays(underlay);
        if (found.content) {
            UnderlayShape shape = placed_underlay(underlay, found.content);
            if (is_recognised(underlay) && drawn.low.x <= drawn.high.x)
                shape.clip = drawn; // not the frame and the dimensions of the architect's sheet
            plan.draft.on(DrawingLayer::underlay, underlay.id).put(std::move(shape));
            continue;
        }
        if (!found.missing)
            continue;
        if (about.low.x > about.high.x) {
            const PaperPoint corner{static_cast<double>(underlay.offset_x), -static_cast<double>(underlay.offset_y)};
            about = {{corner.x, corner.y - alone}, {corner.x + alone, corner.y}};
        }
        draw_missing(plan, underlay, about);
        const double step = plan.paper(6); // frames of several do not lie on each other
        about = {{about.low.x - step, about.low.y - step}, {about.high.x + step, about.high.y + step}};
    }
}

} // namespace riser
