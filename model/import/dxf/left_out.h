// SPDX-License-Identifier: GPL-3.0-or-later
// What of a drawing is not read, how often, since which line, and why, in words for people.
#pragma once

#include "model/import/dxf/scan.h"
#include "model/import/plan_sketch.h"

#include <string_view>
#include <vector>

namespace riser {

enum class LeftOutReason {
    not_read,      // a kind of object that says nothing about rooms
    filling,       // hatches
    dimension,     // measured, not built; used to tell the unit
    paper_space,   // layouts
    invisible,     // switched off by itself (60), hidden attributes
    hidden_layer,  // frozen or off
    mesh,          // surfaces
    infinite,      // construction lines
    bad_number,    // NaN, infinity, beyond 1e12, not a number
    nothing_in_it, // no vertices, no name
    stray,         // a vertex without its polyline
    no_block,      // an insert of a block that is not there
    external,      // an insert of an external drawing that is not bound
    flat,          // an insert scaled to nothing
    custom         // an application's own object (Tangent, proxies)
};

Text explanation(LeftOutReason reason);
LeftOutReason reason_for_unknown(std::string_view entity_type);

class LeftOut {
  public:
    void add(std::string_view type, LeftOutReason reason, std::uint32_t line);
    std::vector<SketchCount> take() { return std::move(counts_); }
    std::uint32_t count(LeftOutReason reason) const;

  private:
    std::vector<SketchCount> counts_;
    std::vector<LeftOutReason> reasons_;
};

// Whether any number of the entity is not one, not finite, or beyond 1e12.
bool unusable_number(const DxfGroups& groups);

Text damaged_fix();
std::string lossy_ascii(std::string_view bytes);

} // namespace riser
