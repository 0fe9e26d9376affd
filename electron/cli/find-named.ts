/** `--leader` and `--unit`: by name, or by number. */
import { AppError } from '#shared/contract/errors.ts';
import { foldUnitName } from '#shared/domain/unit-name.ts';
import type { Application } from '../open-application.ts';

interface Named {
  id: number;
  /** Canonical name first. */
  names: string[];
}

const mostSuggestions = 5;

function nearNames(candidates: readonly Named[], folded: string): string {
  const near = candidates.filter(({ names }) =>
    names.some((name) => foldUnitName(name).includes(folded) || folded.includes(foldUnitName(name))),
  );
  const suggestions = near.slice(0, mostSuggestions).map(({ names }) => names[0]);
  return suggestions.length === 0 ? '请核对名称。' : `相近的有：${suggestions.join('、')}。`;
}

/**
 * Width, spaces and quotes do not matter. A part of a name is never taken for the whole: a script must not get
 * another unit's ledger because a unit was added.
 * @param kind 「单位」 or 「领导」, for the message
 * @throws AppError `not_found` with near names, or `bad_input` when two bear the name
 */
function findNamed<Candidate extends Named>(
  candidates: readonly Candidate[],
  kind: string,
  text: string,
): Candidate {
  const folded = foldUnitName(text);
  const found = candidates.filter(({ names }) => names.some((name) => foldUnitName(name) === folded));
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined) {
    const all = found.map(({ id, names }) => `${id}（${names[0]}）`).join('、');
    throw new AppError('bad_input', `叫“${text}”的${kind}不止一个，请改写编号：${all}。`);
  }
  const byNumber = /^\d+$/.test(text) && candidates.find(({ id }) => id === Number(text));
  if (byNumber) return byNumber;
  throw new AppError('not_found', `没有叫“${text}”的${kind}。${nearNames(candidates, folded)}`);
}

/** By its canonical name, whatever name was typed. @throws AppError as {@link findNamed} says */
export async function findUnit(
  application: Application,
  text: string,
): Promise<{ id: number; name: string }> {
  const units = await application.units.list({});
  const named = units.map(({ id, name, aliases }) => ({ id, name, names: [name, ...aliases] }));
  return findNamed(named, '单位', text);
}

/** @throws AppError as {@link findNamed} says */
export async function findLeaderId(application: Application, text: string): Promise<number> {
  const { leaders } = await application.tasks.filterOptions({});
  return findNamed(
    leaders.map(({ id, name }) => ({ id, names: [name] })),
    '领导',
    text,
  ).id;
}
