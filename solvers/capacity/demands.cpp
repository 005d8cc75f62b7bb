// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/demands.h"

#include "model/brief.h"
#include "model/power.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/jack_zones.h"
#include "solvers/failure/failure_rows.h"
#include "solvers/forwarding/way_out.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

double share(BasisPoints points) { return points.value / 10'000.0; }

// A live point with the VLAN in which it sends.
struct Point {
    JackId jack;
    EquipmentId device;
    const Vlan* vlan;
    std::optional<RoomId> room;
    std::optional<BodyId> body;
    double users = 1;
};

class Gathering {
  public:
    Gathering(FactInput& input, const TrafficAssumptions& assumptions)
        : input_(input),
          assumptions_(assumptions),
          rows_(input.get<NetworkRows>()),
          design_(rows_.design),
          zones_(input.get<JackZones>().jacks),
          jacks_(input.get<JackPlaces>().jacks),
          outlets_(input.get<OutletRooms>().outlets),
          rooms_(input.get<RoomSeats>().rooms) {
        for (const AccessPointJack& point : rows_.access_points)
            wireless_.insert(point.jack);
        for (const CabledJack& jack : rows_.cabled.jacks())
            take(jack);
    }

    Demands all() {
        count_people();
        for (const Service& service : design_.services)
            if (ready(service))
                ask(service);
        for (auto& [key, profile] : profiles_)
            if (!profile.flows.empty())
                out_.profiles.push_back(std::move(profile));
        return std::move(out_);
    }

  private:
    void take(const CabledJack& cabled) {
        const Port* port = design_.find(cabled.port);
        const Equipment* device = port ? design_.find(port->equipment) : nullptr;
        const Vlan* vlan = port && port->mode != PortMode::unused ? design_.find(port->access_vlan) : nullptr;
        if (!device || !vlan || port->status == Status::remove || device->status == Status::remove || is_hidden(*vlan))
            return;
        const JackZone* zone = zones_.find(cabled.jack);
        const JackPlace* jack = jacks_.find(cabled.jack);
        const OutletRoom* room = jack ? outlets_.find(jack->outlet) : nullptr;
        Point point{cabled.jack, device->id, vlan, room ? room->room : std::nullopt, body_of(*vlan)};
        if (!point.body && zone)
            point.body = zone->owner;
        const Zone* of = design_.find(vlan->zone);
        if (wireless_.contains(cabled.jack))
            add(points_[{vlan->id, DemandUsers::access_points, std::nullopt}], point);
        else if (of && of->role == ZoneRole::things)
            add(points_[{vlan->id, DemandUsers::things, std::nullopt}], point);
        else if (!of || of->role == ZoneRole::desks)
            add(points_[{vlan->id, DemandUsers::people, point.body}], point);
    }
    static void add(std::vector<Point>& list, const Point& point) { list.push_back(point); }

    bool is_hidden(const Vlan& vlan) const {
        const Plane* plane = design_.find(vlan.plane);
        return plane && plane->disclosure == Disclosure::secret;
    }
    // The body that the VLAN names, else the one whose desks stand in its zone.
    std::optional<BodyId> body_of(const Vlan& vlan) const {
        if (vlan.body)
            return vlan.body;
        const ZoneBodies::Of* desks = vlan.zone ? rows_.desks.find(*vlan.zone) : nullptr;
        return desks && desks->bodies.size() == 1 ? std::optional(desks->bodies.front()) : std::nullopt;
    }

    // People by body: those of the brief, else the occupants of its rooms.
    void count_people() {
        for (const HeadCount& count : input_.table<HeadCount>())
            heads_[count.body] += count.people;
        for (const RoomSeat& room : rooms_)
            if (room.body && room.people > 0)
                occupants_[*room.body] += room.people;
        std::map<std::pair<PlaneId, BodyId>, std::int64_t> elsewhere; // points in rooms that state nobody
        std::map<std::pair<PlaneId, RoomId>, std::int64_t> in_room;
        each_desk([&](const Point& point) {
            if (const RoomSeat* room = occupied(point))
                ++in_room[{point.vlan->plane, room->id}];
            else if (point.body)
                ++elsewhere[{point.vlan->plane, *point.body}];
        });
        std::map<PlaneId, double> by_plane;
        each_desk([&](Point& point) {
            double users = 1;
            if (const RoomSeat* room = occupied(point))
                users =
                    static_cast<double>(room->people) / static_cast<double>(in_room.at({point.vlan->plane, room->id}));
            else if (point.body && heads_.contains(*point.body))
                users =
                    static_cast<double>(std::max<std::int64_t>(0, heads_.at(*point.body) - occupants_[*point.body])) /
                    static_cast<double>(elsewhere.at({point.vlan->plane, *point.body}));
            point.users = std::min(1.0, users);
            by_plane[point.vlan->plane] += point.users;
        });
        for (const auto& [plane, people] : by_plane)
            out_.people = std::max(out_.people, people * share(assumptions_.growth));
    }
    template<class Take> void each_desk(Take take) {
        for (auto& [key, points] : points_)
            if (std::get<DemandUsers>(key) == DemandUsers::people)
                for (Point& point : points)
                    take(point);
    }
    const RoomSeat* occupied(const Point& point) const {
        const RoomSeat* room = point.room ? rooms_.find(*point.room) : nullptr;
        return room && room->people > 0 ? room : nullptr;
    }
    double people_of(BodyId body) const {
        const auto stated = heads_.find(body);
        const auto counted = occupants_.find(body);
        return static_cast<double>(stated != heads_.end()        ? stated->second
                                   : counted != occupants_.end() ? counted->second
                                                                 : 0);
    }

    bool ready(const Service& service) {
        if (!kind_of_traffic(service)) {
            out_.without_rate.push_back(service.id);
            return false;
        }
        const bool asked = service.medium == ServiceMedium::wireless
                               ? way_out_of(service) != nullptr
                               : is_way_out(design_, service) || has_host(service);
        if (!asked)
            out_.without_host.push_back(service.id);
        return asked;
    }
    const TrafficKind* kind_of_traffic(const Service& service) const {
        const auto at = std::find_if(assumptions_.kinds.begin(), assumptions_.kinds.end(),
                                     [&](const TrafficKind& kind) { return kind.medium == service.medium; });
        return at == assumptions_.kinds.end() ? nullptr : &*at;
    }
    bool has_host(const Service& service) const {
        return std::any_of(service.hosts.begin(), service.hosts.end(), [&](EquipmentId id) {
            const Equipment* host = design_.find(id);
            return host && host->status != Status::remove && (service.address || host->address);
        });
    }
    std::optional<PlaneId> plane_of(const Service& service) const {
        if (const Zone* zone = design_.find(service.zone))
            return zone->plane;
        for (const EquipmentId id : service.hosts)
            if (const Equipment* host = design_.find(id); host && host->plane)
                return host->plane;
        return std::nullopt;
    }
    const Service* way_out_of(const Service& service) const {
        for (const Service& other : design_.services)
            if (is_way_out(design_, other) && plane_of(other) == plane_of(service))
                return &other;
        return nullptr;
    }

    void ask(const Service& service) {
        const TrafficKind& kind = *kind_of_traffic(service);
        const BitRate rate = service.busy_hour_rate.value > 0 ? service.busy_hour_rate : kind.rate;
        const double main = static_cast<double>(rate.value) * share(kind.active);
        const double other = main * share(kind.other);
        const std::optional<PlaneId> plane = plane_of(service);
        const double one = static_cast<double>(rate.value);
        if (service.medium == ServiceMedium::wireless)
            return over_the_air(service, plane, {service.id, {}, other, main, one});
        bool things = false;
        for (auto& [key, points] : points_)
            if (std::get<DemandUsers>(key) == DemandUsers::things && service.zone &&
                points.front().vlan->zone == service.zone) {
                put(key, points, {service.id, service.id, main, other, one});
                things = true;
            }
        if (things && service.medium == ServiceMedium::voice)
            return; // by telephones, not from desks as well
        for (auto& [key, points] : points_) {
            const std::optional<BodyId>& body = std::get<std::optional<BodyId>>(key);
            if (std::get<DemandUsers>(key) == DemandUsers::people && body && points.front().vlan->plane == plane &&
                std::find(service.entitled.begin(), service.entitled.end(), *body) != service.entitled.end())
                put(key, points, {service.id, service.id, other, main, one});
        }
    }

    // The people who may, spread evenly over the access points of the plane.
    void over_the_air(const Service& service, std::optional<PlaneId> plane, const DemandFlow& user) {
        double people = 0;
        for (const BodyId body : service.entitled)
            people += people_of(body);
        std::size_t count = 0;
        for (const auto& [key, points] : points_)
            if (std::get<DemandUsers>(key) == DemandUsers::access_points && points.front().vlan->plane == plane)
                count += points.size();
        if (people <= 0 || count == 0)
            return;
        const double each = people / static_cast<double>(count);
        for (auto& [key, points] : points_)
            if (std::get<DemandUsers>(key) == DemandUsers::access_points && points.front().vlan->plane == plane)
                put(key, points, {service.id, way_out_of(service)->id, user.out * each, user.back * each, user.one});
    }

    using Key = std::tuple<VlanId, DemandUsers, std::optional<BodyId>>;

    void put(const Key& key, const std::vector<Point>& points, const DemandFlow& flow) {
        const auto [at, is_new] = profiles_.try_emplace(key);
        DemandProfile& profile = at->second;
        if (is_new) {
            std::tie(profile.vlan, profile.users, profile.body) = key;
            std::map<EquipmentId, DemandSource> sources;
            for (const Point& point : points) {
                DemandSource& source = sources[point.device];
                source.device = point.device;
                source.users += point.users * share(assumptions_.growth);
                ++source.points;
            }
            for (const auto& [device, source] : sources)
                profile.sources.push_back(source);
        }
        if (flow.out > 0 || flow.back > 0)
            profile.flows.push_back(flow);
    }

    FactInput& input_;
    const TrafficAssumptions& assumptions_;
    const NetworkRows& rows_;
    const Design& design_;
    const Table<JackZone>& zones_;
    const Table<JackPlace>& jacks_;
    const Table<OutletRoom>& outlets_;
    const Table<RoomSeat>& rooms_;
    std::set<JackId> wireless_;
    std::map<Key, std::vector<Point>> points_;
    std::map<BodyId, std::int64_t> heads_, occupants_;
    std::map<Key, DemandProfile> profiles_;
    Demands out_;
};

} // namespace

double Demands::total() const {
    double out = 0;
    for (const DemandProfile& profile : profiles) {
        double users = 0, each = 0;
        for (const DemandSource& source : profile.sources)
            users += source.users;
        for (const DemandFlow& flow : profile.flows)
            each += flow.out + flow.back;
        out += users * each;
    }
    return out;
}

Demands Demands::compute(FactInput& input, const TrafficAssumptions& assumptions) {
    return Gathering(input, assumptions).all();
}

} // namespace riser

std::size_t std::hash<riser::TrafficAssumptions>::operator()(const riser::TrafficAssumptions& a) const noexcept {
    std::size_t out = static_cast<std::size_t>(a.growth.value);
    for (const riser::TrafficKind& kind : a.kinds)
        out = out * 1'000'003 + static_cast<std::size_t>(kind.rate.value) +
              static_cast<std::size_t>(kind.active.value) + static_cast<std::size_t>(kind.medium);
    return out;
}
