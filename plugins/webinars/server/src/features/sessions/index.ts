/** The slice's only door: a session's texts, times and states. */
export { loadSessionText, type SessionText } from './session-texts';
