// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/topology_content.h"

#include "exporters/drawings/topology_groups.h"
#include "exporters/drawings/topology_overview.h"
#include "exporters/tables/columns.h"
#include "model/fields/field.h"
#include "solvers/analysis/device_links.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace riser {

namespace {

using Box = TopologyBox;

constexpr int most_in_row = 40;    // boxes of a tier; more take further rows
constexpr int rows_of_tier = 1000; // layers

Text joined(const std::vector<Text>& parts, const char* zh, const char* en) {
    Text out;
    for (const Text& part : parts) {
        out.zh += (out.zh.empty() ? "" : zh) + part.zh;
        out.en += (out.en.empty() ? "" : en) + part.en;
    }
    return out;
}

class Content {
  public:
    Content(const Facts& facts, const std::vector<AnyId>& opened, int planes_in_row, TopologyDetail detail)
        : planes_in_row_(planes_in_row),
          detail_(detail),
          facts_(facts),
          design_(facts.design()),
          opened_(opened.begin(), opened.end()),
          hidden_(design_, opened_) {}

    TopologyContent run() {
        planes();
        regions();
        zones();
        devices();
        handoffs();
        headings();
        layers();
        links();
        policies();
        apart();
        return std::move(out_);
    }

  private:
    std::size_t add(Box box) {
        out_.boxes.push_back(std::move(box));
        return out_.boxes.size() - 1;
    }

