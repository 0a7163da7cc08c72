/** One portrait: a bust in front of a disc. Colours and the drawing of hair and extras make the person. */
const portrait = ({
  ground,
  disc,
  skin,
  shade,
  hair,
  back = '',
  front,
  brows = hair,
  cloth,
  collar,
  extras = '',
}) => `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="${ground[0]}"/><stop offset="1" stop-color="${ground[1]}"/>
    </linearGradient>
    <linearGradient id="cloth" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${cloth[0]}"/><stop offset="1" stop-color="${cloth[1]}"/>
    </linearGradient>
  </defs>
  <rect width="640" height="640" fill="url(#ground)"/>
  <circle cx="320" cy="300" r="236" fill="${disc}" opacity=".55"/>
  <g fill="${hair}">${back}</g>
  <path d="M64 660 C70 540 150 492 252 470 L388 470 C490 492 570 540 576 660 Z" fill="url(#cloth)"/>
  <path d="M268 372 h104 v86 c0 40 -104 40 -104 0 Z" fill="${skin}"/>
  <path d="M268 398 c30 44 74 44 104 0 v30 c-30 34 -74 34 -104 0 Z" fill="${shade}" opacity=".55"/>
  ${collar}
  <ellipse cx="216" cy="286" rx="20" ry="31" fill="${shade}"/><ellipse cx="424" cy="286" rx="20" ry="31" fill="${shade}"/>
  <path d="M216 250 C212 140 428 140 424 250 C428 352 388 420 320 420 C252 420 212 352 216 250 Z" fill="${skin}"/>
  <path d="M330 268 c4 24 12 44 12 54 c0 12 -20 14 -32 8" fill="none" stroke="${shade}" stroke-width="7" stroke-linecap="round"/>
  <ellipse cx="272" cy="272" rx="11" ry="13" fill="#22242e"/><ellipse cx="368" cy="272" rx="11" ry="13" fill="#22242e"/>
  <circle cx="276" cy="267" r="3.5" fill="#fff"/><circle cx="372" cy="267" r="3.5" fill="#fff"/>
  <g fill="none" stroke="${brows}" stroke-width="9" stroke-linecap="round">
    <path d="M248 240 q22 -15 46 -4"/><path d="M346 236 q24 -11 46 4"/>
  </g>
  <g fill="#e8705f" opacity=".16"><ellipse cx="252" cy="326" rx="24" ry="15"/><ellipse cx="388" cy="326" rx="24" ry="15"/></g>
  ${extras}
  <g fill="${hair}">${front}</g>
</svg>`;

const smile = (colour, width = 34) =>
  `<path d="M${320 - width} 356 q${width} 32 ${width * 2} 0" fill="none" stroke="${colour}" stroke-width="8" stroke-linecap="round"/>`;
const openSmile = (colour) =>
  `<path d="M278 350 q42 12 84 0 q-6 42 -42 42 q-36 0 -42 -42 Z" fill="${colour}"/><path d="M288 354 q32 8 64 0 l-3 12 q-29 7 -58 0 Z" fill="#fff"/>`;
const glasses = (colour) => `
  <g fill="#ffffff" fill-opacity=".16" stroke="${colour}" stroke-width="7">
    <rect x="234" y="244" width="74" height="58" rx="26"/><rect x="332" y="244" width="74" height="58" rx="26"/>
    <path d="M308 266 q12 -8 24 0 M234 262 l-18 -6 M406 262 l18 -6" fill="none"/>
  </g>`;
const shirt = (colour, dark) => `
  <path d="M252 462 L320 548 L388 462 L372 438 L320 508 L268 438 Z" fill="${colour}"/>
  <path d="M320 508 L320 660" stroke="${dark}" stroke-width="5"/>`;
const roundNeck = (colour) =>
  `<path d="M246 470 C262 532 378 532 394 470 L410 476 C394 560 246 560 230 476 Z" fill="${colour}"/>`;
const lapels = (light, dark) => `
  <path d="M258 466 L320 600 L382 466 L368 444 L320 506 L272 444 Z" fill="${light}"/>
  <path d="M252 462 L206 520 L300 660 L320 604 Z" fill="${dark}"/><path d="M388 462 L434 520 L340 660 L320 604 Z" fill="${dark}"/>`;

