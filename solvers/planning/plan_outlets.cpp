// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/plan_outlets.h"

#include "solvers/planning/labels.h"
#include "solvers/planning/outlet_packing.h"
#include "solvers/planning/plan_access_points.h"
#include "solvers/planning/rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

namespace riser {

namespace {

bool on_wall(OutletMounting mounting) {
    return mounting == OutletMounting::wall || mounting == OutletMounting::surface;
}

std::string mounting_key(OutletMounting mounting) { return std::string(key_of(mounting)); }

class OutletPlanner {
  public:
    OutletPlanner(const Design& design, const OutletOptions& options, const Run& run)
        : design_(design),
          options_(options),
          run_(run),
          after_(design),
          outlets_(after_, "outlets"),
          jacks_(after_, "outlets"),
          storeys_(storeys_of(design)),
          table_(design, options.counting),
          apart_(design),
          outlet_labels_(design, "outlet", options.outlet_label),
          jack_labels_(design, "jack", options.jack_label) {
        if (options.wireless == WirelessLines::left_to_coverage)
            wireless_ = wireless_planes(design.planes, design.zones, design.vlans, design.ssids, design.services);
        for (const Outlet& outlet : design.outlets) {
            outlet_labels_.take(outlet.label);
            if (outlet.room && !outlets_.was_mine(outlet) && !of_another_planner(outlet))
                drawn_[*outlet.room].push_back(outlet.place);
        }
        for (const Jack& jack : design.jacks) {
            jack_labels_.take(jack.label);
            const Outlet* outlet = design.find(jack.outlet);
            if (jacks_.is_mine(jack) || of_another_planner(jack))
                continue;
            if (outlet)
                with_others_.insert(outlet->id);
            if (jacks_.was_mine(jack))
                taken_over_.emplace(jack.origin.key, &jack);
            else if (outlet && outlet->room && jack.plane)
                ++standing_[{*outlet->room, *jack.plane, jack.kind}];
        }
        assign_approved();
    }

    OutletPlan plan() {
        OutletPlan out;
        for (std::size_t i = 0; i < storeys_.size(); ++i) {
            if (run_.stopped()) {
                out.outcome = Outcome::stopped;
                break;
            }
            run_.report(static_cast<double>(i) / static_cast<double>(storeys_.size()), {"信息点", "outlets"});
            for (const Room* room : storeys_[i].rooms)
                plan_room(storeys_[i], *room);
        }
        if (out.outcome == Outcome::complete)
            remove_old();
        std::set<RoomId> rooms;
        for (const Outlet& outlet : after_.outlets)
            if (outlets_.is_mine(outlet)) {
                ++out.outlets;
                if (outlet.room)
                    rooms.insert(*outlet.room);
            }
        out.rooms = static_cast<std::int32_t>(rooms.size());
        for (const Jack& jack : after_.jacks)
            out.jacks += jacks_.is_mine(jack);
        out.reasons = std::move(reasons_).take();
        out.change = {.before = design_,
                      .after = std::move(after_),
                      .read = {Kind::floors, Kind::rooms, Kind::openings, Kind::columns, Kind::restricted_areas,
                               Kind::point_rules, Kind::approved_points, Kind::planes, Kind::point_kinds, Kind::bodies,
                               Kind::outlets, Kind::jacks, Kind::label_templates, Kind::retired_labels, Kind::buildings,
                               Kind::must_not_reach}};
        if (options_.wireless == WirelessLines::left_to_coverage)
            out.change.read.insert(out.change.read.end(), {Kind::zones, Kind::vlans, Kind::ssids, Kind::services});
        return out;
    }

  private:
    // Planned on top of what this planner places, and no matter of it.
    template<class Row> bool of_another_planner(const Row& row) const {
        return row.origin.kind == OriginKind::planned && row.origin.source == access_point_source;
    }

