import { createServer, type RequestListener, type Server } from 'node:http';
import type { StackArtifact } from '../../assembly/assembly.ts';
import { closeServer, listen } from '../http-server.ts';

export interface ApiListeners {
  /** The public address of an API, known before its template is resolved, since other resources name it. */
  url(stackName: string, logicalId: string): string | undefined;
  readonly first: string | undefined;
  attach(url: string, handler: RequestListener): void;
  close(): Promise<void>;
}

/** Opens a port for every HTTP API of the assembly; the first one gets the port asked for. */
export async function listenForApis(stacks: readonly StackArtifact[], port: number): Promise<ApiListeners> {
  const urls = new Map<string, string>();
  const handlers = new Map<string, RequestListener>();
  const servers: Server[] = [];
  for (const { name, template } of stacks) {
    for (const [logicalId, { Type }] of Object.entries(template.Resources)) {
      if (Type !== 'AWS::ApiGatewayV2::Api') continue;
      const server = createServer((request, response) => {
        const handler = handlers.get(url);
        if (handler) handler(request, response);
        else response.writeHead(503).end();
      });
      const url = `http://127.0.0.1:${await listen(server, servers.length === 0 ? port : 0)}`;
      servers.push(server);
      urls.set(`${name}/${logicalId}`, url);
    }
  }
  return {
    url: (stackName, logicalId) => urls.get(`${stackName}/${logicalId}`),
    first: urls.values().next().value,
    attach: (url, handler) => handlers.set(url, handler),
    async close() {
      await Promise.all(servers.map(closeServer));
    },
  };
}
