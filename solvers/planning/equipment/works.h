// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the equipment planner share while they work: the design as it becomes, its rows found again by key,
// devices with their ports before they are written, and what of it people have settled.
#pragma once

#include "solvers/planning/cable_types.h"
#include "solvers/planning/equipment/demand.h"
#include "solvers/planning/equipment/switch_mix.h"
#include "solvers/planning/labels.h"
#include "solvers/planning/rows.h"

#include <memory>
#include <set>
#include <unordered_map>

namespace riser {

struct PortDraft {
    Port row;
    bool mine = false; // made by this planner
    bool used = false; // by a cord, ours or a person's
};

struct Device {
    EquipmentId id;
    const EquipmentType* type = nullptr;
    std::vector<PortDraft> ports = {}; // by card, position
    PortCounts quota = {};             // jacks it takes, by PoE class, growth included
};

struct StackOfDevices {
    std::string key;
    std::vector<std::size_t> members; // of devices
};

struct ServiceNeeds; // of `service_choice`

// One network in one space.
struct PlaneWorks {
    SpaceId space;
    PlaneKey plane;
    std::string key; // "sp-…|pl-…": what the keys of its rows begin with
    PlaneNeed need;
    std::vector<PanelId> copper; // those a person drew first, then ours, in patching order
    std::vector<PanelId> fibre;
    std::vector<PanelId> blocks;
    std::vector<std::size_t> access;      // devices, in patching order
    std::vector<StackOfDevices> stacks;   // of access switches
    std::vector<std::size_t> aggregation; // distribution
    std::vector<std::size_t> core;
    std::shared_ptr<const ServiceNeeds> services; // where the network's core stands, and it needs any
    std::vector<std::size_t> hosts;               // security devices, servers and their like
};

// What a cord sits on.
struct CordEnd {
    AnyId on;
    std::int32_t position = 1;
};

struct EquipmentWorks {
    EquipmentWorks(const Design& design, const EquipmentOptions& given);
    EquipmentWorks(const EquipmentWorks&) = delete;
    EquipmentWorks& operator=(const EquipmentWorks&) = delete;

    const EquipmentOptions& options;
    Design after;
    PlanesApart apart;
    CableTypes cable_types;
    ReasonList reasons;

    PlannedRows<Panel> panels;
    PlannedRows<Rack> racks;
    PlannedRows<RackItem> items;
    PlannedRows<Equipment> equipment;
    PlannedRows<Port> ports;
    PlannedRows<Card> cards; // transceivers
    PlannedRows<PowerSupply> supplies;
    PlannedRows<Lag> lags;
    PlannedRows<Stack> stacks;
    PlannedRows<Pdu> pdus;
    PlannedRows<Cable> cords;
    PlannedRows<Termination> ends;
    PlannedRows<Termination> horizontal_ends; // by the keys of the planner of cables
    LabelMaker rack_labels;
    LabelMaker panel_labels;
    LabelMaker device_labels;
    LabelMaker pdu_labels;
    LabelMaker cord_labels; // of the cord's wish: a cord is named by what it patches

    std::vector<SpaceNeed> needs;
    std::map<std::pair<SpaceId, PlaneKey>, PlaneWorks> planes;
    std::vector<Device> devices;
    std::unordered_map<CableId, CordEnd> panel_ends; // where cables start, once they are ended
    std::map<EquipmentId, RackId> rack_of;
    std::map<RackId, std::vector<PduId>> pdus_of;
    std::int32_t unpatched = 0; // jacks
    std::int32_t links = 0;     // upwards
    Milliwatts poe;             // promised

    std::int32_t grown(std::int32_t count) const { return riser::grown(after, options, count); }
    std::string next_label(LabelMaker& maker, SpaceId space, const PlaneKey& plane, std::string_view letter) const;

    // Puts a cord of two elements or four, or keeps the one that a person took over.
    void cord(const std::string& key, const std::string& label, const PlaneKey& plane, const CableType* type, CordEnd a,
              CordEnd b);
    // A person took over the cord of that key, or an end of it.
    bool is_fixed(const std::string& cord_key) const;
    // Where an end of such a cord sits.
    std::optional<CordEnd> fixed_end(const std::string& cord_key, CableEnd end) const;
    // A cord that is not ours to move sits there; on a port, whatever the position.
    bool is_held(CordEnd end) const;

    // A device of the plane's space with its ports, as it stands, or as its type has them; its index in `devices`.
    std::size_t add_device(Device device);
    // Writes ports and supplies of the devices that are ours.
    void write_devices();

  private:
    void note_held();
    void draft_ports(Device& device);
    std::set<std::pair<AnyId, std::int32_t>> held_;
    std::map<EquipmentId, std::vector<Port>> standing_ports_;
};

// Rows of ours with keys "prefix|1", "prefix|2", … whose number or kind a person has decided: taken over, built, or
// with `field` pinned. By number.
template<class Row>
std::map<std::int32_t, Id<Row>> settled_rows(const Table<Row>& table, const PlannedRows<Row>& rows,
                                             std::string_view prefix, std::string_view field);

// Minor units for one; nothing when the catalogue has no price.
std::optional<std::int64_t> price_of(const Design& design, const EquipmentType& type);

} // namespace riser

#include "model/fields/field.h"

#include <charconv>

template<class Row>
std::map<std::int32_t, riser::Id<Row>> riser::settled_rows(const Table<Row>& table, const PlannedRows<Row>& rows,
                                                           std::string_view prefix, std::string_view field) {
    std::map<std::int32_t, Id<Row>> out;
    const std::vector<Field>& fields = record_of<Row>().fields;
    std::uint64_t pin = 0;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].key == field)
            pin = std::uint64_t{1} << i;
    for (const Row& row : table) {
        const std::string_view key = row.origin.key;
        if (!rows.was_mine(row) || !key.starts_with(prefix) || key.size() < prefix.size() + 2 ||
            key[prefix.size()] != '|' || (!PlannedRows<Row>::is_settled(row) && !(row.pins.mask & pin)))
            continue;
        std::int32_t number = 0;
        const char* end = key.data() + key.size();
        if (const auto [at, error] = std::from_chars(key.data() + prefix.size() + 1, end, number);
            error == std::errc() && at == end)
            out.emplace(number, row.id);
    }
    return out;
}
