// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/instances/network_file.h"

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string_view>

namespace riser::instances {

namespace {

class Reader {
  public:
    Reader(const std::string& name, const std::string& text) : name_(name), text_(text) {}

    Result<NetworkFile> read() {
        pugi::xml_document document;
        const pugi::xml_parse_result parsed = document.load_buffer(text_.data(), text_.size());
        if (!parsed)
            return wrong(parsed.offset, {"不是有效的 XML", std::string("not well-formed XML: ") + parsed.description()},
                         {"检查文件是否完整", "see whether the file is whole"});
        const pugi::xml_node root = document.document_element();
        if (is(root, "graphml"))
            read_graphml(root);
        else if (is(root, "network"))
            read_sndlib(root);
        else
            refuse(root, {"既不是 GraphML 也不是 SNDlib 网络", "neither GraphML nor a network of SNDlib"},
                   {"根元素应为 graphml 或 network", "the root is graphml or network"});
        if (error_)
            return *error_;
        return std::move(out_);
    }

  private:
    static bool is(pugi::xml_node node, std::string_view name) {
        const std::string_view full = node.name();
        return full.substr(full.find(':') + 1) == name; // with a prefix of its namespace or without
    }

    Error wrong(std::ptrdiff_t offset, Text message, Text fix) const {
        const auto end = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
        const std::string_view before = std::string_view(text_).substr(0, std::min(end, text_.size()));
        const std::size_t line = before.rfind('\n');
        return {.code = ErrorCode::bad_input,
                .message = std::move(message),
                .fix = std::move(fix),
                .where = {.file = name_,
                          .line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1),
                          .column = static_cast<std::uint32_t>(before.size() -
                                                               (line == std::string_view::npos ? 0 : line + 1) + 1)}};
    }
    void refuse(pugi::xml_node node, Text message, Text fix) {
        if (!error_)
            error_ = wrong(node.offset_debug(), std::move(message), std::move(fix));
    }

    void node(pugi::xml_node it) {
        const std::string id = it.attribute("id").value();
        if (id.empty() || !numbers_.emplace(id, NetNode{out_.network.nodes}).second)
            return refuse(it, {"节点没有 id，或 id 重复：" + id, "a node without an id, or of one given before: " + id},
                          {"每个节点一个不同的 id", "give each node an id of its own"});
        out_.names.push_back(id);
        ++out_.network.nodes;
    }

    std::optional<LinkEnds> ends(pugi::xml_node it, const std::string& from, const std::string& to) {
        const auto a = numbers_.find(from), b = numbers_.find(to);
        if (a != numbers_.end() && b != numbers_.end())
            return LinkEnds{a->second, b->second};
        const std::string missing = a == numbers_.end() ? from : to;
        refuse(it, {"没有节点“" + missing + "”", "there is no node \"" + missing + "\""},
               {"先列出节点，再列出链路", "name the node in the list of nodes"});
        return {};
    }

    void read_graphml(pugi::xml_node root) {
        std::vector<pugi::xml_node> edges;
        for (const pugi::xml_node graph : root.children())
            if (is(graph, "graph"))
                for (const pugi::xml_node it : graph.children()) {
                    if (is(it, "node"))
                        node(it);
                    else if (is(it, "edge"))
                        edges.push_back(it);
                }
        for (const pugi::xml_node edge : edges)
            if (const auto found = ends(edge, edge.attribute("source").value(), edge.attribute("target").value()))
                out_.network.links.push_back(*found);
    }

    void read_sndlib(pugi::xml_node root) {
        const pugi::xml_node structure = root.child("networkStructure");
        for (const pugi::xml_node it : structure.child("nodes").children("node"))
            node(it);
        for (const pugi::xml_node link : structure.child("links").children("link"))
            if (const auto found = ends(link, link.child_value("source"), link.child_value("target")))
                out_.network.links.push_back(*found);
        for (const pugi::xml_node demand : root.child("demands").children("demand"))
            if (const auto found = ends(demand, demand.child_value("source"), demand.child_value("target")))
                out_.demands.push_back({found->a, found->b, amount(demand)});
    }

    double amount(pugi::xml_node demand) {
        const std::string_view text = demand.child_value("demandValue");
        double value = 0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value) || value < 0)
            refuse(demand, {"流量不是不小于 0 的数", "demandValue is no number of 0 or more"},
                   {"写一个不小于 0 的数", "write a number of 0 or more"});
        return value;
    }

    const std::string& name_;
    const std::string& text_;
    NetworkFile out_;
    std::map<std::string, NetNode> numbers_;
    std::optional<Error> error_;
};

} // namespace

Result<NetworkFile> read_network(const std::string& name, const std::string& text) { return Reader(name, text).read(); }

Result<NetworkFile> read_network_file(const std::string& name) {
    std::ifstream in(name, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf()))
        return Error{.code = ErrorCode::io,
                     .message = {"无法读取文件", "the file cannot be read"},
                     .fix = {"检查路径、权限和内容是否为空", "see whether it is there, may be read, and is not empty"},
                     .where = {.file = name}};
    return read_network(name, std::move(text).str());
}

} // namespace riser::instances
