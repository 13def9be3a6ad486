import { addCandidateImport, MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from '@assay/contracts'
import { Injectable } from '@nestjs/common'
import { readableName } from '../files/file-name.ts'
import { FileStore, type ReceivedFile } from '../files/file-store.ts'
import type { UploadedFile, UploadedForm } from '../http/uploads.ts'
import { ImportRefused, ImportsBusy } from './candidate-import.errors.ts'
import { readOnThread } from './reading/import-reader.ts'
import type { ReadFile } from './reading/read-rows.ts'

/** Each has a thread with some hundred megabytes. */
const AT_ONCE = 2
const LIMITS = { rows: MAX_IMPORT_ROWS, columns: MAX_IMPORT_COLUMNS }

/** A file that was read; nothing of it is on the disk any more. */
export interface TakenImport extends ReadFile {
  name: string
  bytes: number
  sha256: Buffer
}

/** Takes files of candidates in: written to a temporary name, read on a thread, gone. */
@Injectable()
export class ImportIntakeService {
  private running = 0

  constructor(private readonly files: FileStore) {}

  async takeIn<Kept>(form: UploadedForm, keep: (taken: TakenImport) => Promise<Kept>): Promise<Kept> {
    if (this.running >= AT_ONCE) throw new ImportsBusy()
    this.running += 1
    try {
      return await form.receive({
        fields: addCandidateImport,
        take: (file) => this.take(file),
        keep: (taken) => keep(taken),
        drop: () => Promise.resolve(),
      })
    } finally {
      this.running -= 1
    }
  }

  private async take({ name: given, content }: UploadedFile): Promise<TakenImport> {
    const file: ReceivedFile = await this.files.receive(content)
    try {
      const name = readableName(given)
      const answer = await readOnThread({ path: file.path, name, limits: LIMITS })
      if (!answer.read) throw new ImportRefused(answer.because)
      return { ...answer, name, bytes: file.bytes, sha256: file.sha256 }
    } finally {
      await this.files.drop(file)
    }
  }
}
