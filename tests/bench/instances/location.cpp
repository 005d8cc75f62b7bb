// SPDX-License-Identifier: GPL-3.0-or-later
// riser-instances pmedian, pcentre and setcover: location on OR-Library's files, without limits but the clock's.
#include "solvers/graph/location/p_centre.h"
#include "solvers/graph/location/p_median.h"
#include "tests/bench/instances/answer.h"
#include "tests/bench/instances/commands.h"
#include "tests/bench/instances/location_files.h"

#include <limits>

namespace riser::instances {

namespace {

constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max();

Result<FacilityFile> facilities(const std::string& name, const Run& run) {
    Result<WordFile> file = WordFile::open(name);
    if (!file)
        return file.error();
    return read_facilities(*file, run);
}

InstanceAnswer nothing_yet() {
    InstanceAnswer answer;
    answer.outcome = Outcome::stopped;
    return answer;
}

Result<InstanceAnswer> solve_median(const std::string& name, const Run& run) {
    const Result<FacilityFile> file = facilities(name, run);
    if (!file)
        return file.error();
    if (file->stopped)
        return nothing_yet();
    const Result<MedianAnswer> found =
        solve_p_median({.service = file->service, .open = file->open}, {.most_branches = no_limit}, run);
    if (!found)
        return found.error();
    InstanceAnswer answer;
    answer.outcome = found->outcome;
    if (!found->open.empty())
        answer.objective = found->cost;
    if (found->outcome != Outcome::infeasible)
        answer.bound = found->bound;
    return answer;
}

Result<InstanceAnswer> solve_centre(const std::string& name, const Run& run) {
    const Result<FacilityFile> file = facilities(name, run);
    if (!file)
        return file.error();
    if (file->stopped)
        return nothing_yet();
    const Result<CentreAnswer> found =
        solve_p_centre({.service = file->service, .open = file->open}, {.most_branches = no_limit}, run);
    if (!found)
        return found.error();
    InstanceAnswer answer;
    answer.outcome = found->outcome;
    if (!found->open.empty())
        answer.objective = found->radius;
    if (found->outcome != Outcome::infeasible)
        answer.bound = found->bound;
    return answer;
}

Result<InstanceAnswer> solve_cover(const std::string& name, const Run& run) {
    Result<WordFile> file = WordFile::open(name);
    if (!file)
        return file.error();
    const Result<CoverProblem> problem = read_cover(*file);
    if (!problem)
        return problem.error();
    const Result<CoverAnswer> found = solve_set_cover(*problem, {.most_branches = no_limit}, run);
    if (!found)
        return found.error();
    InstanceAnswer answer;
    answer.outcome = found->outcome;
    if (found->columns) {
        answer.objective = found->cost;
        answer.bound = found->bound;
    }
    return answer;
}

} // namespace

int run_pmedian(std::span<const std::string> arguments) {
    return answer_each(arguments, "usage: riser-instances pmedian [--seconds N] FILE...", solve_median);
}

int run_pcentre(std::span<const std::string> arguments) {
    return answer_each(arguments, "usage: riser-instances pcentre [--seconds N] FILE...", solve_centre);
}

int run_setcover(std::span<const std::string> arguments) {
    return answer_each(arguments, "usage: riser-instances setcover [--seconds N] FILE...", solve_cover);
}

} // namespace riser::instances
