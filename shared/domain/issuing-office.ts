/** Who signs the papers of 督办 and 考核, as the office has set it. */

export interface IssuingOffice {
  /** 落款: 「温州市鹿城区人民政府办公室」. */
  name: string;
  /** 机关代字 before a number, 「鹿督」 in 「鹿督〔2024〕3号」; empty where an office uses none. */
  prefix: string;
}

/** 「温州市鹿城区人民政府办公室」 of 「温州市鹿城区人民政府办公室关于印发…」; null for a title that names nobody. */
export function issuerOf(documentTitle: string): string | null {
  return /^(.{2,30}?)关于/u.exec(documentTitle.replace(/\s+/gu, ''))?.[1] ?? null;
}

/** To be filled in by hand: a paper is never signed by an office that nobody named. */
export const unnamedOffice = '＿＿＿＿＿＿＿＿';
