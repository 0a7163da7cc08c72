/** A failure that its sentence explains in full: shown without a stack. */
export class Fault extends Error {}

/** Runs a command's main function; whatever goes wrong ends in exit code 1. */
export const runMain = async (main) => {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Fault ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
};
