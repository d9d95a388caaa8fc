import type { CSSProperties } from 'react';
import { dark, fontStack, light, radius, size, space } from '#shared/lib/tokens.ts';

/**
 * Styles stand inline because Gmail and Outlook drop most style sheets; the sheet below only turns colours over where a client
 * honours `prefers-color-scheme` (Apple Mail, Outlook on Mac, Thunderbird).
 */
const text = { margin: 0, fontFamily: fontStack, color: light.text, overflowWrap: 'anywhere' } satisfies CSSProperties;

export const styles = {
  ground: { margin: 0, padding: 0, backgroundColor: light.ground, fontFamily: fontStack },
  sheet: {
    maxWidth: 600,
    margin: '0 auto',
    backgroundColor: light.surface,
    borderRadius: radius.card,
    border: `1px solid ${light.line}`,
  },
  inside: { padding: `${space.l + space.s}px ${space.l + space.xs}px` },
  masthead: { ...text, fontSize: size.note, fontWeight: 600, letterSpacing: '0.02em', color: light.muted },
  title: { ...text, fontSize: size.title, lineHeight: '34px', fontWeight: 650, letterSpacing: '-0.015em' },
  heading: { ...text, fontSize: size.heading, lineHeight: '26px', fontWeight: 600, letterSpacing: '-0.005em' },
  paragraph: { ...text, fontSize: size.body, lineHeight: '26px' },
  note: { ...text, fontSize: size.note, lineHeight: '22px', color: light.muted },
  small: { ...text, fontSize: size.small, lineHeight: '20px', color: light.muted },
  link: { color: light.accent, textDecoration: 'underline', overflowWrap: 'anywhere' },
  quietLink: { color: light.muted, textDecoration: 'underline' },
  button: {
    display: 'inline-block',
    padding: '14px 24px',
    borderRadius: radius.control,
    backgroundColor: light.accent,
    color: light.onAccent,
    fontFamily: fontStack,
    fontSize: size.body,
    fontWeight: 600,
    textDecoration: 'none',
  },
  card: { backgroundColor: light.sunken, borderRadius: radius.control },
  cardInside: { padding: `${space.m}px ${space.m + space.xs}px` },
  label: { ...text, fontSize: size.note, lineHeight: '22px', color: light.muted, verticalAlign: 'top' },
  value: { ...text, fontSize: size.body, lineHeight: '24px', verticalAlign: 'top' },
  rule: { border: 'none', borderTop: `1px solid ${light.line}`, margin: 0, width: '100%' },
} satisfies Record<string, CSSProperties>;

const turn = (selector: string, declarations: string) => `${selector}{${declarations}}`;

/** Class names carry the roles of a colour; each component sets the ones it uses. */
export const darkSheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  'a{-webkit-text-size-adjust:none}',
  `@media (max-width:480px){.inside{padding:${space.l}px ${space.m + space.xs}px !important}.gutter{padding:0 !important}.sheet{border-radius:0 !important;border-left:0 !important;border-right:0 !important}.title{font-size:24px !important;line-height:31px !important}.fact td{display:block !important;width:auto !important}.fact .label{padding-bottom:0 !important}.wide{width:100% !important;text-align:center !important;box-sizing:border-box}}`,
  '@media (prefers-color-scheme:dark){',
  turn('.ground,.ground td.ground', `background-color:${dark.ground} !important`),
  turn('.sheet', `background-color:${dark.surface} !important;border-color:${dark.line} !important`),
  turn('.text', `color:${dark.text} !important`),
  turn('.muted', `color:${dark.muted} !important`),
  turn('.link', `color:${dark.accent} !important`),
  turn('.warning', `color:${dark.warning} !important`),
  turn('.button', `background-color:${dark.accent} !important;color:${dark.onAccent} !important`),
  turn('.card', `background-color:${dark.sunken} !important`),
  turn('.rule', `border-color:${dark.line} !important`),
  '}',
].join('');
