/** The `id` of the control with this name, for labels, descriptions and links to the field. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(/[^\w-]/g, '-')}`;
}
