// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/parts.h"
#include "solvers/planning/equipment/service_choice.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace riser {

namespace {

constexpr std::int32_t stack_ports = 2; // of each member: the ring to its neighbours

SwitchChoice choice_of(const EquipmentType& type, BasisPoints reserve) {
    SwitchChoice out{.type = &type, .poe = usable_poe(type.poe_budget, reserve).value};
    for (const PortGroup& group : type.ports)
        if (group.medium == Medium::copper && !group.uplink)
            for (std::int32_t k = 0; k <= std::clamp(group.poe_class, 0, highest_poe_class); ++k)
                out.at_least[static_cast<std::size_t>(k)] += group.count;
    return out;
}

std::int32_t fibre_ports(const EquipmentType& type) {
    std::int32_t out = 0;
    for (const PortGroup& group : type.ports)
        if (group.medium == Medium::fibre)
            out += group.count;
    return out;
}

// "GE1/0/7" of the third member of a stack is "GE3/0/7".
std::string as_member(const std::string& name, std::size_t member) {
    const std::size_t digit = name.find_first_of("0123456789");
    if (digit == std::string::npos || name.compare(digit, 2, "1/") != 0)
        return name;
    return name.substr(0, digit) + std::to_string(member) + name.substr(digit + 1);
}

class Access {
  public:
    Access(EquipmentWorks& works, PlaneWorks& plane) : works_(works), plane_(plane), prefix_(plane.key + "|access|") {}

    void plan() {
        count();
        if (std::accumulate(wanted_.begin(), wanted_.end(), 0) == 0)
            return;
        collect_types();
        collect_given();
        buy();
        add_in_order();
        share();
        stack();
    }

  private:
    void count() {
        for (const JackNeed& jack : plane_.need.jacks)
            if (!jack.fibre && !jack.voice)
                ++wanted_[static_cast<std::size_t>(jack.poe_class)];
        if (plane_.services)
            wanted_[0] += plane_.services->copper_ports();
        for (std::int32_t& n : wanted_)
            n = works_.grown(n);
    }

    void collect_types() {
        bool priced = false;
        for (const EquipmentType& type : works_.after.equipment_types)
            priced |= type.role == EquipmentRole::access_switch && price_of(works_.after, type);
        for (const EquipmentType& type : works_.after.equipment_types) {
            SwitchChoice choice = choice_of(type, works_.options.poe_reserve);
            const std::optional<std::int64_t> price = price_of(works_.after, type);
            if (type.role != EquipmentRole::access_switch || choice.at_least[0] == 0 || fibre_ports(type) == 0 ||
                (priced && !price))
                continue;
            choice.price = price.value_or(1); // none priced: the fewest switches
            choices_.push_back(choice);
        }
        std::sort(choices_.begin(), choices_.end(), [](const SwitchChoice& a, const SwitchChoice& b) {
            return std::tie(a.type->code, a.type->id) < std::tie(b.type->code, b.type->id);
        });
    }

    struct Standing {
        EquipmentId id;
        const EquipmentType* type = nullptr;
        bool mine = false;
        std::string label;
        std::int32_t number = 0;
        SwitchChoice offers;
    };

