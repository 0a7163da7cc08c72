export { aRegistrationBody, type RegistrationInput } from './registration';
export { aSession, aSpeaker, aTopic, inDays, inHours, type Document } from './content';
