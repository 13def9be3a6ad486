import { createReadStream } from 'node:fs'
import { refuse, take, type Verdict } from './verdict.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** By its first bytes; without a mark it is UTF-8, unless it proves not to be. */
export const markedEncoding = (head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** Text that a program would run or a browser would show as a page. Saved under a text's name it is still odd. */
const STARTS_AS: [start: string, words: string][] = [
  ['<!doctype', 'This is a web page.'],
  ['<html', 'This is a web page.'],
  ['<head', 'This is a web page.'],
  ['<body', 'This is a web page.'],
  ['<script', 'This is a web page.'],
  ['<svg', 'This is a picture (SVG).'],
  ['<?xml', 'This is XML.'],
  ['<?php', 'This is a program.'],
  ['<?=', 'This is a program.'],
  ['#!', 'This is a program.'],
  ['{\\rtf', 'This is rich text (RTF).'],
]

const NOT_TEXT = 'This is not text, and no other kind of file that we know.'

/** Plain text: characters of a known encoding, none of them for machines only, and not a program or a page. */
export const judgeText = async (path: string, head: Buffer): Promise<Verdict> => {
  const marked = markedEncoding(head)
  const start = new TextDecoder(marked).decode(head).trimStart().slice(0, 20).toLowerCase()
  const odd = STARTS_AS.find(([sign]) => start.startsWith(sign))
  if (odd) return refuse(odd[1])
  if (await isPlain(path, marked)) return take('text')
  return marked === 'utf-8' && (await isPlain(path, 'windows-1252')) ? take('text') : refuse(NOT_TEXT)
}

const isPlain = async (path: string, encoding: TextEncoding): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    let seen = false
    for await (const piece of createReadStream(path, { highWaterMark: 65_536 }) as AsyncIterable<Buffer>) {
      const text = decoder.decode(piece, { stream: true })
      if (holdsControl(text)) return false
      seen ||= text.trim() !== ''
    }
    return !holdsControl(decoder.decode()) && seen
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  }
}

/** Other than tab, line feed, form feed and carriage return. */
const holdsControl = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 32 ? code !== 9 && code !== 10 && code !== 12 && code !== 13 : code === 127) return true
  }
  return false
}
