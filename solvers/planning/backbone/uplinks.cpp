// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/backbone/uplinks.h"

#include "solvers/base/uplink_class.h"
#include "solvers/planning/widening.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

class Uplinks {
  public:
    Uplinks(const Design& design, const RoutingNet& net, const UplinkPlanning& planning)
        : design_(design),
          net_(net),
          planning_(planning),
          risks_(design, net.graph),
          classes_(design.requirement_classes, design.zones, design.services),
          cables_(design, planning.cables),
          apart_(design),
          sections_(design, apart_, planning.sections) {
        if (planning.loads)
            loads_ = *planning.loads;
    }

    // The rooms of one plane, by label.
    std::vector<Uplink> of_plane(std::optional<PlaneId> plane, std::vector<std::pair<SpaceId, ServedPoints>> rooms,
                                 const Run& run) {
        std::sort(rooms.begin(), rooms.end(), [&](const auto& a, const auto& b) {
            return std::tie(design_.find(a.first)->label, a.first) < std::tie(design_.find(b.first)->label, b.first);
        });
        std::vector<SpaceId> ids;
        for (const auto& [room, points] : rooms)
            ids.push_back(room);
        const auto runs_of = planning_.runs_of ? planning_.runs_of(plane) : plane;
        const PlaneRoutes routes(design_, net_, risks_, plane, ids, closed_runs(plane, runs_of), planning_.routes,
                                 runs_of);
        std::vector<Uplink> out;
        for (const auto& [room, points] : rooms) {
            if (run.stopped())
                break;
            if (!routes.is_core(room))
                out.push_back(uplink({plane, room}, points, routes));
        }
        for (const Uplink& uplink : out)
            note(uplink);
        return out;
    }

  private:
    Uplink uplink(const RoomOnPlane& at, const ServedPoints& points, const PlaneRoutes& routes) const {
        Uplink out;
        out.at = at;
        out.points = points;
        out.asked = classes_.of(at.first, at.second);
        out.switches = cables_.switches(points.ports, planning_.growth);
        const auto standing = [&](UplinkRoute route) {
            return planning_.standing ? planning_.standing(at, route) : std::nullopt;
        };
        if (points.ports > 0) {
            const auto earlier = [&](UplinkRoute route) {
                return planning_.earlier ? planning_.earlier(at, route) : std::vector<RunIndex>();
            };
            const UplinkWays ways =
                routes.of(at.second, out.asked, {standing(UplinkRoute::first), standing(UplinkRoute::second)},
                          {earlier(UplinkRoute::first), earlier(UplinkRoute::second)});
            const std::vector<std::int32_t> cores = cables_.cores(out.switches, ways.ways.size());
            out.cores = ways.cores;
            out.parts = ways.parts;
            out.proven = ways.proven;
            if (ways.ways.empty())
                out.why = ways.why;
            for (std::size_t i = 0; i < ways.ways.size(); ++i) {
                const UplinkRoute route = i == 0 ? UplinkRoute::first : UplinkRoute::second;
                out.no_fibre_type |= !add(out, route, cables_.fibres(cores[i]), ways.ways[i], routes);
            }
        }
        if (points.pairs > 0) {
            const UplinkWays ways = routes.of(at.second, RedundancyClass::n, {standing(UplinkRoute::voice), {}});
            if (ways.ways.empty())
                out.why = ways.why;
            else
                out.no_voice_type =
                    !add(out, UplinkRoute::voice, cables_.voice(points.pairs), ways.ways.front(), routes);
        }
        return out;
    }

    // False when there are no cables to add.
    bool add(Uplink& out, UplinkRoute route, std::vector<UplinkCable> cables, const std::optional<Way>& way,
             const PlaneRoutes& routes) const {
        if (cables.empty())
            return false;
        Uplink::Laid laid{.route = route, .cables = std::move(cables), .way = way, .steps = {}};
        if (way)
            for (const RunIndex run : way->runs)
                laid.steps.push_back({.run = net_.graph[run].id, .compartment = routes.compartment(run)});
        out.laid.push_back(std::move(laid));
        return true;
    }

    // Where no cable of the plane may be added: full runs that may not be widened, and those where cables lie from
    // which the plane must be apart.
    std::vector<Closed> closed_runs(std::optional<PlaneId> plane, std::optional<PlaneId> runs_of) const {
        std::vector<Closed> out(net_.graph.runs().size(), Closed::no);
        if (!planning_.loads)
            return out;
        const std::int64_t diameter = cables_.thinnest();
        for (std::size_t i = 0; i < out.size(); ++i) {
            const PathwayRun& row = *design_.find(net_.graph.runs()[i].id);
            const auto compartment = compartment_for(design_, row, runs_of);
            if (!compartment)
                continue;
            SectionLoad load;
            if (const auto found = loads_.find(row.id); found != loads_.end())
                if (const auto part = found->second.find(*compartment); part != found->second.end())
                    load = part->second;
            if (std::any_of(load.begin(), load.end(),
                            [&](const auto& other) { return apart_.apart(plane, other.first); }))
                out[i] = Closed::apart;
            load[plane] += diameter * diameter;
            if (out[i] == Closed::no && !may_widen(row) && is_overfull(row, {{*compartment, load}}, sections_))
                out[i] = Closed::full;
        }
        return out;
    }

    // What is laid stands in the way of planes that come after.
    void note(const Uplink& uplink) {
        for (const Uplink::Laid& laid : uplink.laid)
            for (const UplinkCable& cable : laid.cables)
                for (const RouteStep& step : laid.steps)
                    loads_[step.run][step.compartment][uplink.at.first] +=
                        std::int64_t{cable.type->diameter_um} * cable.type->diameter_um;
    }

    const Design& design_;
    const RoutingNet& net_;
    const UplinkPlanning& planning_;
    RiskGroups risks_;
    UplinkClasses classes_;
    UplinkCables cables_;
    PlanesApart apart_;
    Sections sections_;
    std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>> loads_;
};

} // namespace

std::vector<Uplink> uplinks_of(const Design& design, const RoutingNet& net, const ServedRooms& rooms,
                               const UplinkPlanning& planning, const Run& run) {
    std::map<std::optional<PlaneId>, std::vector<std::pair<SpaceId, ServedPoints>>> planes;
    for (const auto& [at, points] : rooms)
        planes[at.first].emplace_back(at.second, points);
    Uplinks uplinks(design, net, planning);
    std::vector<Uplink> out;
    std::size_t done = 0;
    for (auto& [plane, list] : planes) {
        run.report(static_cast<double>(done++) / static_cast<double>(planes.size()), {"干线", "backbone"});
        if (run.stopped())
            break;
        for (Uplink& uplink : uplinks.of_plane(plane, std::move(list), run))
            out.push_back(std::move(uplink));
    }
    return out;
}

} // namespace riser
