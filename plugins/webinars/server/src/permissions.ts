import type { Core } from '@strapi/strapi';

const PLUGIN = 'webinars';

/** What an administrator can allow a role to do beside reading and writing content (Settings → Roles → Plugins). */
const ACTIONS = {
  'registrations.approve': 'Approve and reject registrations',
  'registrations.cancel': 'Cancel registrations',
  'registrations.resend': 'Send registrants their mail once more',
  'registrations.attendance': 'Record attendance',
  'seats.read': 'See why a session is full',
  'sessions.rehearse': 'Rehearse what a session does and tells by itself',
  'mails.read': 'See what registrants were written, and why not',
  'announcements.read': 'See what was written to groups of registrants',
  'announcements.send': 'Write to groups of registrants',
  'mails.preview': 'Preview mails, and send oneself a test',
  'activities.read': 'Read the activity log',
  'suppressions.read': 'See addresses that nothing is sent to any more',
  'suppressions.manage': 'Suppress addresses, and release them',
  'privacy.export': 'Export what is stored about a person',
  'privacy.erase': 'Erase a person',
  'jobs.read': 'See the job queue',
  'jobs.manage': 'Retry and discard dead jobs, pause and resume a type',
} as const;

export type Permission = keyof typeof ACTIONS;

/** The name by which routes and roles know a permission. */
export const permission = (name: Permission) => `plugin::${PLUGIN}.${name}`;

export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.service('admin::permission').actionProvider.registerMany(
    Object.entries(ACTIONS).map(([uid, displayName]) => ({
      section: 'plugins',
      subCategory: uid.split('.')[0],
      uid,
      displayName,
      pluginName: PLUGIN,
    }))
  );
};
