import type { components, operations } from './generated/api.js';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type SessionCard = Schemas['SessionCard'];
export type UpcomingSession = Schemas['UpcomingSession'];
export type Availability = Schemas['Availability'];
export type Topic = Schemas['Topic'];
export type Speaker = Schemas['Speaker'];
export type Registration = Schemas['Registration'];
export type RegistrationBody = Schemas['RegistrationBody'];
export type RegistrationChanges = Schemas['RegistrationChanges'];
export type RegistrationReceipt = Schemas['RegistrationReceipt'];
export type Draft = Schemas['Draft'];
export type DraftBody = Schemas['DraftBody'];
export type DraftChanges = Schemas['DraftChanges'];
export type DraftReceipt = Schemas['DraftReceipt'];
export type DraftSubmission = Schemas['DraftSubmission'];
export type Pagination = Schemas['Pagination'];
export type FieldError = NonNullable<Schemas['Error']['error']['details']['errors']>[number];

export type Locale = NonNullable<Query<'showSession'>['locale']>;

/** The query of an operation, by the name that the document gives it. */
export type Query<Name extends keyof operations> = NonNullable<
  operations[Name] extends { parameters: { query?: infer Parameters } } ? Parameters : never
>;

/** Every code with which the server refuses. */
export type RefusalCode = CodeOf<
  { [Name in keyof operations]: JsonOf<operations[Name]['responses']> }[keyof operations]
>;

type JsonOf<Responses> = {
  [Status in keyof Responses]: Responses[Status] extends {
    content: { 'application/json': infer Body };
  }
    ? Body
    : never;
}[keyof Responses];

type CodeOf<Body> = Body extends { error: { details: { code: infer Code extends string } } }
  ? Code
  : never;
