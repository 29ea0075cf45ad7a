import { NoticeCountDocument } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';

/** The bell looks again after so many milliseconds; a page that is hidden does not. */
const EVERY = 120_000;

/** How much one was told and did not see yet. */
export const useNoticeCount = (): number => useRead(NoticeCountDocument, {}, { refetchInterval: EVERY }).data?.noticeCount.unread ?? 0;
