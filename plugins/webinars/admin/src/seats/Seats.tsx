import { Box, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { SeatExplanation } from '../../../shared/editing';
import { REGISTRATION } from '../ui/content-types';
import { usePermission } from '../ui/use-permission';
import { useText } from '../ui/use-text';
import { useExplainSeatsQuery } from './api';

type Group = SeatExplanation['groups'][number];

/** Why a session is full, or is not, in words. */
export const Seats = ({ session, slug }: { session: string; slug: string }) => {
  const text = useText();
  const { data: seats, isLoading } = useExplainSeatsQuery(session);
  if (isLoading) return <Loader small>{text('webinars.seats.loading')}</Loader>;
  if (seats === undefined) return <Typography>{text('webinars.seats.unknown')}</Typography>;

  const hasWaiting = seats.groups.some(({ status }) => status === 'waitlisted');
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography fontWeight="bold">{text('webinars.seats.summary', summaryOf(seats))}</Typography>
      <Typography textColor="neutral600">
        {text(`webinars.seats.registration.${seats.registrationState}`)}
      </Typography>
      {seats.groups.length > 0 && (
        <Box tag="ul">
          {seats.groups.map((group) => (
            <Box tag="li" key={group.status} paddingBottom={2}>
              <GroupLine group={group} slug={slug} />
            </Box>
          ))}
        </Box>
      )}
      {hasWaiting && (
        <Typography textColor="neutral600">
          {text(seats.doOffersRun ? 'webinars.seats.offers-run' : 'webinars.seats.offers-ended')}
        </Typography>
      )}
    </Flex>
  );
};

const HELD: readonly string[] = ['confirmed', 'attended', 'no_show', 'awaiting_payment', 'offered'];

const summaryOf = ({ groups, capacity, seatsLeft }: SeatExplanation) => ({
  held: groups
    .filter(({ status }) => HELD.includes(status))
    .reduce((sum, { count }) => sum + count, 0),
  limit: capacity === null ? 'no' : 'yes',
  capacity: capacity ?? 0,
  left: seatsLeft ?? 0,
});

/** How many are in a state, with a link to who they are for those who may know. */
const GroupLine = ({ group, slug }: { group: Group; slug: string }) => {
  const { formatDate } = useIntl();
  const text = useText();
  const mayReadRegistrations = usePermission('plugin::content-manager.explorer.read', REGISTRATION);
  const { status, count } = group;
  const words = text(`webinars.seats.group.${status}`, { count });
  const until = firstToLapse(group);
  return (
    <>
      {mayReadRegistrations ? (
        <Link tag={NavLink} to={listOf(slug, status)}>
          {words}
        </Link>
      ) : (
        <Typography>{words}</Typography>
      )}
      {until !== undefined && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('webinars.seats.until', {
            count,
            until: formatDate(until, { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </Typography>
      )}
    </>
  );
};

const firstToLapse = ({ registrations }: Group) =>
  registrations.flatMap(({ holdExpiresAt }) => holdExpiresAt ?? []).sort()[0];

/** The Content Manager's list of a session's registrations in one state. */
const listOf = (slug: string, status: string) => {
  const filters = new URLSearchParams({
    page: '1',
    'filters[$and][0][session][slug][$eq]': slug,
    'filters[$and][1][state][$eq]': status,
  });
  return `/content-manager/collection-types/${REGISTRATION}?${filters}`;
};
