function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Today on this computer's calendar, `YYYY-MM-DD`. */
export function todayText(): string {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
