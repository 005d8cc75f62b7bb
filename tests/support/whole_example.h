// SPDX-License-Identifier: GPL-3.0-or-later
// The example building as examples/run.sh makes it, command by command.
#pragma once

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace riser::test {

// run(arguments) is called for each command line of riser: new, an import a sheet, plan.
template<class Run> void make_whole_example(const std::string& file, Run run) {
    const std::string example = RISER_SOURCE_DIR "/examples/administrative-building/";
    run(std::vector<std::string>{"new", file, "--brief", example + "brief.xml"});
    std::ifstream floors(example + "floors.csv");
    std::set<std::string> done;
    std::string line;
    std::getline(floors, line); // the heading
    while (std::getline(floors, line)) {
        std::istringstream cells(line);
        std::vector<std::string> cell(8);
        for (std::string& each : cell)
            std::getline(cells, each, ',');
        if (done.insert(cell[6]).second)
            run(std::vector<std::string>{"import", example + cell[3], "--into", file, "--sheet", cell[4], "--floors",
                                         cell[6], "--body", cell[7]});
    }
    run(std::vector<std::string>{"plan", file});
}

} // namespace riser::test
