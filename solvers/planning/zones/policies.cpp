// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/field.h"
#include "solvers/analysis/zone_bodies.h"
#include "solvers/planning/zones/zone_works.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

Text name_of(Control control) {
    const Choice& choice = choices(control)[static_cast<std::size_t>(control)];
    return {std::string(choice.label.zh), std::string(choice.label.en)};
}

class Policies {
  public:
    explicit Policies(ZoneWorks& works) : works_(works), all_(works.boundaries()) {
        for (const Policy& row : works.after.policies)
            if (!works.policies.is_mine(row))
                stated_.emplace(std::pair(row.from, row.to), &row);
        note_operators();
    }

    void plan() {
        for (const Boundary& boundary : all_.list) {
            if (boundary.kind == BoundaryKind::secret) {
                works_.reasons.add(boundary.a, {"涉密域不得与其他区域有任何连接，未作规划",
                                                "nothing may join a secret zone: nothing is planned for it"});
                continue;
            }
            ++works_.totals->boundaries;
            note_missing(boundary);
            if (boundary.b.kind != Kind::zones || boundary.kind == BoundaryKind::planes)
                continue;
            const ZoneId b{boundary.b.value};
            put(direction(boundary, boundary.a, b));
            put(direction(boundary, b, boundary.a));
        }
    }

  private:
    // Who administers: the desks of the shared body where a plane has them, else all desks of the plane.
    void note_operators() {
        const std::vector<ZoneBodies::Of>& desks = works_.facts.get<ZoneBodies>().desks;
        for (const ZoneBodies::Of& of : desks)
            if (is_shared(of))
                operators_.insert(of.zone);
        for (const ZoneBodies::Of& of : desks)
            if (std::none_of(desks.begin(), desks.end(),
                             [&](const ZoneBodies::Of& other) { return other.plane == of.plane && is_shared(other); }))
                operators_.insert(of.zone);
    }
    bool is_shared(const ZoneBodies::Of& of) const {
        return std::any_of(of.bodies.begin(), of.bodies.end(), [&](BodyId id) {
            const Body* body = works_.after.find(id);
            return body && body->code == "shared";
        });
    }

    PolicyDraft direction(const Boundary& boundary, ZoneId from, ZoneId to) {
        PolicyDraft out{.boundary = &boundary, .from = from, .to = to};
        const Zone& source = *works_.after.find(from);
        const Zone& target = *works_.after.find(to);
        for (const ServiceId id : boundary.services)
            if (const Service* service = works_.after.find(id); service && service->zone == to)
                out.services.push_back(id);
        if (boundary.apart && !out.services.empty()) {
            works_.reasons.add(from, {"意图要求隔离，却有业务须经此访问，按隔离处理",
                                      "the intent keeps it apart from a zone whose services it is to ask: it is kept "
                                      "apart"});
            out.services.clear();
        }
        out.by_bastion = !boundary.apart && ((target.management && operators_.contains(from)) ||
                                             (source.management && target.role == ZoneRole::servers));
        if (!out.services.empty() || out.by_bastion)
            out.action = AclAction::permit;
        return out;
    }

    void put(PolicyDraft draft) {
        if (const auto stated = stated_.find({draft.from, draft.to}); stated != stated_.end()) {
            draft.action = stated->second->action;
            draft.services = stated->second->services;
            draft.by_bastion = false;
            works_.drafts.push_back(std::move(draft));
            return;
        }
        Policy row = works_.policies.start("policy|" + to_string(draft.from) + "|" + to_string(draft.to));
        row.from = draft.from;
        row.to = draft.to;
        row.services = draft.services;
        row.action = draft.action;
        row.controls.clear();
        row.enforced_by.clear();
        enforce(*draft.boundary, row);
        // What leaves over an edge passes its exits too.
        for (const Boundary& other : all_.list)
            if (other.kind == BoundaryKind::exit && draft.action == AclAction::permit &&
                (other.a == draft.to || other.a == draft.from))
                enforce(other, row);
        std::sort(row.enforced_by.begin(), row.enforced_by.end());
        works_.policies.put(std::move(row));
        ++(draft.action == AclAction::permit ? works_.totals->permits : works_.totals->denials);
        works_.drafts.push_back(std::move(draft));
    }

    void enforce(const Boundary& boundary, Policy& row) const {
        for (const NeededControl& need : controls_of(boundary, works_.ways(), works_.options.tables)) {
            if (std::find(row.controls.begin(), row.controls.end(), need.measure->control) == row.controls.end())
                row.controls.push_back(need.measure->control);
            for (const EquipmentId id : need.answer.devices)
                if (std::find(row.enforced_by.begin(), row.enforced_by.end(), id) == row.enforced_by.end())
                    row.enforced_by.push_back(id);
        }
        std::sort(row.controls.begin(), row.controls.end());
    }

    void note_missing(const Boundary& boundary) {
        for (const NeededControl& need : controls_of(boundary, works_.ways(), works_.options.tables)) {
            if (need.is_there())
                continue;
            ++works_.totals->missing;
            const Text control = name_of(need.measure->control);
            works_.reasons.add(boundary.a,
                               {"区域边界缺少控制措施：" + control.zh, "a boundary lacks a control: " + control.en});
        }
    }

    ZoneWorks& works_;
    const Boundaries& all_;
    std::map<std::pair<ZoneId, ZoneId>, const Policy*> stated_;
    std::set<ZoneId> operators_;
};

} // namespace

void plan_policies(ZoneWorks& works) { Policies(works).plan(); }

} // namespace riser
