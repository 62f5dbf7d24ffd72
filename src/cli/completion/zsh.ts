/** Completion for zsh, through its own _arguments. */
import type { Offer } from '../command.ts';
import { type CompletedCommand, quoted } from './offers.ts';

/** The script, to be sourced below compinit, or put into a folder of fpath as `_gazeta`. */
export function zsh(commands: readonly CompletedCommand[]): string {
  return `#compdef gazeta
# Completion of gazeta for zsh, printed by "gazeta completion zsh".
_gazeta() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${commands.map(({ name, about }) => `      ${quoted(`${name}:${about}`)}`).join('\n')}
    )
    _describe -t commands command commands
    return
  fi
  # From here on the command is the first word.
  shift words
  (( CURRENT-- ))
  case $words[1] in
${commands.map(caseOf).join('\n')}
  esac
}
if [[ $funcstack[1] == _gazeta ]]; then
  _gazeta "$@"
else
  compdef _gazeta gazeta
fi`;
}

function caseOf({ name, options, offer, words }: CompletedCommand): string {
  const specs = options.map((option) => {
    const about = `[${option.about.replace(/[[\]\\]/g, '\\$&')}]`;
    const value = option.value === undefined ? '' : `:${option.value}:${action(option.offer)}`;
    const long = `--${option.name}${option.value === undefined ? '' : '='}`;
    return option.short === undefined
      ? quoted(`${long}${about}${value}`)
      : `${quoted(`(-${option.short} ${long})`)}{-${option.short},${long}}${quoted(`${about}${value}`)}`;
  });
  if (words !== '')
    specs.push(quoted(`*:${words.replace(/[[\]"|]/g, ' ').trim()}:${action(offer)}`));
  return [
    `    ${name})`,
    `      _arguments -s \\`,
    `        ${specs.join(' \\\n        ')}`,
    '      ;;',
  ].join('\n');
}

/** What stands after the second colon of a spec: what is offered. */
function action(offer: Offer = 'nothing'): string {
  if (offer === 'files') return '_files';
  if (offer === 'folders') return '_files -/';
  return offer === 'nothing' ? '' : `(${offer.join(' ')})`;
}
