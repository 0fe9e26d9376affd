import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder, whatever folder the command was started in. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A path inside the checkout.
 * @param {string[]} parts
 */
export const inProject = (...parts) => path.join(root, ...parts);

/** What set-up prepares itself; carried over when npm empties node_modules. */
export const cacheFolder = inProject('node_modules', '.cache');
