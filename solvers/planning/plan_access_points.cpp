// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/plan_access_points.h"

#include "solvers/planning/access_point_places.h"
#include "solvers/planning/labels.h"
#include "solvers/planning/rows.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

class AccessPointPlanner {
  public:
    AccessPointPlanner(const Design& design, const AccessPointOptions& options, const Run& run)
        : design_(design),
          options_(options),
          run_(run),
          after_(design),
          outlets_(after_, access_point_source),
          jacks_(after_, access_point_source),
          storeys_(storeys_of(design)),
          floors_(radio_floors({.floors = design.floors,
                                .rooms = design.rooms,
                                .walls = design.walls,
                                .openings = design.openings,
                                .areas = design.restricted_areas},
                               classified_rooms(design.planes, design.floors, design.rooms, design.approved_points,
                                                design.jacks, design.outlets),
                               options.wireless.people)),
          outlet_labels_(design, "outlet", options.outlet_label),
          jack_labels_(design, "jack", options.jack_label) {
        for (const Outlet& outlet : design.outlets)
            outlet_labels_.take(outlet.label);
        for (const Jack& jack : design.jacks)
            jack_labels_.take(jack.label);
        gather_standing();
    }

    Result<AccessPointPlan> plan() {
        AccessPointPlan out;
        std::vector<PlaneId> planes;
        if (options_.basis != AccessPointBasis::point_table)
            planes = wireless_planes(design_.planes, design_.zones, design_.vlans, design_.ssids, design_.services);
        out.networks = static_cast<std::int32_t>(planes.size());
        for (const PlaneId plane : planes)
            if (Result<void> done = plan_network(plane, planes.size(), out); !done)
                return done.error();
        if (out.outcome == Outcome::complete)
            remove_old();
        out.reasons = std::move(reasons_).take();
        out.change = {.before = design_,
                      .after = std::move(after_),
                      .read = {Kind::floors,          Kind::rooms,           Kind::walls,
                               Kind::openings,        Kind::columns,         Kind::restricted_areas,
                               Kind::planes,          Kind::zones,           Kind::vlans,
                               Kind::ssids,           Kind::services,        Kind::point_kinds,
                               Kind::point_rules,     Kind::approved_points, Kind::bodies,
                               Kind::outlets,         Kind::jacks,           Kind::monitoring_points,
                               Kind::label_templates, Kind::retired_labels,  Kind::buildings}};
        return out;
    }

  private:
    // An access point of ours that a person took over or pinned, or that is built.
    struct Fixed {
        std::string key;
        AccessPoint point;
    };

    // Ours and free to move: neither pinned, nor taken over, nor built.
    bool is_free(const Outlet& outlet) const { return outlets_.is_mine(outlet) && !is_fixed(outlet); }
    template<class Row> static bool is_fixed(const Row& row) {
        return PlannedRows<Row>::is_settled(row) || row.pins.mask != 0;
    }

    // What hangs already, by floor: all access points but those of ours that are free to move.
    void gather_standing() {
        std::set<OutletId> held; // of ours, by a jack that is no longer ours
        for (const Jack& jack : design_.jacks)
            if (const Outlet* outlet = design_.find(jack.outlet);
                outlet && outlets_.is_mine(*outlet) && (!jacks_.is_mine(jack) || is_fixed(jack)))
                held.insert(outlet->id);
        for (const Outlet& outlet : design_.outlets)
            if (outlets_.was_mine(outlet)) {
                if (is_free(outlet) && !held.contains(outlet.id)) {
                    earlier_[outlet.floor].push_back(outlet.place);
                    free_.insert(outlet.id);
                } else {
                    outlets_.keep(outlet.id);
                    lost_keys_.insert(outlet.origin.key); // unless it still is an access point
                }
            }
        for (AccessPoint& point :
             access_points(design_.jacks, design_.outlets, design_.point_kinds, design_.monitoring_points)) {
            const Jack* jack = point.id.kind == Kind::jacks ? design_.find(JackId{point.id.value}) : nullptr;
            if (jack && free_.contains(jack->outlet))
                continue;
            const Outlet* outlet = jack ? design_.find(jack->outlet) : nullptr;
            if (outlet && outlets_.was_mine(*outlet)) {
                lost_keys_.erase(outlet->origin.key);
                fixed_[point.floor].push_back({.key = outlet->origin.key, .point = point});
            } else {
                standing_[point.floor].push_back(point);
            }
        }
        for (const Jack& jack : design_.jacks)
            if (jacks_.is_mine(jack) && outlets_.is_wanted(jack.outlet))
                jacks_.keep(jack.id);
    }

    static bool serves(const AccessPoint& point, PlaneId plane) { return !point.plane || *point.plane == plane; }

