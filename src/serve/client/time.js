/** The slider over what will happen by itself, and the field for any other moment. */
import { element } from './elements.js';

const KINDS = {
  publish: 'is published',
  expire: 'expires',
  withdraw: 'is withdrawn',
  'flash-end': 'is flash news no longer',
};

/** How many of the things that happen at one moment are named. */
const NAMED = 3;

const minuteOf = (instant) => instant.slice(0, 16);
const shownAs = (instant) => minuteOf(instant).replace('T', ' ');

/** Moments, each once, with all that happens then. */
function stopsOf(upcoming) {
  const stops = new Map();
  for (const { at, kind, title } of upcoming)
    stops.set(at, [...(stops.get(at) ?? []), `“${title}” ${KINDS[kind] ?? kind}`]);
  return [...stops].map(([at, all]) => {
    const more = all.length > NAMED ? `, and ${all.length - NAMED} more` : '';
    return { at, text: `${shownAs(at)}: ${all.slice(0, NAMED).join(', ')}${more}` };
  });
}

/** The controls. `look` moves to an instant, null for the clock. */
export function timeIn(look) {
  let stops = [];
  let clock = '';
  const slider = element('input', { type: 'range', min: '0' });
  const exact = element('input', { type: 'datetime-local' });
  const now = element('button', { type: 'button', textContent: 'Now', onclick: () => look(null) });
  const output = element('output');
  slider.setAttribute('aria-label', 'The paper as readers will see it then');
  exact.setAttribute('aria-label', 'At this moment');

  const say = (text) => {
    output.textContent = text;
    slider.setAttribute('aria-valuetext', text);
  };
  slider.oninput = () => say(stops[Number(slider.value) - 1]?.text ?? clock);
  slider.onchange = () => look(stops[Number(slider.value) - 1]?.at ?? null);

  // While somebody types, each digit is a change.
  let before = '';
  const commit = () => {
    if (exact.value === before) return;
    before = exact.value;
    look(exact.value === '' ? null : exact.value);
  };
  exact.onblur = commit;
  exact.onkeydown = ({ key }) => {
    if (key === 'Enter') commit();
  };

  return {
    element: element('p', { className: 'time' }, slider, exact, now, output),
    draw({ upcoming, shown, isClock, isFixed }) {
      stops = stopsOf(upcoming);
      const name = isFixed ? 'as started with --now' : 'the clock';
      clock = isClock ? `${name}, ${shownAs(shown)}` : name;
      const stop = stops.findIndex(({ at }) => at === shown);
      slider.max = String(stops.length);
      slider.disabled = stops.length === 0;
      slider.value = String(isClock ? 0 : stop + 1);
      say(isClock ? clock : (stops[stop]?.text ?? shownAs(shown)));
      if (!exact.matches(':focus')) {
        exact.value = minuteOf(shown);
        before = exact.value;
      }
    },
  };
}
