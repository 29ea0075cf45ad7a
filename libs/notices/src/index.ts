export { Mail, MailKind, MailState } from './mail.record.js';
export { Digest, MailPreference } from './mail-preference.record.js';
export { type Letter, type Mailing, MailServer, type Said } from './mail-server.js';
export { Mails, NoMailServer } from './mails.service.js';
export { MailModule, NoticesDoors } from './notices.module.js';
export { NoticesResolver } from './notices.resolver.js';
