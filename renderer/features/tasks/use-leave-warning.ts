import { App } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** Asks before typed text that is not saved is left behind. */
export function useLeaveWarning(unsaved: boolean): void {
  const { modal } = App.useApp();
  const blocker = useBlocker(unsaved);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const question = modal.confirm({
      title: '修改还没有保存',
      content: '离开这个页面，刚才输入的内容就没有了。',
      okText: '不保存，离开',
      cancelText: '留在这里',
      autoFocusButton: 'cancel',
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
    return () => question.destroy();
  }, [blocker, modal]);
}
