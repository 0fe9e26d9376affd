/** What a .docx says, without Word. */
import { partText } from './package-parts.ts';

/** Paragraphs line by line, cells among them. */
export function documentText(bytes: Uint8Array): string {
  return partText(bytes, 'word/document.xml')
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
