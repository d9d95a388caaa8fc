import { createHash } from 'node:crypto';

/** Who calls an AWS API: a role of the template, or the person who started the local cloud. */
export interface Caller {
  readonly roleArn: string | undefined;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Anyone without a key of a role: the person at the keyboard, who may do everything. */
export const owner: Caller = { roleArn: undefined };

/** Access keys that name a role, so that the services can tell callers apart. */
export class CallerRegistry {
  readonly #roles = new Map<string, string>();

  issue(roleArn: string): Credentials {
    const accessKeyId = `ASIA${createHash('sha256').update(roleArn).digest('hex').slice(0, 16).toUpperCase()}`;
    this.#roles.set(accessKeyId, roleArn);
    return { accessKeyId, secretAccessKey: 'local' };
  }

  caller(accessKeyId: string | undefined): Caller {
    const roleArn = accessKeyId === undefined ? undefined : this.#roles.get(accessKeyId);
    return roleArn === undefined ? owner : { roleArn };
  }

  /** Every key with its role, for a worker thread that has to tell callers apart by itself. */
  entries(): [accessKeyId: string, roleArn: string][] {
    return [...this.#roles];
  }
}

export interface Signature {
  readonly accessKeyId: string;
  readonly service: string;
}

/** The credential of a signed request, from its header or (presigned) its query. */
export function signatureOf(authorization: string | undefined, query: URLSearchParams): Signature | undefined {
  const credential = authorization?.match(/Credential=([^,\s]+)/)?.[1] ?? query.get('X-Amz-Credential') ?? undefined;
  const [accessKeyId, , , service] = credential?.split('/') ?? [];
  return accessKeyId && service ? { accessKeyId, service } : undefined;
}
