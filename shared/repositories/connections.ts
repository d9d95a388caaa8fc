import * as z from 'zod';
import type { Table } from '#shared/aws/table.ts';
import { profileKey } from '#shared/domain/import/profile.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import type { Connection, ConnectionStore, Vault } from '#shared/ports/connections.ts';
import { keys } from './keys.ts';
import { connectionShape } from './shapes/records.ts';

/** Whoever has not refreshed the tokens after this long is dead. */
const renewalMinutes = 5;

const tokens = z.object({ accessToken: z.string(), refreshToken: z.string() });

/** The table never holds a token that can be read: both are sealed together, for this profile only. */
export function dynamoConnections(table: Table, vault: Vault): ConnectionStore {
  const keyOf = ({ profile }: Pick<Connection, 'profile'>) => keys.connection(profileKey(profile));
  const itemOf = ({ accessToken, refreshToken, ...open }: Connection) =>
    connectionShape.item(
      keyOf(open),
      { ...open, scopes: [...open.scopes], sealed: seal({ accessToken, refreshToken }, open) },
      { expiresAt: Math.ceil(Date.parse(open.refreshUntil) / 1000) },
    );
  const seal = (given: z.output<typeof tokens>, { profile }: Pick<Connection, 'profile'>) =>
    vault.seal(JSON.stringify(given), profileKey(profile));

  return {
    save: connection => table.put(itemOf(connection)),
    async find(profile) {
      const item = await table.get(keyOf({ profile }));
      if (item?.data === undefined) return undefined;
      const { sealed, ...open } = connectionShape.read(item);
      const text = vault.open(sealed, profileKey(profile));
      return text === undefined ? undefined : { ...open, ...tokens.parse(JSON.parse(text)) };
    },
    claimRenewal: async (profile, at) =>
      (await table.update(keyOf({ profile }), {
        UpdateExpression: 'SET #renewing = :at',
        ConditionExpression: 'attribute_exists(#data) AND (attribute_not_exists(#renewing) OR #renewing < :dead)',
        ExpressionAttributeNames: { '#data': 'data', '#renewing': 'renewingSince' },
        ExpressionAttributeValues: { ':at': at, ':dead': plusMinutes(at, -renewalMinutes) },
      })) !== undefined,
    renew: async (before, after) => {
      const { data, expiresAt } = itemOf(after);
      const renewed = await table.update(keyOf(before), {
        UpdateExpression: 'SET #data = :data, #expires = :expires REMOVE #renewing',
        ConditionExpression: '#data.#sealed = :before',
        ExpressionAttributeNames: {
          '#data': 'data',
          '#sealed': 'sealed',
          '#expires': 'expiresAt',
          '#renewing': 'renewingSince',
        },
        ExpressionAttributeValues: {
          ':data': data,
          ':expires': expiresAt,
          ':before': seal(tokens.parse(before), before),
        },
      });
      return renewed !== undefined;
    },
    async forget(profile) {
      // The empty item is swept up by the table's time to live.
      await table.update(keyOf({ profile }), {
        UpdateExpression: 'REMOVE #data SET #expires = :past',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeNames: { '#data': 'data', '#expires': 'expiresAt' },
        ExpressionAttributeValues: { ':past': 1 },
      });
    },
  };
}
