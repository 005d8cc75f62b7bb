// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/floor_plan.h"

#include "exporters/drawings/frame.h"
#include "exporters/drawings/plan_context.h"
#include "exporters/tables/columns.h"
#include "model/fields/field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace riser {

namespace {

constexpr double heading = 20; // above the plan
constexpr double footing = 22; // below it: north and scale bar
constexpr double edge = 8;

struct PaperChoice {
    double scale = 100;
    SheetSize size = SheetSize::a1;
};
// Usual scales on the smallest sheet that holds the plan, largest scale first.
constexpr std::array<PaperChoice, 17> choices_of_paper{{{50, SheetSize::a3},
                                                        {50, SheetSize::a2},
                                                        {100, SheetSize::a3},
                                                        {100, SheetSize::a2},
                                                        {100, SheetSize::a1},
                                                        {150, SheetSize::a1},
                                                        {100, SheetSize::a0},
                                                        {150, SheetSize::a0},
                                                        {200, SheetSize::a0},
                                                        {250, SheetSize::a0},
                                                        {300, SheetSize::a0},
                                                        {400, SheetSize::a0},
                                                        {500, SheetSize::a0},
                                                        {750, SheetSize::a0},
                                                        {1000, SheetSize::a0},
                                                        {2000, SheetSize::a0},
                                                        {5000, SheetSize::a0}}};

struct Chosen {
    double scale = 100;
    SheetInfo info;
    std::optional<PaperBox> window; // of the floor, y down
};

// What the design says of the floor's sheet.
std::optional<Chosen> given_sheet(const Design& design, FloorId floor) {
    for (const Viewport& viewport : design.viewports) {
        const Sheet* sheet = design.find(viewport.sheet);
        if (viewport.floor != floor || !sheet || sheet->content != SheetContent::floor_plan || viewport.scale <= 0)
            continue;
        Chosen out;
        out.scale = viewport.scale;
        out.info.number = sheet->number;
        out.info.title = sheet->title;
        out.info.size = sheet->size;
        if (const Revision* revision = design.find(sheet->revision))
            out.info.revision = revision->number;
        if (viewport.window_high.x > viewport.window_low.x && viewport.window_high.y > viewport.window_low.y)
            out.window =
                PaperBox{{static_cast<double>(viewport.window_low.x), -static_cast<double>(viewport.window_high.y)},
                         {static_cast<double>(viewport.window_high.x), -static_cast<double>(viewport.window_low.y)}};
        return out;
    }
    return std::nullopt;
}

Text title_of(const Design& design, FloorId floor) {
    const Floor* row = design.find(floor);
    const std::string label = row ? row->label : std::string();
    Text title{label + " 综合布线平面图", label + " floor plan, generic cabling"};
    if (const Building* building = row ? design.find(row->building) : nullptr;
        building && !building->name.empty() && design.buildings.size() > 1)
        title = {building->name.in(Language::zh) + " " + title.zh, building->name.in(Language::en) + ": " + title.en};
    return title;
}

struct Used {
    std::map<std::string, LegendEntry> points; // by code
    std::set<SpaceRole> spaces;
    std::set<BodyId> bodies;
    bool trays = false;
    bool conduits = false;
    bool climbs = false;
    bool fire = false;
    bool restricted = false;
    bool stopped = false; // penetrations
    bool sleeves = false;
};

Used used_on(const Design& design, FloorId floor) {
    Used used;
    for (const auto& [outlet, jacks] : jacks_by_outlet(design)) {
        const Outlet* row = design.find(outlet);
        if (!row || row->floor != floor || row->status == Status::remove)
            continue;
        const Symbol symbol = symbol_of_outlet(design, jacks);
        if (symbol == Symbol::to)
            used.points.try_emplace("TO", LegendEntry{.name = {"信息插座（多种模块，旁注组成）",
                                                               "Outlet of several kinds, named beside it"},
                                                      .symbol = Symbol::to});
        else
            for (const Jack* jack : jacks)
                if (const PointKind* kind = design.find(jack->kind))
                    used.points.try_emplace(kind->code,
                                            LegendEntry{.name = {kind->code + " " + kind->name.in(Language::zh),
                                                                 kind->code + " " + kind->name.in(Language::en)},
                                                        .shows = kind->id,
                                                        .symbol = symbol_of(*kind)});
    }
    for (const Space& space : design.spaces)
        if (const Room* room = design.find(space.room);
            room && room->floor == floor && space.status != Status::remove && space.role != SpaceRole::elv_shaft)
            used.spaces.insert(space.role);
    for (const Room& room : design.rooms)
        if (room.floor == floor && design.find(room.body))
            used.bodies.insert(*room.body);
    for (const PathwayRun& run : design.pathway_runs) {
        const PathwayNode* from = design.find(run.from);
        const PathwayNode* to = design.find(run.to);
        if (!from || !to || run.status == Status::remove || (from->floor != floor && to->floor != floor))
            continue;
        const bool thin = run.kind == PathwayKind::conduit || run.kind == PathwayKind::sleeve;
        used.climbs = used.climbs || from->floor != to->floor;
        (thin ? used.conduits : used.trays) = true;
    }
    for (const FireCompartment& row : design.fire_compartments)
        used.fire = used.fire || row.floor == floor;
    for (const Penetration& row : design.penetrations)
        if (row.floor == floor && row.status != Status::remove)
            (row.stopping.empty() ? used.sleeves : used.stopped) = true;
    for (const RestrictedArea& row : design.restricted_areas)
        used.restricted = used.restricted || row.floor == floor;
    return used;
}

std::vector<LegendEntry> legend_of(const Design& design, const Used& used) {
    std::vector<LegendEntry> out;
    for (const auto& [code, entry] : used.points)
        out.push_back(entry);
    for (const SpaceRole role : used.spaces)
        out.push_back({.name = label_of(role), .symbol = symbol_of(role), .letters = std::string(letters_of(role))});
    const Colour ink = colour(ColourRole::accent);
    if (used.trays)
        out.push_back({.name = {"桥架（按实宽；CT 桥架，MR 线槽）", "Tray to width (CT tray, MR trunking)"},
                       .swatch = PolygonShape{{}, tinted(ink, 0.16), {}, Pen{ink, 0.15, {}}}});
    if (used.conduits)
        out.push_back({.name = {"线管（规格见桥架管线表）", "Conduit (sizes in the pathway schedule)"},
                       .line = Pen{.colour = ink, .width = 0.25, .dash = Dash::dashed}});
    if (used.climbs)
        out.push_back({.name = {"竖向桥架穿楼板", "Pathway through the slab"}, .symbol = Symbol::shaft, .colour = ink});
    for (const BodyId id : used.bodies) {
        const Body& body = *design.find(id);
        out.push_back({.name = body_name(&body),
                       .shows = id,
                       .swatch = PolygonShape{{},
                                              tinted(fixed_colour(body.colour), 0.12),
                                              hatch_of(design, body),
                                              Pen{fixed_colour(body.colour), 0.25, {}}}});
    }
    if (used.fire)
        out.push_back({.name = {"防火分区界线", "Fire compartment"},
                       .line = Pen{.colour = colour(ColourRole::error), .width = 0.5, .dash = Dash::chain}});
    const auto hole = [&](Text name, ColourRole role) {
        out.push_back(
            {.name = std::move(name),
             .swatch = PolygonShape{
                 {}, {}, Hatch{.pattern = HatchPattern::cross, .colour = colour(role)}, Pen{colour(role), 0.25, {}}}});
    };
    if (used.stopped)
        hole({"穿墙、穿楼板孔洞，防火封堵", "Penetration with fire stopping"}, ColourRole::error);
    if (used.sleeves)
        hole({"穿墙套管（孔洞）", "Sleeved opening in a wall"}, ColourRole::text_second);
    if (used.restricted)
        out.push_back({.name = {"禁设区（摄像、无线、拾音）", "Restricted: camera, wireless, microphone"},
                       .line = Pen{.colour = colour(ColourRole::warning), .width = 0.4, .dash = Dash::dashed}});
    return out;
}

SheetTable point_table(const Design& design, FloorId floor, Language language) {
    std::map<std::string, std::int64_t> counts;
    std::int64_t sum = 0;
    for (const Jack& jack : design.jacks) {
        const Outlet* outlet = design.find(jack.outlet);
        if (!outlet || outlet->floor != floor || jack.status == Status::remove)
            continue;
        const PointKind* kind = design.find(jack.kind);
        const Text code = kind_code(design, jack.kind);
        const std::string name = kind && !kind->name.empty() && kind->name != code ? " " + kind->name.in(language) : "";
        ++counts[code.in(language) + name];
        ++sum;
    }
    SheetTable table{.rows = {{Text{"点位", "Points"}.in(language), Text{"数量", "Count"}.in(language)}},
                     .widths = {0.7, 0.3},
                     .totals = true};
    for (const auto& [name, count] : counts)
        table.rows.push_back({name, std::to_string(count)});
    table.rows.push_back({Text{"合计", "Total"}.in(language), std::to_string(sum)});
    return table;
}

std::vector<Text> notes_of(std::size_t left_out, const std::vector<Text>& more) {
    std::vector<Text> notes{{"点位颜色与字母同使用单位；线缆规格、编号见点位表与线缆表。",
                             "Points carry their body's colour and letter; cables and labels stand in the schedules."},
                            {"桥架敷设于走廊吊顶内，未注明者底距地见桥架管线表。",
                             "Trays run above corridor ceilings; heights stand in the pathway schedule."}};
    if (left_out > 0)
        notes.push_back({std::to_string(left_out) + " 个点位旁无处标注，见点位表。",
                         "Points without room for their text: " + std::to_string(left_out) + "; see the schedule."});
    notes.push_back({"涉密网络如有，另册，本图不含。",
                     "Classified networks, if any, are in another volume and not on this drawing."});
    notes.insert(notes.end(), more.begin(), more.end());
    return notes;
}

UnderlaySource remembering(const UnderlaySource& source) {
    if (!source)
        return {};
    return [source, known = std::make_shared<std::map<UnderlayId, UnderlayFound>>()](const Underlay& underlay) {
        const auto at = known->find(underlay.id);
        return at != known->end() ? at->second : known->emplace(underlay.id, source(underlay)).first->second;
    };
}

class PlanSheet {
  public:
    PlanSheet(const Facts& facts, FloorId floor, const FloorPlanSheetOptions& options)
        : facts_(facts),
          design_(facts.design()),
          floor_(floor),
          options_(options),
          underlays_(remembering(options.underlays)),
          used_(used_on(design_, floor)) {}

