// SPDX-License-Identifier: GPL-3.0-or-later
// Which packets: sets of headers as decision diagrams, so that what a rule base lets pass is one value however many
// rules it has. A header is family, destination, source, protocol and destination port; the variables stand in that
// order, addresses from their highest bit (a version 4 address is the first 32 of 128, the others are never asked), so
// that routing tables read the top and rules of pairs of prefixes stay sums. Kazemian et al., Header space analysis
// (NSDI 2012); Yang and Lam, Real-time verification by atomic predicates (ICNP 2013).
#pragma once

#include "model/logical.h"
#include "solvers/base/bdd.h"
#include "solvers/base/port_words.h"

#include <map>
#include <unordered_map>

namespace riser {

struct Packet {
    IpAddress destination;
    IpAddress source; // of the same family
    std::uint8_t protocol = 6;
    std::uint16_t port = 0; // asked for by TCP and UDP, else without meaning
    auto operator<=>(const Packet&) const = default;
};
std::string to_string(const Packet& packet);

// One box of headers by bits: those that are as `value` wherever the mask has a bit. Addresses of version 4 in the
// first four bytes.
struct HeaderCube {
    std::optional<bool> is_v6; // absent: either
    std::array<std::uint8_t, 16> destination{}, destination_mask{};
    std::array<std::uint8_t, 16> source{}, source_mask{};
    std::uint8_t protocol = 0, protocol_mask = 0;
    std::uint16_t port = 0, port_mask = 0;
    bool operator==(const HeaderCube&) const = default;
};

// Whether a rule speaks of the packet. What a rule says in words that nobody knows is taken as wide as it may be meant
// when it permits, and for nothing when it denies. O(ports).
bool speaks_of(const AclRule& rule, const Packet& packet);

class HeaderSpace {
  public:
    explicit HeaderSpace(const BddOptions& options = {});

    BddSpace& sets() { return sets_; }
    bool overflowed() const { return sets_.overflowed(); }

    Bdd family(bool is_v6);
    Bdd to(const IpPrefix& prefix);
    Bdd from(const IpPrefix& prefix);
    Bdd to(const IpAddress& address);
    Bdd from(const IpAddress& address);
    Bdd protocol(std::uint8_t number);
    Bdd port(PortRange range); // of any protocol
    Bdd wished(const ProtocolWish& wish);
    Bdd only(const Packet& packet);

    // Those that the rule speaks of; all that the rules let pass, the first that speaks deciding; and for each rule
    // those that it decides. O(rules x size).
    Bdd spoken_of(const AclRule& rule);
    Bdd permitted(const std::vector<AclRule>& rules);
    std::vector<Bdd> decided(const std::vector<AclRule>& rules);
    // What asks for the service at its address; nothing when it has none.
    Bdd asking(const Service& service);
    Bdd of_ports(const Service& service); // at whatever address

    // Sources in `source` become `translated`: bit by bit where both are equally long, else any address of it.
    Bdd translated(Bdd headers, const IpPrefix& source, const IpPrefix& translated);
    // What is translated inwards by a row that publishes a service; nothing when it does not say at which address for
    // which host, or says a protocol that nobody knows. And what becomes of that: all of it goes to the host.
    Bdd asked_outside(const Nat& nat);
    Bdd redirected(Bdd asked, const Nat& nat);
    Bdd any_source(Bdd headers); // of the same family
    // Destination and source exchanged, any port. O(ways through the diagram) the first time that these are asked.
    Bdd reversed(Bdd headers);
    // Those for whose every port of the range the set holds the header; any port.
    Bdd for_every_port(Bdd headers, PortRange range);

    bool contains(Bdd headers, const Packet& packet) {
        return !sets_.within(headers, BddSpace::negation(only(packet)));
    }
    // The first by destination, source, protocol, port, in whose place zeros stand where all do; TCP or UDP where
    // either will do.
    std::optional<Packet> example(Bdd headers);
    // Cubes that share nothing and make up the set; nothing when more than `most` were needed.
    std::optional<std::vector<HeaderCube>> cubes(Bdd headers, std::size_t most = 100'000);
    // The first of them.
    std::vector<HeaderCube> some_cubes(Bdd headers, std::size_t most);
    Bdd of(const HeaderCube& cube);

  private:
    Bdd address(const IpPrefix& prefix, std::uint32_t first);
    Bdd number(std::uint32_t value, std::uint32_t bits, std::uint32_t first);
    Bdd at_most(std::uint32_t value, std::uint32_t bits, std::uint32_t first);

    BddSpace sets_;
    std::map<std::pair<std::uint32_t, IpPrefix>, Bdd> addresses_; // by the first of their variables
    std::unordered_map<std::uint32_t, Bdd> reversed_;             // of floods after each failure many are the same
};

} // namespace riser
