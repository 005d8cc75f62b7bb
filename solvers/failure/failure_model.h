// SPDX-License-Identifier: GPL-3.0-or-later
// What may fail in a design and what each thing needs to stand: devices their supplies and feeds, racks and rooms,
// links all that their cables cross. By the semantics in this room's README. Rows of secret planes and rows to be
// removed are not in it. Equal models say the same of every failure.
#pragma once

#include "model/equipment.h"
#include "model/power.h"
#include "solvers/base/facts.h"
#include "solvers/graph/resilience/needs.h"

namespace riser {

enum class ElementKind : std::uint8_t {
    device,
    card,
    supply,
    port,
    cable,
    panel,
    pathway, // a run
    shaft,   // by one of its runs, as RiskGroup shows it
    rack,
    room,
    compartment, // of fire
    strip,
    circuit,
    transfer_switch,
    ups,
    source,
    entrance, // a space by which providers come in
    handoff,
    cause, // CommonCause: takes all its members
};

struct FailureElement {
    ElementKind kind = ElementKind::device;
    AnyId row;
    std::int32_t unit = 0; // 1, 2: any two blocks of a UPS that can lose one
    auto operator<=>(const FailureElement&) const = default;
};

struct FailingDevice {
    EquipmentId id;
    NeedIndex need{};
    bool operator==(const FailingDevice&) const = default;
};
// Ports, cables and LAGs included.
struct FailingLink {
    PortId a; // a < b
    PortId b;
    NeedIndex need{};
    bool operator==(const FailingLink&) const = default;
};
struct FailingJack {
    JackId id;
    PortId port;
    NeedIndex need{};
    bool operator==(const FailingJack&) const = default;
};
struct FailingHandoff {
    ProviderHandoffId id;
    PortId port;
    NeedIndex need{};
    bool operator==(const FailingHandoff&) const = default;
};

struct FailureModel {
    std::vector<FailureElement> elements; // that something needs; sorted
    NeedTable needs;
    std::vector<FailingDevice> devices; // forwarding or not; by id
    std::vector<FailingLink> links;     // that live when nothing fails; by ports
    std::vector<FailingJack> jacks;     // by id
    std::vector<FailingHandoff> handoffs;

    // O(log n). Nothing: no such element, or nothing needs it.
    std::optional<ElementIndex> find(ElementKind kind, AnyId row, std::int32_t unit = 0) const;
    // Each kind of element that stands for the row: a run that shows its shaft is two.
    std::vector<ElementIndex> elements_of(AnyId row) const;
    const FailureElement& operator[](ElementIndex element) const { return elements[at(element)]; }
    const FailingDevice* device(EquipmentId id) const;
    const FailingLink* link(PortId a, PortId b) const; // in either order
    const FailingJack* jack(JackId id) const;
    const FailingHandoff* handoff(ProviderHandoffId id) const;

    bool operator==(const FailureModel&) const = default;
    // O(rows log rows + steps of cables' routes).
    static FailureModel compute(FactInput& input);
};

// Indices into the model's lists, ascending.
struct Down {
    std::vector<std::uint32_t> devices, links, jacks, handoffs;
    bool operator==(const Down&) const = default;
};

// What is down when elements are, asked over and over; each time in time of what falls. One thread at a time.
class Outages {
  public:
    explicit Outages(const FailureModel& model); // must outlive it
    const Down& of(std::span<const ElementIndex> lost) { return down(loss_.of(lost)); }
    // What is down beyond that when these are lost too; asked over and over, each time beyond the last `of`.
    const Down& more(std::span<const ElementIndex> lost) { return down(loss_.more(lost)); }
    // Of the last question: the answer, whether a need falls, and those that it told of.
    const Down& down() const { return down_; }
    bool falls(NeedIndex need) const { return loss_.falls(need); }
    std::span<const NeedIndex> fallen() const { return fallen_; }
    bool never_stands(NeedIndex need) const { return loss_.never_stands(need); }

  private:
    const Down& down(std::span<const NeedIndex> fallen);
    enum class Of : std::uint8_t { device, link, jack, handoff };
    struct Subject {
        Of of = Of::device;
        std::uint32_t index = 0;
    };
    NeedLoss loss_;
    std::vector<std::uint32_t> first_; // by need, into subjects_
    std::vector<Subject> subjects_;
    Down down_;
    std::span<const NeedIndex> fallen_;
};

} // namespace riser
