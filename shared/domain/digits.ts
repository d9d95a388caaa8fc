/** Zero of each decimal digit block that Indian and Arabic texts use, beside ASCII. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66];

/** The text with "३" as "3", in every script of India and in Arabic. It stays as long as it was. */
export const asciiDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find(start => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
