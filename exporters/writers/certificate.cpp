// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/certificate.h"

#include "model/file/sha256.h"
#include "model/file/writer.h"
#include "solvers/proof/claims.h"
#include "solvers/proof/kept_laws.h"
#include "solvers/proof/service_reach.h"
#include "solvers/proof/zone_spread.h"

#include <pugixml.hpp>

#include <algorithm>
#include <set>
#include <sstream>

namespace riser {

namespace {

std::string token_of(const UsedObject& object) {
    std::string out = to_string(object.row);
    if (object.kind == ObjectKind::position || object.kind == ObjectKind::compartment)
        out += ":" + std::to_string(object.part);
    return out;
}

// Bits and their mask in hexadecimal digits: "0a010000/ffff0000".
template<class Bytes> std::string bits_of(const Bytes& value, const Bytes& mask, std::size_t bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const Bytes* part : {&value, &mask}) {
        out += out.empty() ? "" : "/";
        for (std::size_t i = 0; i < bytes; ++i) {
            const auto byte = static_cast<std::uint8_t>((*part)[i] & mask[i]);
            out += {digits[byte >> 4], digits[byte & 15]};
        }
    }
    return out;
}
// "v4,d=0a010000/ffff0000,p=06/ff,t=01bb/ffff": what is free is left out; "any" when everything is.
std::string text_of(const HeaderCube& cube) {
    std::string out;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : ",") + part; };
    if (cube.is_v6)
        add(*cube.is_v6 ? "v6" : "v4");
    const std::size_t bytes = cube.is_v6 && !*cube.is_v6 ? 4 : 16;
    constexpr std::array<std::uint8_t, 16> free{};
    if (cube.destination_mask != free)
        add("d=" + bits_of(cube.destination, cube.destination_mask, bytes));
    if (cube.source_mask != free)
        add("s=" + bits_of(cube.source, cube.source_mask, bytes));
    if (cube.protocol_mask != 0)
        add("p=" + bits_of(std::array{cube.protocol}, std::array{cube.protocol_mask}, 1));
    const auto halves = [](std::uint16_t n) {
        return std::array{static_cast<std::uint8_t>(n >> 8), static_cast<std::uint8_t>(n & 255)};
    };
    if (cube.port_mask != 0)
        add("t=" + bits_of(halves(cube.port), halves(cube.port_mask), 2));
    return out.empty() ? "any" : out;
}
HeaderCube cube_of(const Packet& packet) {
    HeaderCube out;
    out.is_v6 = packet.destination.is_v6;
    out.destination = packet.destination.bytes;
    out.source = packet.source.bytes;
    const std::size_t bytes = *out.is_v6 ? 16 : 4;
    std::fill_n(out.destination_mask.begin(), bytes, std::uint8_t{255});
    std::fill_n(out.source_mask.begin(), bytes, std::uint8_t{255});
    out.protocol = packet.protocol;
    out.protocol_mask = 255;
    out.port = packet.port;
    out.port_mask = 65535;
    return out;
}
std::string text_of(const std::vector<HeaderCube>& cubes) {
    std::vector<std::string> lines;
    for (const HeaderCube& cube : cubes)
        lines.push_back(text_of(cube));
    std::sort(lines.begin(), lines.end());
    std::string out = "\n";
    for (const std::string& line : lines)
        out += line + "\n";
    return out;
}

class Writing {
  public:
    Writing(const Facts& facts, const CertificateOptions& options) : facts_(facts), options_(options) {}

    std::string write() {
        pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
        declaration.append_attribute("version") = "1.0";
        declaration.append_attribute("encoding") = "UTF-8";
        root_ = document_.append_child("certificate");
        put(root_, "format", "1.0");
        put(root_, "design", sha256(write_design(facts_.design())));
        put(root_, "scope", scope_of_claims());
        for (const PlaneUse& use : facts_.get<PlaneUses>().planes)
            put(use);
        put_claims();
        put_logical();
        put_outside();
        put_reached();
        put_entered();
        put_laws();
        if (withheld_ + withheld_logical_ + withheld_outside_ + withheld_reached_ + withheld_laws_ > 0) {
            pugi::xml_node node = root_.append_child("withheld");
            put(node, "claims", std::to_string(withheld_));
            put(node, "not-reached", std::to_string(withheld_logical_));
            put(node, "outside", std::to_string(withheld_outside_));
            put(node, "reached", std::to_string(withheld_reached_));
            put(node, "kept", std::to_string(withheld_laws_));
        }
        std::ostringstream out;
        document_.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
        return out.str();
    }

