/** One cache for the window. The data is on this computer, so nothing waits for a network and nothing is retried. */
import { QueryClient } from '@tanstack/react-query';
import type { AppError } from '#shared/contract/errors.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError;
  }
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
