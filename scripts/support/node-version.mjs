const OLDEST = 20;

/** Ends the process with one sentence when Node is too old for Strapi 5. */
export const refuseOldNode = () => {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) >= OLDEST) return;

  console.error(
    'Node ' +
      OLDEST +
      ' or newer is needed, and this is Node ' +
      version +
      ': install it from https://nodejs.org.'
  );
  process.exit(1);
};