    // Each approved point to the one room that it names by floor and number.
    void assign_approved() {
        for (const ApprovedPoint& point : design_.approved_points) {
            std::vector<RoomId> rooms;
            for (const Storey& storey : storeys_)
                for (const Room* room : storey.rooms)
                    if (!point.floor.empty() && !point.room.empty() && storey.floor->label == point.floor &&
                        (room->number == point.room || room->door_number == point.room))
                        rooms.push_back(room->id);
            if (rooms.size() == 1)
                approved_[rooms[0]].push_back(&point);
            else
                reasons_.add(point.id, rooms.empty()
                                           ? Text{"批准的涉密点所指房间不存在，未布点",
                                                  "the approved point names a room that is not there: not placed"}
                                           : Text{"批准的涉密点所指房间不唯一，未布点",
                                                  "the approved point names more than one room: not placed"});
        }
    }

    void plan_room(const Storey& storey, const Room& room) {
        std::vector<FaceplateWish> wishes;
        wish_by_table(storey, room, wishes);
        wish_approved(storey, room, wishes);
        if (wishes.empty())
            return;
        place_walls(storey, room, wishes);
        for (const OutletMounting mounting :
             {OutletMounting::floor_box, OutletMounting::furniture, OutletMounting::ceiling})
            place_grid(storey, room, mounting, wishes);
        for (const FaceplateWish& wish : wishes)
            if (wish.place)
                write(storey, room, wish);
            else
                reasons_.add(room.id, {"限制区内没有可布点的位置",
                                       "no place outside the restricted area was found for some points"});
    }

    void wish_by_table(const Storey& storey, const Room& room, std::vector<FaceplateWish>& wishes) {
        const RoomDemand demand = table_.of(room);
        if (demand.estimated_occupants)
            reasons_.add(room.id,
                         {"房间未注明人数，按每人 " + display(options_.counting.area_per_occupant) + " 估算",
                          "no head count: estimated at " + display(options_.counting.area_per_occupant) + " a person"});
        if (demand.estimated_seats)
            reasons_.add(room.id,
                         {"房间未注明座位数，按每座 " + display(options_.counting.area_per_seat) + " 估算",
                          "no number of seats: estimated at " + display(options_.counting.area_per_seat) + " a seat"});
        if (demand.table_names_secret)
            reasons_.add(room.id, {"点位表不得配置涉密点，须列入批准清单",
                                   "the point table may not ask for classified points: only the approved list does"});
        for (const PointRuleId rule : demand.conflicts)
            reasons_.add(rule, {"点位表中有同等效力的重复条目，未采用",
                                "another line of the point table says the same room otherwise: not used"});
        const Restrictions restricted = restrictions_of(storey, room);
        // Demands of one plane, mounting, height and packing share faceplates.
        using Group = std::tuple<std::size_t, OutletMounting, Millimetres, std::int32_t>;
        std::map<Group, std::pair<FaceplateWish, std::vector<KindCount>>> groups;
        std::vector<PlaneId> planes; // in the order of the table
        for (const Demand& item : demand.demands) {
            const PointRule& rule = *item.rule;
            const PointKind* kind = design_.find(rule.kind);
            if (!kind || !design_.find(rule.plane)) {
                reasons_.add(rule.id, {"点位表条目所指网络或点类不存在",
                                       "the line of the point table names a plane or kind that is not there"});
                continue;
            }
            if (left_to_coverage(*kind, rule.plane))
                continue;
            if (restricted.forbids(*kind)) {
                reasons_.add(room.id, {"限制区内不得设置：" + kind->name.in(Language::zh),
                                       "forbidden in this restricted room: " + kind->name.in(Language::en)});
                continue;
            }
            const auto standing = standing_.find({room.id, rule.plane, rule.kind});
            const std::string stem =
                to_string(room.id) + '|' + to_string(rule.plane) + '|' + mounting_key(rule.mounting) + '|';
            const std::int32_t jacks = numbers_for(item.jacks - (standing == standing_.end() ? 0 : standing->second),
                                                   stem + to_string(rule.kind) + '|', rule);
            if (jacks <= 0)
                continue;
            auto rank = std::find(planes.begin(), planes.end(), rule.plane);
            if (rank == planes.end())
                rank = planes.insert(planes.end(), rule.plane);
            auto& [group, kinds] = groups[{static_cast<std::size_t>(rank - planes.begin()), rule.mounting, rule.height,
                                           rule.jacks_per_outlet}];
            group.key = stem + std::to_string(rule.height.value) + '|' + std::to_string(rule.jacks_per_outlet) + '|';
            group.plane = rule.plane;
            group.mounting = rule.mounting;
            group.height = rule.height;
            group.sockets = std::max(group.sockets, rule.sockets);
            kinds.push_back({.kind = rule.kind, .jacks = jacks, .stem = stem + to_string(rule.kind) + '|'});
        }
        for (const auto& [key, group] : groups)
            deal(group.first, group.second, std::get<3>(key), wishes);
    }

