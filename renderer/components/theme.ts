/** antd dressed for people who live in Excel: compact, flat, square-ish, 14 px. */
import type { ThemeConfig } from 'antd';
import { fontFamily, fontSize, palette } from './palette.ts';

export const appTheme: ThemeConfig = {
  token: {
    colorPrimary: palette.ink,
    // The kit would derive greys from so dark a colour.
    colorPrimaryHover: palette.inkHover,
    colorPrimaryBg: palette.inkWash,
    colorPrimaryBgHover: palette.inkWash,
    colorPrimaryBorder: palette.inkLine,
    colorInfoBg: palette.inkWash,
    colorInfoBorder: palette.inkLine,
    colorWarningBg: palette.cautionWash,
    colorWarningBorder: palette.cautionLine,
    colorErrorBg: palette.wrongWash,
    colorErrorBorder: palette.wrongLine,
    controlItemBgActive: palette.inkWash,
    controlItemBgActiveHover: palette.inkWash,
    colorLink: palette.ink,
    colorLinkHover: palette.inkHover,
    colorInfo: palette.ink,
    colorError: palette.wrong,
    colorWarning: palette.caution,
    colorSuccess: palette.done,
    colorText: palette.text,
    colorTextSecondary: palette.textMuted,
    colorTextTertiary: palette.textMuted,
    colorTextDescription: palette.textMuted,
    colorTextPlaceholder: palette.textFaint,
    colorTextDisabled: palette.textFaint,
    colorBgContainerDisabled: palette.paper,
    colorBorder: palette.lineStrong,
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.paper,
    fontFamily,
    fontSize,
    controlHeight: 30,
    borderRadius: 3,
    linkDecoration: 'underline',
    linkHoverDecoration: 'underline',
    motion: false,
  },
  components: {
    Table: { headerBg: palette.sheetShade, headerColor: palette.text, headerBorderRadius: 0 },
    Tabs: { horizontalMargin: '0 0 8px 0', horizontalItemPadding: '6px 0' },
  },
};
