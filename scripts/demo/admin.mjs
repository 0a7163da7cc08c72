/**
 * Makes the demo's super admin, or gives the one that is there the password of the settings: the login that the demo
 * prints always works.
 */
export const ensureAdmin = async (app, { email, password }) => {
  const users = app.service('admin::user');
  const existing = await app.db
    .query('admin::user')
    .findOne({ where: { email: email.toLowerCase() } });

  if (existing === null) {
    const role = await app.service('admin::role').getSuperAdmin();
    await users.create({
      email: email.toLowerCase(),
      password,
      firstname: 'Demo',
      lastname: 'Admin',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    return;
  }

  const isCurrent = await app.service('admin::auth').validatePassword(password, existing.password);
  if (!isCurrent) await users.updateById(existing.id, { password });
};
