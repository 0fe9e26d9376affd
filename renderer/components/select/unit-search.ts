/** Finding a unit by what a person types. */
import type { UnitSummary } from '#shared/contract/units.ts';

type SearchableUnit = Pick<UnitSummary, 'name' | 'aliases' | 'offices' | 'initials'>;

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** True when the search is part of the name, an alias or an office, or of the name's pinyin initials. */
export function matchesUnitSearch(unit: SearchableUnit, search: string): boolean {
  const wanted = fold(search);
  const texts = [unit.name, unit.initials, ...unit.aliases, ...unit.offices];
  return texts.some((text) => fold(text).includes(wanted));
}
