import type { Answer } from './http';

type Seen = { status: number; code: string | null };

const seen = ({ status, body }: Answer): Seen => ({
  status,
  code: body.error?.details?.code ?? null,
});

/** Sends both before either is answered; every other time the second one first. */
export const atOnce = async (
  round: number,
  first: () => Promise<Answer>,
  second: () => Promise<Answer>
): Promise<[Seen, Seen]> => {
  if (round % 2 === 0) {
    const [a, b] = await Promise.all([first(), second()]);
    return [seen(a), seen(b)];
  }
  const [b, a] = await Promise.all([second(), first()]);
  return [seen(a), seen(b)];
};
