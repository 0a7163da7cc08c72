import type { Pagination } from './shapes.js';

export type Page<Item> = { data: Item[]; meta: { pagination: Pagination } };

/** One page after the other, each asked for when it is wanted. */
export async function* pagesOf<Item, P extends Page<Item>>(
  load: (page: number) => Promise<P>,
  first = 1
): AsyncGenerator<P, void> {
  for (let number = first; ; number += 1) {
    const page = await load(number);
    yield page;
    if (number >= page.meta.pagination.pageCount) return;
  }
}

/** Everything that is on the pages, one after the other. */
export async function* itemsOf<Item>(
  pages: AsyncIterable<{ data: readonly Item[] }>
): AsyncGenerator<Item, void> {
  for await (const { data } of pages) yield* data;
}
