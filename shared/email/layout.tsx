import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import type { ReactNode } from 'react';
import { space } from '#shared/lib/tokens.ts';
import { Rule } from './parts.tsx';
import { darkSheet, styles } from './style.ts';

export interface LayoutProps {
  readonly language: string;
  readonly title: string;
  /** The line that an inbox shows after the subject. */
  readonly preview: string;
  /** Small words above everything: the brand. */
  readonly masthead: string;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** No inbox shows more; cut by characters, so that none is cut in half. */
const longestPreview = 140;

/** One sheet of paper on a quiet ground; the same for every mail. */
export const Layout = ({ language, title, preview, masthead, footer, children }: LayoutProps) => (
  <Html lang={language}>
    <Head>
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <style>{darkSheet}</style>
    </Head>
    <Body className="ground" style={styles.ground}>
      <Preview>{Array.from(preview).slice(0, longestPreview).join('')}</Preview>
      <Section className="ground">
        <Section className="gutter" style={{ padding: `${space.l}px ${space.s + space.xs}px` }}>
          <Container className="sheet" style={styles.sheet}>
            <Section className="inside" style={styles.inside}>
              <p className="muted" style={{ ...styles.masthead, paddingBottom: space.m }}>
                {masthead}
              </p>
              {children}
              <Rule above={space.xl} />
              <Section style={{ paddingTop: space.m }}>{footer}</Section>
            </Section>
          </Container>
        </Section>
      </Section>
    </Body>
  </Html>
);

export const FooterLine = ({ children }: { children: ReactNode }) => (
  <p className="muted" style={{ ...styles.small, paddingBottom: space.xs }}>
    {children}
  </p>
);
