import { adminApi } from '@strapi/strapi/admin';
import type { EditingOutcome } from '../../../shared/editing';
import { documentTag, listTag, REGISTRATION } from '../ui/content-types';
import type { ActionName } from './actions';

type Request = { action: ActionName; registrations: readonly string[]; reason?: string };
type Answer = { data: { results: EditingOutcome[] } };

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    editRegistrations: builder.mutation<EditingOutcome[], Request>({
      query: ({ action, ...data }) => ({
        url: `/webinars/registrations/${action}`,
        method: 'POST',
        data,
      }),
      transformResponse: ({ data }: Answer) => data.results,
      // A refusal, too, says that what is shown may be out of date.
      invalidatesTags: (_results, _error, { registrations }) => [
        ...registrations.map((documentId) => documentTag(REGISTRATION, documentId)),
        listTag(REGISTRATION),
      ],
    }),
  }),
});

export const { useEditRegistrationsMutation } = api;