    std::vector<AccessPoint> standing_on(FloorId floor, PlaneId plane) const {
        std::vector<AccessPoint> out;
        if (const auto at = standing_.find(floor); at != standing_.end())
            std::copy_if(at->second.begin(), at->second.end(), std::back_inserter(out),
                         [&](const AccessPoint& point) { return serves(point, plane); });
        return out;
    }
    std::vector<Fixed> fixed_on(FloorId floor, PlaneId plane) const {
        std::vector<Fixed> out;
        if (const auto at = fixed_.find(floor); at != fixed_.end())
            std::copy_if(at->second.begin(), at->second.end(), std::back_inserter(out),
                         [&](const Fixed& fixed) { return serves(fixed.point, plane); });
        return out;
    }

    // The kind by which the point table asks for access points on the plane, else the first wireless one.
    const PointKind* kind_for(PlaneId plane) const {
        for (const PointRule& rule : design_.point_rules)
            if (const PointKind* kind = design_.find(rule.kind); kind && kind->wireless && rule.plane == plane)
                return kind;
        const PointKind* best = nullptr;
        for (const PointKind& kind : design_.point_kinds)
            if (kind.wireless && kind.medium == Medium::copper &&
                (!best || std::tie(kind.code, kind.id) < std::tie(best->code, best->id)))
                best = &kind;
        return best;
    }

    Result<void> plan_network(PlaneId plane, std::size_t networks, AccessPointPlan& out) {
        const PointKind* kind = kind_for(plane);
        if (!kind) {
            reasons_.add(plane, {"目录中没有无线点类，无法布置无线接入点",
                                 "no kind of point in the catalogue is wireless: no access point can be placed"});
            return {};
        }
        const std::optional<BitRate> rate = busy_rate(design_.services, design_.zones, plane);
        for (const Storey& storey : storeys_) {
            if (out.outcome == Outcome::stopped)
                break;
            if (run_.stopped()) {
                out.outcome = Outcome::stopped;
                break;
            }
            run_.report(static_cast<double>(done_++) / static_cast<double>(storeys_.size() * networks),
                        {"无线接入点", "access points"});
            if (Result<void> done = plan_floor(storey, plane, *kind, rate, out); !done)
                return done;
        }
        return {};
    }

