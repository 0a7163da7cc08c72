/** Of a registration's row. Somebody said that they were there, or they went in themselves and nobody said otherwise. */
export const WAS_THERE = `(state = 'attended' OR (state = 'confirmed' AND joined_at IS NOT NULL))`;

/** All others who had a seat. */
export const WAS_MISSED = `(state = 'no_show' OR (state = 'confirmed' AND joined_at IS NULL))`;
