// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design.h"

namespace riser {

bool Design::contains(AnyId id) const {
    switch (id.kind) {
#define RISER_CASE(Type, member, prefix, element)                                                                      \
    case Kind::member:                                                                                                 \
        return member.contains(Id<Type>{id.value});
        RISER_TABLES(RISER_CASE)
#undef RISER_CASE
    }
    return false;
}

const Project& Design::project() const {
    static const Project none;
    const Project* found = projects.find(the_project);
    return found ? *found : none;
}

const Brief& Design::brief() const {
    static const Brief none;
    const Brief* found = briefs.find(the_brief);
    return found ? *found : none;
}

} // namespace riser
