// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate/generate.h"

#include "tests/bench/generate/works.h"

namespace riser {

std::string_view size_name(DesignSize size) {
    return size == DesignSize::medium ? "M" : size == DesignSize::large ? "L" : "XL";
}

std::optional<DesignSize> parse_design_size(std::string_view name) {
    for (const DesignSize size : {DesignSize::medium, DesignSize::large, DesignSize::extra_large})
        if (size_name(size) == name)
            return size;
    return std::nullopt;
}

GeneratedDesign generate(const GenerateOptions& options) {
    Works works(options, recipe_for(options.size));
    add_catalogue(works);
    add_brief(works);
    add_buildings(works);
    add_pathways(works);
    add_points(works);
    add_horizontal(works);
    add_networks(works);
    add_equipment(works);
    add_power(works);
    add_run_sections(works);
    GeneratedDesign out;
    out.defects = add_defects(works, options.defects);
    out.design = std::move(works.design);
    return out;
}

std::string defects_csv(const std::vector<SeededDefect>& defects) {
    std::string out = "kind,rule,subjects\n";
    for (const SeededDefect& defect : defects) {
        out += defect.kind + ',' + defect.rule + ',';
        for (std::size_t i = 0; i < defect.subjects.size(); ++i)
            out += (i > 0 ? " " : "") + to_string(defect.subjects[i]);
        out += '\n';
    }
    return out;
}

} // namespace riser
