// SPDX-License-Identifier: GPL-3.0-or-later
// Where a command speaks: results to `out`, messages and progress to `err`, in one language. Exit statuses are fixed:
// 0 done, 1 findings at or above --fail-on, 2 bad input or usage, 3 a fault of ours.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"

#include <iosfwd>
#include <stop_token>
#include <string_view>

namespace riser {

enum class Exit { done = 0, findings = 1, bad_input = 2, fault = 3 };
enum class Terminal { no, yes };

class Console {
  public:
    Console(std::ostream& out, std::ostream& err, Terminal terminal) : out_(&out), err_(&err), terminal_(terminal) {}

    std::ostream& out() const { return *out_; }
    Language language = Language::en;
    bool quiet = false;
    std::stop_token stop;

    // A message for people, on a line of its own; not with --quiet.
    void say(const Text& message) const;
    // An error: always said. The exit status that goes with it.
    Exit fail(const Error& error) const;
    Exit fail(const Text& message, const Text& fix) const;

    // A Run that stops with the console and shows a progress bar, on a terminal only.
    Run run() const;

  private:
    std::ostream* out_;
    std::ostream* err_;
    Terminal terminal_;
};

// LC_ALL, LC_MESSAGES or LANG that begins with "zh" is Chinese; anything else is English.
Language language_of_locale();

} // namespace riser
