// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/uplink_fixes.h"

#include "solvers/analysis/backbone_diversity.h"
#include "solvers/analysis/backbone_ends.h"
#include "solvers/graph/resilience/cheapest_fix.h"
#include "solvers/graph/resilience/risk_cut.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

const Text step{"上行干线的改法", "fixes of uplinks"};

// What the steps of one room are, and the problem of choosing among them.
class RoomProblem {
  public:
    RoomProblem(const Facts& facts, const RoutingNet& routing, const RoomUplinks& room)
        : facts_(facts),
          design_(facts.design()),
          net_(facts.get<DeviceNet>()),
          routing_(routing),
          risks_(*facts.get<RunRisks>().groups),
          room_(room),
          elements_(net_.elements) {
        problem_.network = net_.network;
        out_.plane = room.plane;
        out_.space = room.space;
        out_.asked = room.asked;
        add_needs();
    }

    bool weak() const { return !out_.points.empty(); }

    RoomFix solve(const Run& run) {
        open_runs();
        for (const CableId stays : room_.cables)
            for (const CableId moved : room_.cables) {
                if (stays != moved)
                    consider_move(stays, moved);
            }
        for (const CableId stays : room_.cables)
            consider_more(stays);
        problem_.network.risks = static_cast<std::uint32_t>(elements_.size());
        keep_the_rest();
        choose(run);
        return std::move(out_);
    }

  private:
    const BackboneEnd* cable(CableId id) const { return facts_.get<BackboneEnds>().cables.find(id); }

    void add_needs() {
        std::set<FailureElement> points;
        for (const WaysApart& row : facts_.get<Redundancy>().rows) {
            if (row.of != WaysOf::access || row.plane != room_.plane || row.space != room_.space || !row.joined)
                continue;
            const auto terminals = static_cast<std::uint32_t>(problem_.terminals.size());
            problem_.terminals.push_back({.from = row.from, .to = row.to, .sure = {}});
            for (const FailureElement& element : row.spared)
                problem_.terminals.back().sure.push_back(risk_of(element));
            std::ranges::sort(problem_.terminals.back().sure);
            for (const FailureElement& element : row.single)
                if (counts_for(row.asked, element.kind)) {
                    problem_.needs.push_back({terminals, risk_of(element)});
                    points.insert(element);
                }
        }
        out_.points.assign(points.begin(), points.end());
    }

    NetRisk risk_of(const FailureElement& element) {
        const auto known = std::ranges::lower_bound(net_.elements, element);
        if (known != net_.elements.end() && *known == element)
            return NetRisk{static_cast<std::uint32_t>(known - net_.elements.begin())};
        const auto [at, fresh] = fresh_.try_emplace(element, static_cast<std::uint32_t>(elements_.size()));
        if (fresh)
            elements_.push_back(element);
        return NetRisk{at->second};
    }

    RiskSet risks_of(std::span<const RunIndex> runs) {
        std::set<NetRisk> out;
        for (const RunIndex run : runs) {
            out.insert(risk_of({.kind = ElementKind::pathway, .row = routing_.graph[run].id}));
            for (const std::uint32_t group : risks_.groups().of_run[at(run)]) {
                const RiskGroup& of = risks_[group];
                out.insert(risk_of({.kind = of.kind == RiskKind::shaft         ? ElementKind::shaft
                                            : of.kind == RiskKind::compartment ? ElementKind::compartment
                                                                               : ElementKind::room,
                                    .row = of.shows}));
            }
        }
        return {out.begin(), out.end()};
    }

    void open_runs() {
        std::vector<SpaceTouch> ends;
        open_.assign(routing_.graph.runs().size(), 0);
        for (std::size_t i = 0; i < open_.size(); ++i)
            if (const PathwayRun* run = design_.find(routing_.graph.runs()[i].id))
                open_[i] = compartment_for(design_, *run, room_.plane).has_value();
        std::set<SpaceId> spaces{room_.space};
        for (const CableId id : room_.cables)
            if (const BackboneEnd* end = cable(id); end && end->a)
                spaces.insert(end->a);
        for (const SpaceId space : spaces)
            if (const Space* row = design_.find(space)) {
                touches_[space] = touches_of(routing_, design_, *row, open_, {.plane = room_.plane});
                ends.insert(ends.end(), touches_[space].begin(), touches_[space].end());
            }
        ways_.emplace(routing_.graph, open_, risks_.groups(), ends);
    }

