const longest = 80;

/**
 * `"Name" <number>` as Asterisk reads it. Both come from outside and may hold anything: what would end the quotes or the
 * number early, or start another header, is taken out.
 */
export function callerIdText(name: string, number: string): string {
  const safeName = name
    .replace(/[\p{Cc}"\\<>]/gu, ' ')
    .trim()
    .slice(0, longest);
  const safeNumber = number.replace(/[^0-9A-Za-z+*#._-]/g, '').slice(0, longest);
  return `"${safeName}" <${safeNumber || 'anonymous'}>`;
}
