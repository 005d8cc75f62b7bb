// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/boundaries.h"
#include "solvers/planning/equipment/parts.h"
#include "solvers/planning/equipment/service_choice.h"
#include "solvers/planning/equipment/uplink_tree.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

std::string_view letter_of(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::firewall:
        return "FW";
    case EquipmentRole::router:
        return "RT";
    case EquipmentRole::ips:
        return "IPS";
    case EquipmentRole::av_gateway:
        return "AV";
    case EquipmentRole::waf:
        return "WAF";
    case EquipmentRole::isolation_gateway:
        return "GAP";
    case EquipmentRole::behaviour_audit:
        return "BA";
    case EquipmentRole::bastion:
        return "BH";
    case EquipmentRole::log_audit:
        return "LA";
    case EquipmentRole::nac:
        return "NAC";
    case EquipmentRole::wireless_controller:
        return "WC";
    case EquipmentRole::recorder:
        return "NVR";
    case EquipmentRole::telephone_system:
        return "PBX";
    case EquipmentRole::server:
        return "SV";
    default:
        return "EQ";
    }
}

template<class Row> bool is_pinned(const Row& row, std::string_view key) {
    const std::vector<Field>& fields = record_of<Row>().fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].key == key)
            return (row.pins.mask >> i & 1) != 0;
    return false;
}

class Services {
  public:
    Services(EquipmentWorks& works, PlaneWorks& plane)
        : works_(works), plane_(plane), needs_(*plane.services), run_(works) {}

    void plan() {
        if (plane_.core.empty()) {
            works_.reasons.add(plane_.space, {"没有核心交换机可接，安全设备与业务主机未配置",
                                              "it has no core switch to join: no security devices and hosts"});
            return;
        }
        for (const HostNeed& need : needs_.firewalls)
            firewalls_.push_back(stand(need));
        for (const HostNeed& need : needs_.routers)
            routers_.push_back(stand(need));
        for (const LineStage& stage : needs_.line) {
            line_.emplace_back();
            for (const std::vector<HostNeed>& devices : stage.of_firewall) {
                line_.back().emplace_back();
                for (const HostNeed& need : devices)
                    line_.back().back().push_back(stand(need));
            }
        }
        for (const HostNeed& need : needs_.beside)
            beside_.push_back(stand(need));
        note_landed();
        join_firewalls();
        join_beside();
        join_handoffs();
        set_hosts();
        explain();
    }

  private:
    std::size_t stand(const HostNeed& need) {
        Device device{.id = need.standing.value_or(EquipmentId{}), .type = need.type};
        if (!need.standing) {
            Equipment row = works_.equipment.start(need.key);
            row.type = need.type->id;
            row.space = plane_.space;
            row.plane = plane_.plane;
            row.zone = need.zone;
            if (const Space* space = works_.after.find(plane_.space))
                row.place = space->place;
            if (row.label.empty())
                row.label =
                    works_.next_label(works_.device_labels, plane_.space, plane_.plane, letter_of(need.type->role));
            const Equipment& stands = works_.equipment.put(std::move(row));
            device.id = stands.id;
            if (const EquipmentType* now = works_.after.find(stands.type))
                device.type = now;
            ++counts_[device.type->role];
        }
        const std::size_t index = works_.add_device(std::move(device));
        plane_.hosts.push_back(index);
        return index;
    }

    // A person's device that is cabled already, or whose ports are not known, is joined by them.
    bool is_joined(const HostNeed& need, std::size_t device) const {
        const std::vector<PortDraft>& ports = works_.devices[device].ports;
        return need.standing && (ports.empty() || std::any_of(ports.begin(), ports.end(),
                                                              [](const PortDraft& port) { return port.used; }));
    }

