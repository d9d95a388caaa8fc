import { type CheerioAPI, load } from 'cheerio';
import { patientFetch } from '../patient-fetch.ts';

/** A form as a browser knows it. */
export interface Form {
  readonly action: string;
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly name: string;
  /** `text`, `hidden`, `radio` ..., `textarea`, `option`, `submit`. */
  readonly type: string;
  readonly value: string;
  readonly checked: boolean;
}

export interface OpenedPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly forms: readonly Form[];
  readonly links: readonly string[];
}

const browserHeaders = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'en-IN,en;q=0.9,hi;q=0.7',
};

export async function openPage(url: string): Promise<OpenedPage> {
  return read(await patientFetch(url, { headers: browserHeaders }));
}

/** Posts a form as a browser does: what stands in its fields, of choices only the chosen ones, and what was written. */
export async function submitForm(form: Form, written: Readonly<Record<string, string>>): Promise<OpenedPage> {
  const body = new URLSearchParams();
  for (const { name, type, value, checked } of form.fields) {
    const isChoice = ['radio', 'checkbox', 'option'].includes(type);
    if (type === 'submit' || (isChoice && !checked) || name in written) continue;
    body.set(name, value);
  }
  for (const [name, value] of Object.entries(written)) body.set(name, value);
  return read(await patientFetch(form.action, { method: 'POST', headers: browserHeaders, body }));
}

async function read(response: Response): Promise<OpenedPage> {
  const $ = load(await response.text());
  const forms = $('form')
    .toArray()
    .map(element => ({
      action: new URL($(element).attr('action') || response.url, response.url).href,
      fields: $(element)
        .find('input, textarea, button, option')
        .toArray()
        .map(field => fieldOf($, $(field)))
        .filter(({ name }) => name !== ''),
    }));
  const links = $('a[href]')
    .toArray()
    .map(element => new URL($(element).attr('href') ?? '', response.url).href);
  $('script, style').remove();
  return {
    url: response.url,
    status: response.status,
    text: $('body').text().replace(/\s+/g, ' ').trim(),
    forms,
    links,
  };
}

function fieldOf($: CheerioAPI, field: ReturnType<CheerioAPI>): FormField {
  const tag = field.prop('tagName')?.toLowerCase() ?? 'input';
  const name = tag === 'option' ? field.closest('select').attr('name') : field.attr('name');
  const type =
    tag === 'button' ? (field.attr('type') ?? 'submit') : tag === 'input' ? (field.attr('type') ?? 'text') : tag;
  const written = tag === 'textarea' || tag === 'option' ? $(field).text() : '';
  const isChosen = field.attr('checked') !== undefined || field.attr('selected') !== undefined;
  return { name: name ?? '', type, value: field.attr('value') ?? written, checked: isChosen };
}
