/** One topic picture of 1200 × 630: a quiet ground and a motif. Deterministic, so that a new drawing changes nothing. */
const picture = ({ from, to, glow, motif }) => `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>
    <radialGradient id="glow" cx=".75" cy=".2" r=".8"><stop offset="0" stop-color="${glow}" stop-opacity=".75"/><stop offset="1" stop-color="${glow}" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="1200" height="630" fill="url(#ground)"/><rect width="1200" height="630" fill="url(#glow)"/>
  ${motif}
</svg>`;

const range = (count) => [...Array(count).keys()];

/** The same "random" number between 0 and 1 for the same two numbers. */
const noise = (x, y = 0) => {
  const value = Math.sin(x * 127.1 + y * 311.7) * 43_758.5453;
  return value - Math.floor(value);
};

const network = () => {
  const nodes = range(34).map((index) => {
    const column = index % 9;
    return {
      x: 90 + column * 128 + noise(index, 1) * 60,
      y: 70 + Math.floor(index / 9) * 140 + noise(index, 2) * 90,
      r: 5 + noise(index, 3) * 13,
    };
  });
  const lines = nodes.flatMap((a, i) =>
    nodes
      .slice(i + 1)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 190)
      .map((b) => `<path d="M${a.x} ${a.y} L${b.x} ${b.y}"/>`)
  );
  return `<g stroke="#c8d3ff" stroke-opacity=".38" stroke-width="2">${lines.join('')}</g>
    ${nodes.map(({ x, y, r }, i) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${i % 5 === 0 ? '#ffd166' : '#eef2ff'}" fill-opacity="${i % 5 === 0 ? 1 : 0.85}"/>`).join('')}`;
};

const flow = () => {
  const box = (x, y, w, colour) =>
    `<rect x="${x}" y="${y}" width="${w}" height="84" rx="20" fill="${colour}"/>`;
  const row = (y, shift, colours) =>
    colours.map((colour, i) => box(shift + i * 290, y, 190, colour)).join('') +
    colours
      .slice(1)
      .map(
        (_, i) =>
          `<path d="M${shift + i * 290 + 190} ${y + 42} h100" stroke="#fff" stroke-opacity=".7" stroke-width="6" stroke-dasharray="2 16" stroke-linecap="round"/>`
      )
      .join('');
  return `${row(90, 60, ['#ffffff33', '#ffffff66', '#ffffff33', '#ffffff22'])}${row(273, 205, ['#ffe3c2', '#ffffff55', '#ff9f5a', '#ffffff33'])}${row(456, 60, ['#ffffff22', '#ffffff44', '#ffe3c2', '#ffffff33'])}
    <g fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="6" stroke-linecap="round" stroke-dasharray="2 16"><path d="M445 174 v99"/><path d="M830 357 v99"/><path d="M1020 174 v99"/></g>
    <path d="M872 315 l18 20 l36 -42" transform="translate(-20 0)" fill="none" stroke="#7a2e00" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"/>`;
};

const shield = () => {
  const rings = range(9).map(
    (i) =>
      `<circle cx="600" cy="320" r="${90 + i * 62}" fill="none" stroke="#d6fff0" stroke-opacity="${0.5 - i * 0.05}" stroke-width="${i % 3 === 0 ? 5 : 2}" stroke-dasharray="${i % 2 ? '3 13' : 'none'}"/>`
  );
  const dots = range(26).map((i) => {
    const r = 150 + Math.floor(noise(i, 5) * 6) * 62;
    const angle = noise(i, 6) * Math.PI * 2;
    return `<circle cx="${600 + Math.cos(angle) * r}" cy="${320 + Math.sin(angle) * r}" r="${4 + noise(i, 7) * 7}" fill="#eafff7" fill-opacity=".9"/>`;
  });
  return `${rings.join('')}${dots.join('')}
    <path d="M600 188 L710 226 V326 C710 396 664 444 600 470 C536 444 490 396 490 326 V226 Z" fill="#f2fffa"/>
    <path d="M600 212 L688 242 V326 C688 384 650 424 600 446 Z" fill="#bff0db"/>
    <circle cx="600" cy="310" r="26" fill="#0b5d48"/><path d="M588 322 h24 l10 64 h-44 Z" fill="#0b5d48"/>`;
};

