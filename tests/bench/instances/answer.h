// SPDX-License-Identifier: GPL-3.0-or-later
// What the sub-commands of riser-instances share: their arguments, the clock that ends the work on a file, and the line
// of JSON that an instance is answered with.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace riser::instances {

struct InstanceArguments {
    std::chrono::duration<double> seconds{10}; // for each file
    std::vector<std::string> files;
};
// [--seconds N] FILE… with 0 < N <= 1e6. bad_input: something else, or no file.
Result<InstanceArguments> parse_arguments(std::span<const std::string> arguments);

// The clock of one file: starts when made, asks the run to stop when the time is over. Its thread sleeps meanwhile.
class FileClock {
  public:
    explicit FileClock(std::chrono::duration<double> limit);
    ~FileClock();
    FileClock(const FileClock&) = delete;
    FileClock& operator=(const FileClock&) = delete;

    Run run() const { return {.stop = stop_.get_token(), .progress = {}}; }
    std::chrono::duration<double> elapsed() const { return std::chrono::steady_clock::now() - start_; }

  private:
    std::chrono::steady_clock::time_point start_;
    std::stop_source stop_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool over_ = false;
    std::thread waiter_;
};

struct InstanceAnswer {
    std::string file;
    std::optional<std::int64_t> objective; // nothing: there is no solution
    std::optional<std::int64_t> bound;
    std::chrono::duration<double> seconds{0}; // reading the file included
    Outcome outcome = Outcome::complete;
};
// One JSON object without line break: {"file", "objective", "bound", "seconds", "termination"}; termination is
// "optimal", "time_limit", "limit" or "infeasible".
std::string to_json(const InstanceAnswer& answer);

// Prints each file's line as soon as it is there; stops at the first that cannot be read. The exit status: 0, or 2
// after a sentence on standard error.
int print_each(std::span<const std::string> arguments, std::string_view usage,
               const std::function<Result<std::string>(const std::string& file, const Run& run)>& line);
// The same of what is solved.
int answer_each(std::span<const std::string> arguments, std::string_view usage,
                Result<InstanceAnswer> (*solve)(const std::string& file, const Run& run));

} // namespace riser::instances
