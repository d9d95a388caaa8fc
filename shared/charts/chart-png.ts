import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type ChartFiles, readChartFiles } from './assets.ts';

/** Twice the pixels, so that a phone's fine screen shows a sharp picture. */
const zoom = 2;

let ready: Promise<ChartFiles> | undefined;

/** The wasm is compiled once per process, on the first picture and not at the cold start of functions that draw none. */
const start = async (): Promise<ChartFiles> => {
  const files = readChartFiles();
  await initWasm(files.wasm);
  return files;
};

/**
 * A drawing as a PNG on `background`. The fonts come from our own files: Lambda has none, and resvg silently draws no text when it
 * finds none.
 */
export async function chartPng(svg: string, background: string): Promise<Uint8Array> {
  ready ??= start();
  const { fonts } = await ready;
  const picture = new Resvg(svg, {
    background,
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: [...fonts], loadSystemFonts: false, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  try {
    return picture.render().asPng();
  } finally {
    picture.free();
  }
}