    void join_firewalls() {
        std::vector<bool> joined;
        for (std::size_t f = 0; f < firewalls_.size(); ++f)
            joined.push_back(is_joined(needs_.firewalls[f], firewalls_[f]));
        for (std::size_t f = 0; f < firewalls_.size(); ++f) {
            if (joined[f])
                continue;
            const LagPair lag = lags(f);
            for (std::size_t c = 0; c < plane_.core.size(); ++c)
                join_line(f, c, lag);
            if (f < routers_.size() &&
                run_.join(plane_, key("exit", f + 1), routers_[f], firewalls_[f], {.rate = needs_.rate}) == 0)
                short_of_ports(routers_[f]);
        }
        if (firewalls_.size() > 1 && !joined[0] && !joined[1])
            run_.join(plane_, plane_.key + "|beat", firewalls_[0], firewalls_[1], {.rate = needs_.rate});
    }

    // From a core through what stands in the line to a firewall.
    void join_line(std::size_t f, std::size_t c, const LagPair& lag) {
        std::vector<std::size_t> way{plane_.core[c]};
        for (std::size_t s = 0; s < line_.size(); ++s) {
            const auto each = static_cast<std::size_t>(needs_.line[s].links_each);
            const std::vector<std::size_t>& devices = line_[s][f];
            way.push_back(devices[std::min(c / each, devices.size() - 1)]);
        }
        way.push_back(firewalls_[f]);
        for (std::size_t i = 0; i + 1 < way.size(); ++i) {
            const LagPair of{.lower = i + 2 == way.size() ? lag.lower : std::nullopt,
                             .upper = i == 0 ? lag.upper : std::nullopt};
            const std::string name = key("line", f + 1) + "|" + std::to_string(c + 1) + "|" + std::to_string(i + 1);
            if (run_.join(plane_, name, way[i + 1], way[i], {.rate = needs_.rate, .lag = of}) == 0)
                short_of_ports(way[i]);
        }
    }

    LagPair lags(std::size_t f) {
        if (plane_.core.size() < 2)
            return {};
        constexpr int first_number = 101; // beside those of the switches below
        const auto put = [&](const char* end, const std::string& name, const std::vector<std::size_t>& across) {
            Lag lag = works_.lags.start(key("line", f + 1) + end);
            lag.name = name;
            lag.across.clear();
            for (const std::size_t device : across)
                lag.across.push_back(works_.devices[device].id);
            return works_.lags.put(std::move(lag)).id;
        };
        return {.lower = put("|lag|up", "Eth-Trunk1", {firewalls_[f]}),
                .upper =
                    put("|lag|down", "Eth-Trunk" + std::to_string(first_number + static_cast<int>(f)), plane_.core)};
    }

    void join_beside() {
        for (std::size_t i = 0; i < beside_.size(); ++i) {
            const HostNeed& need = needs_.beside[i];
            if (is_joined(need, beside_[i]))
                continue;
            const std::string base = "host|" + to_string(works_.devices[beside_[i]].id) + "|";
            for (std::int32_t n = 0; n < need.fibre; ++n) {
                const std::size_t core = plane_.core[static_cast<std::size_t>(n) % plane_.core.size()];
                const std::string name = base + std::to_string(n + 1);
                if (run_.join(plane_, name, beside_[i], core, {}) == 0)
                    short_of_ports(core);
            }
            for (std::int32_t n = 0; n < need.copper; ++n)
                join_copper(base + std::to_string(n + 1), i);
        }
    }

    // A mate hosts a service with it.
    bool is_of_a_mate(std::size_t number, std::size_t device) const {
        return std::any_of(needs_.hosts.begin(), needs_.hosts.end(), [&](const auto& service) {
            const std::vector<std::size_t>& mates = service.second;
            return std::find(mates.begin(), mates.end(), number) != mates.end() &&
                   std::any_of(mates.begin(), mates.end(), [&](std::size_t mate) {
                       const auto at = joined_.find(mate);
                       return at != joined_.end() && at->second.contains(device);
                   });
        });
    }
    // A copper port of the least power, of a switch that neither this host nor its mates are on yet where there is one.
    PortDraft* access_port(std::size_t device) {
        PortDraft* best = nullptr;
        for (PortDraft& port : works_.devices[device].ports)
            if (!port.used && port.row.medium == Medium::copper && (!best || port.row.poe_class < best->row.poe_class))
                best = &port;
        return best;
    }
    void join_copper(const std::string& name, std::size_t number) {
        const std::size_t host = beside_[number];
        if (works_.is_fixed(name)) {
            works_.cord(name, {}, plane_.plane, nullptr, {}, {});
            return;
        }
        PortDraft* own = access_port(host);
        PortDraft* at = nullptr;
        std::tuple<bool, bool, int> worst; // the switch has a link of its own, or of its mates; the port feeds so much
        std::size_t on = 0;
        for (const std::size_t device : plane_.access)
            if (PortDraft* port = access_port(device)) {
                const std::tuple rank(joined_[number].contains(device), is_of_a_mate(number, device),
                                      port->row.poe_class);
                if (!at || rank < worst) {
                    at = port;
                    worst = rank;
                    on = device;
                }
            }
        if (!own || !at)
            return short_of_ports(host);
        joined_[number].insert(on);
        for (PortDraft* port : {own, at}) {
            port->used = true;
            if (port->mine)
                port->row.mode = PortMode::access;
        }
        works_.cord(name, "H-" + works_.after.find(works_.devices[host].id)->label + "-" + own->row.name, plane_.plane,
                    works_.cable_types.cord(Category::cat6a, Screen::utp), {own->row.id}, {at->row.id});
    }

