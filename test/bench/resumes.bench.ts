import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { CandidateDocument } from '@assay/contracts'
import { docx, jsonResumeFile, pdf, picturePdf } from '../support/resume-files.ts'
import { openBenchHouse, pageHeaders } from './bench-house.ts'
import { printTable, quantile } from './figures.ts'
import type { LoopSigns } from './loop-signs.ts'

const RESUMES = 100
/** As a browser sends them. */
const AT_ONCE = 6
const REST_MS = 10_000

const paragraph = (number: number): string =>
  `Led team ${number} of platform engineers; ${number % 9} services, PostgreSQL, Kubernetes and TypeScript; `.repeat(
    2,
  )

/** A day's post: PDF and Word of two or three pages, some text, some JSON, now and then a scan. */
const resumeOf = (number: number): Buffer => {
  const lines = [`Person ${number}`, `person${number}@example.org`, '+44 20 7946 0958']
  const work = Array.from({ length: 120 }, (_unused, place) => paragraph(number * 200 + place))
  const pages = [0, 40, 80].map((from) => [...(from === 0 ? lines : []), ...work.slice(from, from + 40)])
  switch (number % 10) {
    case 0:
      return jsonResumeFile({ work: work.map((summary) => ({ summary })) })
    case 1:
      return Buffer.from([...lines, ...work].join('\n'))
    case 2:
      return Buffer.concat([picturePdf(), Buffer.from(`%${number}\n`)])
    default:
      return number % 2 === 0 ? pdf(pages) : docx([...lines, ...work])
  }
}

/** A hundred résumés taken in, as fast as the server takes them, until the last one is read. */
export const run = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'assay-signs-'))
  const file = join(directory, 'signs')
  const preload = new URL('loop-signs.ts', import.meta.url)
  preload.searchParams.set('to', file)
  const house = await openBenchHouse(['--expose-gc', '--import', preload.href])
  const { url, processId } = house.product
  const signs = async (): Promise<LoopSigns> => {
    rmSync(file, { force: true })
    process.kill(processId, 'SIGUSR2')
    for (;;) {
      await delay(20)
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as LoopSigns
      } catch {
        // Not written yet.
      }
    }
  }
  try {
    const headers = { ...pageHeaders(url), cookie: await house.signIn() }
    const candidates: string[] = []
    for (let number = 0; number < RESUMES; number += 1) {
      const made = await fetch(`${url}/api/v1/candidates`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ name: `Person ${number}` }),
      })
      candidates.push(((await made.json()) as { id: string }).id)
    }
    await delay(REST_MS / 2)
    const before = await signs()
    await delay(100)
    const begun = performance.now()
    const { taken, ids } = await sendAll(url, headers, candidates)
    const takenMs = performance.now() - begun
    await allRead(url, headers, ids)
    const readMs = performance.now() - begun
    const during = await signs()
    await delay(REST_MS)
    const after = await signs()
    printTable([
      ['', 'figure'],
      ['taken in, all, s', (takenMs / 1_000).toFixed(1)],
      ['until the last was read, s', (readMs / 1_000).toFixed(1)],
      ['one upload, p50, ms', quantile(taken, 0.5).toFixed(0)],
      ['one upload, p95, ms', quantile(taken, 0.95).toFixed(0)],
      ['event loop, longest wait, ms', during.longestMs.toFixed(0)],
      ['main thread, longest computing, ms', during.longestBusyMs.toFixed(0)],
      ['event loop, p99, ms', during.p99Ms.toFixed(1)],
      ['resident memory before, MB', before.residentMb.toFixed(0)],
      ['resident memory at the end, MB', during.residentMb.toFixed(0)],
      [`resident memory ${REST_MS / 1_000} s later, MB`, after.residentMb.toFixed(0)],
      ['held before, MB', before.heldMb.toFixed(0)],
      ['held after, MB', after.heldMb.toFixed(0)],
    ])
  } finally {
    await house.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

const sendAll = async (
  url: string,
  headers: Record<string, string>,
  candidates: readonly string[],
): Promise<{ taken: number[]; ids: string[] }> => {
  const taken: number[] = []
  const ids: string[] = []
  let next = 0
  const { 'content-type': _json, ...others } = headers
  const send = async (): Promise<void> => {
    while (next < candidates.length) {
      const number = next++
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(resumeOf(number))]), `resume ${number}.pdf`)
      const begun = performance.now()
      const answer = await fetch(`${url}/api/v1/candidates/${candidates[number]}/documents`, {
        method: 'POST',
        headers: others,
        body: form,
      })
      if (answer.status !== 201) throw new Error(await answer.text())
      ids.push(((await answer.json()) as CandidateDocument).id)
      taken.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, send))
  return { taken, ids }
}

const allRead = async (
  url: string,
  headers: Record<string, string>,
  ids: readonly string[],
): Promise<void> => {
  for (const id of ids) {
    for (;;) {
      const answer = await fetch(`${url}/api/v1/candidate-documents/${id}`, { headers })
      const { state } = (await answer.json()) as CandidateDocument
      if (state !== 'reading') break
      await delay(200)
    }
  }
}
