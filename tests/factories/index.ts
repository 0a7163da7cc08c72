export { aRegistrationBody, type RegistrationInput } from './registration';
export {
  aSession,
  aSpeaker,
  aTopic,
  inDays,
  inHours,
  programSettings,
  type Document,
} from './content';
