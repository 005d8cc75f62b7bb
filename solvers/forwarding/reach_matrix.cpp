// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/reach_matrix.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace riser {

namespace {

constexpr ReachOptions as_hosts{.senders = Senders::ordinary, .sources = Sources::own};
constexpr ReachOptions as_anyone{.senders = Senders::any, .sources = Sources::own};

// Zones in the order of their planes' and their own codes.
std::vector<const Zone*> zones_in_order(const Design& design) {
    std::vector<const Zone*> out;
    for (const Zone& zone : design.zones)
        if (const Plane* plane = design.find(zone.plane); plane && plane->disclosure != Disclosure::secret)
            out.push_back(&zone);
    std::sort(out.begin(), out.end(), [&](const Zone* a, const Zone* b) {
        return std::tie(design.find(a->plane)->code, a->plane, a->code, a->id) <
               std::tie(design.find(b->plane)->code, b->plane, b->code, b->id);
    });
    return out;
}

std::vector<BodyId> bodies_of(const NetworkRows& rows, const Vlan& vlan, const Zone& zone) {
    if (vlan.body)
        return {*vlan.body};
    const ZoneBodies::Of* desks = rows.desks.find(zone.id);
    return desks ? desks->bodies : std::vector<BodyId>{};
}

class Matrix {
  public:
    Matrix(const MatrixQuestion& question, const Run& run)
        : question_(question), design_(question.rows.design), run_(run), floods_(question.rows, question.net, kept_) {
        for (const MustReachAnswer& answer : question.intents.must)
            answers_.emplace(answer.id, &answer);
    }

    ReachMatrix make() {
        const std::vector<const Zone*> zones = zones_in_order(design_);
        for (const Zone* zone : zones)
            add_sides(*zone);
        add_services();
        for (const Zone* zone : zones)
            if (vlans_.contains(zone->id))
                out_.columns.emplace_back(zone->id);
        for (std::size_t i = 0; i < out_.rows.size(); ++i) {
            if (run_.stopped()) {
                out_.rows.resize(i);
                out_.outcome = Outcome::stopped;
                break;
            }
            run_.report(static_cast<double>(i) / static_cast<double>(out_.rows.size()),
                        {"谁能访问谁", "Who reaches whom"});
            out_.cells.push_back(row(out_.rows[i]));
        }
        if (floods_.sets().sets().overflowed())
            forget();
        return std::move(out_);
    }

  private:
    bool shows(AnyId id) const { return !question_.shows || question_.shows(id); }

    void add_sides(const Zone& zone) {
        if (!shows(zone.id))
            return;
        std::map<std::vector<BodyId>, std::vector<VlanId>> sides;
        for (const Vlan& vlan : design_.vlans)
            if (vlan.zone == zone.id && shows(vlan.id) && !question_.net.places_of(vlan.id).empty())
                sides[bodies_of(question_.rows, vlan, zone)].push_back(vlan.id);
        for (auto& [bodies, vlans] : sides) {
            vlans_[zone.id].insert(vlans_[zone.id].end(), vlans.begin(), vlans.end());
            out_.rows.push_back({zone.plane, zone.id, bodies, std::move(vlans)});
        }
    }
    void add_services() {
        std::vector<const Service*> services;
        for (const Service& service : design_.services)
            if (const Zone* zone = design_.find(service.zone); shows(service.id) && (!zone || shows(zone->id)))
                if (const Plane* plane = zone ? design_.find(zone->plane) : nullptr;
                    !plane || plane->disclosure != Disclosure::secret)
                    services.push_back(&service);
        std::sort(services.begin(), services.end(), [](const Service* a, const Service* b) {
            return std::tie(a->code, a->id) < std::tie(b->code, b->id);
        });
        for (const Service* service : services)
            out_.columns.emplace_back(service->id);
    }

    std::vector<ReachCell> row(const ReachSide& side) {
        std::vector<ReachCell> cells;
        std::map<VlanId, Flood> floods; // of each VLAN, with any senders
        for (const VlanId vlan : side.vlans)
            floods.emplace(vlan, floods_.flood(floods_.emissions(vlan, as_anyone), Senders::any));
        for (const AnyId column : out_.columns)
            cells.push_back(column.kind == Kind::services ? asks(side, *design_.find(ServiceId{column.value}))
                                                          : comes_to(side, ZoneId{column.value}, floods));
        return cells;
    }

    ReachCell comes_to(const ReachSide& side, ZoneId zone, const std::map<VlanId, Flood>& floods) {
        ReachCell out;
        for (const auto& [from, flood] : floods)
            for (const VlanId to : vlans_.at(zone)) {
                if (from == to)
                    continue;
                ++out.pairs;
                if (floods_.comes_to(flood, ends_of(to)) != BddSpace::no())
                    out.whole = ++out.reached;
            }
        out.must_not = must_be_apart(side, zone);
        judge(out);
        return out;
    }
    const FloodEnds& ends_of(VlanId vlan) {
        const auto [at, is_new] = ends_.try_emplace(vlan);
        if (is_new)
            at->second = floods_.ends(vlan, Senders::any);
        return at->second;
    }

