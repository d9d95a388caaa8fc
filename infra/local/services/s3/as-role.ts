import type { ObjectStore, RoleCaller } from '../../engine/ports.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { callerOf } from '../tasks/start-execution.ts';

/** The buckets as far as a state machine's role may use them: readers and writers of a Distributed Map act as that role. */
export const objectsAsRole =
  (objects: ObjectStore, permissions: Permissions) =>
  (caller: RoleCaller): ObjectStore => {
    const allow = (action: string, path: string) =>
      permissions.allow({ action, resource: `arn:aws:s3:::${path}`, ...callerOf(caller) });
    return {
      async get(bucket, key) {
        allow('s3:GetObject', `${bucket}/${key}`);
        return objects.get(bucket, key);
      },
      async list(bucket, prefix) {
        allow('s3:ListBucket', bucket);
        return objects.list(bucket, prefix);
      },
      async put(bucket, key, body) {
        allow('s3:PutObject', `${bucket}/${key}`);
        return objects.put(bucket, key, body);
      },
    };
  };