    void short_of_ports(std::size_t device) {
        works_.reasons.add(works_.devices[device].id, {"没有合适的空闲端口，安全设备或业务主机未全部接通",
                                                       "no fitting port is free on it: security devices or hosts are "
                                                       "not all joined"});
    }

    // Ports on which people landed a provider's line are in use before any cord is put.
    void note_landed() {
        for (Device& device : works_.devices)
            for (PortDraft& port : device.ports)
                for (const ProviderHandoffId id : needs_.handoffs)
                    if (const ProviderHandoff& row = *works_.after.find(id);
                        row.port == port.row.id && is_decided(row)) {
                        port.used = true;
                        if (port.mine)
                            port.row.mode = PortMode::routed;
                    }
    }
    // Each on a port of its own of the router or firewall, in turn; its cable is the provider's.
    void join_handoffs() {
        const std::vector<std::size_t>& takers = routers_.empty() ? firewalls_ : routers_;
        const std::vector<const Space*> entrances = entrances_by_label();
        for (std::size_t i = 0; i < needs_.handoffs.size(); ++i) {
            ProviderHandoff row = *works_.after.find(needs_.handoffs[i]);
            if (!is_decided(row))
                land(row, takers, i);
            if (!entrances.empty()) {
                const SpaceId at = entrances[i % entrances.size()]->id;
                for (auto [member, name] : {std::pair(&ProviderHandoff::demarcation, "demarcation"),
                                            std::pair(&ProviderHandoff::entrance, "entrance")})
                    if (!works_.after.find(row.*member) && !is_pinned(row, name))
                        row.*member = at;
            }
            if (row != *works_.after.find(row.id))
                works_.after.provider_handoffs.put(std::move(row));
        }
    }
    // By a person: pinned, or on a device of theirs.
    bool is_decided(const ProviderHandoff& handoff) const {
        const Port* port = works_.after.find(handoff.port);
        const Equipment* on = port ? works_.after.find(port->equipment) : nullptr;
        return is_pinned(handoff, "port") || (on && !works_.equipment.was_mine(*on));
    }
    void land(ProviderHandoff& handoff, const std::vector<std::size_t>& takers, std::size_t number) {
        handoff.port.reset();
        if (takers.empty())
            return;
        const std::size_t device = takers[number % takers.size()];
        PortDraft* port = handoff_port(device, handoff);
        if (!port)
            return short_of_ports(device);
        handoff.port = port->row.id;
        port->used = true;
        if (port->mine)
            port->row.mode = PortMode::routed;
    }
    PortDraft* handoff_port(std::size_t device, const ProviderHandoff& handoff) {
        PortDraft* best = nullptr;
        for (PortDraft& port : works_.devices[device].ports)
            if (!port.used && port.row.medium == handoff.medium && port.row.rate >= handoff.bandwidth &&
                (!best || port.row.rate < best->row.rate))
                best = &port;
        return best;
    }
    std::vector<const Space*> entrances_by_label() const {
        std::vector<const Space*> out;
        for (const Space& space : works_.after.spaces)
            if (space.role == SpaceRole::entrance_room && space.status != Status::remove &&
                (!space.plane || space.plane == plane_.plane))
                out.push_back(&space);
        std::sort(out.begin(), out.end(),
                  [](const Space* a, const Space* b) { return std::tie(a->label, a->id) < std::tie(b->label, b->id); });
        return out;
    }

