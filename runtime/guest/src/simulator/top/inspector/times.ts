/** Whether one ISO 8601 time in UTC is not after another. They may differ in how fine they are. */
export function notAfter(one: string, other: string): boolean {
  return Date.parse(one) <= Date.parse(other)
}