    // Switches of people, with their free ports; and ours whose type or being they decided.
    void collect_given() {
        for (const Equipment& row : works_.after.equipment) {
            const EquipmentType* type = works_.after.find(row.type);
            if (!type || row.status == Status::remove)
                continue;
            if (!works_.equipment.was_mine(row) && row.space == plane_.space && row.plane == plane_.plane &&
                type->role == EquipmentRole::access_switch)
                switches_.push_back({row.id, type, false, row.label, 0, {}});
        }
        for (const EquipmentType& type : works_.after.equipment_types)
            for (const auto& [number, id] :
                 settled_rows(works_.after.equipment, works_.equipment, prefix_ + to_string(type.id), "type")) {
                const Equipment& row = *works_.after.find(id);
                if (const EquipmentType* now = works_.after.find(row.type)) {
                    put(prefix_ + to_string(type.id) + "|" + std::to_string(number), *now);
                    switches_.push_back({id, now, true, {}, number, choice_of(*now, works_.options.poe_reserve)});
                    taken_[type.id].insert(number);
                }
            }
        for (Standing& s : switches_)
            if (!s.mine) {
                Device device{.id = s.id, .type = s.type};
                s.offers = {.type = s.type, .poe = usable_poe(s.type->poe_budget, works_.options.poe_reserve).value};
                const std::size_t index = works_.add_device(std::move(device));
                drawn_.emplace(s.id, index);
                for (const PortDraft& port : works_.devices[index].ports)
                    if (port.row.medium == Medium::copper && !port.used)
                        for (std::int32_t k = 0; k <= std::clamp(port.row.poe_class, 0, highest_poe_class); ++k)
                            ++s.offers.at_least[static_cast<std::size_t>(k)];
            }
    }

    EquipmentId put(const std::string& key, const EquipmentType& type) {
        Equipment row = works_.equipment.start(key);
        row.type = type.id;
        row.space = plane_.space;
        row.plane = plane_.plane;
        if (const Space* space = works_.after.find(plane_.space); space)
            row.place = space->place;
        if (row.label.empty())
            row.label = works_.next_label(works_.device_labels, plane_.space, plane_.plane, "SW");
        return works_.equipment.put(std::move(row)).id;
    }

    std::vector<SwitchChoice> given() const {
        std::vector<SwitchChoice> out;
        for (const Standing& s : switches_)
            out.push_back(s.offers);
        return out;
    }

    void buy() {
        const std::int32_t least = plane_.services ? plane_.services->switches : 0;
        std::optional<SwitchMix> mix = cheapest_mix(given(), choices_, wanted_, least);
        if (!mix && wanted_[0] < std::accumulate(wanted_.begin(), wanted_.end(), 0)) {
            works_.reasons.add(plane_.space,
                               {"设备目录中没有可为其受电设备供电的PoE交换机，改由本地供电",
                                "no switch of the catalogue can feed its powered devices: they need power "
                                "of their own"});
            wanted_ = {std::accumulate(wanted_.begin(), wanted_.end(), 0)};
            mix = cheapest_mix(given(), choices_, wanted_, least);
        }
        if (!mix) {
            works_.reasons.add(plane_.space, {"设备目录中没有可用的接入交换机",
                                              "the catalogue has no access switch with copper ports and an uplink"});
            return;
        }
        if (!mix->proven)
            works_.reasons.add(plane_.space, {"交换机组合未证明为最省", "its set of switches is not proved to be the "
                                                                        "cheapest"});
        for (std::size_t t = 0; t < choices_.size(); ++t) {
            const EquipmentType& type = *choices_[t].type;
            std::int32_t number = 0;
            for (std::int32_t n = mix->counts[t]; n > 0; --n) {
                while (taken_[type.id].contains(++number)) {
                }
                const EquipmentId id = put(prefix_ + to_string(type.id) + "|" + std::to_string(number), type);
                switches_.push_back({id, &type, true, {}, number, choices_[t]});
            }
        }
    }

    // Those a person drew first; then those that feed devices, so that the first panels lead to them.
    void add_in_order() {
        std::sort(switches_.begin(), switches_.end(), [](const Standing& a, const Standing& b) {
            const auto key = [](const Standing& s) {
                return std::tuple(s.mine, std::string_view(s.label), s.mine ? -s.offers.poe : 0,
                                  std::string_view(s.type->code), s.type->id, s.number, s.id);
            };
            return key(a) < key(b);
        });
        for (const Standing& s : switches_)
            plane_.access.push_back(s.mine ? works_.add_device({.id = s.id, .type = s.type}) : drawn_.at(s.id));
    }

    void share() {
        const auto quotas = shared_out(given(), wanted_);
        for (std::size_t i = 0; i < plane_.access.size(); ++i)
            works_.devices[plane_.access[i]].quota = quotas ? (*quotas)[i] : switches_[i].offers.at_least;
    }

