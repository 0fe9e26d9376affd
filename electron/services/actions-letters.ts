/** The papers of 督办动作: .docx from the office's own templates where it keeps some. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionView } from '#shared/contract/actions.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { IssuingOffice } from '#shared/domain/issuing-office.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import type { Reader } from '../db/executor.ts';
import { listChanges } from '../db/repositories/change-log.repository.ts';
import { writeAtomically } from '../excel/atomic-file.ts';
import { claimFileName } from '../excel/file-name.ts';
import type { ExtensionAnswer, Letter, LetterTask, SlipLetter, TalkLetter } from '../word/letter.ts';
import { readActionDetail } from './actions-view.ts';
import { readIssuingOffice } from './issuing-office.ts';
import type { LightsService } from './lights.service.ts';
import { localDate } from './moment.ts';

/** A paper that lies in the folder now. */
export interface WrittenLetter {
  actionId: number;
  file: string;
}

interface LetterReading {
  reader: Reader;
  lights: Pick<LightsService, 'list'>;
}

interface LetterWriting extends LetterReading {
  office: IssuingOffice;
}

/** Filled in by hand: at what hour and where a talk is held, and by whom, is not recorded before it. */
const blank = '＿＿＿＿＿＿';

/** The tasks as their lights stood on the day the paper was issued. */
async function taskLines({ lights }: LetterReading, action: ActionView): Promise<LetterTask[]> {
  if (action.tasks.length === 0) return [];
  const { rows } = await lights.list({ moment: { date: action.actedOn }, filter: {} });
  return action.tasks.map(({ id, code, content }) => {
    const row = rows.find(({ taskId }) => taskId === id);
    const figures = row?.parts.find(({ unitId }) => unitId === action.unitId) ?? row;
    return {
      code,
      content,
      due: row?.due ?? null,
      expected: figures?.expected ?? null,
      actual: figures?.actual ?? null,
      note: figures?.reason ?? '',
    };
  });
}

function signed({ office }: LetterWriting, { unit, actedOn }: ActionView) {
  return { unit: unit ?? blank, office: office.name, date: actedOn };
}

function slipKind({ kind, colour }: ActionView): SlipLetter['kind'] {
  if (kind === 'send_back') return kind;
  return colour === null ? 'reminder' : `${colour}_order`;
}

async function slipLetter(reading: LetterWriting, action: ActionView): Promise<SlipLetter> {
  const { number, reason, answerDue, actedOn } = action;
  const tasks = await taskLines(reading, action);
  const { prefix } = reading.office;
  const numbers = {
    number: number === null ? '' : `${prefix}${number}`,
    reason,
    answerDue: answerDue ?? actedOn,
  };
  return { kind: slipKind(action), ...signed(reading, action), ...numbers, tasks };
}

async function talkLetter(reading: LetterWriting, action: ActionView): Promise<TalkLetter> {
  const { reason, actedOn, createdAt } = action;
  const meeting = { when: `${dateLabel(actedOn)}＿＿时＿＿分`, where: blank, host: blank, reason };
  // It is called before it is held: the paper is of the day on which the talk was decided.
  const decidedOn = localDate(new Date(createdAt));
  const date = decidedOn < actedOn ? decidedOn : actedOn;
  return {
    kind: 'talk',
    ...signed(reading, action),
    date,
    ...meeting,
    tasks: await taskLines(reading, action),
  };
}

/** The date granted has taken the place of the one asked for: that one stands in the log. */
async function askedDue({ reader }: LetterReading, { id, newDue }: ActionView): Promise<string> {
  const first = (await listChanges(reader, 'action', id)).at(-1);
  const said: unknown = first?.after == null ? null : JSON.parse(first.after);
  const asked = typeof said === 'object' && said !== null && 'newDue' in said ? said.newDue : null;
  return typeof asked === 'string' ? asked : (newDue ?? '');
}

async function extensionLetter(reading: LetterWriting, action: ActionView): Promise<ExtensionAnswer> {
  const { tasks, words, reason, actedOn, oldDue, newDue, state, decidedOn, answer } = action;
  const [task] = tasks;
  if (task === undefined || oldDue === null || newDue === null || decidedOn === null)
    throw new AppError('bad_input', `${words}还没有批示，没有批复可以打印。请先登记批准或不予批准。`);
  return {
    kind: 'extension_answer',
    ...signed(reading, action),
    date: decidedOn,
    task,
    askedOn: actedOn,
    reason,
    oldDue,
    askedDue: await askedDue(reading, action),
    grantedDue: state === 'approved' ? newDue : null,
    opinion: answer,
  };
}

async function letterOf(reading: LetterWriting, action: ActionView): Promise<Letter> {
  switch (action.kind) {
    case 'reminder':
    case 'supervision_order':
    case 'send_back':
      return slipLetter(reading, action);
    case 'talk':
      return talkLetter(reading, action);
    case 'extension':
      return extensionLetter(reading, action);
    default:
      throw new AppError(
        'bad_input',
        `${action.words}没有文书可以打印，请只选催办、督办单、退回、约谈和延期。`,
      );
  }
}

/**
 * Everything is put together before the first file is written.
 * @throws AppError `not_found`, `bad_input` for what has no paper or a template with wrong fields, `file_unwritable`
 */
export async function writeActionLetters(
  reading: LetterReading,
  templates: string,
  { actionIds, directory, today }: { actionIds: readonly number[]; directory: string; today: string },
): Promise<WrittenLetter[]> {
  const writing = { ...reading, office: await readIssuingOffice(reading.reader) };
  const letters: { actionId: number; letter: Letter }[] = [];
  for (const actionId of actionIds) {
    const action = await readActionDetail(reading.reader, actionId, today);
    letters.push({ actionId, letter: await letterOf(writing, action) });
  }
  // Loaded when first needed: a program start that writes no paper loads no docx.
  const { supervisionLetter } = await import('../word/supervision-letter.ts');
  const { letterTitle } = await import('../word/letter.ts');
  const papers = [];
  for (const { actionId, letter } of letters)
    papers.push({
      actionId,
      title: letterTitle(letter),
      bytes: await supervisionLetter(templates, letter),
    });
  await mkdir(directory, { recursive: true });
  const taken = new Set<string>();
  const written: WrittenLetter[] = [];
  for (const { actionId, title, bytes } of papers) {
    const file = join(directory, claimFileName(title, '.docx', directory, taken));
    await writeAtomically(file, (path) => writeFile(path, bytes));
    written.push({ actionId, file });
  }
  return written;
}
