/** What a reader gives. Plain data: it comes from another thread. */
export type Reading = ReadDocument | UnreadDocument

export interface ReadDocument {
  state: 'read'
  text: string
  isCut: boolean
  /** Of a PDF. */
  pages: number | null
  suggestions: Suggestion[]
}

export interface UnreadDocument {
  state: 'unreadable'
  because: 'encrypted' | 'corrupt' | 'no_text'
}

/** Something found in a document that a person may accept. */
export interface Suggestion {
  field: 'name' | 'email' | 'phone' | 'link'
  value: string
  place: TextPlace | { path: string }
}

/** UTF-16 units of the kept text, the end excluded; lines count from one. */
export interface TextPlace {
  from: number
  to: number
  line: number
}

export type Format = 'pdf' | 'docx' | 'text' | 'json_resume'

/** What the reading thread is started with. */
export interface ReadingOrder {
  format: Format
  bytes: Uint8Array
  longestText: number
}
