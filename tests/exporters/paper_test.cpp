// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings as files to print: pages true to scale with words that can be searched, fonts embedded, a bookmark a sheet,
// the same bytes for the same drawings; pictures of their true size, or none.
#include "exporters/drawings/draft.h"
#include "exporters/drawings/floor_plan.h"
#include "exporters/painting/paper.h"
#include "exporters/painting/paper_formats.h"
#include "tests/exporters/tower.h"
#include "tests/model/file/temporary_folder.h"

#include <QImageReader>

#include <array>
#include <cstdio>
#include <gtest/gtest.h>
#include <regex>

namespace riser {
namespace {

namespace fs = std::filesystem;

std::string output_of(const std::string& command) {
    std::string out;
    if (FILE* pipe = ::popen((command + " 2>&1").c_str(), "r")) {
        std::array<char, 4096> bytes{};
        while (const std::size_t n = std::fread(bytes.data(), 1, bytes.size(), pipe))
            out.append(bytes.data(), n);
        ::pclose(pipe);
    }
    return out;
}

std::vector<Drawing> sheets_of(const Design& design, Language language = Language::zh) {
    const Facts facts(design);
    std::vector<Drawing> sheets;
    for (const Floor& floor : design.floors) {
        FloorPlanSheetOptions options;
        options.language = language;
        sheets.push_back(floor_plan_sheet(facts, floor.id, options));
    }
    return sheets;
}

TEST(Pdf, PagesHaveTheSheetsSizesAndWords) {
    const std::vector<Drawing> sheets = sheets_of(tower({.bays = 8}));
    const TemporaryFolder folder;
    const fs::path path = folder / "plans.pdf";
    ASSERT_TRUE(write_pdf(sheets, {.language = Language::zh, .title = {"平面图", "Plans"}}, path));
    const std::string about = output_of("pdfinfo -f 1 -l 99 '" + path.string() + "'");
    EXPECT_NE(about.find("平面图"), std::string::npos) << about;
    EXPECT_EQ(about.find("rror"), std::string::npos) << about;
    std::size_t pages = 0;
    for (std::size_t at = about.find("size:"); at != std::string::npos; at = about.find("size:", at + 1)) {
        double width = 0, height = 0;
        if (std::sscanf(about.c_str() + at, "size: %lf x %lf pts", &width, &height) != 2)
            continue;
        ASSERT_LT(pages, sheets.size());
        EXPECT_NEAR(width / 72 * 25.4, sheets[pages].extent.width(), 0.5) << about;
        EXPECT_NEAR(height / 72 * 25.4, sheets[pages].extent.height(), 0.5) << about;
        ++pages;
    }
    EXPECT_EQ(pages, sheets.size()) << about;
    const std::string words = output_of("pdftotext '" + path.string() + "' -");
    // Words are text, not outlines.
    for (const char* word : {"综合布线", "办公室", "1:100"})
        EXPECT_NE(words.find(word), std::string::npos) << word << " is not in:\n" << words;
}

TEST(Pdf, FontsAreEmbeddedAndWordsWithARimStandOnce) {
    Drawing drawing;
    drawing.title = {"一", "One"};
    drawing.extent = {{0, 0}, {297, 210}};
    Draft(drawing).on(DrawingLayer::text).text({20, 50}, "电信间 Riser", {.size = 5, .halo = true});
    const TemporaryFolder folder;
    ASSERT_TRUE(write_pdf({&drawing, 1}, {}, folder / "a.pdf"));
    const std::string fonts = output_of("pdffonts '" + (folder / "a.pdf").string() + "'");
    EXPECT_TRUE(std::regex_search(fonts, std::regex("NotoSansCJK[^\n]* yes "))) << fonts;
    EXPECT_FALSE(std::regex_search(fonts, std::regex("Identity-H +no "))) << fonts;
    const std::string words = output_of("pdftotext -raw '" + (folder / "a.pdf").string() + "' -");
    const std::size_t first = words.find("电信间");
    ASSERT_NE(first, std::string::npos) << words;
    EXPECT_EQ(words.find("电信间", first + 1), std::string::npos) << words;
}

TEST(Pdf, EqualDrawingsGiveEqualBytesOnAnyDay) {
    const std::vector<Drawing> sheets = sheets_of(tower({.bays = 4}), Language::en);
    const DrawingProperties properties{
        .language = Language::en, .title = {"图", "Plans"}, .author = {}, .date = Date{2026, 3, 1}};
    const auto made = [&](const DrawingProperties& said) {
        PdfBook book(said);
        for (const Drawing& sheet : sheets)
            EXPECT_TRUE(book.add(sheet));
        return *book.bytes();
    };
    const std::string first = made(properties);
    const auto second_now = [] { return std::time(nullptr); };
    for (const std::time_t start = second_now(); second_now() == start;) // over a full second of the clock
        ;
    EXPECT_TRUE(first == made(properties));
    EXPECT_NE(first.find("(D:20260301)"), std::string::npos);
    DrawingProperties undated = properties;
    undated.date.reset();
    EXPECT_EQ(made(undated).find("CreationDate"), std::string::npos);
}

TEST(Pdf, EveryPageHasItsBookmark) {
    const std::vector<Drawing> sheets = sheets_of(tower({.bays = 4}));
    ASSERT_GE(sheets.size(), 2u);
    const TemporaryFolder folder;
    const fs::path path = folder / "book.pdf";
    ASSERT_TRUE(write_pdf(sheets, {}, path));
    const std::string xml = output_of("pdftohtml -xml -i -stdout '" + path.string() + "'");
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string item = "<item page=\"" + std::to_string(i + 1) + "\">" + sheets[i].title.zh + "</item>";
        EXPECT_NE(xml.find(item), std::string::npos) << item << " is not in " << xml.substr(xml.find("<outline>"));
    }
    const std::string bytes = bytes_of(path);
    EXPECT_NE(bytes.find("/PageMode /UseOutlines"), std::string::npos);
    EXPECT_NE(bytes.find("/Lang (zh-CN)"), std::string::npos);
    EXPECT_NE(bytes.find("/Count " + std::to_string(sheets.size()) + " >>"), std::string::npos);
}

TEST(Pdf, WhatCannotBeWrittenIsAnError) {
    const std::vector<Drawing> sheets = sheets_of(tower({.bays = 4}));
    const TemporaryFolder folder;
    EXPECT_FALSE(write_pdf({}, {}, folder / "none.pdf"));
    EXPECT_FALSE(write_pdf(sheets, {}, folder / "absent" / "x.pdf"));
    EXPECT_TRUE(folder.names().empty());
}

TEST(Png, IsTrueToScaleOrRefused) {
    Drawing drawing;
    drawing.extent = {{0, 0}, {297, 210}};
    Draft(drawing).on(DrawingLayer::frame).rectangle({{10, 10}, {287, 200}}, Pen{.colour = {}, .width = 0.5});
    const TemporaryFolder folder;
    const DrawingFormat format = png_format(100);
    ASSERT_TRUE(format.write(drawing, {}, folder / "a.png"));
    QImageReader reader(QString::fromStdString((folder / "a.png").string()));
    const QImage image = reader.read();
    EXPECT_EQ(image.width(), 1169);
    EXPECT_EQ(image.height(), 827);
    EXPECT_NEAR(image.dotsPerMeterX(), 3937, 1);
    EXPECT_EQ(image.pixelColor(5, 5), QColor(Qt::white));
    EXPECT_LT(image.pixelColor(39, 400).lightness(), 60); // 10 mm from the edge
    Drawing huge = drawing;
    huge.extent = {{0, 0}, {1189 * 4, 841 * 4}};
    const Result<void> refused = png_format(300).write(huge, {}, folder / "b.png");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unsupported);
    EXPECT_FALSE(fs::exists(folder / "b.png"));
}

// Words on a picture of paper are as wide as on the page, not as whole pixels would have them.
TEST(Png, WordsHaveTheirTrueWidth) {
    const auto width_at = [](int dpi) {
        Drawing drawing;
        drawing.extent = {{0, 0}, {200, 40}};
        Draft(drawing).on(DrawingLayer::text).text({10, 20}, "综合布线平面图 WWWWWWWWWW", {.size = 3.1});
        const QImage image = *image_of_sheet(drawing, dpi);
        int low = image.width(), high = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(x, y).lightness() < 160)
                    low = std::min(low, x), high = std::max(high, x);
        return (high - low) * 25.4 / dpi;
    };
    EXPECT_NEAR(width_at(60), width_at(600), 0.9); // a pixel at each end
}

} // namespace
} // namespace riser
