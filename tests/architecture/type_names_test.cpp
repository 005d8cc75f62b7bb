// SPDX-License-Identifier: GPL-3.0-or-later
// One name, one type, over all floors; and the scanner that says so can fail.
#include "tests/architecture/type_names.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <unistd.h>

namespace riser {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> out;
    for (const TypeName& type : types_in(text, "a.h"))
        out.push_back(type.name + ":" + std::to_string(type.line));
    return out;
}
using Names = std::vector<std::string>;

TEST(TypeNames, NoNameStandsForTwoTypes) {
    const std::vector<std::string> doubled = doubled_types(RISER_SOURCE_DIR);
    std::string all;
    for (const std::string& sentence : doubled)
        all += "\n" + sentence;
    EXPECT_TRUE(doubled.empty()) << all;
}

// The scan of the real tree looks at something: it finds types that are known to be there.
TEST(TypeNames, TheRealTreesTypesAreSeen) {
    const auto seen = [](const char* file, const std::string& name) {
        std::ifstream in(fs::path(RISER_SOURCE_DIR) / file);
        std::ostringstream text;
        text << in.rdbuf();
        for (const TypeName& type : types_in(text.str(), file))
            if (type.name == name)
                return true;
        return false;
    };
    EXPECT_TRUE(seen("model/building.h", "riser::Room"));
    EXPECT_TRUE(seen("model/building.h", "riser::SpaceRole"));
    EXPECT_TRUE(seen("model/base/result.h", "riser::Result"));
    EXPECT_TRUE(seen("solvers/checks/run_checks.h", "riser::CheckReport"));
    EXPECT_TRUE(seen("solvers/base/fact_cells.h", "riser::detail::FactCells"));
    EXPECT_TRUE(seen("exporters/drawings/drawing.h", "riser::Drawing"));
    EXPECT_FALSE(seen("solvers/checks/run_checks.cpp", "riser::Checker")) << "nameless namespaces keep their own";
}

TEST(TypeNames, WhatIsDefinedAtNamespaceLevel) {
    EXPECT_EQ(names_in("namespace riser {\nstruct A {};\nclass B final : A { struct Inner {}; };\n"
                       "enum class C : int { x };\nunion D { int i; };\n}\n"),
              (Names{"riser::A:2", "riser::B:3", "riser::C:4", "riser::D:5"}));
    EXPECT_EQ(names_in("namespace riser::detail {\ntemplate<class T, int n = 3> struct [[nodiscard]] A {};\n}"),
              (Names{"riser::detail::A:2"}));
    EXPECT_EQ(names_in("namespace a { namespace b { class alignas(8) A {}; } inline namespace c { enum E { x }; } }"),
              (Names{"a::b::A:1", "a::c::E:1"}));
    EXPECT_EQ(names_in("struct Global {};"), (Names{"Global:1"}));
}

TEST(TypeNames, WhatIsNot) {
    const Names none;
    EXPECT_EQ(names_in("namespace riser { struct A; class B; enum class C : char; }"), none) << "declared";
    EXPECT_EQ(names_in("namespace { struct A {}; namespace b { struct B {}; } }"), none) << "nameless namespace";
    EXPECT_EQ(names_in("void f() { struct A {}; }"), none) << "in a function";
    EXPECT_EQ(names_in("struct A* f() { return {}; }\nstruct A g(struct A a) { return a; }"), none) << "a return type";
    EXPECT_EQ(names_in("template<> struct std::hash<A> { int i; };\ntemplate<class T> struct H<T*> {};"), none)
        << "specialised";
    EXPECT_EQ(
        names_in("// struct A {};\n/* struct B {}; */ const char* c = \"struct C {\";\nauto d = R\"x(struct D {)x\";"),
        none)
        << "no code";
    EXPECT_EQ(names_in("#define M(A) \\\n    struct A {};\n"), none) << "a macro's text";
    EXPECT_EQ(names_in("int n = 1'000; char c = '{'; struct A {};"), (Names{"A:1"})) << "signs in numbers and letters";
}

class FakeTree : public ::testing::Test {
  protected:
    void SetUp() override {
        root_ = fs::temp_directory_path() / ("riser-types-" + std::to_string(::getpid()));
        fs::remove_all(root_);
    }
    void TearDown() override { fs::remove_all(root_); }
    void write(const std::string& file, const std::string& body) {
        fs::create_directories((root_ / file).parent_path());
        std::ofstream(root_ / file) << body;
    }
    fs::path root_;
};

TEST_F(FakeTree, TwoHeadersOfOneNameAreBothNamed) {
    write("model/a.h", "namespace riser {\nstruct Section {\n    int width;\n};\n}\n");
    write("exporters/drawings/b.h", "namespace riser {\n\n\nenum class Section { across };\n}\n");
    write("solvers/c.h", "namespace riser {\nstruct Other {};\n}\n");
    EXPECT_EQ(doubled_types(root_), (Names{"riser::Section is defined in exporters/drawings/b.h:4 model/a.h:2"}));
}

TEST_F(FakeTree, SourcesCountUnlessNameless) {
    write("model/a.h", "namespace riser {\nstruct Section {};\n}\n");
    write("solvers/b.cpp", "namespace riser {\nnamespace {\nstruct Section {};\n}\n}\n");
    EXPECT_EQ(doubled_types(root_), Names{});
    write("solvers/c.cpp", "namespace riser {\nclass Section {};\n}\n");
    EXPECT_EQ(doubled_types(root_), (Names{"riser::Section is defined in model/a.h:2 solvers/c.cpp:2"}));
}

TEST_F(FakeTree, OtherNamespacesAreOtherNames) {
    write("model/a.h", "namespace riser {\nstruct Key {};\n}\n");
    write("solvers/b.h", "namespace riser::detail {\nstruct Key {};\n}\n");
    write("tests/c.h", "namespace riser {\nstruct Key {};\n}\n");
    EXPECT_EQ(doubled_types(root_), Names{});
}

} // namespace
} // namespace riser
