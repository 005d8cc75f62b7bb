// SPDX-License-Identifier: GPL-3.0-or-later
// The topology on paper: the picture as large as the sheet takes it, what its policies say below, its legend beside.
#include "exporters/drawings/frame.h"
#include "exporters/drawings/topology.h"
#include "exporters/drawings/topology_heading.h"
#include "exporters/drawings/topology_lines.h"
#include "exporters/drawings/topology_policies.h"

#include <algorithm>
#include <utility>

namespace riser {

namespace {

constexpr double least_text = 1.8; // on the sheet

std::vector<LegendEntry> legend_of(const TopologyContent& content, const Design& design) {
    std::vector<LegendEntry> out;
    const auto line = [&](Text name, TopologyLine::What what, bool denies = false) {
        if (std::ranges::any_of(content.lines,
                                [&](const TopologyLine& one) { return one.what == what && one.denies == denies; }))
            out.push_back({.name = std::move(name), .line = topology_pen({.what = what, .denies = denies})});
    };
    line({"链路（条数 x 速率）", "Links (count x rate)"}, TopologyLine::What::link);
    line({"允许策略", "Policy that permits"}, TopologyLine::What::policy);
    line({"拒绝策略", "Policy that denies"}, TopologyLine::What::policy, true);
    line({"必须隔离", "Must stay apart"}, TopologyLine::What::apart);
    std::vector<Grading> seen;
    for (const TopologyBox& box : content.boxes)
        if (box.what == TopologyBox::What::zone && box.grading != Grading::none)
            seen.push_back(box.grading);
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const Grading grading : seen)
        out.push_back({.name = grading_name(grading),
                       .swatch = PolygonShape{{},
                                              grading_tone(grading),
                                              grading_hatch(grading),
                                              Pen{.colour = colour(ColourRole::text_second), .width = 0.13}}});
    for (const Body& body : design.bodies) {
        const Colour own = fixed_colour(body.colour);
        out.push_back({.name = {body.letter + " " + body.name.zh, body.letter + " " + body.name.en},
                       .shows = body.id,
                       .swatch = PolygonShape{{}, tinted(own, 0.4), {}, Pen{.colour = own, .width = 0.2}}});
    }
    return out;
}

struct SheetPlan {
    SheetInfo info;
    Drawing list; // of policies, below the picture
    PaperBox picture;
    double zoom = 0; // of the picture
};

// The smallest sheet on which the lesser words can be read, else the largest.
SheetPlan sheet_plan(const Design& design, SheetInfo info, const PaperBox& extent,
                     const std::vector<TopologyPolicy>& policies, Language language) {
    SheetPlan out{.info = std::move(info), .list = {}, .picture = {}};
    for (const SheetSize size : {SheetSize::a3, SheetSize::a2, SheetSize::a1, SheetSize::a0}) {
        out.info.size = size;
        const PaperBox area = sheet_layout(design, out.info, language).drawing;
        out.list = policy_list(policies, area.width() - 2 * topology_margin, area.height() / 2, language);
        out.picture = {area.low, {area.high.x, area.high.y - out.list.extent.height() / out.list.scale}};
        out.zoom = std::min({1.0, out.picture.width() / extent.width(), out.picture.height() / extent.height()});
        if (out.zoom * topology_label >= least_text)
            break;
    }
    return out;
}

} // namespace

std::optional<Drawing> topology_sheet(const Facts& facts, Language language, std::string number) {
    const Design& design = facts.design();
    const TopologyContent content = topology_content(facts, {});
    Topology body = topology(facts, {.language = language});
    if (body.drawing.items.empty())
        return std::nullopt;
    const SheetInfo info{.number = std::move(number), .title = body.drawing.title};
    const auto plan_for = [&](const Topology& one) {
        return sheet_plan(design, info, one.drawing.extent, content.policies, language);
    };
    SheetPlan plan = plan_for(body);
    Topology again = topology(facts, {.language = language, .paper = plan.picture.width() / plan.picture.height()});
    if (SheetPlan other = plan_for(again);
        std::pair(other.info.size, -other.zoom) < std::pair(plan.info.size, -plan.zoom)) {
        plan = std::move(other);
        body = std::move(again);
    }
    Drawing sheet;
    sheet.name = body.drawing.name;
    sheet.title = body.drawing.title;
    Draft draft(sheet);
    const SheetLayout places = draw_sheet(draft, design, plan.info, language);
    Drawing scaled = body.drawing;
    scaled.scale = 1 / plan.zoom;
    for (DrawingItem& item : placed(scaled, {}, places.drawing.low))
        sheet.items.push_back(std::move(item));
    const PaperPoint below{places.drawing.low.x + topology_margin,
                           places.drawing.low.y + plan.zoom * body.drawing.extent.height()};
    for (DrawingItem& item : placed(plan.list, {}, below))
        sheet.items.push_back(std::move(item));
    Strip strip(draft, places.strip, language);
    strip.heading({"图例", "Legend"});
    strip.legend(legend_of(content, design));
    strip.heading({"说明", "Notes"});
    strip.notes({{"同层接入设备合并为一框，每台一格。", "Access devices of one floor share a box, a mark for each."},
                 {"网络之间仅指模型中无共用对象，不作电磁泄漏与保密结论。",
                  "Separate means: no shared modelled object; not an emission or secrecy assessment."}});
    return sheet;
}

} // namespace riser