const people = () => {
  const colours = ['#fff0ec', '#ffc9bb', '#ffe3a8', '#ffd6e0', '#f7a08e'];
  const spots = [
    [170, 190, 54],
    [360, 420, 72],
    [560, 210, 62],
    [760, 430, 56],
    [930, 200, 78],
    [1080, 440, 48],
    [90, 480, 44],
    [560, 500, 40],
  ];
  const arcs = spots.flatMap(([x, y], i) =>
    spots
      .slice(i + 1)
      .filter((_, j) => (i + j) % 3 !== 1)
      .map(([a, b]) => `<path d="M${x} ${y} Q${(x + a) / 2} ${Math.min(y, b) - 90} ${a} ${b}"/>`)
  );
  const person = ([x, y, r], i) =>
    `<g transform="translate(${x} ${y})"><circle r="${r}" fill="#8e2f3d" fill-opacity=".55"/><circle cy="${-r * 0.22}" r="${r * 0.34}" fill="${colours[i % 5]}"/><path d="M${-r * 0.62} ${r * 0.62} C${-r * 0.6} ${r * 0.1} ${r * 0.6} ${r * 0.1} ${r * 0.62} ${r * 0.62} A${r} ${r} 0 0 1 ${-r * 0.62} ${r * 0.62} Z" fill="${colours[i % 5]}"/></g>`;
  return `<g fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="3" stroke-dasharray="1 10" stroke-linecap="round">${arcs.join('')}</g>${spots.map(person).join('')}`;
};

const loadProfile = () => {
  const bars = range(64).map((i) => {
    const day = Math.max(0, Math.sin(((i - 10) / 44) * Math.PI));
    const height = 60 + day * 260 + noise(i, 9) * 60 + (i === 25 || i === 26 ? 110 : 0);
    const isPeak = i === 25 || i === 26;
    return `<rect x="${24 + i * 18.2}" y="${560 - height}" width="12" height="${height}" rx="6" fill="${isPeak ? '#ff6b3d' : '#fff8dc'}" fill-opacity="${isPeak ? 1 : 0.35 + day * 0.5}"/>`;
  });
  return `${bars.join('')}<path d="M24 232 H1176" stroke="#7a4b00" stroke-opacity=".55" stroke-width="4" stroke-dasharray="4 14" stroke-linecap="round"/>
    <circle cx="1010" cy="128" r="66" fill="#fff3bf"/><path d="M1022 76 l-44 62 h30 l-12 48 l48 -68 h-32 Z" fill="#d97706"/>`;
};

const clockOfHours = () => {
  const ticks = range(72).map((i) => {
    const angle = (i / 72) * Math.PI * 2 - Math.PI / 2;
    const [inner, outer] = [i % 24 === 0 ? 168 : i % 6 === 0 ? 190 : 206, 232];
    const colour = i < 17 ? '#ff5d6c' : i < 44 ? '#ffb35c' : '#8fa3d9';
    return `<path d="M${600 + Math.cos(angle) * inner} ${315 + Math.sin(angle) * inner} L${600 + Math.cos(angle) * outer} ${315 + Math.sin(angle) * outer}" stroke="${colour}" stroke-width="${i % 24 === 0 ? 12 : 7}" stroke-linecap="round"/>`;
  });
  const noiseLines = range(15).map(
    (i) =>
      `<rect x="${noise(i, 11) * 1200 - 100}" y="${30 + i * 40}" width="${80 + noise(i, 12) * 320}" height="${4 + noise(i, 13) * 10}" rx="4" fill="${i % 4 === 0 ? '#ff5d6c' : '#8fa3d9'}" fill-opacity=".28"/>`
  );
  return `${noiseLines.join('')}<circle cx="600" cy="315" r="262" fill="#141b34"/>${ticks.join('')}
    <path d="M600 315 V208 M600 315 L674 372" stroke="#fff" stroke-width="14" stroke-linecap="round"/><circle cx="600" cy="315" r="17" fill="#ff5d6c"/>`;
};

const containers = () => {
  const colours = ['#f4a261', '#2a9d8f', '#e9c46a', '#e76f51', '#8ecae6', '#f1faee'];
  const stacks = [2, 3, 1, 4, 2, 5, 3, 4, 6, 5];
  const boxes = stacks.flatMap((height, column) =>
    range(height).map(
      (level) =>
        `<rect x="${24 + column * 116}" y="${520 - level * 66}" width="106" height="58" rx="6" fill="${colours[(column * 3 + level * 2) % 6]}"/><path d="M${44 + column * 116} ${530 - level * 66} v38 M${66 + column * 116} ${530 - level * 66} v38 M${88 + column * 116} ${530 - level * 66} v38 M${110 + column * 116} ${530 - level * 66} v38" stroke="#0b2b40" stroke-opacity=".22" stroke-width="6"/>`
    )
  );
  const line = stacks
    .map((height, column) => `${77 + column * 116} ${470 - height * 66}`)
    .join(' L');
  return `<path d="M1121 140 C1150 110 1180 70 1200 40 V220 C1180 200 1150 170 1121 140 Z" fill="#fff" fill-opacity=".22"/>
    ${boxes.join('')}<rect y="582" width="1200" height="48" fill="#0b2b40" fill-opacity=".6"/>
    <path d="M${line}" fill="none" stroke="#fff" stroke-width="7" stroke-linejoin="round" stroke-linecap="round"/>
    ${stacks.map((height, column) => `<circle cx="${77 + column * 116}" cy="${470 - height * 66}" r="12" fill="#fff"/>`).join('')}`;
};

