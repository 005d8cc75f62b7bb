// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

// A rack with a device of that power and weight, its two supplies on two strips on circuits of their own.
struct Fed {
    RackId rack;
    EquipmentId device;
    std::array<PduId, 2> strips;
    std::array<CircuitId, 2> circuits;
    UpsId ups;
    PowerSourceId mains;
};

Fed fed_rack(Office& o, Milliwatts power, VoltAmperes ups_capacity, std::int64_t minutes = 30) {
    Fed out;
    Rack rack;
    rack.space = o.space;
    rack.label = "R1";
    rack.load_limit = Grams(100'000);
    rack.power_limit = watts(3'000);
    out.rack = o.add(std::move(rack));
    EquipmentType type;
    type.code = "S";
    type.power = power;
    type.weight = Grams(40'000);
    type.power_supplies = 2;
    Equipment device;
    device.type = o.add(std::move(type));
    device.label = "S1";
    device.space = o.space;
    device.plane = o.plane;
    out.device = o.add(std::move(device));
    RackItem item;
    item.rack = out.rack;
    item.item = out.device;
    o.add(std::move(item));
    PowerSource mains;
    mains.label = "M1";
    out.mains = o.add(std::move(mains));
    Ups ups;
    ups.label = "UPS1";
    ups.space = o.space;
    ups.fed_by = out.mains;
    ups.capacity = ups_capacity;
    ups.autonomy = Seconds(minutes * 60);
    out.ups = o.add(std::move(ups));
    for (std::size_t n = 0; n < 2; ++n) {
        Circuit circuit;
        circuit.label = n == 0 ? "WA" : "WB";
        circuit.fed_by = n == 0 ? AnyId(out.ups) : AnyId(out.mains);
        circuit.capacity = VoltAmperes(3'680);
        out.circuits[n] = o.add(std::move(circuit));
        Pdu strip;
        strip.label = n == 0 ? "PDUA" : "PDUB";
        strip.rack = out.rack;
        strip.circuit = out.circuits[n];
        strip.capacity = VoltAmperes(7'360);
        out.strips[n] = o.add(std::move(strip));
        PowerSupply supply;
        supply.equipment = out.device;
        supply.slot = static_cast<std::int32_t>(n) + 1;
        supply.pdu = out.strips[n];
        o.add(std::move(supply));
    }
    return out;
}

void ask_for_two(Office& o) {
    RequirementClass row;
    row.subject = o.plane;
    row.redundancy = RedundancyClass::n_plus_1;
    o.add(std::move(row));
}

EarthBarId add_bar(Office& o, std::optional<SpaceId> space) {
    EarthBar bar;
    bar.label = "TGB" + std::to_string(o.design.earth_bars.size());
    bar.kind = space ? EarthBarKind::telecommunications : EarthBarKind::main;
    bar.space = space;
    bar.floor = o.floor;
    return o.add(std::move(bar));
}

void add_bond(Office& o, AnyId from, AnyId to) {
    Bond bond;
    bond.from = from;
    bond.to = to;
    o.add(std::move(bond));
}

} // namespace

RuleTables power_tables() {
    return {
        {
            {"AV-12", "2 kW / (0.9 x 0.8) = 2778 VA", [](Office& o) { fed_rack(o, watts(2'000), VoltAmperes(2'777)); },
             1, "capacity of UPS UPS1 is 2777 VA; 2778 VA are needed"},
            {"AV-12", "ten minutes", [](Office& o) { fed_rack(o, watts(100), VoltAmperes(3'000), 10); }, 1,
             "autonomy of UPS UPS1 is 10 min"},
            {"DES-10", "120 kg in a cabinet for 100",
             [](Office& o) {
                 const Fed fed = fed_rack(o, watts(100), VoltAmperes(3'000));
                 o.change(o.design.find(fed.device)->type, [](EquipmentType& type) { type.weight = Grams(120'000); });
             },
             1, "weighs 120 kg, limit 100 kg"},
            {"DES-10", "3001 W in a cabinet for 3000", [](Office& o) { fed_rack(o, watts(3'001), VoltAmperes(9'000)); },
             1, "draws 3001 W, limit 3000 W"},
            {"DES-11", "3.7 kW on two breakers of 16 A, each of which may be left alone",
             [](Office& o) { fed_rack(o, watts(3'681), VoltAmperes(9'000)); }, 2, "3681 W, 3680 VA may be used"},
            {"DES-12", "both strips on one circuit",
             [](Office& o) {
                 const Fed fed = fed_rack(o, watts(100), VoltAmperes(3'000));
                 ask_for_two(o);
                 o.change(fed.strips[1], [&](Pdu& strip) { strip.circuit = fed.circuits[1]; });
                 o.change(fed.strips[0], [&](Pdu& strip) { strip.circuit = fed.circuits[1]; });
             },
             1, "hang on Circuit WB"},
            {"DES-12", "two circuits of one UPS that stands alone",
             [](Office& o) {
                 const Fed fed = fed_rack(o, watts(100), VoltAmperes(3'000));
                 ask_for_two(o);
                 o.change(fed.circuits[1], [&](Circuit& circuit) { circuit.fed_by = fed.ups; });
             },
             1, "UPS1; the brief asks for"},
            {"GND-04", "a cabinet and no bar", [](Office& o) { fed_rack(o, watts(100), VoltAmperes(3'000)); }, 1,
             "has no earth bar"},
            {"GND-04", "a bar that leads nowhere",
             [](Office& o) {
                 const Fed fed = fed_rack(o, watts(100), VoltAmperes(3'000));
                 add_bond(o, fed.rack, add_bar(o, o.space));
             },
             1, "bonded to no other"},
        },
        {
            {"AV-12", "just enough", [](Office& o) { fed_rack(o, watts(2'000), VoltAmperes(2'778), 15); }},
            {"AV-12", "no capacity stated", [](Office& o) { fed_rack(o, watts(2'000), {}); }, RuleOutcome::needs_input},
            {"AV-12", "no UPS", [](Office&) {}, RuleOutcome::not_applicable},
            {"DES-10", "as much as it bears", [](Office& o) { fed_rack(o, watts(3'000), VoltAmperes(9'000)); }},
            {"DES-10", "no limits stated",
             [](Office& o) {
                 const Fed fed = fed_rack(o, watts(9'000), VoltAmperes(99'000));
                 o.change(fed.rack, [](Rack& rack) {
                     rack.load_limit = {};
                     rack.power_limit = {};
                 });
             },
             RuleOutcome::not_applicable},
            {"DES-11", "as much as they carry", [](Office& o) { fed_rack(o, watts(3'680), VoltAmperes(9'000)); }},
            {"DES-11", "nothing fed", [](Office&) {}, RuleOutcome::not_applicable},
            {"DES-12", "a UPS and the mains",
             [](Office& o) {
                 fed_rack(o, watts(100), VoltAmperes(3'000));
                 ask_for_two(o);
             }},
            {"DES-12", "two circuits of a UPS of N+1 blocks",
             [](Office& o) {
                 const Fed fed = fed_rack(o, watts(100), VoltAmperes(3'000));
                 ask_for_two(o);
                 o.change(fed.circuits[1], [&](Circuit& circuit) { circuit.fed_by = fed.ups; });
                 o.change(fed.ups, [](Ups& ups) { ups.topology = UpsTopology::parallel_n_plus_1; });
             }},
            {"DES-12", "nobody asked for two",
             [](Office& o) {
                 const Fed fed = fed_rack(o, watts(100), VoltAmperes(3'000));
                 o.change(fed.strips[0], [&](Pdu& strip) { strip.circuit = fed.circuits[1]; });
             },
             RuleOutcome::not_applicable},
            {"GND-04", "a bar bonded to the main one",
             [](Office& o) {
                 fed_rack(o, watts(100), VoltAmperes(3'000));
                 add_bond(o, add_bar(o, o.space), add_bar(o, std::nullopt));
             }},
            {"GND-04", "no cabinet", [](Office&) {}, RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
