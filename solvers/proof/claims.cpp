// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/proof/claims.h"

#include "model/equipment.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/subjects.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

std::vector<UsedObject> shared_by(const PlaneUse& a, const PlaneUse& b) {
    std::vector<UsedObject> out;
    std::set_intersection(a.objects.begin(), a.objects.end(), b.objects.begin(), b.objects.end(),
                          std::back_inserter(out));
    return out;
}

// Which planes meet in something that conducts, with the first such thing.
class Meetings {
  public:
    explicit Meetings(const PlaneUses& uses) : uses_(uses) {}

    // The fewest steps from a to b over other planes; nothing when they never meet.
    std::vector<std::pair<PlaneId, UsedObject>> way(PlaneId a, PlaneId b) {
        std::map<PlaneId, std::pair<PlaneId, UsedObject>> from; // reached plane -> from where, over what
        std::vector<PlaneId> reached{a};
        for (std::size_t n = 0; n < reached.size() && !from.contains(b); ++n)
            for (const PlaneUse& use : uses_.planes) {
                if (!use.plane || *use.plane == a || from.contains(*use.plane))
                    continue;
                const UsedObject* met = meeting(reached[n], *use.plane);
                if (!met)
                    continue;
                from[*use.plane] = {reached[n], *met};
                reached.push_back(*use.plane);
            }
        std::vector<std::pair<PlaneId, UsedObject>> out;
        for (PlaneId at = b; at != a && from.contains(at); at = from[at].first)
            out.emplace_back(at, from[at].second);
        std::reverse(out.begin(), out.end());
        return out;
    }

  private:
    const UsedObject* meeting(PlaneId a, PlaneId b) {
        const auto [at, fresh] = known_.try_emplace({std::min(a, b), std::max(a, b)});
        if (fresh) {
            const std::vector<UsedObject> shared = shared_by(uses_.of(a), uses_.of(b));
            if (!shared.empty() && conducts(shared.front().kind)) // those come first
                at->second = shared.front();
        }
        return at->second ? &*at->second : nullptr;
    }
    const PlaneUses& uses_;
    std::map<std::pair<PlaneId, PlaneId>, std::optional<UsedObject>> known_;
};

SharedObject placed(FactInput& input, const UsedObject& object, std::optional<PlaneId> through) {
    const Spot spot = subject_spot(input, object.row);
    SharedObject out{.object = object, .through = through, .floor = spot.floor, .room = {}, .place = spot.place};
    if (const Space* space = input.find(space_of(input, object.row)))
        out.room = space->room;
    else if (object.row.kind == Kind::rooms)
        out.room = RoomId{object.row.value};
    else if (const Outlet* outlet =
                 object.kind == ObjectKind::faceplate ? input.find(OutletId{object.row.value}) : nullptr)
        out.room = outlet->room;
    return out;
}

ApartClaim claim_of(FactInput& input, std::optional<PlaneId> a, std::optional<PlaneId> b, Strictness strictness,
                    Meetings& meetings) {
    const PlaneUses& uses = input.get<PlaneUses>();
    ApartClaim claim{.a = a, .b = b, .strictness = strictness, .violations = {}, .notes = {}};
    for (const UsedObject& object : shared_by(uses.of(a), uses.of(b)))
        if (const Sharing how = sharing(strictness, object.kind); how != Sharing::free)
            (how == Sharing::fails ? claim.violations : claim.notes).push_back(placed(input, object, {}));
    if (b)
        if (const auto way = meetings.way(*a, *b); way.size() > 1)
            for (const auto& [plane, object] : way)
                claim.violations.push_back(placed(input, object, way.front().first));
    return claim;
}

Text sentence_of(FactInput& input, const ApartClaim& claim) {
    const Text a = subject_name(input, *claim.a);
    const Text b = claim.b ? subject_name(input, *claim.b) : Text{"未定网络的对象", "what belongs to no plane"};
    return fill(claim.holds() ? Text{"{a}与{b}物理分开", "{a} and {b} are physically apart"}
                              : Text{"{a}与{b}未物理分开", "{a} and {b} are not physically apart"},
                {{"a", a}, {"b", b}});
}

