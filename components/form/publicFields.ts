/** The fields whose words everybody reads. */
const PUBLIC_FIELDS = ['name', 'description', 'producerName', 'terms'] as const;
export type PublicField = (typeof PUBLIC_FIELDS)[number];

export function isPublicField(name: string): name is PublicField {
  return (PUBLIC_FIELDS as readonly string[]).includes(name);
}
