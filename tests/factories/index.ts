export { aRegistrationBody, type RegistrationInput } from './registration';
export {
  aSession,
  aSpeaker,
  aTopic,
  documentsOf,
  inDays,
  inHours,
  programSettings,
  type Document,
} from './content';
