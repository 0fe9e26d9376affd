/** How wide characters are on this computer, in pixels at the body font. */
import { fontFamily, fontSize } from '../palette.ts';

export interface GlyphWidths {
  widthOf(character: string): number;
}

const firstPrintable = 0x20;
const lastPrintable = 0x7e;

/** Narrow are ASCII and what Chinese fonts also set narrow; everything else takes a full square. */
function isNarrow(code: number): boolean {
  return code <= lastPrintable || (code >= 0xa1 && code <= 0x24f);
}

/** Without a canvas: half a square and a little for narrow characters, a full one for the others. */
export const estimatedGlyphWidths: GlyphWidths = {
  widthOf: (character) => (isNarrow(character.codePointAt(0) ?? 0) ? fontSize * 0.6 : fontSize),
};

/** Measures the printable ASCII characters once; Chinese characters are squares in every font offered. */
function measureGlyphs(context: CanvasRenderingContext2D): GlyphWidths {
  context.font = `${fontSize}px ${fontFamily}`;
  const ascii: number[] = [];
  for (let code = firstPrintable; code <= lastPrintable; code += 1) {
    ascii[code] = context.measureText(String.fromCharCode(code)).width;
  }
  const square = context.measureText('国').width;
  return {
    widthOf(character) {
      const code = character.codePointAt(0) ?? 0;
      return ascii[code] ?? (isNarrow(code) ? square * 0.6 : square);
    },
  };
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
