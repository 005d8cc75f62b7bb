// SPDX-License-Identifier: GPL-3.0-or-later
// OR-Library's p-median and set cover files are read, and where one is wrong is said by line and column.
#include "tests/bench/instances/location_files.h"

#include <gtest/gtest.h>

namespace riser::instances {
namespace {

Result<FacilityFile> facilities(const std::string& text) {
    WordFile file("p.txt", text);
    return read_facilities(file, {});
}

Result<CoverProblem> cover(const std::string& text) {
    WordFile file("c.txt", text);
    return read_cover(file);
}

// "line:column" of the error, or what the text is taken for.
template<class Read> std::string error_place(Read read, const std::string& text) {
    const auto found = read(text);
    if (found)
        return "read";
    return std::to_string(found.error().where.line) + ":" + std::to_string(found.error().where.column);
}

TEST(LocationFiles, OfRepeatedEdgesTheLastCounts) {
    const auto file = facilities(" 4 4 2\n1 2 5\n 2 3 1\n 2 1 7\n 3 3 9\n");
    ASSERT_TRUE(file) << to_string(file.error(), Language::en);
    EXPECT_EQ(file->open, 2u);
    EXPECT_FALSE(file->stopped);
    const auto length = [&](std::uint32_t a, std::uint32_t b) {
        return file->service(static_cast<ClientIndex>(a - 1), static_cast<CandidateIndex>(b - 1));
    };
    EXPECT_EQ(length(1, 2), 7);
    EXPECT_EQ(length(1, 3), 8);
    EXPECT_EQ(length(3, 1), 8);
    EXPECT_EQ(length(3, 3), 0);
    EXPECT_EQ(length(1, 4), no_service);
}

TEST(LocationFiles, WrongFacilityFilesAreNamedByPlace) {
    EXPECT_EQ(error_place(facilities, ""), "1:1");
    EXPECT_EQ(error_place(facilities, "3 1 4\n1 2 3\n"), "1:5") << "p above the vertices";
    EXPECT_EQ(error_place(facilities, "3 1 1\n1 x 3\n"), "2:3");
    EXPECT_EQ(error_place(facilities, "3 1 1\n1 4 3\n"), "2:3");
    EXPECT_EQ(error_place(facilities, "3 1 1\n1 2 -3\n"), "2:5");
    EXPECT_EQ(error_place(facilities, "3 2 1\n1 2 3\n"), "2:1") << "an edge is missing";
    EXPECT_EQ(error_place(facilities, "3 1 1\n1 2 3\n 2 3 4\n"), "3:2") << "one edge too many";
    EXPECT_EQ(error_place(facilities, "99999999999999999999 1 1\n"), "1:1");
}

TEST(LocationFiles, StoppedWhileLengthsAreComputedIsSaid) {
    std::stop_source stop;
    stop.request_stop();
    WordFile file("p.txt", "2 1 1\n1 2 3\n");
    const auto found = read_facilities(file, {.stop = stop.get_token(), .progress = {}});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->stopped);
}

TEST(LocationFiles, CoversAreRead) {
    const auto problem = cover("2 3\n 4 5\n 6\n2\n1 3\n1 2\n");
    ASSERT_TRUE(problem) << to_string(problem.error(), Language::en);
    EXPECT_EQ(problem->rows, 2u);
    ASSERT_EQ(problem->columns.size(), 3u);
    EXPECT_EQ(problem->columns[2].cost, 6);
    EXPECT_EQ(problem->columns[0].rows, std::vector{CoverRow{0}});
    EXPECT_EQ(problem->columns[1].rows, std::vector{CoverRow{1}});
}

TEST(LocationFiles, WrongCoversAreNamedByPlace) {
    EXPECT_EQ(error_place(cover, "2 2\n1 1\n1 3\n"), "3:3");
    EXPECT_EQ(error_place(cover, "2 2\n1 1\n0\n1 1\n"), "3:1") << "a row that nothing covers";
    EXPECT_EQ(error_place(cover, "2 2\n1 1\n1 1\n"), "3:1") << "a row is missing";
    EXPECT_EQ(error_place(cover, "2 2\n1 one\n"), "2:3");
    EXPECT_EQ(error_place(cover, "1 1\n1\n1 1\n1\n"), "4:1");
}

} // namespace
} // namespace riser::instances
