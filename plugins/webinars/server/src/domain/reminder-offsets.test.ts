import { readOffsets } from './reminder-offsets';

describe('a list of offsets', () => {
  it('is read longest first, whether it is stored as JSON or sent as a list', () => {
    expect(readOffsets([120, 10_080, 2_880])).toEqual([10_080, 2_880, 120]);
    expect(readOffsets('[120, 10080]')).toEqual([10_080, 120]);
    expect(readOffsets('"[120, 10080]"')).toEqual([10_080, 120]);
  });

  it('may be empty: then nobody is told', () => {
    expect(readOffsets([])).toEqual([]);
  });

  it.each([
    ['no list', 120],
    ['no list in JSON', '{"minutes":120}'],
    ['no JSON', '120, 60'],
    ['nothing', null],
    ['an offset that is no number', ['120']],
    ['half a minute', [120.5]],
    ['too short an offset', [4]],
    ['too long an offset', [129_601]],
    ['the same offset twice', [120, 120]],
    ['more than ten', Array.from({ length: 11 }, (_, index) => 60 + index)],
  ])('is refused: %s', (_what, value) => {
    expect(readOffsets(value)).toBeNull();
  });

  it('takes the shortest and the longest', () => {
    expect(readOffsets([5, 129_600])).toEqual([129_600, 5]);
  });
});
