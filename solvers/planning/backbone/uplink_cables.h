// SPDX-License-Identifier: GPL-3.0-or-later
// Which cables an uplink is made of: fibres for the ports of the room's switches, pairs for its analogue telephones,
// each rounded up to what the catalogue has. Numbers are GB 51348 21.3 as defaults (OUT-06, OUT-07); where a default is
// our own it says so.
#pragma once

#include "model/catalogue.h"
#include "solvers/planning/backbone/served_points.h"

namespace riser {

struct UplinkOptions {
    std::int32_t ports_a_switch = 48;  // own
    std::int32_t switches_a_group = 1; // own: that share one trunk and one backup port; more where they are stacked
    std::int32_t trunk_ports = 1;      // of each group
    std::int32_t backup_ports = 1;
    std::int32_t cores_a_port = 2;
    std::int32_t least_cores = 12;        // a backbone cable has at least so many
    BasisPoints spare_cores = percent(0); // own: what rounding up leaves is mostly enough
    std::int32_t pairs_an_outlet = 1;
    BasisPoints spare_pairs = percent(10);
};

// One cable of an uplink: its type, and how many of its elements are used from the first day.
struct UplinkCable {
    const CableType* type = nullptr;
    std::int32_t lit = 0;
};

class UplinkCables {
  public:
    UplinkCables(const Design& design, const UplinkOptions& options);

    // Switches for the points and what they grow to; `growth` in ten-thousandths, 10,000 is none.
    std::int32_t switches(std::int32_t ports, std::int64_t growth) const;
    // Cores to be lit on each of `routes` routes (1 or 2): trunks on the first and backups on the second, all on one.
    std::vector<std::int32_t> cores(std::int32_t switches, std::size_t routes) const;
    // Cables for so many cores, pairs: as few as can be, then the smallest. Empty: the catalogue has none.
    std::vector<UplinkCable> fibres(std::int32_t lit) const;
    std::vector<UplinkCable> voice(std::int32_t outlets) const;
    std::int32_t thinnest() const; // diameter of the thinnest of them, micrometres; 0: there are none
    bool has_voice_types() const { return !pairs_.empty(); }

  private:
    static std::vector<UplinkCable> filled(const std::vector<const CableType*>& types, std::int32_t lit,
                                           std::int64_t wanted);
    UplinkOptions options_;
    std::vector<const CableType*> cores_; // by elements, code, id
    std::vector<const CableType*> pairs_;
};

} // namespace riser
