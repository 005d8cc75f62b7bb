// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate/recipe.h"

namespace riser {

namespace {

BuildingRecipe tower(std::string letter, Text name, int storeys) {
    BuildingRecipe building;
    building.letter = std::move(letter);
    building.name = std::move(name);
    building.tower = true;
    building.storeys = storeys;
    return building;
}

BuildingRecipe winged(std::string letter, Text name, int storeys, std::int32_t bar_length,
                      std::vector<WingRecipe> wings) {
    BuildingRecipe building;
    building.letter = std::move(letter);
    building.name = std::move(name);
    building.storeys = storeys;
    building.bar_length = bar_length;
    building.wings = std::move(wings);
    return building;
}

Recipe campus() {
    Recipe recipe{.points = 70'000, .devices = 3'500, .runs = 10'000, .buildings = {}};
    const auto two_wings = [](int top, bool north) {
        return std::vector<WingRecipe>{{.north = north, .at = 17'000, .length = 33'600, .top_storey = top},
                                       {.north = !north, .at = 62'000, .length = 36'000, .top_storey = top - 2}};
    };
    recipe.buildings.push_back(winged("A", {"综合楼", "Main building"}, 15, 84'000, two_wings(15, true)));
    recipe.buildings.push_back(winged("B", {"党委楼", "Party committee building"}, 13, 79'800, two_wings(13, false)));
    recipe.buildings.push_back(winged("C", {"政府楼", "Government building"}, 15, 84'000, two_wings(14, true)));
    recipe.buildings.push_back(
        winged("D", {"人大政协楼", "Congress and CPPCC building"}, 13, 81'000, two_wings(12, false)));
    recipe.buildings.push_back(tower("E", {"东塔楼", "East tower"}, 16));
    recipe.buildings.push_back(tower("F", {"西塔楼", "West tower"}, 14));
    for (std::size_t i = 0; i < recipe.buildings.size(); ++i) {
        recipe.buildings[i].east = static_cast<std::int32_t>(i % 3) * 140'000;
        recipe.buildings[i].north = static_cast<std::int32_t>(i / 3) * 150'000;
    }
    return recipe;
}

} // namespace

int Recipe::floors() const {
    int sum = 0;
    for (const BuildingRecipe& building : buildings)
        sum += building.basements + building.storeys;
    return sum;
}

Recipe recipe_for(DesignSize size) {
    switch (size) {
    case DesignSize::medium:
        return {.points = 4'000,
                .devices = 200,
                .runs = 1'000,
                .buildings = {winged("", {"行政中心", "Administrative centre"}, 11, 67'200,
                                     {{.north = true, .at = 15'000, .length = 24'000, .top_storey = 8}})}};
    case DesignSize::large: {
        BuildingRecipe building = winged("", {"市行政中心", "City administrative centre"}, 23, 84'000,
                                         {{.north = true, .at = 17'000, .length = 36'000, .top_storey = 23},
                                          {.north = false, .at = 62'000, .length = 38'400, .top_storey = 20}});
        building.basements = 2;
        return {.points = 20'000, .devices = 1'000, .runs = 3'000, .buildings = {std::move(building)}};
    }
    case DesignSize::extra_large:
        break;
    }
    return campus();
}

} // namespace riser
