// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see what. Redaction works on the design before anything is rendered, so that no document can forget it: a
// secret plane becomes an anonymous reservation, and what belongs to it, alone serves it, refers to it or names it
// goes. What is kept refers to nothing that went.
#pragma once

#include "model/base/result.h"
#include "solvers/checks/run_checks.h"

#include <functional>
#include <string_view>

namespace riser {

enum class Audience { contractor, reviewer, body };

struct Profile {
    Audience audience = Audience::contractor;
    std::string body; // code, of Audience::body
    bool operator==(const Profile&) const = default;
};

// "contractor", "reviewer", "body:CODE".
Result<Profile> parse_profile(std::string_view text);
std::string to_string(const Profile& profile);

// For the documents of that reader. Secret planes stay for a reviewer only, and only those whose code is in `planes`.
// Where anything is hidden no underlay is shown, for nobody can take a name out of a picture.
// A body sees no head counts, points and addresses of the other bodies, and not what their rooms are called.
Design redacted(const Design& design, const Profile& profile, const std::vector<std::string>& planes);

// The report beside it: findings about what is hidden are left out of the list, stay counted, and are said to be so.
CheckReport redacted(const CheckReport& report, const Design& design, const Profile& profile,
                     const std::vector<std::string>& planes);

// Whether a row of the design is hidden from that reader: for what is said of the design as it is. Empty: none is.
std::function<bool(AnyId)> hidden_rows(const Design& design, const Profile& profile,
                                       const std::vector<std::string>& planes);

// not_found: a plane or body that is not there. refused: a secret plane for anyone but a reviewer.
Result<void> may_see(const Design& design, const Profile& profile, const std::vector<std::string>& planes);

} // namespace riser
