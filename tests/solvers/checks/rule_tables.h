// SPDX-License-Identifier: GPL-3.0-or-later
// The two tables of each rule: designs on which it must fire, and on which it must not. Each row spoils a sound office.
#pragma once

#include "solvers/checks/run_checks.h"
#include "tests/solvers/checks/office.h"

#include <functional>

namespace riser::test {

struct MustFire {
    std::string rule;
    std::string name;
    std::function<void(Office&)> spoil;
    std::size_t findings = 1;
    std::string says{}; // a part of the first English message; may be empty
};
struct MustNotFire {
    std::string rule;
    std::string name;
    std::function<void(Office&)> change;
    RuleOutcome outcome = RuleOutcome::passed;
};

struct RuleTables {
    std::vector<MustFire> fire;
    std::vector<MustNotFire> not_fire;
};

RuleTables cabling_tables();
RuleTables link_tables();
RuleTables pathway_tables();
RuleTables room_tables();
RuleTables security_tables();
RuleTables design_tables();
RuleTables equipment_tables();
RuleTables backbone_tables();
RuleTables wireless_tables();
RuleTables power_tables();
RuleTables address_tables();
RuleTables zone_tables();
RuleTables publishing_tables();
RuleTables reach_tables();
RuleTables load_tables();

} // namespace riser::test
