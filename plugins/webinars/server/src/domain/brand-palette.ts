/** The colours that follow from the brand's colour, all as `#rrggbb`. */
export type BrandPalette = {
  /** Areas and buttons, and what can be read on them. */
  fill: string;
  onFill: string;
  /** Links and small print in the brand's colour on the light and on the dark ground. */
  accent: string;
  accentDark: string;
};

export const DEFAULT_BRAND_COLOR = '#2b50c8';

/** The grounds of our mails and pages. */
const LIGHT_GROUND = '#ffffff';
export const DARK_GROUND = '#191e26';

/** WCAG 2.2, 1.4.3. */
const ENOUGH = 4.5;

/** Any brand colour stays readable: text on it is black or white, and links are shaded until they have contrast. */
export const brandPalette = (brandColor: string | null): BrandPalette => {
  const fill = brandColor !== null && HEX.test(brandColor) ? brandColor : DEFAULT_BRAND_COLOR;
  return {
    fill,
    onFill: contrast(fill, '#ffffff') >= ENOUGH ? '#ffffff' : '#10141a',
    accent: shade(fill, '#000000', LIGHT_GROUND),
    accentDark: shade(fill, '#ffffff', DARK_GROUND),
  };
};

const HEX = /^#[0-9a-f]{6}$/i;

/** Mixes `color` with black or white, a twentieth at a time, until it can be read on `ground`. */
const shade = (color: string, towards: string, ground: string): string => {
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = mix(color, towards, part);
    if (contrast(mixed, ground) >= ENOUGH) return mixed;
  }
  return towards;
};

/** WCAG 2.2: relative luminances, from 1 (same) to 21. */
export const contrast = (a: string, b: string): number => {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
};

const luminance = (color: string): number => {
  const [red, green, blue] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const mix = (color: string, other: string, part: number): string => {
  const others = channels(other);
  const mixed = channels(color).map((channel, index) =>
    Math.round(channel + ((others[index] ?? 0) - channel) * part)
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};

const channels = (color: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
