import * as z from 'zod';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import { heldKinds } from '#shared/ports/erasures.ts';
import { amount, id, instant } from './common.ts';

const heldCounts = z.partialRecord(z.enum(heldKinds), z.int());

export const erasure = z
  .object({
    id,
    status: z.enum(['open', 'done']),
    askedAt: instant,
    askedBy: z.string().meta({ description: 'id of the token' }),
    influencerIds: z.array(id),
    erased: heldCounts.meta({ description: 'how many items of each kind were erased so far' }),
    doneAt: instant.optional(),
  })
  .meta({ id: 'Erasure' });

export const askedErasure = erasure.extend({
  held: heldCounts.meta({ description: 'what is held now and will be erased' }),
  owed: z.array(z.object({ campaignId: id, status: z.enum(collaborationStatuses), amount })).meta({
    description:
      'agreed with them: find out how to pay it before the next hour; the amounts are kept, the person is not',
  }),
  coupons: z
    .array(z.object({ shop: z.string(), code: z.string() }))
    .meta({ description: 'codes that only you can delete, in the shop' }),
});

export type ErasureView = z.output<typeof erasure>;
