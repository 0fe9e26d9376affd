import { bundleOrigin } from './origin.ts';

export interface PageLocation {
  url: string;
  origin: string;
  /** Served by the development server with hot reload instead of from the bundle. */
  isDevelopment: boolean;
  isAllowed: (url: string) => boolean;
}

/** @param environment its `ELECTRON_RENDERER_URL` is set by `npm run dev`; a packaged program ignores it */
export function pageLocation(isPackaged: boolean, environment: NodeJS.ProcessEnv): PageLocation {
  const developmentUrl = environment.ELECTRON_RENDERER_URL;
  if (isPackaged || developmentUrl === undefined) {
    return {
      url: `${bundleOrigin}/`,
      origin: bundleOrigin,
      isDevelopment: false,
      isAllowed: (url) => url.startsWith(`${bundleOrigin}/`),
    };
  }
  const { origin, host } = new URL(developmentUrl);
  return {
    url: developmentUrl,
    origin,
    isDevelopment: true,
    isAllowed: (url) => url.startsWith(`${origin}/`) || url.startsWith(`ws://${host}/`),
  };
}
