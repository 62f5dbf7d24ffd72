/** Completion for bash, 3.2 (that of macOS) and later. */
import type { Offer } from '../command.ts';
import { type CompletedCommand, quoted } from './offers.ts';

/** The script, to be sourced. */
export function bash(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# Completion of gazeta for bash, printed by "gazeta completion bash".
_gazeta() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} options= offer= value=
  # bash makes three words of --host=any.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $before == '=' ]]; then
    before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W ${quoted(`${names} --help --version`)} -- "$word"))
    return
  fi
  # The options of the command, and what it takes without one.
  case \${COMP_WORDS[1]} in
${commands.map(optionsOf).join('\n')}
  esac
  # What the option before takes.
  case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(valuesOf).join('\n')}
  esac
  if [[ -n $value ]]; then
    offer=$value
  elif [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
    return
  fi
  case $offer in
    files | folders)
      local IFS=$'\\n'
      compopt -o filenames 2>/dev/null
      if [[ $offer == files ]]; then
        COMPREPLY=($(compgen -f -- "$word"))
      else
        COMPREPLY=($(compgen -d -- "$word"))
      fi
      ;;
    words\\ *) COMPREPLY=($(compgen -W "\${offer#words }" -- "$word")) ;;
  esac
}
complete -F _gazeta gazeta`;
}

function optionsOf({ name, options, offer }: CompletedCommand): string {
  const all = options.map((one) => `--${one.name}`).join(' ');
  return `    ${name}) options=${quoted(all)} offer=${offered(offer)} ;;`;
}

/** Options with a value, those together that are offered the same. */
function valuesOf({ name, options }: CompletedCommand): string[] {
  const byOffer = new Map<string, string[]>();
  for (const { name: option, value, offer = 'nothing' } of options) {
    if (value === undefined) continue;
    const key = offered(offer);
    byOffer.set(key, [...(byOffer.get(key) ?? []), quoted(`${name} --${option}`)]);
  }
  return [...byOffer].map(([offer, patterns]) => `    ${patterns.join(' | ')}) value=${offer} ;;`);
}

function offered(offer: Offer): string {
  return typeof offer === 'string' ? offer : quoted(`words ${offer.join(' ')}`);
}
