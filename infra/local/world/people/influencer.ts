import { DateTime } from 'luxon';
import { formatMoney, money } from '#shared/domain/money.ts';
import type { Clock } from '../../clock.ts';
import type { DeliveredMail, WorldMailbox } from '../mailbox.ts';
import { patientFetch } from '../patient-fetch.ts';
import type { Person } from '../person.ts';
import type { Random } from '../random.ts';
import { type ReplyKind, replies } from '../words/replies.ts';
import { amountIn, type Letter, linksOf, readLetter } from './letter.ts';
import { composeReply } from './mail-program.ts';
import * as pages from './pages.ts';
import { type Act, blankMemory, type Memory, react } from './reaction.ts';
import { awake } from './waking-hours.ts';

export interface InfluencerPlan {
  readonly clock: Clock;
  readonly mail: WorldMailbox;
  readonly currency: string;
  readonly postBetween: { readonly from: string; readonly to: string };
  /** Publishes on the person's platform; answers with the address of the post. */
  publish(person: Person, material: { readonly link?: string; readonly coupon?: string }): string;
  /** Puts the advertising label at the beginning of what the person published. */
  label(person: Person): void;
  readonly onAct: (person: Person, what: string) => void;
  readonly onTrouble: (person: Person, error: unknown) => void;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** One influencer with a mailbox: reads, thinks, and acts in their own time. */
export function influencer(person: Person, plan: InfluencerPlan, random: Random) {
  let memory: Memory = blankMemory;
  let vacationSaid = false;
  let material: Awaited<ReturnType<typeof briefOf>> = {};

  const later = (delayMs: number, act: () => Promise<unknown>) => {
    const atMs = awake(plan.clock.now() + delayMs, person.timeZone, random.next());
    plan.clock.at(atMs, () => void plan.clock.hold(act().catch(error => plan.onTrouble(person, error))));
  };
  const thinkingTime = () => random.logNormal(person.persona.delayHours, 0.5) * hourMs;

  async function receive(mail: DeliveredMail): Promise<void> {
    if (person.persona.answer === 'bounces') {
      plan.onAct(person, 'bounce');
      return plan.mail.bounce(mail.id, { recipient: mail.recipient });
    }
    const letter = await readLetter(mail.raw);
    if (letter.briefUrl) material = { ...material, ...(await briefOf(letter)) };
    if (person.persona.vacation && !vacationSaid) {
      vacationSaid = true;
      await write(letter, 'vacation', { automatic: person.persona.vacation });
    }
    const delayMs = thinkingTime();
    later(delayMs, async () => {
      const reaction = react(person.persona, memory, letter, amountIn(letter.text));
      memory = reaction.memory;
      for (const act of reaction.acts) await perform(act, letter, mail);
    });
  }

  async function perform(act: Act, letter: Letter, mail: DeliveredMail): Promise<void> {
    plan.onAct(person, act.kind === 'answer' ? act.as : act.kind);
    switch (act.kind) {
      case 'answer':
        return answer(act.as, letter);
      case 'counter':
        return counter(act.ask, letter);
      case 'unsubscribe':
        return unsubscribe(letter);
      case 'complain':
        return plan.mail.complain(mail.id, { recipient: mail.recipient });
      case 'confirm':
        if (person.profile.platform === 'tiktok') await connectTiktok(letter.briefUrl ?? '');
        if (await onPage(() => pages.confirmBrief(letter.briefUrl ?? ''))) return;
        return write(letter, 'confirms');
      case 'plan-post':
        return planPost(letter);
      case 'hand-in-draft':
        return later(random.between(0.3, 1.5) * dayMs, () => handInDraft(letter));
      case 'hand-in':
        return write(letter, 'posted', { url: memory.postUrl ?? '' });
      case 'correct-post':
        plan.label(person);
        return handIn(letter, memory.postUrl ?? '');
    }
  }

  /** Most let us look at their account; some do not. */
  async function connectTiktok(briefUrl: string): Promise<void> {
    const says = random.chance(0.85) ? 'yes' : 'no';
    if (await pages.connectTiktok(briefUrl, person.profile.handle, says)) plan.onAct(person, `connect-${says}`);
  }

  async function answer(as: Extract<Act, { kind: 'answer' }>['as'], letter: Letter): Promise<void> {
    const url = memory.offerUrl ?? '';
    if (as === 'wants-call') later(3 * dayMs, () => pages.acceptOffer(url));
    const onThePage: Partial<Record<typeof as, () => Promise<boolean>>> = {
      accepts: () => pages.acceptOffer(url),
      declines: () => pages.declineOffer(url),
      asks: () => pages.askQuestion(url, text('asks', letter)),
      'wants-call': () => pages.bookCall(url),
    };
    const page = onThePage[as];
    if (page && (await onPage(page))) return;
    await write(letter, as, { until: day(plan.clock.now() + 8 * dayMs) });
  }

  async function counter(ask: number | undefined, letter: Letter): Promise<void> {
    if (ask !== undefined && (await onPage(() => pages.counterOffer(memory.offerUrl ?? '', ask)))) return;
    await write(letter, 'haggles', { ask: ask === undefined ? '15k' : spoken(ask) });
  }

  async function unsubscribe(letter: Letter): Promise<void> {
    if (!letter.oneClickUrl) return write(letter, 'unsubscribes');
    // As mail programs do it: no cookies, no page, this body (RFC 8058).
    await patientFetch(letter.oneClickUrl, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
  }

  /** Some day between the dates of the brief, or a few days after them. */
  async function planPost(letter: Letter): Promise<void> {
    const from = DateTime.fromISO(plan.postBetween.from, { zone: person.timeZone }).toMillis();
    const to = DateTime.fromISO(plan.postBetween.to, { zone: person.timeZone }).endOf('day').toMillis();
    const earliest = Math.max(from, plan.clock.now() + 1.5 * dayMs);
    const onTime = earliest + random.next() ** 1.5 * Math.max(0, to - earliest - 12 * hourMs);
    const atMs = person.persona.posts === 'late' ? to + random.between(1, 4) * dayMs : onTime;
    later(atMs - plan.clock.now(), async () => {
      const postUrl = plan.publish(person, material);
      memory = { ...memory, postUrl };
      plan.onAct(person, 'publish');
      if (person.persona.handsIn === 'not-at-all') return;
      later(random.between(0.3, 6) * hourMs, () => handIn(letter, postUrl));
    });
  }

  async function handInDraft(letter: Letter): Promise<void> {
    // Made-up files of a place where people keep them; nobody opens them.
    const link = `https://drive.google.com/file/d/${encodeURIComponent(person.profile.handle)}-${memory.briefs}/view`;
    if (await onPage(() => pages.handInDraft(letter.briefUrl ?? '', link))) return;
    await write(letter, 'drafts', { url: link });
  }

  async function handIn(letter: Letter, postUrl: string): Promise<void> {
    memory = { ...memory, handedIn: true };
    plan.onAct(person, 'hand-in');
    const url = memory.briefUrl;
    if (person.persona.handsIn === 'page' && url && (await pages.handInPost(url, postUrl))) return;
    await write(letter, 'posted', { url: postUrl });
  }

  const onPage = async (act: () => Promise<boolean>): Promise<boolean> => person.persona.via === 'page' && act();

  const day = (ms: number) => DateTime.fromMillis(ms, { zone: person.timeZone }).setLocale('en').toFormat('d LLLL');
  const spoken = (ask: number) =>
    random.pick(
      [`${ask / 1000}k`, `Rs ${ask}`, formatMoney(money(ask * 100, plan.currency))].slice(
        plan.currency === 'INR' ? 0 : 2,
      ),
    );

  function text(kind: ReplyKind, letter: Letter, words: Readonly<Record<string, string>> = {}): string {
    const known: Record<string, string> = {
      name: letter.from.name.split(' ')[0] ?? 'there',
      me: person.name.split(' ')[0] ?? person.name,
      until: day(plan.clock.now() + 6 * dayMs),
      ...words,
    };
    return random.pick(replies[kind]).replace(/\{(\w+)\}/g, (_, word: string) => known[word] ?? '');
  }

  async function write(
    letter: Letter,
    kind: ReplyKind,
    { automatic, ...words }: Readonly<Record<string, string>> & { automatic?: 'marked' | 'unmarked' } = {},
  ): Promise<void> {
    const reply = { text: text(kind, letter, words), atMs: plan.clock.now(), ...(automatic && { automatic }) };
    const raw = await composeReply(person, letter, reply, random);
    const envelopeFrom = automatic ? '' : (person.email ?? '');
    await plan.mail.receive({ envelopeFrom, recipients: [letter.replyTo], raw });
  }

  return { receive };
}

/** The tracking link and the coupon, as they stand in the letter: "Your code: MEERA10". */
async function briefOf(letter: Letter): Promise<{ link?: string; coupon?: string }> {
  const link = linksOf(`${letter.text}\n${letter.html}`).find(url => /\/l\/[^/]+$/.test(url));
  const coupon = /[Cc]ode[^A-Za-z0-9\n]{1,6}([A-Z][A-Z0-9]{3,19})\b/.exec(letter.text)?.[1];
  return { ...(link && { link }), ...(coupon && { coupon }) };
}
