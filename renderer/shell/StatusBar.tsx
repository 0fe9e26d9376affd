import { useApplicationInfo } from '../api/application.ts';

/** Where the data lies, who is working, and which program this is. */
export function StatusBar() {
  const { data, error } = useApplicationInfo();
  return (
    <footer className="status-bar">
      {error !== null && <span className="status-wrong">{error.message}</span>}
      {data !== undefined && (
        <>
          <span className="status-directory" title={data.dataDirectory}>
            数据目录：{data.dataDirectory}
          </span>
          {data.standIn && <span className="status-stand-in">开发用代用 Electron，不作正式使用</span>}
          <span>操作人：{data.operator}</span>
          <span>版本 {data.version}</span>
        </>
      )}
    </footer>
  );
}
