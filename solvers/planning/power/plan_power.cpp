// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/growth.h"
#include "solvers/planning/power/power_works.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <tuple>

namespace riser {

namespace {

const std::vector<Kind> tables_read{Kind::briefs,
                                    Kind::buildings,
                                    Kind::floors,
                                    Kind::rooms,
                                    Kind::spaces,
                                    Kind::racks,
                                    Kind::rack_items,
                                    Kind::equipment,
                                    Kind::equipment_types,
                                    Kind::ports,
                                    Kind::power_supplies,
                                    Kind::pdus,
                                    Kind::circuits,
                                    Kind::ups_units,
                                    Kind::transfer_switches,
                                    Kind::power_sources,
                                    Kind::earth_bars,
                                    Kind::bonds,
                                    Kind::jacks,
                                    Kind::point_kinds,
                                    Kind::cables,
                                    Kind::cable_types,
                                    Kind::terminations,
                                    Kind::splices,
                                    Kind::panels,
                                    Kind::zones,
                                    Kind::services,
                                    Kind::requirement_classes,
                                    Kind::label_templates,
                                    Kind::retired_labels};

std::string decimal(double value, const char* unit) {
    char text[48];
    std::snprintf(text, sizeof text, "%.1f %s", value, unit);
    return text;
}
std::string kilowatts(Milliwatts power) { return decimal(static_cast<double>(power.value) / 1e6, "kW"); }

class Feeds {
  public:
    explicit Feeds(PowerWorks& works) : works_(works) {}

    void plan() {
        for (const auto& [building, rooms] : works_.rooms)
            for (const std::vector<const PowerRoom*>& group : groups_of(building, rooms))
                feed(building, group);
    }

