// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/certificate.h"

#include "model/file/sha256.h"
#include "model/file/writer.h"
#include "solvers/proof/claims.h"

#include <pugixml.hpp>

#include <sstream>

namespace riser {

namespace {

std::string token_of(const UsedObject& object) {
    std::string out = to_string(object.row);
    if (object.kind == ObjectKind::position || object.kind == ObjectKind::compartment)
        out += ":" + std::to_string(object.part);
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
    bool hidden(std::optional<PlaneId> plane) const { return plane && hidden(AnyId(*plane)); }
    // What belongs to no plane is told for the sake of a secret one.
    bool told(const PlaneUse& use) const {
        if (use.plane)
            return !hidden(AnyId(*use.plane));
        for (const ApartClaim& claim : facts_.get<ApartClaims>().claims)
            if (!claim.b && !hidden(claim.a))
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
        std::size_t withheld = 0;
        std::size_t n = 0;
        for (const ApartClaim& claim : facts_.get<ApartClaims>().claims) {
            const Text& sentence = words[n++].claim;
            if (hidden(claim.a) || hidden(claim.b)) {
                ++withheld;
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
        if (withheld > 0)
            put(root_.append_child("withheld"), "claims", std::to_string(withheld));
    }
    void put(pugi::xml_node claim, const char* element, const SharedObject& shared) {
        if (hidden(shared.object.row) || hidden(shared.through))
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
};

} // namespace

std::string certificate_xml(const Facts& facts, const CertificateOptions& options) {
    return Writing(facts, options).write();
}

} // namespace riser