    void set_hosts() {
        for (const auto& [id, list] : needs_.hosts) {
            Service row = *works_.after.find(id);
            if (is_pinned(row, "hosts"))
                continue;
            row.hosts.clear();
            for (const std::size_t at : list)
                row.hosts.push_back(works_.devices[beside_[at]].id);
            if (row != *works_.after.find(id))
                works_.after.services.put(std::move(row));
        }
    }

    void explain() {
        Text list;
        for (const auto& [role, count] : counts_) {
            const Choice& name = choices(role)[static_cast<std::size_t>(role)];
            list.zh += (list.zh.empty() ? "" : "、") + std::string(name.label.zh) + " " + std::to_string(count) + " 台";
            list.en += (list.en.empty() ? "" : ", ") + std::to_string(count) + " x " + std::string(name.label.en);
        }
        if (!list.en.empty())
            works_.reasons.add(*plane_.plane, {"按各区域边界的控制措施与业务配置：" + list.zh,
                                               "for its boundaries and services: " + list.en});
    }
    std::string key(std::string_view what, std::size_t number) const {
        return plane_.key + "|" + std::string(what) + "|" + std::to_string(number);
    }

    EquipmentWorks& works_;
    PlaneWorks& plane_;
    const ServiceNeeds& needs_;
    FibreRun run_;
    std::vector<std::size_t> firewalls_;
    std::vector<std::size_t> routers_;
    std::vector<std::vector<std::vector<std::size_t>>> line_; // by stage and firewall
    std::vector<std::size_t> beside_;
    std::map<std::size_t, std::set<std::size_t>> joined_; // by number of the host: the access switches it is on
    std::map<EquipmentRole, std::int32_t> counts_;        // planned
};

// Lets go of devices of ours that services and handoffs hold and that no part of the plan wants any more.
void release(EquipmentWorks& works) {
    std::set<ServiceId> hosted;
    std::set<ProviderHandoffId> joined;
    for (const auto& [at, plane] : works.planes)
        if (plane.services && !plane.core.empty()) {
            for (const auto& [id, list] : plane.services->hosts)
                hosted.insert(id);
            joined.insert(plane.services->handoffs.begin(), plane.services->handoffs.end());
        }
    const auto is_ours = [&](EquipmentId id) {
        const Equipment* row = works.after.find(id);
        return row && works.equipment.was_mine(*row);
    };
    const Design now = works.after;
    for (const Service& row : now.services)
        if (Service freed = row;
            !hosted.contains(row.id) && !is_pinned(row, "hosts") && std::erase_if(freed.hosts, is_ours) > 0)
            works.after.services.put(std::move(freed));
    for (const ProviderHandoff& row : now.provider_handoffs)
        if (const Port* port = now.find(row.port);
            port && !joined.contains(row.id) && !is_pinned(row, "port") && is_ours(port->equipment)) {
            ProviderHandoff freed = row;
            freed.port.reset();
            works.after.provider_handoffs.put(std::move(freed));
        }
}

} // namespace

void weigh_services(EquipmentWorks& works) {
    std::set<PlaneKey> planes;
    for (const auto& [at, plane] : works.planes)
        if (plane.plane)
            planes.insert(plane.plane);
    if (planes.empty() || works.after.zones.empty())
        return;
    const Facts facts(works.after);
    for (const PlaneKey& plane : planes)
        if (const auto space = core_space_of(works, plane)) {
            PlaneWorks& here = works.planes.at({*space, plane});
            if (ServiceNeeds needs = choose_services(works, facts, here); !needs.empty())
                here.services = std::make_shared<const ServiceNeeds>(std::move(needs));
        }
}

void plan_services(EquipmentWorks& works) {
    release(works);
    for (auto& [at, plane] : works.planes)
        if (plane.services)
            Services(works, plane).plan();
}

} // namespace riser
