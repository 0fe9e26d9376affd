/** The templates the program comes with, in 公文 layout: what an office starts from when it wants its own. */
import type { Paragraph, Table } from 'docx';
import { answerSlip } from './answer-slip.ts';
import { type LetterKind, letterNames } from './letter-fields.ts';
import {
  addresseeParagraph,
  bodyParagraph,
  centredParagraph,
  compactMeasure,
  headingParagraph,
  officeDocument,
  signatureParagraphs,
  titleParagraph,
} from './office-paper.ts';
import { compactTableMeasure, officeTable, type PaperColumn } from './office-table.ts';

type Content = (Paragraph | Table)[];

const signature = () => signatureParagraphs(['{{落款}}', '{{日期}}']);

/** One row: it is repeated for each task. */
function taskTable(): Table {
  const columns: (PaperColumn & { field: string })[] = [
    { heading: '序号', width: 10, isCentred: true, field: '序号' },
    { heading: '编号', width: 16, isCentred: true, field: '编号' },
    { heading: '工作任务', width: 37, field: '内容' },
    // Wide enough for 「2024年10月31日」 and 「41.67%」 on one line each.
    { heading: '完成时限', width: 33, isCentred: true, field: '时限' },
    { heading: '应达', width: 18, isCentred: true, field: '应达' },
    { heading: '实际', width: 18, isCentred: true, field: '实际' },
    { heading: '说明', width: 24, field: '说明' },
  ];
  const row = columns.map(({ field }) => `{{任务.${field}}}`);
  return officeTable(columns, [row], compactTableMeasure);
}

function reminder(): Content {
  return [
    titleParagraph('关于催办有关工作任务的通知'),
    centredParagraph('{{文号}}'),
    addresseeParagraph('{{单位}}'),
    bodyParagraph('经核查，你单位承担的下列工作任务需抓紧推进：', { leadsTable: true }),
    taskTable(),
    headingParagraph('催办原因'),
    bodyParagraph('{{事由}}', { isRagged: true }),
    headingParagraph('办理要求'),
    bodyParagraph('请于{{期限}}前将办理情况填写回执，报送{{落款}}。'),
    ...signature(),
    ...answerSlip(),
  ];
}

interface OrderWords {
  /** `RRGGBB`, dark enough to read in print. */
  color: string;
  demand: string;
}

/** domain.md: 蓝 near its deadline, 黄 below 序时, 红 overdue. */
const orders: Record<'blue_order' | 'yellow_order' | 'red_order', OrderWords> = {
  blue_order: {
    color: '1F4E9E',
    demand:
      '上述任务已临近完成时限，请倒排工期、抓紧推进，确保按时完成，并于{{期限}}前填写回执报送{{落款}}。',
  },
  yellow_order: {
    color: 'B07D00',
    demand:
      '上述任务落后于序时进度，请单位主要负责人研究，查明原因、制定追赶措施，并于{{期限}}前填写回执报送{{落款}}。逾期未反馈的，将发红色督办单。',
  },
  red_order: {
    color: 'C00000',
    demand:
      '上述任务已经逾期或经督办仍未整改，请单位主要负责人牵头，立即整改，并于{{期限}}前书面说明原因、整改措施和完成时间，填写回执报送{{落款}}。仍未整改的，将予以约谈、通报，并按规定计入考核。',
  },
};

function order(kind: keyof typeof orders): Content {
  const { color, demand } = orders[kind];
  return [
    titleParagraph(letterNames[kind], color),
    centredParagraph('{{文号}}'),
    addresseeParagraph('{{单位}}'),
    headingParagraph('一、督办事项'),
    taskTable(),
    headingParagraph('二、督办原因'),
    bodyParagraph('{{事由}}', { isRagged: true }),
    headingParagraph('三、办理要求'),
    bodyParagraph(demand),
    ...signature(),
    ...answerSlip(),
  ];
}

