// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/port_words.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

TEST(PortWords, ReadWhatIsWellFormed) {
    EXPECT_EQ(service_wishes("tcp/443 udp/5060-5061"),
              (std::vector<ProtocolWish>{{{tcp}, {{443, 443}}, true}, {{udp}, {{5060, 5061}}, true}}));
    EXPECT_EQ(service_wishes("443"), (std::vector<ProtocolWish>{{{tcp, udp}, {{443, 443}}, true}}));
    EXPECT_EQ(service_wishes("esp"), (std::vector<ProtocolWish>{{{50}, {}, true}}));
    EXPECT_TRUE(service_wishes("").empty());
    for (const char* wrong : {"tcp/70000", "tcp/9-5", "tcp/4a", "tcp/1-", "tcp/1-2-3", "tpc/443"}) {
        const std::vector<ProtocolWish> wishes = service_wishes(wrong);
        ASSERT_EQ(wishes.size(), 1U) << wrong;
        EXPECT_FALSE(wishes.front().known) << wrong;
    }
}

TEST(PortWords, AreReadAsTheyAreWritten) {
    for (const std::uint8_t protocol : {tcp, udp, std::uint8_t{47}, std::uint8_t{200}})
        EXPECT_EQ(protocol_wish(protocol_word(protocol), {}).protocols, std::vector{protocol});
    for (const PortRange range : {PortRange{443, 443}, PortRange{8000, 8080}, dynamic_ports})
        EXPECT_EQ(parse_ports(to_string(range)), std::vector{range});
}

} // namespace
} // namespace riser
