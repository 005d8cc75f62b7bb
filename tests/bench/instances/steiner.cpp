// SPDX-License-Identifier: GPL-3.0-or-later
// riser-instances steiner: near-minimal Steiner trees with their bound.
#include "tests/bench/instances/answer.h"
#include "tests/bench/instances/commands.h"
#include "tests/bench/instances/steiner_file.h"

namespace riser::instances {

namespace {

Result<InstanceAnswer> solve(const std::string& name, const Run& run) {
    Result<WordFile> file = WordFile::open(name);
    if (!file)
        return file.error();
    const Result<SteinerGraph> graph = read_steiner(*file);
    if (!graph)
        return graph.error();
    const Result<SteinerTree> tree = steiner_tree(*graph, {.most_steps = {}}, run);
    if (!tree)
        return tree.error();
    InstanceAnswer answer;
    answer.outcome = tree->outcome;
    if (tree->outcome != Outcome::infeasible) {
        answer.objective = tree->cost;
        answer.bound = tree->bound;
    }
    return answer;
}

} // namespace

int run_steiner(std::span<const std::string> arguments) {
    return answer_each(arguments, "usage: riser-instances steiner [--seconds N] FILE.(stp|gr)...", solve);
}

} // namespace riser::instances
