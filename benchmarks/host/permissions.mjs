/** What an operator ticks in the admin so that visitors may do something. */
export const allowEverybody = async (strapi, actions) => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const action of actions) await permissions.create({ data: { action, role: role.id } });
};
