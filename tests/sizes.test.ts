/** Real pictures, made smaller by the command: how they look, and what is no longer in them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import { type ResizeData, resizer } from '../src/output/resize.ts';
import { ROOT, story } from './rig.ts';

const paper = mkdtempSync(path.join(tmpdir(), 'gazeta-sizes-'));
afterAll(() => rmSync(paper, { recursive: true }));

const NOW = '2026-11-23T12:00:00Z';
const build = (...args: string[]) => {
  const command = [`${ROOT}/bin/gazeta.js`, 'build', '--site', paper, '--now', NOW, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, told: `${stdout}${stderr}` };
};
const write = (name: string, body: string | Uint8Array) => {
  mkdirSync(path.dirname(`${paper}/${name}`), { recursive: true });
  writeFileSync(`${paper}/${name}`, body);
};
const made = (name: string, folder = 'dist') =>
  readFileSync(`${paper}/${folder}/_pictures/images/${name}`);

/** The upper half of one colour, the lower of another. */
const halves = (width: number, height: number, upper: string, lower: string) =>
  sharp({ create: { width, height, channels: 3, background: upper } }).composite([
    {
      input: { create: { width, height: height / 2, channels: 3, background: lower } },
      gravity: 'south',
    },
  ]);

/** The colour at a place, of 0 to 1 from the upper left corner, as red, green and blue. */
async function colorAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at =
    (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * 3;
  return [...data.subarray(at, at + 3)];
}

const near = (color: readonly number[], other: readonly number[]): boolean =>
  color.every((one, at) => Math.abs(one - (other[at] ?? 0)) < 12);