    // Evenly into stacks of at most so many; a switch without ports for the ring stands alone, and so does one that a
    // person drew.
    void stack() {
        std::vector<std::size_t> able;
        for (std::size_t i = 0; i < switches_.size(); ++i) {
            const bool joins = switches_[i].mine && fibre_ports(*switches_[i].type) > stack_ports &&
                               switches_[i].type->manufacturer == switches_.back().type->manufacturer;
            if (joins)
                able.push_back(plane_.access[i]);
            else
                plane_.stacks.push_back({plane_.key + "|alone|" + to_string(switches_[i].id), {plane_.access[i]}});
        }
        const auto most = static_cast<std::size_t>(std::max(1, works_.options.stack_members));
        const std::size_t count = (able.size() + most - 1) / most;
        for (std::size_t g = 0; g < count; ++g) {
            const std::size_t from = able.size() * g / count;
            const std::size_t to = able.size() * (g + 1) / count;
            StackOfDevices stack{.key = plane_.key + "|stack|" + std::to_string(g + 1),
                                 .members = {able.begin() + static_cast<std::ptrdiff_t>(from),
                                             able.begin() + static_cast<std::ptrdiff_t>(to)}};
            if (stack.members.size() > 1)
                join(stack, g + 1);
            plane_.stacks.push_back(std::move(stack));
        }
    }

    void join(const StackOfDevices& stack, std::size_t number) {
        Stack row = works_.stacks.start(stack.key);
        const Space* space = works_.after.find(plane_.space);
        const Plane* of = works_.after.find(plane_.plane);
        row.name = (space ? space->label : "") + "-" + (of ? of->code : "") + "ST" + std::to_string(number);
        row.members.clear();
        for (const std::size_t member : stack.members)
            row.members.push_back(works_.devices[member].id);
        works_.stacks.put(std::move(row));
        for (std::size_t m = 0; m < stack.members.size(); ++m)
            for (PortDraft& port : works_.devices[stack.members[m]].ports)
                port.row.name = as_member(port.row.name, m + 1);
        const CableType* cord = works_.cable_types.cord(Category::os2, Screen::none);
        const std::size_t count = stack.members.size();
        for (std::size_t m = 0; m < count; ++m) {
            // The last fibre port to the one before the last of the next member.
            PortDraft* out = ring_port(stack.members[m], 0);
            PortDraft* in = ring_port(stack.members[(m + 1) % count], 1);
            const std::string key = stack.key + "|ring|" + std::to_string(m + 1);
            if (works_.is_fixed(key)) {
                works_.cord(key, {}, plane_.plane, nullptr, {}, {});
                continue;
            }
            if (!out || !in || out->used || in->used)
                continue;
            out->used = in->used = true;
            out->row.mode = in->row.mode = PortMode::trunk;
            works_.cord(key, "S-" + row_label(stack.members[m]) + "-" + std::to_string(m + 1), plane_.plane, cord,
                        {out->row.id}, {in->row.id});
        }
    }
    std::string row_label(std::size_t device) const { return works_.after.find(works_.devices[device].id)->label; }
    PortDraft* ring_port(std::size_t device, std::int32_t from_last) {
        std::vector<PortDraft>& ports = works_.devices[device].ports;
        for (auto at = ports.rbegin(); at != ports.rend(); ++at)
            if (at->row.medium == Medium::fibre && from_last-- == 0)
                return &*at;
        return nullptr;
    }

    EquipmentWorks& works_;
    PlaneWorks& plane_;
    std::string prefix_;
    PortCounts wanted_{};
    std::vector<SwitchChoice> choices_;
    std::vector<Standing> switches_;
    std::map<EquipmentId, std::size_t> drawn_;
    std::map<EquipmentTypeId, std::set<std::int32_t>> taken_;
};

} // namespace

void plan_access(EquipmentWorks& works, PlaneWorks& plane) { Access(works, plane).plan(); }

} // namespace riser