    bool left_to_coverage(const PointKind& kind, PlaneId plane) const {
        return options_.wireless == WirelessLines::left_to_coverage && kind.wireless &&
               std::find(wireless_.begin(), wireless_.end(), plane) != wireless_.end();
    }

    // How many numbered jacks make `wanted` ones of the rule's kind and plane. A jack that a person took over keeps its
    // number: among those it is one of them, beyond them one less is needed, and made something else it counts not.
    std::int32_t numbers_for(std::int32_t wanted, const std::string& stem, const PointRule& rule) const {
        std::vector<std::pair<std::int32_t, bool>> taken; // number, whether it is still of the kind and plane
        for (auto at = taken_over_.lower_bound(stem); at != taken_over_.end() && at->first.starts_with(stem); ++at) {
            std::int32_t number = 0;
            const char* digits = at->first.data() + stem.size();
            std::from_chars(digits, at->first.data() + at->first.size(), number);
            taken.emplace_back(number, at->second->kind == rule.kind && at->second->plane == rule.plane);
        }
        std::sort(taken.begin(), taken.end());
        std::int32_t jacks = std::max(0, wanted);
        for (const auto& [number, same] : taken)
            if (number <= jacks && !same)
                ++jacks;
        for (auto at = taken.rbegin(); at != taken.rend(); ++at)
            if (at->first > jacks && at->second && jacks > 0)
                --jacks;
        return jacks;
    }

    void wish_approved(const Storey& storey, const Room& room, std::vector<FaceplateWish>& wishes) {
        const auto found = approved_.find(room.id);
        if (found == approved_.end())
            return;
        const Restrictions restricted = restrictions_of(storey, room);
        std::map<std::pair<PlaneId, PointKindId>, std::int32_t>
            drawn; // by a person: they count towards what is approved
        for (const ApprovedPoint* point : found->second)
            if (const auto standing = standing_.find({room.id, point->plane, point->kind}); standing != standing_.end())
                drawn[{point->plane, point->kind}] = standing->second;
        for (const ApprovedPoint* point : found->second) {
            const PointKind* kind = design_.find(point->kind);
            if (!kind || !design_.find(point->plane)) {
                reasons_.add(point->id, {"批准的点所指网络或点类不存在",
                                         "the approved point names a plane or kind that is not there"});
                continue;
            }
            if (restricted.forbids(*kind)) {
                reasons_.add(point->id, {"限制区内不得设置：" + kind->name.in(Language::zh),
                                         "forbidden in this restricted room: " + kind->name.in(Language::en)});
                continue;
            }
            std::int32_t& standing = drawn[{point->plane, point->kind}];
            const std::int32_t jacks = std::max(0, point->jacks - standing);
            standing = std::max(0, standing - point->jacks);
            FaceplateWish group;
            group.key = to_string(point->id) + "|outlet|";
            group.plane = point->plane;
            group.height = options_.approved_height;
            group.approved = point->id;
            const KindCount count{.kind = point->kind, .jacks = jacks, .stem = to_string(point->id) + "|jack|"};
            deal(group, std::span(&count, 1), options_.approved_per_outlet, wishes);
        }
    }

