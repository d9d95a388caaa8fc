import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import { articleTitle, atom, blogAddress, blogTitle, paragraphs, rss, writesAtom } from './blog-feeds.ts';
import { escaped } from './html.ts';
import type { Person } from './person.ts';
import { visiblePosts } from './published-posts.ts';
import type { Society } from './society.ts';
import { type WorldAnswer, type WorldServer, worldServer } from './world-server.ts';

export interface BlogPlan {
  readonly clock: Clock;
  readonly society: Society;
  readonly port?: number;
  readonly faults?: Faults;
}

/** Every blog of the world on one server, each under its own path. */
export async function blogServer({ clock, society, ...settings }: BlogPlan): Promise<WorldServer> {
  const server = await worldServer(
    clock,
    ({ url, headers }): WorldAnswer => {
      const here = `http://${headers.host}`;
      if (url.pathname === '/robots.txt') return text('User-agent: *\nDisallow: /private/\nAllow: /\n');
      const [slug = '', ...rest] = url.pathname.split('/').filter(Boolean);
      const person = society.byProfile('blog', decodeURIComponent(slug));
      if (person?.profile.visibility !== 'public') return gone;
      return site(person, rest.join('/'), here, society, clock.now()) ?? gone;
    },
    settings,
  );
  return server;
}

function site(person: Person, path: string, here: string, society: Society, nowMs: number): WorldAnswer | undefined {
  const posts = visiblePosts(society.feed(person), nowMs);
  switch (path) {
    case '':
      return page(
        person,
        here,
        posts
          .slice(0, 5)
          .map(post => `<h2><a href="posts/${post.id}/">${escaped(articleTitle(post))}</a></h2>`)
          .join('\n'),
      );
    case 'feed':
      return writesAtom(person)
        ? { headers: { 'content-type': 'application/atom+xml; charset=UTF-8' }, body: atom(here, person, posts, nowMs) }
        : { headers: { 'content-type': 'application/rss+xml; charset=UTF-8' }, body: rss(here, person, posts, nowMs) };
    case 'comments/feed':
      return { headers: { 'content-type': 'application/rss+xml' }, body: rss(here, person, [], nowMs) };
    case 'contact':
      return page(person, here, contact(person));
    default: {
      const post = posts.find(({ id }) => path === `posts/${id}`);
      return (
        post && page(person, here, `<article><h1>${escaped(articleTitle(post))}</h1>${paragraphs(post)}</article>`)
      );
    }
  }
}

const contact = ({ email, publishesEmail, name }: Person): string =>
  email && publishesEmail
    ? `<p>Write to ${escaped(name)}: <a href="mailto:${escaped(email)}">${escaped(email)}</a></p>`
    : '<p>Leave a comment, I read them all.</p>';

function page(person: Person, here: string, body: string): WorldAnswer {
  const home = `${blogAddress(here, person)}/`;
  const type = writesAtom(person) ? 'application/atom+xml' : 'application/rss+xml';
  return {
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    body: `<!doctype html><html lang="${person.language === 'hi' ? 'hi' : 'en'}"><head><meta charset="utf-8">
<title>${escaped(blogTitle(person))}</title><meta name="description" content="${escaped(person.profile.bio)}">
<link rel="alternate" type="${type}" title="${escaped(blogTitle(person))}" href="${home}feed/">
<link rel="alternate" type="application/rss+xml" title="Comments" href="${home}comments/feed/">
</head><body><header><a href="${home}">${escaped(blogTitle(person))}</a> <a href="${home}contact/">Contact</a></header>
<main>${body}</main></body></html>`,
  };
}

const text = (body: string): WorldAnswer => ({ headers: { 'content-type': 'text/plain' }, body });
const gone: WorldAnswer = { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' };