    Drawing draw() {
        Chosen chosen = choose();
        chosen.info.scale = same_text("1:" + std::to_string(std::lround(chosen.scale)));
        const FloorPlan plan =
            floor_plan(facts_, floor_, {options_.language, chosen.scale, options_.routes, underlays_});
        const PaperBox window = chosen.window.value_or(plan.drawing.extent);

        Drawing sheet;
        sheet.title = chosen.info.title;
        Draft draft(sheet);
        const SheetLayout places = draw_sheet(draft, design_, chosen.info, options_.language);
        const PaperBox& area = places.drawing;
        const PaperPoint size{window.width() / chosen.scale, window.height() / chosen.scale};
        const PaperPoint to{area.low.x + (area.width() - size.x) / 2,
                            area.low.y + heading + (area.height() - heading - footing - size.y) / 2};
        for (DrawingItem& item : placed(plan.drawing, window.low, to)) {
            if (auto* underlay = std::get_if<UnderlayShape>(&item.shape)) {
                const PaperBox place{{area.low.x + edge, area.low.y + heading},
                                     {area.high.x - edge, area.high.y - footing}};
                underlay->clip = underlay->clip ? common(*underlay->clip, place) : place;
            }
            const PaperBox box = bounds(item);
            if (!chosen.window || (area.contains(box.low) && area.contains(box.high)))
                sheet.items.push_back(std::move(item));
        }
        draft.on(DrawingLayer::title, floor_);
        draft.text({area.low.x + 8, area.low.y + 11},
                   chosen.info.title.in(options_.language) + "  " + chosen.info.scale.zh,
                   {.size = 5.6, .weight = TextWeight::bold, .width = area.width() - 16});
        const Language other = options_.language == Language::zh ? Language::en : Language::zh;
        draft.text({area.low.x + 8, area.low.y + 16.5}, chosen.info.title.in(other),
                   {.size = 3, .colour = colour(ColourRole::text_second), .width = area.width() - 16});
        draw_scale_bar(draft, {area.low.x + 10, area.high.y - 9}, 60, chosen.scale, options_.language);
        draw_north(draft, {area.high.x - 16, area.high.y - 12}, options_.language);
        Strip strip(draft, places.strip, options_.language);
        fill(strip, plan.left_out);
        return sheet;
    }

