// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources as text and says where one breaks the plan of the house: a floor that includes the floor above, a
// room that includes what it may not, CGAL or Boost.Graph in a header, Qt where no window is, a file without its
// licence line or grown past twice its guide length.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace riser {

struct Breach {
    std::string file; // below the root
    int line = 0;
    std::string why;
};

// Scans model, solvers, exporters and designer below `root`.
std::vector<Breach> scan_architecture(const std::filesystem::path& root);

} // namespace riser
