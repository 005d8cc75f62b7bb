// SPDX-License-Identifier: GPL-3.0-or-later
// riser-verify: does every claim of a certificate hold of a design? Links the model only, for a checker that shared the
// code of the program it checks would repeat its faults.
#pragma once

#include "designer/verify/verdict.h"

#include <iosfwd>
#include <span>
#include <string>

namespace riser::verify {

// Claims in the order of the certificate, and what it must claim by the design. O(design log design).
Verdict check(const Certificate& certificate, const Design& design);

// `riser-verify CERTIFICATE DESIGN [--lang zh|en]`: 0 every claim holds, 1 one does not, 2 bad input or usage.
int run(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace riser::verify