    void planes() {
        std::vector<const Plane*> rows;
        for (const Plane& plane : design_.planes)
            rows.push_back(&plane);
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Plane* a, const Plane* b) { return natural_less(a->code, b->code); });
        std::size_t reserved = 0;
        for (const Plane* plane : rows) {
            Box box{.what = Box::What::plane, .shows = plane->id, .grading = Grading::none};
            box.colour = fixed_colour(plane->colour);
            if (hidden_.plane(plane->id)) {
                const std::string number = std::to_string(++reserved);
                box.title = {"预留 " + number, "Reservation " + number};
                box.detail = {"涉密网络，内容不列出", "secret network, content withheld"};
                box.colour = fixed_colour("");
                box.withheld = true;
            } else {
                box.title = {plane->code + " " + plane->name.zh, plane->code + " " + plane->name.en};
                box.detail = label_of(plane->disclosure);
            }
            plane_box_[plane->id] = add(std::move(box));
        }
    }

    // A box for what says no network, or one that is not there.
    std::size_t of_plane(const std::optional<PlaneId>& plane) {
        if (plane)
            if (const auto at = plane_box_.find(*plane); at != plane_box_.end())
                return at->second;
        if (!nowhere_) {
            Box box{.what = Box::What::plane, .title = {"未定网络", "No network"}};
            box.colour = fixed_colour("");
            nowhere_ = add(std::move(box));
        }
        return *nowhere_;
    }

    void regions() {
        for (const Region& region : design_.regions)
            if (!hidden_.plane(region.plane))
                region_box_[region.id] =
                    add({.what = Box::What::region,
                         .shows = region.id,
                         .parent = of_plane(region.plane),
                         .title = {region.code + " " + region.name.zh, region.code + " " + region.name.en}});
    }

    void zones() {
        std::vector<const Zone*> rows;
        for (const Zone& zone : design_.zones)
            if (!hidden_.zone(zone.id))
                rows.push_back(&zone);
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Zone* a, const Zone* b) { return natural_less(a->code, b->code); });
        for (const Zone* zone : rows) {
            const auto region = zone->region ? region_box_.find(*zone->region) : region_box_.end();
            Box box{.what = Box::What::zone,
                    .shows = zone->id,
                    .parent = region != region_box_.end() ? region->second : of_plane(zone->plane),
                    .title = {zone->code + " " + zone->name.zh, zone->code + " " + zone->name.en}};
            box.grading = zone->grading;
            zone_box_[zone->id] = add(std::move(box));
            zone_order_.push_back(zone->id);
        }
        for (const Vlan& vlan : design_.vlans)
            if (const auto at = vlan.zone ? zone_box_.find(*vlan.zone) : zone_box_.end();
                at != zone_box_.end() && !hidden_.plane(vlan.plane))
                out_.boxes[at->second].vlans.push_back(vlan.id);
        for (const Service& service : design_.services)
            if (const auto at = service.zone ? zone_box_.find(*service.zone) : zone_box_.end();
                at != zone_box_.end() && !hidden_.service(service))
                out_.boxes[at->second].services.push_back(service.id);
        for (const auto& [id, at] : zone_box_) {
            std::vector<VlanId>& vlans = out_.boxes[at].vlans;
            std::stable_sort(vlans.begin(), vlans.end(),
                             [&](VlanId a, VlanId b) { return design_.find(a)->number < design_.find(b)->number; });
        }
    }

    // Devices of no zone stand in a box of their own in their network.
    std::size_t home(const Equipment& device) {
        if (device.zone)
            if (const auto at = zone_box_.find(*device.zone); at != zone_box_.end())
                return at->second;
        const std::size_t plane = of_plane(device.plane);
        const auto [at, is_new] = unzoned_.try_emplace(plane, 0);
        if (is_new)
            at->second = add({.what = Box::What::zone, .parent = plane, .title = {"未定安全域", "No zone"}});
        return at->second;
    }

    void devices() {
        std::vector<PlacedDevice> placed;
        for (const Equipment& device : design_.equipment)
            if (!hidden_.device(device))
                placed.push_back({device.id, home(device)});
        std::map<std::pair<std::size_t, int>, int> seen; // of a tier of a zone
        std::vector<TopologyGroup> groups = device_groups(design_, placed, opened_);
        if (detail_ == TopologyDetail::overview)
            groups = overview_of(design_, facts_.get<DeviceLinks>(), groups, opened_);
        for (TopologyGroup& group : groups) {
            Box box{.what = Box::What::devices,
                    .shows = group.devices.front(),
                    .parent = group.home,
                    .layer = group.tier * rows_of_tier + seen[{group.home, group.tier}]++ / most_in_row,
                    .title = group.title,
                    .detail = group.detail,
                    .symbol = group.symbol};
            box.status = design_.find(group.devices.front())->status;
            box.devices = group.devices;
            if (group.devices.size() > 1)
                box.opens = group.opens.empty() ? std::vector<AnyId>(group.devices.begin(), group.devices.end())
                                                : std::move(group.opens);
            const std::size_t at = add(std::move(box));
            for (const EquipmentId device : group.devices)
                box_of_[device] = at;
        }
    }

    void handoffs() {
        for (const ProviderHandoff& handoff : design_.provider_handoffs)
            if (!handoff.plane || !hidden_.plane(*handoff.plane)) {
                const std::string rate = handoff.bandwidth.value > 0 ? rate_name(handoff.bandwidth) : "";
                add({.what = Box::What::handoff,
                     .shows = handoff.id,
                     .parent = of_plane(handoff.plane),
                     .layer = -1,
                     .title = handoff.provider,
                     .detail = same_text(rate),
                     .symbol = Symbol::entrance});
            }
    }

    void headings() {
        for (std::size_t i = 0, count = out_.boxes.size(); i < count; ++i) {
            const Box::What what = out_.boxes[i].what;
            if (what != Box::What::plane && what != Box::What::region && what != Box::What::zone)
                continue;
            Box heading = out_.boxes[i];
            heading.what = Box::What::heading;
            heading.parent = i;
            heading.layer = -1'000'000;
            out_.boxes[i].vlans.clear();
            out_.boxes[i].services.clear();
            add(std::move(heading));
        }
    }

    // Zones with exits above, with servers and management below them, with the campus at the bottom; of one kind, so
    // many side by side that a network does not become a ribbon.
    void layers() {
        std::map<std::size_t, std::set<int>> tiers;
        std::map<std::size_t, bool> serves;
        for (const Box& box : out_.boxes) {
            if (box.what == Box::What::devices)
                tiers[*box.parent].insert(box.layer / rows_of_tier);
            if (box.what == Box::What::heading && !box.services.empty())
                serves[*box.parent] = true;
        }
        std::map<std::size_t, std::vector<std::size_t>> children;
        for (std::size_t i = 0; i < out_.boxes.size(); ++i) {
            Box& box = out_.boxes[i];
            if (box.what != Box::What::zone)
                continue;
            const Zone* zone = box.shows.kind == Kind::zones ? design_.find(ZoneId{box.shows.value}) : nullptr;
            box.layer = zone_rank(tiers[i], serves[i] || (zone && zone->management));
            children[*box.parent].push_back(i);
        }
        for (std::size_t i = 0; i < out_.boxes.size(); ++i)
            if (out_.boxes[i].what == Box::What::region) {
                int least = 300;
                for (const std::size_t zone : children[i])
                    least = std::min(least, out_.boxes[zone].layer);
                out_.boxes[i].layer = least;
                children[*out_.boxes[i].parent].push_back(i);
            }
        for (const auto& [parent, list] : children) {
            std::map<int, int> seen;
            const int in_row =
                std::max(2, static_cast<int>(std::lround(std::sqrt(1.6 * static_cast<double>(list.size())))));
            for (const std::size_t i : list)
                out_.boxes[i].layer += seen[out_.boxes[i].layer]++ / in_row;
        }
        int planes = 0;
        for (Box& box : out_.boxes)
            if (box.what == Box::What::plane)
                box.layer = 2 * (planes++ / planes_in_row_);
    }
    static int zone_rank(const std::set<int>& tiers, bool serves) {
        const auto has = [&](Tier tier) { return tiers.contains(static_cast<int>(tier)); };
        if (tiers.empty())
            return serves ? 100 : 200;
        if (has(Tier::core) || has(Tier::distribution))
            return 200;
        if (has(Tier::access) || has(Tier::wireless) || has(Tier::endpoint))
            return 300;
        return has(Tier::exit) || has(Tier::border) ? 0 : 100;
    }

    std::optional<std::size_t> plane_of(std::size_t box) const {
        while (out_.boxes[box].parent)
            box = *out_.boxes[box].parent;
        return box;
    }

    void links() {
        struct Bundle {
            std::map<std::int64_t, int, std::greater<>> by_rate;
            AnyId lag, cable;
            std::vector<AnyId> rows;
        };
        std::map<std::pair<std::size_t, std::size_t>, Bundle> bundles;
        for (const DeviceLink& link : facts_.get<DeviceLinks>().links) {
            const Port* pa = design_.find(link.a);
            const Port* pb = design_.find(link.b);
            const auto a = box_of_.find(pa->equipment);
            const auto b = box_of_.find(pb->equipment);
            if (a == box_of_.end() || b == box_of_.end() || a->second == b->second)
                continue;
            std::size_t upper = a->second;
            std::size_t lower = b->second;
            if (std::pair(out_.boxes[upper].layer, upper) > std::pair(out_.boxes[lower].layer, lower))
                std::swap(upper, lower);
            Bundle& bundle = bundles[{upper, lower}];
            const std::int64_t rate = pa->rate.value == 0   ? pb->rate.value
                                      : pb->rate.value == 0 ? pa->rate.value
                                                            : std::min(pa->rate.value, pb->rate.value);
            ++bundle.by_rate[rate];
            if (bundle.cable.value == 0)
                bundle.cable = link.cable;
            bundle.rows.emplace_back(link.cable);
            const Port* lower_port = a->second == lower ? pa : pb;
            const Port* upper_port = a->second == lower ? pb : pa;
            for (const Port* port : {lower_port, upper_port})
                if (port->lag && design_.contains(*port->lag)) {
                    bundle.rows.emplace_back(*port->lag);
                    if (bundle.lag.value == 0)
                        bundle.lag = *port->lag;
                }
        }
        for (auto& [ends, bundle] : bundles) {
            TopologyLine line{
                .shows = bundle.lag.value != 0 ? bundle.lag : bundle.cable, .a = ends.first, .b = ends.second};
            for (const auto& [rate, count] : bundle.by_rate)
                line.label += (line.label.empty() ? "" : " + ") + std::to_string(count) +
                              (rate > 0 ? " x " + rate_name(BitRate(rate)) : std::string(" x ?"));
            line.joins_planes = plane_of(ends.first) != plane_of(ends.second);
            line.rows = std::move(bundle.rows);
            out_.lines.push_back(std::move(line));
        }
    }

    void policies() {
        std::vector<const Policy*> rows;
        for (const Policy& policy : design_.policies)
            if (zone_box_.contains(policy.from) && zone_box_.contains(policy.to) && policy.from != policy.to)
                rows.push_back(&policy);
        const auto rank = [&](ZoneId zone) {
            return std::find(zone_order_.begin(), zone_order_.end(), zone) - zone_order_.begin();
        };
        std::stable_sort(rows.begin(), rows.end(), [&](const Policy* a, const Policy* b) {
            return std::pair(rank(a->from), rank(a->to)) < std::pair(rank(b->from), rank(b->to));
        });
        for (const Policy* policy : rows) {
            const std::string number = "P" + std::to_string(out_.policies.size() + 1);
            const Text from_name = name_of(design_, policy->from), to_name = name_of(design_, policy->to);
            out_.policies.push_back({.id = policy->id,
                                     .number = number,
                                     .between = {from_name.zh + " → " + to_name.zh, from_name.en + " → " + to_name.en},
                                     .terms = terms_of(*policy)});
            const std::size_t from = zone_box_[policy->from];
            const std::size_t to = zone_box_[policy->to];
            TopologyLine line{
                .what = TopologyLine::What::policy, .shows = policy->id, .a = from, .b = to, .label = number};
            line.denies = policy->action == AclAction::deny;
            if (line.denies && detail_ == TopologyDetail::overview)
                continue; // what is not permitted is denied: lines of it would hide those that permit
            if (plane_of(from) == plane_of(to)) {
                out_.lines.push_back(line);
                continue;
            }
            // Between networks only through what controls it, by its name.
            const int above = std::min(out_.boxes[*plane_of(from)].layer, out_.boxes[*plane_of(to)].layer);
            const Text controls = controls_of(*policy);
            const Text none{"无受控措施", "no control named"};
            const std::size_t control = add({.what = Box::What::control,
                                             .shows = policy->id,
                                             .layer = above + 1,
                                             .title = {number + " 受控互通", number + " controlled exchange"},
                                             .detail = controls.empty() ? none : controls,
                                             .symbol = Symbol::firewall});
            TopologyLine first = line;
            first.b = control;
            line.a = control;
            out_.lines.push_back(first);
            out_.lines.push_back(line);
        }
    }

    Text controls_of(const Policy& policy) const {
        std::vector<Text> names;
        for (const Control control : policy.controls)
            names.push_back(label_of(control));
        return joined(names, "、", ", ");
    }

    Text terms_of(const Policy& policy) const {
        std::vector<Text> services;
        for (const ServiceId id : policy.services)
            if (const Service* service = design_.find(id); service && !hidden_.service(*service))
                services.push_back(name_of(design_, id));
        std::vector<Text> by;
        for (const EquipmentId id : policy.enforced_by)
            if (box_of_.contains(id))
                by.push_back(name_of(design_, id));
        const Text what = services.empty() ? Text{"全部业务", "all services"} : joined(services, "、", ", ");
        const Text action = label_of(policy.action);
        Text out{action.zh + what.zh, action.en + " " + what.en};
        if (const Text controls = controls_of(policy); !controls.empty()) {
            out.zh += "；控制：" + controls.zh;
            out.en += "; controls: " + controls.en;
        }
        if (const Text who = joined(by, "、", ", "); !who.empty()) {
            out.zh += "；由 " + who.zh + " 执行";
            out.en += "; by " + who.en;
        }
        return out;
    }

    void apart() {
        for (const MustNotReach& pair : design_.must_not_reach) {
            const auto a = end_of(pair.a);
            const auto b = end_of(pair.b);
            if (a && b && *a != *b)
                out_.lines.push_back({.what = TopologyLine::What::apart, .shows = pair.id, .a = *a, .b = *b});
        }
    }
    std::optional<std::size_t> end_of(AnyId id) const {
        if (id.kind == Kind::zones)
            if (const auto at = zone_box_.find(ZoneId{id.value}); at != zone_box_.end())
                return at->second;
        if (id.kind == Kind::planes)
            if (const auto at = plane_box_.find(PlaneId{id.value}); at != plane_box_.end())
                return at->second;
        return std::nullopt;
    }

    int planes_in_row_;
    TopologyDetail detail_;
    const Facts& facts_;
    const Design& design_;
    std::set<AnyId> opened_;
    WithheldRows hidden_;
    TopologyContent out_;
    std::map<PlaneId, std::size_t> plane_box_;
    std::map<RegionId, std::size_t> region_box_;
    std::map<ZoneId, std::size_t> zone_box_;
    std::vector<ZoneId> zone_order_;
    std::map<std::size_t, std::size_t> unzoned_; // by network
    std::optional<std::size_t> nowhere_;
    std::map<EquipmentId, std::size_t> box_of_;
};

} // namespace

TopologyContent topology_content(const Facts& facts, const std::vector<AnyId>& opened, int planes_in_row,
                                 TopologyDetail detail) {
    return Content(facts, opened, planes_in_row, detail).run();
}

} // namespace riser
