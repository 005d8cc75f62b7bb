// SPDX-License-Identifier: GPL-3.0-or-later
// How far a number is to be trusted, whatever its force: words are added by it, severity never follows it.
#pragma once

#include <span>

namespace riser {

// V read in the standard, W in a secondary text, D arithmetic from V, U general knowledge, P our engineering default.
enum class Trust { verified, secondary, derived, unverified, practice };

// Whether whoever relies on it must read the official text first.
constexpr bool to_be_checked(Trust trust) { return trust == Trust::secondary || trust == Trust::unverified; }

std::span<const struct Choice> choices(Trust);

} // namespace riser
