/** Completion for fish. */
import type { Offer } from '../command.ts';
import { type CompletedCommand, quoted } from './offers.ts';

/** The script, to be put into ~/.config/fish/completions/gazeta.fish. */
export function fish(commands: readonly CompletedCommand[]): string {
  return `# Completion of gazeta for fish, printed by "gazeta completion fish".
function __gazeta_first
    test (count (commandline -opc)) -eq 1
end
function __gazeta_is
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test "$words[2]" = "$argv[1]"
end
complete -c gazeta -f
complete -c gazeta -n __gazeta_first -l help -s h -d 'which commands there are'
complete -c gazeta -n __gazeta_first -l version -s v -d 'the version'
${commands.flatMap(linesOf).join('\n')}`;
}

function linesOf({ name, about, options, offer }: CompletedCommand): string[] {
  const when = `complete -c gazeta -n ${text(`__gazeta_is ${name}`)}`;
  const lines = [`complete -c gazeta -n __gazeta_first -a ${name} -d ${text(about)}`];
  if (offer !== 'nothing') lines.push(`${when} ${offer === 'files' ? '-F' : offered(offer)}`);
  for (const option of options) {
    const short = option.short === undefined ? '' : ` -s ${option.short}`;
    lines.push(`${when} -l ${option.name}${short}${takes(option)} -d ${text(option.about)}`);
  }
  return lines;
}

function takes({ value, offer = 'nothing' }: { value?: string; offer?: Offer }): string {
  if (value === undefined) return '';
  if (offer === 'nothing') return ' -x';
  return offer === 'files' ? ' -r -F' : ` -x ${offered(offer)}`;
}

function offered(offer: Offer): string {
  return `-a ${text(typeof offer === 'string' ? '(__fish_complete_directories)' : offer.join(' '))}`;
}

/** fish reads a backslash within single quotes too. */
function text(words: string): string {
  return quoted(words.replaceAll('\\', '\\\\'), "\\'");
}
