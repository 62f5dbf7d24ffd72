/** What has to be mended, over the page: it stays until it is mended, or put away. */
import { element, finding } from './elements.js';

/** The errors that were put away; others come up again. */
let dismissed = '';

export function overlayIn(root) {
  const box = element('dialog', { className: 'box' });
  box.setAttribute('role', 'alertdialog');
  let errors = '';
  // Esc, too. The browser gives the focus back to where it was.
  box.addEventListener('close', () => {
    if (errors !== '') dismissed = errors;
  });
  root.append(box);
  return ({ problems, page, complete }) => {
    const all = problems.filter(({ severity }) => severity === 'error');
    errors = all.map(({ text }) => text).join('\n\n');
    if (errors === '' || errors === dismissed) {
      if (errors === '') dismissed = '';
      if (box.open) box.close();
      return;
    }
    const title =
      all.length === 1 ? 'Something has to be mended' : `${all.length} things have to be mended`;
    const hint =
      page === null && !complete ? 'The page comes' : 'Below is the page as it was last. This goes';
    box.setAttribute('aria-label', title);
    box.replaceChildren(
      element('h1', { textContent: title }),
      ...all.map(finding),
      element('p', {
        className: 'hint',
        textContent: `${hint} when the file is mended and saved.`,
      }),
      element('button', { type: 'button', textContent: 'Hide (Esc)', onclick: () => box.close() }),
    );
    if (!box.open) box.showModal();
  };
}
