/** Where a page stands among all that there is. */
export const paginationOf = (
  { page, pageSize }: { page: number; pageSize: number },
  total: number
) => ({ page, pageSize, pageCount: Math.ceil(total / pageSize), total });
