import type { CreateRejectionReason } from '@assay/contracts'

/** What a new organization begins with. About the job and the evidence, never about the person. */
export const usualReasons: readonly CreateRejectionReason[] = [
  { name: 'Evidence below the bar', kind: 'ours' },
  { name: 'Other strengths than this job needs', kind: 'ours' },
  { name: 'Another level than this job', kind: 'ours' },
  { name: 'Another candidate was chosen', kind: 'ours' },
  { name: 'The job was closed', kind: 'ours' },
  { name: 'No answer', kind: 'ours' },
  { name: 'Took another offer', kind: 'theirs' },
  { name: 'Pay', kind: 'theirs' },
  { name: 'Place or hours', kind: 'theirs' },
  { name: 'Stays where they are', kind: 'theirs' },
]
