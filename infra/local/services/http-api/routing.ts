type Segment = { readonly kind: 'text' | 'variable' | 'greedy'; readonly name: string };

export interface RoutePattern {
  /** As in the template, e.g. `GET /campaigns/{id}`. */
  readonly key: string;
  readonly method: string;
  readonly segments: readonly Segment[] | undefined;
}

export interface RouteMatch<R> {
  readonly route: R;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export function routePattern(key: string): RoutePattern {
  const [method = '', path = ''] = key.split(' ');
  if (key === '$default') return { key, method: 'ANY', segments: undefined };
  return { key, method, segments: split(path).map(segment) };
}

const split = (path: string) => path.split('/').filter(part => part !== '');

function segment(part: string): Segment {
  const [, variable, plus] = part.match(/^\{([^}+]+)(\+?)\}$/) ?? [];
  if (variable === undefined) return { kind: 'text', name: part };
  return { kind: plus ? 'greedy' : 'variable', name: variable };
}

/** The most specific route: text before variables before greedy ones before `$default`, a method before `ANY`. */
export function matchRoute<R extends { readonly pattern: RoutePattern }>(
  routes: readonly R[],
  method: string,
  path: string,
): RouteMatch<R> | undefined {
  const parts = split(path);
  const matches = routes.flatMap(route => {
    const { pattern } = route;
    if (pattern.method !== 'ANY' && pattern.method !== method) return [];
    const pathParameters = pattern.segments ? matchSegments(pattern.segments, parts) : {};
    return pathParameters ? [{ route, pathParameters }] : [];
  });
  return matches.sort((a, b) => compare(rank(a.route.pattern), rank(b.route.pattern)))[0];
}

function matchSegments(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | undefined {
  const greedy = segments.at(-1)?.kind === 'greedy';
  if (greedy ? parts.length < segments.length : parts.length !== segments.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, { kind, name }] of segments.entries()) {
    const part = parts[index] ?? '';
    if (kind === 'text' && name !== decoded(part)) return undefined;
    if (kind === 'variable') found[name] = decoded(part);
    if (kind === 'greedy') found[name] = parts.slice(index).map(decoded).join('/');
  }
  return found;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const order = { text: 0, variable: 1, greedy: 2 } as const;
const rank = ({ segments, method }: RoutePattern) => [
  ...(segments ?? []).map(({ kind }) => order[kind]),
  segments ? 0 : 3,
  method === 'ANY' ? 1 : 0,
];

function compare(a: readonly number[], b: readonly number[]): number {
  const difference = a.findIndex((value, index) => value !== (b[index] ?? 0));
  return difference < 0 ? 0 : (a[difference] ?? 0) - (b[difference] ?? 0);
}
