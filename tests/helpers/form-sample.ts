/** A form of made-up tasks, for tests of the writer. */
import { type FormDocument, type FormTaskFacts, formDocument } from '#shared/domain/form-document.ts';
import { type Period, parsePeriod } from '#shared/domain/period.ts';
import { emptyProgress } from '#shared/domain/progress.ts';

export function sampleFormTask(code: string, change: Partial<FormTaskFacts> = {}): FormTaskFacts {
  return {
    code,
    kind: 'key',
    content: '新增规上服务业企业 50 家以上。',
    leader: '林杰',
    role: 'lead',
    targets: [],
    previous: null,
    revision: 0,
    values: emptyProgress,
    targetValues: [],
    ...change,
  };
}

export function sampleForm(tasks: readonly FormTaskFacts[]): FormDocument {
  return formDocument({
    formId: '0d9f3a52-5d62-4a3b-9f07-2f6f2d1f7a10',
    unit: '区发改局',
    period: parsePeriod('2024-06') as Period,
    deadline: '2024-06-28',
    document: {
      number: '温鹿政办〔2024〕16号',
      title: '温州市鹿城区人民政府办公室关于印发的通知',
      year: 2024,
    },
    issuedAt: '2024-06-20T01:00:00.000Z',
    tasks,
  });
}