/** File name → SVG. */
export const PORTRAITS = {
  'amira-haddad': portrait({
    ground: ['#dfe6ff', '#b9c7ff'],
    disc: '#f4f6ff',
    skin: '#d9a07a',
    shade: '#bd815c',
    hair: '#2b1d1a',
    back: '<path d="M196 250 C170 90 470 90 444 250 C452 330 492 380 470 470 C440 500 420 480 400 470 L240 470 C220 480 200 500 170 470 C148 380 188 330 196 250 Z"/>',
    front:
      '<path d="M206 268 C196 150 268 118 330 122 C410 122 446 176 434 268 C424 226 404 200 372 184 C330 216 256 212 236 220 C220 232 212 246 206 268 Z"/>',
    cloth: ['#2a4bd7', '#1b348f'],
    collar: lapels('#ffffff', '#1b348f'),
    extras: openSmile('#8c3a34'),
  }),
  'jonas-brueckner': portrait({
    ground: ['#ffe9d2', '#ffcf9e'],
    disc: '#fff6ea',
    skin: '#f0c3a0',
    shade: '#d9a27b',
    hair: '#8a5a2b',
    front:
      '<path d="M210 258 C196 160 246 112 330 116 C416 112 450 164 430 258 C424 226 416 206 396 194 C350 200 300 190 268 172 C240 192 220 216 210 258 Z"/>',
    cloth: ['#3d6b58', '#274a3c'],
    collar: shirt('#f7f4ec', '#274a3c'),
    extras: `<path d="M222 296 C224 400 264 436 320 436 C376 436 416 400 418 296 C410 340 386 336 366 334 C340 326 300 326 274 334 C254 336 230 340 222 296 Z" fill="#8a5a2b"/>${smile('#f6d9c4', 28)}${glasses('#3a2a1c')}`,
  }),
  'katharina-velten': portrait({
    ground: ['#e6f3ee', '#b4dccb'],
    disc: '#f5fbf8',
    skin: '#f6d2b8',
    shade: '#e0b092',
    hair: '#c9923e',
    back: '<path d="M198 258 C176 100 464 100 442 258 C446 316 452 360 436 396 L204 396 C188 360 194 316 198 258 Z"/>',
    front:
      '<path d="M204 300 C188 160 256 112 324 116 C404 114 452 166 436 300 C428 250 420 222 404 200 C360 204 314 190 290 168 C270 196 232 214 222 236 C212 256 208 276 204 300 Z"/>',
    brows: '#9a6a24',
    cloth: ['#33383f', '#1e2227'],
    collar: lapels('#f3f6f4', '#1e2227'),
    extras: `${smile('#b4473d')}${glasses('#5d2b36')}`,
  }),
  'marcus-adeyemi': portrait({
    ground: ['#ffe0dc', '#f5a99c'],
    disc: '#fff1ee',
    skin: '#7a4a2f',
    shade: '#5d3520',
    hair: '#191514',
    front:
      '<path d="M214 250 C206 150 260 128 320 128 C380 128 434 150 426 250 C420 214 404 188 380 180 C340 172 300 172 260 180 C236 188 220 214 214 250 Z"/>',
    cloth: ['#f2f0ea', '#d6d1c4'],
    collar: roundNeck('#b9482f'),
    extras: `<path d="M270 400 q50 34 100 0 q-14 34 -50 34 q-36 0 -50 -34 Z" fill="#191514"/>${openSmile('#5b1f1b')}`,
  }),
  'mei-lin-tan': portrait({
    ground: ['#fdf3cf', '#f5d76e'],
    disc: '#fffbe9',
    skin: '#f2cda6',
    shade: '#d9a97c',
    hair: '#17161c',
    back: '<path d="M194 262 C168 92 472 92 446 262 L452 430 C440 448 412 446 404 430 L236 430 C228 446 200 448 188 430 Z"/>',
    front:
      '<path d="M204 300 C190 150 262 114 320 114 C378 114 450 150 436 300 C430 270 426 246 420 226 C360 232 280 232 220 226 C214 246 210 270 204 300 Z"/>',
    cloth: ['#0f766e', '#0a544f'],
    collar: roundNeck('#f5d76e'),
    extras: smile('#a63d3d', 32),
  }),
  'sofia-lindqvist': portrait({
    ground: ['#e7e3f7', '#bdb2e6'],
    disc: '#f7f5fd',
    skin: '#f8dac6',
    shade: '#e3b49b',
    hair: '#e0b85c',
    back: '<path d="M286 122 C262 60 378 60 354 122 Z"/><circle cx="320" cy="92" r="50"/>',
    front:
      '<path d="M210 262 C198 160 256 120 320 120 C384 120 442 160 430 262 C422 222 402 188 320 176 C238 188 218 222 210 262 Z"/>',
    brows: '#b78b34',
    cloth: ['#7c2d3e', '#551c29'],
    collar: shirt('#f4ecec', '#551c29'),
    extras: smile('#b4473d', 36),
  }),
  'rafael-ortega': portrait({
    ground: ['#d8eef7', '#9fd0e6'],
    disc: '#f0f9fd',
    skin: '#dcac83',
    shade: '#bd8a60',
    hair: '#4a4a50',
    front:
      '<path d="M212 262 C196 170 230 118 300 120 C350 96 452 128 430 262 C426 236 420 214 404 202 C404 186 380 178 352 186 C320 180 270 178 240 204 C222 218 216 240 212 262 Z"/>',
    brows: '#2e2c30',
    cloth: ['#22304a', '#141d2f'],
    collar: `${lapels('#e9eef7', '#141d2f')}<path d="M306 512 h28 l10 26 l-24 122 l-24 -122 Z" fill="#c2873a"/>`,
    extras: `<path d="M276 344 q44 -22 88 0 q-10 8 -44 6 q-34 2 -44 -6 Z" fill="#4a4a50"/>${smile('#8a3b33', 26)}`,
  }),
};
