import net from 'node:net';

/** Why a port cannot be listened on (`EADDRINUSE`, `EACCES`, …), or null when it can. */
export const portProblem = (port, host) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error) => resolve(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });

/** The first free port from `port` on. */
export const nextFreePort = async (port, host) => {
  for (let candidate = port; candidate < Math.min(port + 200, 65_536); candidate += 1) {
    if ((await portProblem(candidate, host)) === null) return candidate;
  }
  return 0;
};
