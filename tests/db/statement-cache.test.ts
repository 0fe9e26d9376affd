import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { cacheStatements } from '#electron/db/sqlite/statement-cache.ts';

function open() {
  const raw = new SqliteDatabase(':memory:');
  onTestFinished(() => {
    raw.close();
  });
  raw.exec('CREATE TABLE word (text TEXT NOT NULL)');
  raw.exec("INSERT INTO word VALUES ('督办'), ('台账')");
  return { raw, cached: cacheStatements(raw) };
}

const select = 'SELECT text FROM word ORDER BY rowid';

test('the same text is prepared once, and sees what is stored now', () => {
  const { raw, cached } = open();
  const first = cached.prepare(select);
  expect(first.all()).toHaveLength(2);
  raw.exec("INSERT INTO word VALUES ('回表')");
  expect(cached.prepare(select)).toBe(first);
  expect(cached.prepare(select).all()).toHaveLength(3);
});

test('a statement outlives a change of the table it reads', () => {
  const { raw, cached } = open();
  const all = 'SELECT * FROM word ORDER BY rowid';
  cached.prepare(all).all();
  raw.exec('ALTER TABLE word ADD COLUMN note TEXT');
  expect(cached.prepare(all).all()[0]).toEqual({ text: '督办', note: null });
});

test('one that is being read row by row is not handed out again', () => {
  const { cached } = open();
  const rows = cached.prepare(select).iterate();
  rows.next();
  expect(cached.prepare(select).all()).toHaveLength(2);
  rows.return?.();
});

test('the one that was used longest ago goes first', () => {
  const { cached } = open();
  const first = cached.prepare(select);
  for (let number = 0; number < 199; number += 1) cached.prepare(`SELECT ${number}`);
  expect(cached.prepare(select)).toBe(first);
  for (let number = 199; number < 400; number += 1) cached.prepare(`SELECT ${number}`);
  expect(cached.prepare(select)).not.toBe(first);
});
