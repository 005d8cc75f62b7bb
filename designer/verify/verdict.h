// SPDX-License-Identifier: GPL-3.0-or-later
// What came of checking a certificate: how many claims were looked at and, when not all of them hold, the first that
// does not, with the fact it fails on and where that stands.
#pragma once

#include "designer/verify/certificate.h"
#include "model/base/text.h"
#include "model/design.h"

#include <optional>

namespace riser::verify {

enum class Ground {
    other_design,     // the digest is another design's
    missing_list,     // a plane's objects, or those of a kind, are not listed
    unknown_list,     // a list that nothing asks for
    not_used,         // an object is listed that is not there, or that the plane does not use
    not_listed,       // an object that the plane uses is not listed
    unsorted,         // a list is not in strict order, so that nothing is listed twice
    wrongly_withheld, // more or less is withheld than may be
    missing_claim,    // one that the design asks for
    unknown_claim,    // one that it does not ask for, or asks for otherwise
    shared,           // both planes use an object
    meets,            // two planes meet over a third
    says_otherwise,   // the certificate says that the claim fails, or does not say so
    not_closed,       // a packet leaves the list of where a zone's packets come
    no_such_denial,   // a reason is named that stops nothing
    withheld,         // a claim that cannot be checked without what is withheld
    not_through,      // a packet that must come to a service does not, or its answer does not come back
    reached,          // a place of the other zone stands in the list
    broken,           // a row breaks a law of order
    not_outlived,     // a packet that must come through after a failure does not
};
std::string_view key_of(Ground ground);

struct Refutation {
    Ground ground = Ground::other_design;
    Text claim;                 // which
    Text fact;                  // on what it fails, and where in the building
    std::optional<Place> place; // in the certificate
};

struct Verdict {
    std::optional<Refutation> refutation; // none: every claim holds
    std::size_t claims = 0;
    std::size_t withheld = 0; // of them, not listed for this reader, and checked against the design all the same
    std::size_t facts = 0;
};

// "rack A3 (3F)": what people call a row, and its floor, with its id.
Text called(const Design& design, AnyId row);

} // namespace riser::verify
