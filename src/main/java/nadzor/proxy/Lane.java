package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/** What is done with the octets of one direction. Lanes change while a flow runs. */
interface Lane {
  /** Lets everything fall: the flow is over. */
  Lane NONE =
      new Lane() {
        @Override
        public void accept(ByteBuf octets) {
          octets.release();
        }

        @Override
        public void complete() {}

        @Override
        public void end() {}

        @Override
        public void writable() {}

        @Override
        public void close() {}
      };

  /** Octets from the source; the lane owns the buffer now. */
  void accept(ByteBuf octets);

  /** The source has nothing more for the moment. */
  void complete();

  /** The source has said that it sends no more. */
  void end();

  /** The sink takes octets again. */
  void writable();

  /** Another lane takes over, or the flow is over: lets go of what it holds. */
  void close();
}
