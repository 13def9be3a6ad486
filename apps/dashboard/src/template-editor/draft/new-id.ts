/** UUIDv7, as everywhere: 48 bits of time, the rest by chance. */
export const newId = (): string => {
  const time = Date.now().toString(16).padStart(12, '0')
  const chance = crypto.randomUUID()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(15)}`
}