beforeAll(async () => {
  const gps = {
    IFD0: { Copyright: 'Her name' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 53/1 27/1' },
  };
  const photo = halves(1800, 1200, '#c00', '#00c').jpeg().withExif(gps);
  write('public/images/photo.jpg', await photo.toBuffer());
  const turned = halves(1800, 1200, '#c00', '#00c').jpeg().withMetadata({ orientation: 6 });
  write('public/images/turned.jpg', await turned.toBuffer());
  const png = halves(900, 600, '#c00', '#00c').withMetadata({ orientation: 6 }).png();
  write('public/images/turned.png', await png.toBuffer());
  const webp = halves(900, 600, '#c00', '#00c').withMetadata({ orientation: 6 }).webp();
  write('public/images/lying.webp', await webp.toBuffer());
  const deep = sharp({ create: { width: 900, height: 600, channels: 3, background: '#c00' } })
    .toColourspace('rgb16')
    .withIccProfile('p3');
  write('public/images/deep.png', await deep.png().toBuffer());
  const clear = sharp({ create: { width: 900, height: 600, channels: 4, background: '#0000' } });
  write('public/images/clear.png', await clear.png().toBuffer());
  const cut = await halves(900, 600, '#c00', '#00c').jpeg().toBuffer();
  write('public/images/cut.jpg', cut.subarray(0, cut.length * 0.6));
  const cmyk = await halves(900, 600, '#c00', '#00c').toColourspace('cmyk').jpeg().toBuffer();
  write('public/images/print.jpg', cmyk);
  const bars = Array.from({ length: 20 }, (_, at) => {
    const height = (at * 83) % 400;
    return `<rect x="${at * 40 + 30}" y="${500 - height}" width="25" height="${height}" fill="#c00"/><circle cx="${at * 40 + 40}" cy="540" r="9" fill="#036"/>`;
  });
  const chart = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">${bars.join('')}</svg>`;
  write('public/images/chart.png', await sharp(Buffer.from(chart)).png().toBuffer());
  const names = [
    ...['photo.jpg', 'turned.jpg', 'turned.png', 'lying.webp', 'deep.png'],
    ...['chart.png', 'clear.png', 'cut.jpg', 'print.jpg'],
  ];
  const text = names.map((name) => `![A](/images/${name})`).join('\n\n');
  write('articles/a.md', story('A', '2026-11-20T09:00', text));
  write('site.yaml', 'title: Sizes\nurl: https://x.example\n');
});

describe('the sizes of a picture', () => {
  test('are made, and are what their names say', async () => {
    const { status, told } = build();
    expect(told).toContain('Published 1 article');
    expect(status).toBe(0);
    for (const name of readdirSync(`${paper}/dist/_pictures/images`))
      for (const file of readdirSync(`${paper}/dist/_pictures/images/${name}`)) {
        const { width, format } = await sharp(made(`${name}/${file}`)).metadata();
        expect(`${width}.${format?.replace('jpeg', 'jpg')}`).toBe(file);
      }
    expect(readdirSync(`${paper}/dist/_pictures/images/photo.jpg`)).toHaveLength(5);
  });

  test('stand upright', async () => {
    for (const file of ['400.webp', '1200.jpg']) {
      const { width = 0, height = 0 } = await sharp(made(`turned.jpg/${file}`)).metadata();
      expect(height / width).toBeCloseTo(1.5, 2);
      // Held on its right side: what was above is at the right.
      expect(near(await colorAt(made(`turned.jpg/${file}`), 0.9, 0.5), [204, 0, 0])).toBe(true);
      expect(near(await colorAt(made(`turned.jpg/${file}`), 0.1, 0.5), [0, 0, 204])).toBe(true);
    }
  });

  test('stand as browsers show the picture itself: a PNG is turned, a WebP is not', async () => {
    const shape = async (name: string) => {
      const { width, height } = await sharp(made(name)).metadata();
      return [width, height];
    };
    expect(await shape('turned.png/600.webp')).toEqual([600, 900]);
    expect(await shape('turned.png/600.jpg')).toEqual([600, 900]);
    expect(near(await colorAt(made('turned.png/600.webp'), 0.9, 0.5), [204, 0, 0])).toBe(true);
    expect(await shape('lying.webp/900.webp')).toEqual([900, 600]);
    expect(near(await colorAt(made('lying.webp/900.webp'), 0.5, 0.1), [204, 0, 0])).toBe(true);
  });

  test('do not say where and by what they were taken', async () => {
    expect(readFileSync(`${paper}/dist/images/photo.jpg`).includes('Exif')).toBe(true);
    for (const file of readdirSync(`${paper}/dist/_pictures/images/photo.jpg`)) {
      const { exif, xmp, iptc, icc } = await sharp(made(`photo.jpg/${file}`)).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  test('have the colours of screens, and what is clear is white where nothing can be clear', async () => {
    // Of 16 bits with a profile.
    for (const file of ['400.webp', '900.jpg'])
      expect(near(await colorAt(made(`deep.png/${file}`), 0.5, 0.5), [204, 0, 0])).toBe(true);
    // What was made for print is converted without a profile, as browsers do.
    const { space } = await sharp(made('print.jpg/400.webp')).metadata();
    expect(space).toBe('srgb');
    const { hasAlpha } = await sharp(made('clear.png/400.webp')).metadata();
    expect(hasAlpha).toBe(true);
    expect(await colorAt(made('clear.png/900.jpg'), 0.5, 0.5)).toEqual([255, 255, 255]);
  });

  test('of a drawing lose nothing, where that is no heavier', async () => {
    const of = (bytes: Uint8Array) => sharp(bytes).ensureAlpha().raw().toBuffer();
    const own = readFileSync(`${paper}/public/images/chart.png`);
    expect((await of(made('chart.png/900.webp'))).equals(await of(own))).toBe(true);
    expect(made('chart.png/900.webp').length).toBeLessThan(own.length);
    expect((await sharp(made('chart.png/900.jpg')).metadata()).chromaSubsampling).toBe('4:4:4');
    expect((await sharp(made('photo.jpg/1200.jpg')).metadata()).chromaSubsampling).toBe('4:2:0');
  });

  test('are made of what was cut off, as browsers show it', async () => {
    expect(near(await colorAt(made('cut.jpg/400.webp'), 0.5, 0.1), [204, 0, 0])).toBe(true);
  });

  test('are the same bytes each time, whatever the number of threads', () => {
    expect(build('--out', `${paper}/other`, '--no-cache', '--jobs', '2').status).toBe(0);
    const files = (folder: string) =>
      readdirSync(`${paper}/${folder}`, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => path.join(one.parentPath, one.name));
    const own = files('dist');
    expect(own.map((file) => file.replace('/dist/', '/other/'))).toEqual(files('other'));
    for (const file of own)
      expect(readFileSync(file.replace('/dist/', '/other/')).equals(readFileSync(file)), file).toBe(
        true,
      );
  });
});

test('a picture of which none can be made is told each time, and shown as it is', async () => {
  const broken = await halves(900, 600, '#c00', '#00c').png().toBuffer();
  broken.fill(0, 60, broken.length - 20);
  write('public/images/broken.png', broken);
  write('articles/b.md', story('B', '2026-11-20T10:00', '![A](/images/broken.png)'));
  for (const times of [1, 2]) {
    const { status, told } = build(...(times === 2 ? ['--verify'] : []));
    expect(told).toContain(
      'public/images/broken.png warning picture/sizes: the picture cannot be made smaller: ',
    );
    expect(told).toContain('Save it anew with a program for pictures.');
    expect(status).toBe(0);
    expect(made('broken.png/400.webp').equals(broken)).toBe(true);
  }
  rmSync(`${paper}/articles/b.md`);
  expect(build('--allow-removals').status).toBe(0);
});

describe('a picture may take longer than the thread that makes it may be silent', () => {
  test('since who waits hears that it lives', () => {
    const code = `${paper}/slow.mjs`;
    // It lives, and answers after more than twice the patience.
    writeFileSync(
      code,
      `import { workerData } from 'node:worker_threads';
      const { port, signs, beat } = workerData;
      const sign = () => { Atomics.add(signs, 0, 1); Atomics.notify(signs, 0); };
      setInterval(sign, beat);
      port.on('message', ({ number }) => setTimeout(() => {
        port.postMessage({ number, resized: { made: [] } });
        sign();
      }, 5000));`,
    );
    expect([...resizer(code, 2000)([{ bytes: new Uint8Array(), sizes: [] }])]).toEqual([
      { made: [] },
    ]);
  });

  test('since it tells so while it has nothing to say', async () => {
    const { port1, port2 } = new MessageChannel();
    const signs = new Int32Array(new SharedArrayBuffer(4));
    const workerData: ResizeData = { port: port2, signs, beat: 20 };
    const thread = new Worker(`${ROOT}/lib/output/resize-worker.js`, {
      workerData,
      transferList: [port2],
    });
    await expect.poll(() => Atomics.load(signs, 0), { timeout: 60_000 }).toBeGreaterThan(2);
    port1.close();
    await thread.terminate();
  });
});

test('the recipe names the version of the library that is installed, and no other is taken', () => {
  const { version } = JSON.parse(
    readFileSync(`${ROOT}/node_modules/sharp/package.json`, 'utf8'),
  ) as { version: string };
  expect(packageFile.dependencies.sharp).toBe(version);
  expect(readFileSync(`${ROOT}/src/output/picture-files.ts`, 'utf8')).toContain(
    `sharp ${version} `,
  );
});
