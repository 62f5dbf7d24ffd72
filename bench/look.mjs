/** `node bench/look.mjs FOLDER`: looks at every file below a folder and does nothing, as any tool must at least. */
import { lstatSync, readdirSync } from 'node:fs';

const folders = [process.argv[2]];
for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) folders.push(name);
    else lstatSync(name);
  }