    std::optional<std::vector<RunIndex>> runs_of(const BackboneEnd& end) const {
        std::vector<RunIndex> out;
        for (const RouteStep& one : end.route) {
            const auto run = routing_.graph.find(one.run);
            if (!run)
                return std::nullopt;
            out.push_back(*run);
        }
        return out.empty() ? std::nullopt : std::optional(std::move(out));
    }

    // As far apart from the cable that stays as can be, from the core room.
    std::optional<FoundRoute> beside(const BackboneEnd& stays, SpaceId core) {
        auto first = runs_of(stays);
        if (!first || !touches_.contains(core))
            return std::nullopt;
        std::vector<std::uint32_t> around = risks_.around(design_, room_.space);
        if (core == stays.a) {
            const std::vector<std::uint32_t> more = risks_.around(design_, core);
            around.insert(around.end(), more.begin(), more.end());
            std::ranges::sort(around);
        }
        const std::vector<SpaceTouch>& from = touches_.at(core);
        const auto pair = most_diverse_pair(
            *ways_,
            {.from = {from, from}, .to = touches_.at(room_.space), .unavoidable = around, .first = std::move(first)});
        return pair ? std::optional(pair->routes[1]) : std::nullopt;
    }

    UplinkStep priced(UplinkStep::Of of, const BackboneEnd& stays, CableId like, SpaceId core, const FoundRoute& way) {
        UplinkStep out;
        out.of = of;
        out.cable = like;
        out.stays = stays.id;
        out.core = core;
        for (const RunIndex run : way.runs)
            out.way.push_back(routing_.graph[run].id);
        out.length = Millimetres(static_cast<std::int32_t>(std::min<std::int64_t>(way.length, INT32_MAX)));
        const Cable* row = design_.find(like);
        const CableType* type = row ? design_.find(row->type) : nullptr;
        const BillItem* item = type ? design_.find(type->bill_item) : nullptr;
        out_.priced = out_.priced && item && item->price.value > 0;
        if (item)
            out.price = Money{(item->price.value * out.length.value + 999) / 1'000};
        return out;
    }

    void add(UplinkStep one, NetChange change) {
        if (change.adds.empty())
            return;
        // Of equal prices a move: it takes no port.
        change.price = 2 * one.price.value + (one.of == UplinkStep::Of::add);
        problem_.changes.push_back(std::move(change));
        steps_.push_back(std::move(one));
    }

    void consider_move(CableId stays_id, CableId moved_id) {
        const BackboneEnd* stays = cable(stays_id);
        const BackboneEnd* moved = cable(moved_id);
        const auto old = moved ? runs_of(*moved) : std::nullopt;
        const auto way = stays && old ? beside(*stays, moved->a) : std::nullopt;
        if (!way || way->runs == *old)
            return;
        const RiskSet gone = risks_of(*old), come = risks_of(way->runs);
        NetChange change;
        for (std::uint32_t l = 0; l < net_.cables.size(); ++l) {
            if (std::ranges::find(net_.cables[l].way, moved_id) == net_.cables[l].way.end())
                continue;
            const LinkEnds ends = net_.network.net.links[l];
            RiskSet stay, all;
            for (const NetRisk risk : net_.network.of_link[l])
                if (!std::ranges::binary_search(gone, risk) || ends_in(ends, risk))
                    stay.push_back(risk);
            std::ranges::set_union(stay, come, std::back_inserter(all));
            change.drops.push_back(NetLink{l});
            change.adds.push_back(ends);
            change.of_added.push_back(std::move(all));
        }
        add(priced(UplinkStep::Of::move, *stays, moved_id, moved->a, *way), std::move(change));
    }

    // The rooms and compartments of the devices at its ends a cable cannot leave.
    bool ends_in(const LinkEnds& ends, NetRisk risk) const {
        return std::ranges::binary_search(net_.certain[at(ends.a)], risk) ||
               std::ranges::binary_search(net_.certain[at(ends.b)], risk);
    }

    void consider_more(CableId stays_id) {
        const BackboneEnd* stays = cable(stays_id);
        if (!stays)
            return;
        for (const auto& [core, touches] : touches_) {
            const auto way = core == room_.space ? std::nullopt : beside(*stays, core);
            if (!way)
                continue;
            const RiskSet come = risks_of(way->runs);
            std::set<NetNode> far;
            for (const RiskTerminals& ends : problem_.terminals)
                far.insert(ends.to.begin(), ends.to.end());
            for (const NetNode node : far) {
                const AnyId id = net_.nodes[at(node)];
                const Equipment* device = id.kind == Kind::equipment ? design_.find(EquipmentId{id.value}) : nullptr;
                if (!device || device->space != core)
                    continue;
                NetChange change;
                for (const RiskTerminals& ends : problem_.terminals) {
                    change.adds.push_back({ends.from.front(), node});
                    change.of_added.push_back(come);
                }
                add(priced(UplinkStep::Of::add, *stays, stays_id, core, *way), std::move(change));
            }
        }
    }

    // What does not part them today must not once a cable is moved.
    void keep_the_rest() {
        std::set<NetRisk> touched;
        for (const NetChange& change : problem_.changes)
            for (const RiskSet& risks : change.of_added)
                touched.insert(risks.begin(), risks.end());
        const RiskArcs now(problem_.network);
        for (std::uint32_t t = 0; t < problem_.terminals.size(); ++t) {
            const RiskSet single = single_risks(now, problem_.terminals[t]);
            for (const NetRisk risk : touched)
                if (counts_for(out_.asked, elements_[at(risk)].kind) && !std::ranges::binary_search(single, risk))
                    problem_.needs.push_back({t, risk});
        }
    }

    // Without the needs that nothing meets.
    void choose(const Run& run) {
        Result<FixAnswer> answer = cheapest_fix(problem_, {}, run);
        if (answer && !answer->unmet.empty()) {
            std::set<FailureElement> left;
            for (auto need = answer->unmet.rbegin(); need != answer->unmet.rend(); ++need) {
                left.insert(elements_[at(*problem_.needs[*need].lost)]);
                problem_.needs.erase(problem_.needs.begin() + *need);
            }
            out_.left.assign(left.begin(), left.end());
            answer = cheapest_fix(problem_, {}, run);
        }
        if (!answer) {
            out_.outcome = Outcome::infeasible;
            return;
        }
        out_.outcome = answer->outcome;
        std::int64_t price = 0, further = 0;
        for (const std::uint32_t change : answer->changes.value_or(std::vector<std::uint32_t>{})) {
            out_.steps.push_back(steps_[change]);
            price += steps_[change].price.value;
        }
        for (const UplinkStep& one : steps_)
            further += one.of == UplinkStep::Of::add;
        out_.price = Money{price};
        out_.bound = Money{
            answer->outcome == Outcome::complete ? price : std::max<std::int64_t>(0, (answer->bound - further) / 2)};
    }

    const Facts& facts_;
    const Design& design_;
    const DeviceNet& net_;
    const RoutingNet& routing_;
    const RiskGroups& risks_;
    const RoomUplinks& room_;
    std::vector<FailureElement> elements_; // the net's, then those of runs that nothing lies in yet
    std::map<FailureElement, std::uint32_t> fresh_;
    std::vector<std::uint8_t> open_;
    std::map<SpaceId, std::vector<SpaceTouch>> touches_;
    std::optional<RouteNet> ways_;
    FixProblem problem_;
    std::vector<UplinkStep> steps_;
    RoomFix out_;
};

} // namespace

std::vector<RoomFix> uplink_fixes(const Facts& facts, const Run& run) {
    std::vector<RoomFix> out;
    const std::vector<RoomUplinks>& rooms = facts.get<BackboneDiversity>().rooms;
    const RoutingNet routing(facts.design());
    for (std::size_t i = 0; i < rooms.size() && !run.stopped(); ++i) {
        run.report(static_cast<double>(i) / static_cast<double>(rooms.size()), step);
        if (rooms[i].asked == RedundancyClass::n)
            continue;
        RoomProblem problem(facts, routing, rooms[i]);
        if (problem.weak())
            out.push_back(problem.solve(run));
    }
    return out;
}

} // namespace riser
