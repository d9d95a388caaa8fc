import type { RequestOptions } from 'node:http';
import { outside, type Residence, reside } from './borrowed-globals.ts';
import { type AnswerPlain, directRequest } from './direct-request.ts';
import { contextOf, failureOf, loadHandler } from './handler.ts';
import type { InvokeMessage } from './messages.ts';
import type { StartHost } from './sandbox.ts';

/** Back-off of an SDK stands still in the cloud's time anyway, so it need not take long in ours. */
const waitsShrinkBy = 50;
/** Clouds that share sandboxes in this process: each has its own copy of every bundle. */
let clouds = 0;

/**
 * Sandboxes inside the cloud's own thread: the same bundles with the same environments, roles and time limits, at a fraction of the cost,
 * since each thread would compile and optimize the SDK for itself, and calls to AWS need no sockets. Not isolated: there is no memory
 * limit, one event loop, and what has timed out runs on until it is done. The sandboxes of one function share its loaded module, as if
 * Lambda let several events into one.
 */
export function sharedSandboxes(endpointUrl: string, answer: AnswerPlain): StartHost {
  const { hostname, port } = new URL(endpointUrl);
  const copy = String(clouds++);
  const isOurs = ({ host, port: asked }: RequestOptions) => host === hostname && String(asked) === port;
  const request: Residence['request'] = (options, onResponse) =>
    isOurs(options) ? directRequest(options, onResponse, plain => outside(() => answer(plain))) : undefined;

  return ({ directory, handler: name, clockMode, environment }, { said }) => {
    const home = (offsetMs: number): Residence => ({
      environment,
      offsetMs,
      waitsShrinkBy: clockMode === 'fast' ? waitsShrinkBy : 1,
      write: text => said({ kind: 'log', text }),
      request,
    });
    const startedAt = performance.now();
    const loaded = reside(home(0), () => loadHandler(directory, name, copy));
    loaded.then(
      () => said({ kind: 'ready', importMs: performance.now() - startedAt }),
      error => said({ kind: 'broken', failure: failureOf(error, 'Runtime.ImportModuleError') }),
    );

    const serve = async (message: InvokeMessage) => {
      const { requestId, event, cloudTimeMs } = message;
      const offsetMs = clockMode === 'fast' ? cloudTimeMs - Date.now() : 0;
      try {
        const handler = await loaded;
        const result = await reside(home(offsetMs), async () => handler(JSON.parse(event), contextOf(message)));
        said({ kind: 'result', requestId, payload: JSON.stringify(result) ?? 'null' });
      } catch (error) {
        said({ kind: 'failure', requestId, failure: failureOf(error) });
      }
    };
    return { post: message => void outside(() => serve(message)), end: async () => {} };
  };
}
