import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next as NextStep } from 'koa';
import { PUBLIC_ERRORS } from '../../shared/errors';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../shared/locales';
import { DomainError } from './domain/errors';
import { isWriteConflict } from './platform/write-conflict';
import {
  editorLanguage,
  onDocumentWrite,
  type DocumentMiddleware,
} from './platform/document-middleware';

export const EDITOR_REFUSALS = {
  slug_reserved: {
    en: 'This slug is used by the system itself. Please choose another.',
    de: 'Dieser Slug wird vom System selbst verwendet. Bitte wählen Sie einen anderen.',
  },
  timezone_unknown: {
    en: 'This time zone is not known. Please use a name such as Europe/Berlin.',
    de: 'Diese Zeitzone ist nicht bekannt. Bitte verwenden Sie einen Namen wie Europe/Berlin.',
  },
  datetime_out_of_range: {
    en: 'The year of the start must lie between 1970 and 9998.',
    de: 'Das Jahr des Beginns muss zwischen 1970 und 9998 liegen.',
  },
  session_topic_missing: {
    en: 'A session needs a topic.',
    de: 'Ein Termin braucht ein Thema.',
  },
  session_state_first: {
    en: 'A new session is a draft or published.',
    de: 'Ein neuer Termin ist ein Entwurf oder veröffentlicht.',
  },
  session_move_illegal: {
    en: 'A session cannot go from its present state to that one.',
    de: 'Ein Termin kann aus seinem jetzigen Zustand nicht in diesen wechseln.',
  },
  session_has_registrations: PUBLIC_ERRORS.session_has_registrations.message,
  registration_holds_seat: {
    en: 'This registration holds a seat or a place on the waitlist: cancel it before you delete it.',
    de: 'Diese Anmeldung belegt einen Platz oder einen Wartelistenplatz: Sagen Sie sie ab, bevor Sie sie löschen.',
  },
  registration_field_locked: {
    en: 'Session, e-mail address and state of a registration cannot be changed here: cancel it and register anew.',
    de: 'Termin, E-Mail-Adresse und Status einer Anmeldung lassen sich hier nicht ändern: Sagen Sie sie ab und melden Sie neu an.',
  },
  registration_not_copied: {
    en: 'A registration cannot be duplicated.',
    de: 'Eine Anmeldung lässt sich nicht duplizieren.',
  },
  registration_session_missing: {
    en: 'A registration needs a session.',
    de: 'Eine Anmeldung braucht einen Termin.',
  },
  registration_invalid: {
    en: 'These fields are missing or not valid: {fields}.',
    de: 'Diese Felder fehlen oder sind ungültig: {fields}.',
  },
  default_locale_first: {
    en: 'Please create the English version first.',
    de: 'Bitte legen Sie zuerst die englische Fassung an.',
  },
  default_locale_last: {
    en: 'Other languages fall back to the English version: delete them first, or the entry in all languages.',
    de: 'Andere Sprachen greifen auf die englische Fassung zurück: Löschen Sie zuerst diese, oder den Eintrag in allen Sprachen.',
  },
  topic_archived: {
    en: 'This topic is archived: no new session can be planned with it.',
    de: 'Dieses Thema ist archiviert: Es lässt sich kein neuer Termin damit planen.',
  },
  in_use_by_sessions: {
    en: 'Sessions still use this: it cannot be deleted. Archive or deactivate it instead.',
    de: 'Termine verwenden dies noch: Es kann nicht gelöscht werden. Archivieren oder deaktivieren Sie es stattdessen.',
  },
  language_needed: {
    en: 'The webinars are kept in English and German: neither of these languages can be deleted.',
    de: 'Die Webinare werden auf Englisch und Deutsch geführt: Keine dieser Sprachen lässt sich löschen.',
  },
  default_language_fixed: {
    en: 'English stays the default language: every text that is missing in another one falls back to it.',
    de: 'Englisch bleibt die Standardsprache: Jeder Text, der in einer anderen fehlt, greift darauf zurück.',
  },
  no_drafts: {
    en: 'There are no drafts here: what is saved is in force.',
    de: 'Hier gibt es keine Entwürfe: Was gespeichert ist, gilt.',
  },
  schedule_invalid: {
    en: '“{field}” must be a list of at most 10 different whole numbers of minutes between 5 and 129600, such as [10080, 2880, 120].',
    de: '„{field}“ muss eine Liste von höchstens 10 verschiedenen ganzen Minutenzahlen zwischen 5 und 129600 sein, etwa [10080, 2880, 120].',
  },
  template_variable_unknown: {
    en: '“{field}” names “{part}”, which this mail does not know. It knows: {known}.',
    de: '„{field}“ nennt „{part}“, das diese E-Mail nicht kennt. Sie kennt: {known}.',
  },
  template_word_not_allowed: {
    en: '“{field}” uses “{part}”, which mails must not use.',
    de: '„{field}“ verwendet „{part}“, das in E-Mails nicht erlaubt ist.',
  },
  template_broken: {
    en: '“{field}” cannot be read: look at “{part}”. Braces come in pairs, such as {{ session.title }}.',
    de: '„{field}“ lässt sich nicht lesen: Sehen Sie bei „{part}“ nach. Klammern stehen paarweise, etwa {{ session.title }}.',
  },
  template_too_long: {
    en: 'These words are too long: mail programs would hide the end of the mail, the way out of it among that. Please begin with “{field}”.',
    de: 'Diese Texte sind zu lang: E-Mail-Programme würden das Ende der E-Mail verbergen, auch den Weg, sie abzubestellen. Kürzen Sie bitte zuerst „{field}“.',
  },
  value_unusable: {
    en: 'This holds something that cannot be stored: {field}.',
    de: 'Hier steht etwas, das sich nicht speichern lässt: {field}.',
  },
} satisfies Record<string, Record<Locale, string>>;

