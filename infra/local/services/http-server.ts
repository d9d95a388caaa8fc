import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Longer than any client keeps an idle connection: the client closes first, so no request meets a closing socket. */
const idleMs = 10 * 60_000;

/** Listens on this machine only; port 0 takes any free one. Answers with the port. */
export function listen(server: Server, port: number): Promise<number> {
  server.keepAliveTimeout = idleMs;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
