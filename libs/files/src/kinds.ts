/** The kinds of file that the portal takes: what is not on this list is refused. */
export const KINDS = {
  PDF: { extensions: ['pdf'], type: 'application/pdf' },
  JPEG: { extensions: ['jpg', 'jpeg'], type: 'image/jpeg' },
  PNG: { extensions: ['png'], type: 'image/png' },
  DOCX: { extensions: ['docx'], type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  XLSX: { extensions: ['xlsx'], type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ODT: { extensions: ['odt'], type: 'application/vnd.oasis.opendocument.text' },
  ODS: { extensions: ['ods'], type: 'application/vnd.oasis.opendocument.spreadsheet' },
  TXT: { extensions: ['txt'], type: 'text/plain; charset=utf-8' },
} as const satisfies { [kind: string]: { extensions: readonly string[]; type: string } };

export type Kind = keyof typeof KINDS;

/** What a file may be called at its end, for the page. */
export const EXTENSIONS: readonly string[] = Object.values(KINDS).flatMap(({ extensions }) => extensions);

export const kindOfExtension = (extension: string): Kind | undefined => (Object.keys(KINDS) as Kind[]).find((kind) => (KINDS[kind].extensions as readonly string[]).includes(extension.toLowerCase()));