export type EditorRefusalCode = keyof typeof EDITOR_REFUSALS;

/** A write of an editor that is refused. Reaches the Content Manager as a sentence in the editor's language. */
export class EditorRefusal extends Error {
  constructor(
    readonly code: EditorRefusalCode,
    readonly values: Readonly<Record<string, string>> = {}
  ) {
    super(code);
  }
}

/** Registers a middleware on a content type and puts its refusals into words. */
export const onEditorWrite = (
  strapi: Core.Strapi,
  uid: string,
  middleware: DocumentMiddleware,
  sentenceOfConstraint: (error: unknown, locale: Locale) => { code: string; message: string } | null
): void =>
  onDocumentWrite(strapi, uid, async (write, next) => {
    try {
      return await middleware(write, next);
    } catch (error) {
      const locale = localeOf(strapi);
      throw inWords(error, locale) ?? wordsOf(sentenceOfConstraint(error, locale)) ?? error;
    }
  });

/** A middleware for a route of the admin that is Strapi's own: `check` throws the refusal. */
export const refusingMiddleware =
  (check: (strapi: Core.Strapi, ctx: Context) => void | Promise<void>) =>
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: NextStep): Promise<void> => {
    try {
      await check(strapi, ctx);
    } catch (error) {
      throw inWords(error, localeOf(strapi)) ?? error;
    }
    await next();
  };

const localeOf = (strapi: Core.Strapi): Locale =>
  LOCALES.find((known) => known === editorLanguage(strapi)) ?? DEFAULT_LOCALE;

const inWords = (error: unknown, locale: Locale) => {
  if (error instanceof EditorRefusal) {
    const message = EDITOR_REFUSALS[error.code][locale].replace(
      /\{(\w+)\}/g,
      (_all, name) => error.values[name] ?? ''
    );
    return new errors.ApplicationError(message, { code: error.code });
  }
  const code = isWriteConflict(error) ? 'session_moved_on' : codeOf(error);
  if (code === null) return null;
  return new errors.ApplicationError(PUBLIC_ERRORS[code].message[locale], { code });
};

const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : null);

const wordsOf = (violation: { code: string; message: string } | null) =>
  violation === null
    ? null
    : new errors.ApplicationError(violation.message, { code: violation.code });
