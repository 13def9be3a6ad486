import { useEffect, useState } from 'react'

export type Asked<Answer> = { data: Answer } | { error: unknown } | null

/**
 * One answer of the server, for pages without react-query: asked for at once, and `again` when somebody wants to. Null
 * until it is there. What is asked belongs to the component's key: another key is another question.
 */
export const useAnswer = <Answer>(ask: () => Promise<Answer>) => {
  const [asking, setAsking] = useState(ask)
  const [asked, setAsked] = useState<Asked<Answer>>(null)
  useEffect(() => {
    let isHere = true
    void asking.then(
      (data) => isHere && setAsked({ data }),
      // What is there already stays: it may be asked again.
      (error: unknown) => isHere && setAsked((before) => (before && 'data' in before ? before : { error })),
    )
    return () => {
      isHere = false
    }
  }, [asking])
  return { asked, again: () => setAsking(ask()), take: (data: Answer) => setAsked({ data }) }
}
