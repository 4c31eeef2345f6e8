package nadzor.proxy;

import nadzor.wire.Target;

/**
 * What a client asked for, once all of it is here.
 *
 * @param target where to
 * @param style how it is answered
 * @param first octets for the upstream, as they are first sent there; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, compared nowhere
record Ask(Target target, ReplyStyle style, byte[] first) {}
