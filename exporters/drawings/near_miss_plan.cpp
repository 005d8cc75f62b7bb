// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/near_miss_plan.h"

#include "exporters/drawings/floor_plan.h"
#include "exporters/drawings/frame.h"
#include "exporters/drawings/plan_geometry.h"
#include "solvers/graph/cable_end_space.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace riser {

namespace {

constexpr double heading = 20; // above the plan
constexpr double footing = 22; // below it
constexpr double edge = 8;
constexpr double lane = 0.9;   // between the ways of two rooms in one run
constexpr double radius = 2.3; // of a callout
constexpr std::array scales{50, 100, 150, 200, 250, 300, 400, 500, 750, 1'000, 2'000, 5'000};
// Told apart by colour-blind eyes, and by their dashes.
constexpr std::array<std::string_view, 6> colours{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"};
constexpr std::array dashes{Dash::solid, Dash::dashed, Dash::chain};

Pen pen_of(std::size_t room) {
    return {.colour = fixed_colour(colours[room % colours.size()]), .width = 0.6, .dash = dashes[room % dashes.size()]};
}

// Which telecom rooms' horizontal cables lie in each run of the floor.
std::map<PathwayRunId, std::set<SpaceId>> ways_on(const Design& design, FloorId floor) {
    std::map<PathwayRunId, std::set<SpaceId>> out;
    for (const Cable& cable : design.cables) {
        if (cable.role != CableRole::horizontal || cable.status == Status::remove)
            continue;
        const std::optional<SpaceId> space = space_at_end(design, cable, CableEnd::a);
        for (const RouteStep& step : cable.route) {
            const PathwayRun* run = design.find(step.run);
            const PathwayNode* from = run ? design.find(run->from) : nullptr;
            const PathwayNode* to = run ? design.find(run->to) : nullptr;
            if (space && from && to && from->floor == floor && to->floor == floor)
                out[run->id].insert(*space);
        }
    }
    return out;
}

class NearMissSheet {
  public:
    NearMissSheet(const Facts& facts, const CheckReport& report, FloorId floor, const NearMissSheetOptions& options)
        : facts_(facts), design_(facts.design()), report_(report), floor_(floor), options_(options) {
        for (const NearMiss& miss : report.near_misses)
            if (miss.floor == floor)
                misses_.push_back(&miss);
        std::stable_sort(misses_.begin(), misses_.end(),
                         [](const NearMiss* a, const NearMiss* b) { return a->share > b->share; });
        ways_ = ways_on(design_, floor);
        for (const auto& [run, rooms] : ways_)
            for (const SpaceId room : rooms)
                rooms_.try_emplace(room, 0);
        std::size_t next = 0;
        for (auto& [room, index] : rooms_)
            index = next++;
    }

    std::optional<Drawing> draw() {
        if (misses_.empty())
            return std::nullopt;
        const SheetInfo info = choose();
        FloorPlan plan = floor_plan(facts_, floor_, plan_options());
        Drawing sheet;
        sheet.title = info.title;
        Draft draft(sheet);
        const SheetLayout places = draw_sheet(draft, design_, info, options_.language);
        const PaperBox& area = places.drawing;
        const PaperBox window = plan.drawing.extent;
        draw_ways(plan.drawing);
        const PaperPoint to{area.low.x + (area.width() - window.width() / scale_) / 2,
                            area.low.y + heading + (area.height() - heading - footing - window.height() / scale_) / 2};
        for (DrawingItem& item : placed(plan.drawing, window.low, to))
            sheet.items.push_back(std::move(item));
        draw_title(draft, info, area);
        Strip strip(draft, places.strip, options_.language);
        const std::size_t told = fill(strip, places.strip);
        draw_callouts(draft, window.low, to, told);
        return sheet;
    }

  private:
    FloorPlanOptions plan_options() const {
        return {.language = options_.language,
                .scale = scale_,
                .routes = PlanRoutes::hidden,
                .underlays = options_.underlays};
    }

    // The largest usual scale on A1 that holds the plan, else on A0.
    SheetInfo choose() {
        const Floor* row = design_.find(floor_);
        const std::string label = row ? row->label : std::string();
        SheetInfo info{.number = options_.number,
                       .title = {label + " 线缆路由与临界项", label + " cable routes and near misses"},
                       .size = SheetSize::a1};
        for (const int scale : scales)
            for (const SheetSize size : {SheetSize::a1, SheetSize::a0}) {
                scale_ = scale;
                info.size = size;
                info.scale = same_text("1:" + std::to_string(scale));
                FloorPlanOptions bare = plan_options();
                bare.underlays = {};
                const PaperBox extent = floor_plan(facts_, floor_, bare).drawing.extent;
                const PaperBox place = sheet_layout(design_, info, options_.language).drawing;
                if (extent.width() / scale_ <= place.width() - 2 * edge &&
                    extent.height() / scale_ <= place.height() - heading - footing)
                    return info;
            }
        return info;
    }

    // A line a room along each run, beside each other; in the floor's millimetres.
    void draw_ways(Drawing& plan) const {
        Draft draft(plan);
        for (const auto& [id, rooms] : ways_) {
            const PathwayRun& run = *design_.find(id);
            std::vector<Point> line{design_.find(run.from)->place};
            line.insert(line.end(), run.bends.begin(), run.bends.end());
            line.push_back(design_.find(run.to)->place);
            double off = -0.5 * lane * static_cast<double>(rooms.size() - 1);
            for (const SpaceId room : rooms) {
                std::vector<Vertex> points = flipped(line);
                for (Vertex& point : points) { // across a run along either axis
                    point.x += off * scale_;
                    point.y += off * scale_;
                }
                draft.on(DrawingLayer::route, id).path(std::move(points), pen_of(rooms_.at(room)));
                off += lane;
            }
        }
    }

    void draw_title(Draft& draft, const SheetInfo& info, const PaperBox& area) const {
        draft.on(DrawingLayer::title, floor_);
        draft.text({area.low.x + 8, area.low.y + 11}, info.title.in(options_.language) + "  " + info.scale.zh,
                   {.size = 5.6, .weight = TextWeight::bold, .width = area.width() - 16});
        const Language other = options_.language == Language::zh ? Language::en : Language::zh;
        draft.text({area.low.x + 8, area.low.y + 16.5}, info.title.in(other),
                   {.size = 3, .colour = colour(ColourRole::text_second), .width = area.width() - 16});
        draw_scale_bar(draft, {area.low.x + 10, area.high.y - 9}, 60, scale_, options_.language);
        draw_north(draft, {area.high.x - 16, area.high.y - 12}, options_.language);
    }

    // Returns how many near misses the table tells.
    std::size_t fill(Strip& strip, const PaperBox& box) const {
        std::vector<LegendEntry> legend;
        for (const auto& [room, index] : rooms_) {
            const Space* space = design_.find(room);
            const std::string label = space ? space->label : std::string();
            legend.push_back({.name = {"引自 " + label, "From " + label}, .shows = room, .line = pen_of(index)});
        }
        strip.heading({"线缆路由（按电信间）", "Cable routes by telecom room"});
        strip.legend(legend);
        strip.heading({"临界项", "Near misses"});
        const std::vector<Text> clauses = clauses_of();
        // A row takes 4.8 mm; clauses may take three lines each.
        const double rest = box.high.y - strip.bottom() - 30 - 14.0 * static_cast<double>(clauses.size());
        const std::size_t told =
            std::min(misses_.size(), static_cast<std::size_t>(std::max(1.0, std::floor(rest / 4.8) - 1)));
        const auto said = [&](const Text& text) { return text.in(options_.language); };
        SheetTable table{.rows = {{said({"编号 对象", "No. subject"}), said({"实际", "Actual"}),
                                   said({"限值", "Limit"}), said({"占比", "Share"}), said({"规则", "Rule"})}},
                         .widths = {0.46, 0.14, 0.14, 0.12, 0.14}};
        for (std::size_t i = 0; i < told; ++i) {
            const NearMiss& miss = *misses_[i];
            table.rows.push_back({std::to_string(i + 1) + "  " + said(miss.subject), display(miss.actual),
                                  display(miss.limit), display(miss.share), miss.rule});
        }
        strip.table(table);
        strip.heading({"说明", "Notes"});
        std::vector<Text> notes = clauses;
        if (told < misses_.size()) {
            const std::string more = std::to_string(misses_.size() - told);
            notes.push_back({"另有 " + more + " 项未列，见检查结果。", more + " more are not listed: see the check."});
        }
        strip.notes(notes);
        return told;
    }

    // What each rule on the sheet rests on.
    std::vector<Text> clauses_of() const {
        const std::string within = display(near_share);
        std::vector<Text> out{
            {"所列各项合格，距限值不到 " + within + "；施工偏差可能使其超限。",
             "All of these pass, within " + within + " of their limit: what is built a little off may not."}};
        std::set<std::string> told;
        for (const NearMiss* miss : misses_)
            if (const RuleReport* rule = report_.find(miss->rule); rule && told.insert(rule->id).second)
                out.push_back({rule->id + " " + rule->basis.zh, rule->id + " " + rule->basis.en});
        return out;
    }

    // Numbers in circles near their subjects, each in the first free place around it, with a leader.
    void draw_callouts(Draft& draft, PaperPoint low, PaperPoint to, std::size_t told) const {
        std::vector<PaperPoint> taken;
        const Pen ink{.colour = colour(ColourRole::error), .width = 0.3};
        for (std::size_t i = 0; i < told; ++i) {
            const NearMiss& miss = *misses_[i];
            if (!miss.place)
                continue;
            const Vertex there = flipped(*miss.place);
            const PaperPoint at{(there.x - low.x) / scale_ + to.x, (there.y - low.y) / scale_ + to.y};
            const PaperPoint middle = free_place(at, taken);
            taken.push_back(middle);
            const double away = std::hypot(middle.x - at.x, middle.y - at.y);
            draft.on(DrawingLayer::annotation, miss.subjects.front());
            draft.line(at, {middle.x + (at.x - middle.x) * radius / away, middle.y + (at.y - middle.y) * radius / away},
                       ink);
            draft.circle(middle, radius, ink, colour(ColourRole::paper));
            draft.text_at_middle(middle, std::to_string(i + 1),
                                 {.size = 2.5, .anchor = TextAnchor::middle, .weight = TextWeight::bold});
        }
    }
    static PaperPoint free_place(PaperPoint at, const std::vector<PaperPoint>& taken) {
        for (int ring = 0;; ++ring)
            for (int k = 0; k < 12; ++k) {
                const double angle = (k - 1.5) * std::numbers::pi / 6; // up and to the right first
                const double reach = 6 + 5.0 * ring;
                const PaperPoint middle{at.x + reach * std::cos(angle), at.y + reach * std::sin(angle)};
                if (ring > 20 || std::none_of(taken.begin(), taken.end(), [&](PaperPoint other) {
                        return std::hypot(other.x - middle.x, other.y - middle.y) < 2 * radius + 0.4;
                    }))
                    return middle;
            }
    }

    const Facts& facts_;
    const Design& design_;
    const CheckReport& report_;
    FloorId floor_;
    const NearMissSheetOptions& options_;
    std::vector<const NearMiss*> misses_; // nearest first
    std::map<PathwayRunId, std::set<SpaceId>> ways_;
    std::map<SpaceId, std::size_t> rooms_; // which pen
    double scale_ = 100;
};

} // namespace

std::optional<Drawing> near_miss_sheet(const Facts& facts, const CheckReport& report, FloorId floor,
                                       const NearMissSheetOptions& options) {
    return NearMissSheet(facts, report, floor, options).draw();
}

} // namespace riser
