import { Button } from 'antd';
import { useState } from 'react';
import { prepareTemplates } from '../../api/actions.ts';
import { openPath } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Opens the folder of templates, with ours laid in where the office has none of its own yet. */
export function TemplatesButton() {
  const [error, setError] = useState<Error | null>(null);
  const open = async () => {
    setError(null);
    try {
      await openPath((await prepareTemplates()).folder);
    } catch (reason) {
      setError(asAppError(reason));
    }
  };
  return (
    <>
      {error !== null && <ErrorNotice title="模板文件夹没有打开" error={error} />}
      <Button title="用 Word 或 WPS 改好另存，以后的文书就按它写" onClick={() => void open()}>
        文书模板…
      </Button>
    </>
  );
}
