import { convert, type FormatCallback } from 'html-to-text';

type Elements = Parameters<FormatCallback>[0]['children'];

/** "Label: value" on one line; the cells of any other table follow each other. */
const formatFact: FormatCallback = (row, walk, builder) => {
  const cells = (row.children as Elements).filter(child => child.name === 'td');
  builder.openBlock({ leadingLineBreaks: 1 });
  cells.forEach((cell, index) => {
    if (index > 0) builder.addInline(': ');
    walk(cell.children, builder);
  });
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** The text part of a mail from its own markup, so that the two can not say different things. */
export const htmlAsText = (html: string): string =>
  convert(html, {
    wordwrap: 78,
    formatters: { fact: formatFact },
    selectors: [
      { selector: '[data-skip-in-text]', format: 'skip' },
      { selector: 'title', format: 'skip' },
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
      { selector: 'h1', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } },
      { selector: 'h2', options: { uppercase: false, leadingLineBreaks: 3, trailingLineBreaks: 2 } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'hr', options: { length: 40, leadingLineBreaks: 2, trailingLineBreaks: 2 } },
      { selector: 'tr.fact', format: 'fact' },
      {
        selector: 'table.data',
        format: 'dataTable',
        options: { uppercaseHeaderCells: false, colSpacing: 2, maxColumnWidth: 26 },
      },
    ],
  }).trim();
