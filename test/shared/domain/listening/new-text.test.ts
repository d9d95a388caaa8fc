import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTextOf } from '#shared/domain/listening/new-text.ts';

const answer = 'Yes, I can do it for 12k.';
const quoted = 'We can offer 8k for one reel.';

describe('the new text of a reply', () => {
  it.each([
    ['Gmail, English', 'On Mon, Jan 12, 2026 at 10:30 AM Lumo <\nhello@lumo.example> wrote:'],
    ['Gmail, Hindi', 'सोम, 12 जन॰ 2026 को 10:30 am बजे को Lumo <hello@lumo.example> ने लिखा:'],
    ['Gmail, Spanish', 'El lun, 12 ene 2026 a las 10:30, Lumo Naturals (<hello@lumo.example>)\nescribió:'],
    ['Gmail, Portuguese', 'Em seg., 12 de jan. de 2026 às 10:30, Lumo <hello@lumo.example>\nescreveu:'],
    ['Gmail, German', 'Am Mo., 12. Jan. 2026 um 10:30 Uhr schrieb Lumo <\nhello@lumo.example>:'],
    ['Gmail, Norwegian', 'man. 12. jan. 2026 kl. 10:30 skrev Lumo <hello@lumo.example>:'],
    ['Gmail, Finnish', 'ma 12. tammik. 2026 klo 10.30 Lumo (hello@lumo.example) kirjoitti:'],
    ['Gmail, Russian', 'пн, 12 янв. 2026 г. в 10:30, Lumo <hello@lumo.example>:'],
    ['Gmail, Turkish', 'Lumo <hello@lumo.example>, 12 Oca 2026 Pzt, 10:30 tarihinde şunu yazdı:'],
    ['Gmail, Arabic', 'في الاثنين، 12 يناير 2026 في 10:30 ص تمت كتابة ما يلي بواسطة Lumo <hello@lumo.example>:'],
    ['Gmail, Hebrew', '‫בתאריך יום ב׳, 12 בינו׳ 2026 ב-10:30 מאת ‪Lumo‬‏ <‪hello@lumo.example‬‏>:‬'],
    ['Gmail, Japanese', '2026年1月12日(月) 10:30 Lumo <hello@lumo.example>:'],
    ['Gmail, Chinese', 'Lumo <hello@lumo.example> 于2026年1月12日周一 10:30写道：'],
    ['Gmail, Korean', '2026년 1월 12일 (월) 오전 10:30, Lumo <hello@lumo.example>님이 작성:'],
    ['Apple Mail, French', 'Le 12 janv. 2026 à 10:30, Lumo <hello@lumo.example> a écrit :'],
    ['Apple Mail, Dutch', 'Op 12 jan. 2026, om 10:30 heeft Lumo <hello@lumo.example> het volgende geschreven:'],
    ['Apple Mail, Italian', 'Il giorno 12 gen 2026, alle ore 10:30, Lumo <hello@lumo.example> ha scritto:'],
    ['Thunderbird, German, name first', 'Lumo Naturals schrieb am 12.01.26 um 10:30:'],
    ['Zoho', '---- On Mon, 12 Jan 2026 10:30:00 +0530 Lumo <hello@lumo.example> wrote ---'],
    [
      'Outlook, English',
      '________________________________\nFrom: Lumo <hello@lumo.example>\nSent: Monday, January 12, 2026 10:30 AM\nTo: asha@example.com\nSubject: A collaboration',
    ],
    [
      'Outlook, Spanish',
      'De: Lumo <hello@lumo.example>\nEnviado: lunes, 12 de enero de 2026 10:30\nPara: asha@example.com\nAsunto: Colaboración',
    ],
    [
      'Outlook, Hindi',
      'प्रेषक: Lumo <hello@lumo.example>\nदिनांक: सोमवार, 12 जनवरी 2026\nप्रति: asha@example.com\nविषय: सहयोग',
    ],
    ['Samsung', 'Sent from my Galaxy\n\n-------- Original message --------\nFrom: Lumo <hello@lumo.example>'],
    [
      'Superhuman',
      'Sent via Superhuman ( https://sprh.mn/?vip=a@b.c )\n\nOn Mon, Jan 12, 2026 at 10:30 AM, Lumo < hello@lumo.example > wrote:',
    ],
    [
      'Yahoo for Android',
      'Sent from Yahoo Mail on Android \n \n  On Mon, Jan 12, 2026 at 10:30, Lumo<hello@lumo.example> wrote:',
    ],
    ['Polymail', 'On Mon, Jan 12, 2026 at 10:30 AM Lumo\n\n<\nmailto:Lumo <hello@lumo.example>\n> wrote:'],
    ['Gmail of old, without a verb', '2026-01-12 10:30 GMT+05:30 Lumo Naturals'],
    ['a sender without a date', 'Lumo Naturals <hello@lumo.example> wrote:'],
    ['a sender between rules', '---- Lumo Naturals wrote ----'],
    ['Gmail, Catalan', 'El 12/01/2026 10:30, Lumo <hello@lumo.example> ha escrit:'],
    ['Apple Mail, Japanese', '2026/01/12 10:30、Lumo <hello@lumo.example> のメッセージ:'],
    ['Gmail, Vietnamese', 'Vào 10:30 12 tháng 1, 2026, Lumo <hello@lumo.example> đã viết:'],
    ['some other message between rules', '-----Antwort Nachricht-----'],
    ['a header block without its sender', 'Date: Mon, 12 Jan 2026 10:30:00 +0530\nTo: asha@example.com'],
  ])('leaves out what %s puts below, quoted with marks or without', (_, header) => {
    expect(newTextOf(`${answer}\n\n${header}\n\n${quoted}\n`)).toBe(answer);
    expect(newTextOf(`${answer}\n\n${header}\n\n> ${quoted}\n>\n> more\n`)).toBe(answer);
    expect(newTextOf(`${answer}\r\n\r\n${header.replaceAll('\n', '\r\n')}\r\n\r\n${quoted}`)).toBe(answer);
  });

  it('keeps answers between and under marked quotes', () => {
    expect(
      newTextOf(
        `On Mon, 12 Jan 2026 at 10:30, Lumo <a@b.example> wrote:\n> ${quoted}\n\n${answer}\n\n> And?\n\nNo.`,
      ).split(/\n+/),
    ).toEqual([answer, 'No.']);
  });

  it('takes a reply apart from the attribution in the same line', () => {
    const header = 'On Mon, 12 Jan 2026 at 10:30, Lumo <a@b.example> wrote:';
    expect(newTextOf(`${answer} ${header}\n> ${quoted}`)).toBe(answer);
    expect(newTextOf(`${answer}--- ${header}\n> ${quoted}`)).toBe(answer);
  });

  it('leaves no hole where a quote was', () => {
    expect(newTextOf(`Hi,\nOn 12/01/2026 10:30, Lumo wrote:\n> ${quoted}\n\n${answer}`)).toBe(`Hi,\n${answer}`);
  });

  it('does not take the line above an attribution for its beginning', () => {
    expect(newTextOf(`Ok, 5k works\nOn Dec 15, 2025, at 3:00 PM, John <j@x.example> wrote:\n> ${quoted}`)).toBe(
      'Ok, 5k works',
    );
  });

  it.each([
    'On Monday I can shoot at 10:30 and I told him:\nyes',
    'From: my side all good\nSo let us start',
    'My slots:\n12.01.2026 10:30\n13.01.2026 11:00',
    'As you wrote on the phone: fine',
    'Sent from my desk, much easier than the phone.',
    'With regards to the payment, please confirm.',
    'Rates:\n-- reel 12k\n-- story 4k',
    'The shoot:\n\nDate: Wednesday 3, October 2026\nTime: 10:00\nTo bring: two outfits',
    'I saw what Lumo Naturals wrote: 8k is too low.',
    '---- my rates ----\nreel 12k',
  ])('keeps %j, which only looks like a quote', text => {
    expect(newTextOf(text)).toBe(text);
  });

  it.each([
    ['a signature', '-- \nAsha Rao\nRates from 50k'],
    ['a closing with name and title', 'Warm Regards,\nAsha Rao\nManager, Blue Agency\n+91 98765 43210'],
    ['a German closing', 'Mit freundlichen Grüßen\nAnna Schmidt'],
    ['a disclaimer', 'DISCLAIMER: This e-mail is confidential and worth 99k.'],
    ["a list server's foot", '_______________________________________________\nlist mailing list\nlist@example.com'],
  ])('leaves out %s', (_, foot) => {
    expect(newTextOf(`${answer}\n\n${foot}`)).toBe(answer);
  });

  it('keeps a postscript under a closing', () => {
    expect(newTextOf(`${answer}\n\nRegards,\nAsha\n\nPS: stories would be 4k`)).toContain('stories would be 4k');
  });

  it('leaves out the warning of a gateway above', () => {
    expect(newTextOf(`[EXTERNAL EMAIL] Do not click links.\n${answer}`)).toBe(answer);
  });

  it('is never longer than the text, and does not hang on what repeats', () => {
    fc.assert(fc.property(fc.string(), text => newTextOf(text).length <= text.length));
    for (const unit of ['On 1 ', '> a\n', 'wrote:\n', 'From: a\n', 'On 1 Jan 2020 10:10 a\n', '-', '_\n'])
      newTextOf(unit.repeat(200_000 / unit.length));
  });
});
