// SPDX-License-Identifier: GPL-3.0-or-later
// 系统图: floors stacked, distributors beside the shafts with their points counted by kind, backbone, core and
// entrances, quantities and notes; laid out by itself on the smallest sheet that holds it, or on several when even A0
// does not.
#pragma once

#include "exporters/drawings/drawing.h"
#include "model/design.h"
#include "solvers/base/facts.h"

namespace riser {

struct SystemDiagramOptions {
    Language language = Language::zh;
    std::string number = "ELV-02"; // of the first sheet; the others get -2, -3, …
    std::vector<Text> notes;       // added to those that every diagram has
};

// The sheets of one building and one network.
std::vector<Drawing> system_diagram(const Facts& facts, BuildingId building, std::optional<PlaneId> plane,
                                    const SystemDiagramOptions& options = {});

} // namespace riser
