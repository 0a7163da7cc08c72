// Made of the OpenAPI document by `npm run generate:client`.

export interface paths {
    "/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A calendar to subscribe to, with the filters of the list; what was called off stays in it as cancelled */
        get: operations["showCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page, to be read and tried out by people */
        get: operations["showDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/viewer.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The style of that page */
        get: operations["showDocsStyle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/viewer.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The program of that page */
        get: operations["showDocsScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps an unfinished registration, for one session or several, for four hours */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has been filled in so far */
        get: operations["showDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Fills in more; only what is present is looked at and changed */
        patch: operations["changeDraft"];
        trace?: never;
    };
    "/drafts/{token}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers for every session of the draft; once more, it answers the same and tries what was refused */
        post: operations["submitDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to come, as a JSON Feed 1.1 */
        get: operations["showJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feed.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to come, as RSS 2.0 */
        get: operations["showRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody who was there has said about it so far */
        get: operations["showFeedback"];
        put?: never;
        /** Says how it was, or thinks better of it, until thirty days after the end */
        post: operations["giveFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How database, jobs and mail are; 503 when no registration could be taken */
        get: operations["showHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/join/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The way in: leads to the meeting while the doors are open, and remembers that somebody came; a browser gets a page that goes there by itself */
        get: operations["join"];
        put?: never;
        /** The form of that page */
        post: operations["submitJoinPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus, for whoever has the token of the metrics as a bearer */
        get: operations["showMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["showOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/r/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plain page to see and cancel a registration, where mails lead while there is no front end */
        get: operations["showRegistrationPage"];
        put?: never;
        /** The form of that page */
        post: operations["submitRegistrationPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/r/{token}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What that page asks about the calendar of the person */
        post: operations["submitFeedForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What attendees may see of their registration */
        get: operations["showRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes details, preferences and consents; a consent that is withdrawn stays on record */
        patch: operations["changeRegistration"];
        trace?: never;
    };
    "/registrations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the seat that is offered */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/{token}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attendee's own invitation (METHOD:REQUEST), or its cancellation (METHOD:CANCEL) */
        get: operations["showOwnCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/{token}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels; the freed seat is offered to the first in line */
        post: operations["cancelRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/{token}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets the seat that is offered go to the next in line, and ends the registration */
        post: operations["declineOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/{token}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails that address to the person, or replaces it and mails the new one; the answer is always the same */
        post: operations["requestPersonalFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/feed/{feed}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A calendar to subscribe to with everything that one person is registered for; only mails to that person carry its address */
        get: operations["showPersonalFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions that are published, live or over, a page of cards */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that a landing page needs */
        get: operations["showSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Seats as they are at this moment; never cached */
        get: operations["showAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The session as an event for a calendar (METHOD:PUBLISH) */
        get: operations["showCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers somebody: confirmed, on the waitlist, or waiting for approval or payment */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can be filtered by, with counts for the same filters */
        get: operations["listFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next sessions to begin, with no more than a footer needs */
        get: operations["listUpcomingSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pages of sessions on the public front end, in every language */
        get: operations["showSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory: active speakers by name */
        get: operations["listSpeakers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/speakers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One active speaker */
        get: operations["showSpeaker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The library: active topics by title */
        get: operations["listTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One topic, archived ones included */
        get: operations["showTopic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Counts what a visitor did, without knowing who it was; as JSON, also when it is sent as text */
        post: operations["track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page to choose which mails one gets; looking at it changes nothing */
        get: operations["showPreferences"];
        put?: never;
        /** The form of that page, and the single click of a mail program (RFC 8058) */
        post: operations["changePreferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AgendaItem: {
            description: string | null;
            minutes: number | null;
            title: string;
        };
        Availability: {
            /** @description null: unlimited. */
            capacity: number | null;
            /** @enum {string} */
            registrationState: "open" | "waitlist" | "approval" | "not_open" | "closed" | "full" | "cancelled" | "ended";
            /** @description What a newcomer could take. null: unlimited. */
            seatsLeft: number | null;
            waitlistCount: number;
        };
        CalendarLinks: {
            /** Format: uri */
            google: string;
            /**
             * Format: uri
             * @description For every other calendar: a file on this server.
             */
            ics: string;
            /** Format: uri */
            office365: string;
            /** Format: uri */
            outlook: string;
            /** Format: uri */
            yahoo: string;
        };
        Draft: {
            accessibilityNeeds?: unknown;
            company?: string;
            /** @default false */
            consultantFollowUpConsent?: boolean;
            /** @default false */
            consultationInterest?: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @default [] */
            currentChallenges?: string[];
            /** @default false */
            dataProcessingConsent?: boolean;
            email?: string;
            /** @default [] */
            expertiseInterest?: string[];
            /** Format: date-time */
            expiresAt: string;
            firstName?: string;
            followUpPreferences?: unknown;
            industryVertical?: unknown;
            interestedServices?: {
                /** @default false */
                oneOnOneConsultation: boolean;
                /** @default false */
                ongoingMentorship: boolean;
                /** @default false */
                whitepaperDownloads: boolean;
                /** @default false */
                workshopSeries: boolean;
            };
            /** @enum {string} */
            language?: "en" | "de";
            lastName?: string;
            learningObjectives?: unknown;
            /** @default false */
            marketingConsent?: boolean;
            phone?: unknown;
            position?: unknown;
            privacyConsent?: boolean;
            referralCode?: unknown;
            registrationSource?: unknown;
            /** @description documentIds. */
            sessions: string[];
            specialRequirements?: unknown;
            specificQuestions?: unknown;
            /** @enum {string} */
            status: "open" | "submitted";
            termsAccepted?: boolean;
            timezone?: unknown;
            utm?: unknown;
            /**
             * Format: date-time
             * @description When to tell the visitor that the draft expires soon.
             */
            warnAt: string;
            website?: unknown;
        };
        DraftBody: {
            accessibilityNeeds?: string | null;
            company?: string;
            /** @default false */
            consultantFollowUpConsent?: boolean;
            /** @default false */
            consultationInterest?: boolean;
            /** @default [] */
            currentChallenges?: string[];
            /** @default false */
            dataProcessingConsent?: boolean;
            email?: string;
            /** @default [] */
            expertiseInterest?: string[];
            firstName?: string;
            followUpPreferences?: ("email" | "consultation" | "resources" | "none") | null;
            industryVertical?: string | null;
            /** @default {} */
            interestedServices?: {
                /** @default false */
                oneOnOneConsultation?: boolean;
                /** @default false */
                ongoingMentorship?: boolean;
                /** @default false */
                whitepaperDownloads?: boolean;
                /** @default false */
                workshopSeries?: boolean;
            };
            /** @enum {string} */
            language?: "en" | "de";
            lastName?: string;
            learningObjectives?: string | null;
            /** @default false */
            marketingConsent?: boolean;
            phone?: string | null;
            position?: string | null;
            /** @description The token of an earlier registration, whose details are copied. */
            prefillToken?: string;
            privacyConsent?: boolean;
            referralCode?: string | null;
            registrationSource?: string | null;
            /** @description documentIds or slugs. */
            sessions: string[];
            specialRequirements?: string | null;
            specificQuestions?: string | null;
            termsAccepted?: boolean;
            timezone?: string | null;
            utm?: {
                campaign?: string | null;
                content?: string | null;
                medium?: string | null;
                source?: string | null;
                term?: string | null;
            } | null;
            website?: string | null;
        };
        DraftChanges: {
            accessibilityNeeds?: string | null;
            company?: string;
            /** @default false */
            consultantFollowUpConsent?: boolean;
            /** @default false */
            consultationInterest?: boolean;
            /** @default [] */
            currentChallenges?: string[];
            /** @default false */
            dataProcessingConsent?: boolean;
            email?: string;
            /** @default [] */
            expertiseInterest?: string[];
            firstName?: string;
            followUpPreferences?: ("email" | "consultation" | "resources" | "none") | null;
            industryVertical?: string | null;
            /** @default {} */
            interestedServices?: {
                /** @default false */
                oneOnOneConsultation?: boolean;
                /** @default false */
                ongoingMentorship?: boolean;
                /** @default false */
                whitepaperDownloads?: boolean;
                /** @default false */
                workshopSeries?: boolean;
            };
            /** @enum {string} */
            language?: "en" | "de";
            lastName?: string;
            learningObjectives?: string | null;
            /** @default false */
            marketingConsent?: boolean;
            phone?: string | null;
            position?: string | null;
            privacyConsent?: boolean;
            referralCode?: string | null;
            registrationSource?: string | null;
            /** @description documentIds or slugs. */
            sessions?: string[];
            specialRequirements?: string | null;
            specificQuestions?: string | null;
            termsAccepted?: boolean;
            timezone?: string | null;
            utm?: {
                campaign?: string | null;
                content?: string | null;
                medium?: string | null;
                source?: string | null;
                term?: string | null;
            } | null;
            website?: string | null;
        };
        DraftReceipt: {
            accessibilityNeeds?: unknown;
            company?: string;
            /** @default false */
            consultantFollowUpConsent?: boolean;
            /** @default false */
            consultationInterest?: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @default [] */
            currentChallenges?: string[];
            /** @default false */
            dataProcessingConsent?: boolean;
            email?: string;
            /** @default [] */
            expertiseInterest?: string[];
            /** Format: date-time */
            expiresAt: string;
            firstName?: string;
            followUpPreferences?: unknown;
            industryVertical?: unknown;
            interestedServices?: {
                /** @default false */
                oneOnOneConsultation: boolean;
                /** @default false */
                ongoingMentorship: boolean;
                /** @default false */
                whitepaperDownloads: boolean;
                /** @default false */
                workshopSeries: boolean;
            };
            /** @enum {string} */
            language?: "en" | "de";
            lastName?: string;
            learningObjectives?: unknown;
            /** @default false */
            marketingConsent?: boolean;
            phone?: unknown;
            position?: unknown;
            privacyConsent?: boolean;
            referralCode?: unknown;
            registrationSource?: unknown;
            /** @description documentIds. */
            sessions: string[];
            specialRequirements?: unknown;
            specificQuestions?: unknown;
            /** @enum {string} */
            status: "open" | "submitted";
            termsAccepted?: boolean;
            timezone?: unknown;
            token: string;
            utm?: unknown;
            /**
             * Format: date-time
             * @description When to tell the visitor that the draft expires soon.
             */
            warnAt: string;
            website?: unknown;
        };
        DraftSubmission: {
            /** Format: date-time */
            expiresAt: string;
            /** @description One for each session, in the order of the draft. */
            results: {
                /** @description Why there is no registration. */
                code?: string;
                /** Format: date-time */
                holdExpiresAt?: string;
                message?: string;
                nextStep?: ("checkout" | "accept") | null;
                /** @description For people, as in WEB-7K3F-9QXD. */
                reference?: string;
                /** @description documentId. */
                session: string;
                /** @enum {string} */
                status?: "awaiting_approval" | "awaiting_payment" | "waitlisted" | "offered" | "confirmed" | "attended" | "no_show" | "cancelled" | "rejected" | "expired";
                token?: string;
                waitlistPosition?: number;
            }[];
        };
        Error: {
            data: null;
            error: {
                details: {
                    /** @description For programs. Never changes its meaning. */
                    code: string;
                    /** @description All fields that are wrong, of a `validation_failed`. */
                    errors?: {
                        code: string;
                        message: string;
                        path: (string | number)[];
                    }[];
                    /**
                     * @description The present state, of an `invalid_move`.
                     * @enum {string}
                     */
                    from?: "awaiting_approval" | "awaiting_payment" | "waitlisted" | "offered" | "confirmed" | "attended" | "no_show" | "cancelled" | "rejected" | "expired";
                    /**
                     * Format: date-time
                     * @description From when on it is possible, of a `…_not_open`.
                     */
                    opensAt?: string;
                    /**
                     * @description The state that was asked for, of an `invalid_move`.
                     * @enum {string}
                     */
                    to?: "awaiting_approval" | "awaiting_payment" | "waitlisted" | "offered" | "confirmed" | "attended" | "no_show" | "cancelled" | "rejected" | "expired";
                };
                /** @description A sentence for people, in the language asked for. */
                message: string;
                name: string;
                status: number;
            };
        };
        /** @description For each filter, what can be chosen while all other filters stay as they are. */
        Facets: {
            availableForConsultation: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            category: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            certifications: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            consultantType: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            difficulty: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            experienceLevel: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            expertise: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            hasFollowUpConsultation: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            industry: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            language: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            panelSize: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            price: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            series: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            sessionType: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
            speaker: {
                /** @description The total of the list with this value. */
                count: number;
                /** @description What people call it, where it has a name. */
                name?: string;
                /** @description What the filter takes. */
                value: string;
            }[];
        };
        Feedback: {
            /** Format: date-time */
            closesAt: string;
            comment: string | null;
            rating: number | null;
            session: {
                /** Format: date-time */
                datetime: string;
                documentId: string;
                /** Format: date-time */
                endsAt: string;
                /** @enum {string} */
                locale: "en" | "de";
                slug: string;
                timezone: string;
                title: string;
            };
        };
        FeedbackBody: {
            comment?: string | null;
            /** @description 1: not at all, 5: very much. */
            rating: number;
        };
        FeedRequest: {
            /**
             * @description `send`: mails the address of the calendar. `renew`: replaces it first, so that the one before leads nowhere.
             * @enum {string}
             */
            action: "send" | "renew";
        };
        Health: {
            database: {
                /** @enum {string} */
                status: "up" | "down";
            };
            jobs: {
                dead: number | null;
                running: number | null;
                /**
                 * @description degraded: some gave up.
                 * @enum {string}
                 */
                status: "up" | "degraded" | "down";
                waiting: number | null;
            };
            mail: {
                /**
                 * @description What the latest attempts to send said; unknown: none of late.
                 * @enum {string}
                 */
                status: "up" | "degraded" | "down" | "unknown";
            };
            /** @enum {string} */
            status: "up" | "degraded" | "down";
        };
        HostError: {
            data: null;
            error: {
                details?: {
                    [key: string]: unknown;
                };
                message: string;
                name: string;
                status: number;
            };
        };
        /** @description The times on a clock in `?timezone`, or else in the zone of the session. */
        LocalTime: {
            /** Format: date */
            date: string;
            /** @description The date as it is written in the served language. */
            dateText: string;
            /** Format: date */
            endDate: string;
            endTime: string;
            offset: string;
            time: string;
            timezone: string;
            /** @description What people call the zone at that time, as in CET. */
            zone: string;
        };
        Material: {
            description: string | null;
            title: string;
            url: string;
        };
        /** @description Integer minor units (cents). */
        Money: {
            amount: number;
            /** @enum {string} */
            currency: "EUR" | "USD" | "GBP" | "CHF";
        };
        Named: {
            documentId: string;
            name: string;
            slug: string;
        };
        PageForm: {
            /** @enum {string} */
            action: "cancel" | "accept" | "decline";
        };
        /** @description The session's pages on the public front end. */
        PageUrls: {
            /** @description For `<link rel="alternate" hreflang>`. */
            alternates: {
                /** Format: uri */
                href: string;
                /** @enum {string} */
                hreflang: "en" | "de" | "x-default";
            }[];
            /** Format: uri */
            calendar: string;
            /** Format: uri */
            canonical: string;
            /** Format: uri */
            registration: string;
            /** Format: uri */
            share: string;
        };
        Pagination: {
            page: number;
            pageCount: number;
            pageSize: number;
            total: number;
        };
        Registration: {
            canCancel: boolean;
            canChange: boolean;
            company: string | null;
            details: {
                accessibilityNeeds: string | null;
                consultantFollowUpConsent: boolean;
                consultationInterest: boolean;
                currentChallenges: string[];
                dataProcessingConsent: boolean;
                expertiseInterest: string[];
                followUpPreferences: ("email" | "consultation" | "resources" | "none") | null;
                industryVertical: string | null;
                interestedServices: {
                    [key: string]: boolean;
                };
                learningObjectives: string | null;
                marketingConsent: boolean;
                phone: string | null;
                position: string | null;
                specialRequirements: string | null;
                specificQuestions: string | null;
                website: string | null;
            };
            email: string;
            firstName: string;
            /** Format: date-time */
            holdExpiresAt?: string;
            /** @description The own way into the meeting, for whoever has a seat, until the session is over. */
            joinUrl?: string;
            /** @enum {string} */
            language: "en" | "de";
            lastName: string;
            nextStep: ("checkout" | "accept") | null;
            /** @description For people, as in WEB-7K3F-9QXD. */
            reference: string;
            referral: {
                /** @description For whoever registers on this word: their `referralCode`. */
                code: string;
                /** @description How many others have registered on this word and still take part. */
                registrations: number;
                /** @description The session's page with the code; null while no public front end is configured. */
                shareUrl: string | null;
            };
            /** Format: date-time */
            registeredAt: string;
            session: {
                /** Format: date-time */
                datetime: string;
                documentId: string;
                /** @description Minutes. */
                duration: number;
                /** Format: date-time */
                endsAt: string;
                /** @enum {string} */
                locale: "en" | "de";
                slug: string;
                timezone: string;
                title: string;
            };
            /** @enum {string} */
            status: "awaiting_approval" | "awaiting_payment" | "waitlisted" | "offered" | "confirmed" | "attended" | "no_show" | "cancelled" | "rejected" | "expired";
            timezone: string | null;
            waitlistPosition?: number;
        };
        RegistrationBody: {
            accessibilityNeeds?: string | null;
            company: string;
            /** @default false */
            consultantFollowUpConsent?: boolean;
            /** @default false */
            consultationInterest?: boolean;
            /** @default [] */
            currentChallenges?: string[];
            /** @default false */
            dataProcessingConsent?: boolean;
            email: string;
            /** @default [] */
            expertiseInterest?: string[];
            firstName: string;
            followUpPreferences?: ("email" | "consultation" | "resources" | "none") | null;
            industryVertical?: string | null;
            /** @default {} */
            interestedServices?: {
                /** @default false */
                oneOnOneConsultation?: boolean;
                /** @default false */
                ongoingMentorship?: boolean;
                /** @default false */
                whitepaperDownloads?: boolean;
                /** @default false */
                workshopSeries?: boolean;
            };
            /** @enum {string} */
            language?: "en" | "de";
            lastName: string;
            learningObjectives?: string | null;
            /** @default false */
            marketingConsent?: boolean;
            phone?: string | null;
            position?: string | null;
            /** @constant */
            privacyConsent: true;
            referralCode?: string | null;
            registrationSource?: string | null;
            specialRequirements?: string | null;
            specificQuestions?: string | null;
            /** @constant */
            termsAccepted: true;
            timezone?: string | null;
            utm?: {
                campaign?: string | null;
                content?: string | null;
                medium?: string | null;
                source?: string | null;
                term?: string | null;
            } | null;
            website?: string | null;
        };
        RegistrationChanges: {
            accessibilityNeeds?: string | null;
            company?: string;
            /** @default false */
            consultantFollowUpConsent?: boolean;
            /** @default false */
            consultationInterest?: boolean;
            /** @default [] */
            currentChallenges?: string[];
            /** @default false */
            dataProcessingConsent?: boolean;
            /** @default [] */
            expertiseInterest?: string[];
            firstName?: string;
            followUpPreferences?: ("email" | "consultation" | "resources" | "none") | null;
            industryVertical?: string | null;
            /** @default {} */
            interestedServices?: {
                /** @default false */
                oneOnOneConsultation?: boolean;
                /** @default false */
                ongoingMentorship?: boolean;
                /** @default false */
                whitepaperDownloads?: boolean;
                /** @default false */
                workshopSeries?: boolean;
            };
            /** @enum {string} */
            language?: "en" | "de";
            lastName?: string;
            learningObjectives?: string | null;
            /** @default false */
            marketingConsent?: boolean;
            phone?: string | null;
            position?: string | null;
            /** @constant */
            privacyConsent?: true;
            specialRequirements?: string | null;
            specificQuestions?: string | null;
            /** @constant */
            termsAccepted?: true;
            timezone?: string | null;
            website?: string | null;
        };
        RegistrationReceipt: {
            /** Format: date-time */
            holdExpiresAt?: string;
            nextStep: ("checkout" | "accept") | null;
            /** @description For people, as in WEB-7K3F-9QXD. */
            reference: string;
            /** @enum {string} */
            status: "awaiting_approval" | "awaiting_payment" | "waitlisted" | "offered" | "confirmed" | "attended" | "no_show" | "cancelled" | "rejected" | "expired";
            token: string;
            waitlistPosition?: number;
        };
        RelatedSession: {
            /** @description null: unlimited. */
            capacity: number | null;
            /** @description What a registration costs now. */
            currentPrice: components["schemas"]["Money"];
            /** Format: date-time */
            datetime: string;
            description: string | null;
            documentId: string;
            /** @description Minutes. */
            duration: number;
            earlyBirdEndDate: string | null;
            earlyBirdPrice: components["schemas"]["Money"] | null;
            /** Format: date-time */
            endsAt: string;
            /** @description The spoken language. */
            language: ("en" | "de") | null;
            local: components["schemas"]["LocalTime"];
            /**
             * @description The language that was served.
             * @enum {string}
             */
            locale: "en" | "de";
            moderator: components["schemas"]["SpeakerCard"] | null;
            panelists: components["schemas"]["SpeakerCard"][];
            price: components["schemas"]["Money"];
            /** @description Absolute address. */
            promotionalImageUrl: string | null;
            reasons: ("same_topic" | "same_speaker" | "same_category" | "complementary_expertise" | "trending" | "popular")[];
            registrationCount: number;
            /** @enum {string} */
            registrationState: "open" | "waitlist" | "approval" | "not_open" | "closed" | "full" | "cancelled" | "ended";
            /** @description What a newcomer could take. null: unlimited. */
            seatsLeft: number | null;
            /** @description What the parts of a series have in common, the same in each of them and in every language. null: no series. */
            series: string | null;
            sessionType: ("single-speaker" | "panel-discussion" | "workshop" | "q-and-a") | null;
            slug: string;
            speaker: components["schemas"]["SpeakerCard"] | null;
            /** @enum {string} */
            status: "published" | "live" | "completed" | "cancelled";
            /** @description The zone in which the session was planned. */
            timezone: string;
            title: string;
            topic: components["schemas"]["TopicCard"] | null;
        };
        Seo: {
            description: string;
            keywords: string[];
            /** @description The editor's text for networks (`socialMediaCopy`), or else the description. */
            ogDescription: string;
            ogImage: string | null;
            ogLocale: string;
            ogLocaleAlternate: string[];
            ogSiteName: string | null;
            ogTitle: string;
            /** @constant */
            ogType: "website";
            ogUrl: string | null;
            /** @description JSON-LD of schema.org (EducationEvent). `JSON.stringify` of it may stand in a `<script>` as it is. */
            structuredData: {
                [key: string]: unknown;
            };
            title: string;
            /** @enum {string} */
            twitterCard: "summary" | "summary_large_image";
            twitterCreator: string | null;
        };
        Session: {
            agenda: components["schemas"]["AgendaItem"][];
            allowWaitlist: boolean;
            availability: components["schemas"]["Availability"];
            averageRating: number | null;
            /** @description null once the session is over or cancelled. */
            calendarLinks: components["schemas"]["CalendarLinks"] | null;
            consultantConfiguration: {
                consultantRole: ("presenter" | "facilitator" | "advisor") | null;
                interactionLevel: ("lecture" | "interactive" | "hands-on") | null;
            };
            consultantFocus: {
                primaryExpertise: string | null;
                secondaryTopics: string[];
                targetAudience: string[];
            };
            /** @description What a registration costs now. */
            currentPrice: components["schemas"]["Money"];
            /** Format: date-time */
            datetime: string;
            description: string | null;
            documentId: string;
            /** @description Minutes. */
            duration: number;
            earlyBirdEndDate: string | null;
            earlyBirdPrice: components["schemas"]["Money"] | null;
            /** Format: date-time */
            endsAt: string;
            /** @description The spoken language. */
            language: ("en" | "de") | null;
            local: components["schemas"]["LocalTime"];
            /**
             * @description The language that was served.
             * @enum {string}
             */
            locale: "en" | "de";
            materials: components["schemas"]["Material"][];
            moderator: components["schemas"]["Speaker"] | null;
            panelists: components["schemas"]["Speaker"][];
            price: components["schemas"]["Money"];
            /** @description Absolute address. */
            promotionalImageUrl: string | null;
            /** Format: date-time */
            registrationClosesAt: string;
            registrationCount: number;
            /** @description null: as soon as it is published. */
            registrationOpensAt: string | null;
            registrationsLast7Days: number;
            /** @description Yet to come, at most six, what goes best with it first. */
            related: components["schemas"]["RelatedSession"][];
            requiresApproval: boolean;
            seo: components["schemas"]["Seo"];
            /** @description What the parts of a series have in common, the same in each of them and in every language. null: no series. */
            series: string | null;
            sessionType: ("single-speaker" | "panel-discussion" | "workshop" | "q-and-a") | null;
            /** @description null while no public front end is configured, and for a cancelled session. */
            share: components["schemas"]["Share"] | null;
            slug: string;
            socialMediaCopy: string | null;
            speaker: components["schemas"]["Speaker"] | null;
            /** @enum {string} */
            status: "published" | "live" | "completed" | "cancelled";
            /** @description The zone in which the session was planned. */
            timezone: string;
            title: string;
            topic: components["schemas"]["Topic"] | null;
            /** @description null while no public front end is configured (`SITE_URL`). */
            urls: components["schemas"]["PageUrls"] | null;
            /** @description Different visitors of the last five minutes, as `POST /track` tells of them. */
            viewingNow: number;
        };
        SessionCard: {
            /** @description null: unlimited. */
            capacity: number | null;
            /** @description What a registration costs now. */
            currentPrice: components["schemas"]["Money"];
            /** Format: date-time */
            datetime: string;
            description: string | null;
            documentId: string;
            /** @description Minutes. */
            duration: number;
            earlyBirdEndDate: string | null;
            earlyBirdPrice: components["schemas"]["Money"] | null;
            /** Format: date-time */
            endsAt: string;
            /** @description The spoken language. */
            language: ("en" | "de") | null;
            local: components["schemas"]["LocalTime"];
            /**
             * @description The language that was served.
             * @enum {string}
             */
            locale: "en" | "de";
            moderator: components["schemas"]["SpeakerCard"] | null;
            panelists: components["schemas"]["SpeakerCard"][];
            price: components["schemas"]["Money"];
            /** @description Absolute address. */
            promotionalImageUrl: string | null;
            registrationCount: number;
            /** @enum {string} */
            registrationState: "open" | "waitlist" | "approval" | "not_open" | "closed" | "full" | "cancelled" | "ended";
            /** @description What a newcomer could take. null: unlimited. */
            seatsLeft: number | null;
            /** @description What the parts of a series have in common, the same in each of them and in every language. null: no series. */
            series: string | null;
            sessionType: ("single-speaker" | "panel-discussion" | "workshop" | "q-and-a") | null;
            slug: string;
            speaker: components["schemas"]["SpeakerCard"] | null;
            /** @enum {string} */
            status: "published" | "live" | "completed" | "cancelled";
            /** @description The zone in which the session was planned. */
            timezone: string;
            title: string;
            topic: components["schemas"]["TopicCard"] | null;
        };
        Share: {
            /** @description Without their `#`. */
            hashtags: string[];
            links: {
                /** Format: uri */
                facebook: string;
                /** Format: uri */
                linkedin: string;
                mail: string;
                /** Format: uri */
                whatsapp: string;
                /** Format: uri */
                x: string;
            };
            /** @description What the links say; `text` in them may be replaced. */
            text: string;
            /**
             * Format: uri
             * @description The page, with `?ref` where one was asked for.
             */
            url: string;
        };
        Speaker: {
            availabilityStatus: ("available" | "busy" | "unavailable") | null;
            biography: string | null;
            branding: {
                brandColors: string[];
                /** @description Absolute address. */
                logoUrl: string | null;
            };
            businessSettings: {
                availableForConsultations: boolean;
            };
            company: string | null;
            consultantType: ("internal" | "external" | "partner") | null;
            credentials: {
                certifications: string[];
                education: string[];
                publications: string[];
                /** @description Years. */
                speakingExperience: number | null;
            };
            documentId: string;
            /** @description Only of speakers who publish it. */
            email: string | null;
            expertise: string[];
            firstName: string;
            industries: components["schemas"]["Named"][];
            isInternal: boolean;
            lastName: string;
            linkedinData: {
                connections: number | null;
                headline: string | null;
                recommendations: number | null;
            };
            linkedinUrl: string | null;
            /**
             * @description The language that was served.
             * @enum {string}
             */
            locale: "en" | "de";
            nextAvailableDate: string | null;
            performance: {
                attendeeCount: number | null;
                averageRating: number | null;
                engagementRate: number | null;
                totalWebinars: number | null;
            };
            /** @description Absolute address. */
            photoUrl: string | null;
            position: string | null;
            slug: string;
            socialHandles: {
                [key: string]: string | null;
            };
            title: string | null;
            websiteUrl: string | null;
        };
        SpeakerCard: {
            /** @description How many have seen this person so far. */
            attendeeCount?: number;
            averageRating?: number;
            company: string | null;
            consultantType: ("internal" | "external" | "partner") | null;
            documentId: string;
            expertise: string[];
            firstName: string;
            /**
             * @description Offers consultations.
             * @constant
             */
            hasFollowUpConsultation?: true;
            isInternal: boolean;
            lastName: string;
            linkedinUrl: string | null;
            /**
             * @description The language that was served.
             * @enum {string}
             */
            locale: "en" | "de";
            /** @description Absolute address. */
            photoUrl: string | null;
            position: string | null;
            slug: string;
            title: string | null;
        };
        Topic: {
            agenda: components["schemas"]["AgendaItem"][];
            category: components["schemas"]["Named"] | null;
            defaultCapacity: number | null;
            defaultDuration: number | null;
            defaultPrice: components["schemas"]["Money"];
            description: string | null;
            difficultyLevel: ("beginner" | "intermediate" | "advanced") | null;
            documentId: string;
            learningObjectives: string[];
            /**
             * @description The language that was served.
             * @enum {string}
             */
            locale: "en" | "de";
            materials: components["schemas"]["Material"][];
            prerequisites: string | null;
            /** @description Absolute address. */
            promotionalImageUrl: string | null;
            slug: string;
            /** @enum {string} */
            status: "draft" | "active" | "archived";
            tags: components["schemas"]["Named"][];
            targetAudience: string | null;
            /** @description Absolute address. */
            thumbnailUrl: string | null;
            title: string;
        };
        TopicCard: {
            category: components["schemas"]["Named"] | null;
            difficultyLevel: ("beginner" | "intermediate" | "advanced") | null;
            documentId: string;
            /**
             * @description The language that was served.
             * @enum {string}
             */
            locale: "en" | "de";
            /** @description Absolute address. */
            promotionalImageUrl: string | null;
            slug: string;
            tags: components["schemas"]["Named"][];
            /** @description Absolute address. */
            thumbnailUrl: string | null;
            title: string;
        };
        TrackBody: {
            events: ({
                /** @description documentId or slug of the session. */
                session?: string;
                /** @description Where the visitor comes from: a host, or what `utm_source` says. */
                source?: string;
                /** @constant */
                type: "page_view";
            } | {
                /** @description documentId or slug of the session. */
                session: string;
                /** @enum {string} */
                step: "personal" | "professional" | "preferences" | "confirmation" | "payment";
                /** @constant */
                type: "form_step";
            } | {
                /** @enum {string} */
                channel: "linkedin" | "x" | "facebook" | "xing" | "whatsapp" | "email" | "team" | "link";
                /** @description documentId or slug of the session. */
                session: string;
                /** @constant */
                type: "share_click";
            } | {
                /** @constant */
                type: "footer_view";
            } | {
                /** @description The place in the footer, from 1. */
                position: number;
                /** @description documentId or slug of the session. */
                session: string;
                /** @constant */
                type: "footer_click";
            } | {
                /** @constant */
                type: "footer_view_all";
            })[];
        };
        TrackReceipt: {
            /** @description How many were counted: none of robots and of those who do not want to be. */
            recorded: number;
        };
        UnsubscribeForm: {
            /** @constant */
            "List-Unsubscribe": "One-Click";
        } | {
            /** @enum {string} */
            action: "stop" | "start";
            /** @enum {string} */
            category: "all" | "reminders" | "follow_ups" | "feedback" | "announcements";
        };
        /** @description The texts around the next sessions, in the language that was asked for. */
        UpcomingSection: {
            /** @description To be shown while the list is empty. */
            emptyText: string;
            subtitle: string;
            title: string;
            /** @description null while no public front end is configured. */
            viewAllLink: string | null;
            viewAllText: string;
        };
        UpcomingSession: {
            /** Format: date */
            date: string;
            dateText: string;
            /** Format: date-time */
            datetime: string;
            documentId: string;
            /**
             * @description The language that was served.
             * @enum {string}
             */
            locale: "en" | "de";
            /** @description null while no public front end is configured. */
            registrationLink: string | null;
            slug: string;
            /** @description As in `16:00 CET`. */
            time: string;
            title: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Whether and how long the answer may be kept; nothing personal ever is.
         * @example no-store
         */
        "Cache-Control": string;
        /**
         * @description Send it back as If-None-Match, and get a 304 while nothing has changed.
         * @example "kZ3rJ1pWq0X2yTn5b8Vd6cHs9LmAa4EuGf7oIiQ_xYw"
         */
        ETag: string;
        /**
         * @description Where to go on.
         * @example ?done=cancel
         */
        Location: string;
        /**
         * @description Seconds to wait before the same request is worth another try.
         * @example 5
         */
        "Retry-After": string;
        /**
         * @description How to show who one is.
         * @example Bearer
         */
        "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    showCalendarFeed: {
        parameters: {
            query?: {
                /** @description Whether somebody who takes part offers consultations and is available now. */
                availableForConsultation?: unknown;
                /** @description Slug or documentId of a category. */
                category?: string;
                /** @description Any of these. */
                certifications?: string[];
                /** @description Somebody who takes part is rated so well, or better. */
                consultantRating?: number;
                consultantType?: "internal" | "external" | "partner" | "all";
                difficulty?: "beginner" | "intermediate" | "advanced";
                /** @description By years of speaking: `senior` from 5, `expert` from 10. */
                experienceLevel?: "junior" | "senior" | "expert";
                /** @description Any of these, as speakers name it; upper and lower case are the same. */
                expertise?: string[];
                /** @description Starts at or after this day or instant. Narrows the timeframe. */
                from?: string;
                /** @description Whether somebody who takes part offers consultations. */
                hasFollowUpConsultation?: unknown;
                /** @description Slugs or documentIds of industries, any of which will do. */
                industry?: string[];
                /** @description The spoken language. */
                language?: "en" | "de" | "all";
                /** @description The language of the texts. */
                locale?: "en" | "de";
                /** @description How many speak, moderators not counted: one, two or three, or more. */
                panelSize?: "single" | "small-panel" | "large-panel";
                price?: "free" | "paid" | "all";
                /** @description Words in titles, texts, names and tags, in any form; the last may be the beginning of one. Empty: no search. */
                search?: unknown;
                /** @description The parts of a series, by what `series` says in each of them. */
                series?: string;
                sessionType?: "single-speaker" | "panel-discussion" | "workshop" | "q-and-a" | "all";
                /** @description Slug or documentId of somebody who speaks, sits on the panel or moderates. */
                speaker?: string;
                /** @description `past` are the ones that are over; all others show what is yet to come or runs now. */
                timeframe?: "this-week" | "this-month" | "all-upcoming" | "past";
                /** @description IANA name. Formats the `local` block of times and says where weeks, months and days begin. */
                timezone?: string;
                /** @description Starts on or before this day, or before this instant. */
                to?: string;
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showDocs: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    showDocsStyle: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    showDocsScript: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    createDraft: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description For requests that may come twice: for 24 hours, the same key and body do nothing a second time. Registering is answered as it was the first time, everything else with how things are now. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DraftReceipt"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /**
             * @description `session_not_found`: There is no such webinar.
             *
             *     `token_invalid`: This link is not valid, or no longer.
             */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_not_found" | "token_invalid";
                            };
                        };
                    };
                };
            };
            /** @description `idempotency_in_progress`: The same request is still being answered. Please try again in a moment. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "idempotency_in_progress";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Please use a new one. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "idempotency_key_reused";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showDraft: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Draft"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    changeDraft: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftChanges"];
            };
        };
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Draft"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /**
             * @description `session_not_found`: There is no such webinar.
             *
             *     `token_invalid`: This link is not valid, or no longer.
             */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_not_found" | "token_invalid";
                            };
                        };
                    };
                };
            };
            /** @description `draft_submitted`: This registration has been submitted already. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "draft_submitted";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    submitDraft: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DraftSubmission"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showJsonFeed: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": Record<string, never>;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showRss: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showFeedback: {
        parameters: {
            query?: {
                /** @description What has just been done by the form of the page. */
                done?: "sent";
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Feedback"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `feedback_not_open`: The webinar has not begun yet: nobody can tell how it was. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "feedback_not_open";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /**
             * @description `token_invalid`: This link is not valid, or no longer.
             *
             *     `session_not_found`: There is no such webinar.
             */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid" | "session_not_found";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /**
             * @description `session_cancelled`: This webinar has been cancelled.
             *
             *     `registration_not_confirmed`: This is only for people with a confirmed seat.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_cancelled" | "registration_not_confirmed";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `feedback_closed`: Answers are no longer taken: this webinar is too long ago. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "feedback_closed";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    giveFeedback: {
        parameters: {
            query?: {
                /** @description What has just been done by the form of the page. */
                done?: "sent";
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackBody"];
                "application/x-www-form-urlencoded": components["schemas"]["FeedbackBody"];
            };
        };
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Feedback"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description Done; see the page again. */
            303: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `feedback_not_open`: The webinar has not begun yet: nobody can tell how it was. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "feedback_not_open";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /**
             * @description `token_invalid`: This link is not valid, or no longer.
             *
             *     `session_not_found`: There is no such webinar.
             */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid" | "session_not_found";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /**
             * @description `session_cancelled`: This webinar has been cancelled.
             *
             *     `registration_not_confirmed`: This is only for people with a confirmed seat.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_cancelled" | "registration_not_confirmed";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `feedback_closed`: Answers are no longer taken: this webinar is too long ago. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "feedback_closed";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
        };
    };
    showHealth: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Health"];
                    };
                };
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description Out of service. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Health"];
                    };
                };
            };
        };
    };
    join: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description It is over there. */
            302: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `join_not_open`: The way into this webinar is not open yet. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "join_not_open";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /**
             * @description `token_invalid`: This link is not valid, or no longer.
             *
             *     `session_not_found`: There is no such webinar.
             */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid" | "session_not_found";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /**
             * @description `session_cancelled`: This webinar has been cancelled.
             *
             *     `registration_not_confirmed`: This is only for people with a confirmed seat.
             *
             *     `meeting_url_missing`: The link to this meeting is not there yet. Please try again in a few minutes.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_cancelled" | "registration_not_confirmed" | "meeting_url_missing";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `session_ended`: This webinar is over. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_ended";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
        };
    };
    submitJoinPage: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; see the page again. */
            303: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `body_unreadable`: The body of the request cannot be read. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_unreadable";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `join_not_open`: The way into this webinar is not open yet. */
            403: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "join_not_open";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /**
             * @description `token_invalid`: This link is not valid, or no longer.
             *
             *     `session_not_found`: There is no such webinar.
             */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid" | "session_not_found";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /**
             * @description `session_cancelled`: This webinar has been cancelled.
             *
             *     `registration_not_confirmed`: This is only for people with a confirmed seat.
             *
             *     `meeting_url_missing`: The link to this meeting is not there yet. Please try again in a few minutes.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_cancelled" | "registration_not_confirmed" | "meeting_url_missing";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `session_ended`: This webinar is over. */
            410: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_ended";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                    "text/html": string;
                };
            };
        };
    };
    showMetrics: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `unauthorized`: This is only for whoever has the right token. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "unauthorized";
                            };
                        };
                    };
                };
            };
            /** @description `metrics_off`: This server publishes no metrics. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "metrics_off";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    showOpenApi: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    showRegistrationPage: {
        parameters: {
            query?: {
                /** @description What has just been done by the form of the page. */
                done?: "cancel" | "accept" | "decline" | "feed";
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description There is nothing there. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    submitRegistrationPage: {
        parameters: {
            query?: {
                /** @description What has just been done by the form of the page. */
                done?: "cancel" | "accept" | "decline" | "feed";
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PageForm"];
            };
        };
        responses: {
            /** @description Done; see the page again. */
            303: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    submitFeedForm: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["FeedRequest"];
            };
        };
        responses: {
            /** @description Done; see the page again. */
            303: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showRegistration: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Registration"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    changeRegistration: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: {
                /** @description For requests that may come twice: for 24 hours, the same key and body do nothing a second time. Registering is answered as it was the first time, everything else with how things are now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationChanges"];
            };
        };
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Registration"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /**
             * @description `invalid_move`: This is not possible in the present state.
             *
             *     `idempotency_in_progress`: The same request is still being answered. Please try again in a moment.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "invalid_move" | "idempotency_in_progress";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Please use a new one. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "idempotency_key_reused";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    acceptOffer: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: {
                /** @description For requests that may come twice: for 24 hours, the same key and body do nothing a second time. Registering is answered as it was the first time, everything else with how things are now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Registration"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /**
             * @description `token_invalid`: This link is not valid, or no longer.
             *
             *     `session_not_found`: There is no such webinar.
             */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid" | "session_not_found";
                            };
                        };
                    };
                };
            };
            /**
             * @description `invalid_move`: This is not possible in the present state.
             *
             *     `offer_expired`: The offer of this seat has expired.
             *
             *     `session_cancelled`: This webinar has been cancelled.
             *
             *     `session_started`: This webinar has begun already.
             *
             *     `payment_required`: This webinar has a price, and payment is not possible here yet.
             *
             *     `idempotency_in_progress`: The same request is still being answered. Please try again in a moment.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "invalid_move" | "offer_expired" | "session_cancelled" | "session_started" | "payment_required" | "idempotency_in_progress";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Please use a new one. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "idempotency_key_reused";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showOwnCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /** @description `invalid_move`: This is not possible in the present state. */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "invalid_move";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    cancelRegistration: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: {
                /** @description For requests that may come twice: for 24 hours, the same key and body do nothing a second time. Registering is answered as it was the first time, everything else with how things are now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Registration"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /**
             * @description `invalid_move`: This is not possible in the present state.
             *
             *     `session_started`: This webinar has begun already.
             *
             *     `idempotency_in_progress`: The same request is still being answered. Please try again in a moment.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "invalid_move" | "session_started" | "idempotency_in_progress";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Please use a new one. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "idempotency_key_reused";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    declineOffer: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: {
                /** @description For requests that may come twice: for 24 hours, the same key and body do nothing a second time. Registering is answered as it was the first time, everything else with how things are now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Registration"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /**
             * @description `invalid_move`: This is not possible in the present state.
             *
             *     `session_started`: This webinar has begun already.
             *
             *     `idempotency_in_progress`: The same request is still being answered. Please try again in a moment.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "invalid_move" | "session_started" | "idempotency_in_progress";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Please use a new one. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "idempotency_key_reused";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    requestPersonalFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedRequest"];
            };
        };
        responses: {
            /** @description Taken. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showPersonalFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The secret token of a person’s calendar.
                 * @example text
                 */
                feed: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `token_invalid`: This link is not valid, or no longer. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "token_invalid";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Whether somebody who takes part offers consultations and is available now. */
                availableForConsultation?: unknown;
                /** @description Slug or documentId of a category. */
                category?: string;
                /** @description Any of these. */
                certifications?: string[];
                /** @description Somebody who takes part is rated so well, or better. */
                consultantRating?: number;
                consultantType?: "internal" | "external" | "partner" | "all";
                difficulty?: "beginner" | "intermediate" | "advanced";
                /** @description By years of speaking: `senior` from 5, `expert` from 10. */
                experienceLevel?: "junior" | "senior" | "expert";
                /** @description Any of these, as speakers name it; upper and lower case are the same. */
                expertise?: string[];
                /** @description Starts at or after this day or instant. Narrows the timeframe. */
                from?: string;
                /** @description Whether somebody who takes part offers consultations. */
                hasFollowUpConsultation?: unknown;
                /** @description Slugs or documentIds of industries, any of which will do. */
                industry?: string[];
                /** @description The spoken language. */
                language?: "en" | "de" | "all";
                /** @description The language of the texts. */
                locale?: "en" | "de";
                page?: number;
                pageSize?: number;
                /** @description How many speak, moderators not counted: one, two or three, or more. */
                panelSize?: "single" | "small-panel" | "large-panel";
                price?: "free" | "paid" | "all";
                /** @description Words in titles, texts, names and tags, in any form; the last may be the beginning of one. Empty: no search. */
                search?: unknown;
                /** @description The parts of a series, by what `series` says in each of them. */
                series?: string;
                sessionType?: "single-speaker" | "panel-discussion" | "workshop" | "q-and-a" | "all";
                /** @description Default: soonest first, and latest first for `timeframe=past`. A search puts first what fits best, unless it finds very much. */
                sort?: "datetime" | "-datetime" | "popularity" | "rating";
                /** @description Slug or documentId of somebody who speaks, sits on the panel or moderates. */
                speaker?: string;
                /** @description `past` are the ones that are over; all others show what is yet to come or runs now. */
                timeframe?: "this-week" | "this-month" | "all-upcoming" | "past";
                /** @description IANA name. Formats the `local` block of times and says where weeks, months and days begin. */
                timezone?: string;
                /** @description Starts on or before this day, or before this instant. */
                to?: string;
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SessionCard"][];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showSession: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
                /** @description A referral code, which the share links carry on. */
                ref?: string;
                /** @description IANA name. Formats the `local` block of times and says where weeks, months and days begin. */
                timezone?: string;
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description documentId or slug.
                 * @example from-ai-pilot-to-everyday-practice
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Session"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It has moved, for good. */
            308: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `session_not_found`: There is no such webinar. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_not_found";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showAvailability: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description documentId or slug.
                 * @example from-ai-pilot-to-everyday-practice
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Availability"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /** @description It has moved, for good. */
            308: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `session_not_found`: There is no such webinar. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_not_found";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showCalendar: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description documentId or slug.
                 * @example from-ai-pilot-to-everyday-practice
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It has moved, for good. */
            308: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `session_not_found`: There is no such webinar. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_not_found";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    register: {
        parameters: {
            query?: {
                locale?: "en" | "de";
            };
            header?: {
                /** @description For requests that may come twice: for 24 hours, the same key and body do nothing a second time. Registering is answered as it was the first time, everything else with how things are now. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description documentId or slug.
                 * @example from-ai-pilot-to-everyday-practice
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RegistrationReceipt"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `session_not_found`: There is no such webinar. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_not_found";
                            };
                        };
                    };
                };
            };
            /**
             * @description `already_registered`: This e-mail address is registered already. The link to the registration is in our mail; we send it again at most once an hour.
             *
             *     `payment_required`: This webinar has a price, and payment is not possible here yet.
             *
             *     `registration_closed`: Registration for this webinar has closed.
             *
             *     `registration_not_open`: Registration for this webinar has not opened yet.
             *
             *     `session_cancelled`: This webinar has been cancelled.
             *
             *     `session_full`: This webinar is fully booked.
             *
             *     `session_started`: This webinar has begun already.
             *
             *     `idempotency_in_progress`: The same request is still being answered. Please try again in a moment.
             */
            409: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "already_registered" | "payment_required" | "registration_closed" | "registration_not_open" | "session_cancelled" | "session_full" | "session_started" | "idempotency_in_progress";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Please use a new one. */
            422: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "idempotency_key_reused";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    listFacets: {
        parameters: {
            query?: {
                /** @description Whether somebody who takes part offers consultations and is available now. */
                availableForConsultation?: unknown;
                /** @description Slug or documentId of a category. */
                category?: string;
                /** @description Any of these. */
                certifications?: string[];
                /** @description Somebody who takes part is rated so well, or better. */
                consultantRating?: number;
                consultantType?: "internal" | "external" | "partner" | "all";
                difficulty?: "beginner" | "intermediate" | "advanced";
                /** @description By years of speaking: `senior` from 5, `expert` from 10. */
                experienceLevel?: "junior" | "senior" | "expert";
                /** @description Any of these, as speakers name it; upper and lower case are the same. */
                expertise?: string[];
                /** @description Starts at or after this day or instant. Narrows the timeframe. */
                from?: string;
                /** @description Whether somebody who takes part offers consultations. */
                hasFollowUpConsultation?: unknown;
                /** @description Slugs or documentIds of industries, any of which will do. */
                industry?: string[];
                /** @description The spoken language. */
                language?: "en" | "de" | "all";
                /** @description The language of the texts. */
                locale?: "en" | "de";
                /** @description How many speak, moderators not counted: one, two or three, or more. */
                panelSize?: "single" | "small-panel" | "large-panel";
                price?: "free" | "paid" | "all";
                /** @description Words in titles, texts, names and tags, in any form; the last may be the beginning of one. Empty: no search. */
                search?: unknown;
                /** @description The parts of a series, by what `series` says in each of them. */
                series?: string;
                sessionType?: "single-speaker" | "panel-discussion" | "workshop" | "q-and-a" | "all";
                /** @description Slug or documentId of somebody who speaks, sits on the panel or moderates. */
                speaker?: string;
                /** @description `past` are the ones that are over; all others show what is yet to come or runs now. */
                timeframe?: "this-week" | "this-month" | "all-upcoming" | "past";
                /** @description IANA name. Formats the `local` block of times and says where weeks, months and days begin. */
                timezone?: string;
                /** @description Starts on or before this day, or before this instant. */
                to?: string;
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Facets"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    listUpcomingSessions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The language of the texts. */
                locale?: "en" | "de";
                /** @description IANA name. Formats the `local` block of times and says where weeks, months and days begin. */
                timezone?: string;
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UpcomingSession"][];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                            section: components["schemas"]["UpcomingSection"];
                        };
                    };
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showSitemap: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `site_url_missing`: There is no public website to name pages of: set SITE_URL. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "site_url_missing";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    listSpeakers: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
                page?: number;
                pageSize?: number;
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Speaker"][];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showSpeaker: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description documentId or slug.
                 * @example from-ai-pilot-to-everyday-practice
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Speaker"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It has moved, for good. */
            308: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `speaker_not_found`: There is no such speaker. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "speaker_not_found";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description Slug or documentId of a category. */
                category?: string;
                difficulty?: "beginner" | "intermediate" | "advanced";
                /** @description The language of the texts. */
                locale?: "en" | "de";
                page?: number;
                pageSize?: number;
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Topic"][];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showTopic: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description documentId or slug.
                 * @example from-ai-pilot-to-everyday-practice
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Topic"];
                        meta: {
                            /**
                             * @description The language that was asked for.
                             * @enum {string}
                             */
                            locale: "en" | "de";
                        };
                    };
                };
            };
            /** @description Unchanged since the ETag in If-None-Match. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It has moved, for good. */
            308: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: Please check the marked fields. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed";
                            };
                        };
                    };
                };
            };
            /** @description `topic_not_found`: There is no such topic. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "topic_not_found";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    track: {
        parameters: {
            query?: {
                /** @description The language of the texts. */
                locale?: "en" | "de";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackBody"];
            };
        };
        responses: {
            /** @description Taken. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TrackReceipt"];
                    };
                };
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description `session_not_found`: There is no such webinar. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "session_not_found";
                            };
                        };
                    };
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
    showPreferences: {
        parameters: {
            query?: {
                /** @description Which mails a single click of a mail program is about; without it, all that may be turned off. */
                category?: "reminders" | "follow_ups" | "feedback" | "announcements";
                /** @description What has just been done by the form of the page. */
                done?: "stop" | "start";
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked for. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description There is nothing there. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
        };
    };
    changePreferences: {
        parameters: {
            query?: {
                /** @description Which mails a single click of a mail program is about; without it, all that may be turned off. */
                category?: "reminders" | "follow_ups" | "feedback" | "announcements";
                /** @description What has just been done by the form of the page. */
                done?: "stop" | "start";
                locale?: "en" | "de";
            };
            header?: never;
            path: {
                /**
                 * @description The token of a registration, or of a draft: opens everything about it.
                 * @example Zt3vK1c0Q2m8yB5xW7n4Ag.mF2sT9qLr6Xv0dJcYb1uHe8wKzP4iN7oGa5tRl3EyQs
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["UnsubscribeForm"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done; see the page again. */
            303: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation_failed`: Please check the marked fields.
             *
             *     `body_unreadable`: The body of the request cannot be read.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "validation_failed" | "body_unreadable";
                            };
                        };
                    };
                };
            };
            /** @description There is nothing there. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `body_too_large`: The body of the request is too large. */
            413: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "body_too_large";
                            };
                        };
                    };
                };
            };
            /** @description `rate_limited`: Too many attempts. Please try again later. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "rate_limited";
                            };
                        };
                    };
                };
            };
            /** @description A fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostError"];
                };
            };
            /** @description `busy`: The server is very busy. Please try again in a moment. */
            503: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        error?: {
                            details?: {
                                /** @enum {string} */
                                code?: "busy";
                            };
                        };
                    };
                };
            };
        };
    };
}
