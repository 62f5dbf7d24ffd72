/** How maps look. The colours are those of picture.mjs. */
const STYLE = `
.sea{fill:var(--sea)}
.land{fill:var(--land);stroke:var(--coast);stroke-width:3;stroke-linejoin:round}
.one{fill:var(--one)}
.two{fill:var(--two)}
.borders{fill:none;stroke:var(--border);stroke-width:3;stroke-linejoin:round}
.frontier{fill:none;stroke:var(--mark);stroke-width:8;stroke-linejoin:round;stroke-linecap:round}
.lake{fill:var(--sea);stroke:var(--coast);stroke-width:3}
.river{fill:none;stroke:var(--water);stroke-width:4;stroke-linejoin:round;stroke-linecap:round}
.route{fill:none;stroke:var(--mark);stroke-width:4;stroke-dasharray:2 12;stroke-linecap:round}
.wave{fill:none;stroke:var(--mark);stroke-width:4}
.dot{fill:var(--mark);stroke:var(--border);stroke-width:4}
.country,.place,.minor,.water,.km{stroke:var(--land);stroke-width:9;stroke-linejoin:round;paint-order:stroke}
.country{font-size:32px;font-weight:500;letter-spacing:4px;fill:var(--faint);stroke:none}
.place{font-size:54px;font-weight:700}
.minor{font-size:42px}
.water{font-size:36px;font-style:italic;letter-spacing:2px;fill:var(--water);stroke:none}
.bar{fill:none;stroke:var(--text);stroke-width:4}
.km{font-size:34px}
.globe{fill:var(--sea)}
.continents{fill:var(--two)}
.rim{fill:none;stroke:var(--faint);stroke-width:3}
`;

/** The rules for a map, without those for what it does not have. */
export function styleOf(map) {
  const missing = [
    [!map.one, '.one{'],
    [!map.two && !map.inset, '.two{'],
    [!map.frontier, '.frontier'],
    [!map.lakes, '.lake'],
    [!map.rivers && !map.riverBorder, '.river'],
    [!map.route, '.route'],
    [!map.places?.some(({ quake }) => quake), '.wave'],
    [!map.waters, '.water{'],
    [!map.inset, '.globe'],
    [!map.inset, '.continents'],
    [!map.inset, '.rim'],
  ];
  return STYLE.split('\n')
    .filter((rule) => !missing.some(([gone, start]) => gone && rule.startsWith(start)))
    .join('\n');
}
