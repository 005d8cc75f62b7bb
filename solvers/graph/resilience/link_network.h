// SPDX-License-Identifier: GPL-3.0-or-later
// What the questions of this folder are asked of: nodes that links join, undirected. Parallel links and links from a
// node to itself are allowed.
#pragma once

#include <cstdint>
#include <vector>

namespace riser {

enum class NetNode : std::uint32_t {};
enum class NetLink : std::uint32_t {}; // of LinkNetwork::links
constexpr std::size_t at(NetNode node) { return static_cast<std::size_t>(node); }
constexpr std::size_t at(NetLink link) { return static_cast<std::size_t>(link); }

struct LinkEnds {
    NetNode a{};
    NetNode b{};
};
struct LinkNetwork {
    std::uint32_t nodes = 0; // numbered from 0
    std::vector<LinkEnds> links = {};
};

} // namespace riser
