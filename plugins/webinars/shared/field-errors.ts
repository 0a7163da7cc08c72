import type { z } from 'zod';
import type { Locale } from './locales';

/** One thing wrong with one field, as it stands in `error.details.errors`. */
export type FieldError = { path: (string | number)[]; message: string; code: string };

type Sentence = Record<Locale, string>;

const SENTENCES = {
  required: { en: 'Please fill in this field.', de: 'Bitte füllen Sie dieses Feld aus.' },
  invalid_type: { en: 'This value has the wrong type.', de: 'Dieser Wert hat den falschen Typ.' },
  invalid_value: {
    en: 'Please choose one of the allowed values.',
    de: 'Bitte wählen Sie einen der erlaubten Werte.',
  },
  too_small: {
    en: 'This needs at least {minimum} characters.',
    de: 'Hier sind mindestens {minimum} Zeichen nötig.',
  },
  too_big: {
    en: 'This may have at most {maximum} characters.',
    de: 'Hier sind höchstens {maximum} Zeichen erlaubt.',
  },
  number_too_small: {
    en: 'This must be {minimum} or more.',
    de: 'Dieser Wert muss mindestens {minimum} sein.',
  },
  number_too_big: {
    en: 'This must be {maximum} or less.',
    de: 'Dieser Wert darf höchstens {maximum} sein.',
  },
  too_many: {
    en: 'At most {maximum} entries are allowed here.',
    de: 'Hier sind höchstens {maximum} Einträge erlaubt.',
  },
  unknown_field: { en: 'This field is not known.', de: 'Dieses Feld ist nicht bekannt.' },
  consent_required: {
    en: 'Your consent is needed to register.',
    de: 'Für die Anmeldung ist Ihre Zustimmung nötig.',
  },
  email_invalid: {
    en: 'Please enter a valid e-mail address.',
    de: 'Bitte geben Sie eine gültige E-Mail-Adresse ein.',
  },
  url_invalid: {
    en: 'Please enter a web address that begins with http:// or https://.',
    de: 'Bitte geben Sie eine Webadresse ein, die mit http:// oder https:// beginnt.',
  },
  timezone_invalid: {
    en: 'This is not a known time zone, for example Europe/Berlin.',
    de: 'Diese Zeitzone ist nicht bekannt, zum Beispiel Europe/Berlin.',
  },
  date_invalid: {
    en: 'Please enter a date as in 2026-12-31 or 2026-12-31T16:00:00Z.',
    de: 'Bitte geben Sie ein Datum wie 2026-12-31 oder 2026-12-31T16:00:00Z ein.',
  },
  characters_invalid: {
    en: 'This contains characters that cannot be used here.',
    de: 'Hier sind Zeichen enthalten, die nicht verwendet werden können.',
  },
  link_not_allowed: {
    en: 'A name cannot contain a web address.',
    de: 'Ein Name darf keine Webadresse enthalten.',
  },
  idempotency_key_invalid: {
    en: 'An Idempotency-Key has 1 to 255 visible ASCII characters.',
    de: 'Ein Idempotency-Key hat 1 bis 255 sichtbare ASCII-Zeichen.',
  },
  variable_unknown: {
    en: 'There is no variable called {part}.',
    de: 'Eine Variable namens {part} gibt es nicht.',
  },
  placeholder_not_allowed: {
    en: '{part} cannot be used here.',
    de: '{part} kann hier nicht verwendet werden.',
  },
  placeholder_broken: {
    en: 'A placeholder is not complete: {part}',
    de: 'Ein Platzhalter ist unvollständig: {part}',
  },
  empty_when_filled_in: {
    en: 'Once it is filled in, this may be empty for some recipients.',
    de: 'Bei manchen Empfängern bleibt davon womöglich nichts übrig.',
  },
  invalid: { en: 'This value is not valid.', de: 'Dieser Wert ist ungültig.' },
} satisfies Record<string, Sentence>;

type FieldErrorCode = keyof typeof SENTENCES;

/** All fields at once, in the caller's language, with a stable code each. */
export const describeIssues = (
  issues: readonly z.core.$ZodIssue[],
  locale: Locale
): FieldError[] => {
  const errors = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => fieldError([...issue.path, key], 'unknown_field', locale));
    }
    return [fieldError(issue.path, codeOf(issue), locale, boundsOf(issue))];
  });
  return firstOfEachField(errors);
};

/** A form has room for one sentence beside a field: the first check that failed says it. */
const firstOfEachField = (errors: readonly FieldError[]): FieldError[] => {
  const byField = new Map<string, FieldError>();
  for (const error of errors) {
    const field = JSON.stringify(error.path);
    if (!byField.has(field)) byField.set(field, error);
  }
  return [...byField.values()];
};

const fieldError = (
  path: readonly PropertyKey[],
  code: FieldErrorCode,
  locale: Locale,
  values: Record<string, unknown> = {}
): FieldError => ({
  path: path.map((part) => (typeof part === 'number' ? part : String(part))),
  code,
  message: SENTENCES[code][locale].replace(/\{(\w+)\}/g, (_all, name) => String(values[name])),
});

const codeOf = (issue: z.core.$ZodIssue): FieldErrorCode => {
  if (isFieldErrorCode(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'invalid_type';
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'invalid_value';
    case 'too_small':
      if (issue.origin === 'number') return 'number_too_small';
      return isBlank(issue.input) ? 'required' : 'too_small';
    case 'too_big':
      if (issue.origin === 'number') return 'number_too_big';
      return issue.origin === 'array' ? 'too_many' : 'too_big';
    default:
      return 'invalid';
  }
};

const isBlank = (input: unknown) => typeof input === 'string' && input.trim() === '';

const isFieldErrorCode = (text: string): text is FieldErrorCode => Object.hasOwn(SENTENCES, text);

const boundsOf = (issue: z.core.$ZodIssue): Record<string, unknown> => ({
  ...('minimum' in issue && { minimum: issue.minimum }),
  ...('maximum' in issue && { maximum: issue.maximum }),
  ...(issue.code === 'custom' && issue.params),
});
