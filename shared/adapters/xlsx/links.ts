import { drain, type Sheet } from './workbook.ts';
import type { Archive } from './zip.ts';

/** Where cells lead to, by their reference ("B4"). */
export type SheetLinks = ReadonlyMap<string, string>;

const maxLinks = 200_000;
const maxLinkCharacters = 2000;

/**
 * The web addresses behind the texts of a sheet. They stand after its rows, so a sheet that has some is gone through once more; most
 * have none.
 */
export async function linksOf(archive: Archive, { path }: Sheet): Promise<SheetLinks> {
  const links = new Map<string, string>();
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relationsPath = `${folder}_rels/${path.slice(folder.length)}.rels`;
  if (!archive.has(relationsPath)) return links;
  const targets = new Map<string, string>();
  await drain(archive.read(relationsPath), (tag, { Id, Target, TargetMode }) => {
    const isLink = tag === 'Relationship' && TargetMode === 'External' && /^https?:\/\//i.test(Target ?? '');
    if (isLink && Id && Target && Target.length <= maxLinkCharacters && targets.size < maxLinks)
      targets.set(Id, Target);
  });
  if (targets.size === 0) return links;
  await drain(archive.read(path), (tag, attributes) => {
    const target = tag === 'hyperlink' ? targets.get(attributes['r:id'] ?? attributes.id ?? '') : undefined;
    if (target !== undefined && attributes.ref) links.set(attributes.ref, target);
  });
  return links;
}
