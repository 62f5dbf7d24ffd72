/** Why a file that is named is not there: what its author most likely meant, and what to write instead. */
import type { Shelf } from '../content/shelf.ts';
import { fileMeant, fromRoot, lookAlikes, wholePicture } from './look-alikes.ts';
import { decoded, type Target } from './reference.ts';

/** What is said of a file that is not there. */
interface MissingFile {
  readonly problem: string;
  readonly help: string;
}

const PLACES =
  'Put it into public/ and write its address from there (/images/bridge.jpg), or beside the article and write its name.';

/** A place on a computer: a drive of Windows, an address of the system, or a folder of its user. */
const ON_COMPUTER = /^(?:[Ff]ile:|[A-Za-z]:[\\/]|\/(?:home|Users)\/[^/]+\/|~\/)/;
const MAIL = /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i;
/** What can only be the address of a site: its first name says so, or its last one. */
const HOST =
  /^(?:www\.[^\s/]+\.[^\s/]+|(?:[a-z0-9-]+\.)+(?:al|com|de|edu|eu|gov|info|it|me|mk|net|org|rs|xk))(?:[/?#]|$)/i;

/** True of a place on its author's computer. */
export function isOnComputer(address: string): boolean {
  return ON_COMPUTER.test(address);
}

/** What is said of such a place. */
export const ON_ONE_COMPUTER = `This is a place on one computer, which readers cannot reach. ${PLACES}`;

/** What is said of a file whose name looks the same as one that is named. */
export function otherCodePoints(file: string): string {
  // Of the two forms the one that keyboards write is safe everywhere.
  const what =
    file === file.normalize('NFC')
      ? 'Type the name anew in the article'
      : 'Rename the file: type its name anew';
  return `There is ${file}, which looks the same and is written with other code points, as macOS writes accents. ${what}.`;
}

/** Tells of files that are not on the shelf. */
export function missingFiles(
  shelf: Pick<Shelf, 'attachments' | 'publicFiles'>,
): (kind: 'link' | 'image', text: string, target: Target) => MissingFile {
  const alike = lookAlikes(shelf);
  return (kind, text, target) => {
    const written = decoded(text);
    const sized = wholePicture(written.replace(/[?#].*$/, ''));
    if (kind === 'image' && sized !== null)
      return {
        problem: `the picture "${text}" is a size of another`,
        help: `Which sizes there are is decided anew by each build. Write the address of the picture itself: ${sized}.`,
      };
    const problem = `${kind === 'image' ? 'the picture' : 'the file'} "${/[\\:]/.test(written) ? written : text}" is not there`;
    const others = alike(target);
    const [rooted] = others.length === 0 ? alike(fromRoot(text, shelf)) : [];
    if (rooted?.startsWith('public/'))
      return {
        problem,
        help: `There is ${rooted}: write its address, ${rooted.slice('public'.length)}.`,
      };
    return { problem, help: helpFor(kind, written, fileMeant(target), others) };
  };
}

function helpFor(
  kind: 'link' | 'image',
  written: string,
  meant: string,
  alike: readonly string[],
): string {
  const other = alike.at(-1);
  if (other !== undefined && decoded(other) !== other)
    return `There is ${other}, and addresses read its % as the beginning of another sign. Rename the file without it.`;
  if (other === meant && !written.includes('\\'))
    return `There is ${other}: write its address as it is, ${other.replace(/^public/, '')}.`;
  if (other !== undefined && other !== meant)
    return other.normalize('NFC') === meant.normalize('NFC')
      ? otherCodePoints(other)
      : `There is ${other}: write its name as the file has it, in the same letter case.`;
  if (isOnComputer(written)) return ON_ONE_COMPUTER;
  if (written.includes('\\'))
    return `Addresses have / where Windows has \\: write ${written.replaceAll('\\', '/')}, and put the file into public/ or beside the article.`;
  if (kind === 'link' && MAIL.test(written)) return `For a mail address write mailto:${written}.`;
  if (HOST.test(written))
    return `For what is on another site write its whole address: https://${written}.`;
  return PLACES;
}
