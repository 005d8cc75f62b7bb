// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of the house holds, and the scanner that says so can fail: it is shown small trees with one breach each.
#include "tests/architecture/include_rules.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace riser {
namespace {

namespace fs = std::filesystem;

std::string told(const std::vector<Breach>& breaches) {
    std::ostringstream out;
    for (const Breach& breach : breaches)
        out << breach.file << ':' << breach.line << ": " << breach.why << '\n';
    return out.str();
}

TEST(Architecture, EveryFloorIncludesOnlyFloorsBelow) {
    const std::vector<Breach> breaches = scan_architecture(RISER_SOURCE_DIR);
    EXPECT_TRUE(breaches.empty()) << told(breaches);
}

class FakeHouse : public ::testing::Test {
  protected:
    void SetUp() override {
        root_ = fs::temp_directory_path() / ("riser-house-" + std::to_string(::getpid()));
        fs::remove_all(root_);
    }
    void TearDown() override { fs::remove_all(root_); }
    std::string breaches_of(const std::string& file, const std::string& body) {
        fs::remove_all(root_);
        fs::create_directories((root_ / file).parent_path());
        std::ofstream(root_ / file) << body;
        return told(scan_architecture(root_));
    }
    const std::string licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    fs::path root_;
};

TEST_F(FakeHouse, SoundFilesPass) {
    EXPECT_EQ(
        breaches_of("solvers/graph/a.cpp", licence + "#include \"model/design.h\"\n#include <boost/graph/x.hpp>\n"),
        "");
    EXPECT_EQ(breaches_of("designer/cli/a.h", licence + "#pragma once\n#include \"exporters/package.h\"\n"), "");
}

TEST_F(FakeHouse, AFloorThatIncludesTheFloorAboveIsNamed) {
    EXPECT_NE(breaches_of("model/a.cpp", licence + "#include \"solvers/base/run.h\"\n").find("model/a.cpp:2"),
              std::string::npos);
    EXPECT_NE(breaches_of("solvers/a.cpp", licence + "\n#  include \"exporters/package.h\"\n").find("solvers/a.cpp:3"),
              std::string::npos);
    EXPECT_NE(breaches_of("exporters/a.cpp", licence + "#include \"designer/cli/riser.h\"\n"), "");
}

TEST_F(FakeHouse, LibrariesStayInTheirRooms) {
    EXPECT_NE(breaches_of("model/a.cpp", licence + "#include <CGAL/Arrangement_2.h>\n"), "");
    EXPECT_NE(breaches_of("solvers/geometry/a.h", licence + "#pragma once\n#include <CGAL/Arrangement_2.h>\n"), "");
    EXPECT_NE(breaches_of("solvers/graph/a.h", licence + "#pragma once\n#include <boost/graph/x.hpp>\n"), "");
    EXPECT_NE(breaches_of("exporters/tables/a.cpp", licence + "#include <QPainter>\n"), "");
    EXPECT_NE(breaches_of("solvers/planning/a.cpp", licence + "#include <boost/graph/x.hpp>\n"), "");
    EXPECT_EQ(breaches_of("solvers/geometry/a.cpp", licence + "#include <CGAL/Arrangement_2.h>\n"), "");
}

TEST_F(FakeHouse, TheVerifierSharesTheModelAndNothingElse) {
    EXPECT_EQ(breaches_of("designer/verify/a.cpp", licence + "#include \"model/design.h\"\n#include <pugixml.hpp>\n"),
              "");
    EXPECT_NE(breaches_of("designer/verify/a.cpp", licence + "#include \"solvers/proof/claims.h\"\n"), "");
    EXPECT_NE(breaches_of("designer/verify/a.cpp", licence + "#include \"designer/cli/console.h\"\n"), "");
    EXPECT_NE(breaches_of("designer/cli/a.cpp", licence + "#include \"designer/verify/uses.h\"\n"), "");
}

TEST_F(FakeHouse, LicenceGuardAndLengthAreWatched) {
    EXPECT_NE(breaches_of("model/a.cpp", "int a;\n").find("no licence line"), std::string::npos);
    EXPECT_NE(breaches_of("model/a.h", licence + "int a;\n").find("#pragma once"), std::string::npos);
    EXPECT_NE(breaches_of("model/a.cpp", licence + std::string(801, '\n')).find("longer than"), std::string::npos);
}

} // namespace
} // namespace riser
