import { readerOf } from '#shared/email/letter.ts';
import { showSlot } from '#shared/lib/display.ts';
import { type Html, html, link } from './html.ts';
import type { OfferPageProps } from './offer.ts';
import { declineReasons, longest, workingModels } from './offer-form.ts';
import { choices, field, fold, form } from './parts.ts';
import { pageWordsIn } from './words/languages.ts';

/** Every way to answer an open offer; the usual one first, the others folded. */
export const answers = (props: OfferPageProps): Html =>
  html`${changed(props)}${accept(props)}<div>${call(props)}${counter(props)}${question(props)}${details(props)}${decline(props)}</div>`;

const wordsOf = ({ host }: OfferPageProps) => pageWordsIn(host.language);

const changed = (props: OfferPageProps): Html | false =>
  props.problem?.kind === 'changed' && html`<p class="problem" role="alert">${wordsOf(props).problems.changed}</p>`;

/** Names the offer that is answered: a second press on the same button answers no later one. */
const version = (props: OfferPageProps): Html => html`<input type="hidden" name="version" value="${props.version}">`;

const accept = (props: OfferPageProps): Html => {
  const { offer } = wordsOf(props);
  return html`${form('accept', offer.accept, version(props))}
<p class="hint">${offer.acceptHint}</p>`;
};

function call(props: OfferPageProps): Html | false {
  const { host, slots, bookingUrl, call: booked, problem } = props;
  const { offer, problems } = wordsOf(props);
  if (bookingUrl !== undefined) return fold(offer.call, html`<p>${link(bookingUrl, offer.bookingLink)}</p>`);
  if (slots.length === 0 && booked === undefined) return false;
  const reader = readerOf(host);
  const times = slots.map(slot => ({ value: slot.from, label: showSlot(slot, reader) }));
  return fold(
    offer.call,
    html`${booked !== undefined && html`<p class="note">${offer.callBooked(showSlot(booked, reader))}</p>`}${
      problem?.kind === 'slot' && html`<p class="problem" role="alert">${problems.slot}</p>`
    }${times.length > 0 && form('call', offer.callButton, choices('slot', offer.callLabel(host.timeZone), times, true))}${
      booked !== undefined && form('call-off', offer.callOffButton, '', 'warn')
    }`,
    problem?.kind === 'slot',
  );
}

function counter(props: OfferPageProps): Html {
  const { offer, problems, optional, send } = wordsOf(props);
  const { problem, host } = props;
  const isHere = problem?.kind === 'amount';
  return fold(
    offer.counter,
    form(
      'counter',
      send,
      html`${version(props)}${field('amount', {
        id: 'amount',
        label: offer.amount(host.currency),
        hint: offer.amountHint,
        required: true,
        inputMode: 'decimal',
        longest: longest.amount,
        value: problem?.written?.amount,
        problem: isHere ? problems.amount : undefined,
      })}${field('note', {
        id: 'counter-note',
        label: `${offer.note} ${optional}`,
        kind: 'lines',
        longest: longest.note,
        value: problem?.written?.note,
      })}`,
    ),
    isHere,
  );
}

function question(props: OfferPageProps): Html {
  const { offer, problems, send } = wordsOf(props);
  const isHere = props.problem?.kind === 'question';
  return fold(
    offer.question,
    form(
      'question',
      send,
      field('question', {
        id: 'question',
        label: offer.questionLabel,
        kind: 'lines',
        required: true,
        longest: longest.question,
        value: props.problem?.written?.question,
        problem: isHere ? problems.text : undefined,
      }),
    ),
    isHere,
  );
}

function details(props: OfferPageProps): Html {
  const { offer, send } = wordsOf(props);
  const lines = (name: 'caseStudies' | 'numbers' | 'exclusivity', kind: 'lines' | 'text' = 'lines') =>
    field(name, { id: name, label: offer[name], kind, longest: longest.note });
  return fold(
    offer.details,
    form(
      'details',
      send,
      html`<p class="hint">${offer.detailsHint}</p>${lines('caseStudies')}${lines('numbers')}${choices(
        'model',
        offer.model,
        workingModels.map(value => ({ value, label: offer.models[value] })),
      )}${lines('exclusivity', 'text')}${field('rate', { id: 'rate', label: offer.rate, longest: longest.amount })}`,
    ),
    props.asksForDetails,
  );
}

function decline(props: OfferPageProps): Html {
  const { offer, optional } = wordsOf(props);
  return fold(
    offer.decline,
    form(
      'decline',
      offer.declineButton,
      html`${choices(
        'because',
        `${offer.because} ${optional}`,
        declineReasons.map(value => ({ value, label: offer.reasons[value] })),
      )}${field('note', { id: 'decline-note', label: `${offer.note} ${optional}`, kind: 'lines', longest: longest.note })}<p class="hint">${offer.declineHint}</p>`,
      'warn',
    ),
  );
}
