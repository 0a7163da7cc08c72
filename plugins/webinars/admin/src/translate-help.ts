import german from './translations/help.de.json';

const GERMAN_HELP: Partial<Record<string, string>> = german;

type Field = { hint?: string };
type EditLayout = { layout: Field[][][]; components: Record<string, { layout: Field[][] }> };

/**
 * Strapi stores the help beneath a field as one text in one language. Ours is shown in German to whoever reads the
 * admin in German; what an administrator wrote instead stays as it is.
 */
export const translateHelp = <Hook extends { layout: EditLayout }>(hook: Hook): Hook => {
  if (document.documentElement.lang !== 'de') return hook;
  const { layout } = hook;
  return {
    ...hook,
    layout: {
      ...layout,
      layout: layout.layout.map((panel) => panel.map(translateRow)),
      components: Object.fromEntries(
        Object.entries(layout.components).map(([uid, component]) => [
          uid,
          { ...component, layout: component.layout.map(translateRow) },
        ])
      ),
    },
  };
};

const translateRow = (row: Field[]): Field[] =>
  row.map((field) => ({ ...field, hint: GERMAN_HELP[field.hint ?? ''] ?? field.hint }));
