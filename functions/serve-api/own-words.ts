import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import { flawIn, type OwnText } from '#shared/email/own-words.ts';
import type { FieldProblem } from '#shared/errors.ts';

/** A mail that could not be written is found out at launch, and not when the first influencer should get it. */
export function flawsInOwnWords({ outreach: { messages, experiment } }: CampaignSpec): FieldProblem[] {
  const texts: [string, OwnText | undefined][] = [
    ...Object.entries(messages).map(([purpose, own]): [string, OwnText | undefined] => [`messages/${purpose}`, own]),
    ['experiment/b', experiment?.b],
  ];
  return texts.flatMap(([where, own]) =>
    (['subject', 'text'] as const).flatMap(field => {
      const liquid = own?.[field];
      const detail = liquid === undefined ? undefined : flawIn(liquid);
      return detail === undefined ? [] : [{ pointer: `/outreach/${where}/${field}`, detail }];
    }),
  );
}
