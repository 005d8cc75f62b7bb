// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/plan_cables.h"

#include "solvers/planning/cable_types.h"
#include "solvers/planning/crowded_ways.h"
#include "solvers/planning/labels.h"
#include "solvers/planning/panel_ends.h"
#include "solvers/planning/pathway_sizes.h"
#include "solvers/planning/permitted_lengths.h"
#include "solvers/planning/rows.h"
#include "solvers/planning/widening.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace riser {

namespace {

const std::vector<Kind> tables_read{
    Kind::floors,          Kind::rooms,          Kind::spaces,         Kind::outlets,       Kind::jacks,
    Kind::point_kinds,     Kind::planes,         Kind::must_not_reach, Kind::pathway_nodes, Kind::pathway_runs,
    Kind::pathway_types,   Kind::cable_types,    Kind::cables,         Kind::terminations,  Kind::panels,
    Kind::label_templates, Kind::retired_labels, Kind::sheets,         Kind::bill_items,    Kind::briefs,
    Kind::buildings,       Kind::penetrations};

Millimetres small(std::int64_t mm) {
    return Millimetres(static_cast<std::int32_t>(std::min<std::int64_t>(mm, INT32_MAX)));
}

class CablePlanner {
  public:
    CablePlanner(const Design& design, const CableOptions& options, CableWays& ways, const PlanesApart& apart)
        : design_(design),
          options_(options),
          ways_(ways),
          apart_(apart),
          after_(design),
          cables_(after_, "cables"),
          terminations_(after_, "cables"),
          types_(design) {}

    // Jacks that a person's cable ends on, by the jack or by its place on the outlet; looked for among the rows for
    // which `of_interest` holds.
    template<class OfInterest> void note_cabled(OfInterest of_interest) {
        for (const Termination& row : design_.terminations) {
            if ((row.on.kind != Kind::jacks && row.on.kind != Kind::outlets) || !of_interest(row.on))
                continue;
            const Cable* cable = design_.find(row.cable);
            if (cable && !cables_.is_mine(*cable) && cable->status != Status::remove)
                cabled_.insert({row.on, row.on.kind == Kind::outlets ? row.position : 0});
        }
    }

    // Finds the way of the jack's cable; those that have one, or a route that a person pinned, are laid later.
    void find_way(const Jack& jack, const Outlet& outlet) {
        if (jack.status == Status::remove || outlet.status == Status::remove || cabled_.contains({AnyId(jack.id), 0}) ||
            cabled_.contains({AnyId(outlet.id), jack.position}))
            return;
        const CableType* type = types_.for_jack(jack);
        if (!type) {
            unrouted(jack, {"缆线目录中没有与其类别、屏蔽相符的缆线",
                            "the catalogue has no cable of its category and screen"});
            return;
        }
        const Cable cable = cables_.start(to_string(jack.id));
        const bool known = cables_.known(cable);
        CableToLay out{.jack = &jack,
                       .outlet = &outlet,
                       .type = type,
                       .found = ways_.of(jack, outlet),
                       .pinned = known && (cable.route_pinned || PlannedRows<Cable>::is_settled(cable))};
        if (out.found.way || (known && cable.route_pinned))
            to_lay_.push_back(std::move(out));
        else
            unrouted(jack, sentence_of(out.found.why));
    }

