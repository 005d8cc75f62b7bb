// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/system_strip.h"

#include "exporters/tables/columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace riser {

namespace {

constexpr std::array<std::uint32_t, 6> shaft_colours{0x2463D6, 0xB26A00, 0x1B7F4B, 0x8E44AD, 0x00838F, 0xAD1457};

std::vector<LegendEntry> legend_of(const SystemContent& content, const Design& design) {
    std::map<std::string, LegendEntry> points;
    std::set<Symbol> distributors;
    std::set<BodyId> bodies;
    bool pathway_only = false;
    bool climbs = false;
    bool spare = false;
    for (const SystemFloor& floor : content.floors) {
        bodies.insert(floor.bodies.begin(), floor.bodies.end());
        for (const SystemNode& node : floor.nodes) {
            distributors.insert(drawing_of(symbol_of(node.role)).letters > 0 ? symbol_of(node.role) : Symbol::fd);
            pathway_only = pathway_only || (node.links.empty() && node.nearest_shaft);
            climbs = climbs || !node.links.empty();
            spare = spare || node.links.size() > 1;
            for (const SystemPoints& p : node.points) {
                const PointKind* kind = design.find(p.kind);
                const Text name = kind ? kind->name : Text();
                points[p.code.zh] = {
                    .name = {p.code.zh + " " + name.in(Language::zh), p.code.en + " " + name.in(Language::en)},
                    .shows = p.kind,
                    .symbol = p.symbol};
            }
        }
    }
    std::vector<LegendEntry> out;
    for (const Symbol symbol : distributors) {
        const SymbolDrawing& drawn = drawing_of(symbol);
        const std::string code(drawn.code);
        out.push_back(
            {.name = {code + " " + drawn.name.zh, code + " " + drawn.name.en}, .symbol = symbol, .letters = code});
    }
    for (auto& [code, entry] : points)
        out.push_back(std::move(entry));
    if (!content.shafts.empty())
        out.push_back(
            {.name = {"弱电竖井", "Riser shaft"}, .line = Pen{.colour = colour(ColourRole::text), .width = 0.8}});
    if (climbs)
        out.push_back({.name = {"干线光缆（颜色随竖井）", "Backbone cable, coloured by shaft"},
                       .line = Pen{.colour = shaft_colour(0), .width = 0.45}});
    if (spare)
        out.push_back({.name = {"另一路干线", "Second backbone way"},
                       .line = Pen{.colour = shaft_colour(0), .width = 0.45, .dash = Dash::dashed}});
    if (pathway_only)
        out.push_back({.name = {"通道（尚无干线）", "Pathway, no backbone cable yet"},
                       .line = Pen{.colour = colour(ColourRole::text_third), .width = 0.3, .dash = Dash::dotted}});
    for (const BodyId id : bodies) {
        const Body& body = *design.find(id);
        const Colour own = fixed_colour(body.colour);
        out.push_back({.name = body_name(&body),
                       .shows = id,
                       .swatch = PolygonShape{{}, tinted(own, 0.3), {}, Pen{own, 0.35, {}}}});
    }
    return out;
}

SheetTable quantities(const SystemContent& content, FloorRange floors, Language language) {
    // What is not designed yet is a dash, not none.
    const bool has_switches = std::any_of(content.floors.begin(), content.floors.end(),
                                          [](const SystemFloor& floor) { return floor.switches > 0; });
    const auto row = [&](std::string name, std::int64_t points, std::int64_t switches, std::int64_t cores) {
        return std::vector<std::string>{std::move(name), std::to_string(points),
                                        has_switches ? std::to_string(switches) : "–",
                                        content.has_backbone ? std::to_string(cores) : "–"};
    };
    SheetTable table{.widths = {0.34, 0.22, 0.2, 0.24}, .totals = true};
    table.rows.push_back({Text{"楼层", "Floor"}.in(language), Text{"点位", "Points"}.in(language), "SW",
                          Text{"干线芯", "Cores"}.in(language)});
    const bool whole = floors.first == 0 && floors.last == content.floors.size();
    std::array<std::int64_t, 3> sum{};
    for (std::size_t f = 0; f < content.floors.size(); ++f) {
        const SystemFloor& floor = content.floors[f];
        sum[0] += floor.points;
        sum[1] += floor.switches;
        sum[2] += floor.cores;
        if (f >= floors.first && f < floors.last)
            table.rows.push_back(row(floor.label, floor.points, floor.switches, floor.cores));
    }
    table.rows.push_back(
        row((whole ? Text{"合计", "Total"} : Text{"全楼合计", "Building"}).in(language), sum[0], sum[1], sum[2]));
    return table;
}

std::vector<Text> notes_of(const SystemContent& content, const std::vector<Text>& more) {
    std::vector<Text> notes{{"点位按模块计；各配线间点数为其接入的点数。",
                             "Points are jacks; beside a distributor stand those it serves."}};
    std::int64_t unserved = 0;
    for (const SystemFloor& floor : content.floors)
        for (const SystemPoints& points : floor.unserved)
            unserved += points.count;
    if (unserved > 0)
        notes.push_back({std::to_string(unserved) + " 个点位尚未接入配线间。",
                         std::to_string(unserved) + " points are not wired to a distributor yet."});
    if (!content.has_backbone)
        notes.push_back(
            {"干线尚未设计，虚线仅示通道。", "The backbone is not designed yet; dotted lines only show pathways."});
    if (content.shafts.empty())
        notes.push_back({"本楼未设竖井。", "This building has no shaft."});
    notes.push_back({"涉密网络如有，另册，本图不含。",
                     "Classified networks, if any, are in another volume and not on this drawing."});
    notes.insert(notes.end(), more.begin(), more.end());
    return notes;
}

} // namespace

Colour shaft_colour(std::size_t shaft) { return fixed_colour(shaft_colours[shaft % shaft_colours.size()]); }

Text diagram_title(const SystemContent& content) {
    Text title{"综合布线系统图", "System diagram, generic cabling"};
    if (!content.plane.empty())
        title = {title.zh + "（" + content.plane.in(Language::zh) + "）",
                 title.en + ", " + content.plane.in(Language::en)};
    if (!content.building.empty())
        title = {content.building.in(Language::zh) + " " + title.zh,
                 content.building.in(Language::en) + ": " + title.en};
    return title;
}

void fill_strip(Strip& strip, const SystemContent& content, const Design& design, const SystemDiagramOptions& options,
                FloorRange floors) {
    strip.heading({"图例", "Legend"});
    strip.legend(legend_of(content, design));
    strip.heading({"数量", "Quantities"});
    strip.table(quantities(content, floors, options.language));
    strip.heading({"说明", "Notes"});
    strip.notes(notes_of(content, options.notes));
}

} // namespace riser
