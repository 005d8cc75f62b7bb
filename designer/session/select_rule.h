// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows does a person mean by "outlets of 政协 on 5F" or "cables length>90 m"? A small language over the field
// table:
//
//   rule      = { kind | condition | noise }         exactly one kind; all conditions must hold
//   kind      = a table by its name or label:        outlets, jacks, rooms, trays, 插座, 信息点, 缆线 …
//   condition = ("on" | "in" | "of")? name           a floor, room, body or plane that the row belongs to
//             | field operator value                 key or label of a field of the kind, or a fact
//             | flag | ("not" | 非) flag             a field that is yes or no; unrouted 未布线; findings 有问题
//             | rule-id                              CAB-02: subjects of its findings that are not waived
//   operator  = "=" ":" 等于 | "!=" ≠ 不等于 | "<" 小于 | "<=" 不大于 | ">" 大于 | ">=" 不小于 | "~" 含 (contains)
//   value     = word | "words" | number unit?        mm cm m m2 %; the unit left out: that of the field; m, m2, % of
//   facts fact      = length tray riser drop slack (cables) | fill (runs) | area (rooms); 长度 水平 竖向 引下 余量
//   填充率 面积 noise     = "and" 且 的 , ，
//
// Words match whatever their case. Errors carry the column (from 1, in characters) and what was expected.
#pragma once

#include "model/base/result.h"
#include "solvers/base/facts.h"
#include "solvers/checks/run_checks.h"

#include <QString>

#include <vector>

namespace riser {

// Whether the text names a kind of row, and so is likely meant as a rule.
bool names_a_kind(const QString& text);
// Rows in the order of their ids. O(rows of the kind).
Result<std::vector<AnyId>> select_by_rule(const QString& text, const Facts& facts, const CheckReport& report);

} // namespace riser
