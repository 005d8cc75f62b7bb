// SPDX-License-Identifier: GPL-3.0-or-later
// Which planes devices, cables, jacks and panel positions carry: those that they state, and where they state none,
// those of all that they are joined to. Used by plane_uses.cpp alone.
#pragma once

#include "solvers/proof/plane_uses.h"

#include <algorithm>
#include <unordered_map>

namespace riser::detail {

using Planes = std::vector<PlaneId>; // sorted, each once

inline void add(Planes& planes, PlaneId plane) {
    const auto at = std::lower_bound(planes.begin(), planes.end(), plane);
    if (plane && (at == planes.end() || *at != plane))
        planes.insert(at, plane);
}
inline void add(Planes& planes, std::optional<PlaneId> plane) { add(planes, plane.value_or(PlaneId{})); }
inline void add(Planes& planes, const Planes& others) {
    for (const PlaneId plane : others)
        add(planes, plane);
}

struct ObjectHash {
    std::size_t operator()(const UsedObject& o) const {
        return std::hash<std::uint64_t>{}((o.row.value * 1'048'573 + static_cast<std::uint64_t>(o.part)) * 16 +
                                          static_cast<std::uint64_t>(o.kind));
    }
};

// What conducts, what each states, and what is joined to what.
class Conductors {
  public:
    std::size_t node(const UsedObject& object) {
        const auto [at, fresh] = index_.emplace(object, objects_.size());
        if (fresh) {
            objects_.push_back(object);
            stated_.emplace_back();
            joined_.emplace_back();
        }
        return at->second;
    }
    void state(const UsedObject& object, std::optional<PlaneId> plane) { add(stated_[node(object)], plane); }
    void join(const UsedObject& a, const UsedObject& b) {
        const std::size_t x = node(a);
        const std::size_t y = node(b);
        joined_[x].push_back(y);
        joined_[y].push_back(x);
    }
    // What states no plane carries those of all that it is joined to, over others that state none.
    void carry() {
        carried_ = stated_;
        std::vector<bool> seen(objects_.size());
        for (std::size_t first = 0; first < objects_.size(); ++first) {
            if (seen[first] || !stated_[first].empty())
                continue;
            std::vector<std::size_t> silent{first};
            Planes planes;
            seen[first] = true;
            for (std::size_t n = 0; n < silent.size(); ++n)
                for (const std::size_t next : joined_[silent[n]]) {
                    add(planes, stated_[next]);
                    if (stated_[next].empty() && !seen[next]) {
                        seen[next] = true;
                        silent.push_back(next);
                    }
                }
            for (const std::size_t n : silent)
                carried_[n] = planes;
        }
    }
    const Planes* carried(const UsedObject& object) const {
        const auto at = index_.find(object);
        return at == index_.end() ? nullptr : &carried_[at->second];
    }
    // visit(object, planes that use it): those it carries and those of its neighbours.
    template<class Visit> void for_each_use(Visit visit) const {
        for (std::size_t n = 0; n < objects_.size(); ++n) {
            Planes planes = carried_[n];
            for (const std::size_t next : joined_[n])
                add(planes, carried_[next]);
            visit(objects_[n], planes);
        }
    }

  private:
    std::unordered_map<UsedObject, std::size_t, ObjectHash> index_;
    std::vector<UsedObject> objects_;
    std::vector<Planes> stated_;
    std::vector<Planes> carried_;
    std::vector<std::vector<std::size_t>> joined_;
};

} // namespace riser::detail
