/** The languages in which editors may use the admin, besides English: those of the webinars. */
export default {
  config: { locales: ['de'] },
};