  private:
    static void put(pugi::xml_node node, const char* name, const std::string& value) {
        node.append_attribute(name) = value.c_str();
    }
    static void put(pugi::xml_node node, const std::string& name, const Text& text) {
        put(node, (name + ".zh").c_str(), text.in(Language::zh));
        put(node, (name + ".en").c_str(), text.in(Language::en));
    }
    bool hidden(AnyId row) const { return options_.hidden && options_.hidden(row); }
    bool hidden_plane(std::optional<PlaneId> plane) const { return plane && hidden(AnyId(*plane)); }
    // What belongs to no plane is told for the sake of a secret one.
    bool told(const PlaneUse& use) const {
        if (use.plane)
            return !hidden(AnyId(*use.plane));
        for (const ApartClaim& claim : facts_.get<ApartClaims>().claims)
            if (!claim.b && !hidden_plane(claim.a))
                return true;
        return false;
    }

    void put(const PlaneUse& use) {
        if (!told(use))
            return;
        pugi::xml_node node = root_.append_child("uses");
        if (use.plane)
            put(node, "plane", to_string(*use.plane));
        for (auto at = use.objects.begin(); at != use.objects.end();) {
            const std::span<const UsedObject> kind = use.of(at->kind);
            std::string lines = "\n";
            std::size_t withheld = 0;
            for (const UsedObject& object : kind)
                if (hidden(object.row))
                    ++withheld;
                else
                    lines += token_of(object) + "\n";
            pugi::xml_node list = node.append_child("objects");
            put(list, "kind", std::string(key_of(at->kind)));
            if (withheld > 0)
                put(list, "withheld", std::to_string(withheld));
            list.append_child(pugi::node_pcdata).set_value(lines.c_str());
            at += static_cast<std::ptrdiff_t>(kind.size());
        }
    }

    void put_claims() {
        const std::vector<ApartWords>& words = facts_.get<ApartSentences>().claims;
        std::size_t n = 0;
        for (const ApartClaim& claim : facts_.get<ApartClaims>().claims) {
            const Text& sentence = words[n++].claim;
            if (hidden_plane(claim.a) || hidden_plane(claim.b)) {
                ++withheld_;
                continue;
            }
            pugi::xml_node node = root_.append_child("apart");
            put(node, "a", to_string(*claim.a));
            if (claim.b)
                put(node, "b", to_string(*claim.b));
            put(node, "strictness", std::string(key_of(claim.strictness)));
            put(node, "holds", claim.holds() ? "true" : "false");
            put(node, "sentence", sentence);
            for (const SharedObject& shared : claim.violations)
                put(node, "shared", shared);
            for (const SharedObject& shared : claim.notes)
                put(node, "noted", shared);
        }
    }

