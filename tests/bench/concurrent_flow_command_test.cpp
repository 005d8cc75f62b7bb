// SPDX-License-Identifier: GPL-3.0-or-later
// riser-instances concurrent-flow as it is called, on files written here: where ways are the only ones, or the network
// is a ring, what it must say is counted by hand; elsewhere what cuts allow.
#include "tests/bench/instances/commands.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <unistd.h>

namespace riser::instances {
namespace {

namespace fs = std::filesystem;

struct Given {
    struct Demand {
        int from, to;
        double amount;
    };
    int nodes = 0;
    std::vector<std::pair<int, int>> links; // each carries 1
    std::vector<Demand> demands;
};

struct Said {
    double lambda = 0, bound = 0;
};

class ConcurrentFlowCommand : public ::testing::Test {
  protected:
    void SetUp() override {
        file_ = (fs::temp_directory_path() / ("riser-flow-" + std::to_string(::getpid()) + ".xml")).string();
    }
    void TearDown() override { fs::remove(file_); }

    Said asked(const Given& given) const {
        std::ofstream out(file_);
        out << "<network><networkStructure><nodes>";
        for (int v = 0; v < given.nodes; ++v)
            out << "<node id='n" << v << "'/>";
        out << "</nodes><links>";
        for (std::size_t l = 0; l < given.links.size(); ++l)
            out << "<link id='l" << l << "'><source>n" << given.links[l].first << "</source><target>n"
                << given.links[l].second << "</target></link>";
        out << "</links></networkStructure><demands>";
        for (std::size_t d = 0; d < given.demands.size(); ++d)
            out << "<demand id='d" << d << "'><source>n" << given.demands[d].from << "</source><target>n"
                << given.demands[d].to << "</target><demandValue>" << given.demands[d].amount
                << "</demandValue></demand>";
        out << "</demands></network>\n";
        out.close();
        ::testing::internal::CaptureStdout();
        const int status = run_concurrent_flow(std::vector<std::string>{file_});
        const std::string line = ::testing::internal::GetCapturedStdout();
        EXPECT_EQ(status, 0) << line;
        Said said;
        const auto figure = [&](const char* key) {
            const std::size_t at = line.find(key);
            EXPECT_NE(at, std::string::npos) << line;
            return at == std::string::npos ? 0 : std::stod(line.substr(at + std::string(key).size()));
        };
        said.lambda = figure("\"lambda\": ");
        said.bound = figure("\"lambda_upper_bound\": ");
        EXPECT_LE(said.lambda, said.bound * (1 + 1e-9)) << line;
        EXPECT_GT(said.lambda, 0) << line;
        return said;
    }

    std::string file_;
};

std::vector<Given::Demand> random_demands(std::mt19937& random, int nodes) {
    std::vector<Given::Demand> out;
    for (int n = 1 + static_cast<int>(random() % 6); n > 0; --n) {
        const int from = static_cast<int>(random() % static_cast<unsigned>(nodes));
        const int step = 1 + static_cast<int>(random() % static_cast<unsigned>(nodes - 1));
        out.push_back({from, (from + step) % nodes, 1 + static_cast<double>(random() % 40) / 4});
    }
    return out;
}

TEST_F(ConcurrentFlowCommand, OnATreeTheFullestLinkSaysAll) {
    std::mt19937 random(1);
    for (int trial = 0; trial < 60; ++trial) {
        Given tree{.nodes = 2 + static_cast<int>(random() % 12), .links = {}, .demands = {}};
        std::vector<int> up(static_cast<std::size_t>(tree.nodes), 0);
        for (int v = 1; v < tree.nodes; ++v) {
            up[static_cast<std::size_t>(v)] = static_cast<int>(random() % static_cast<unsigned>(v));
            tree.links.emplace_back(v, up[static_cast<std::size_t>(v)]);
        }
        tree.demands = random_demands(random, tree.nodes);
        std::vector<double> load(static_cast<std::size_t>(tree.nodes), 0); // of the link above a node
        for (const Given::Demand& demand : tree.demands)
            for (int a = demand.from, b = demand.to; a != b;) { // the later one goes up
                int& later = a > b ? a : b;
                load[static_cast<std::size_t>(later)] += demand.amount;
                later = up[static_cast<std::size_t>(later)];
            }
        const double most = 1 / *std::max_element(load.begin(), load.end());
        const Said said = asked(tree);
        EXPECT_NEAR(said.lambda / most, 1, 1e-6) << "trial " << trial;
        EXPECT_GE(said.bound, most * (1 - 1e-9)) << "trial " << trial;
        EXPECT_LE(said.bound, most * 1.001) << "trial " << trial;
    }
}

TEST_F(ConcurrentFlowCommand, ARingCarriesOneDemandBothWays) {
    for (const int nodes : {3, 4, 7, 12}) {
        Given ring{.nodes = nodes, .links = {}, .demands = {{0, nodes / 2, 5}}};
        for (int v = 0; v < nodes; ++v)
            ring.links.emplace_back(v, (v + 1) % nodes);
        EXPECT_NEAR(asked(ring).lambda, 2.0 / 5, 1e-4) << nodes;
        ring.links.pop_back(); // cut open
        EXPECT_NEAR(asked(ring).lambda, 1.0 / 5, 1e-4) << nodes;
    }
}

// What goes over any border is at most its links; of small networks all borders are looked at.
TEST_F(ConcurrentFlowCommand, NoBorderIsCrossedByMoreThanItsLinks) {
    std::mt19937 random(2);
    std::size_t met = 0;
    for (int trial = 0; trial < 60; ++trial) {
        Given net{.nodes = 3 + static_cast<int>(random() % 6), .links = {}, .demands = {}};
        for (int v = 1; v < net.nodes; ++v)
            net.links.emplace_back(v, static_cast<int>(random() % static_cast<unsigned>(v)));
        for (int n = static_cast<int>(random() % 6); n > 0; --n)
            net.links.emplace_back(0, 1 + static_cast<int>(random() % static_cast<unsigned>(net.nodes - 1)));
        net.demands = random_demands(random, net.nodes);
        double least = 1e9;
        for (unsigned side = 1; side + 1 < 1U << net.nodes; ++side) {
            const auto crosses = [&](int a, int b) { return ((side >> a ^ side >> b) & 1U) != 0; };
            double links = 0, amount = 0;
            for (const auto& [a, b] : net.links)
                links += crosses(a, b);
            for (const Given::Demand& demand : net.demands)
                amount += crosses(demand.from, demand.to) ? demand.amount : 0;
            if (amount > 0)
                least = std::min(least, links / amount);
        }
        const Said said = asked(net);
        EXPECT_LE(said.lambda, least * (1 + 1e-6)) << "trial " << trial;
        met += said.lambda > least * (1 - 1e-3);
    }
    EXPECT_GT(met, 40U); // mostly a border is what stops it
}

TEST_F(ConcurrentFlowCommand, BadInputIsStatusTwo) {
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    EXPECT_EQ(run_concurrent_flow(std::vector<std::string>{file_ + ".none"}), 2);
    EXPECT_EQ(run_concurrent_flow(std::vector<std::string>{}), 2);
    EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("concurrent-flow"), std::string::npos);
}

} // namespace
} // namespace riser::instances
