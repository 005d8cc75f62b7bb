// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/apart.h"

#include "designer/verify/uses.h"

#include <algorithm>

namespace riser::verify {

namespace {

constexpr std::string_view conducting[] = {"device", "cable", "jack", "position"};
constexpr std::string_view fatal_to_all[] = {"device", "cable", "jack", "position", "faceplate", "compartment"};
constexpr std::string_view fatal_to_secret[] = {"panel", "rack", "run", "reserved"};

struct Pair {
    PlaneOrNone a;
    PlaneOrNone b; // 0: what belongs to no plane
    auto operator<=>(const Pair&) const = default;
};

// What must be claimed, and whether with the strictness of a secret plane.
std::map<Pair, bool> asked_of(const Design& design) {
    const auto secret = [&](PlaneId id) {
        const Plane* plane = design.find(id);
        return plane && plane->disclosure == Disclosure::secret;
    };
    std::map<Pair, bool> out;
    for (const Plane& plane : design.planes) {
        if (!secret(plane.id))
            continue;
        out[{plane.id, {}}] = true;
        for (const Plane& other : design.planes)
            if (other.id != plane.id)
                out[secret(other.id) ? Pair{std::min(plane.id, other.id), std::max(plane.id, other.id)}
                                     : Pair{plane.id, other.id}] = true;
    }
    for (const MustNotReach& row : design.must_not_reach) {
        if (row.a.kind != Kind::planes || row.b.kind != Kind::planes || row.a == row.b)
            continue;
        const PlaneId a{std::min(row.a, row.b).value};
        const PlaneId b{std::max(row.a, row.b).value};
        if (design.find(a) && design.find(b) && !secret(a) && !secret(b))
            out[{a, b}] = false;
    }
    return out;
}

class Checking {
  public:
    Checking(const Certificate& certificate, const Design& design)
        : certificate_(certificate), design_(design), uses_(uses_of(design)), asked_(asked_of(design)) {}

    Verdict check() && {
        lists();
        claims();
        return std::move(verdict_);
    }

  private:
    void refute(Ground ground, Text claim, Text fact, std::optional<Place> place = {}) {
        if (!verdict_.refutation)
            verdict_.refutation = Refutation{ground, std::move(claim), std::move(fact), place};
    }
    Text name(PlaneOrNone plane) const {
        return plane ? called(design_, plane) : Text{"未定网络的对象", "what belongs to no plane"};
    }
    Text claim_of(const Pair& pair) const {
        const Text a = name(pair.a);
        const Text b = name(pair.b);
        return {a.zh + "与" + b.zh + "物理分开", a.en + " and " + b.en + " are physically apart"};
    }
    Text list_of(PlaneOrNone plane, const std::string& kind) const {
        const Text of = name(plane);
        return {of.zh + " 所用对象：" + kind, "objects that " + of.en + " uses: " + kind};
    }
    bool secret(PlaneOrNone plane) const {
        const Plane* row = design_.find(plane);
        return row && row->disclosure == Disclosure::secret;
    }

    void lists() {
        std::set<PlaneOrNone> listed;
        for (const ListedUse& use : certificate_.uses) {
            const PlaneOrNone plane = use.plane.value_or(PlaneOrNone{});
            const auto known = uses_.find(plane);
            if (known == uses_.end() || !listed.insert(plane).second)
                return refute(Ground::unknown_list, name(plane),
                              {"没有此网络，或列了两次", "there is no such plane, or it is listed twice"}, use.place);
            lists_of(use, plane, known->second);
        }
        for (const auto& [plane, kinds] : uses_)
            if (!listed.contains(plane) && !may_be_withheld(plane))
                refute(Ground::missing_list, name(plane), {"没有列出它所用的对象", "what it uses is not listed"},
                       certificate_.place);
    }
    // A secret plane; and what belongs to none while every claim about that is withheld, for it is told for their sake.
    bool may_be_withheld(PlaneOrNone plane) const {
        if (plane)
            return secret(plane);
        return std::none_of(certificate_.apart.begin(), certificate_.apart.end(),
                            [](const ListedApart& claim) { return !claim.b; });
    }
    void lists_of(const ListedUse& use, PlaneOrNone plane, const UseOfPlane& known) {
        std::set<std::string> listed;
        for (const ObjectList& list : use.lists) {
            const auto of_kind = known.find(list.kind);
            if (of_kind == known.end() || !listed.insert(list.kind).second)
                return refute(Ground::unknown_list, list_of(plane, list.kind),
                              {"没有此类对象，或列了两次", "there are none of this kind, or they are listed twice"},
                              list.place);
            compare(list, plane, of_kind->second);
        }
        for (const auto& [kind, objects] : known)
            if (!listed.contains(kind))
                refute(Ground::missing_list, list_of(plane, kind), {"没有列出", "not listed"}, use.place);
    }
    void compare(const ObjectList& list, PlaneOrNone plane, const std::set<Object>& known) {
        const bool parts = has_part(list.kind);
        const Object* last = nullptr;
        std::set<Object> listed;
        for (const ListedObject& entry : list.objects) {
            const Text what = same_text(to_string(entry.object, parts));
            ++verdict_.facts;
            if (last && !(*last < entry.object))
                return refute(Ground::unsorted, list_of(plane, list.kind),
                              {"次序不对：" + what.zh, "out of order: " + what.en}, entry.place);
            last = &entry.object;
            if (!known.contains(entry.object))
                return refute(
                    Ground::not_used, list_of(plane, list.kind),
                    {what.zh + " 不存在，或不属于此网络所用", what.en + " is not there, or this plane does not use it"},
                    entry.place);
            listed.insert(entry.object);
        }
        if (listed.size() + list.withheld == known.size())
            return;
        for (const Object& object : known)
            if (!listed.contains(object) && list.withheld == 0) {
                const Text what = called(design_, object.row);
                return refute(Ground::not_listed, list_of(plane, list.kind),
                              {"未列出 " + what.zh, "not listed: " + what.en}, list.place);
            }
        refute(Ground::wrongly_withheld, list_of(plane, list.kind),
               {"列出与保留之和不是全部", "listed and withheld do not make up all"}, list.place);
    }

