// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of riser, one file each, in one explicit list. A command adds its options to the subcommand it is given
// and returns what to do once they are read.
#pragma once

#include "designer/cli/console.h"

#include <functional>
#include <span>

namespace CLI {
class App;
}

namespace riser {

struct Command {
    std::string_view name;
    Text summary;
    std::string_view example; // shown below the help
    std::function<Exit()> (*describe)(CLI::App& app, const Console& console) = nullptr;
};

std::span<const Command> commands();

Command new_command();
Command import_command();
Command info_command();
Command plan_command();
Command check_command();
Command simulate_command();
Command export_command();
Command diff_command();
Command merge_command();
Command waive_command();
Command issue_command();
Command completion_command();

} // namespace riser
