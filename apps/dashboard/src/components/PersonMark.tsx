import { Cartouche } from '../brand/Cartouche.tsx'

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** A person's initials in the cartouche of the mark. */
export const PersonMark = ({ name, size = 34 }: { name: string; size?: number }) => (
  <Cartouche size={size}>{initials(name)}</Cartouche>
)
