// SPDX-License-Identifier: GPL-3.0-or-later
// OR-Library's p-median and set cover files are read, and where one is wrong is said by line and column; those beside
// the project, where they are, are solved to the optima that are known.
#include "solvers/graph/location/p_centre.h"
#include "solvers/graph/location/p_median.h"
#include "tests/bench/instances/location_files.h"

#include <gtest/gtest.h>

#include <filesystem>

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

const std::string data = RISER_SOURCE_DIR "/../shared/data/";

TEST(LocationFiles, MediansAndCentresAreTheKnownOnes) {
    const std::string folder = data + "graphs/pmed/";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "../shared/data/graphs/pmed is not here";
    struct Known {
        std::string file;
        std::int64_t median = 0;
        std::int64_t centre = 0;
    };
    const std::vector<Known> all{{"pmed1.txt", 5819, 127}, {"pmed2.txt", 4093, 98}, {"pmed3.txt", 4250, 93},
                                 {"pmed4.txt", 3034, 74},  {"pmed5.txt", 1355, 48}, {"pmed6.txt", 7824, 84},
                                 {"pmed7.txt", 5631, 64},  {"pmed8.txt", 4445, 55}, {"pmed9.txt", 2734, 37},
                                 {"pmed10.txt", 1255, 20}};
    for (const Known& known : all) {
        Result<WordFile> text = WordFile::open(folder + known.file);
        ASSERT_TRUE(text) << known.file;
        const Result<FacilityFile> file = read_facilities(*text, {});
        ASSERT_TRUE(file) << to_string(file.error(), Language::en);
        const Result<MedianAnswer> median = solve_p_median({.service = file->service, .open = file->open});
        const Result<CentreAnswer> centre = solve_p_centre({.service = file->service, .open = file->open});
        ASSERT_TRUE(median && centre) << known.file;
        EXPECT_EQ(median->cost, known.median) << known.file;
        EXPECT_EQ(median->bound, known.median) << known.file;
        EXPECT_EQ(centre->radius, known.centre) << known.file;
        EXPECT_EQ(centre->bound, known.centre) << known.file;
    }
}

TEST(LocationFiles, CoversAreTheKnownOnes) {
    const std::string folder = data + "sets/";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "../shared/data/sets is not here";
    for (const auto& [name, optimum] : {std::pair<const char*, std::int64_t>{"scp41.txt", 429},
                                        {"scp42.txt", 512},
                                        {"scp43.txt", 516},
                                        {"scp44.txt", 494},
                                        {"scp45.txt", 512},
                                        {"scp46.txt", 560},
                                        {"scp47.txt", 430},
                                        {"scp48.txt", 492},
                                        {"scp49.txt", 641},
                                        {"scp410.txt", 514}}) {
        Result<WordFile> text = WordFile::open(folder + name);
        ASSERT_TRUE(text) << name;
        const Result<CoverProblem> problem = read_cover(*text);
        ASSERT_TRUE(problem) << to_string(problem.error(), Language::en);
        const Result<CoverAnswer> answer = solve_set_cover(*problem);
        ASSERT_TRUE(answer) << name;
        EXPECT_EQ(answer->cost, optimum) << name;
        EXPECT_EQ(answer->bound, optimum) << name;
    }
}

} // namespace
} // namespace riser::instances
