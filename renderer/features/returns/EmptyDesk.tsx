import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState.tsx';

interface EmptyDeskProps {
  /** Everything that was here has just been stored. */
  allApplied: boolean;
}

/** Nothing waits: either nothing has come yet, or all of it is stored. */
export function EmptyDesk({ allApplied }: EmptyDeskProps) {
  return (
    <div className="empty-desk sheet">
      {allApplied ? (
        <EmptyState
          title="回表台上的文件都已入库。"
          hint={
            <>
              可以<Link to="/exports">导出台账</Link>、看<Link to="/tasks">任务总表</Link>，或到
              <Link to="/standing">报送情况</Link>看还有谁没报。
            </>
          }
        />
      ) : (
        <EmptyState
          title="把单位报回的文件、文件夹或 .zip 拖到这里"
          hint={
            <>
              也可以用右上角的按钮选择。支持 .xlsx、.xlsm、.xls、.et、.ods、.csv，一次可以放几十份；
              <br />
              先逐份读取、列出每一行会改什么，看过以后再入库。
            </>
          }
        />
      )}
    </div>
  );
}
