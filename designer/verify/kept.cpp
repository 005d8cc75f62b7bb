// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/kept.h"

#include "designer/verify/laws.h"

namespace riser::verify {

namespace {

class Checking {
  public:
    Checking(const Certificate& certificate, const Design& design, const Wiring& wiring, const PlainNetwork& network)
        : certificate_(certificate), design_(design), laws_(laws_of(design, wiring, network)) {}

    Verdict check() && {
        std::set<LawKey> listed;
        for (const ListedLaw& claim : certificate_.laws) {
            const LawKey key{claim.of, claim.law};
            const auto known = laws_.find(key);
            if (known == laws_.end() || !listed.insert(key).second)
                refute(Ground::unknown_claim, claim_of(key),
                       {"设计没有这样要求，或列了两次", "the design does not ask for this, or it is listed twice"},
                       claim.place);
            else
                check(claim, key, known->second);
        }
        for (const auto& [key, law] : laws_)
            if (!listed.contains(key)) {
                ++verdict_.withheld;
                holds(key, law, certificate_.place);
            }
        verdict_.claims = laws_.size();
        if (verdict_.withheld != certificate_.withheld_laws)
            refute(Ground::missing_claim, {"全部声明", "all claims"},
                   {"缺少的与注明保留的不一样多", "as many are missing as are not said to be withheld"},
                   certificate_.place);
        return std::move(verdict_);
    }

  private:
    void refute(Ground ground, Text claim, Text fact, Place place) {
        if (!verdict_.refutation)
            verdict_.refutation = Refutation{ground, std::move(claim), std::move(fact), place};
    }
    Text claim_of(const LawKey& key) const {
        const Text plane = called(design_, key.first);
        return {plane.zh + "有序：" + key.second, "order on " + plane.en + ": " + key.second};
    }
    bool holds(const LawKey& key, const LawOfPlane& law, Place place) {
        if (!law.breaker)
            return true;
        const Text row = called(design_, *law.breaker);
        refute(Ground::broken, claim_of(key), {row.zh + " " + law.how.zh, row.en + " " + law.how.en}, place);
        return false;
    }
    void check(const ListedLaw& claim, const LawKey& key, const LawOfPlane& law) {
        const bool held = holds(key, law, claim.place);
        std::set<std::string> listed;
        const std::string* last = nullptr;
        for (const ListedFact& fact : claim.facts) {
            ++verdict_.facts;
            if (last && *last >= fact.token)
                refute(Ground::unsorted, claim_of(key), {"次序不对：" + fact.token, "out of order: " + fact.token},
                       fact.place);
            last = &fact.token;
            if (!law.facts.contains(fact.token))
                refute(Ground::not_used, claim_of(key),
                       {"与设计不符：" + fact.token, "this is not so in the design: " + fact.token}, fact.place);
            listed.insert(fact.token);
        }
        for (const std::string& fact : law.facts)
            if (!listed.contains(fact))
                refute(Ground::not_listed, claim_of(key), {"未列出：" + fact, "not listed: " + fact}, claim.place);
        if (held != claim.holds)
            refute(Ground::says_otherwise, claim_of(key), {"证书写的不是这样", "the certificate says otherwise"},
                   claim.place);
    }

    const Certificate& certificate_;
    const Design& design_;
    std::map<LawKey, LawOfPlane> laws_;
    Verdict verdict_;
};

} // namespace

Verdict check_kept(const Certificate& certificate, const Design& design, const Wiring& wiring,
                   const PlainNetwork& network) {
    return Checking(certificate, design, wiring, network).check();
}

} // namespace riser::verify
