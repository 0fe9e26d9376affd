import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { AppError } from '#shared/contract/errors.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';

const screenFailure =
  '这个页面出错了，没有显示出来；已经保存的数据不受影响。请重新打开页面，若再次出现，请把下面的说明交给维护人员。';

/** What stands in a screen's place when it cannot be shown. */
export function RouteError() {
  const error = useRouteError();
  const known = error instanceof AppError ? error : new AppError('internal', screenFailure);
  const defect = error instanceof AppError ? null : String(error);
  return (
    <div className="route-error">
      <ErrorNotice
        error={known}
        title="页面打不开"
        actions={
          <Button size="small" onClick={() => window.location.reload()}>
            重新打开页面
          </Button>
        }
      />
      {defect !== null && <pre className="route-error-defect">{defect}</pre>}
    </div>
  );
}
