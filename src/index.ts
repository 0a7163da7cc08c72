/** The host application adds nothing: webinars live in `plugins/webinars`. */
export default {
  register() {},
  bootstrap() {},
};
