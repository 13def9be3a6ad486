import { useTranslate } from 'ra-core'
import type { adminMessages } from './admin-messages.ts'
import type { lightMessages } from './light-messages.ts'

type Messages = typeof lightMessages & typeof adminMessages

/** Every dotted path that ends in a text. */
type PathsOf<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Key : `${Key}.${PathsOf<T[Key]>}`
}[keyof T & string]

export type TextKey = PathsOf<Messages>
export type Text = (key: TextKey, values?: Record<string, unknown>) => string

/** Our own texts, with keys the compiler knows. */
export const useText = (): Text => useTranslate()
