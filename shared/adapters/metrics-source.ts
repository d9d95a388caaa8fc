import type { MetricsAnswer, Platform, Post, ProfileRef } from '#shared/domain/influencer.ts';

/** What asking for one published post came to; the ways to fail are those of metrics. */
export type PostAnswer =
  | {
      readonly kind: 'found';
      readonly post: Post;
      /** The whole caption, description or article text, at most 20,000 characters: disclosure may stand at its end. */
      readonly text: string;
      /** Addresses that the post links to. */
      readonly links: readonly string[];
    }
  | Exclude<MetricsAnswer, { kind: 'found' }>;

/** One platform as the place where profiles are measured. Never throws for what a platform answers. */
export interface ProfileMetricsSource {
  readonly id: string;
  readonly platform: Platform;
  metrics(ref: ProfileRef, options: { readonly at: Date; readonly feedUrl?: string }): Promise<MetricsAnswer>;
  /** A post of this profile by its address, with its present counts. */
  findPost(
    ref: ProfileRef,
    url: string,
    options: { readonly at: Date; readonly feedUrl?: string },
  ): Promise<PostAnswer>;
}

/** The part of a `MetricsAnswer` that says why there is nothing. */
export type NoAnswer = Exclude<MetricsAnswer, { kind: 'found' }>;

/** Posts keep this much of a text (see `Post.text`); verifying reads more. */
const shownCharacters = 500;
const readCharacters = 20_000;

export const shownText = (text: string): string => [...text.trim()].slice(0, shownCharacters).join('');
export const readText = (text: string): string => text.trim().slice(0, readCharacters);

/** Links that stand in a plain text, in order, each once. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"'`{}|\\^]+/gi) ?? [];
  return [...new Set(found.map(link => link.replace(/[.,;:!?)\]]+$/, '')))];
}
