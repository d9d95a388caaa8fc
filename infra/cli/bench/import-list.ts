/** As vendors' exports look: quoted cells, two profiles of some, everybody's address, columns nobody knows; every tenth row about somebody named before. */
export function* importList(rows: number): Generator<string> {
  yield 'Name,Instagram,YouTube,Email,Country,City,Niche,Followers,ER,Fee (INR),Notes,Manager\n';
  for (let row = 0; row < rows; row += 1) {
    const n = row % 10 === 9 ? row - 5 : row;
    const cells = [
      `Creator ${n}`,
      `@creator.${n}`,
      n % 3 === 0 ? `https://www.youtube.com/@creator${n}` : '',
      `creator${n}@example.com`,
      'India',
      'Pune',
      '"skincare, travel"',
      `${(n % 90) + 1}.${n % 10}K`,
      `${(n % 50) / 10 + 1}%`,
      500 + (n % 100) * 50,
      `"met in ${2015 + (n % 10)}, writes about home"`,
      `Agency ${n % 100}`,
    ];
    yield `${cells.join(',')}\n`;
  }
}
