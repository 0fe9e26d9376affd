/**
 * LibreOffice as a second, independent spreadsheet program: what the program writes is opened, saved and printed
 * by it. Tests that need it are skipped, saying so, where it is not installed.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';

const run = promisify(execFile);

function isInstalled(program: string, versionFlag: string): boolean {
  try {
    execFileSync(program, [versionFlag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export const hasLibreOffice = isInstalled('soffice', '--version');
/** Also pdftotext and pdfinfo (poppler-utils). */
export const canPrint = hasLibreOffice && isInstalled('pdftotext', '-v');

if (!canPrint) {
  console.warn(
    '没有 LibreOffice 或 pdftotext：打印和另存的测试跳过。apt-get install libreoffice-calc libreoffice-writer poppler-utils',
  );
}

/** A profile of our own: a person's open LibreOffice would swallow the command. One a test file. */
let profile: string | null = null;

/**
 * Column widths count digits of the workbook's default font. Where Calibri is missing a much wider font would stand
 * in for it; with Liberation Sans columns are as wide as on a Chinese Windows (8 pixels a digit).
 */
const fontRules = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern"><test name="family"><string>Calibri</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit></match>
  <match target="pattern"><test name="family"><string>仿宋_GB2312</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Noto Serif CJK SC</string></edit></match>
</fontconfig>`;

function profileFolder(): string {
  if (profile !== null) return profile;
  profile = mkdtempSync(join(tmpdir(), 'duban-libreoffice-'));
  writeFileSync(join(profile, 'fonts.conf'), fontRules);
  return profile;
}

afterAll(() => {
  if (profile !== null) rmSync(profile, { recursive: true, force: true });
  profile = null;
});

/** Opens a workbook and saves it in another format into a folder. @returns the new file's path */
export async function saveAs(
  file: string,
  format: 'pdf' | 'xls' | 'xlsx' | 'ods',
  directory: string,
): Promise<string> {
  const options = [
    '--headless',
    '--norestore',
    `-env:UserInstallation=${pathToFileURL(profileFolder()).href}`,
  ];
  await run('soffice', [...options, '--convert-to', format, '--outdir', directory, file], {
    timeout: 120_000,
    env: { ...process.env, FONTCONFIG_FILE: join(profileFolder(), 'fonts.conf') },
  });
  return join(directory, `${basename(file, extname(file))}.${format}`);
}

/** The text of each page as it stands on paper, lines and columns kept. */
export async function pageTexts(pdf: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.split('\f').slice(0, -1);
}

/** All text of a PDF in the order it was drawn, cell after cell, without any white space. */
export async function foldedText(pdf: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-raw', pdf, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return fold(stdout);
}

export function fold(text: string): string {
  return text.replace(/\s+/gu, '');
}
