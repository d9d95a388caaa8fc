import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Files that a bundle which draws pictures ships beside its index.mjs: where npm put each, and the name it has there. */
export const chartAssets = [
  { from: '@resvg/resvg-wasm/index_bg.wasm', name: 'resvg.wasm' },
  { from: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf', name: 'chart-regular.ttf' },
  { from: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf', name: 'chart-bold.ttf' },
  {
    from: '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
    name: 'chart-devanagari.ttf',
  },
] as const;

export interface ChartFiles {
  readonly wasm: Uint8Array;
  readonly fonts: readonly Uint8Array[];
}

/** Reads them from beside the running bundle, or from node_modules where the source runs unbundled (tests). */
export function readChartFiles(): ChartFiles {
  const read = ({ from, name }: (typeof chartAssets)[number]): Uint8Array => {
    const beside = fileURLToPath(new URL(name, import.meta.url));
    return readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(from));
  };
  const [wasm, ...fonts] = chartAssets;
  return { wasm: read(wasm), fonts: fonts.map(read) };
}