    void claims() {
        std::set<Pair> listed;
        for (const ListedApart& claim : certificate_.apart) {
            const Pair pair{claim.a, claim.b.value_or(PlaneOrNone{})};
            const auto asked = asked_.find(pair);
            if (asked == asked_.end() || asked->second != claim.secret || !listed.insert(pair).second)
                return refute(
                    Ground::unknown_claim, claim_of(pair),
                    {"设计没有这样要求，或列了两次", "the design does not ask for this, or it is listed twice"},
                    claim.place);
            const bool held = holds(pair, claim.secret, claim.place);
            if (held != claim.holds)
                refute(Ground::says_otherwise, claim_of(pair), {"证书写的不是这样", "the certificate says otherwise"},
                       claim.place);
        }
        for (const auto& [pair, strict] : asked_) {
            if (listed.contains(pair))
                continue;
            ++verdict_.withheld;
            if (!secret(pair.a))
                refute(Ground::missing_claim, claim_of(pair), {"证书没有此项", "the certificate lacks it"},
                       certificate_.place);
            holds(pair, strict, certificate_.place);
        }
        verdict_.claims = asked_.size();
        if (verdict_.withheld != certificate_.withheld)
            refute(Ground::missing_claim, {"全部声明", "all claims"},
                   {"缺少的与注明保留的不一样多", "as many are missing as are not said to be withheld"},
                   certificate_.place);
    }

    bool holds(const Pair& pair, bool strict, Place place) {
        if (const std::optional<Text> both = shared(pair, strict)) {
            refute(Ground::shared, claim_of(pair), *both, place);
            return false;
        }
        if (const PlaneOrNone third = meeting_over(pair)) {
            const Text over = name(third);
            refute(Ground::meets, claim_of(pair), {"经 " + over.zh + " 相通", "they meet over " + over.en}, place);
            return false;
        }
        return true;
    }
    std::optional<Object> shared(PlaneOrNone a, PlaneOrNone b, std::string_view kind) const {
        const UseOfPlane& of_a = uses_.at(a);
        const UseOfPlane& of_b = uses_.at(b);
        const auto x = of_a.find(std::string(kind));
        const auto y = of_b.find(std::string(kind));
        if (x == of_a.end() || y == of_b.end())
            return std::nullopt;
        const auto& fewer = x->second.size() < y->second.size() ? x->second : y->second;
        const auto& more = x->second.size() < y->second.size() ? y->second : x->second;
        for (const Object& object : fewer)
            if (more.contains(object))
                return object;
        return std::nullopt;
    }
    std::optional<Text> shared(const Pair& pair, bool strict) const {
        const auto told = [&](std::string_view kind) -> std::optional<Text> {
            const std::optional<Object> object = shared(pair.a, pair.b, kind);
            if (!object)
                return std::nullopt;
            Text what = called(design_, object->row);
            if (has_part(kind)) {
                const bool position = kind == "position";
                const std::string number = std::to_string(object->part + (position ? 0 : 1));
                what = {what.zh + (position ? "的第 " + number + " 口" : "的第 " + number + " 格"),
                        (position ? "position " : "compartment ") + number + " of " + what.en};
            }
            return Text{"共用 " + what.zh, "both use " + what.en};
        };
        for (const std::string_view kind : fatal_to_all)
            if (auto found = told(kind))
                return found;
        if (strict)
            for (const std::string_view kind : fatal_to_secret)
                if (auto found = told(kind))
                    return found;
        return std::nullopt;
    }
    // A plane over which the two meet, each step in something that conducts; 0: they do not.
    PlaneOrNone meeting_over(const Pair& pair) const {
        if (!pair.b)
            return {};
        std::vector<PlaneId> reached{pair.a};
        for (std::size_t n = 0; n < reached.size(); ++n)
            for (const auto& [plane, kinds] : uses_) {
                if (!plane || std::find(reached.begin(), reached.end(), plane) != reached.end())
                    continue;
                const bool meet = std::any_of(std::begin(conducting), std::end(conducting), [&](std::string_view kind) {
                    return shared(reached[n], plane, kind).has_value();
                });
                if (meet && plane == pair.b)
                    return reached[n];
                if (meet)
                    reached.push_back(plane);
            }
        return {};
    }

    const Certificate& certificate_;
    const Design& design_;
    std::map<PlaneOrNone, UseOfPlane> uses_;
    std::map<Pair, bool> asked_;
    Verdict verdict_;
};

} // namespace

Verdict check_apart(const Certificate& certificate, const Design& design) {
    return Checking(certificate, design).check();
}

} // namespace riser::verify
