// SPDX-License-Identifier: GPL-3.0-or-later
// Elements and the needs of rows, made as they are asked for: the steps by which a FailureModel is computed. Places
// and cables stand in one source, power in another, links with their LAGs in a third.
#pragma once

#include "model/building.h"
#include "model/cabling.h"
#include "solvers/failure/failure_model.h"
#include "solvers/failure/failure_rows.h"

#include <map>
#include <span>
#include <unordered_map>

namespace riser {

class PathwayGraph;
class RiskGroups;
struct CableEnds;
struct NetworkRows;

// What jacks are said to need: all that they do, or the device they are patched to and no more.
enum class JackNeeds : std::uint8_t { own, device };

// The model of those rows, which name devices of the design; all else of these is read from it. `outlasted` as in
// HeldFailures; 0 alone: that a UPS has minutes is not asked.
FailureModel failure_model(FactInput& input, const NetworkRows& rows, JackNeeds jacks,
                           std::span<const Seconds> outlasted);

// What a common cause takes: its members, stacks also as their devices, spaces as their rooms, causes as what they take
// in turn.
std::vector<AnyId> rows_taken(FactInput& input, const CommonCause& cause);

// Elements in the order in which they are first named, with the common causes that take each.
class ElementList {
  public:
    explicit ElementList(FactInput& input);
    // The element and its causes, all of which must stand.
    void name(NeedParts& parts, ElementKind kind, AnyId row, std::int32_t unit = 0);
    // Only the causes.
    void name_causes(NeedParts& parts, AnyId row);
    std::span<const FailureElement> all() const { return list_; }

  private:
    ElementIndex index_of(const FailureElement& element);
    void add_cause(FactInput& input, const CommonCause& cause);

    struct Hash {
        std::size_t operator()(const FailureElement& element) const {
            const std::size_t kind =
                static_cast<std::size_t>(element.kind) * 4 + static_cast<std::size_t>(element.unit);
            return (std::hash<std::uint64_t>{}(element.row.value) ^ kind) * 1099511628211U;
        }
    };
    std::vector<FailureElement> list_;
    std::unordered_map<FailureElement, ElementIndex, Hash> known_;
    std::map<AnyId, std::vector<CommonCauseId>> causes_; // of rows
};

// Rooms with the fire compartments around them, racks, panels, runs and cables.
class PlaceNeeds {
  public:
    PlaceNeeds(FactInput& input, ElementList& elements, NeedBuilder& needs);
    // Nothing where nothing is known, or it is not there.
    std::optional<NeedIndex> space(SpaceId id);
    std::optional<NeedIndex> stand(AnyId item, std::optional<SpaceId> otherwise); // its rack, else that space
    std::optional<NeedIndex> rack(RackId id);
    std::optional<NeedIndex> cable(CableId id);
    bool secret(std::optional<PlaneId> plane) const;

  private:
    NeedIndex panel(PanelId id, const StandingPlace& row);
    NeedIndex run(PathwayRunId id);
    NeedIndex way(const std::vector<PathwayRunId>& route);

    ElementList& elements_;
    NeedBuilder& needs_;
    std::vector<PlaneId> secret_; // planes, by id
    const RackContents& racks_;
    const Table<SpacePlace>& rooms_;
    const Table<CableRuns>& routes_;
    const Table<RunPlane>& planes_;
    const CableEnds& ends_;
    const PathwayGraph& graph_;
    const RiskGroups& risks_;
    std::map<CableId, std::vector<PanelId>> closures_;
    std::unordered_map<SpaceId, std::optional<NeedIndex>> spaces_;
    std::unordered_map<CableId, std::optional<NeedIndex>> cables_;
    std::unordered_map<PathwayRunId, NeedIndex> runs_;
    std::map<std::vector<PathwayRunId>, NeedIndex> ways_;
    std::unordered_map<PanelId, NeedIndex> panels_;
};

// Strips, circuits, UPS, transfer switches and sources. A ring of feeds is cut where following it comes back to where
// it is being followed.
class PowerNeeds {
  public:
    PowerNeeds(FactInput& input, ElementList& elements, NeedBuilder& needs, PlaceNeeds& places,
               std::span<const Seconds> outlasted)
        : input_(input), elements_(elements), needs_(needs), places_(places), outlasted_(outlasted) {}
    // Nothing when it is not there.
    std::optional<NeedIndex> feed(AnyId id);

  private:
    // A feed for what the batteries on the way there hold so long: the longest of them, not their sum.
    using Held = std::pair<AnyId, Seconds>;
    std::vector<Held> before(Held feed);
    bool there(AnyId id);
    NeedIndex settle(Held feed, std::span<const NeedIndex> before);

    FactInput& input_;
    ElementList& elements_;
    NeedBuilder& needs_;
    PlaceNeeds& places_;
    std::span<const Seconds> outlasted_;
    std::map<Held, std::optional<NeedIndex>> known_; // nothing while it is being followed
};

} // namespace riser
