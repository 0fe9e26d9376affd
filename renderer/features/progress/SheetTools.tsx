import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { countRows } from './model/sheet-state.ts';
import type { SheetController } from './sheet/sheet-controller.ts';

/** 撤销, 重做 and 保存, for those who do not know the keys. */
export function SheetTools({ controller }: { controller: SheetController }) {
  const { sheet } = useSyncExternalStore(controller.store.subscribe, controller.store.read);
  const { unsaved } = countRows(sheet);
  return (
    <div className="sheet-tools" role="toolbar" aria-label="编辑">
      <Button title="Ctrl+Z" disabled={sheet.done.length === 0} onClick={() => controller.undo()}>
        撤销
      </Button>
      <Button title="Ctrl+Y" disabled={sheet.undone.length === 0} onClick={() => controller.redo()}>
        重做
      </Button>
      <Button title="Ctrl+S" disabled={unsaved === 0} onClick={() => void controller.saveEverything()}>
        全部保存
      </Button>
    </div>
  );
}

/** 「共 39 项　已填 12　未填 27」 */
export function SheetCounts({ controller }: { controller: SheetController }) {
  const { sheet } = useSyncExternalStore(controller.store.subscribe, controller.store.read);
  const { total, filled, unsaved } = countRows(sheet);
  return (
    <span className="sheet-counts numeric" role="status">
      共 {total} 项　已填 {filled}　未填 {total - filled}
      {unsaved > 0 && <span className="sheet-counts-unsaved">　未保存 {unsaved}</span>}
    </span>
  );
}