    Result<void> plan_floor(const Storey& storey, PlaneId plane, const PointKind& kind, std::optional<BitRate> rate,
                            AccessPointPlan& out) {
        const RadioFloor& floor = floors_.at(storey.floor->id);
        const std::vector<CeilingPlace> places = ceiling_places(storey, floor, options_);
        std::vector<AccessPoint> standing = standing_on(floor.id, plane);
        std::vector<Point> earlier;
        if (options_.earlier == EarlierPlaces::go_first)
            if (const auto at = earlier_.find(floor.id); at != earlier_.end())
                earlier = at->second;
        // What people fixed where it would hang anyhow changes nothing: first as if nothing was fixed.
        const std::vector<Fixed> fixed = fixed_on(floor.id, plane);
        Result<ChosenPlaces> chosen = choose_places(floor, places, standing, earlier, rate, options_, run_);
        if (!chosen)
            return chosen.error();
        std::vector<std::string> keys = keys_of(*chosen, plane, lost_keys_);
        if (chosen->outcome != Outcome::stopped && !holds(*chosen, keys, fixed)) {
            std::set<std::string> taken = lost_keys_;
            for (const Fixed& one : fixed) {
                standing.push_back(one.point);
                taken.insert(one.key);
            }
            chosen = choose_places(floor, places, standing, earlier, rate, options_, run_);
            if (!chosen)
                return chosen.error();
            keys = keys_of(*chosen, plane, taken);
        }
        if (chosen->outcome == Outcome::stopped) {
            out.outcome = Outcome::stopped;
            return {};
        }
        std::vector<AccessPoint> hanging = standing;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const CeilingPlace& place = chosen->places[i];
            write(storey, place, plane, kind, keys[i]);
            hanging.push_back({.id = place.room->id,
                               .plane = plane,
                               .floor = floor.id,
                               .place = place.place,
                               .height = place.height});
        }
        out.planned += static_cast<std::int32_t>(chosen->places.size());
        out.standing += static_cast<std::int32_t>(standing.size());
        out.bound += chosen->bound;
        out.proved &= chosen->outcome == Outcome::complete;
        const FloorCoverage reached = coverage_of(floor, hanging, options_.wireless, rate);
        out.spots += reached.spots;
        out.below += reached.below;
        out.devices += reached.devices;
        out.turned_away += reached.turned_away;
        say(storey, floor, *chosen);
        return {};
    }

    // Numbered in each room, but for the numbers that are taken.
    static std::vector<std::string> keys_of(const ChosenPlaces& chosen, PlaneId plane,
                                            const std::set<std::string>& taken) {
        std::vector<std::string> out;
        std::map<RoomId, std::int32_t> number;
        for (const CeilingPlace& place : chosen.places) {
            const std::string stem = to_string(place.room->id) + '|' + to_string(plane) + '|';
            std::string key;
            do
                key = stem + std::to_string(++number[place.room->id]);
            while (taken.contains(key));
            out.push_back(std::move(key));
        }
        return out;
    }

    // Whether every fixed one is chosen, under its own key.
    static bool holds(const ChosenPlaces& chosen, const std::vector<std::string>& keys,
                      const std::vector<Fixed>& fixed) {
        return std::all_of(fixed.begin(), fixed.end(), [&](const Fixed& one) {
            const auto at = std::find(keys.begin(), keys.end(), one.key);
            return at != keys.end() &&
                   chosen.places[static_cast<std::size_t>(at - keys.begin())].place == one.point.place;
        });
    }

    void say(const Storey& storey, const RadioFloor& floor, const ChosenPlaces& chosen) {
        for (const RoomId room : chosen.unreached)
            reasons_.add(room, {"房间内有处所，任何可布点位置的信号都达不到要求",
                                "no place where an access point may hang reaches every spot of the room"});
        if (chosen.too_much > 0)
            reasons_.add(storey.floor->id, {"人员密集，全部可布点位置仍不足以承载同时在线的终端",
                                            "all places together cannot carry the devices that are active at once"});
        if (floor.drawn_walls == 0 && !floor.rooms.empty())
            reasons_.add(storey.floor->id, {"没有画墙，按房间轮廓与未知材料的墙估算",
                                            "no wall is drawn: reckoned with walls of unknown material around rooms"});
        else if (floor.unknown_walls > 0)
            reasons_.add(storey.floor->id, {"墙体材料未注明，按厚度估算其对无线信号的衰减",
                                            "walls do not state their material: what they take from the signal is "
                                            "reckoned by their thickness"});
    }

    void write(const Storey& storey, const CeilingPlace& at, PlaneId plane, const PointKind& kind,
               const std::string& key) {
        const Body* body = design_.find(at.room->body);
        const Plane* network = design_.find(plane);
        std::vector<LabelField> fields = place_fields(design_, storey.floor->id);
        fields.push_back({"room", room_code(*at.room)});
        fields.push_back({"plane", network->code});
        fields.push_back({"body", body ? body->code : std::string()});
        Outlet outlet = outlets_.start(key);
        outlet.floor = at.room->floor;
        outlet.room = at.room->id;
        outlet.place = at.place;
        outlet.mounting = OutletMounting::ceiling;
        outlet.height = at.height;
        outlet.sockets = 0;
        if (outlet.label.empty())
            outlet.label = outlet_labels_.next(fields);
        const Outlet& hangs = outlets_.put(std::move(outlet));
        fields.push_back({"outlet", hangs.label});
        for (std::int32_t position = 1; position <= std::max(options_.jacks, 1); ++position) {
            Jack jack = jacks_.start(key + '|' + std::to_string(position));
            const bool fresh = !jacks_.known(jack);
            jack.outlet = hangs.id;
            jack.position = position;
            jack.kind = kind.id;
            jack.plane = plane;
            if (fresh) { // a person may choose another afterwards, without a pin
                jack.category = options_.copper;
                jack.screen = options_.screen;
            }
            if (jack.label.empty()) {
                std::vector<LabelField> own = fields;
                own.push_back({"kind", kind.code});
                own.push_back({"position", std::to_string(position)});
                jack.label = jack_labels_.next(own);
            }
            jacks_.put(std::move(jack));
        }
    }

    void remove_old() {
        outlets_.remove_rest();
        jacks_.remove_rest();
    }

    const Design& design_;
    const AccessPointOptions& options_;
    const Run& run_;
    Design after_;
    PlannedRows<Outlet> outlets_;
    PlannedRows<Jack> jacks_;
    std::vector<Storey> storeys_;
    std::map<FloorId, RadioFloor> floors_;
    LabelMaker outlet_labels_;
    LabelMaker jack_labels_;
    std::map<FloorId, std::vector<AccessPoint>> standing_;
    std::map<FloorId, std::vector<Point>> earlier_; // where ours hung that are free to move
    std::set<OutletId> free_;
    std::map<FloorId, std::vector<Fixed>> fixed_;
    std::set<std::string> lost_keys_; // of outlets that were ours and are no access points any more
    std::size_t done_ = 0;            // floors
    ReasonList reasons_;
};

} // namespace

Result<AccessPointPlan> plan_access_points(const Design& design, const AccessPointOptions& options, const Run& run) {
    return AccessPointPlanner(design, options, run).plan();
}

} // namespace riser
