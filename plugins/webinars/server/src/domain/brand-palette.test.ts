import { brandPalette, contrast, DARK_GROUND, DEFAULT_BRAND_COLOR } from './brand-palette';

it.each(['#2A4BD7', '#ffdd00', '#000000', '#ffffff', '#7f7f7f', '#00c2a8'])(
  'keeps every text readable for the brand colour %s',
  (color) => {
    const { fill, onFill, accent, accentDark } = brandPalette(color);
    expect(fill).toBe(color);
    expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accentDark, DARK_GROUND)).toBeGreaterThanOrEqual(4.5);
  }
);

it.each([null, '', 'red', '#fff', '"><script>'])('takes its own colour instead of %p', (color) => {
  expect(brandPalette(color).fill).toBe(DEFAULT_BRAND_COLOR);
});
