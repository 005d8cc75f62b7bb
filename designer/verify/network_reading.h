// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a network, read once, to say how it runs whole and without each device or cable that may fail.
#pragma once

#include "designer/verify/wired_ports.h"

namespace riser::verify {

class NetworkReading {
  public:
    // O(rows log rows). Both must outlive this.
    NetworkReading(const Design& design, const Wiring& wiring);
    NetworkReading(const NetworkReading&) = delete;
    NetworkReading& operator=(const NetworkReading&) = delete;

    PlainNetwork whole() const { return without({}); }
    PlainNetwork without(AnyId failed) const; // O(ports + links + gateways + routes)

  private:
    static PlainNetwork devices_of(const Design& design);
    void read_gateways();
    void fail(PlainNetwork& net, EquipmentId id) const;
    void raise_gateways(PlainNetwork& net) const;
    void fill_tables(PlainNetwork& net) const;

    const Design& design_;
    const PlainNetwork devices_; // nothing but these, and prefixes
    const WiredPorts ports_;
    std::vector<NetGatewayOf> gateways_; // by id, all down
    std::map<EquipmentId, std::vector<const Route*>> routes_;
};

} // namespace riser::verify
