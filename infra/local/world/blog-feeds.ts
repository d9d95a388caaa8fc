import { escaped } from './html.ts';
import type { Person } from './person.ts';
import { countsAt, type SimulatedPost } from './published-posts.ts';

/** Where one blog stands: `http://127.0.0.1:4000/meera-talks`. */
export const blogAddress = (server: string, person: Person): string => `${server}/${person.profile.handle}`;
export const articleAddress = (server: string, person: Person, post: SimulatedPost): string =>
  `${blogAddress(server, person)}/posts/${post.id}/`;

export const articleTitle = (post: SimulatedPost): string => (post.text.split(/[.!?।\n]/, 1)[0] ?? '').slice(0, 90);

/** WordPress writes RSS 2.0 with slash:comments, Blogger writes Atom with thr:total. */
export const writesAtom = (person: Person): boolean => person.id.charCodeAt(person.id.length - 1) % 3 === 0;

const newest = 12;

export function rss(server: string, person: Person, posts: readonly SimulatedPost[], nowMs: number): string {
  const items = posts.slice(0, newest).map(post => {
    const url = articleAddress(server, person, post);
    return `<item><title>${escaped(articleTitle(post))}</title><link>${url}</link><guid isPermaLink="true">${url}</guid>
<pubDate>${new Date(post.atMs).toUTCString()}</pubDate><dc:creator><![CDATA[${person.name}]]></dc:creator>
${person.profile.keywords.map(word => `<category>${escaped(word)}</category>`).join('')}
<content:encoded><![CDATA[${paragraphs(post)}]]></content:encoded>
<slash:comments>${countsAt(post, nowMs).comments}</slash:comments></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>${escaped(blogTitle(person))}</title>
<link>${blogAddress(server, person)}/</link><description>${escaped(person.profile.bio)}</description><language>${person.language === 'hi' ? 'hi' : 'en'}</language>
${items.join('\n')}
</channel></rss>`;
}

export function atom(server: string, person: Person, posts: readonly SimulatedPost[], nowMs: number): string {
  const entries = posts.slice(0, newest).map(post => {
    const at = new Date(post.atMs).toISOString();
    const url = articleAddress(server, person, post);
    return `<entry><id>${url}</id><title>${escaped(articleTitle(post))}</title><updated>${at}</updated><published>${at}</published>
<link rel="alternate" type="text/html" href="${url}"/><author><name>${escaped(person.name)}</name></author>
<content type="html">${escaped(paragraphs(post))}</content><thr:total>${countsAt(post, nowMs).comments}</thr:total></entry>`;
  });
  const home = `${blogAddress(server, person)}/`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><id>${home}</id>
<title>${escaped(blogTitle(person))}</title><updated>${new Date(posts[0]?.atMs ?? nowMs).toISOString()}</updated>
<link rel="alternate" href="${home}"/><link rel="self" href="${home}feed/"/>
${entries.join('\n')}
</feed>`;
}

export const blogTitle = (person: Person): string => `${person.name} – ${person.profile.keywords[0] ?? 'notes'}`;

/** A caption as an article: lines as paragraphs, addresses as links. */
export const paragraphs = (post: SimulatedPost): string =>
  post.text
    .split(/\n+/)
    .map(
      line =>
        `<p>${escaped(line).replace(/https?:\/\/[^\s<&]+/g, url => `<a href="${url}" rel="sponsored">${url}</a>`)}</p>`,
    )
    .join('\n');