    // Sends some by longer ways where the shortest of all would overfill runs.
    void keep_under_limits(const Run& run) {
        for (const CableToLay& cable : to_lay_)
            note_bound(cable);
        const Crowding crowding = riser::keep_under_limits(
            design_, apart_, options_.sections, options_.crowd,
            [&](const Cable& cable) {
                return !is_laid_by(cable, "backbone") && // laid anew after this
                       (!cables_.is_mine(cable) || cable.route_pinned || PlannedRows<Cable>::is_settled(cable));
            },
            to_lay_, run);
        bound_mm_ += crowding.bound_mm;
        const std::string count = std::to_string(crowding.detours);
        const std::string metres = std::to_string((crowding.longer_mm + 999) / 1'000);
        for (const PathwayRunId id : crowding.relieved)
            reasons_.add(id,
                         {"最短路由会使其超过填充率：本次共 " + count + " 根缆线改走他路，合计加长 " + metres + " m",
                          "the shortest ways would fill it beyond its limit: " + count +
                              " cables in all go another way, " + metres + " m longer together"});
        for (const PathwayRunId id : crowding.too_full)
            reasons_.add(id, crowding.outcome == Outcome::infeasible
                                 ? Text{"已证：任何走法都有线路超过填充率，须加宽或另设通路",
                                        "proved: whatever the ways, some run is filled beyond its limit; widen it or "
                                        "lay another pathway"}
                                 : Text{"未找到不超填充率的走法", "no ways were found that keep under its limit"});
    }

    void lay_all() {
        for (const CableToLay& cable : to_lay_)
            lay(cable);
        to_lay_.clear();
    }

    // Everything planned before for jacks that have no cable now goes.
    void remove_rest(const std::function<bool(const Cable&)>& spare = {}) { cables_.remove_rest(spare); }

    // Panel positions for the cables laid, once it is known which stay where they are: in the order of the jacks, after
    // those that keep theirs. Positions of cables that this plan does not lay are free when those go.
    enum class OtherEnds { stay, of_standing_cables };
    void end_on_panels(OtherEnds others) {
        if (!ends_.empty() || others == OtherEnds::of_standing_cables)
            place_ends(others);
        if (others == OtherEnds::of_standing_cables)
            terminations_.remove_rest([&](const Termination& row) { return stays(row); });
    }

    void check_fill(const Run& run) {
        // Backbone cables are laid anew after this, and make room for themselves.
        fill_ = widen_overfull(after_, apart_, options_.sections, reasons_, run,
                               [](const Cable& cable) { return !is_laid_by(cable, "backbone"); });
    }

    CablePlan take() {
        CablePlan out;
        if (options_.permitted)
            out.too_long = name_too_long(
                after_, *options_.permitted, [&](const Cable& cable) { return cables_.is_mine(cable); }, reasons_);
        const PathwayGraph& graph = ways_.graph();
        for (const Cable& cable : after_.cables) {
            if (!cables_.is_mine(cable))
                continue;
            ++out.cables;
            const Result<CableLength> length = measure(graph, cable);
            if (!length)
                continue;
            out.total_mm += length->total().value;
            out.tray_mm += length->tray.value;
            out.riser_mm += length->riser.value;
            out.drop_mm += length->drop.value;
            out.slack_mm += length->slack.value;
            if (length->total() > out.longest) {
                out.longest = length->total();
                out.longest_cable = cable.id;
            }
        }
        return finish(std::move(out));
    }
    // Without the totals, which walk every cable.
    CablePlan finish(CablePlan out) {
        out.unrouted = unrouted_;
        out.widened = fill_.widened;
        out.overfull = fill_.overfull;
        out.bound_mm = bound_mm_;
        out.reasons = std::move(reasons_).take();
        out.change = {.before = design_, .after = std::move(after_), .read = tables_read};
        return out;
    }

  private:
    // The least that the cable can come to: its shortest way, or what it is where nobody knows another.
    void note_bound(const CableToLay& cable) {
        const Cable row = cables_.start(to_string(cable.jack->id));
        if (!cables_.is_mine(row))
            return;
        const bool known = cables_.known(row);
        if (cable.found.way)
            bound_mm_ += cable.found.way->length() + (known ? row.slack_a : options_.slack_a).value +
                         (known ? row.slack_b : options_.slack_b).value;
        else if (const Result<CableLength> length = measure(ways_.graph(), row))
            bound_mm_ += length->total().value;
    }

    void lay(const CableToLay& laid) {
        const Jack& jack = *laid.jack;
        const Outlet& outlet = *laid.outlet;
        const std::optional<Way>& way = laid.found.way;
        Cable cable = cables_.start(to_string(jack.id));
        const bool pinned = cable.route_pinned && cables_.known(cable);
        cable.type = laid.type->id;
        cable.role = CableRole::horizontal;
        cable.plane = jack.plane;
        if (!cables_.known(cable)) {
            cable.scope = jack.scope;
            cable.slack_a = options_.slack_a;
            cable.slack_b = options_.slack_b;
        }
        if (!pinned)
            lay(cable, *way, *laid.found.router);
        if (way && way->from_outside_room && !pinned)
            reasons_.add(outlet.id, {"房间内没有线路，由室外最近处引入",
                                     "no pathway comes into the room: the drop comes from the nearest one outside"});
        if (cable.label.empty())
            cable.label = label_of(jack, outlet, laid.found);
        const Cable& stands = cables_.put(std::move(cable));
        if (pinned)
            if (const auto length = measure(ways_.graph(), stands); !length)
                reasons_.add(stands.id, {"人工锁定的路由已断开", "the route that a person pinned is broken"});
        terminate(jack, stands, way ? std::optional(way->space) : std::nullopt, *laid.type);
    }

    // Of a cable that this plan leaves alone.
    bool stays(const Termination& row) const {
        const Cable* cable = after_.find(row.cable);
        return cable && !cables_.is_wanted(cable->id);
    }

    void place_ends(OtherEnds others) {
        ends_.place(design_, apart_, terminations_, reasons_, [&](const Termination& row) {
            return others != OtherEnds::stay && terminations_.is_mine(row) &&
                   !PlannedRows<Termination>::is_settled(row) && !stays(row);
        });
    }

    // Made when first needed: a moved outlet mostly keeps its cables' labels.
    LabelMaker& labels() {
        if (!labels_) {
            labels_.emplace(design_, "cable", options_.label);
            for (const Cable& cable : design_.cables)
                labels_->take(cable.label);
        }
        return *labels_;
    }

    void unrouted(const Jack& jack, const Text& why) {
        ++unrouted_;
        reasons_.add(jack.id, why);
    }

    static void lay(Cable& cable, const Way& way, const Router& router) {
        cable.route.clear();
        cable.route.reserve(way.runs.size());
        for (const RunIndex run : way.runs)
            cable.route.push_back({.run = router.graph()[run].id, .compartment = router.compartment(run)});
        cable.entry_offset = small(way.entry_offset);
        cable.exit_offset = small(way.exit_offset);
        cable.entry_drop = small(way.entry_drop);
        cable.exit_drop = small(way.exit_drop);
    }

    std::string label_of(const Jack& jack, const Outlet& outlet, const CableWays::Found& found) {
        const Space* space = found.way ? design_.find(found.way->space) : nullptr;
        const Room* room = design_.find(outlet.room);
        const PointKind* kind = design_.find(jack.kind);
        const Plane* plane = design_.find(jack.plane);
        std::vector<LabelField> fields = place_fields(design_, outlet.floor);
        fields.push_back({"jack", jack.label});
        fields.push_back({"space", space ? space->label : std::string()});
        fields.push_back({"room", room ? room_code(*room) : std::string()});
        fields.push_back({"kind", kind ? kind->code : std::string()});
        fields.push_back({"plane", plane && plane->disclosure != Disclosure::secret ? plane->code : std::string()});
        return labels().next(fields);
    }

    void terminate(const Jack& jack, const Cable& cable, std::optional<SpaceId> space, const CableType& type) {
        const std::string key = to_string(jack.id);
        Termination b = terminations_.start(key + "|b");
        b.cable = cable.id;
        b.end = CableEnd::b;
        b.first = 1;
        b.last = type.elements;
        b.on = jack.id;
        b.position = 1;
        terminations_.put(std::move(b));
        if (space && has_panels(*space))
            ends_.add(horizontal_end(terminations_, jack, cable, type, *space));
    }

    bool has_panels(SpaceId space) const {
        return std::any_of(design_.panels.begin(), design_.panels.end(),
                           [&](const Panel& panel) { return panel.space == space; });
    }

    const Design& design_;
    const CableOptions& options_;
    CableWays& ways_;
    const PlanesApart& apart_;
    Design after_;
    PlannedRows<Cable> cables_;
    PlannedRows<Termination> terminations_;
    CableTypes types_;
    std::vector<CableToLay> to_lay_; // in the order of the jacks
    PanelEnds ends_;                 // in the order of the jacks
    std::optional<LabelMaker> labels_;
    std::set<std::pair<AnyId, std::int32_t>> cabled_;
    ReasonList reasons_;
    std::int32_t unrouted_ = 0;
    Widened fill_;
    std::int64_t bound_mm_ = 0;
};

} // namespace

Result<CablePlan> plan_cables(const Design& design, const CableOptions& options, const Run& run) {
    CableWays ways(design, options.ways);
    const PlanesApart apart(design);
    CablePlanner planner(design, options, ways, apart);
    planner.note_cabled([](AnyId) { return true; });
    // By label, so that panel positions follow the labels.
    std::vector<const Jack*> jacks;
    for (const Jack& jack : design.jacks)
        jacks.push_back(&jack);
    std::sort(jacks.begin(), jacks.end(),
              [](const Jack* a, const Jack* b) { return std::tie(a->label, a->id) < std::tie(b->label, b->id); });
    std::size_t done = 0;
    for (const Jack* jack : jacks) {
        if (run.stopped())
            break;
        if (done++ % 1'024 == 0)
            run.report(static_cast<double>(done) / static_cast<double>(jacks.size()), {"缆线", "cables"});
        if (const Outlet* outlet = design.find(jack->outlet))
            planner.find_way(*jack, *outlet);
    }
    if (!run.stopped())
        planner.keep_under_limits(run);
    planner.lay_all();
    if (run.stopped()) {
        planner.end_on_panels(CablePlanner::OtherEnds::stay);
    } else {
        planner.remove_rest();
        planner.end_on_panels(CablePlanner::OtherEnds::of_standing_cables);
        planner.check_fill(run);
    }
    CablePlan plan = planner.take();
    if (run.stopped())
        plan.outcome = Outcome::stopped;
    return plan;
}

Result<CablePlan> plan_cables_of(const Design& design, OutletId id, CableWays& ways, const CableOptions& options) {
    const PlanesApart apart(design);
    CablePlanner planner(design, options, ways, apart);
    const Outlet* outlet = design.find(id);
    std::vector<const Jack*> jacks;
    for (const Jack& jack : design.jacks)
        if (jack.outlet == id)
            jacks.push_back(&jack);
    planner.note_cabled([&](AnyId row) {
        return row == AnyId(id) ||
               std::any_of(jacks.begin(), jacks.end(), [&](const Jack* jack) { return row == AnyId(jack->id); });
    });
    if (outlet)
        for (const Jack* jack : jacks)
            planner.find_way(*jack, *outlet);
    planner.lay_all();
    planner.end_on_panels(CablePlanner::OtherEnds::stay);
    return planner.finish({});
}

} // namespace riser
