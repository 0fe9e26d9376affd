/** Where an office keeps its own templates of the papers. */
import { join } from 'node:path';

export function templatesFolder(dataDirectory: string): string {
  return join(dataDirectory, 'templates');
}
