// SPDX-License-Identifier: GPL-3.0-or-later
// The OR-Library instances beside the project, where they are: each solved to the proved optimum.
#include "solvers/graph/location/p_centre.h"
#include "solvers/graph/location/p_median.h"
#include "solvers/graph/location/set_cover.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace riser {
namespace {

const std::string data = RISER_SOURCE_DIR "/../shared/data/";

struct PMedFile {
    ServiceTable service;
    std::uint32_t open = 0;
};

PMedFile read_pmed(const std::string& name) {
    std::ifstream in(data + "graphs/pmed/" + name);
    std::uint32_t n = 0;
    std::uint32_t edges = 0;
    PMedFile out;
    in >> n >> edges >> out.open;
    constexpr std::int64_t far = 1'000'000;
    std::vector<std::int64_t>& d = out.service.length;
    d.assign(std::size_t{n} * n, far);
    for (std::uint32_t i = 0; i < n; ++i)
        d[i * n + i] = 0;
    for (std::uint32_t e = 0; e < edges; ++e) {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        std::int64_t length = 0;
        in >> a >> b >> length;
        d[(a - 1) * n + b - 1] = d[(b - 1) * n + a - 1] = length; // a repeated edge: the last one counts
    }
    for (std::uint32_t k = 0; k < n; ++k)
        for (std::uint32_t i = 0; i < n; ++i)
            for (std::uint32_t j = 0; j < n; ++j)
                d[i * n + j] = std::min(d[i * n + j], d[i * n + k] + d[k * n + j]);
    out.service.clients = out.service.candidates = n;
    return out;
}

CoverProblem read_scp(const std::string& name) {
    std::ifstream in(data + "sets/" + name);
    std::uint32_t columns = 0;
    CoverProblem out;
    in >> out.rows >> columns;
    out.columns.resize(columns);
    for (CoverSet& column : out.columns)
        in >> column.cost;
    for (std::uint32_t r = 0; r < out.rows; ++r) {
        std::uint32_t count = 0;
        in >> count;
        for (; count > 0; --count) {
            std::uint32_t c = 0;
            in >> c;
            out.columns[c - 1].rows.push_back(static_cast<CoverRow>(r));
        }
    }
    return out;
}

TEST(PublicInstances, MediansAndCentresAreTheKnownOnes) {
    if (!std::filesystem::exists(data + "graphs/pmed"))
        GTEST_SKIP() << "../shared/data/graphs/pmed is not here";
    struct Known {
        std::string file;
        std::int64_t median = 0;
        std::int64_t centre = 0;
    };
    const std::vector<Known> all{{"pmed1.txt", 5819, 127}, {"pmed3.txt", 4250, 93}, {"pmed5.txt", 1355, 48},
                                 {"pmed7.txt", 5631, 64},  {"pmed8.txt", 4445, 55}, {"pmed10.txt", 1255, 20}};
    for (const Known& known : all) {
        const PMedFile file = read_pmed(known.file);
        const Result<MedianAnswer> median = solve_p_median({.service = file.service, .open = file.open});
        const Result<CentreAnswer> centre = solve_p_centre({.service = file.service, .open = file.open});
        ASSERT_TRUE(median && centre);
        EXPECT_EQ(median->cost, known.median) << known.file;
        EXPECT_EQ(median->bound, known.median) << known.file;
        EXPECT_EQ(centre->radius, known.centre) << known.file;
        EXPECT_EQ(centre->bound, known.centre) << known.file;
    }
}

TEST(PublicInstances, CoversAreTheKnownOnes) {
    if (!std::filesystem::exists(data + "sets"))
        GTEST_SKIP() << "../shared/data/sets is not here";
    for (const auto& [file, optimum] : {std::pair<const char*, std::int64_t>{"scp41.txt", 429},
                                        {"scp42.txt", 512},
                                        {"scp46.txt", 560},
                                        {"scp48.txt", 492},
                                        {"scp49.txt", 641}}) {
        const Result<CoverAnswer> answer = solve_set_cover(read_scp(file));
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->cost, optimum) << file;
        EXPECT_EQ(answer->bound, optimum) << file;
    }
}

} // namespace
} // namespace riser
