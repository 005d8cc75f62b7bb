// SPDX-License-Identifier: GPL-3.0-or-later
// What comes where: from what is sent at some places, the headers that come to every segment, gateway and device, to a
// fixpoint. Headers are sets, so that one flood answers for all packets at once, and what two floods share is found,
// not made again. By the semantics in this room's README. One thread at a time.
#pragma once

#include "solvers/forwarding/forwarding_sets.h"

namespace riser {

// How a sender's first step is taken. `ordinary`: as hosts do, to neighbours within their own prefix, else to their
// VLAN's gateway, of a redundant one to the member that answers now; next hops likewise. `any`: frames to whomever they
// can come to, whatever the header says, and to every member. What must come through is asked with ordinary, what must
// not with any.
enum class Senders { ordinary, any };
// Source addresses: those of the sender's VLAN (any when it has no prefix), or any.
enum class Sources { own, any };

struct ReachOptions {
    Senders senders = Senders::any;
    Sources sources = Sources::own;
};

// What is sent at a place.
struct Emission {
    NetIndex place = no_index;
    std::optional<VlanId> vlan = {};
    Bdd headers = BddSpace::no();
};

// Sets by the network's indices.
struct Flood {
    std::vector<Bdd> arrived; // by segment: frames for whoever is there
    std::vector<Bdd> at;      // by gateway: packets handed to it
    std::vector<Bdd> own;     // by box: packets to itself
    std::vector<Bdd> outside; // by station: handed to a provider's device as next hop
    std::vector<Bdd> given;   // by station: the same before whoever hands it over translates it
    std::vector<Bdd> passed;  // by box: through a firewall's rule base, or carried by an isolation gateway
    std::vector<Bdd> offered; // by place: to that side of an isolation gateway
    std::vector<bool> used;   // by segment: frames were sent there
};

struct FloodRecord; // explain.h

// Where what comes to a destination is to be looked for.
struct FloodEnds {
    std::vector<NetIndex> segments, stations, boxes; // arrived, outside, own
    std::vector<NetIndex> handoffs;                  // of a way out: given
    Bdd headers = BddSpace::yes();                   // only these count
    Bdd in_segments = BddSpace::yes();               // of what arrived
};

class Floods {
  public:
    // All three must outlive this.
    Floods(const NetworkRows& rows, const Network& net, FilterSets& kept) : sets_(rows, net, kept) {}

    const ForwardingSets& sets() const { return sets_; }
    const Network& net() const { return sets_.net(); }

    // What a plane, zone, VLAN, jack, port of a station, its device, or handoff sends. With Senders::ordinary jacks
    // send untagged frames only.
    std::vector<Emission> emissions(AnyId source, const ReachOptions& options) const;
    // The same for other headers only.
    std::vector<Emission> only(std::vector<Emission> from, Bdd headers) const;

    // `answers_to`: firewalls and isolation gateways also let pass what answers to that flood. O(gateways x entries)
    // set operations each time something new comes to a gateway.
    Flood flood(const std::vector<Emission>& from, Senders senders, const Flood* answers_to = nullptr,
                FloodRecord* record = nullptr) const;

    // Of a flood, what comes to a plane, zone, VLAN, jack, port, device or handoff; of a service what asks for it at
    // its hosts, or when it names none in the VLANs whose prefix its address is of; of a way out what is given to its
    // handoffs.
    Bdd comes_to(const Flood& flood, AnyId destination, Senders senders = Senders::any) const;
    // The same, found once for many floods.
    FloodEnds ends(AnyId destination, Senders senders) const;
    Bdd comes_to(const Flood& flood, const FloodEnds& ends) const;

  private:
    ForwardingSets sets_;
};

// By row and column the headers from the one zone that come to the other.
std::vector<std::vector<Bdd>> who_reaches_whom(const Floods& floods, std::span<const ZoneId> zones,
                                               const ReachOptions& options = {});

// Of what a source asks of a service: all that it may ask, what comes to the service, and of that to which every
// answer (from the service, to any of the dynamic ports) comes back; of a way out no answer is asked.
struct ServiceUse {
    Bdd wanted, asked, answered;
    bool complete() const { return wanted == answered && wanted != BddSpace::no(); }
};
ServiceUse can_use(const Floods& floods, AnyId source, ServiceId service,
                   const ReachOptions& options = {.senders = Senders::ordinary, .sources = Sources::own});
// The same of emissions of the source that ask for the service.
ServiceUse can_use(const Floods& floods, const std::vector<Emission>& from, AnyId source, ServiceId service,
                   Senders senders);

} // namespace riser
