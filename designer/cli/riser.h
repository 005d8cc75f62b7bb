// SPDX-License-Identifier: GPL-3.0-or-later
// The whole command line as a function, so that tests run it without a process.
#pragma once

#include "designer/cli/console.h"

#include <span>
#include <stop_token>
#include <string>

namespace riser {

// `arguments` without the program's name. Returns the exit status.
int run_riser(std::span<const std::string> arguments, std::ostream& out, std::ostream& err,
              Terminal terminal = Terminal::no, std::stop_token stop = {});

} // namespace riser
