/** Prints rows beneath their heads: texts to the left, numbers to the right. */
export const printTable = (heads, rows) => {
  const isNumber = heads.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => String(row[column]).length))
  );
  for (const row of [heads, ...rows]) {
    const cells = row.map((cell, column) =>
      isNumber[column] ? String(cell).padStart(widths[column]) : String(cell).padEnd(widths[column])
    );
    console.log(cells.join('  ').trimEnd());
  }
};
