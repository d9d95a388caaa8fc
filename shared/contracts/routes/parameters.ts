import * as z from 'zod';
import { id } from '../views/common.ts';

/** What several routes take in their path or query. */
export const inCampaign = z.object({ campaignId: id });
export const inCollaboration = z.object({ campaignId: id, influencerId: id });

export const paged = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
};