    // UPS by what hangs on them, now that it does.
    void size() {
        const Facts facts(works_.after);
        const FeedLoads& loads = facts.get<FeedLoads>();
        for (const UpsId id : planned_ups_) {
            Ups row = *works_.after.find(id);
            const FeedLoad* load = loads.of(id);
            const Milliwatts now = load ? load->power : Milliwatts();
            const double growth = growth_factor(works_.after.find(the_brief), works_.options.growth);
            const Milliwatts grown(std::llround(static_cast<double>(now.value) * growth));
            const VoltAmperes need = ups_needed(grown, row.efficiency, works_.options.usable);
            row.capacity = rated(need);
            const Ups& stands = works_.ups.put(std::move(row));
            char times[32] = "";
            if (growth > 1)
                std::snprintf(times, sizeof times, " × %.2f", growth);
            const std::string sum = kilowatts(now) + times + " / (" + decimal(stands.efficiency.value / 100.0, "%") +
                                    " × " + decimal(works_.options.usable.value / 100.0, "%") +
                                    ") = " + decimal(static_cast<double>(need.value) / 1'000, "kVA");
            works_.reasons.add(id, {"UPS容量：" + sum + "，后备 " + std::to_string(stands.autonomy.value / 60) + " min",
                                    "UPS: " + sum + ", for " + std::to_string(stands.autonomy.value / 60) + " min"});
        }
    }

    // A circuit that goes leaves no strip that speaks of it.
    void drop_rest() {
        const Table<Pdu> strips = works_.after.pdus;
        for (const Pdu& strip : strips) {
            const Circuit* circuit = works_.after.find(strip.circuit);
            if (!works_.strips.is_mine(strip) || !circuit || !works_.circuits.is_mine(*circuit) ||
                works_.circuits.is_wanted(circuit->id))
                continue;
            Pdu row = strip;
            row.circuit.reset();
            works_.strips.put(std::move(row));
        }
    }

  private:
    using Group = std::vector<const PowerRoom*>;

    std::vector<Group> groups_of(BuildingId building, const std::vector<PowerRoom>& rooms) const {
        const std::vector<SpaceId> cores = cores_of(works_.after, building, std::nullopt);
        const Space* core = cores.empty() ? nullptr : works_.after.find(cores.front());
        const bool central =
            core && (works_.options.ups == UpsPlace::central ||
                     (works_.options.ups == UpsPlace::as_the_building && core->role == SpaceRole::core_machine_room));
        std::vector<Group> out(central ? 1 : 0);
        for (const PowerRoom& room : rooms)
            if (room.has_strips && central)
                out.front().push_back(&room);
            else if (room.has_strips)
                out.push_back({&room});
        std::erase_if(out, [](const Group& group) { return group.empty(); });
        return out;
    }

    void feed(BuildingId building, const Group& group) {
        RedundancyClass most = RedundancyClass::n;
        for (const PowerRoom* room : group)
            most = std::max(most, room->redundancy);
        SpaceId where = group.front()->space;
        if (group.size() > 1 || works_.options.ups != UpsPlace::each_room)
            if (const auto cores = cores_of(works_.after, building, std::nullopt);
                !cores.empty() && (group.size() > 1 || cores.front() == where))
                where = cores.front();
        const AnyId first = source(building, 1);
        const AnyId second = most == RedundancyClass::n ? first : source(building, 2);
        const AnyId ups = ups_at(where, "A", most,
                                 most == RedundancyClass::n || most == RedundancyClass::two_n
                                     ? first
                                     : transfer_switch(where, first, second));
        const AnyId other = most == RedundancyClass::two_n ? ups_at(where, "B", most, second) : second;
        for (const PowerRoom* room : group)
            circuits(*room, ups, other);
    }

    // A person's, in the order of labels, else ours.
    AnyId source(BuildingId building, std::int32_t number) {
        std::vector<const PowerSource*> drawn;
        for (const PowerSource& row : works_.after.power_sources)
            if (!works_.sources.was_mine(row) && row.status != Status::remove && row.kind != SourceKind::battery)
                drawn.push_back(&row);
        std::sort(drawn.begin(), drawn.end(), [](const PowerSource* a, const PowerSource* b) {
            return std::tie(a->label, a->id) < std::tie(b->label, b->id);
        });
        if (static_cast<std::size_t>(number) <= drawn.size())
            return drawn[static_cast<std::size_t>(number) - 1]->id;
        PowerSource row = works_.sources.start(to_string(building) + "|" + std::to_string(number));
        row.kind = SourceKind::mains;
        row.scope = Scope::fit_out;
        if (row.label.empty())
            row.label = works_.source_labels.free(works_.building_code(building) + "-M" + std::to_string(number));
        works_.reasons.add(row.id, {"电源、双电源切换由电气专业设计，此处仅表示接口",
                                    "sources and transfer switches are the electrical engineer's: these say where they "
                                    "come in"});
        return works_.sources.put(std::move(row)).id;
    }

    AnyId transfer_switch(SpaceId space, AnyId normal, AnyId standby) {
        Ats row = works_.switches.start(to_string(space));
        row.normal = normal;
        row.standby = standby;
        row.space = space;
        row.scope = Scope::fit_out;
        if (row.label.empty())
            row.label = works_.switch_labels.free(works_.code(space) + "-ATS");
        return works_.switches.put(std::move(row)).id;
    }

    AnyId ups_at(SpaceId space, const std::string& which, RedundancyClass redundancy, AnyId from) {
        std::vector<const Ups*> drawn;
        for (const Ups& row : works_.after.ups_units)
            if (row.space == space && !works_.ups.was_mine(row) && row.status != Status::remove)
                drawn.push_back(&row);
        std::sort(drawn.begin(), drawn.end(),
                  [](const Ups* a, const Ups* b) { return std::tie(a->label, a->id) < std::tie(b->label, b->id); });
        const std::size_t number = which == "A" ? 0 : 1;
        if (number < drawn.size())
            return drawn[number]->id;
        Ups row = works_.ups.start(to_string(space) + "|" + which);
        const bool fresh = !works_.ups.known(row);
        row.space = space;
        row.fed_by = from;
        row.topology = redundancy == RedundancyClass::n       ? UpsTopology::single
                       : redundancy == RedundancyClass::two_n ? UpsTopology::dual_bus
                                                              : UpsTopology::parallel_n_plus_1;
        row.efficiency = works_.options.efficiency;
        row.autonomy = works_.options.autonomy;
        if (fresh)
            row.label = works_.ups_labels.next({{"space", works_.code(space)}});
        const UpsId id = works_.ups.put(std::move(row)).id;
        planned_ups_.insert(id);
        return id;
    }

    VoltAmperes rated(VoltAmperes need) const {
        const std::int64_t kilo = (need.value + 999) / 1'000;
        for (const std::int64_t rating : works_.options.ratings)
            if (rating >= kilo)
                return VoltAmperes(rating * 1'000);
        const std::int64_t step =
            works_.options.ratings.empty() ? 10 : std::max<std::int64_t>(1, works_.options.ratings.back());
        return VoltAmperes((kilo + step - 1) / step * step * 1'000);
    }

    // A breaker's worth of racks.
    struct Filling {
        CircuitId id;
        std::int32_t number = 0;
        Milliwatts load;
    };

    // Circuits of a room: the first strips of its racks on the UPS, the second on the other feed where a network in the
    // rack asks for two, else on further circuits of the UPS; as many racks a circuit as it carries.
    void circuits(const PowerRoom& room, AnyId ups, AnyId other) {
        std::map<std::string_view, Filling> open;
        const RackLoads& loads = works_.facts.get<RackLoads>();
        for (const PowerRack& rack : room.racks)
            for (std::size_t n = 0; n < rack.strips.size(); ++n) {
                const Pdu strip = *works_.after.find(rack.strips[n]);
                const Circuit* now = works_.after.find(strip.circuit);
                const bool on_ours = now && works_.circuits.was_mine(*now);
                const bool link = may_link(strip);
                if (!link && !on_ours)
                    continue;
                const bool apart = n % 2 == 1 && rack.redundancy != RedundancyClass::n;
                const RackLoad* load = loads.racks.find(rack.id);
                const CircuitId id = circuit(room.space,
                                             n % 2 == 0 ? "A"
                                             : apart    ? "B"
                                                        : "C",
                                             apart ? other : ups, load ? load->power : Milliwatts(), open);
                if (!link) { // a person took the strip over as it hangs
                    works_.circuits.keep(*strip.circuit);
                    continue;
                }
                Pdu linked = strip;
                linked.circuit = id;
                works_.strips.put(std::move(linked));
            }
    }

    bool may_link(const Pdu& strip) {
        if (works_.strips.is_mine(strip)) {
            Pdu linked = strip;
            linked.circuit = CircuitId{1};
            return keeping_pins(strip, linked).circuit == linked.circuit; // else a person chose its circuit
        }
        if (!strip.circuit)
            works_.reasons.add(strip.id, {"人工绘制的配电单元未接回路", "a strip that a person drew has no circuit"});
        return false;
    }

    CircuitId circuit(SpaceId space, std::string_view side, AnyId from, Milliwatts load,
                      std::map<std::string_view, Filling>& open) {
        Filling& filling = open[side];
        const Milliwatts most(works_.options.circuit.value * 1'000 / 10'000 * works_.options.usable.value);
        if (filling.number == 0 || filling.load + load > most) {
            const std::string name = std::string(side) + std::to_string(++filling.number);
            Circuit row = works_.circuits.start(to_string(space) + "|" + name);
            row.fed_by = from;
            row.capacity = works_.options.circuit;
            if (row.label.empty())
                row.label = works_.circuit_labels.free(works_.code(space) + "-W" + name);
            filling.load = {};
            filling.id = works_.circuits.put(std::move(row)).id;
        }
        filling.load += load;
        return filling.id;
    }

    PowerWorks& works_;
    std::set<UpsId> planned_ups_;
};

void report_heat(PowerWorks& works, PowerPlan& out) {
    const RackLoads& loads = works.facts.get<RackLoads>();
    for (const auto& [building, rooms] : works.rooms)
        for (const PowerRoom& room : rooms) {
            Milliwatts power;
            Milliwatts heat;
            for (const PowerRack& rack : room.racks)
                if (const RackLoad* load = loads.racks.find(rack.id)) {
                    power += load->power;
                    heat += load->heat;
                }
            out.load += power;
            out.heat += heat;
            constexpr double btu_a_watt = 3.412; // an hour
            const double watts = static_cast<double>(heat.value) / 1'000;
            char btu[32];
            std::snprintf(btu, sizeof btu, "%.0f", watts * btu_a_watt);
            char shown[32];
            std::snprintf(shown, sizeof shown, "%.0f", watts);
            if (power.value > 0)
                works.reasons.add(room.space,
                                  {"用电 " + kilowatts(power) + "，散热 " + shown + " W（" + btu + " BTU/h）",
                                   "draws " + kilowatts(power) + ", gives off " + shown + " W (" + btu + " BTU/h)"});
        }
}

} // namespace

Result<PowerPlan> plan_power(const Design& design, const PowerOptions& options, const Run& run) {
    if (run.stopped())
        return Error{.code = ErrorCode::stopped, .message = {"已停止", "stopped"}, .fix = {}, .where = {}};
    run.report(0, {"供电", "power"});
    PowerWorks works(design, options);
    Feeds feeds(works);
    feeds.plan();
    feeds.size();
    plan_earthing(works);
    feeds.drop_rest();
    PowerPlan out;
    report_heat(works, out);
    works.circuits.remove_rest();
    works.ups.remove_rest();
    works.switches.remove_rest();
    works.sources.remove_rest();
    works.bonds.remove_rest();
    works.bars.remove_rest();
    const auto count = [](const auto& table, const auto& rows) {
        return static_cast<std::int32_t>(
            std::count_if(table.begin(), table.end(), [&](const auto& row) { return rows.is_mine(row); }));
    };
    out.ups = count(works.after.ups_units, works.ups);
    out.circuits = count(works.after.circuits, works.circuits);
    out.earth_bars = count(works.after.earth_bars, works.bars);
    out.bonds = count(works.after.bonds, works.bonds);
    out.reasons = std::move(works.reasons).take();
    out.change = {.before = design, .after = std::move(works.after), .read = tables_read};
    return out;
}

} // namespace riser
