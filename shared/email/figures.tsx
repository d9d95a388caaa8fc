import type { Figure } from '#shared/domain/report/report.ts';
import type { Reader } from '#shared/lib/display.ts';
import { showFigure, showInterval, showOrigin } from '#shared/lib/figures.ts';
import { size, space } from '#shared/lib/tokens.ts';
import { styles } from './style.ts';

interface FiguresProps {
  readonly figures: readonly Figure[];
  /** The report's time, which stands once above all of them. */
  readonly at: string;
  readonly reader: Reader;
}

/** Figures two by two; each with what it means and how it came about. */
export const Figures = ({ figures, at, reader }: FiguresProps) => (
  <table width="100%" cellPadding="0" cellSpacing="0" role="presentation" style={{ marginTop: space.m }}>
    <tbody>
      {pairs(figures).map(([left, right]) => (
        <tr key={left.id} className="figures">
          <FigureCell figure={left} at={at} reader={reader} />
          {right === undefined ? <td width="50%" /> : <FigureCell figure={right} at={at} reader={reader} />}
        </tr>
      ))}
    </tbody>
  </table>
);

function FigureCell({ figure, at, reader }: { figure: Figure; at: string; reader: Reader }) {
  const interval = showInterval(figure, reader);
  return (
    <td width="50%" style={{ verticalAlign: 'top', padding: `${space.s}px ${space.m}px ${space.s}px 0` }}>
      <p className="muted" style={styles.note}>
        {figure.label}
      </p>
      <p className="text" style={{ ...styles.title, fontSize: size.figure, lineHeight: '32px' }}>
        {showFigure(figure, reader)}
      </p>
      <p className="muted" style={{ ...styles.small, fontSize: 12, lineHeight: '17px' }}>
        {interval !== undefined && `${interval}. `}
        {showOrigin(figure, at, reader)}
      </p>
    </td>
  );
}

function pairs(figures: readonly Figure[]): [Figure, Figure | undefined][] {
  return figures.flatMap((figure, index) =>
    index % 2 === 0 ? [[figure, figures[index + 1]] as [Figure, Figure | undefined]] : [],
  );
}
