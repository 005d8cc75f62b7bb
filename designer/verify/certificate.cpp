// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/certificate.h"

#include "designer/verify/xml.h"

#include <algorithm>

namespace riser::verify {

namespace {

class Reader {
  public:
    explicit Reader(Xml& xml) : xml_(xml) {}

    void read(pugi::xml_node root) {
        out_.place = xml_.at(root);
        if (std::string_view(root.name()) != "certificate")
            return xml_.refuse(root, {"这不是证书", "this is no certificate"},
                               {"用 riser export 输出", "write one with riser export"});
        if (xml_.text(root, "format") != "1.0")
            return xml_.refuse(root, {"不认识的证书格式", "unknown format of certificate"},
                               {"需要 1.0", "1.0 is wanted"});
        out_.design = xml_.text(root, "design");
        for (const pugi::xml_node node : xml_.elements(root)) {
            const std::string_view name = node.name();
            if (name == "uses")
                use(node);
            else if (name == "apart")
                apart(node);
            else if (name == "spread")
                spread(node);
            else if (name == "not-reached")
                out_.not_reached.push_back(
                    {.from = xml_.id<Zone>(node, "from"),
                     .to = xml_.id<Zone>(node, "to"),
                     .but_bastions = node.attribute("but") && xml_.one_of(node, "but", "bastions", "nothing"),
                     .holds = xml_.one_of(node, "holds", "true", "false"),
                     .place = xml_.at(node)});
            else if (name == "outside")
                out_.outside.push_back({.from = xml_.id<ProviderHandoff>(node, "from"),
                                        .holds = xml_.one_of(node, "holds", "true", "false"),
                                        .place = xml_.at(node)});
            else if (name == "reached")
                reached(node);
            else if (name == "entered")
                entered(node);
            else if (name == "kept")
                kept(node);
            else if (name == "withheld")
                withheld(node);
            else
                xml_.refuse(node, {"此处不认识的元素", "an element that is unknown here"}, {"删除它", "remove it"});
        }
    }
    Certificate out() && { return std::move(out_); }

  private:
    void withheld(pugi::xml_node node) {
        out_.withheld += xml_.count(node, "claims");
        if (node.attribute("not-reached"))
            out_.withheld_not_reached += xml_.count(node, "not-reached");
        if (node.attribute("outside"))
            out_.withheld_outside += xml_.count(node, "outside");
        if (node.attribute("reached"))
            out_.withheld_reached += xml_.count(node, "reached");
        if (node.attribute("kept"))
            out_.withheld_laws += xml_.count(node, "kept");
    }
    void entered(pugi::xml_node node) {
        ListedEntered out{.service = xml_.id<Service>(node, "service"),
                          .from = xml_.id<ProviderHandoff>(node, "handoff"),
                          .by = xml_.optional_id<Nat>(node, "by"),
                          .holds = xml_.one_of(node, "holds", "true", "false"),
                          .packet = {},
                          .hops = {},
                          .place = xml_.at(node)};
        if (out.holds)
            out.packet = packet(node);
        for (const pugi::xml_node child : xml_.elements(node))
            out.hops.push_back(hop(child));
        out_.entered.push_back(std::move(out));
    }
    Cube packet(pugi::xml_node node) {
        const std::optional<Cube> out = parse_cube(xml_.text(node, "packet"));
        if (!out)
            xml_.refuse(node, {"packet 不是报文头", "packet is no header"}, {});
        return out.value_or(Cube{});
    }
    ListedHop hop(pugi::xml_node node) {
        return {.in = walk_end(node, "in"), .out = walk_end(node, "out"), .place = xml_.at(node)};
    }
    void kept(pugi::xml_node node) {
        ListedLaw out{.law = xml_.text(node, "law"),
                      .of = xml_.id<Plane>(node, "of"),
                      .holds = xml_.one_of(node, "holds", "true", "false"),
                      .facts = {},
                      .place = xml_.at(node)};
        for (const Xml::Word& word : xml_.words(node))
            out.facts.push_back({std::string(word.text), xml_.at(word.offset)});
        out_.laws.push_back(std::move(out));
    }
    void use(pugi::xml_node node) {
        ListedUse use{.plane = xml_.optional_id<Plane>(node, "plane"), .lists = {}, .place = xml_.at(node)};
        for (const pugi::xml_node list : xml_.elements(node))
            use.lists.push_back(objects(list));
        out_.uses.push_back(std::move(use));
    }
    ObjectList objects(pugi::xml_node node) {
        ObjectList out{.kind = xml_.text(node, "kind"), .objects = {}, .withheld = 0, .place = xml_.at(node)};
        if (node.attribute("withheld"))
            out.withheld = xml_.count(node, "withheld");
        const bool parts = has_part(out.kind);
        for (const Xml::Word& word : xml_.words(node)) {
            ListedObject object{.object = {}, .place = xml_.at(word.offset)};
            const std::size_t colon = parts ? word.text.rfind(':') : std::string_view::npos;
            const std::optional<AnyId> id = parse_any_id(word.text.substr(0, colon));
            const auto part = parts && colon != std::string_view::npos
                                  ? whole_number(word.text.substr(colon + 1))
                                  : std::optional<std::int64_t>(parts ? std::nullopt : std::optional<std::int64_t>(0));
            if (!id || !part)
                xml_.refuse(
                    word.offset,
                    {"不是对象的标识：" + std::string(word.text), "this names no object: " + std::string(word.text)},
                    {parts ? "应如 pa-7k3qx9m2pv:3" : "应如 eq-7k3qx9m2pv",
                     parts ? "like pa-7k3qx9m2pv:3" : "like eq-7k3qx9m2pv"});
            else
                object.object = {*id, static_cast<std::int32_t>(*part)};
            out.objects.push_back(std::move(object));
        }
        return out;
    }
    void apart(pugi::xml_node node) {
        ListedApart claim;
        claim.a = xml_.optional_id<Plane>(node, "a").value_or(PlaneId{});
        claim.b = xml_.optional_id<Plane>(node, "b");
        claim.secret = xml_.one_of(node, "strictness", "secret", "forbidden");
        claim.holds = xml_.one_of(node, "holds", "true", "false");
        claim.place = xml_.at(node);
        out_.apart.push_back(claim);
    }

