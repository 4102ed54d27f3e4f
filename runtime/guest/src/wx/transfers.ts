import type { Reply } from '../base/channel'
import type { Answer, Convention, Options, Table } from './convention'
import { HostTask } from './host-task'

type Listener = (event: object) => void

/** What the program hears of progress, of a number of bytes. */
type Progress = (bytes: unknown) => object

const sent: Progress = (bytes) => ({ progress: 100, totalBytesSent: bytes, totalBytesExpectedToSend: bytes })
const written: Progress = (bytes) => ({ progress: 100, totalBytesWritten: bytes, totalBytesExpectedToWrite: bytes })

export function transferApis(convention: Convention): Table {
  return {
    uploadFile: {
      how: 'task',
      run: (options, answer) => new TransferTask(convention, 'uploadFile', options, answer, sent),
    },
    downloadFile: {
      how: 'task',
      run: (options, answer) => new TransferTask(convention, 'downloadFile', options, answer, written),
    },
  }
}

/** A file on its way; of progress there is one event, at the end. */
class TransferTask extends HostTask {
  readonly #listeners: Set<Listener>

  constructor(convention: Convention, api: string, options: Options, answer: Answer, progress: Progress) {
    const listeners = new Set<Listener>()
    super(convention, api, asked(options), answer, ({ size, header: _, ...value }: Reply['value']) => {
      for (const listener of listeners) listener(progress(size))
      return value
    })
    this.#listeners = listeners
  }

  onProgressUpdate(listener: Listener): void {
    this.#listeners.add(listener)
  }

  offProgressUpdate(listener?: Listener): void {
    if (listener) this.#listeners.delete(listener)
    else this.#listeners.clear()
  }
}

function asked(options: Options): object | string {
  if (typeof options.url !== 'string' || options.url === '') return 'parameter error: parameter.url should be String'
  const { url, filePath, name, formData, header, timeout } = options
  return { url, filePath, name, formData, header, timeout }
}
