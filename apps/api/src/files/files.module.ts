import { Module } from '@nestjs/common'
import { FILES_DIRECTORY, FileStore } from './file-store.ts'

@Module({
  providers: [
    {
      provide: FileStore,
      inject: [FILES_DIRECTORY],
      useFactory: (directory: string) => new FileStore(directory),
    },
  ],
  exports: [FileStore],
})
export class FilesModule {}
