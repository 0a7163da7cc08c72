/**
 * A segment on loopback holds 64 kB, so that the end of every mail is held back until the other side acknowledges what
 * came before, and that takes the other side 40 ms when it has nothing to answer yet. Across a network, where segments
 * hold 1.5 kB, mails do not stand still like that. Both sides of the comparison send without delay; otherwise both
 * would be measured by that timer.
 */
import net from 'node:net';

const { connect } = net.Socket.prototype;

net.Socket.prototype.connect = function connectWithoutDelay(...options) {
  this.setNoDelay(true);
  return connect.apply(this, options);
};
