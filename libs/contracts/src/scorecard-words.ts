/*
 * What a scorecard is made of by name, and how much it holds, apart from the shapes that check it: the interview room is
 * opened on phones, and leaves the checking to the server.
 */

export const scorecardStatuses = ['draft', 'submitted'] as const

/** For so long the author may take a scorecard back that was submitted; until then nobody else sees it. */
export const RECALL_SECONDS = 60

export const MAX_NOTE = 20_000
export const MAX_SUMMARY = 8_000
export const MAX_EVIDENCE = 4_000
/** Of one competency. */
export const MAX_EVIDENCE_ENTRIES = 20
/** Characters of everything that one scorecard says: an hour of fast typing is a tenth of it. */
export const MAX_SCORECARD = 400_000

export const evidenceKinds = ['quote', 'observation', 'inference'] as const
export const recommendations = ['strong_no', 'no', 'yes', 'strong_yes'] as const
export const confidences = ['low', 'medium', 'high'] as const

/** What of a question can be ticked: its lists in the frozen version. */
export const tickLists = ['expectedPoints', 'seniorExtras', 'redFlags'] as const
export type TickList = (typeof tickLists)[number]
