/** What the measures of the programme ask for. */
export const PAGE_SIZE = 12;

const LIST = `/api/webinars/sessions?pageSize=${PAGE_SIZE}`;

/** Whether a session runs at this moment is a question that Strapi's filters cannot ask. */
export const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

export const PLAIN_LIST = `${LIST}&from=${TOMORROW}`;

/** Three filters beside the time. */
export const FILTERS = {
  language: 'en',
  sessionType: 'single-speaker',
  difficulty: 'beginner',
};
export const FILTERED_LIST = `${PLAIN_LIST}&${new URLSearchParams(FILTERS)}`;

/** A word that most sessions have in common, and one that as many have in a programme of any size. */
export const COMMON_WORD = 'first';
export const RARE_WORD = 'zeppelin';

export const searchFor = (word) => `${LIST}&search=${word}`;