const scales = () => {
  const discs = range(7).map(
    (i) =>
      `<ellipse cx="${250 + i * 118}" cy="${500 - i * 48}" rx="74" ry="24" fill="#ffe9a8"/><rect x="${176 + i * 118}" y="${500 - i * 48}" width="148" height="${58 + i * 48}" fill="#f2c14e"/><ellipse cx="${250 + i * 118}" cy="${558}" rx="74" ry="24" fill="#d9a32f"/><ellipse cx="${250 + i * 118}" cy="${500 - i * 48}" rx="74" ry="24" fill="#fff0c2"/><ellipse cx="${250 + i * 118}" cy="${500 - i * 48}" rx="48" ry="14" fill="none" stroke="#d9a32f" stroke-width="4"/>`
  );
  const grooves = range(7).flatMap((i) =>
    range(2 + i).map(
      (level) =>
        `<path d="M${176 + i * 118} ${530 - i * 48 + level * 30} q74 36 148 0" fill="none" stroke="#b9861f" stroke-opacity=".55" stroke-width="4"/>`
    )
  );
  return `<g stroke="#f3d9ff" stroke-opacity=".16" stroke-width="2">${range(12)
    .map((i) => `<path d="M0 ${50 + i * 50} H1200"/>`)
    .join('')}</g>${discs.join('')}${grooves.join('')}
    <path d="M210 400 C420 380 700 260 960 110" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round"/><path d="M912 104 L968 104 L952 158" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`;
};

/** File name → SVG. */
export const PICTURES = {
  'ai-practice': picture({ from: '#141b52', to: '#3b2f9e', glow: '#5a8bff', motif: network() }),
  automation: picture({ from: '#c2410c', to: '#7c2d12', glow: '#ffb170', motif: flow() }),
  'data-protection': picture({ from: '#064e3b', to: '#0b3b4a', glow: '#34d399', motif: shield() }),
  leadership: picture({ from: '#b4374b', to: '#6d2348', glow: '#ff9a76', motif: people() }),
  energy: picture({ from: '#f59e0b', to: '#b45309', glow: '#fde68a', motif: loadProfile() }),
  incident: picture({ from: '#0b1020', to: '#26335f', glow: '#7a1f3a', motif: clockOfHours() }),
  'supply-chain': picture({ from: '#1d5c7a', to: '#0b2b40', glow: '#7dd3fc', motif: containers() }),
  pricing: picture({ from: '#581c87', to: '#2e1065', glow: '#c084fc', motif: scales() }),
};

const MARK = `
  <path d="M70 52 V128 C70 196 170 196 170 128 V52" fill="none" stroke="#fff" stroke-width="38"/>
  <path d="M51 52 h38 v34 h-38 Z M151 52 h38 v34 h-38 Z" fill="#ffd166"/>`;

/** The company that gives the demo's webinars. Letters are drawn, so that no font has to be there. */
const NAME = `
  <g fill="none" stroke="#fff" stroke-width="17" stroke-linecap="round" stroke-linejoin="round">
    <path d="M268 164 V76 L312 132 L356 76 V164"/>
    <circle cx="417" cy="134" r="31"/><path d="M448 102 V164"/>
    <circle cx="512" cy="134" r="31"/><path d="M543 102 V170 C543 208 492 208 484 190"/>
    <path d="M582 164 V102 M582 134 C582 92 640 92 640 134 V164"/>
    <path d="M676 136 H736 C736 90 674 92 674 134 C674 172 718 174 732 152"/>
    <path d="M778 76 V140 C778 162 790 166 804 162 M760 104 H804"/>
    <path d="M836 104 V164"/>
    <circle cx="900" cy="134" r="31"/><path d="M931 102 V204"/>
  </g>
  <circle cx="836" cy="74" r="11" fill="#ffd166"/>`;

/** The ground is the brand's colour, so that the letters read on any other. */
export const LOGO = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 980 240">
  <rect width="980" height="240" rx="28" fill="#2A4BD7"/>${MARK}${NAME}
</svg>`;

export const FAVICON = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240">
  <rect width="240" height="240" rx="56" fill="#2A4BD7"/>${MARK}
</svg>`;
