import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import type { FormFile, FormsResult } from '#shared/contract/exports.ts';
import { openPath, showInFolder } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** `D:\表\区发改局-2024年6月进展填报表.xlsx` → its last part, on Windows and elsewhere. */
function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** What was written, each with a way to open it. */
export function FormFileList({ result: { files, zip } }: { result: FormsResult }) {
  const [error, setError] = useState<Error | null>(null);
  const attempt = (action: (path: string) => Promise<boolean>, path: string) => {
    setError(null);
    action(path).catch((reason: unknown) => setError(asAppError(reason)));
  };
  const [first] = files;
  if (first === undefined) {
    return <Alert type="warning" role="status" title="没有生成填报表：选定的单位这一期没有要填报的任务。" />;
  }
  const columns = [
    { title: '单位', dataIndex: 'unit', key: 'unit' },
    { title: '任务', dataIndex: 'tasks', key: 'tasks', width: 64, align: 'right' as const },
    { title: '文件', dataIndex: 'file', key: 'file', render: fileName },
    {
      title: '操作',
      key: 'open',
      width: 72,
      render: (_: unknown, form: FormFile) => (
        <Button
          size="small"
          aria-label={`打开 ${form.unit} 的填报表`}
          onClick={() => attempt(openPath, form.file)}
        >
          打开
        </Button>
      ),
    },
  ];
  return (
    <div className="export-done" role="status">
      <p>
        已生成 {files.length} 份填报表，共 {files.reduce((sum, form) => sum + form.tasks, 0)} 行任务。
        {zip !== null && <span className="export-path">压缩包：{fileName(zip)}</span>}
      </p>
      <div className="file-actions">
        <Button onClick={() => attempt(showInFolder, zip ?? first.file)}>打开所在文件夹</Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <Table<FormFile>
        size="small"
        rowKey="file"
        dataSource={files}
        columns={columns}
        pagination={files.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      />
    </div>
  );
}
