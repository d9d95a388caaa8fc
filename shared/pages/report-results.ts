import { isLost } from '#shared/domain/collaboration.ts';
import { profileUrl } from '#shared/domain/import/profile.ts';
import type { CollaborationResult } from '#shared/domain/report/report.ts';
import { type Reader, showCount, showHandle, showMoney } from '#shared/lib/display.ts';
import { statusWords } from '#shared/lib/status-words.ts';
import { type Html, html, link, theirs } from './html.ts';
import { fold } from './parts.ts';

/** Every collaboration, in the report's order: those that go on as a table; those that ended without a post folded below. */
export function resultsSection(results: readonly CollaborationResult[], reader: Reader): Html | false {
  if (results.length === 0) return false;
  const lost = results.filter(result => isLost(result.status));
  const live = results.filter(result => !isLost(result.status));
  return html`<section class="tight"><h2>Collaborations</h2>
${live.length > 0 && html`<div class="sheet">${table('Collaborations', live, reader)}</div>`}
${lost.length > 0 && html`<div>${fold(`Ended without a post (${lost.length})`, html`<ul class="small">${lost.map(endedLine)}</ul>`)}</div>`}</section>`;
}

const endedLine = ({ name, profile, status }: CollaborationResult): Html =>
  html`<li>${link(profileUrl(profile), theirs(name))}: ${statusWords[status]}</li>`;

const unknown = '–';
const columns = ['Fee', 'Likes', 'Comments', 'Views', 'Clicks', 'Orders', 'Revenue', 'Cost'];

const table = (label: string, results: readonly CollaborationResult[], reader: Reader): Html =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr><th scope="col">Influencer</th><th scope="col">Status</th>${columns.map(
    name => html`<th scope="col" class="number">${name}</th>`,
  )}</tr></thead><tbody>${results.map(result => row(result, reader))}</tbody></table></div>`;

function row(result: CollaborationResult, reader: Reader): Html {
  const { name, profile, status, fee, postUrl, likes, comments, views, clicks, orders, revenue, cost } = result;
  const count = (value: number | undefined) => (value === undefined ? unknown : showCount(value, reader));
  const numbers = [
    fee === undefined ? unknown : showMoney(fee, reader),
    count(likes),
    count(comments),
    count(views),
    count(clicks),
    count(orders),
    showMoney(revenue, reader),
    showMoney(cost, reader),
  ];
  return html`<tr><td class="name">${link(profileUrl(profile), theirs(name))}<br><span class="muted">${theirs(
    showHandle(profile),
  )}</span></td><td class="status">${statusWords[status]}${
    postUrl !== undefined && html`<br>${link(postUrl, 'see the post')}`
  }</td>${numbers.map(number => html`<td class="number">${number}</td>`)}</tr>`;
}
