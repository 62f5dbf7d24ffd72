/** Elements of the desk, made by hand: it has no library. */

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((one) => one !== null));
  return made;
}

/** A finding, as the terminal has it; its place opens the file. */
export function finding({ severity, text, open }) {
  const [head, ...rest] = text.split('\n');
  const line =
    open === null
      ? element('b', { textContent: head })
      : element('a', { href: open, textContent: head });
  return element(
    'pre',
    { className: severity },
    line,
    rest.length > 0 ? `\n${rest.join('\n')}` : '',
  );
}
