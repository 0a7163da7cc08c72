/** Whether there is anything in a text that a reader sees: some letters of Unicode are blanks. */
export const isVisible = (text: string): boolean =>
  text.replace(/[\p{Cf}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/gu, '') !== '';