    std::vector<Cube> headers(pugi::xml_node node) {
        std::vector<Cube> out;
        for (const Xml::Word& word : xml_.words(node))
            if (const auto cube = parse_cube(word.text))
                out.push_back(*cube);
            else
                xml_.refuse(
                    word.offset,
                    {"不是报文头范围：" + std::string(word.text), "these are no headers: " + std::string(word.text)},
                    {"应如 v4,d=0a010000/ffff0000", "like v4,d=0a010000/ffff0000"});
        return out;
    }
    void spread(pugi::xml_node node) {
        xml_.text(node, "from");
        ListedSpread out{.from = xml_.optional_any(node, "from").value_or(AnyId{}),
                         .places = {},
                         .sides = {},
                         .gateways = {},
                         .denials = {},
                         .place = xml_.at(node)};
        for (const pugi::xml_node child : xml_.elements(node)) {
            const std::string_view name = child.name();
            if (name == "place" || name == "side")
                (name == "side" ? out.sides : out.places)
                    .push_back({.key = place_key(child), .headers = headers(child), .place = xml_.at(child)});
            else if (name == "gateway")
                out.gateways.push_back(
                    {.id = xml_.id<Gateway>(child, "id"), .headers = headers(child), .place = xml_.at(child)});
            else if (name == "denied")
                out.denials.push_back(denial(child));
            else
                xml_.refuse(child, {"此处不认识的元素", "an element that is unknown here"}, {"删除它", "remove it"});
        }
        out_.spreads.push_back(std::move(out));
    }
    void reached(pugi::xml_node node) {
        ListedReached out{.row = xml_.id<MustReach>(node, "intent"),
                          .holds = xml_.one_of(node, "holds", "true", "false"),
                          .outlives = node.attribute("outlives") && xml_.one_of(node, "outlives", "true", "false"),
                          .paths = {},
                          .air = {},
                          .place = xml_.at(node)};
        for (const pugi::xml_node path : xml_.elements(node)) {
            if (std::string_view(path.name()) == "air") {
                out.air.push_back(
                    {.jack = xml_.id<Jack>(path, "jack"), .vlan = xml_.id<Vlan>(path, "vlan"), .place = xml_.at(path)});
                continue;
            }
            out.paths.push_back({.from = xml_.id<Vlan>(path, "from"),
                                 .packet = packet(path),
                                 .hops = {},
                                 .out = {},
                                 .place = xml_.at(path)});
            for (const pugi::xml_node step : xml_.elements(path))
                if (std::string_view(step.name()) == "out")
                    out.paths.back().out = xml_.id<ProviderHandoff>(step, "handoff");
                else
                    out.paths.back().hops.push_back(hop(step));
        }
        out_.reached.push_back(std::move(out));
    }
    WalkEnd walk_end(pugi::xml_node node, const char* name) {
        const AnyId id = xml_.optional_any(node, name).value_or(AnyId{});
        if (id.kind == Kind::gateways)
            return {.gateway = GatewayId{id.value}, .side = {}};
        if (id.kind == Kind::ports)
            return {.gateway = {}, .side = PortId{id.value}};
        xml_.refuse(node, {"既不是网关也不是网闸端口", "neither a gateway nor a port of an isolation gateway"}, {});
        return {};
    }
    NetPlaceKey place_key(pugi::xml_node node) {
        return {.equipment = xml_.id<Equipment>(node, "equipment"),
                .number = static_cast<std::uint16_t>(std::min<std::size_t>(xml_.count(node, "number"), 4095)),
                .port = xml_.optional_id<Port>(node, "port").value_or(PortId{})};
    }
    ListedDenial denial(pugi::xml_node node) {
        ListedDenial out;
        out.why = xml_.text(node, "why");
        out.at = xml_.optional_any(node, "at").value_or(AnyId{});
        out.acl = xml_.optional_id<Acl>(node, "acl");
        if (node.attribute("rule"))
            out.rule = xml_.count(node, "rule");
        out.route = xml_.optional_id<Route>(node, "route");
        out.place = xml_.at(node);
        return out;
    }

    Xml& xml_;
    Certificate out_;
};

} // namespace

bool has_part(std::string_view kind) { return kind == "position" || kind == "compartment"; }

std::string to_string(const Object& object, bool with_part) {
    return riser::to_string(object.row) + (with_part ? ":" + std::to_string(object.part) : "");
}

Result<Certificate> read_certificate(std::string_view bytes, std::string file) {
    Xml xml(bytes, std::move(file));
    pugi::xml_document document;
    Certificate out;
    if (xml.parse(document)) {
        Reader reader(xml);
        reader.read(document.document_element());
        out = std::move(reader).out();
    }
    if (xml.error())
        return *xml.error();
    return out;
}

} // namespace riser::verify
