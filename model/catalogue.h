// SPDX-License-Identifier: GPL-3.0-or-later
// Types that designs are made of, as data: kinds of point, cables, pathways, equipment, and the bill's items.
#pragma once

#include "model/base/network.h"
#include "model/base/row.h"
#include "model/cabling.h"
#include "model/kinds.h"
#include "model/pathways.h"

namespace riser {

enum class Medium { copper, fibre, coaxial };

// Data, voice, AP, TV, camera, … Fire alarm is never on these networks.
struct PointKind : RowBase {
    PointKindId id;
    std::string code; // "TD", "TP", "AP"
    Text name;
    Medium medium = Medium::copper;
    Milliwatts poe;        // of the powered device; 0: none
    bool wireless = false; // forbidden in restricted areas …
    bool camera = false;
    bool microphone = false;
    std::optional<BillItemId> bill_item; // of one jack's module
    bool operator==(const PointKind&) const = default;
};

enum class ReactionToFire { unclassified, b1, b2, b3 };
enum class ElementUnit { pair, core };

struct CableType : RowBase {
    CableTypeId id;
    std::string code;
    Text name;
    Category category = Category::cat6a;
    Screen screen = Screen::utp;
    ElementUnit element = ElementUnit::pair;
    std::int32_t elements = 4;
    Millimetres package_length;      // box or drum; 0: cut to length
    std::int32_t diameter_um = 7000; // outer, micrometres
    std::int32_t awg = 0;            // American wire gauge of the conductors; 0: not stated
    Millimetres bend_radius;
    ReactionToFire fire = ReactionToFire::unclassified;
    std::optional<BillItemId> bill_item;
    bool operator==(const CableType&) const = default;
};

struct PathwayType : RowBase {
    PathwayTypeId id;
    std::string code; // "MR300x100", "SC50"
    Text name;
    PathwayKind kind = PathwayKind::tray;
    Millimetres width;
    Millimetres height;
    std::string material;
    std::optional<BillItemId> bill_item;
    bool operator==(const PathwayType&) const = default;
};

enum class EquipmentRole {
    access_switch,
    distribution_switch,
    core_switch,
    router,
    firewall,
    ips,
    av_gateway,
    waf,
    isolation_gateway,
    behaviour_audit,
    bastion,
    log_audit,
    nac,
    wireless_controller,
    access_point,
    server,
    storage,
    camera,
    recorder,
    management_station,
    probe,
    collector,
    telephone_system,
    optical_terminal,
    other,
};
enum class Criticality { ordinary, network_critical, security_product };

// A row of identical ports of a type: "48 x 1 Gbit/s copper, PoE class 4".
struct PortGroup {
    std::string prefix; // "GE1/0/"
    std::int32_t count = 0;
    BitRate rate;
    Medium medium = Medium::copper;
    std::int32_t poe_class = 0;
    bool uplink = false;
    bool operator==(const PortGroup&) const = default;
};

struct EquipmentType : RowBase {
    EquipmentTypeId id;
    std::string code;
    Text name;
    std::string manufacturer;
    std::string model;
    EquipmentRole role = EquipmentRole::other;
    std::vector<PortGroup> ports;
    Milliwatts poe_budget;
    Milliwatts power;
    Milliwatts heat;
    std::int32_t rack_units = 1;
    Grams weight;
    Hours mtbf;
    std::int32_t power_supplies = 1;
    std::string listing; // procurement listing 信创
    Criticality criticality = Criticality::ordinary;
    std::string certificate; // number
    std::optional<Date> certificate_expires;
    std::string evidence;
    std::optional<BillItemId> bill_item;
    bool operator==(const EquipmentType&) const = default;
};

// A line of the bill: code and unit of the list in force, the item's features 项目特征, quota, price.
struct BillItem : RowBase {
    BillItemId id;
    std::string code; // "030502005"
    std::string edition;
    Text name;
    Text features;
    std::string unit; // "m", "个", "台"
    std::string quota_code;
    BasisPoints loss;         // consumption = net x (1 + loss)
    std::int32_t package = 1; // what it is bought in, units a package
    std::string package_unit; // "box", "drum"; empty: single
    Money price;              // per unit, without tax
    Supplier supplier = Supplier::contractor;
    // What it bills when no type names it: "faceplate", "faceplate:wall", "rack", "panel:copper", "test:link",
    // "test:core", "fire-stopping", … (the keys of the bill's lines, or the part before the colon).
    std::string measures;
    bool operator==(const BillItem&) const = default;
};

std::span<const struct Choice> choices(Medium);
std::span<const struct Choice> choices(ReactionToFire);
std::span<const struct Choice> choices(ElementUnit);
std::span<const struct Choice> choices(EquipmentRole);
std::span<const struct Choice> choices(Criticality);

} // namespace riser
