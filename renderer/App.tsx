/** Wiring only: words and looks for the kit, the cache, the routes. */
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/query-client.ts';
import { readStyleNonce } from './components/nonce.ts';
import { appTheme } from './components/theme.ts';
import { createAppRouter } from './shell/routes.tsx';
import './components/styles.css';

/** The kit would part the two characters of 「保存」. */
const plainButtons = { autoInsertSpace: false };

export function App() {
  const csp = useMemo(() => ({ nonce: readStyleNonce() ?? '' }), []);
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(createAppRouter);
  return (
    <ConfigProvider locale={zhCN} theme={appTheme} csp={csp} button={plainButtons}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
