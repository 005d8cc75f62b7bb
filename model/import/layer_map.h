// SPDX-License-Identifier: GPL-3.0-or-later
// Which layers of a drawing are walls, doors, texts …? A list of patterns with roles, first the user's, then a default
// that knows the AIA/NCS names (A-WALL), the Tangent names (WALL, DOTE, PUB_TEXT) and plain words (墙, 门窗, Wand).
// Patterns are compared with the name without its external-drawing prefix (with the whole name when they hold a '$' or
// '|'); * and ? are wildcards, case does not matter.
#pragma once

#include "model/base/result.h"
#include "model/import/plan_sketch.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

enum class LayerRole {
    unknown,
    wall,
    column,
    door,
    window,
    opening,      // doors and windows on one layer, as Tangent draws them
    stair,        // stairs, steps, ramps, railings
    lift,         // lift cars and escalators
    room_text,    // room names, numbers, areas
    opening_text, // door and window marks
    text,         // any other text; may hold room names
    room_outline, // space boundaries drawn as such; texts there are room texts (Tangent's SPACE)
    axis,
    dimension,
    level,     // storey levels, elevation marks
    furniture, // casework, equipment
    sanitary,
    hatch,
    roof,  // eaves, terraces, outlines outside the walls
    sheet, // frames, title blocks, revision clouds, viewports
    ignored,
};

std::string_view to_string(LayerRole role); // as in a layer file: "wall", "room_text"
std::optional<LayerRole> parse_layer_role(std::string_view word);
Text name_of(LayerRole role);

struct LayerRule {
    std::string pattern;
    LayerRole role = LayerRole::unknown;
    bool operator==(const LayerRule&) const = default;
};

class LayerMap {
  public:
    // The default rules alone.
    LayerMap();

    // A layer file: a rule a line, "pattern = role", "#" begins a comment, a pattern with '=' or '#' in it stands in
    // double quotes. Its rules go before all rules there are; within a file the first match counts.
    Result<void> read(std::string_view text, const std::string& file_name);
    // One "NAME=role", as a command-line flag gives it; goes before all rules there are.
    Result<void> add(std::string_view flag);

    LayerRole role(std::string_view layer) const;
    // The rule that decided, nothing when none matches.
    const LayerRule* rule(std::string_view layer) const;
    std::span<const LayerRule> rules() const { return rules_; }

  private:
    std::vector<LayerRule> rules_;
};

// The role of each layer of a sketch, by layer index.
std::vector<LayerRole> layer_roles(const PlanSketch& sketch, const LayerMap& map = {});

} // namespace riser