    ReachCell asks(const ReachSide& side, const Service& service) {
        ReachCell out;
        bool lost = false; // something that must come through
        const std::vector<VlanId> must = must_ask(side, service, lost);
        out.must = !must.empty();
        if (is_over_the_air(design_, service))
            hears(side, service, out);
        else if (stands_somewhere(design_, question_.net, service))
            for (const VlanId vlan : side.vlans) {
                const ServiceUse use = can_use(floods_, vlan, service.id, as_hosts);
                if (use.wanted == BddSpace::no())
                    continue;
                ++out.pairs;
                out.reached += use.answered != BddSpace::no();
                out.whole += use.complete();
                lost |= !use.complete() && std::binary_search(must.begin(), must.end(), vlan);
            }
        out.must_not = service.zone && must_be_apart(side, *service.zone);
        judge(out);
        if (lost && out.state != ReachVerdict::forbidden)
            out.state = ReachVerdict::missing;
        return out;
    }
    // Nothing is sent to it: which VLANs are on the air.
    void hears(const ReachSide& side, const Service& service, ReachCell& out) {
        for (const OnAir& one : on_air(question_.rows, question_.net, service))
            if (std::binary_search(side.vlans.begin(), side.vlans.end(), one.vlan))
                out.pairs = out.whole = ++out.reached;
    }

    // VLANs of the side that must reach the service; `lost`: one must after a failure, and does not.
    std::vector<VlanId> must_ask(const ReachSide& side, const Service& service, bool& lost) const {
        std::vector<VlanId> out;
        for (const MustReach& intent : question_.must)
            if (intent.service == service.id) {
                bool ours = false;
                if (is_over_the_air(design_, service))
                    ours = std::find(side.bodies.begin(), side.bodies.end(), intent.body) != side.bodies.end();
                for (const VlanId vlan : senders_of(question_.rows, intent.body, service))
                    if (std::binary_search(side.vlans.begin(), side.vlans.end(), vlan)) {
                        out.push_back(vlan);
                        ours = true;
                    }
                const auto answer = answers_.find(intent.id);
                lost |= ours && answer != answers_.end() && answer->second->state == IntentState::broken &&
                        (answer->second->without || is_over_the_air(design_, service));
            }
        std::sort(out.begin(), out.end());
        return out;
    }

    bool must_be_apart(const ReachSide& side, ZoneId other) const {
        const AnyId there = other, plane_there = design_.find(other)->plane;
        const auto is = [](AnyId named, AnyId zone, AnyId plane) { return named == zone || named == plane; };
        for (const MustNotReach& intent : question_.must_not)
            if ((is(intent.a, side.zone, side.plane) && is(intent.b, there, plane_there)) ||
                (is(intent.b, side.zone, side.plane) && is(intent.a, there, plane_there)))
                return true;
        return false;
    }

    static void judge(ReachCell& cell) {
        if (cell.pairs > 0)
            cell.state = cell.reached == 0 ? ReachVerdict::apart
                         : cell.must_not   ? ReachVerdict::forbidden
                                           : ReachVerdict::reached;
    }
    void forget() {
        out_.outcome = Outcome::limit_reached;
        for (std::vector<ReachCell>& row : out_.cells)
            std::fill(row.begin(), row.end(), ReachCell{});
    }

    const MatrixQuestion& question_;
    const Design& design_;
    const Run& run_;
    FilterSets kept_;
    Floods floods_;
    std::map<MustReachId, const MustReachAnswer*> answers_;
    std::map<ZoneId, std::vector<VlanId>> vlans_; // that are somewhere
    std::map<VlanId, FloodEnds> ends_;
    ReachMatrix out_;
};

} // namespace

std::size_t ReachMatrix::count(ReachVerdict state) const {
    std::size_t out = 0;
    for (const std::vector<ReachCell>& row : cells)
        out += static_cast<std::size_t>(
            std::count_if(row.begin(), row.end(), [&](const ReachCell& cell) { return cell.state == state; }));
    return out;
}

ReachMatrix reach_matrix(const MatrixQuestion& question, const Run& run) { return Matrix(question, run).make(); }

ReachMatrix ReachMatrix::compute(FactInput& input) {
    if (input.table<Vlan>().empty())
        return {};
    return reach_matrix({.rows = input.get<NetworkRows>(),
                         .net = *input.get<WholeNetwork>().net,
                         .must = input.table<MustReach>(),
                         .must_not = input.table<MustNotReach>(),
                         .intents = input.get<ReachIntents>()});
}

} // namespace riser
