import { adminApi } from '@strapi/strapi/admin';
import type { SeatExplanation } from '../../../shared/editing';
import { documentTag, listTag, REGISTRATION, SESSION } from '../ui/content-types';

const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] }).injectEndpoints({
  endpoints: (builder) => ({
    explainSeats: builder.query<SeatExplanation, string>({
      query: (session) => ({ url: `/webinars/sessions/${session}/seats` }),
      transformResponse: ({ data }: { data: SeatExplanation }) => data,
      // Read anew whenever the session is saved or somebody's place in it changes.
      providesTags: (_seats, _error, session) => [
        documentTag(SESSION, session),
        listTag(REGISTRATION),
      ],
    }),
  }),
});

export const { useExplainSeatsQuery } = api;
