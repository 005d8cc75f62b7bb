// SPDX-License-Identifier: GPL-3.0-or-later
// Who reaches whom in words: the rows and columns of the matrix, and what a cell says.
#pragma once

#include "model/design.h"

#include <QString>

namespace riser {

struct ReachCell;
struct ReachSide;

QString vlan_words(const Design& design, VlanId id); // "110 Offices"
// "W-D Party offices · Party Committee".
QString side_words(const Design& design, const ReachSide& side, Language language);
QString target_words(const Design& design, AnyId target, Language language);
QString verdict_words(const ReachCell& cell, Language language);

} // namespace riser
