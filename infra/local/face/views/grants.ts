import { type Html, html } from '#shared/pages/html.ts';
import { grantWords } from '../../services/permissions/grant-words.ts';
import type { Sight, View } from '../view.ts';
import { live, nothing, table } from '../words.ts';

/** What the roles of the template were refused, and what they were given and have not used. */
export function showGrants({ cloud: { permissions, resources } }: Sight): View {
  const words = grantWords(resources);
  const refused = new Map<string, number>();
  for (const message of permissions.refused()) refused.set(message, (refused.get(message) ?? 0) + 1);
  const grants = permissions.grants();
  const used = grants.filter(grant => grant.used > 0);
  const unused = Map.groupBy(
    grants.filter(grant => grant.used === 0 && grant.beyondLocal === undefined),
    words.holder,
  );
  return {
    title: 'Grants',
    body: html`<section class="sheet"><h2>Refused</h2>${live('refused', refusals(refused))}</section>
<section class="sheet"><h2>Not used in this run</h2><p class="muted">Given by the template and not needed so far. What is never used, whatever runs, is too wide.</p>${live(
      'unused',
      unused.size === 0
        ? nothing('Every grant was used.')
        : table(
            'Grants not used',
            ['Of', 'Actions'],
            [...unused].map(([holder, own]) => [
              holder,
              own.map(one => `${one.action} on ${words.resource(one)}`).join(', '),
            ]),
          ),
    )}</section>
<section class="sheet"><h2>Used</h2>${live(
      'used',
      html`<details id="used-grants"><summary>${used.length} grants</summary>${table(
        'Grants used',
        ['Of', 'Action', 'Resource', 'Calls'],
        used.map(one => [words.holder(one), one.action, words.resource(one), one.used]),
      )}</details>`,
    )}</section>`,
  };
}

const refusals = (refused: ReadonlyMap<string, number>): Html =>
  refused.size === 0
    ? nothing('Nothing was refused.')
    : html`<ul>${[...refused].map(([message, times]) => html`<li class="danger">${message}${times > 1 && ` (${times} times)`}</li>`)}</ul>`;
