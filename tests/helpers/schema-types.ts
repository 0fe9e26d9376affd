import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A column as schema.ts declares it. */
export interface DeclaredColumn {
  name: string;
  nullable: boolean;
  /** The file fills it in when an insert leaves it out. */
  generated: boolean;
  isNumber: boolean;
}

/** Reads the interfaces of electron/db/schema.ts: columns by table. Knows the shapes that file uses and no others. */
export function readDeclaredTables(): Map<string, DeclaredColumn[]> {
  const source = readFileSync(fileURLToPath(new URL('../../electron/db/schema.ts', import.meta.url)), 'utf8');
  const code = source.replace(/\/\*\*.*?\*\//gs, '');
  const bodies = new Map(
    [...code.matchAll(/export interface (\w+) \{(.*?)\n\}/gs)].map(([, name = '', body = '']) => [
      name,
      body,
    ]),
  );
  return new Map(
    members(bodies.get('Database') ?? '').map(([table, type]) => [
      table,
      members(bodies.get(type) ?? '').map(([name, column]) => declaredColumn(name, column)),
    ]),
  );
}

function members(body: string): [name: string, type: string][] {
  return [...body.matchAll(/^\s*(\w+): (.+);$/gm)].map(([, name = '', type = '']) => [name, type]);
}

function declaredColumn(name: string, type: string): DeclaredColumn {
  const generated = /^Generated<(.+)>$/.exec(type)?.[1];
  const plain = generated ?? type;
  const nullable = plain.endsWith(' | null');
  return {
    name,
    nullable,
    generated: generated !== undefined,
    isNumber: plain.replace(' | null', '') === 'number',
  };
}
