/** A stored time as a person at this computer reads it. */

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** 「2024-06-28 09:05」 in local time. @param instant ISO 8601 in UTC */
export function localTime(instant: string): string {
  const date = new Date(instant);
  return `${localDate(date)} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The day on the office's calendar, `YYYY-MM-DD`. */
export function localDate(date: Date): string {
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The day's last instant as stored times are written, ISO 8601 in UTC. @param date `YYYY-MM-DD` */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999`).toISOString();
}

/** 「6月28日 09:05」 in local time. @param instant ISO 8601 in UTC */
export function localMoment(instant: string): string {
  const date = new Date(instant);
  const time = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
  return `${date.getMonth() + 1}月${date.getDate()}日 ${time}`;
}
