import type { Html } from '#shared/pages/html.ts';
import type { Clock } from '../clock.ts';
import type { LocalCloud } from '../local-cloud.ts';

/** What a view is made of. */
export interface Sight {
  readonly cloud: LocalCloud;
  readonly clock: Clock;
  readonly query: URLSearchParams;
  /** What the address names, e.g. an execution's ARN. */
  readonly id: string;
}

export interface View {
  readonly title: string;
  readonly body: Html;
}

/** Nothing where there is nothing of that id. */
export type ShowView = (sight: Sight) => View | undefined | Promise<View | undefined>;

/** What goes back to the browser; a page of ours unless said. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}
