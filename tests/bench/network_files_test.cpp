// SPDX-License-Identifier: GPL-3.0-or-later
// GraphML and SNDlib's XML are read, and where one is wrong is said by line and column; the networks beside the
// project, where they are, give the numbers that are known of them.
#include "solvers/graph/resilience/blocks.h"
#include "solvers/graph/resilience/disjoint_paths.h"
#include "solvers/graph/resilience/failing_pairs.h"
#include "tests/bench/instances/network_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace riser::instances {
namespace {

// "line:column" of the error, or "read".
std::string error_place(const std::string& text) {
    const auto found = read_network("n.xml", text);
    if (found)
        return "read";
    return std::to_string(found.error().where.line) + ":" + std::to_string(found.error().where.column);
}

TEST(NetworkFiles, GraphmlIsRead) {
    const auto file = read_network("n.graphml", "<g:graphml xmlns:g='x'><g:graph edgedefault='directed'>\n"
                                                "<g:edge source='b' target='a'/><g:node id='a'/><g:node id='b'/>"
                                                "<g:edge source='a' target='a'/></g:graph></g:graphml>");
    ASSERT_TRUE(file) << to_string(file.error(), Language::en);
    EXPECT_EQ(file->names, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(file->network.links.size(), 2U);
    EXPECT_EQ(file->network.links[0].a, NetNode{1});
    EXPECT_EQ(file->network.links[0].b, NetNode{0});
    EXPECT_TRUE(file->demands.empty());
}

TEST(NetworkFiles, SndlibIsRead) {
    const auto file = read_network(
        "n.xml", "<network><networkStructure><nodes><node id='a'/><node id='b'/></nodes><links><link id='l'>"
                 "<source>a</source><target>b</target></link></links></networkStructure><demands><demand id='d'>"
                 "<source>b</source><target>a</target><demandValue>2.5</demandValue></demand></demands></network>");
    ASSERT_TRUE(file) << to_string(file.error(), Language::en);
    ASSERT_EQ(file->demands.size(), 1U);
    EXPECT_EQ(file->demands[0].from, NetNode{1});
    EXPECT_EQ(file->demands[0].amount, 2.5);
}

TEST(NetworkFiles, WrongFilesAreNamedByPlace) {
    EXPECT_EQ(error_place("<graphml>\n<graph>"), "2:7");
    EXPECT_EQ(error_place("<html/>"), "1:2");
    EXPECT_EQ(error_place("<graphml><graph>\n <node id='a'/><node id='a'/></graph></graphml>"), "2:17");
    EXPECT_EQ(error_place("<graphml><graph>\n<node/></graph></graphml>"), "2:2");
    EXPECT_EQ(error_place("<graphml><graph><node id='a'/>\n<edge source='a' target='c'/></graph></graphml>"), "2:2");
    const std::string nodes =
        "<network><networkStructure><nodes><node id='a'/><node id='b'/></nodes></networkStructure>";
    EXPECT_EQ(error_place(nodes + "<demands>\n<demand><source>a</source><target>b</target><demandValue>x</demandValue>"
                                  "</demand></demands></network>"),
              "2:2");
    EXPECT_EQ(error_place(nodes + "<demands>\n<demand><source>a</source><target>b</target><demandValue>-1</demandValue>"
                                  "</demand></demands></network>"),
              "2:2");
}

const std::string graphs = RISER_SOURCE_DIR "/../shared/data/graphs/";

// Rows of a table by the names of its columns; text within quotes stays together.
std::vector<std::map<std::string, std::string>> table(const std::string& name) {
    std::ifstream in(graphs + name);
    std::vector<std::map<std::string, std::string>> out;
    std::vector<std::string> columns;
    for (std::string line; std::getline(in, line);) {
        std::vector<std::string> cells{""};
        bool quoted = false;
        for (const char c : line) {
            quoted = quoted != (c == '"');
            if (c == ',' && !quoted)
                cells.emplace_back();
            else if (c != '"' && c != '\r')
                cells.back() += c;
        }
        if (columns.empty()) {
            columns = cells;
            continue;
        }
        for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
            if (i == 0)
                out.emplace_back();
            out.back()[columns[i]] = cells[i];
        }
    }
    return out;
}

LinkNetwork network_of(const std::map<std::string, std::string>& row) {
    const std::string path = graphs + row.at("source") + "/" + row.at("name");
    const auto file = read_network_file(std::filesystem::exists(path + ".xml") ? path + ".xml" : path + ".graphml");
    EXPECT_TRUE(file) << path;
    return file ? file->network : LinkNetwork{};
}

TEST(NetworkFiles, WhatCutsThemIsKnown) {
    if (!std::filesystem::exists(graphs))
        GTEST_SKIP() << "../shared/data/graphs is not here";
    const auto rows = table("topologyzoo/resilience.csv");
    EXPECT_GE(rows.size(), 19U);
    for (const auto& row : rows) {
        const LinkNetwork network = network_of(row);
        const Blocks blocks = blocks_of(network);
        const auto known = [&](const char* column) { return std::stoul(row.at(column)); };
        SCOPED_TRACE(row.at("name"));
        EXPECT_EQ(network.nodes, known("nodes"));
        EXPECT_EQ(network.links.size(), known("all_edges"));
        EXPECT_EQ(blocks.components, known("components"));
        EXPECT_EQ(blocks.articulation_points.size(), known("articulation_points"));
        EXPECT_EQ(blocks.bridges.size(), known("bridges_multigraph"));
        EXPECT_EQ(blocks.count, known("biconnected_components"));
        EXPECT_EQ(link_connectivity(network), known("edge_connectivity"));
        EXPECT_EQ(node_connectivity(network), known("node_connectivity"));
    }
}

// "{1: 11, 2: 52}": how many pairs of nodes have how many ways that share no link.
std::string histogram(const LinkNetwork& network) {
    std::map<std::uint32_t, int> pairs;
    for (std::uint32_t a = 0; a < network.nodes; ++a)
        for (std::uint32_t b = a + 1; b < network.nodes; ++b)
            ++pairs[link_disjoint_paths(network, NetNode{a}, NetNode{b})];
    std::string out;
    for (const auto& [ways, count] : pairs)
        out += (out.empty() ? "{" : ", ") + std::to_string(ways) + ": " + std::to_string(count);
    return out + "}";
}

TEST(NetworkFiles, PairsThatCutThemAreKnown) {
    if (!std::filesystem::exists(graphs))
        GTEST_SKIP() << "../shared/data/graphs is not here";
    const auto rows = table("sndlib/n1_n2.csv");
    EXPECT_EQ(rows.size(), 6U);
    for (const auto& row : rows) {
        const LinkNetwork network = network_of(row);
        const Blocks blocks = blocks_of(network);
        const FailingPairs pairs = failing_pairs(network);
        const auto known = [&](const char* column) { return std::stoul(row.at(column)); };
        SCOPED_TRACE(row.at("name"));
        EXPECT_EQ(blocks.bridges.size(), known("single_link_disconnects"));
        EXPECT_EQ(pairs.links.size(), known("link_pair_disconnects"));
        EXPECT_EQ(blocks.articulation_points.size(), known("single_node_disconnects"));
        EXPECT_EQ(pairs.nodes.size(), known("node_pair_disconnects"));
        EXPECT_EQ(histogram(network), row.at("edge_disjoint_path_histogram"));
    }
}

TEST(NetworkFiles, WhatTheyCarryIsKnown) {
    if (!std::filesystem::exists(graphs))
        GTEST_SKIP() << "../shared/data/graphs is not here";
    const auto rows = table("sndlib/concurrent_flow.csv");
    EXPECT_EQ(rows.size(), 6U);
    for (const auto& row : rows) {
        const auto file = read_network_file(graphs + "sndlib/" + row.at("network") + ".xml");
        ASSERT_TRUE(file) << row.at("network");
        const std::vector<double> capacity(file->network.links.size(), 1);
        const auto found = concurrent_flow({file->network, capacity, file->demands});
        ASSERT_TRUE(found) << row.at("network");
        const double known = std::stod(row.at("max_concurrent_flow_lambda_unitcap"));
        EXPECT_NEAR(found->lambda / known, 1, 1e-6) << row.at("network");
        EXPECT_GE(found->bound, known * (1 - 1e-9)) << row.at("network");
        EXPECT_LE(found->bound, found->lambda * 1.001) << row.at("network");
    }
}

} // namespace
} // namespace riser::instances
