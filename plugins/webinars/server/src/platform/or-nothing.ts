/** A database that is away answers late or never: the question about it must not hang as long. */
export const orNothing = async <T>(
  question: Promise<T | null>,
  patienceMs: number
): Promise<T | null> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  try {
    return await Promise.race([question, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
