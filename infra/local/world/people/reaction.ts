import type { Persona } from '../person.ts';
import type { ReplyKind } from '../words/replies.ts';
import type { Letter } from './letter.ts';

/** What a person remembers of a brand's campaign. */
export interface Memory {
  readonly stage: 'stranger' | 'asked' | 'agreed' | 'refused';
  /** Letters about the offer so far. */
  readonly offers: number;
  /** Letters about the brief so far. */
  readonly briefs: number;
  readonly confirmed: boolean;
  readonly planned: boolean;
  /** They want to see a draft first, and have not said that it is fine. */
  readonly awaitsApproval?: boolean;
  readonly postUrl?: string;
  readonly handedIn: boolean;
  /** Their post lacked the label and was mended. */
  readonly corrected: boolean;
  /** The pages of their latest letters: answers that carry no link are about the same thing. */
  readonly offerUrl?: string;
  readonly briefUrl?: string;
  /** The least amount they would take, once they have named theirs. */
  readonly least?: number;
}

export const blankMemory: Memory = {
  stage: 'stranger',
  offers: 0,
  briefs: 0,
  confirmed: false,
  planned: false,
  handedIn: false,
  corrected: false,
};

/** What a person does about a letter. */
export type Act =
  | {
      readonly kind: 'answer';
      readonly as: Extract<ReplyKind, 'accepts' | 'asks' | 'declines' | 'tooLittle' | 'wants-call' | 'postpones'>;
    }
  | { readonly kind: 'counter'; readonly ask: number | undefined }
  | {
      readonly kind:
        | 'unsubscribe'
        | 'complain'
        | 'confirm'
        | 'plan-post'
        | 'hand-in-draft'
        | 'hand-in'
        | 'correct-post';
    };

export interface Reaction {
  readonly memory: Memory;
  readonly acts: readonly Act[];
}

/** What `persona` does on reading `letter`. `offered` is the amount that the letter names. */
export function react(
  persona: Persona,
  before: Memory,
  { offerUrl, briefUrl, draft }: Pick<Letter, 'offerUrl' | 'briefUrl' | 'draft'>,
  offered?: number,
): Reaction {
  const memory = { ...before, ...(offerUrl && { offerUrl }), ...(briefUrl && { briefUrl }) };
  // Somebody writes although the post is out: they want the label that was forgotten.
  if (memory.postUrl && !persona.discloses && !memory.corrected)
    return { memory: { ...memory, corrected: true }, acts: [{ kind: 'correct-post' }] };
  if (briefUrl) return onBrief(persona, { ...memory, stage: 'agreed', briefs: memory.briefs + 1 }, draft);
  if (offerUrl || memory.stage === 'asked') return onOffer(persona, { ...memory, offers: memory.offers + 1 }, offered);
  return { memory, acts: [] };
}

function onOffer(persona: Persona, memory: Memory, offered: number | undefined): Reaction {
  if (memory.stage === 'asked') return secondThoughts(memory, offered);
  if (memory.stage !== 'stranger' || memory.offers < persona.afterMails) return { memory, acts: [] };
  switch (persona.answer) {
    case 'accepts':
      return { memory: { ...memory, stage: 'agreed' }, acts: [{ kind: 'answer', as: 'accepts' }] };
    case 'haggles':
      return {
        memory: { ...memory, stage: 'asked', ...(offered !== undefined && { least: offered * persona.takesTimes }) },
        acts: [{ kind: 'counter', ask: offered === undefined ? undefined : roundAsk(offered * persona.asksTimes) }],
      };
    case 'asks':
    case 'wants-call':
    case 'postpones':
      return { memory: { ...memory, stage: 'asked' }, acts: [{ kind: 'answer', as: persona.answer }] };
    case 'declines':
      return { memory: { ...memory, stage: 'refused' }, acts: [{ kind: 'answer', as: 'declines' }] };
    case 'unsubscribes':
      return { memory: { ...memory, stage: 'refused' }, acts: [{ kind: 'unsubscribe' }] };
    case 'complains':
      return { memory: { ...memory, stage: 'refused' }, acts: [{ kind: 'complain' }] };
    case 'ignores':
    case 'bounces':
      return { memory, acts: [] };
  }
}

/** They asked for something; this letter is the answer, or at least another chance. */
function secondThoughts(memory: Memory, offered: number | undefined): Reaction {
  const enough = memory.least === undefined || offered === undefined || offered >= memory.least;
  return enough
    ? { memory: { ...memory, stage: 'agreed' }, acts: [{ kind: 'answer', as: 'accepts' }] }
    : { memory: { ...memory, stage: 'refused' }, acts: [{ kind: 'answer', as: 'tooLittle' }] };
}

/** People ask round amounts. */
const roundAsk = (amount: number): number => Math.ceil(amount / 500) * 500;

function onBrief(persona: Persona, memory: Memory, draft: Letter['draft']): Reaction {
  const acts: Act[] = [];
  // Who forgot to confirm does it when reminded.
  const confirms = !memory.confirmed && (persona.confirms || memory.briefs > 1);
  if (confirms) acts.push({ kind: 'confirm' });
  const awaitsApproval = draft === undefined ? memory.awaitsApproval === true : draft === 'wanted';
  const plans = !memory.planned && persona.posts !== 'never' && !awaitsApproval;
  if (plans) acts.push({ kind: 'plan-post' });
  // Who is late with the post is late with the draft.
  const drafts = draft === 'wanted' && (persona.posts === 'on-time' || (persona.posts === 'late' && memory.briefs > 1));
  if (drafts) acts.push({ kind: 'hand-in-draft' });
  // A reminder about a post that is out already: most then send its address.
  const handsIn = memory.postUrl !== undefined && !memory.handedIn && memory.briefs > 2;
  if (handsIn) acts.push({ kind: 'hand-in' });
  return {
    memory: {
      ...memory,
      confirmed: memory.confirmed || confirms,
      planned: memory.planned || plans,
      ...(awaitsApproval !== (memory.awaitsApproval ?? false) && { awaitsApproval }),
      handedIn: memory.handedIn || handsIn,
    },
    acts,
  };
}
