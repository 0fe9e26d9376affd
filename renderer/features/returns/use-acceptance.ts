/** 标记入库: of the file that is looked at, going on to the next one, or of all marked files. */
import type { DeskFile } from '#shared/contract/desk.ts';
import type { DeskChanges } from '../../api/returns.ts';
import { needsPerson, nextNeedingPerson } from './desk-order.ts';
import { hasRows, hindrance } from './desk-words.ts';
import type { DeskFocus } from './use-desk-focus.ts';
import type { useDeskList } from './use-desk-list.ts';

interface AcceptanceInput {
  list: ReturnType<typeof useDeskList>;
  changes: DeskChanges;
  focus: DeskFocus;
  announce: (message: string) => void;
}

export function useAcceptance({ list, changes, focus, announce }: AcceptanceInput) {
  /** What became of it, as a sentence; null when the failure is shown by itself. */
  async function acceptOne(file: DeskFile): Promise<string | null> {
    const obstacle = hindrance(file);
    if (obstacle !== null) return `「${file.fileName}」没有标记入库：${obstacle}`;
    if (file.accepted) return '';
    const done = await changes.accept({ fileIds: [file.id], accepted: true });
    return done ? `「${file.fileName}」已标记入库。` : null;
  }

  function goOn(from: DeskFile, words: string): void {
    const next = nextNeedingPerson(list.listed, from.id);
    if (next === null) {
      const left = list.listed.filter((file) => file.id !== from.id && needsPerson(file)).length;
      announce(`${words}看到最后一份了${left === 0 ? '' : `，还有 ${left} 份没有标记入库`}。`);
      focus.toApply();
      return;
    }
    announce(`${words}现在看「${next.fileName}」。`);
    list.show(next.id);
    if (hasRows(next) || next.missing.length > 0) focus.toRows();
    else focus.toList();
  }

  return {
    async current(): Promise<void> {
      const file = list.current;
      if (file === null) return;
      const words = await acceptOne(file);
      if (words !== null) goOn(file, words);
    },
    async many(files: readonly DeskFile[], accepted: boolean): Promise<void> {
      const able = files.filter((file) => !accepted || hindrance(file) === null);
      if (able.length > 0 && !(await changes.accept({ fileIds: able.map(({ id }) => id), accepted }))) return;
      const rest = files.length - able.length;
      const verb = accepted ? '标记入库' : '取消入库标记';
      announce(`已${verb} ${able.length} 份${rest === 0 ? '。' : `；${rest} 份还不能入库。`}`);
    },
  };
}
