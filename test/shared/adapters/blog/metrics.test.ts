import { describe, expect, test } from 'vitest';
import { blogMetrics } from '#shared/adapters/blog/metrics.ts';
import { serving } from '../serving.ts';

const at = new Date('2026-11-23T10:00:00Z');
const meera = { platform: 'blog', handle: 'meera.in' } as const;
const page = (head: string, body = '') =>
  `<!doctype html><html lang="en-IN"><head>${head}</head><body>${body}</body></html>`;
const item = (n: number, more = '') =>
  `<item><title>Post ${n}</title><link>/post-${n}</link><guid isPermaLink="false">id-${n}</guid><pubDate>Mon, 0${n} Nov 2026 10:00:00 +0530</pubDate>${more}</item>`;
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Meera &amp; Co</title><link>https://meera.in/</link><language>hi</language>${items}</channel></rss>`;
const feedLink = '<link rel="alternate" type="application/rss+xml" title="Meera" href="/feed/">';

type Answer = string | Response;
/** A small web: what is not listed is 404. Names resolve to a public address. */
function web(pages: Record<string, Answer>) {
  const { fetch, asked } = serving(url => {
    const answer = pages[url.href];
    if (answer === undefined) return new Response('nothing here', { status: 404 });
    return typeof answer === 'string' ? new Response(answer) : answer.clone();
  });
  const source = blogMetrics({ fetch, resolve: async () => ['93.184.216.34'], userAgent: 'GroundswellBot/1.0' });
  return { source, asked: () => asked.map(({ url }) => url.href) };
}
const metricsOf = async (pages: Record<string, Answer>, options: { at: Date; feedUrl?: string } = { at }) => {
  const answer = await web(pages).source.metrics(meera, options);
  if (answer.kind !== 'found') throw new Error(answer.because);
  return answer.metrics;
};

describe('a blog', () => {
  test('is measured by its home page and the feed it names', async () => {
    const metrics = await metricsOf({
      'https://meera.in/': page(
        `<title>Home</title><meta name="description" content="Millets">${feedLink}`,
        '<a href="mailto:Hi@Meera.in?subject=x">mail</a>',
      ),
      'https://meera.in/feed/': rss(
        item(1) +
          item(
            3,
            '<slash:comments>4</slash:comments><description>&lt;p&gt;Ragi &amp;amp; jowar&lt;/p&gt;</description>',
          ) +
          item(2),
      ),
    });
    expect(metrics).toMatchObject({
      profile: meera,
      source: 'feed',
      name: 'Meera & Co',
      bio: 'Millets',
      language: 'hi',
      website: 'https://meera.in/',
      publishedEmail: 'hi@meera.in',
    });
    expect(metrics.posts.map(({ id }) => id)).toEqual(['id-3', 'id-2', 'id-1']);
    expect(metrics.posts[0]).toEqual({
      id: 'id-3',
      url: 'https://meera.in/post-3',
      at: '2026-11-03T04:30:00.000Z',
      kind: 'article',
      text: 'Post 3\nRagi & jowar',
      comments: 4,
    });
    expect(metrics).not.toHaveProperty('followers');
    expect(metrics.posts[1]).not.toHaveProperty('comments');
  });

  test('may name its feed relative to a base, beside the feed of its comments', async () => {
    const head =
      '<base href="https://cdn.meera.in/x/"><link rel="alternate" type="application/rss+xml" title="Meera » Comments Feed" href="comments"><link rel=alternate type="application/atom+xml" href="atom.xml">';
    const { source, asked } = web({ 'https://meera.in/': page(head), 'https://cdn.meera.in/x/atom.xml': rss(item(1)) });
    expect(await source.metrics(meera, { at })).toMatchObject({ kind: 'found', metrics: { posts: [{ id: 'id-1' }] } });
    expect(asked()).not.toContain('https://cdn.meera.in/x/comments');
  });

  test('that names no feed is tried at the usual places', async () => {
    expect(
      (await metricsOf({ 'https://meera.in/': page(''), 'https://meera.in/atom.xml': rss(item(1)) })).posts,
    ).toHaveLength(1);
  });

  test('without any feed is found without posts', async () => {
    expect(await metricsOf({ 'https://meera.in/': page('<title>Meera cooks</title>') })).toMatchObject({
      name: 'Meera cooks',
      posts: [],
    });
  });

  test('whose home page is gone is still measured by the feed we know', async () => {
    const feedUrl = 'https://feeds.example/meera';
    expect(await metricsOf({ [feedUrl]: rss(item(1)) }, { at, feedUrl })).toMatchObject({
      name: 'Meera & Co',
      posts: [{ id: 'id-1' }],
    });
  });

  test('without https is read over http', async () => {
    const { source } = web({
      'https://meera.in/robots.txt': new Response('no tls', { status: 525 }),
      'http://meera.in/': page(feedLink),
      'http://meera.in/feed/': rss(item(1)),
    });
    expect(await source.metrics(meera, { at })).toMatchObject({ kind: 'found', metrics: { posts: [{}] } });
  });

  test('below a path is found with or without its trailing slash', async () => {
    const { source } = web({ 'https://host.in/meera/': page('<title>M</title>') });
    expect((await source.metrics({ platform: 'blog', handle: 'host.in/meera' }, { at })).kind).toBe('found');
  });
});