  private:
    void fill(Strip& strip, std::size_t left_out) const {
        strip.heading({"图例", "Legend"});
        strip.legend(legend_of(design_, used_));
        strip.heading({"本层点位", "Points of this floor"});
        strip.table(point_table(design_, floor_, options_.language));
        strip.heading({"说明", "Notes"});
        strip.notes(notes_of(left_out, options_.notes));
    }

    Chosen choose() const {
        if (std::optional<Chosen> given = given_sheet(design_, floor_)) {
            if (given->info.title.empty())
                given->info.title = title_of(design_, floor_);
            return *given;
        }
        Chosen out;
        out.info.number = options_.number;
        out.info.title = title_of(design_, floor_);
        std::optional<double> drawn;
        PaperPoint size;
        for (const PaperChoice& choice : choices_of_paper) {
            out.scale = choice.scale;
            out.info.size = choice.size;
            if (drawn != choice.scale) {
                const PaperBox extent =
                    floor_plan(facts_, floor_, {options_.language, choice.scale, PlanRoutes::hidden, underlays_})
                        .drawing.extent;
                size = {extent.width() / choice.scale, extent.height() / choice.scale};
                drawn = choice.scale;
            }
            const SheetLayout layout = sheet_layout(design_, out.info, options_.language);
            if (size.x > layout.drawing.width() - 2 * edge || size.y > layout.drawing.height() - heading - footing)
                continue;
            Drawing scratch;
            Draft draft(scratch);
            Strip strip(draft, layout.strip, options_.language);
            fill(strip, 1);
            if (strip.fits())
                break;
        }
        return out;
    }

    const Facts& facts_;
    const Design& design_;
    FloorId floor_;
    const FloorPlanSheetOptions& options_;
    UnderlaySource underlays_; // each is read once
    Used used_;
};

} // namespace

Drawing floor_plan_sheet(const Facts& facts, FloorId floor, const FloorPlanSheetOptions& options) {
    return PlanSheet(facts, floor, options).draw();
}

} // namespace riser
