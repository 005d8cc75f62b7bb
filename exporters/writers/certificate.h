// SPDX-License-Identifier: GPL-3.0-or-later
// The certificate of a design: what is claimed of it, and the facts that each claim rests on, for riser-verify to check
// against the design without a line of the code that found them. A fact a line, sorted, so that two certificates are
// compared as two designs are. What a reader may not see is left out and said to be withheld.
#pragma once

#include "solvers/base/facts.h"

#include <functional>
#include <string>

namespace riser {

struct CertificateOptions {
    std::function<bool(AnyId)> hidden = {}; // rows not to be named; absent: none
};

// UTF-8 XML, the same bytes for the same design and options. Its digest is the SHA-256 of what write_design writes.
// O(facts).
std::string certificate_xml(const Facts& facts, const CertificateOptions& options = {});

} // namespace riser
