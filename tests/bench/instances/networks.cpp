// SPDX-License-Identifier: GPL-3.0-or-later
// riser-instances resilience and concurrent-flow: what fails in a published network, and how much it carries.
#include "solvers/graph/resilience/blocks.h"
#include "solvers/graph/resilience/disjoint_paths.h"
#include "solvers/graph/resilience/failing_pairs.h"
#include "tests/bench/instances/answer.h"
#include "tests/bench/instances/commands.h"
#include "tests/bench/instances/network_file.h"

#include <cstdio>

namespace riser::instances {

namespace {

Result<std::string> look_for_failures(const std::string& name, const Run& run) {
    const Result<NetworkFile> file = read_network_file(name);
    if (!file)
        return file.error();
    const LinkNetwork& network = file->network;
    const Blocks blocks = blocks_of(network);
    const FailingPairs pairs = failing_pairs(network, run);
    const auto count = [](std::size_t n) { return std::to_string(n); };
    // Pairs that are not all known are not given.
    const bool all = pairs.outcome == Outcome::complete;
    return "{\"nodes\": " + count(network.nodes) + ", \"links\": " + count(network.links.size()) +
           ", \"components\": " + count(blocks.components) +
           ", \"articulation_points\": " + count(blocks.articulation_points.size()) +
           ", \"bridges\": " + count(blocks.bridges.size()) + ", \"biconnected_components\": " + count(blocks.count) +
           ", \"edge_connectivity\": " + count(link_connectivity(network)) +
           ", \"node_connectivity\": " + count(node_connectivity(network)) +
           ", \"link_pairs\": " + (all ? count(pairs.links.size()) : "null") +
           ", \"node_pairs\": " + (all ? count(pairs.nodes.size()) : "null") + "}";
}

Result<std::string> carry_most(const std::string& name, const Run& run) {
    const auto start = std::chrono::steady_clock::now();
    Result<NetworkFile> file = read_network_file(name);
    if (!file)
        return file.error();
    FlowProblem problem{std::move(file->network), {}, std::move(file->demands)};
    problem.capacity.assign(problem.network.links.size(), 1);
    const Result<ConcurrentFlow> found = concurrent_flow(problem, {}, run);
    if (!found)
        return found.error();
    char line[160];
    std::snprintf(line, sizeof line, "{\"lambda\": %.12g, \"lambda_upper_bound\": %.12g, \"seconds\": %.3f}",
                  found->lambda, found->bound,
                  std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return std::string(line);
}

} // namespace

int run_resilience(std::span<const std::string> arguments) {
    return print_each(arguments, "usage: riser-instances resilience [--seconds N] FILE.(graphml|xml)...",
                      look_for_failures);
}

int run_concurrent_flow(std::span<const std::string> arguments) {
    return print_each(arguments, "usage: riser-instances concurrent-flow [--seconds N] FILE.xml...", carry_most);
}

} // namespace riser::instances
