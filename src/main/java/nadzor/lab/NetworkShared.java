package nadzor.lab;

import nadzor.censor.ClientHash;
import nadzor.censor.FlowLog;
import nadzor.censor.RestrictionLog;
import nadzor.dns.Upstream;
import nadzor.flow.Endpoint;

/**
 * What all networks of one laboratory share. Immutable.
 *
 * @param truth where their resolvers get the world's names
 * @param abroad the foreign resolver, as their aliases of it ask it
 * @param refuses a port that refuses
 * @param seed of all chance
 * @param certificate of their resolvers
 * @param stranger of their block pages, where flows are hijacked
 */
record NetworkShared(
    Hosting hosting,
    World world,
    Upstream truth,
    Upstream abroad,
    Endpoint refuses,
    ClientHash clients,
    RestrictionLog log,
    FlowLog flows,
    long seed,
    OriginCertificate certificate,
    OriginCertificate stranger) {}