Text sentence_of(FactInput& input, const SharedObject& shared) {
    Text out = subject_name(input, shared.object.row);
    if (shared.object.kind == ObjectKind::position) {
        const std::string number = std::to_string(shared.object.part);
        out = {out.zh + " " + number + " 口", out.en + ", position " + number};
    } else if (shared.object.kind == ObjectKind::compartment) {
        const std::string number = std::to_string(shared.object.part + 1);
        out = {out.zh + "第 " + number + " 格", out.en + ", compartment " + number};
    }
    if (const Room* room = input.find(shared.room); room && shared.object.row != AnyId(room->id)) {
        const Text name = subject_name(input, room->id);
        out = {out.zh + "（" + name.zh + "）", out.en + " (" + name.en + ")"};
    }
    if (const Floor* floor = input.find(shared.floor); floor && !floor->label.empty())
        out = {out.zh + "，" + floor->label, out.en + ", " + floor->label};
    if (shared.through) {
        const Text third = subject_name(input, *shared.through);
        out = {out.zh + "：经" + third.zh + "相通", out.en + ": they meet over " + third.en};
    }
    return out;
}

} // namespace

std::string_view key_of(Strictness strictness) { return strictness == Strictness::secret ? "secret" : "forbidden"; }

Sharing sharing(Strictness strictness, ObjectKind kind) {
    switch (kind) {
    case ObjectKind::device:
    case ObjectKind::cable:
    case ObjectKind::jack:
    case ObjectKind::position:
    case ObjectKind::faceplate:
    case ObjectKind::compartment:
        return Sharing::fails;
    case ObjectKind::panel:
    case ObjectKind::rack:
    case ObjectKind::run:
    case ObjectKind::reserved:
        return strictness == Strictness::secret ? Sharing::fails : Sharing::free;
    case ObjectKind::space:
    case ObjectKind::room:
    case ObjectKind::supply:
        return strictness == Strictness::secret ? Sharing::noted : Sharing::free;
    }
    return Sharing::fails;
}

ApartClaims ApartClaims::compute(FactInput& input) {
    const PlaneSeparation& separation = input.get<PlaneSeparation>();
    Meetings meetings(input.get<PlaneUses>());
    ApartClaims out;
    for (const PlaneId secret : separation.secret) {
        out.claims.push_back(claim_of(input, secret, std::nullopt, Strictness::secret, meetings));
        for (const Plane& other : input.table<Plane>())
            if (other.id != secret && (!separation.is_secret(other.id) || secret < other.id))
                out.claims.push_back(claim_of(input, secret, other.id, Strictness::secret, meetings));
    }
    for (const auto& [a, b] : separation.forbidden)
        if (!separation.is_secret(a) && !separation.is_secret(b) && input.find(a) && input.find(b))
            out.claims.push_back(claim_of(input, a, b, Strictness::forbidden, meetings));
    std::sort(out.claims.begin(), out.claims.end(),
              [](const ApartClaim& x, const ApartClaim& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    return out;
}

Text scope_of_claims() {
    return {"无共用的建模对象；非电磁泄漏或保密测评",
            "no shared modelled object; not an emission or secrecy assessment"};
}

ApartSentences ApartSentences::compute(FactInput& input) {
    ApartSentences out;
    for (const ApartClaim& claim : input.get<ApartClaims>().claims) {
        ApartWords words{.claim = sentence_of(input, claim), .violations = {}, .notes = {}};
        for (const SharedObject& shared : claim.violations)
            words.violations.push_back(sentence_of(input, shared));
        for (const SharedObject& shared : claim.notes)
            words.notes.push_back(sentence_of(input, shared));
        out.claims.push_back(std::move(words));
    }
    return out;
}

} // namespace riser
