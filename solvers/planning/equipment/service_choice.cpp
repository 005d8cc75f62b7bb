// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/service_choice.h"

#include "model/fields/field.h"
#include "solvers/analysis/boundaries.h"
#include "solvers/base/uplink_class.h"
#include "solvers/planning/equipment/core_choice.h"
#include "solvers/planning/equipment/device_choice.h"
#include "solvers/planning/equipment/uplink_tree.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace riser {

namespace {

// In the line from the core to the firewall.
constexpr EquipmentRole line_order[] = {EquipmentRole::waf, EquipmentRole::behaviour_audit, EquipmentRole::av_gateway,
                                        EquipmentRole::ips, EquipmentRole::isolation_gateway};

std::int32_t up(std::int64_t count, std::int64_t each) {
    return static_cast<std::int32_t>((count + each - 1) / std::max<std::int64_t>(1, each));
}

class Chooser {
  public:
    Chooser(EquipmentWorks& works, const Facts& facts, const PlaneWorks& plane)
        : works_(works), design_(works.after), plane_(plane), types_(works, plane), id_(*plane.plane) {
        for (const Boundary& row : facts.get<Boundaries>().list)
            if (row.plane == plane.plane && row.kind != BoundaryKind::secret)
                boundaries_.push_back(&row);
        out_.cores = cores_side_by_side(design_, plane.plane);
        for (const Zone& zone : design_.zones)
            if (zone.plane == id_)
                zones_.push_back(&zone);
        std::sort(zones_.begin(), zones_.end(),
                  [](const Zone* a, const Zone* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
    }

    ServiceNeeds choose() {
        if (zones_.empty())
            return {};
        collect_handoffs();
        out_.rate = demand();
        weigh_measures();
        if (wanted_.contains(EquipmentRole::firewall))
            firewalls();
        for (const auto& [role, count] : wanted_)
            if (role != EquipmentRole::firewall && !in_line(role))
                for (std::int32_t n = 1; n <= count; ++n)
                    beside(role, n, management());
        controllers();
        for (const Service* service : services())
            hosts(*service);
        return std::move(out_);
    }

  private:
    static bool in_line(EquipmentRole role) {
        return std::find(std::begin(line_order), std::end(line_order), role) != std::end(line_order);
    }
    const Zone* zone_where(const std::function<bool(const Zone&)>& is) const {
        const auto at = std::find_if(zones_.begin(), zones_.end(), [&](const Zone* zone) { return is(*zone); });
        return at == zones_.end() ? nullptr : *at;
    }
    static std::optional<ZoneId> id_of(const Zone* zone) { return zone ? std::optional(zone->id) : std::nullopt; }
    std::optional<ZoneId> management() const {
        return id_of(zone_where([](const Zone& zone) { return zone.management; }));
    }
    std::optional<ZoneId> edge() const {
        const Zone* zone = zone_where([](const Zone& z) { return z.role == ZoneRole::edge; });
        return zone ? id_of(zone) : management();
    }

    PlaneKey plane_of(const ProviderHandoff& row) const {
        const Zone* zone = design_.find(row.zone);
        return row.plane || !zone ? row.plane : PlaneKey(zone->plane);
    }

    void collect_handoffs() {
        std::vector<const ProviderHandoff*> rows;
        for (const ProviderHandoff& row : design_.provider_handoffs)
            if (plane_of(row) == plane_.plane && row.status != Status::remove)
                rows.push_back(&row);
        std::sort(rows.begin(), rows.end(), [](const ProviderHandoff* a, const ProviderHandoff* b) {
            return std::tie(a->provider.en, a->provider.zh, a->id) < std::tie(b->provider.en, b->provider.zh, b->id);
        });
        for (const ProviderHandoff* row : rows)
            out_.handoffs.push_back(row->id);
    }

    // What people ask over the boundaries in the busy hour, or the handoffs bring, whichever is more.
    BitRate demand() const {
        std::map<BodyId, std::int64_t> people;
        for (const HeadCount& row : design_.head_counts)
            people[row.body] += row.people;
        std::int64_t asked = 0, brought = 0;
        for (const Service* service : services())
            for (const BodyId body : service->entitled)
                asked += service->busy_hour_rate.value * people[body];
        for (const ProviderHandoffId id : out_.handoffs)
            brought += design_.find(id)->bandwidth.value;
        return BitRate(std::max(asked, brought));
    }

    std::vector<const Service*> services() const {
        std::vector<const Service*> out;
        for (const Service& row : design_.services)
            if (const Zone* zone = design_.find(row.zone); zone && zone->plane == id_)
                out.push_back(&row);
        std::sort(out.begin(), out.end(), [](const Service* a, const Service* b) {
            return std::tie(a->code, a->id) < std::tie(b->code, b->id);
        });
        return out;
    }

    // The roles that the measures of all boundaries come to. Measures that one role alone provides go first: another
    // may be met by that too.
    void weigh_measures() {
        for (const bool single : {true, false})
            for (const BoundaryMeasure& measure : works_.options.links.measures) {
                if ((measure.roles.size() == 1) != single ||
                    std::none_of(boundaries_.begin(), boundaries_.end(), [&](const Boundary* row) {
                        return row->level == measure.level && row->is_for(measure.scope);
                    }))
                    continue;
                const auto first = [&](const auto& is) {
                    return std::find_if(measure.roles.begin(), measure.roles.end(), is);
                };
                auto at = first([&](EquipmentRole role) { return wanted_.contains(role); });
                if (at == measure.roles.end())
                    at = first([&](EquipmentRole role) { return types_.offers(role); });
                const EquipmentRole role = at == measure.roles.end() ? measure.roles.front() : *at;
                std::int32_t& count = wanted_[role];
                count = std::max(count, measure.devices);
            }
        if (const auto at = wanted_.find(EquipmentRole::firewall); at != wanted_.end() && asked_of_plane())
            at->second = std::max(at->second, 2);
    }
    bool asked_of_plane() const {
        return UplinkClasses(design_.requirement_classes, design_.zones, design_.services).of(id_, {}) !=
               RedundancyClass::n;
    }

    void firewalls() {
        const std::int32_t count = wanted_.at(EquipmentRole::firewall);
        PortNeed need{.fibre = out_.cores + (count > 1 ? 1 : 0), .rate = out_.rate};
        PortNeed with_handoffs = need;
        add_handoffs(with_handoffs, count);
        const EquipmentType* type = types_.cheapest(EquipmentRole::firewall, with_handoffs);
        const bool by_router = !type && !out_.handoffs.empty();
        if (by_router) {
            ++need.fibre;
            type = types_.cheapest(EquipmentRole::firewall, need);
        }
        if (!type)
            return types_.lacks(EquipmentRole::firewall, with_handoffs);
        for (std::int32_t n = 1; n <= count; ++n)
            out_.firewalls.push_back(device(EquipmentRole::firewall, n, type, edge()));
        if (by_router)
            routers(count);
        for (const EquipmentRole role : line_order)
            if (wanted_.contains(role))
                line(role, count);
    }

    void add_handoffs(PortNeed& need, std::int32_t count) const {
        std::vector<std::pair<std::int32_t, std::int32_t>> each(static_cast<std::size_t>(count)); // fibre, copper
        for (std::size_t i = 0; i < out_.handoffs.size(); ++i) {
            const ProviderHandoff& row = *design_.find(out_.handoffs[i]);
            auto& [fibre, copper] = each[i % each.size()];
            (row.medium == Medium::copper ? copper : fibre) += 1;
            need.rate = std::max(need.rate, row.bandwidth);
        }
        std::int32_t fibre = 0;
        for (const auto& [of_fibre, of_copper] : each) {
            fibre = std::max(fibre, of_fibre);
            need.copper = std::max(need.copper, of_copper);
        }
        need.fibre += fibre;
    }

    void routers(std::int32_t count) {
        PortNeed need{.fibre = 1, .rate = out_.rate};
        add_handoffs(need, count);
        const EquipmentType* type = types_.cheapest(EquipmentRole::router, need);
        if (!type)
            return types_.lacks(EquipmentRole::router, need);
        for (std::int32_t n = 1; n <= count; ++n)
            out_.routers.push_back(device(EquipmentRole::router, n, type, edge()));
    }

    void line(EquipmentRole role, std::int32_t firewalls) {
        const PortNeed one_link{.fibre = 2, .rate = out_.rate};
        PortNeed all_links = one_link;
        all_links.fibre *= out_.cores;
        const EquipmentType* whole = types_.cheapest(role, all_links);
        const EquipmentType* single = types_.cheapest(role, one_link);
        if (!single)
            return types_.lacks(role, all_links);
        const auto price = [&](const EquipmentType* type) { return price_of(design_, *type).value_or(1); };
        const bool one_does = whole && price(whole) <= price(single) * out_.cores;
        LineStage stage{.of_firewall = {}, .links_each = one_does ? out_.cores : 1};
        std::int32_t number = 0;
        for (std::int32_t f = 0; f < firewalls; ++f) {
            stage.of_firewall.emplace_back();
            for (std::int32_t n = 0; n < up(out_.cores, stage.links_each); ++n)
                stage.of_firewall.back().push_back(device(role, ++number, one_does ? whole : single, edge()));
        }
        out_.line.push_back(std::move(stage));
    }

    HostNeed device(EquipmentRole role, std::int32_t number, const EquipmentType* type, std::optional<ZoneId> zone) {
        HostNeed out{.key = plane_.key + "|" + std::string(choices(role)[static_cast<std::size_t>(role)].key) + "|" +
                            std::to_string(number),
                     .type = type,
                     .standing = types_.take_standing(role),
                     .zone = zone};
        if (out.standing)
            out.type = design_.find(design_.find(*out.standing)->type);
        return out;
    }

    // Of the fibre that it has to the cores, else copper to as many access switches.
    std::optional<std::size_t> beside(EquipmentRole role, std::int32_t number, std::optional<ZoneId> zone,
                                      const std::string& key = {}) {
        const EquipmentType* type = types_.cheapest(role, {.any = 1});
        if (!type) {
            types_.lacks(role, {.any = 1});
            return std::nullopt;
        }
        HostNeed need = device(role, number, type, zone);
        if (!key.empty())
            need.key = plane_.key + "|" + key;
        need.fibre = std::min(out_.cores, ports_of(*need.type, Medium::fibre, {}));
        if (need.fibre == 0)
            need.copper = std::min(out_.cores, ports_of(*need.type, Medium::copper, {}));
        out_.beside.push_back(std::move(need));
        return out_.beside.size() - 1;
    }

    std::int32_t jacks_where(bool PointKind::*is) const {
        std::int32_t count = 0;
        for (const auto& [at, works] : works_.planes)
            if (works.plane == plane_.plane)
                for (const JackNeed& need : works.need.jacks)
                    if (const Jack* jack = design_.find(need.jack))
                        if (const PointKind* kind = design_.find(jack->kind))
                            count += kind->*is;
        return works_.grown(count);
    }

    void controllers() {
        const std::int32_t points = jacks_where(&PointKind::wireless);
        const std::int32_t count = up(points, works_.options.controller_access_points);
        for (std::int32_t n = 1; n <= count + (count > 0 && asked_of_plane() ? 1 : 0); ++n)
            beside(EquipmentRole::wireless_controller, n, management());
    }

    bool is_redundant(const Service& service) const {
        return std::any_of(design_.requirement_classes.begin(), design_.requirement_classes.end(),
                           [&](const RequirementClass& row) {
                               return row.redundancy != RedundancyClass::n &&
                                      (row.subject == AnyId(service.id) || row.subject == AnyId(*service.zone));
                           });
    }
    bool shows_cameras(const Zone& zone) const {
        return std::any_of(zone.kinds.begin(), zone.kinds.end(), [&](PointKindId id) {
            const PointKind* kind = design_.find(id);
            return kind && kind->camera;
        });
    }
    // Set by people: whatever hosts it names are theirs.
    bool is_decided(const Service& service) const {
        return std::any_of(service.hosts.begin(), service.hosts.end(), [&](EquipmentId id) {
            const Equipment* row = design_.find(id);
            return row && !works_.equipment.was_mine(*row);
        });
    }

    void hosts(const Service& service) {
        const Zone& zone = *design_.find(*service.zone);
        const bool pair = is_redundant(service);
        EquipmentRole role = EquipmentRole::server;
        std::int32_t count = pair ? 2 : 1;
        if (service.medium == ServiceMedium::voice)
            role = EquipmentRole::telephone_system;
        else if (shows_cameras(zone) && service.medium == ServiceMedium::multicast) {
            role = EquipmentRole::recorder;
            count = recorders(service) + (pair ? 1 : 0);
        } else if (zone.management || service.medium == ServiceMedium::wireless ||
                   (zone.role != ZoneRole::servers && // what things report to stands among them
                    !(zone.role == ZoneRole::things && service.medium == ServiceMedium::data)))
            return;
        if (is_decided(service))
            return;
        const std::string key(choices(role)[static_cast<std::size_t>(role)].key);
        for (std::int32_t n = 1; n <= count; ++n)
            if (const auto at = beside(role, n, zone.id, key + "|" + to_string(service.id) + "|" + std::to_string(n))) {
                out_.hosts[service.id].push_back(*at);
                if (pair && out_.beside[*at].copper > 0)
                    out_.switches = 2;
            }
    }

    // By channels, and by what all cameras write in the days that the brief asks for: 10.8 GB a day and Mbit/s (BW-02).
    std::int32_t recorders(const Service& service) {
        const std::int32_t cameras = jacks_where(&PointKind::camera);
        const Brief* brief = design_.find(the_brief);
        const std::int64_t days = brief ? brief->video_retention_days : 0;
        if (days == 0 && cameras > 0)
            works_.reasons.add(service.id, {"任务书未写明视频保存天数，录像机仅按路数配置",
                                            "the brief does not say how many days video is kept: recorders are "
                                            "counted by channels alone"});
        const std::int64_t gigabytes = cameras * days * (service.busy_hour_rate.value / 1'000) * 108 / 10'000;
        return std::max(up(cameras, works_.options.recorder_channels),
                        up(gigabytes, works_.options.recorder_gigabytes));
    }

    EquipmentWorks& works_;
    const Design& design_;
    const PlaneWorks& plane_;
    DeviceChoice types_;
    PlaneId id_;
    std::vector<const Boundary*> boundaries_;
    std::vector<const Zone*> zones_; // by code
    std::map<EquipmentRole, std::int32_t> wanted_;
    ServiceNeeds out_;
};

} // namespace

std::int32_t ServiceNeeds::core_ports() const {
    std::int32_t out = static_cast<std::int32_t>(firewalls.size());
    for (const HostNeed& need : beside)
        out += need.fibre > 0;
    return out;
}

std::int32_t ServiceNeeds::copper_ports() const {
    std::int32_t out = 0;
    for (const HostNeed& need : beside)
        out += need.standing ? 0 : need.copper;
    return out;
}

std::optional<SpaceId> core_space_of(const EquipmentWorks& works, const PlaneKey& plane) {
    const UplinkTree tree(works, plane);
    std::optional<SpaceId> best;
    std::tuple<bool, bool> rank;
    for (const SpaceId space : tree.from_below()) {
        const Space* row = works.after.find(space);
        const std::tuple mine(tree.gathers(space), row && row->role == SpaceRole::core_machine_room);
        if (!tree.parent(space) && (!best || mine > rank)) {
            best = space;
            rank = mine;
        }
    }
    return best;
}

ServiceNeeds choose_services(EquipmentWorks& works, const Facts& facts, const PlaneWorks& plane) {
    const Plane* row = works.after.find(plane.plane);
    return row && row->disclosure != Disclosure::secret ? Chooser(works, facts, plane).choose() : ServiceNeeds();
}

} // namespace riser
