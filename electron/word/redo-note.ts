/** 退回说明: what is wrong with a unit's return and how to put it right. */
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import {
  addresseeParagraph,
  bodyParagraph,
  compactMeasure,
  officeDocument,
  signatureParagraphs,
  titleParagraph,
} from './office-paper.ts';
import { compactTableMeasure, officeTable, type PaperColumn } from './office-table.ts';

export interface RedoProblem {
  /** 「第7行（H7）」 and the column's name on a line of its own; empty for the file as a whole. */
  place: string;
  /** The task's code and first words; empty where it is not known. */
  task: string;
  message: string;
}

export interface RedoNote {
  /** Whose return it is. */
  unit: string;
  /** 「2024年6月」; null where the file does not say. */
  periodLabel: string | null;
  fileName: string;
  problems: readonly RedoProblem[];
  /** What became of the copy: 「原件是 .xls，已转成 .xlsx 标注」; null for nothing to say. */
  copyNote: string | null;
  /** The name of the marked copy; null where none could be made. */
  copyName: string | null;
  remark: string;
  /** Until when it is asked for again, `YYYY-MM-DD`; null leaves a blank. */
  answerBy: string | null;
  /** 落款 */
  office: string;
  /** `YYYY-MM-DD` */
  date: string;
}

const columns: readonly PaperColumn[] = [
  { heading: '序号', width: 11, isCentred: true },
  { heading: '位置', width: 30, isCentred: true },
  { heading: '任务', width: 43 },
  { heading: '问题和改法', width: 72 },
];

function openingText({ fileName, problems, copyName, copyNote }: RedoNote): string {
  const marked =
    copyName === null
      ? '文件本身无法标注，'
      : `已在附件「${copyName}」中用颜色和批注标出${copyNote === null ? '' : `（${copyNote}）`}，`;
  return `你单位报送的「${fileName}」，经核对有 ${problems.length} 处需要改正，${marked}现予退回。具体如下：`;
}

function closingText({ answerBy, copyName }: RedoNote): string {
  const until = answerBy === null ? '　　月　　日' : dateLabel(answerBy);
  const kept = copyName === null ? '' : '没有列出的内容不用改动；请勿删除表头、任务编号和隐藏的列。';
  return `请按上述说明改正后，于${until}前重新报送。${kept}`;
}

/** A paper quotes as papers do; the program’s own screens set names in 「」. */
function officialQuotes(text: string): string {
  return text.replaceAll('「', '“').replaceAll('」', '”');
}

/** A dozen problems of usual length fit on one page; more go on those that follow. @returns a .docx */
export function redoNote(note: RedoNote): Promise<Uint8Array> {
  const period = note.periodLabel ?? '';
  const title = `关于退回重报${period}进展填报表的说明`;
  const rows = note.problems.map(({ place, task, message }, index) => [
    String(index + 1),
    place === '' ? '整个文件' : place,
    task,
    officialQuotes(message),
  ]);
  const remarks = note.remark.split('\n').filter((line) => line.trim() !== '');
  return officeDocument(title, [
    titleParagraph(title),
    addresseeParagraph(note.unit, compactMeasure),
    bodyParagraph(officialQuotes(openingText(note)), { measure: compactMeasure, leadsTable: true }),
    officeTable(columns, rows, compactTableMeasure),
    ...remarks.map((line) => bodyParagraph(line.trim(), { measure: compactMeasure })),
    bodyParagraph(closingText(note), { measure: compactMeasure }),
    ...signatureParagraphs([note.office, dateLabel(note.date)], compactMeasure),
  ]);
}
