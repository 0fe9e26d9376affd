/**
 * Puts a text on the clipboard. The page has no permissions at all, not even the clipboard's, so it is done as if the
 * person had pressed Ctrl+C; call it from a click or a key.
 * @returns whether it worked
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true, capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
}
