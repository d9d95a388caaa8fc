import type { ReactNode } from 'react';
import type { Reader } from '#shared/lib/display.ts';
import { localeFor } from '#shared/lib/display.ts';
import { FooterLine, Layout } from './layout.tsx';
import { Title } from './parts.tsx';

/** What every mail to the brand's own people says. These are in English: stakeholders read reports, not letters. */
export interface Notice {
  readonly campaign: {
    readonly id: string;
    readonly name: string;
    readonly brand: string;
    readonly currency: string;
    readonly timeZone: string;
  };
  readonly postalAddress: string;
}

export const noticeReader = ({ campaign }: Notice): Reader => ({
  locale: localeFor('en', campaign.currency),
  timeZone: campaign.timeZone,
});

interface NoticeLayoutProps {
  readonly notice: Notice;
  readonly subject: string;
  readonly preview: string;
  readonly title: string;
  readonly children: ReactNode;
}

export const NoticeLayout = ({ notice, subject, preview, title, children }: NoticeLayoutProps) => (
  <Layout
    language="en"
    title={subject}
    preview={preview}
    masthead={`${notice.campaign.brand} · ${notice.campaign.name}`}
    footer={
      <>
        <FooterLine>
          Groundswell sends you this because your address stands in the list of stakeholders of the campaign “
          {notice.campaign.name}” ({notice.campaign.id}). Reply to be taken off it.
        </FooterLine>
        <FooterLine>
          {notice.campaign.brand}, {notice.postalAddress}
        </FooterLine>
      </>
    }
  >
    <Title>{title}</Title>
    {children}
  </Layout>
);

export const sampleNotice: Notice = {
  campaign: {
    id: 'winter-barrier-7f3a',
    name: 'Winter Barrier',
    brand: 'Lumen Skin',
    currency: 'INR',
    timeZone: 'Asia/Kolkata',
  },
  postalAddress: '14 Koregaon Park Road, Pune 411001, India',
};
