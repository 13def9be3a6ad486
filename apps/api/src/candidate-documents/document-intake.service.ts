import { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { FileStore, type ReceivedFile } from '../files/file-store.ts'
import type { UploadedFile, UploadedForm } from '../http/uploads.ts'
import { FileRefused, UploadsBusy } from './candidate-document.errors.ts'
import { readableName } from '../files/file-name.ts'
import { judgeFile } from './intake/judge-file.ts'
import type { Taken } from './intake/verdict.ts'

/** Each holds a connection, a temporary file and some buffers. */
const AT_ONCE = 16

/** A file that was judged and may be kept. */
export interface TakenFile {
  file: ReceivedFile
  name: string
  format: Taken['format']
  unreadable: Taken['unreadable']
}

/** Takes files in: each is written to a temporary name, judged there, and either kept by the caller or gone. */
@Injectable()
export class DocumentIntakeService {
  private running = 0

  constructor(private readonly files: FileStore) {}

  /** Hands a file that may be kept to `keep`; when that fails, nothing is left of the file. */
  async takeIn<Fields, Kept>(
    form: UploadedForm,
    fields: z.ZodType<Fields>,
    keep: (taken: TakenFile, fields: Fields) => Promise<Kept>,
  ): Promise<Kept> {
    if (this.running >= AT_ONCE) throw new UploadsBusy(2)
    this.running += 1
    try {
      return await form.receive({
        fields,
        take: (file) => this.take(file),
        keep,
        drop: ({ file }) => this.files.drop(file),
      })
    } finally {
      this.running -= 1
    }
  }

  /** The same for what is in memory; the caller drops what it does not keep. What nobody drops is swept later. */
  takeBytes({ name, content }: { name: string; content: Buffer }): Promise<TakenFile> {
    return this.take({ name, content: Readable.from([content]) })
  }

  private async take({ name, content }: UploadedFile): Promise<TakenFile> {
    const file = await this.files.receive(content)
    try {
      const verdict = await judgeFile(file.path, file.bytes)
      if (!verdict.taken) throw new FileRefused(verdict)
      return { file, name: readableName(name), format: verdict.format, unreadable: verdict.unreadable }
    } catch (error) {
      await this.files.drop(file)
      throw error
    }
  }
}
