import type { ReactNode } from 'react';
import { light, space } from '#shared/lib/tokens.ts';
import { styles } from './style.ts';

export interface DataRow {
  readonly key: string;
  readonly title: ReactNode;
  /** A quieter line below the title. */
  readonly detail?: ReactNode;
  readonly cells: readonly ReactNode[];
}

const oneLine = { whiteSpace: 'nowrap', overflowWrap: 'normal' } as const;
const line = `1px solid ${light.line}`;
const headCell = {
  ...styles.small,
  fontWeight: 600,
  padding: '8px 0 8px 10px',
  borderBottom: line,
  ...oneLine,
} as const;
const cell = {
  ...styles.note,
  color: light.text,
  padding: '10px 0 10px 10px',
  borderBottom: line,
  verticalAlign: 'top',
  ...oneLine,
} as const;

/** A title on the left and numbers on the right. */
export function DataTable({ head, rows }: { head: readonly [string, ...string[]]; rows: readonly DataRow[] }) {
  if (rows.length === 0) return null;
  const [first, ...others] = head;
  return (
    <table className="data" width="100%" cellPadding="0" cellSpacing="0" style={{ marginTop: space.s }}>
      <thead>
        <tr>
          <th scope="col" align="left" className="muted rule" style={{ ...headCell, paddingLeft: 0 }}>
            {first}
          </th>
          {others.map(name => (
            <th key={name} scope="col" align="right" className="muted rule" style={headCell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, detail, cells }) => (
          <tr key={key}>
            <td
              className="text rule"
              style={{ ...cell, whiteSpace: 'normal', overflowWrap: 'anywhere', paddingLeft: 0 }}
            >
              {title}
              {detail !== undefined && detail !== '' && (
                <div className="muted" style={styles.small}>
                  {detail}
                </div>
              )}
            </td>
            {cells.map((value, index) => (
              <td key={others[index]} align="right" className="text rule" style={cell}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