    bool limited(const FaceplateWish& wish) const {
        return std::any_of(wish.jacks.begin(), wish.jacks.end(), [&](const WantedJack& jack) {
            const PointKind* kind = design_.find(jack.kind);
            return kind && (kind->camera || kind->wireless || kind->microphone);
        });
    }

    // Whether a drawn restricted area lets the faceplate stand there.
    bool allowed(const Storey& storey, const FaceplateWish& wish, Point place) const {
        for (const RestrictedArea* area : storey.restricted) {
            if (area->outline.empty() || !contains(area->outline, place))
                continue;
            const Restrictions there{
                .camera = area->no_camera, .wireless = area->no_wireless, .microphone = area->no_microphone};
            for (const WantedJack& jack : wish.jacks)
                if (const PointKind* kind = design_.find(jack.kind); kind && there.forbids(*kind))
                    return false;
        }
        return true;
    }

    void place_walls(const Storey& storey, const Room& room, std::vector<FaceplateWish>& wishes) {
        std::map<Millimetres, std::vector<FaceplateWish*>> by_height;
        for (FaceplateWish& wish : wishes)
            if (on_wall(wish.mounting))
                by_height[wish.height].push_back(&wish);
        const auto drawn = drawn_.find(room.id);
        const std::vector<Point> taken = drawn == drawn_.end() ? std::vector<Point>{} : drawn->second;
        for (auto& [height, plates] : by_height) {
            std::stable_sort(plates.begin(), plates.end(), [&](const FaceplateWish* a, const FaceplateWish* b) {
                return plane_rank(a->plane) < plane_rank(b->plane);
            });
            const auto places = work_places(std::span<const FaceplateWish* const>(plates.data(), plates.size()));
            std::vector<OutletCluster> clusters;
            for (const std::vector<std::size_t>& place : places) {
                OutletCluster cluster;
                for (std::size_t k = 0; k < place.size(); ++k)
                    cluster.gaps.push_back(k == 0 ? Millimetres(0)
                                                  : gap(plates[place[k - 1]]->plane, plates[place[k]]->plane));
                clusters.push_back(std::move(cluster));
            }
            std::vector<WallStretch> walls =
                free_walls(storey, room, height, taken, UnderWindows::no, options_.placing);
            WallPlaces found = place_on_walls(room, walls, clusters, options_.placing);
            if (found.crowded || walls.empty()) {
                walls = free_walls(storey, room, height, taken, UnderWindows::yes, options_.placing);
                found = place_on_walls(room, walls, clusters, options_.placing);
            }
            if (found.crowded)
                reasons_.add(room.id, {"墙面不足，信息点间距已缩小",
                                       "too little free wall: faceplates stand closer than their pitch"});
            if (walls.empty()) {
                reasons_.add(room.id, {"没有可用墙面，墙装点位改在室内布置",
                                       "no free wall at all: wall points stand in the room instead"});
                const auto points = place_on_grid(
                    storey, room, static_cast<std::int32_t>(plates.size()), [](Point) { return true; },
                    options_.placing);
                for (std::size_t i = 0; i < plates.size(); ++i)
                    plates[i]->place = points.empty() ? *inner_point(room.outline) : points[i % points.size()];
            }
            for (std::size_t c = 0; c < found.clusters.size(); ++c)
                for (std::size_t k = 0; k < found.clusters[c].size(); ++k)
                    plates[places[c][k]]->place = found.clusters[c][k];
            for (FaceplateWish* plate : plates)
                if (plate->place && !allowed(storey, *plate, *plate->place))
                    plate->place = nearest_allowed(storey, room, walls, plates, *plate);
        }
    }

