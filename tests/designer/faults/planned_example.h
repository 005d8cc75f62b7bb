// SPDX-License-Identifier: GPL-3.0-or-later
// The example as the command line plans it, once a program, with what is asked of it before anything is spoilt; and a
// copy to spoil.
#pragma once

#include "designer/verify/certificate.h"
#include "model/base/id.h"
#include "solvers/checks/run_checks.h"

#include <functional>
#include <set>

namespace riser::test {

struct PlannedExample {
    Design design;
    Facts facts;
    std::set<std::pair<std::string, std::vector<AnyId>>> findings; // rule, subjects
    std::string certificate;
};
const PlannedExample& planned_example();

// Every rule of the deck but those of the air, which look at each spot of each room.
CheckReport checked(const Facts& facts);

// One copy, and its rows by what people call them. What is not there fails the test.
class Spoilt {
  public:
    Spoilt() : design(planned_example().design) {}

    Design design;

    PlaneId plane(std::string_view code) const;
    ZoneId zone(std::string_view code) const;
    VlanId vlan(std::string_view name) const;
    EquipmentId device(std::string_view label) const;
    ServiceId service(std::string_view code) const;
    AclId rules_of(std::string_view device) const; // its rule base
    // The first by id.
    CableId horizontal(PlaneId plane) const;
    PortId access_port(VlanId vlan) const; // with a jack
    std::vector<PortId> ports_of(EquipmentId device) const;
    PolicyId policy(std::string_view from, std::string_view to) const;

    template<class Row> Id<Row> add(Row row) {
        row.id = ids_.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    }
    template<class Row, class Change> void change(Id<Row> id, Change change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(std::move(row));
    }
    // A new port of the device.
    PortId new_port(EquipmentId device, PortMode mode = PortMode::access, std::optional<VlanId> vlan = {});
    CableId cord(PlaneId plane, PortId from, PortId to);

  private:
    IdSource ids_{20'261'127};
};

// One change that is wrong. `seed` gives what a finding of the rule must name; `consequences` are rules that may have
// new findings besides; `claim` is part of the claim that falls.
struct Fault {
    const char* what;
    std::function<std::vector<AnyId>(Spoilt&)> seed;
    const char* rule;
    std::vector<std::string> consequences;
    const char* claim;
};
std::vector<Fault> physical_faults();
std::vector<Fault> address_faults();
std::vector<Fault> boundary_faults();
std::vector<Fault> publishing_faults();

} // namespace riser::test
