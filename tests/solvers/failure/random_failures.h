// SPDX-License-Identifier: GPL-3.0-or-later
// Random networks that stand in rooms and racks, hang on supplies, strips, circuits, UPS and transfer switches, and run
// through trays, shafts and fire compartments; some with common causes. And what is down when elements of them are
// lost, read from the rows one by one.
#pragma once

#include "solvers/failure/failure_model.h"
#include "solvers/forwarding/network_rows.h"
#include "tests/solvers/forwarding/random_forwarding.h"

#include <map>
#include <set>

namespace riser::test {

struct RandomFailures : RandomForwarding {
    explicit RandomFailures(std::uint64_t seed);

    std::vector<SpaceId> spaces;
    std::vector<RackId> racks;
    std::vector<PathwayRunId> runs;
    std::vector<PduId> strips;

    // Roles of switches and rates of ports, of which there are none before.
    void give_tiers();

    template<class Row> Id<Row> put(Row row) {
        row.id = {next++};
        design.table<Row>().put(row);
        return row.id;
    }
    template<class Row> void change(Id<Row> id, auto change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(row);
    }

  private:
    void add_rooms();
    void add_pathways();
    void add_power();
    void place_devices();
    void lay_cables();
    void add_causes();
    void add_services();
};

// Down by the sentences of the room's README, one row at a time.
class RowsOutage {
  public:
    // `dark` are sources, and for how long.
    RowsOutage(const Design& design, std::set<FailureElement> lost, std::map<AnyId, Seconds> dark = {});
    Down down(const FailureModel& model) const;               // in the model's indices
    std::vector<AnyId> failed(const NetworkRows& rows) const; // ports, cables, handoffs that do not stand
    bool stands(EquipmentId device) const;

  private:
    bool up(ElementKind kind, AnyId row, std::int32_t unit = 0) const;
    bool taken(AnyId row) const;
    bool space(std::optional<SpaceId> id) const;
    bool rack(RackId id) const;
    bool place(AnyId item, std::optional<SpaceId> otherwise) const;
    bool feed(AnyId id, Seconds held = {}) const; // to what batteries on the way keep going so long
    bool cable(CableId id) const;
    bool run(PathwayRunId id) const;
    bool port(const Port& row) const;
    bool handoff(const ProviderHandoff& row) const;
    template<class Row> const Row* there(Id<Row> id) const {
        const Row* row = design_.find(id);
        return row && row->status != Status::remove ? row : nullptr;
    }
    bool secret(std::optional<PlaneId> plane) const {
        const Plane* row = design_.find(plane);
        return row && row->disclosure == Disclosure::secret;
    }

    const Design& design_;
    std::set<FailureElement> lost_;
    std::map<AnyId, Seconds> dark_;
    std::set<AnyId> taken_; // by causes
};

} // namespace riser::test
