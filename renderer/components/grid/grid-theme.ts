/** The grid dressed like a printed ledger: thin rules, shaded head, no zebra. */
import { themeQuartz } from 'ag-grid-community';
import { fontFamily, fontSize, palette } from '../palette.ts';

/** Room left and right of a cell's text, in pixels. */
export const cellPadding = 8;

export const gridTheme = themeQuartz.withParams({
  fontFamily,
  fontSize,
  headerFontSize: fontSize,
  headerFontWeight: 600,
  foregroundColor: palette.text,
  headerTextColor: palette.text,
  backgroundColor: palette.sheet,
  headerBackgroundColor: palette.sheetShade,
  accentColor: palette.ink,
  borderColor: palette.line,
  borderRadius: 0,
  wrapperBorder: { color: palette.line },
  wrapperBorderRadius: 0,
  rowBorder: { color: palette.line },
  columnBorder: { color: palette.line },
  headerColumnBorder: { color: palette.line },
  headerRowBorder: { color: palette.lineStrong },
  rowHoverColor: palette.inkWash,
  selectedRowBackgroundColor: palette.inkWash,
  cellHorizontalPadding: cellPadding,
  headerHeight: 34,
  rowHeight: 30,
  spacing: 6,
});
