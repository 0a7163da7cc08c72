/** The slice's only door: when whom a session's schedule tells what. */
export { remindersOf } from './service';
