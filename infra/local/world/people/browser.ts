import { type CheerioAPI, load } from 'cheerio';

/** A form as a person sees it: fields to fill and things to choose. */
export interface Form {
  readonly action: string;
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** Label, button text, placeholder and value: what a person goes by. */
  readonly label: string;
  readonly checked: boolean;
}

export interface OpenedPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly html: string;
  readonly forms: readonly Form[];
}

const browserHeaders = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'en-IN,en;q=0.9,hi;q=0.7',
};

export async function openPage(url: string): Promise<OpenedPage> {
  return read(await fetch(url, { headers: browserHeaders }));
}

/** Posts a form as a browser does: every filled field, and of radios and buttons only the chosen one. */
export async function submitForm(form: Form, values: Readonly<Record<string, string>>): Promise<OpenedPage> {
  const body = new URLSearchParams();
  for (const { name, type, value, checked } of form.fields) {
    if (name in values || body.has(name)) continue;
    if (type === 'submit' || ((type === 'radio' || type === 'checkbox' || type === 'option') && !checked)) continue;
    body.set(name, value);
  }
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  return read(await fetch(form.action, { method: 'POST', headers: browserHeaders, body }));
}

/** The choice (radio, button, option) whose words match, and its form. */
export function findChoice(page: OpenedPage, words: RegExp): { form: Form; name: string; value: string } | undefined {
  for (const form of page.forms) {
    const choice = form.fields.find(
      ({ type, label }) => ['radio', 'submit', 'option'].includes(type) && words.test(label),
    );
    if (choice) return { form, name: choice.name, value: choice.value };
  }
  return undefined;
}

export const findField = (form: Form, words: RegExp, type?: RegExp): FormField | undefined =>
  form.fields.find(
    field =>
      (type ? type.test(field.type) : !['hidden', 'submit', 'radio'].includes(field.type)) &&
      words.test(`${field.name} ${field.label}`),
  );

async function read(response: Response): Promise<OpenedPage> {
  const html = await response.text();
  const $ = load(html);
  const forms = $('form')
    .toArray()
    .map(element => ({
      action: new URL($(element).attr('action') || response.url, response.url).href,
      fields: $(element)
        .find('input, textarea, button, option')
        .toArray()
        .map(field => fieldOf($, field))
        .filter(({ name }) => name !== ''),
    }));
  const shown = $('body').clone();
  shown.find('script, style').remove();
  return { url: response.url, status: response.status, html, text: shown.text().replace(/\s+/g, ' ').trim(), forms };
}

function fieldOf($: CheerioAPI, element: Parameters<CheerioAPI>[0] & { tagName?: string }): FormField {
  const field = $(element as never);
  const tag = element.tagName ?? '';
  const id = field.attr('id');
  const name = tag === 'option' ? field.closest('select').attr('name') : field.attr('name');
  const labels = [
    field.closest('label').text(),
    id ? $(`label[for="${id}"]`).text() : '',
    tag === 'button' || tag === 'option' ? field.text() : '',
    field.attr('placeholder') ?? '',
    field.attr('value') ?? '',
  ];
  return {
    name: name ?? '',
    type: tag === 'button' ? (field.attr('type') ?? 'submit') : tag === 'input' ? (field.attr('type') ?? 'text') : tag,
    value: field.attr('value') ?? (tag === 'textarea' || tag === 'option' ? field.text() : ''),
    label: labels.join(' ').replace(/\s+/g, ' ').trim(),
    checked: field.attr('checked') !== undefined || field.attr('selected') !== undefined,
  };
}
