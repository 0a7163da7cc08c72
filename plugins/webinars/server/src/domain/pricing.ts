/** All amounts are integer minor units (cents) of the session's currency. */
export type PriceTag = {
  price: number;
  earlyBirdPrice: number | null;
  earlyBirdEndsAt: Date | null;
};

/** What a registration costs at `now`. */
export const currentPrice = ({ price, earlyBirdPrice, earlyBirdEndsAt }: PriceTag, now: Date) => {
  const isEarly = earlyBirdEndsAt === null || now < earlyBirdEndsAt;
  return earlyBirdPrice !== null && isEarly ? Math.min(earlyBirdPrice, price) : price;
};
