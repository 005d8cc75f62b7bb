// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty and more faults, each one change of the planned example: found where it is, by the rule that is for it, with
// nothing unrelated besides; and the certificate that was made before is refuted, by the claim that it breaks.
#include "designer/verify/apart.h"
#include "designer/verify/kept.h"
#include "designer/verify/reached.h"
#include "designer/verify/spread.h"
#include "designer/verify/verify.h"
#include "model/file/sha256.h"
#include "model/file/writer.h"
#include "tests/designer/faults/planned_example.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

using test::Fault;
using test::planned_example;
using test::Spoilt;

verify::Verdict verified(std::string certificate, const Design& design) {
    // As one of this design: the digest alone would refute it.
    certificate.replace(certificate.find("design=\"") + 8, 64, sha256(write_design(design)));
    const Result<verify::Certificate> read = verify::read_certificate(certificate, "certificate.xml");
    EXPECT_TRUE(read) << (read ? "" : to_string(read.error(), Language::en));
    return read ? verify::check(*read, design) : verify::Verdict{};
}
// The first claim of each kind that falls.
std::vector<std::string> fallen(const Design& design) {
    const Result<verify::Certificate> read = verify::read_certificate(planned_example().certificate, "c.xml");
    const verify::Wiring wiring = verify::wiring_of(design);
    const verify::PlainNetwork network = verify::network_of(design, wiring);
    std::vector<std::string> out;
    for (const verify::Verdict& verdict :
         {verify::check_apart(*read, design), verify::check_kept(*read, design, wiring, network),
          verify::check_not_reached(*read, design, network), verify::check_outside(*read, design, network),
          verify::check_reached(*read, design, network), verify::check_entered(*read, design, network),
          verify::check_outlived(*read, design, wiring, network)})
        if (verdict.refutation)
            out.push_back(verdict.refutation->claim.en + ": " + verdict.refutation->fact.en);
    return out;
}
std::string told(const verify::Verdict& verdict) {
    return verdict.refutation ? verdict.refutation->claim.en + ": " + verdict.refutation->fact.en : "holds";
}

TEST(Faults, TheExampleIsCertifiedWhole) {
    const verify::Verdict verdict = verified(planned_example().certificate, planned_example().design);
    EXPECT_EQ(told(verdict), "holds");
    EXPECT_EQ(verdict.withheld, 0U);
    EXPECT_EQ(planned_example().certificate.find("holds=\"false\""), std::string::npos);
    std::printf("%zu claims, %zu facts\n", verdict.claims, verdict.facts);
}

class Seeded : public ::testing::TestWithParam<Fault> {};

TEST_P(Seeded, IsFoundAtItsPlaceAndRefutesTheCertificate) {
    const Fault& fault = GetParam();
    Spoilt spoilt;
    const std::vector<AnyId> place = fault.seed(spoilt);
    ASSERT_FALSE(place.empty());
    bool found = false;
    for (const Finding& finding : test::checked(planned_example().facts.advance(spoilt.design)).findings) {
        if (planned_example().findings.contains({finding.rule, finding.subjects}))
            continue;
        const bool here = std::all_of(place.begin(), place.end(), [&](AnyId row) {
            return std::find(finding.subjects.begin(), finding.subjects.end(), row) != finding.subjects.end();
        });
        found |= finding.rule == fault.rule && here;
        EXPECT_TRUE(finding.rule == fault.rule ||
                    std::count(fault.consequences.begin(), fault.consequences.end(), finding.rule) > 0)
            << finding.rule << ": " << finding.message.en;
    }
    EXPECT_TRUE(found) << "no finding of " << fault.rule << " names what is wrong";
    const verify::Verdict verdict = verified(planned_example().certificate, spoilt.design);
    ASSERT_TRUE(verdict.refutation) << "the old certificate still holds";
    const std::vector<std::string> claims = fallen(spoilt.design);
    EXPECT_TRUE(std::any_of(claims.begin(), claims.end(),
                            [&](const std::string& one) { return one.find(fault.claim) != std::string::npos; }))
        << fault.claim << " is none of:\n"
        << ::testing::PrintToString(claims);
}

std::string name_of(const ::testing::TestParamInfo<Fault>& info) {
    std::string out;
    bool upper = true;
    for (const char c : std::string(info.param.what)) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter)
            out += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        upper = !letter;
    }
    return out;
}

INSTANTIATE_TEST_SUITE_P(Physical, Seeded, ::testing::ValuesIn(test::physical_faults()), name_of);
INSTANTIATE_TEST_SUITE_P(Addresses, Seeded, ::testing::ValuesIn(test::address_faults()), name_of);
INSTANTIATE_TEST_SUITE_P(Publishing, Seeded, ::testing::ValuesIn(test::publishing_faults()), name_of);
INSTANTIATE_TEST_SUITE_P(Boundaries, Seeded, ::testing::ValuesIn(test::boundary_faults()), name_of);

TEST(Faults, AreThirtyAtLeast) {
    EXPECT_GE(test::physical_faults().size() + test::address_faults().size() + test::boundary_faults().size(), 30U);
}

} // namespace
} // namespace riser
