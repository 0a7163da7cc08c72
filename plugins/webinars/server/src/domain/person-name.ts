/** As people are called: `Dr. Ada Lovelace`. */
export const personName = ({
  title,
  firstName,
  lastName,
}: {
  title: string | null;
  firstName: string;
  lastName: string;
}): string => [title, firstName, lastName].filter(Boolean).join(' ');
