/** A stored time as a person at this computer reads it. */

/** 「6月28日 09:05」 in local time. @param instant ISO 8601 in UTC */
export function localMoment(instant: string): string {
  const date = new Date(instant);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  const hours = String(date.getHours()).padStart(2, '0');
  return `${date.getMonth() + 1}月${date.getDate()}日 ${hours}:${minutes}`;
}
