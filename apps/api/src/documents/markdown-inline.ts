import type { Run } from './document-definition.ts'

// In this order: what is escaped or code is nothing else. A double underscore stays: on paper it is more often
// __init__ than emphasis. Emphasis holds no line break, so an asterisk of a list or a product stays what it is.
const INLINE =
  /\\([!-/:-@[-`{-~])|(?<!`)(`+)([^`\n]+)\2(?!`)|(?<![\p{L}\p{N}*])(\*{1,3})(?![\s*])([^*\n]*[^\s*])\4(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?![\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/gu

/** Emphasis, strong emphasis and code within a text; everything else as typed. */
export const inlineOf = (text: string): (string | Run)[] => {
  const runs: (string | Run)[] = []
  let end = 0
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) runs.push(text.slice(end, match.index))
    runs.push(runOf(match))
    end = match.index + match[0].length
  }
  if (end < text.length || runs.length === 0) runs.push(text.slice(end))
  return runs
}

const runOf = ([, escaped, , code, stars, starred, underscored]: RegExpExecArray): string | Run => {
  if (escaped !== undefined) return escaped
  if (code !== undefined)
    return { text: code.trim() === '' ? code : code.replace(/^ (.*) $/, '$1'), style: 'code' }
  if (starred !== undefined) {
    return {
      text: inlineOf(starred),
      ...(stars!.length > 1 ? { bold: true as const } : {}),
      ...(stars!.length === 2 ? {} : { italics: true as const }),
    }
  }
  return { text: inlineOf(underscored!), italics: true }
}