describe('the address to write to', () => {
  const withHome = (body: string, more: Record<string, Answer> = {}) =>
    metricsOf({ 'https://meera.in/': page('', body), ...more });

  test('may stand on the contact page, which comes before the one about the author', async () => {
    const { source, asked } = web({
      'https://meera.in/': page(
        '',
        '<a href="/about-me">About</a><a href="/contact/">Say hello</a><a href="https://else.in/contact">other</a>',
      ),
      'https://meera.in/contact/': '<p>Write to hello (at) meera (dot) in</p>',
    });
    expect(await source.metrics(meera, { at })).toMatchObject({ metrics: { publishedEmail: 'hello@meera.in' } });
    expect(asked()).not.toContain('https://meera.in/about-me');
    expect(asked()).not.toContain('https://else.in/contact');
  });
  test('may be veiled', async () => {
    const veil = (text: string, key = 0x4d) =>
      [key, ...Buffer.from(text).map(byte => byte ^ key)].map(byte => byte.toString(16).padStart(2, '0')).join('');
    expect(
      (await withHome(`<span data-cfemail="${veil('hi@meera.in')}">[email protected]</span>`)).publishedEmail,
    ).toBe('hi@meera.in');
  });
  test.each([
    ['a picture’s name', '<img src="x"><p>logo@2x.png</p>'],
    ['a placeholder', '<input placeholder="you@example.com"><p>your@email.com</p>'],
    ['a script’s key', '<script>dsn="https://abc@o1.ingest.sentry.io/1"</script>'],
    ['nothing', '<p>hello</p>'],
  ])('is not %s', async (_, body) => {
    expect(await withHome(body)).not.toHaveProperty('publishedEmail');
  });
});

describe('manners', () => {
  const robots = 'User-agent: *\nDisallow: /\n';
  test('a site that does not want to be read is not read', async () => {
    const { source, asked } = web({ 'https://meera.in/robots.txt': robots, 'https://meera.in/': page('') });
    expect(await source.metrics(meera, { at })).toMatchObject({
      kind: 'missing',
      because: expect.stringContaining('robots.txt'),
    });
    expect(asked()).toEqual(['https://meera.in/robots.txt']);
  });
  test('rules for others do not concern us, and those for us win', async () => {
    const rules = 'User-agent: OtherBot\nDisallow: /\n\nUser-agent: GroundswellBot\nDisallow: /private\n';
    const { source } = web({ 'https://meera.in/robots.txt': rules, 'https://meera.in/': page('') });
    expect((await source.metrics(meera, { at })).kind).toBe('found');
  });
  test('a failing server may forbid everything for all we know', async () => {
    const down = new Response('', { status: 503 });
    const { source } = web({
      'https://meera.in/robots.txt': down,
      'http://meera.in/robots.txt': down,
      'https://meera.in/': page(''),
    });
    expect((await source.metrics(meera, { at })).kind).toBe('broken');
  });
  test.each([
    ['120', '2026-11-23T10:02:00.000Z'],
    ['Mon, 23 Nov 2026 12:00:00 GMT', '2026-11-23T12:00:00.000Z'],
    ['soon', '2026-11-23T11:00:00.000Z'],
    ['99999999', '2026-11-24T10:00:00.000Z'],
  ])('asked to come back after %s, we do', async (after, retryAt) => {
    const { source } = web({
      'https://meera.in/': new Response('', { status: 429, headers: { 'retry-after': after } }),
    });
    expect(await source.metrics(meera, { at })).toMatchObject({ kind: 'throttled', retryAt });
  });
  test.each([
    [404, 'missing'],
    [410, 'missing'],
    [403, 'missing'],
    [500, 'broken'],
  ])('%d is %s', async (status, kind) => {
    const gone = new Response('', { status });
    const { source } = web({ 'https://meera.in/': gone, 'http://meera.in/': gone });
    expect((await source.metrics(meera, { at })).kind).toBe(kind);
  });
});

describe('a published article', () => {
  const url = 'https://meera.in/post-1?utm_source=brand';
  const article = page(
    '<title>Post 1</title><meta property="article:published_time" content="2026-11-01T09:00:00+05:30">',
    `<nav>menu</nav><article><p>${'Ragi '.repeat(40)}</p><p>Sponsored by Brand #ad</p><a href="https://go.brand.in/K9">shop</a></article><script>x()</script>`,
  );

  test('is read with its text, links and the counts of the feed', async () => {
    const { source } = web({
      [url]: article,
      'https://meera.in/feed/': rss(item(1, '<slash:comments>6</slash:comments>')),
    });
    const answer = await source.findPost(meera, url, { at, feedUrl: 'https://meera.in/feed/' });
    expect(answer).toMatchObject({
      kind: 'found',
      post: { id: 'id-1', comments: 6, at: '2026-11-01T04:30:00.000Z' },
      links: ['https://go.brand.in/K9'],
    });
    const text = answer.kind === 'found' ? answer.text : '';
    expect(text).toContain('Sponsored by Brand #ad');
    expect(text).not.toContain('menu');
    expect(text).not.toContain('x()');
  });
  test('that the feed no longer holds has the date of its page', async () => {
    expect(await web({ [url]: article }).source.findPost(meera, url, { at })).toMatchObject({
      kind: 'found',
      post: { at: '2026-11-01T03:30:00.000Z' },
    });
  });
  test('on another site is not theirs, and one that is gone is missing', async () => {
    const { source } = web({});
    expect(await source.findPost(meera, 'https://evil-meera.in/post-1', { at })).toMatchObject({
      kind: 'missing',
      because: expect.stringContaining('not on meera.in'),
    });
    expect((await source.findPost(meera, url, { at })).kind).toBe('missing');
  });
});
