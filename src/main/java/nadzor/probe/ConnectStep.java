package nadzor.probe;

import java.util.Optional;
import nadzor.flow.Endpoint;

/** One connection attempt to an address, through the network (OONI df-005). Immutable. */
public record ConnectStep(Endpoint to, Optional<Failure> failure, Span span) {}
