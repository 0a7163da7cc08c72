/**
 * Draws the demo's portraits and topic pictures: `node database/seeds/illustrations/draw.mjs` writes them beside this
 * file. They are ours, and nobody real is shown.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { PORTRAITS } from './portraits.mjs';
import { FAVICON, LOGO, PICTURES } from './pictures.mjs';

const FOLDER = path.dirname(fileURLToPath(import.meta.url));

const write = (name, svg, size) =>
  sharp(Buffer.from(svg), { density: 144 })
    .resize(size)
    .webp({ quality: 82, effort: 6 })
    .toFile(path.join(FOLDER, `${name}.webp`));

for (const [name, svg] of Object.entries(PORTRAITS))
  await write(name, svg, { width: 640, height: 640 });
for (const [name, svg] of Object.entries(PICTURES)) {
  await write(name, svg, { width: 1200, height: 630 });
  await write(`${name}-thumbnail`, svg, { width: 480, height: 252 });
}

// Mail programs know PNG, and not all of them WebP.
await sharp(Buffer.from(LOGO), { density: 144 })
  .resize(490, 120)
  .png({ palette: true })
  .toFile(path.join(FOLDER, 'logo.png'));

await sharp(Buffer.from(FAVICON), { density: 144 })
  .resize(64, 64)
  .png({ palette: true })
  .toFile(path.join(FOLDER, '..', '..', '..', 'favicon.png'));
