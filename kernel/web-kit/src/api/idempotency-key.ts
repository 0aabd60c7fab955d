// A key that makes the same request have one effect, however often the network repeats it.

/** 32 random hexadecimal digits; `randomUUID` is missing where the page came over plain http. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
