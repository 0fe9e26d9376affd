import { Button, Modal } from 'antd';
import type { LeaveGuard } from './use-leave-guard.ts';

/** Asked only when rows could not be saved on the way out. */
export function LeaveDialog({ unsaved, stay, leave }: LeaveGuard) {
  return (
    <Modal
      open={unsaved > 0}
      title={`还有 ${unsaved} 行没有保存`}
      onCancel={stay}
      footer={[
        <Button key="leave" danger onClick={leave}>
          放弃这些内容并离开
        </Button>,
        <Button key="stay" type="primary" onClick={stay}>
          留在本页
        </Button>,
      ]}
    >
      <p>原因列在表格下方。离开后，这些行里没有保存的文字就没有了。</p>
    </Modal>
  );
}
