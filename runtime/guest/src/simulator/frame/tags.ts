/**
 * The element name for a tag of WXML. All names begin with `wx-`, so no tag that a program chooses can
 * ever be one of HTML's.
 */
export function tagName(tag: string): string {
  return `wx-${tag.toLowerCase().replace(/[^a-z0-9-]/g, '-')}`
}
