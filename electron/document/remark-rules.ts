import { splitUnitList } from '#shared/domain/unit-name.ts';

/** The units a 备注 brings into a task, as printed. */
export interface RemarkUnits {
  partyLeads: string[];
  supporters: string[];
}

const wholeTaskLead = /^(?:(?:根据|按照)[^，,]*[，,])?由(.+?)牵头(?:[，,].*)?$/u;
const support = /请(.+?)(?:予以|给予)?(?:支持|协助|配合)$/u;

function unitsIn(sentences: readonly string[], pattern: RegExp): string[] {
  return sentences.flatMap((sentence) =>
    splitUnitList(pattern.exec(sentence)?.[1] ?? '').map((unit) => unit.printed),
  );
}

/**
 * Reads 「根据区委工作安排，由X牵头」 and 「相关工作请X予以支持」 (domain.md, How the notice is read, rule 3).
 * A lead for a part of the task only (「征兵等军事工作由X牵头」: something stands before 由) changes no role.
 */
export function readRemark(remark: string): RemarkUnits {
  const sentences = remark.split(/[。；;]/u).map((sentence) => sentence.trim());
  return { partyLeads: unitsIn(sentences, wholeTaskLead), supporters: unitsIn(sentences, support) };
}
