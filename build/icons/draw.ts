// Draws icon.png and icon.ico: a ledger page with a red tick. Run after changing it: node build/icons/draw.ts
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

type Color = readonly [red: number, green: number, blue: number];
/** Coordinates are fractions of the icon's side. */
type Point = readonly [x: number, y: number];
type Shape = (...point: Point) => boolean;

const SAMPLES = 4;
const SIZES = [16, 24, 32, 48, 64, 128, 256];
const INK: Color = [29, 78, 137];
const PAPER: Color = [255, 255, 255];
const RULE: Color = [158, 184, 214];
const RED: Color = [214, 40, 57];

function rectangle(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const dx = Math.max(left + radius - x, x - right + radius, 0);
    const dy = Math.max(top + radius - y, y - bottom + radius, 0);
    return dx * dx + dy * dy <= radius * radius;
  };
}

function stroke([startX, startY]: Point, [endX, endY]: Point, width: number): Shape {
  const [alongX, alongY] = [endX - startX, endY - startY];
  return (x, y) => {
    const along = ((x - startX) * alongX + (y - startY) * alongY) / (alongX * alongX + alongY * alongY);
    const nearest = Math.min(1, Math.max(0, along));
    return Math.hypot(x - startX - nearest * alongX, y - startY - nearest * alongY) <= width / 2;
  };
}

function tick(width: number): Shape {
  const short = stroke([0.45, 0.62], [0.59, 0.76], width);
  const long = stroke([0.59, 0.76], [0.83, 0.43], width);
  return (x, y) => short(x, y) || long(x, y);
}

/** From back to front; each covers what lies under it. */
const SHAPES: readonly { inside: Shape; color: Color }[] = [
  { inside: rectangle(0.02, 0.02, 0.98, 0.98, 0.2), color: INK },
  { inside: rectangle(0.18, 0.15, 0.74, 0.85, 0.05), color: PAPER },
  { inside: rectangle(0.26, 0.24, 0.66, 0.33, 0.02), color: INK },
  { inside: rectangle(0.26, 0.43, 0.66, 0.48, 0.01), color: RULE },
  { inside: rectangle(0.26, 0.57, 0.66, 0.62, 0.01), color: RULE },
  { inside: rectangle(0.26, 0.71, 0.66, 0.76, 0.01), color: RULE },
  { inside: tick(0.22), color: PAPER },
  { inside: tick(0.13), color: RED },
];

/** Red, green, blue and alpha of one pixel, 0–255. */
function pixel(column: number, row: number, size: number): number[] {
  const hits: Color[] = [];
  for (let index = 0; index < SAMPLES * SAMPLES; index += 1) {
    const x = (column + ((index % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(index / SAMPLES) + 0.5) / SAMPLES) / size;
    const shape = SHAPES.findLast(({ inside }) => inside(x, y));
    if (shape !== undefined) hits.push(shape.color);
  }
  const mean = (channel: 0 | 1 | 2) => {
    return Math.round(hits.reduce((sum, color) => sum + color[channel], 0) / (hits.length || 1));
  };
  return [mean(0), mean(1), mean(2), Math.round((255 * hits.length) / SAMPLES ** 2)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

function png(size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8);
  const row = (y: number) => [0, ...Array.from({ length: size }, (_, x) => pixel(x, y, size)).flat()];
  const pixels = Buffer.from(Array.from({ length: size }, (_, y) => row(y)).flat());
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function ico(images: readonly { size: number; data: Buffer }[]): Buffer {
  const directory = Buffer.alloc(6 + 16 * images.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(images.length, 4);
  let offset = directory.length;
  images.forEach(({ size, data }, index) => {
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    directory.set([size % 256, size % 256], entry);
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(data.length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += data.length;
  });
  return Buffer.concat([directory, ...images.map((image) => image.data)]);
}

const write = (name: string, data: Buffer) => writeFileSync(new URL(name, import.meta.url), data);
write('icon.ico', ico(SIZES.map((size) => ({ size, data: png(size) }))));
write('icon.png', png(512));
