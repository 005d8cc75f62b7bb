// SPDX-License-Identifier: GPL-3.0-or-later
// A small administrative tower for tests of documents: floors of rooms along a corridor, outlets, trays, shafts,
// telecom rooms, cables measured and terminated, catalogue, prices; and a secret network whose words must never leak.
#pragma once

#include "model/design.h"

namespace riser {

struct TowerOptions {
    std::uint64_t seed = 1;
    int floors = 3; // above the basement
    int basements = 1;
    int distributors = 1; // a floor
    int shafts = 1;       // at most `distributors`; 0: none
    int kinds = 3;        // of point, 1 to 9
    int bays = 8;         // rooms along each side of the corridor
    bool secret = false;  // with the network called by secret_words()
    bool backbone = true; // cables from each distributor to the core
    bool core = true;     // core switches, firewall, provider
    bool long_names = false;
};
Design tower(const TowerOptions& options = {});

// Words that stand only on rows of the secret network and its own rooms, trays, cables, labels.
std::vector<std::string> secret_words();

} // namespace riser