    // Along the free walls in steps, the nearest place to the one refused that is allowed and free.
    std::optional<Point> nearest_allowed(const Storey& storey, const Room& room, std::span<const WallStretch> walls,
                                         std::span<FaceplateWish* const> plates, const FaceplateWish& plate) const {
        std::optional<Point> best;
        for (const WallStretch& wall : walls)
            for (double t = 0; t <= wall.length; t += 2.0 * options_.placing.pitch.value) {
                const double share = wall.length > 0 ? t / wall.length : 0;
                const Point p = pulled_inside(
                    room, {static_cast<std::int32_t>(
                               std::lround(wall.from.x + (static_cast<double>(wall.to.x) - wall.from.x) * share)),
                           static_cast<std::int32_t>(
                               std::lround(wall.from.y + (static_cast<double>(wall.to.y) - wall.from.y) * share))});
                const bool free = std::none_of(plates.begin(), plates.end(), [&](const FaceplateWish* other) {
                    return other != &plate && other->place && distance(*other->place, p) < options_.placing.pitch;
                });
                if (free && allowed(storey, plate, p) &&
                    (!best ||
                     std::pair(distance(*plate.place, p), p) < std::pair(distance(*plate.place, *best), *best)))
                    best = p;
            }
        return best;
    }

    void place_grid(const Storey& storey, const Room& room, OutletMounting mounting,
                    std::vector<FaceplateWish>& wishes) {
        std::vector<Point> used;
        for (const bool first_limited : {true, false}) { // those with fewer places to choose from go first
            std::vector<FaceplateWish*> plates;
            for (FaceplateWish& wish : wishes)
                if (wish.mounting == mounting && limited(wish) == first_limited)
                    plates.push_back(&wish);
            if (plates.empty())
                continue;
            const auto free = [&](Point p) {
                return std::none_of(used.begin(), used.end(),
                                    [&](Point q) { return distance(p, q) < Millimetres(300); }) &&
                       std::all_of(plates.begin(), plates.end(),
                                   [&](const FaceplateWish* plate) { return allowed(storey, *plate, p); });
            };
            const std::vector<Point> points =
                place_on_grid(storey, room, static_cast<std::int32_t>(plates.size()), free, options_.placing);
            for (std::size_t i = 0; i < plates.size() && i < points.size(); ++i) {
                plates[i]->place = points[i];
                used.push_back(points[i]);
            }
        }
    }

    Millimetres gap(PlaneId a, PlaneId b) {
        const Millimetres pitch = options_.placing.pitch;
        if (!apart_.apart(a, b))
            return pitch;
        if (options_.apart_distance)
            return std::max(pitch, *options_.apart_distance);
        for (const PlaneId plane : {a, b})
            if (warned_.insert(plane).second)
                reasons_.add(plane,
                             {"须物理隔离的网络之间的面板间距未给定，按并列布置，请由主管部门给出",
                              "the distance between faceplates of planes that must be apart is not given: they stand "
                              "side by side; the authority must give it"});
        return pitch;
    }

    std::pair<std::string, PlaneId> plane_rank(PlaneId plane) const { return {design_.find(plane)->code, plane}; }

