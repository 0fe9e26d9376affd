/** How wide characters are on this computer, in pixels at the body font. */
import { fontFamily, fontSize } from '../palette.ts';

export interface GlyphWidths {
  /** @param unit a UTF-16 unit; the second half of a pair has no width of its own */
  widthOf(unit: number): number;
}

const firstPrintable = 0x20;
const lastPrintable = 0x7e;

/** Narrow are ASCII and what Chinese fonts also set narrow; everything else takes a full square. */
function isNarrow(unit: number): boolean {
  return unit <= lastPrintable || (unit >= 0xa1 && unit <= 0x24f);
}

function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** @param ascii measured widths by character code @param square the width of a Chinese character */
function glyphWidthsOf(ascii: readonly number[], square: number): GlyphWidths {
  return {
    widthOf(unit) {
      if (isSecondHalf(unit)) return 0;
      return ascii[unit] ?? (isNarrow(unit) ? square * 0.6 : square);
    },
  };
}

/** Without a canvas: a little over half a square for narrow characters. */
export const estimatedGlyphWidths = glyphWidthsOf([], fontSize);

/** Measures the printable ASCII characters once; Chinese characters are squares in every font offered. */
function measureGlyphs(context: CanvasRenderingContext2D): GlyphWidths {
  context.font = `${fontSize}px ${fontFamily}`;
  const ascii: number[] = [];
  for (let unit = firstPrintable; unit <= lastPrintable; unit += 1) {
    ascii[unit] = context.measureText(String.fromCharCode(unit)).width;
  }
  return glyphWidthsOf(ascii, context.measureText('国').width);
}

let measured: GlyphWidths | null = null;

export function glyphWidths(): GlyphWidths {
  if (measured === null) {
    const canDraw = typeof CanvasRenderingContext2D !== 'undefined';
    const context = canDraw ? document.createElement('canvas').getContext('2d') : null;
    measured = context === null ? estimatedGlyphWidths : measureGlyphs(context);
  }
  return measured;
}
