import type { Option } from './Choice.tsx'

/** Every zone the browser knows, and the chosen one even if it does not. */
export const timeZoneOptions = (chosen: string): Option[] => {
  const known = Intl.supportedValuesOf('timeZone')
  const all = ['UTC', ...known.filter((zone) => zone !== 'UTC')]
  return (all.includes(chosen) ? all : [chosen, ...all]).map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }))
}

export const timeIn = (timeZone: string): string | null => {
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone,
      hour: 'numeric',
      minute: '2-digit',
      weekday: 'long',
    }).format()
  } catch {
    return null
  }
}
