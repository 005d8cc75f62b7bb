// SPDX-License-Identifier: GPL-3.0-or-later
// The heading of a network, region or zone in a topology: its name, grading, VLANs with the colour and letter of their
// bodies, and services. A zone of many VLANs has a line for each body, with a mark for each VLAN.
#pragma once

#include "exporters/drawings/draft.h"
#include "exporters/drawings/topology_content.h"

namespace riser {

// Of a bold name so many times its size on a sheet, with room for fonts that are wider.
double name_width(std::string_view name, double size, double names);
// `names`: how much larger than on a sheet names are written, among words that keep their size.
PaperPoint heading_size(const Design& design, const TopologyBox& heading, TopologyBox::What of, Language language,
                        double names);
void draw_heading(Draft& draft, const Design& design, const TopologyBox& heading, TopologyBox::What of,
                  const PaperBox& at, Language language, double names);

// Denser for a higher level; crossed for classified protection; none for none.
std::optional<Hatch> grading_hatch(Grading grading);
Colour grading_tone(Grading grading); // darker for a higher level, for where a hatch is too fine to see
Text grading_name(Grading grading);

} // namespace riser
