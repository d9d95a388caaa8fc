import { Button } from '@react-email/button';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Section } from '@react-email/section';
import type { CSSProperties, ReactNode } from 'react';
import { space } from '#shared/lib/tokens.ts';
import { styles } from './style.ts';
import type { Fact } from './terms-facts.ts';

/** The few things a mail is made of. Vertical distance is padding of a row, which every client keeps. */

/** SES would rewrite links to count clicks; ours are signed and are not to be counted. */
const untracked = { 'ses:no-track': '' };

/** Only addresses that a browser may safely follow; anything else is shown, not linked. */
const isWebAddress = (url: string): boolean => /^(https?:\/\/|mailto:)/i.test(url);

const Block = ({ above = space.m, children }: { above?: number; children: ReactNode }) => (
  <Section style={{ paddingTop: above }}>{children}</Section>
);

export const Title = ({ children }: { children: ReactNode }) => (
  <Heading as="h1" className="text title" style={styles.title}>
    {children}
  </Heading>
);

export const Subtitle = ({ children }: { children: ReactNode }) => (
  <Block above={space.l + space.xs}>
    <Heading as="h2" className="text" style={styles.heading}>
      {children}
    </Heading>
  </Block>
);

export const Paragraph = ({ children, above = space.m }: { children: ReactNode; above?: number }) => (
  <Block above={above}>
    <p className="text" style={styles.paragraph}>
      {children}
    </p>
  </Block>
);

export const Note = ({ children, above = space.s }: { children: ReactNode; above?: number }) => (
  <Block above={above}>
    <p className="muted" style={styles.note}>
      {children}
    </p>
  </Block>
);

export const Link = ({ href, children, quiet = false }: { href: string; children: ReactNode; quiet?: boolean }) =>
  isWebAddress(href) ? (
    <a href={href} className={quiet ? 'muted' : 'link'} style={quiet ? styles.quietLink : styles.link} {...untracked}>
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );

export const Action = ({ href, children }: { href: string; children: ReactNode }) => (
  <Block above={space.l}>
    <Button href={href} className="button wide" style={styles.button} {...untracked}>
      {children}
    </Button>
  </Block>
);

const bullet: CSSProperties = { ...styles.paragraph, paddingBottom: space.xs };

export const Bullets = ({ items }: { items: readonly ReactNode[] }) => (
  <Block above={space.s}>
    <ul style={{ margin: 0, paddingLeft: 22 }}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never reordered
        <li key={index} className="text" style={bullet}>
          {item}
        </li>
      ))}
    </ul>
  </Block>
);

export const Card = ({ children, above = space.s + space.xs }: { children: ReactNode; above?: number }) => (
  <Block above={above}>
    <table width="100%" cellPadding="0" cellSpacing="0" role="presentation" className="card" style={styles.card}>
      <tbody>
        <tr>
          <td style={styles.cardInside}>{children}</td>
        </tr>
      </tbody>
    </table>
  </Block>
);

/** Labelled lines: two columns wide, one below the other on a phone. */
export const Facts = ({ facts }: { facts: readonly (Fact | { label: string; value: ReactNode })[] }) => (
  <Card>
    <table width="100%" cellPadding="0" cellSpacing="0" role="presentation">
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label} className="fact">
            <td className="label muted" width="34%" style={{ ...styles.label, padding: '5px 12px 5px 0' }}>
              {label}
            </td>
            <td className="text" style={{ ...styles.value, padding: '5px 0' }}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Card>
);

export const Rule = ({ above = space.l }: { above?: number }) => (
  <Block above={above}>
    <Hr className="rule" style={styles.rule} />
  </Block>
);