function sendBack(): Content {
  return [
    titleParagraph('关于退回重报工作进展的通知'),
    addresseeParagraph('{{单位}}'),
    bodyParagraph('你单位报送的下列工作任务进展，经审核不符合要求，现予退回：', { leadsTable: true }),
    taskTable(),
    headingParagraph('退回原因'),
    bodyParagraph('{{事由}}', { isRagged: true }),
    headingParagraph('办理要求'),
    bodyParagraph('请认真核对、补充完善，经单位负责人审核后，于{{期限}}前重新报送{{落款}}。'),
    ...signature(),
  ];
}

function talk(): Content {
  return [
    titleParagraph('约谈通知'),
    addresseeParagraph('{{单位}}'),
    bodyParagraph('定于{{时间}}在{{地点}}，由{{约谈人}}对你单位进行约谈。涉及的工作任务如下：', {
      leadsTable: true,
    }),
    taskTable(),
    headingParagraph('约谈事由'),
    bodyParagraph('{{事由}}', { isRagged: true }),
    headingParagraph('有关要求'),
    bodyParagraph('请单位主要负责人到会，并准备书面材料，说明进展情况、存在问题、整改措施和完成时限。'),
    ...signature(),
  ];
}

function extensionAnswer(): Content {
  const columns: PaperColumn[] = [
    { heading: '编号', width: 17, isCentred: true },
    { heading: '工作任务', width: 40 },
    { heading: '原定时限', width: 33, isCentred: true },
    { heading: '申请时限', width: 33, isCentred: true },
    { heading: '批准时限', width: 33, isCentred: true },
  ];
  const row = ['{{任务编号}}', '{{任务内容}}', '{{原时限}}', '{{申请时限}}', '{{批准时限}}'];
  return [
    titleParagraph('关于工作任务延期申请的批复'),
    addresseeParagraph('{{单位}}'),
    bodyParagraph('你单位{{申请日期}}提出的延期申请收悉。申请理由：{{申请理由}}', {
      isRagged: true,
      leadsTable: true,
    }),
    officeTable(columns, [row], compactTableMeasure),
    bodyParagraph('经研究，批复如下：'),
    bodyParagraph('{{意见}}', { isRagged: true }),
    ...signature(),
  ];
}

function scorecard(): Content {
  const columns: PaperColumn[] = [
    { heading: '序号', width: 11, isCentred: true },
    { heading: '评分项', width: 27 },
    { heading: '次数', width: 12, isCentred: true },
    { heading: '加减分', width: 16, isCentred: true },
    { heading: '依据', width: 90 },
  ];
  const row = ['{{明细.序号}}', '{{明细.规则}}', '{{明细.次数}}', '{{明细.分值}}', '{{明细.依据}}'];
  return [
    titleParagraph('{{期次}}督查考核成绩单'),
    addresseeParagraph('{{单位}}', compactMeasure),
    bodyParagraph(
      '截至{{截止日期}}，你单位得分{{得分}}分，在{{类别}}类{{参评单位数}}个参评单位中列第{{名次}}名。按{{考核规则}}，基础分{{基础分}}分，各项加减分如下：',
      { measure: compactMeasure, leadsTable: true },
    ),
    officeTable(columns, [row], compactTableMeasure, 'across pages'),
    bodyParagraph('{{说明}}', { measure: compactMeasure, isRagged: true }),
    ...signatureParagraphs(['{{落款}}', '{{日期}}'], compactMeasure),
  ];
}

function contentOf(kind: LetterKind): Content {
  switch (kind) {
    case 'reminder':
      return reminder();
    case 'send_back':
      return sendBack();
    case 'talk':
      return talk();
    case 'extension_answer':
      return extensionAnswer();
    case 'scorecard':
      return scorecard();
    default:
      return order(kind);
  }
}

/** @returns a .docx whose fields {@link LetterKind}'s template may have */
export function defaultTemplate(kind: LetterKind): Promise<Uint8Array> {
  return officeDocument(letterNames[kind], contentOf(kind));
}
