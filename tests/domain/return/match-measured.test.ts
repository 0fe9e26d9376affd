import { describe, expect, test } from 'vitest';
import { loadSeeds } from '#electron/document/load-seeds.ts';
import { matchTask } from '#shared/domain/return/match-task.ts';
import type { RowLabels } from '#shared/domain/return/read-table.ts';
import { indexTasks, type KnownTask } from '#shared/domain/return/task-index.ts';
import { sureMatch } from '#shared/domain/return/thresholds.ts';
import { seedsDirectory } from '../../helpers/database.ts';

const tasks: KnownTask[] = loadSeeds(seedsDirectory).notice.tasks.map((task, index) => ({
  taskId: index + 1,
  code: task.code,
  content: task.content,
  sourceContent: task.sourceContent,
  leader: task.leader?.name ?? null,
  project: task.project,
  section: '',
  // The hardest case: one unit that may report on every task of the notice.
  isOwn: true,
  position: null,
}));
const index = indexTasks(tasks);
const blank: RowLabels = {
  hiddenId: null,
  code: null,
  number: null,
  contents: [],
  project: '',
  leader: '',
  unit: '',
  section: '',
};

/** A fixed sequence, so that the measured numbers are the same on every machine. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const strangers = '的了和在工作推进建设加强完成新增项目区街道重点';

function replaced(text: string, times: number, below: (limit: number) => number): string {
  const characters = [...text];
  for (let time = 0; time < times; time += 1) {
    characters[below(characters.length)] = strangers[below(strangers.length)] ?? '';
  }
  return characters.join('');
}

type Edit = (text: string, below: (limit: number) => number) => string;

const edits: Record<string, Edit> = {
  'cut short': (text, below) =>
    `${text.slice(0, Math.max(4, Math.floor((text.length * (3 + below(6))) / 10)))}……`,
  'beginning lost': (text, below) => text.slice(below(Math.ceil(text.length / 2))),
  'one clause of it': (text, below) => {
    const clauses = text.split(/[，、；]/);
    return clauses[below(clauses.length)] ?? text;
  },
  'a character lost': (text, below) => {
    const at = below(text.length);
    return text.slice(0, at) + text.slice(at + 1);
  },
  'three characters mistyped': (text, below) => replaced(text, 3, below),
  'an eighth mistyped': (text, below) => replaced(text, Math.ceil(text.length / 8), below),
  'another number': (text) => text.replace(/\d+/, (number) => String(Number(number) + 1)),
  'a remark added': (text) => `${text}（每月报送一次）`,
  'two tasks in one cell': (text, below) => text + (tasks[below(tasks.length)]?.content ?? ''),
};

interface Measured {
  sure: number;
  wrong: string[];
  asked: number;
}

function measure(edit: Edit): Measured {
  const below = sequence(2024);
  const measured: Measured = { sure: 0, wrong: [], asked: 0 };
  for (const task of [...tasks, ...tasks, ...tasks]) {
    const content = edit(task.content, below);
    const { task: found, match } = matchTask(index, { ...blank, contents: [content] });
    if (found === null || match.certainty < sureMatch) measured.asked += 1;
    else if (found.content === task.content) measured.sure += 1;
    else measured.wrong.push(`${task.code} → ${found.code}: ${content}`);
  }
  return measured;
}

describe('similar texts on the notice’s 197 tasks', () => {
  test.each(Object.entries(edits))('%s: none is matched wrongly for sure', (name, edit) => {
    const { wrong, sure, asked } = measure(edit);
    // A cell that holds two tasks names the first as much as the second.
    expect(name === 'two tasks in one cell' ? [] : wrong).toEqual([]);
    expect(sure + asked + wrong.length).toBe(tasks.length * 3);
  });

  test('texts that were cut or extended are matched without asking', () => {
    const share = (name: string) => measure(edits[name] ?? ((text) => text)).sure / (tasks.length * 3);
    expect(share('a remark added')).toBeGreaterThan(0.95);
    expect(share('beginning lost')).toBeGreaterThan(0.8);
    expect(share('cut short')).toBeGreaterThan(0.7);
    expect(share('a character lost')).toBeGreaterThan(0.85);
  });

  test('a cell with two tasks is asked about', () => {
    const { sure, wrong } = measure((text, below) => text + (tasks[below(tasks.length)]?.content ?? ''));
    expect((sure + wrong.length) / (tasks.length * 3)).toBeLessThan(0.02);
  });

  test('a task that is not in the notice is not taken for one that is', () => {
    const wrong = tasks.flatMap((task) => {
      const others = indexTasks(tasks.filter(({ content }) => content !== task.content));
      const { task: found, match } = matchTask(others, { ...blank, contents: [task.content] });
      return found !== null && match.certainty >= sureMatch ? [`${task.code} → ${found.code}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
