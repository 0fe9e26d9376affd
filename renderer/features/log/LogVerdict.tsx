import { Button } from 'antd';
import { useVerifyLog } from '../../api/log.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Each entry carries the digest of the one before it: what was changed afterwards shows. */
export function LogVerdict() {
  const verify = useVerifyLog();
  return (
    <div className="log-verdict">
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>
        核验记录
      </Button>
      {verify.error !== null && <ErrorNotice title="没有核验" error={verify.error} />}
      {verify.data !== undefined && (
        <span role="status" className={verify.data.problem === null ? 'log-whole' : 'log-broken'}>
          {verify.data.problem ??
            `${verify.data.entries} 条逐条核验，前后相接，没有被改动、删除或插入。${digestText(verify.data.lastHash)}`}
        </span>
      )}
    </div>
  );
}

/** To be noted elsewhere: it stands for everything before it. */
function digestText(hash: string | null): string {
  return hash === null ? '' : `最后一条的校验值 ${hash.slice(0, 16)}…`;
}