    // A zone's packets are told whole or not at all.
    bool hidden(const ZoneSpread& spread) const {
        const auto any = [](const auto& list, const auto& is) { return std::any_of(list.begin(), list.end(), is); };
        return hidden(spread.from) ||
               any(spread.places,
                   [&](const ClosedPlace& place) {
                       return hidden(place.equipment) || (place.port && hidden(*place.port));
                   }) ||
               any(spread.gateways, [&](const ClosedGateway& gateway) { return hidden(gateway.gateway); }) ||
               any(spread.denials, [&](const SpreadDenial& denial) {
                   return hidden(denial.at) || (denial.acl && hidden(*denial.acl)) ||
                          (denial.route && hidden(*denial.route));
               });
    }
    void put_logical() {
        const NotReachedClaims& logical = facts_.get<NotReachedClaims>();
        std::set<AnyId> told;
        for (const ZoneSpread& spread : logical.spreads)
            if (!hidden(spread)) {
                told.insert(spread.from);
                put(spread);
            }
        std::size_t n = 0;
        for (const NotReachedClaim& claim : logical.claims) {
            const Text& sentence = logical.sentences[n++];
            if (hidden(AnyId(claim.to)) || (claim.holds && !told.contains(AnyId(claim.from)))) {
                ++withheld_logical_;
                continue;
            }
            pugi::xml_node node = root_.append_child("not-reached");
            put(node, "from", to_string(claim.from));
            put(node, "to", to_string(claim.to));
            if (claim.but_bastions)
                put(node, "but", "bastions");
            put(node, "holds", claim.holds ? "true" : "false");
            put(node, "sentence", sentence);
        }
    }
    void put_outside() {
        const OutsideClaims& outside = facts_.get<OutsideClaims>();
        std::set<AnyId> told;
        for (const ZoneSpread& spread : outside.spreads)
            if (!hidden(spread)) {
                told.insert(spread.from);
                put(spread);
            }
        std::size_t n = 0;
        for (const OutsideClaim& claim : outside.claims) {
            const Text& sentence = outside.sentences[n++];
            if (hidden(AnyId(claim.from)) || (claim.holds && !told.contains(AnyId(claim.from)))) {
                ++withheld_outside_;
                continue;
            }
            pugi::xml_node node = root_.append_child("outside");
            put(node, "from", to_string(claim.from));
            put(node, "holds", claim.holds ? "true" : "false");
            put(node, "sentence", sentence);
        }
    }
    bool hidden(const ReachedClaim& claim) const {
        const auto any = [](const auto& list, const auto& is) { return std::any_of(list.begin(), list.end(), is); };
        return hidden(claim.row) || hidden(claim.service) || hidden(claim.body) ||
               (claim.without && hidden(*claim.without)) ||
               any(claim.lost, [&](VlanId vlan) { return hidden(vlan); }) ||
               any(claim.air, [&](const OnAir& air) { return hidden(air.jack) || hidden(air.vlan); }) ||
               any(claim.paths, [&](const ReachPath& path) {
                   return hidden(path.from) || (path.out && hidden(*path.out)) ||
                          any(path.hops, [&](const ReachHop& hop) { return hidden(hop.in) || hidden(hop.out); });
               });
    }
    void put_reached() {
        const ReachedClaims& reached = facts_.get<ReachedClaims>();
        std::size_t n = 0;
        for (const ReachedClaim& claim : reached.claims) {
            const Text& sentence = reached.sentences[n++];
            if (hidden(claim)) {
                ++withheld_reached_;
                continue;
            }
            pugi::xml_node node = root_.append_child("reached");
            put(node, "intent", to_string(claim.row));
            put(node, "holds", claim.holds() ? "true" : "false");
            put(node, "outlives", claim.outlives ? "true" : "false");
            put(node, "sentence", sentence);
            for (const ReachPath& path : claim.paths) {
                pugi::xml_node way = node.append_child("path");
                put(way, "from", to_string(path.from));
                put(way, "packet", text_of(cube_of(path.packet)));
                put(way, path.hops);
                if (path.out)
                    put(way.append_child("out"), "handoff", to_string(*path.out));
            }
            for (const OnAir& air : claim.air) {
                pugi::xml_node at = node.append_child("air");
                put(at, "jack", to_string(air.jack));
                put(at, "vlan", to_string(air.vlan));
            }
        }
    }
    void put_entered() {
        const EnteredClaims& entered = facts_.get<EnteredClaims>();
        std::size_t n = 0;
        for (const EnteredClaim& claim : entered.claims) {
            const Text& sentence = entered.sentences[n++];
            if (hidden(claim.service) || hidden(claim.from) || (claim.by && hidden(*claim.by)) ||
                std::any_of(claim.hops.begin(), claim.hops.end(),
                            [&](const ReachHop& hop) { return hidden(hop.in) || hidden(hop.out); })) {
                ++withheld_reached_;
                continue;
            }
            pugi::xml_node node = root_.append_child("entered");
            put(node, "service", to_string(claim.service));
            put(node, "handoff", to_string(claim.from));
            if (claim.by)
                put(node, "by", to_string(*claim.by));
            put(node, "holds", claim.holds() ? "true" : "false");
            put(node, "sentence", sentence);
            if (claim.packet)
                put(node, "packet", text_of(cube_of(*claim.packet)));
            put(node, claim.hops);
        }
    }
    static void put(pugi::xml_node node, const std::vector<ReachHop>& hops) {
        for (const ReachHop& hop : hops) {
            pugi::xml_node at = node.append_child("hop");
            put(at, "in", to_string(hop.in));
            put(at, "out", to_string(hop.out));
        }
    }
    void put_laws() {
        const KeptLaws& kept = facts_.get<KeptLaws>();
        std::size_t n = 0;
        for (const KeptLaw& law : kept.laws) {
            const Text& sentence = kept.sentences[n++];
            const bool secret =
                hidden(law.of) || std::any_of(law.facts.begin(), law.facts.end(), [&](const LawFact& fact) {
                    return std::any_of(fact.rows.begin(), fact.rows.end(), [&](AnyId row) { return hidden(row); });
                });
            if (secret) {
                ++withheld_laws_;
                continue;
            }
            pugi::xml_node node = root_.append_child("kept");
            put(node, "law", std::string(key_of(law.law)));
            put(node, "of", to_string(law.of));
            put(node, "holds", law.holds() ? "true" : "false");
            put(node, "sentence", sentence);
            std::string lines = "\n";
            for (const LawFact& fact : law.facts)
                lines += fact.token() + "\n";
            node.append_child(pugi::node_pcdata).set_value(lines.c_str());
        }
    }
    void put(const ZoneSpread& spread) {
        pugi::xml_node node = root_.append_child("spread");
        put(node, "from", to_string(spread.from));
        const auto list = [&](const char* element, const std::vector<ClosedPlace>& places) {
            for (const ClosedPlace& place : places) {
                pugi::xml_node at = node.append_child(element);
                put(at, "equipment", to_string(place.equipment));
                put(at, "number", std::to_string(place.number));
                if (place.port)
                    put(at, "port", to_string(*place.port));
                at.append_child(pugi::node_pcdata).set_value(text_of(place.headers).c_str());
            }
        };
        list("place", spread.places);
        list("side", spread.sides);
        for (const ClosedGateway& gateway : spread.gateways) {
            pugi::xml_node at = node.append_child("gateway");
            put(at, "id", to_string(gateway.gateway));
            at.append_child(pugi::node_pcdata).set_value(text_of(gateway.headers).c_str());
        }
        for (const SpreadDenial& denial : spread.denials) {
            pugi::xml_node stop = node.append_child("denied");
            put(stop, "why", std::string(key_of(denial.why)));
            put(stop, "at", to_string(denial.at));
            if (denial.acl)
                put(stop, "acl", to_string(*denial.acl));
            if (denial.rule)
                put(stop, "rule", std::to_string(*denial.rule + 1));
            if (denial.route)
                put(stop, "route", to_string(*denial.route));
        }
    }
    void put(pugi::xml_node claim, const char* element, const SharedObject& shared) {
        if (hidden(shared.object.row) || hidden_plane(shared.through))
            return;
        pugi::xml_node node = claim.append_child(element);
        put(node, "kind", std::string(key_of(shared.object.kind)));
        put(node, "object", token_of(shared.object));
        if (shared.through)
            put(node, "through", to_string(*shared.through));
        if (shared.floor && !hidden(*shared.floor))
            put(node, "floor", to_string(*shared.floor));
        if (shared.room && !hidden(*shared.room))
            put(node, "room", to_string(*shared.room));
        if (shared.place)
            put(node, "at", std::to_string(shared.place->x) + "," + std::to_string(shared.place->y));
    }

    const Facts& facts_;
    const CertificateOptions& options_;
    pugi::xml_document document_;
    pugi::xml_node root_;
    std::size_t withheld_ = 0;         // claims that planes are apart
    std::size_t withheld_reached_ = 0; // that services are
    std::size_t withheld_logical_ = 0; // that zones are not reached
    std::size_t withheld_outside_ = 0; // by whoever is outside
    std::size_t withheld_laws_ = 0;    // of order on planes
};

} // namespace

std::string certificate_xml(const Facts& facts, const CertificateOptions& options) {
    return Writing(facts, options).write();
}

} // namespace riser
