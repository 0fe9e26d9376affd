/** Where in a JSON text a value stands, so that a message can name its line. */

export type JsonPath = readonly (string | number)[];

const tokenPattern = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu;

interface Container {
  isArray: boolean;
  /** The key or index of the value that comes next or was just read. */
  step: string | number;
  /** In an object: the next text is a key. */
  expectsKey: boolean;
}

function samePath(stack: readonly Container[], path: JsonPath): boolean {
  return stack.length === path.length && stack.every((container, depth) => container.step === path[depth]);
}

function moveOn(container: Container): void {
  if (typeof container.step === 'number') container.step += 1;
  else container.expectsKey = true;
}

/** Offset of the value at `path` in a valid JSON text; null when there is none. */
function findValueOffset(json: string, path: JsonPath): number | null {
  const stack: Container[] = [];
  for (const { 0: token, index } of json.matchAll(tokenPattern)) {
    const top = stack.at(-1);
    if (token === ',') {
      if (top !== undefined) moveOn(top);
    } else if (token === '}' || token === ']') {
      stack.pop();
    } else if (top?.expectsKey === true) {
      top.step = JSON.parse(token);
      top.expectsKey = false;
    } else if (token !== ':') {
      if (samePath(stack, path)) return index;
      if (token === '{') stack.push({ isArray: false, step: '', expectsKey: true });
      if (token === '[') stack.push({ isArray: true, step: 0, expectsKey: false });
    }
  }
  return null;
}

/** Whether a valid JSON text has a value at `path`. */
export function hasValue(json: string, path: JsonPath): boolean {
  return findValueOffset(json, path) !== null;
}

function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The 1-based line of the value at `path`, or of the nearest value around it, in a valid JSON text. */
export function lineOfPath(json: string, path: JsonPath): number {
  const offset = findValueOffset(json, path);
  if (offset !== null) return lineOfOffset(json, offset);
  return path.length === 0 ? 1 : lineOfPath(json, path.slice(0, -1));
}

/** The 1-based line a JSON syntax error is on; the last line when the text ends too early. */
export function lineOfSyntaxError(json: string, error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(message)?.[1];
  return lineOfOffset(json, position === undefined ? json.trimEnd().length : Number(position));
}
