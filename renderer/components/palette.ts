/**
 * The colours of the program, for what is styled from code; styles.css has the same ones for the rest.
 * Dark ink blue is for what can be pressed and what is chosen, red for what is wrong or late and nothing else.
 */
export const palette = {
  ink: '#1c3d6b',
  inkHover: '#2b568f',
  inkWash: '#e9eef6',
  inkLine: '#b8c6dc',
  text: '#1f2630',
  textMuted: '#59626e',
  /** Placeholders and what is switched off; still readable on paper. */
  textFaint: '#676f7a',
  paper: '#f5f3ed',
  track: '#e6e2d7',
  sheet: '#ffffff',
  sheetShade: '#f9f8f4',
  line: '#dcd8cd',
  lineStrong: '#bdb7a8',
  wrong: '#b3261e',
  wrongWash: '#fcefed',
  wrongLine: '#e3b4af',
  caution: '#80560a',
  cautionWash: '#fbf3df',
  cautionLine: '#dcc793',
  done: '#2c6a46',
} as const;

export const fontFamily = '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** Body text everywhere, in pixels. */
export const fontSize = 14;
/** Height of a line of body text, in pixels. */
export const lineHeight = 21;
