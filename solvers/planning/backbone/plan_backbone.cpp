// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/backbone/plan_backbone.h"

#include "solvers/graph/cable_length.h"
#include "solvers/planning/backbone/backbone_reasons.h"
#include "solvers/planning/backbone/standing_backbone.h"
#include "solvers/planning/labels.h"
#include "solvers/planning/rows.h"
#include "solvers/planning/widening.h"

namespace riser {

namespace {

const std::vector<Kind> tables_read{Kind::briefs,
                                    Kind::floors,
                                    Kind::rooms,
                                    Kind::spaces,
                                    Kind::fire_compartments,
                                    Kind::outlets,
                                    Kind::jacks,
                                    Kind::planes,
                                    Kind::zones,
                                    Kind::services,
                                    Kind::must_not_reach,
                                    Kind::requirement_classes,
                                    Kind::pathway_nodes,
                                    Kind::pathway_runs,
                                    Kind::pathway_types,
                                    Kind::cable_types,
                                    Kind::cables,
                                    Kind::terminations,
                                    Kind::panels,
                                    Kind::label_templates,
                                    Kind::retired_labels,
                                    Kind::buildings,
                                    Kind::penetrations};

Millimetres small(std::int64_t mm) {
    return Millimetres(static_cast<std::int32_t>(std::min<std::int64_t>(mm, INT32_MAX)));
}

class BackbonePlanner {
  public:
    BackbonePlanner(const Design& design, const BackboneOptions& options)
        : design_(design),
          options_(options),
          apart_(design),
          ways_(design, options.routes.ways),
          net_(design),
          standing_(design, net_.graph),
          after_(design),
          cables_(after_, "backbone"),
          labels_(design, "backbone", options.label, "cable") {
        for (const Cable& cable : design.cables)
            labels_.take(cable.label);
    }

    BackbonePlan plan(const Run& run) {
        UplinkPlanning planning{
            .cables = options_.cables,
            .routes = options_.routes,
            .sections = options_.sections,
            .growth = growth_of(design_, options_.growth),
            .standing = [&](const RoomOnPlane& at, UplinkRoute route) { return standing_.route(at, route); },
            .earlier = [&](const RoomOnPlane& at, UplinkRoute route) { return standing_.earlier(at, route); },
            .loads = standing_loads(design_, [&](const Cable& cable) { return !is_laid_by(cable, "backbone"); })};
        BackbonePlan out;
        out.uplinks = uplinks_of(design_, net_, served_by_cables(design_, ways_), planning, run);
        for (const Uplink& uplink : out.uplinks)
            for (const Uplink::Laid& laid : uplink.laid)
                lay(uplink.at, laid);
        if (run.stopped()) {
            out.outcome = Outcome::stopped;
        } else {
            remove_rest();
            const Widened fill = widen_overfull(after_, apart_, options_.sections, reasons_, run);
            out.widened = fill.widened;
            out.overfull = fill.overfull;
        }
        explain_backbone(design_, net_, UplinkCables(design_, options_.cables), out, reasons_);
        count(out);
        out.reasons = std::move(reasons_).take();
        out.change = {.before = design_, .after = std::move(after_), .read = tables_read};
        return out;
    }

  private:
    void lay(const RoomOnPlane& at, const Uplink::Laid& laid) {
        if (standing_.is_drawn(at, laid.route))
            return;
        for (std::size_t i = 0; i < laid.cables.size(); ++i) {
            Cable cable = cables_.start(backbone_key(at, laid.route, i));
            const UplinkCable& wanted = laid.cables[i];
            cable.type = wanted.type->id;
            cable.role = CableRole::backbone;
            cable.plane = at.first;
            if (!cables_.known(cable)) {
                cable.slack_a = options_.slack_a;
                cable.slack_b = options_.slack_b;
                if (apart_.is_secret(at.first))
                    cable.scope = Scope::classified_works;
            }
            cable.elements.clear();
            cable.elements.push_back({.first = 1, .last = wanted.lit, .state = ElementState::lit});
            if (wanted.lit < wanted.type->elements)
                cable.elements.push_back(
                    {.first = wanted.lit + 1, .last = wanted.type->elements, .state = ElementState::spare});
            if (!cable.route_pinned)
                route(cable, laid, at);
            if (cable.label.empty())
                cable.label = label_of(at, laid);
            const Cable& stands = cables_.put(std::move(cable));
            note_broken(stands);
        }
    }

    void route(Cable& cable, const Uplink::Laid& laid, const RoomOnPlane& at) const {
        if (!laid.way) { // beside the first cable of this route, whose way a person chose
            const Cable first = cables_.start(backbone_key(at, laid.route, 0));
            cable.route = first.route;
            cable.entry_offset = first.entry_offset;
            cable.exit_offset = first.exit_offset;
            cable.entry_drop = first.entry_drop;
            cable.exit_drop = first.exit_drop;
            return;
        }
        cable.route = laid.steps;
        cable.entry_offset = small(laid.way->entry_offset);
        cable.exit_offset = small(laid.way->exit_offset);
        cable.entry_drop = small(laid.way->entry_drop);
        cable.exit_drop = small(laid.way->exit_drop);
    }

    void note_broken(const Cable& cable) {
        if (cable.route_pinned)
            if (const auto length = measure(net_.graph, cable); !length)
                reasons_.add(cable.id, {"人工锁定的路由已断开", "the route that a person pinned is broken"});
    }

    std::string label_of(const RoomOnPlane& at, const Uplink::Laid& laid) {
        const Space& room = *design_.find(at.second);
        const Space* core = laid.way ? design_.find(laid.way->space) : nullptr;
        const Plane* plane = design_.find(at.first);
        std::vector<LabelField> fields = space_fields(design_, room.id);
        fields.push_back({"core", core ? core->label : std::string()});
        fields.push_back({"plane", plane && plane->disclosure != Disclosure::secret ? plane->code : std::string()});
        fields.push_back({"medium", laid.route == UplinkRoute::voice ? "V" : "F"});
        return labels_.next(fields);
    }

    void remove_rest() { cables_.remove_rest(); }

    void count(BackbonePlan& out) {
        for (const Cable& cable : after_.cables) {
            if (!cables_.is_mine(cable))
                continue;
            ++out.cables;
            const CableType* type = after_.find(cable.type);
            const bool fibre = type && type->element == ElementUnit::core;
            for (const ElementRange& range : cable.elements) {
                const std::int32_t elements = range.last - range.first + 1;
                const bool lit = range.state == ElementState::lit;
                (fibre ? lit ? out.cores_lit : out.cores_spare : lit ? out.pairs_lit : out.pairs_spare) += elements;
            }
            const Result<CableLength> length = measure(net_.graph, cable);
            if (!length)
                continue;
            out.total_mm += length->total().value;
            if (length->total() - length->slack < options_.least_length)
                reasons_.add(cable.id, {"短于 " + display(options_.least_length) + "，信道有四个连接器件时不合规定",
                                        "shorter than " + display(options_.least_length) +
                                            ", too short for a channel with four connectors"});
        }
    }

    const Design& design_;
    const BackboneOptions& options_;
    const PlanesApart apart_;
    CableWays ways_;
    const RoutingNet net_;
    const StandingBackbone standing_;
    Design after_;
    PlannedRows<Cable> cables_;
    LabelMaker labels_;
    ReasonList reasons_;
};

} // namespace

Result<BackbonePlan> plan_backbone(const Design& design, const BackboneOptions& options, const Run& run) {
    return BackbonePlanner(design, options).plan(run);
}

} // namespace riser
