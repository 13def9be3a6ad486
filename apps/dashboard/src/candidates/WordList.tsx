/** Words that a field with `list={id}` offers while it is typed in. */
export const WordList = ({ id, words }: { id: string; words: readonly string[] }) => (
  <datalist id={id}>
    {words.map((word) => (
      <option key={word}>{word}</option>
    ))}
  </datalist>
)