    void write(const Storey& storey, const Room& room, const FaceplateWish& wish) {
        const Plane& plane = *design_.find(wish.plane);
        const bool secret = plane.disclosure == Disclosure::secret;
        const Body* body = design_.find(room.body);
        std::vector<LabelField> fields = place_fields(design_, storey.floor->id);
        fields.push_back({"room", room_code(room)});
        fields.push_back({"plane", secret ? std::string() : plane.code});
        fields.push_back({"body", body ? body->code : std::string()});
        Outlet outlet = outlets_.start(wish.key);
        const bool fresh = !outlets_.known(outlet);
        outlet.floor = room.floor;
        outlet.room = room.id;
        outlet.place = *wish.place;
        outlet.mounting = wish.mounting;
        outlet.height = wish.height;
        outlet.sockets = wish.sockets;
        if (fresh && secret)
            outlet.scope = Scope::classified_works;
        if (outlet.label.empty())
            outlet.label = outlet_labels_.next(fields);
        const Outlet& stands = outlets_.put(std::move(outlet));
        fields.push_back({"outlet", stands.label});
        std::int32_t position = 0;
        for (const WantedJack& item : wish.jacks) {
            const PointKind& kind = *design_.find(item.kind);
            Jack jack = jacks_.start(item.key);
            const bool fresh_jack = !jacks_.known(jack);
            jack.outlet = stands.id;
            jack.position = ++position;
            jack.kind = item.kind;
            jack.plane = wish.plane;
            if (fresh_jack) { // a person may choose another afterwards, without a pin
                jack.category = kind.medium == Medium::fibre ? options_.fibre : options_.copper;
                jack.screen =
                    kind.medium == Medium::copper ? (secret ? options_.secret_screen : options_.screen) : Screen::none;
                if (secret)
                    jack.scope = Scope::classified_works;
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

    // What is no longer asked for goes, but what a person pinned in a room that is there; never a classified point.
    void remove_old() {
        std::set<OutletId> spared;
        for (const Outlet& outlet : after_.outlets)
            if (outlets_.is_mine(outlet) && !outlets_.is_wanted(outlet.id) && outlet.pins.mask != 0)
                spared.insert(outlet.id);
        std::set<OutletId> secret;
        for (const Jack& jack : after_.jacks) {
            if (!jacks_.is_mine(jack) || jacks_.is_wanted(jack.id))
                continue;
            if (apart_.is_secret(jack.plane))
                secret.insert(jack.outlet);
            else if (jack.pins.mask != 0)
                spared.insert(jack.outlet);
        }
        const auto spare = [&](const Outlet& outlet) {
            return spared.contains(outlet.id) && !secret.contains(outlet.id) && outlet.room &&
                   after_.rooms.contains(*outlet.room);
        };
        // A faceplate that holds a person's jack stays under it, without the jacks that are ours.
        const auto holds_others = [&](const Outlet& outlet) { return with_others_.contains(outlet.id); };
        for (const Outlet& outlet : after_.outlets)
            if (outlets_.is_mine(outlet) && !outlets_.is_wanted(outlet.id) && spare(outlet))
                reasons_.add(outlet.id, {"点位表已不要求，但有人工锁定的内容，予以保留",
                                         "no longer asked for, but kept: a person pinned something of it"});
        outlets_.remove_rest([&](const Outlet& row) { return spare(row) || holds_others(row); });
        jacks_.remove_rest([&](const Jack& row) {
            const Outlet* outlet = after_.find(row.outlet);
            return outlet && !outlets_.is_wanted(outlet->id) && spare(*outlet);
        });
    }

    const Design& design_;
    const OutletOptions& options_;
    const Run& run_;
    Design after_;
    PlannedRows<Outlet> outlets_;
    PlannedRows<Jack> jacks_;
    std::vector<Storey> storeys_;
    PointTable table_;
    PlanesApart apart_;
    LabelMaker outlet_labels_;
    LabelMaker jack_labels_;
    std::map<RoomId, std::vector<Point>> drawn_;                                // outlets that a person drew
    std::map<std::tuple<RoomId, PlaneId, PointKindId>, std::int32_t> standing_; // jacks that a person drew
    std::map<std::string, const Jack*> taken_over_; // jacks of ours that a person made theirs, by key
    std::set<OutletId> with_others_;                // outlets with jacks that are not ours
    std::map<RoomId, std::vector<const ApprovedPoint*>> approved_;
    std::vector<PlaneId> wireless_; // whose access points are left to coverage
    std::set<PlaneId> warned_;
    ReasonList reasons_;
};

} // namespace

Restrictions restrictions_of(const Storey& storey, const Room& room) {
    const bool by_use = restricted_by_use(room.use);
    Restrictions out{.camera = by_use, .wireless = by_use, .microphone = by_use};
    for (const RestrictedArea* area : storey.restricted)
        if (area->room == room.id) {
            out.camera |= area->no_camera;
            out.wireless |= area->no_wireless;
            out.microphone |= area->no_microphone;
        }
    return out;
}

Result<OutletPlan> plan_outlets(const Design& design, const OutletOptions& options, const Run& run) {
    return OutletPlanner(design, options, run).plan();
}

} // namespace riser
