// SPDX-License-Identifier: GPL-3.0-or-later
// The sub-commands of riser-instances, one file a field; main.cpp lists them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace riser::instances {

struct InstanceCommand {
    std::string_view name;
    std::string_view usage;                             // of the arguments
    int (*run)(std::span<const std::string> arguments); // gives the exit status: 0, or 2 for bad input
};

int run_steiner(std::span<const std::string> arguments);
int run_pmedian(std::span<const std::string> arguments);
int run_pcentre(std::span<const std::string> arguments);
int run_setcover(std::span<const std::string> arguments);
int run_resilience(std::span<const std::string> arguments);
int run_concurrent_flow(std::span<const std::string> arguments);

} // namespace riser::instances
