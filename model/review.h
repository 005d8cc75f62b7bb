// SPDX-License-Identifier: GPL-3.0-or-later
// What reviewers add: settings of rules, waivers (rule + subjects + reason + author + date), comments, approvals over a
// hash. Rules of force law and every SEC-* rule cannot be waived, switched off or downgraded.
#pragma once

#include "model/base/network.h"
#include "model/base/row.h"
#include "model/kinds.h"

#include <span>

namespace riser {

enum class RuleState { on, off };

// A parameter of a rule as this project sets it: "max" = "85 m".
struct RuleParameter {
    std::string name;
    std::string value;
    bool operator==(const RuleParameter&) const = default;
};

struct RuleSetting : RowBase {
    RuleSettingId id;
    std::string rule;
    RuleState state = RuleState::on;
    std::vector<RuleParameter> parameters;
    std::string reason;
    bool operator==(const RuleSetting&) const = default;
};

struct Waiver : RowBase {
    WaiverId id;
    std::string rule;
    std::vector<AnyId> subjects;
    std::string reason;
    std::string author;
    std::optional<Date> date;
    bool operator==(const Waiver&) const = default;
};

enum class CommentState { open, resolved };

struct Comment : RowBase {
    CommentId id;
    std::vector<AnyId> subjects;
    std::optional<FloorId> floor;
    std::string text;
    std::string author;
    std::optional<Date> date;
    CommentState state = CommentState::open;
    bool operator==(const Comment&) const = default;
};

struct Approval : RowBase {
    ApprovalId id;
    std::string role;
    std::string author;
    std::optional<Date> date;
    std::string design_hash; // SHA-256 of the file as approved
    bool operator==(const Approval&) const = default;
};

std::span<const struct Choice> choices(RuleState);
std::span<const struct Choice> choices(CommentState);

} // namespace riser
