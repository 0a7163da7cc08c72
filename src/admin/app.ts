/** The admin of this application. */
export default {
  config: {
    // What editors may read it in besides English: the languages of the webinars.
    locales: ['de'],
    // The admin asks nobody for a newer Strapi, and shows no films of its makers.
    notifications: { releases: false },
    tutorials: false,
  },
};
