import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDisclosure, namesAdvertising } from '#shared/domain/tracking/disclosure.ts';

const check = (text: string, rule: 'asci' | 'ftc' | 'both' = 'both', label = '#ad') =>
  checkDisclosure(text, rule, label);
const rulesBroken = (text: string, rule: 'asci' | 'ftc' | 'both' = 'both', label = '#ad') =>
  check(text, rule, label).problems.map(problem => problem.split(':', 1)[0]);

const body = 'I have used this serum for three weeks and my skin is calmer. What works for you?';

describe('captions that disclose well', () => {
  it.each([
    `#ad ${body}`,
    `#AD\n${body}`,
    `#Sponsored ${body}`,
    `✨ #ad ✨ ${body}`,
    `Ad: ${body}`,
    `AD | ${body}`,
    `[Ad] ${body}`,
    `Sponsored\n${body}`,
    `Paid partnership with @acme. ${body}`,
    `This post is sponsored by Acme. ${body}`,
    `This is a paid ad. ${body}`,
    `＃ad ${body}`,
    `#paid_partnership ${body}`,
    `#ad ${body} #skincare #glow #serum #love`,
    `#ad ${body}\n\n#spon`,
    `#ad #skincare #glow ${body}`,
  ])('%j', caption => {
    expect(check(caption)).toMatchObject({ found: true, problems: [] });
  });

  it('names the label as it was written', () => {
    expect(check(`#AD ${body}`).label).toBe('#AD');
    expect(check(`In collaboration with Acme: ${body}`, 'asci').label).toBe('In collaboration with');
  });

  it.each(['#collab', '#partnership', '#freegift', 'Collaboration:', 'विज्ञापन:', '#விளம்பரம்'])(
    '%s is enough for ASCI and not for the FTC',
    label => {
      expect(check(`${label} ${body}`, 'asci')).toMatchObject({ found: true, problems: [] });
      expect(rulesBroken(`${label} ${body}`, 'ftc')).toEqual(['FTC-TERMS']);
      expect(check(`${label} ${body}`).found).toBe(false);
    },
  );
});

describe('captions that do not disclose', () => {
  it.each([
    body,
    '',
    `I saw an ad for this and bought it. ${body}`,
    `Adventure awaits #adventure #adidas ${body}`,
    `This is not an ad, I just love it. ${body}`,
    `This isn't an #ad ${body}`,
    `Not sponsored: ${body}`,
    `#notsponsored ${body}`,
    `(not an ad) ${body}`,
    `non-sponsored, ${body}`,
    `not sponsored by anyone. ${body}`,
  ])('%j', caption => {
    expect(check(caption)).toEqual({
      found: false,
      problems: [
        'ASCI-LABEL: no disclosure; start the caption with #ad',
        'FTC-PRESENT: no disclosure; start the caption with #ad',
      ],
    });
    expect(namesAdvertising(caption)).toBe(false);
  });

  it.each(['#spon', '#partner', '#ee', '#sp', '#ambassador'])('%s rests on a term that nobody accepts', term => {
    expect(rulesBroken(`${term} ${body}`)).toEqual(['ASCI-LABEL', 'FTC-TERMS']);
    expect(namesAdvertising(`${term} ${body}`)).toBe(true);
  });
});

describe('where a label stands', () => {
  it('the first line suits both, the second ASCI only, the third nobody', () => {
    expect(rulesBroken(`New favourite.\n\n#ad ${body}`)).toEqual(['FTC-START']);
    expect(rulesBroken(`New.\nFavourite.\n#ad ${body}`)).toEqual(['ASCI-FIRST2', 'FTC-START']);
  });

  it('not behind the fold of a long first line', () => {
    expect(rulesBroken(`${'so good '.repeat(17)}#ad and more`)).toEqual(['ASCI-FIRST2', 'FTC-START']);
  });

  it('not at the end', () => {
    expect(rulesBroken(`${body} #ad`, 'asci')).toEqual(['ASCI-PLACE']);
    expect(rulesBroken(`${body} #ad @acme https://example.com`, 'asci')).toContain('ASCI-PLACE');
    expect(rulesBroken('#ad', 'asci')).toEqual([]);
  });

  it('not in a group of hashtags, mentions and links', () => {
    expect(rulesBroken(`Glow #skincare #ad #love ${body}`)).toEqual(['ASCI-PLACE', 'FTC-BURIED']);
    expect(rulesBroken(`#skincare @acme #ad ${body}`)).toEqual(['ASCI-PLACE', 'FTC-BURIED']);
    expect(rulesBroken(`Hello #ad #love and more. ${body}`)).toEqual([]);
  });

  it('one label in the right place is enough', () => {
    expect(rulesBroken(`#ad ${body} #love #skincare #ad`)).toEqual([]);
  });
});

describe('a label of the brand’s own', () => {
  it('counts where no regime refuses it', () => {
    expect(check(`Anzeige ${body}`, 'both', 'Anzeige')).toMatchObject({ found: true, label: 'Anzeige', problems: [] });
    expect(check(`#AcmeAd! ${body}`, 'both', '#AcmeAd')).toMatchObject({ found: true, problems: [] });
    expect(check(`#AcmeAdventure ${body}`, 'both', '#AcmeAd').found).toBe(false);
  });

  it('does not make a refused one good, nor a word of the language a label', () => {
    expect(check(`#partner ${body}`, 'both', '#partner').found).toBe(false);
    expect(check(`I saw the ad yesterday. ${body}`, 'both', 'ad').found).toBe(false);
    expect(check(body, 'both', ' ').found).toBe(false);
  });

  it('may hold any characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 300 }), (label, text) => {
        const verdict = checkDisclosure(text, 'both', label);
        expect(verdict.found || verdict.problems.length > 0).toBe(true);
      }),
    );
  });
});

it('any caption that starts with #ad passes, whatever follows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(check(`#ad ${text}`)).toMatchObject({ found: true, label: '#ad', problems: [] });
    }),
  );
});
